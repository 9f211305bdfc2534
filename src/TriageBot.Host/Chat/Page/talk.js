// The conversation on the page, oldest first. Everything is text; nothing that a person wrote becomes markup.
// Taken is not yet told: what was said before may still be on its way here.
const onItsWay = ".mine:not([data-told], [data-state=refused])";

export class Talk {
  #place;
  #window;
  #words;
  #mine = new Map();
  #questions = new Map();
  #urgent = null;
  #follows = false;

  constructor(place, words) {
    this.#place = place;
    this.#window = place.parentElement;
    this.#words = words;
    // Who is at the end stays there when a keyboard, a banner or the answers take room.
    this.#window.addEventListener("scroll", () => (this.#follows = this.#isAtEnd));
    new ResizeObserver(() => this.#follows && this.toEnd()).observe(this.#window);
  }

  /** Takes away what the page greeted with, where the conversation began in other words. */
  takeGreetingAway() {
    for (const said of this.#place.querySelectorAll(".ours")) said.remove();
  }

  get isEmpty() {
    return !this.#place.querySelector(".said:not(.ours)");
  }

  /** The patient's own message, as soon as it is written. */
  mine({ id, text, replyTo, at }, state) {
    if (this.#mine.has(id)) return;
    const said = this.#said("mine", this.#words.you, this.#meaning(text, replyTo), at);
    const note = document.createElement("span");
    note.className = "note";
    said.append(note);
    this.#mine.set(id, said);
    said.dataset.state = state;
    said.toggleAttribute("data-told", state === "sent");
    this.#put(said);
    this.state(id, state);
  }

  /** The bot tells of the patient's own message, in its turn. */
  told(id) {
    const said = this.#mine.get(id);
    const first = this.#place.querySelector(onItsWay);
    if (first?.compareDocumentPosition(said) & Node.DOCUMENT_POSITION_FOLLOWING) this.#place.insertBefore(said, first);
    said.toggleAttribute("data-told", true);
    this.state(id, "sent");
  }

  state(id, state) {
    const said = this.#mine.get(id);
    if (!said) return;
    said.dataset.state = state;
    if (state === "sent") {
      // Said of the newest only: that the others arrived, the answers to them show.
      for (const note of this.#place.querySelectorAll(".mine[data-state=sent] .note")) note.textContent = "";
    }
    said.querySelector(".note").textContent = this.#words.states[state];
  }

  hasMine(id) {
    return this.#mine.has(id);
  }

  bot(activity) {
    const triage = activity.channelData?.triage ?? {};
    if (triage.question) this.#questions.set(activity.id, triage.question);
    const urgent = triage.matters === "instruction";
    const said = this.#said(urgent ? "bot urgent" : "bot", this.#words.bot, this.#shown(activity, triage), activity.timestamp);
    if (triage.question) said.classList.add("asks");
    if (triage.outcome && !urgent) said.classList.add("outcome");
    if (urgent) said.append(this.#calls(activity.text));
    this.#put(said);
  }

  /** A line of the page itself, such as that the connection is lost. */
  notice(text, kind = "") {
    const line = document.createElement("p");
    line.className = `notice ${kind}`;
    line.textContent = text;
    this.#put(line);
  }

  asText() {
    return [...this.#place.querySelectorAll(".said")]
      .map((said) => {
        const time = said.querySelector("time")?.dateTime ?? "";
        return `${time} ${said.querySelector(".who").textContent} ${said.querySelector(".text").innerText}`.trim();
      })
      .join("\n\n");
  }

  // A list is shown as check boxes below, so its lines and how to send numbers need not stand in the bubble as well.
  #shown(activity, { question }) {
    const stem = question?.stem;
    const text = activity.text ?? "";
    return stem && question.options?.length > 0 && text.includes(stem)
      ? text.slice(0, text.indexOf(stem) + stem.length)
      : text;
  }

  // "1 3" to a list reads as what it stands for.
  #meaning(text, replyTo) {
    const options = this.#questions.get(replyTo)?.options ?? [];
    if (options.length === 0 || !/^\d+( \d+)*$/.test(text)) return text;
    const labels = text.split(" ").map((value) => options.find((option) => option.value === value)?.text);
    return labels.every(Boolean) ? labels.join("\n") : text;
  }

  #said(kind, who, text, at) {
    const said = document.createElement("div");
    said.className = `said ${kind}`;
    const name = document.createElement("span");
    name.className = "who";
    name.textContent = who;
    const body = document.createElement("p");
    body.className = "text";
    body.append(...this.#linked(text));
    said.append(name, body);
    if (at) said.append(this.#time(at));
    return said;
  }

  #time(at) {
    const time = document.createElement("time");
    const when = new Date(at);
    time.dateTime = when.toISOString();
    const today = when.toDateString() === new Date().toDateString();
    time.textContent = when.toLocaleString(document.documentElement.lang, {
      hour: "numeric",
      minute: "2-digit",
      ...(today ? {} : { month: "short", day: "numeric" }),
    });
    return time;
  }

  // The numbers that the hospital gave can be tapped wherever a text names them; no other number can.
  #linked(text) {
    const parts = [];
    let rest = text;
    while (rest.length > 0) {
      const next = this.#words.numbers
        .map((number) => ({ number, at: rest.search(new RegExp(`(?<!\\d)${number.shown}(?!\\d)`)) }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      parts.push(rest.slice(0, next.at), this.#call(next.number, next.number.shown, "tel"));
      rest = rest.slice(next.at + next.number.shown.length);
    }

    return [...parts, rest];
  }

  #calls(text) {
    const row = document.createElement("div");
    row.className = "row";
    const named = this.#words.numbers.filter(({ shown }) => new RegExp(`(?<!\\d)${shown}(?!\\d)`).test(text));
    const order = named.sort((a, b) => text.indexOf(a.shown) - text.indexOf(b.shown));
    row.append(...order.map((number) => this.#call(number, number.call, "call")));
    return row;
  }

  #call(number, text, kind) {
    const link = document.createElement("a");
    link.className = kind;
    link.href = `tel:${number.digits}`;
    link.textContent = text;
    return link;
  }

  #put(element) {
    const atEnd = this.#isAtEnd;
    this.#follows ||= atEnd;
    // What the bot has not told of yet comes after all that it has.
    const pending = element.matches(onItsWay) ? null : this.#place.querySelector(onItsWay);
    this.#place.insertBefore(element, pending);
    const before = element.previousElementSibling;
    if (isSameMinute(before, element)) before.classList.add("more-follows");
    // Only the newest question is open.
    if (element.matches(".asks, .mine")) {
      for (const asked of this.#place.querySelectorAll(".asks")) if (asked !== element) asked.classList.remove("asks");
    }

    if (element.matches(".mine")) this.#urgent = null;
    if (element.matches(".urgent")) this.#urgent = element;
    // What follows an emergency instruction never pushes it out of sight, until the patient has answered.
    if (this.#urgent) this.#show(this.#urgent, "start");
    // Somebody who reads further up is left there, unless it is their own.
    else if (atEnd || element.matches(".mine")) this.#show(element, "nearest");
  }

  toEnd() {
    if (!this.#urgent) this.#window.scrollTop = this.#window.scrollHeight;
  }

  get #isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#window;
    return scrollHeight - scrollTop - clientHeight < 160;
  }

  /** Shows a question with as many of its answers as there is room for. */
  settle() {
    const question = this.#place.lastElementChild;
    if (this.#urgent || !question?.matches(".bot")) return;
    this.#window.scrollTop = this.#window.scrollHeight;
    if (question.getBoundingClientRect().top < this.#window.getBoundingClientRect().top) this.#show(question, "start");
  }

  #show(element, block) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block, behavior: calm || block === "start" ? "auto" : "smooth" });
  }
}

function isSameMinute(one, other) {
  const time = (said) => said?.querySelector("time")?.textContent;
  return time(one) !== undefined && time(one) === time(other) && one.matches(".mine") === other.matches(".mine");
}
