// What the patient sent and the bot does not have yet. It is kept before it is tried, in order, and tried until it is taken.
import { drop, keep, recallAll } from "./store.js";

const longestWait = 20_000;

export class Outbox extends EventTarget {
  #line;
  // One name for each, so that another tab overwrites none.
  #items = recallAll("outbox.").sort((one, other) => (one.at < other.at ? -1 : 1));
  #busy = false;
  #tries = 0;
  #timer = 0;

  constructor(line) {
    super();
    this.#line = line;
    addEventListener("online", () => this.push());
  }

  get items() {
    return this.#items;
  }

  add(item) {
    this.#items = [...this.#items, item];
    keep(`outbox.${item.id}`, item);
    this.push();
  }

  /** The bot's own copy of a message came back: it has it. */
  arrived(id) {
    this.#items = this.#items.filter((item) => item.id !== id);
    drop(`outbox.${id}`);
  }

  async push() {
    clearTimeout(this.#timer);
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#items.length > 0 && (await this.#deliver(this.#items[0])));
    } finally {
      this.#busy = false;
    }
  }

  async #deliver(item) {
    this.#tell(item.id, this.#tries > 0 ? "again" : "sending");
    let answer;
    try {
      answer = await this.#line.send(item);
    } catch {
      answer = { done: false, wait: 0 };
    }

    if (answer.done || answer.refused) {
      this.#tries = 0;
      this.arrived(item.id);
      this.#tell(item.id, answer.done ? "sent" : "refused");
      return true;
    }

    this.#tries += 1;
    this.#tell(item.id, "waiting");
    this.#timer = setTimeout(() => this.push(), answer.wait || Math.min(longestWait, 1000 * 2 ** this.#tries));
    return false;
  }

  #tell(id, state) {
    this.dispatchEvent(new CustomEvent("state", { detail: { id, state } }));
  }
}
