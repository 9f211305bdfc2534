// The way to the bot: Direct Line 3.0, by WebSocket, and by polling where no socket comes through.
import { keep, recall } from "./store.js";

const root = "/v3/directline";
const keepAlive = 20_000;
const refreshEvery = 15 * 60_000;
const pollEvery = 3_000;
const longestWait = 30_000;
const openWithin = 8_000;

// The stream is on the same host as the page, however the host is called from elsewhere.
function here(url) {
  const own = new URL(url);
  own.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  own.host = location.host;
  return own.href;
}

export class Line extends EventTarget {
  #link;
  #locale;
  #token = null;
  #conversation = null;
  #watermark = "";
  #seen = new Map();
  #last = null;
  #expected = null;
  #socket = null;
  #failures = 0;
  #timers = new Map();
  #opening = null;
  #ended = false;

  constructor({ link, locale }) {
    super();
    this.#link = link;
    this.#locale = locale;
    addEventListener("online", () => this.#wake());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#wake());
  }

  get resumable() {
    return recall("resume") !== null;
  }

  /** Begins, or goes on with, the conversation. Safe to call again; throws where there is no connection. */
  open() {
    if (this.#conversation) return Promise.resolve();
    this.#opening ??= this.#start().finally(() => (this.#opening = null));
    return this.#opening;
  }

  /** @returns {Promise<{done: boolean, refused?: boolean, wait?: number}>} */
  async send({ id, text, replyTo, locale }) {
    await this.open();
    const answer = await this.#call("POST", `/conversations/${this.#conversation}/activities`, {
      type: "message",
      text,
      locale,
      ...(replyTo ? { replyToId: replyTo } : {}),
      channelData: { clientActivityID: id },
    });
    if (answer.ok) {
      this.#soon();
      return { done: true };
    }

    const refused = answer.status >= 400 && answer.status < 500 && ![401, 403, 404, 408, 429].includes(answer.status);
    return { done: false, refused, wait: Number(answer.headers.get("Retry-After")) * 1000 || 0 };
  }

  end() {
    this.#ended = true;
    this.#drop();
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  async #start() {
    await this.#getToken();
    // Begins it, or comes back to it: the token knows which conversation it is for.
    const answer = await this.#call("POST", "/conversations", { locale: this.#locale() });
    if (answer.status === 404) this.#gone();
    if (!answer.ok) throw new Error(`conversation ${answer.status}`);

    const begun = await answer.json();
    this.#token = begun.token ?? this.#token;
    this.#conversation = begun.conversationId;
    this.#after("refresh", refreshEvery, () => this.#refresh());
    this.#connect(begun.streamUrl);
  }

  async #getToken() {
    const answer = await fetch("/chat/token", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ resume: recall("resume"), link: this.#link, locale: this.#locale() }),
    });
    if (answer.status === 410) this.#gone();
    if (!answer.ok) throw new Error(`token ${answer.status}`);
    const got = await answer.json();
    this.#token = got.token;
    keep("resume", got.resume);
  }

  // The conversation, or the link to it, has ended. Without a link the next message begins another one.
  #gone() {
    keep("resume", null);
    this.#drop();
    this.#conversation = null;
    this.#watermark = "";
    this.#last = null;
    this.dispatchEvent(new Event("gone"));
    throw new Error("gone");
  }

  async #call(method, path, body, again = true) {
    const answer = await fetch(root + path, {
      method,
      headers: { Authorization: `Bearer ${this.#token}`, ...(body ? { "Content-Type": "application/json" } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
    if (again && (answer.status === 401 || answer.status === 403)) {
      await this.#getToken();
      return this.#call(method, path, body, false);
    }

    return answer;
  }

  async #refresh() {
    try {
      const answer = await this.#call("POST", "/tokens/refresh");
      if (answer.ok) this.#token = (await answer.json()).token;
    } finally {
      this.#after("refresh", refreshEvery, () => this.#refresh());
    }
  }

  #connect(url) {
    if (!url || this.#failures >= 2 || typeof WebSocket === "undefined") {
      this.#poll();
      return;
    }

    const socket = new WebSocket(here(url));
    this.#socket = socket;
    let worked = false;
    // Some routers neither open nor refuse.
    this.#after("open", openWithin, () => worked || this.#giveUp(socket));
    socket.onopen = () => {
      worked = true;
      this.#failures = 0;
      this.#state(true);
      this.#beat(socket);
    };
    socket.onmessage = ({ data }) => data && this.#take(JSON.parse(data));
    socket.onclose = () => {
      if (!worked) return this.#giveUp(socket);
      if (this.#socket !== socket || this.#ended) return;
      this.#socket = null;
      this.#state(false);
      this.#after("reconnect", 500, () => this.#reconnect());
    };
  }

  // The first time the stream is tried again; after that the page asks by itself what is new.
  #giveUp(socket) {
    if (this.#socket !== socket || this.#ended) return;
    this.#socket = null;
    this.#failures += 1;
    socket.close();
    this.#after("reconnect", this.#failures < 2 ? 500 : 0, () => this.#reconnect());
  }

  // An empty frame now and then keeps routers from closing a quiet line.
  #beat(socket) {
    this.#after("beat", keepAlive, () => {
      if (socket.readyState !== WebSocket.OPEN) return;
      socket.send("");
      this.#beat(socket);
    });
  }

  async #reconnect() {
    if (this.#ended || !this.#conversation || this.#socket) return;
    try {
      const answer = await this.#call("GET", `/conversations/${this.#conversation}?watermark=${this.#overlap()}`);
      if (answer.status === 404) this.#gone();
      if (!answer.ok) throw new Error(`reconnect ${answer.status}`);
      this.#connect((await answer.json()).streamUrl);
    } catch {
      if (!this.#conversation) return;
      this.#failures += 1;
      this.#state(false);
      this.#after("reconnect", this.#pause(), () => this.#reconnect());
    }
  }

  async #poll() {
    if (this.#ended || !this.#conversation) return;
    try {
      const path = `/conversations/${this.#conversation}/activities?watermark=${this.#watermark}`;
      const answer = await this.#call("GET", path);
      if (!answer.ok) throw new Error(`poll ${answer.status}`);
      this.#take(await answer.json());
      this.#failures = Math.max(this.#failures, 2);
      this.#state(true);
      this.#after("poll", pollEvery, () => this.#poll());
    } catch {
      if (!this.#conversation) return;
      this.#failures += 1;
      this.#state(false);
      this.#after("poll", this.#pause(), () => this.#poll());
    }
  }

  #soon() {
    if (!this.#socket && this.#timers.has("poll")) this.#after("poll", 300, () => this.#poll());
  }

  #wake() {
    if (!this.#conversation || this.#ended) return;
    this.#failures = 0;
    if (!this.#socket) this.#after("reconnect", 0, () => this.#reconnect());
  }

  // After a lost line the last message is asked for once more: it shows whether the records still hold what stands here.
  #overlap() {
    const number = Number(this.#last?.split("|")[1]);
    if (!(number > 0)) return this.#watermark;
    this.#expected = this.#last;
    return number - 1;
  }

  #take({ activities = [], watermark }) {
    const isOther = this.#expected && activities.length > 0 && activities[0].id !== this.#expected;
    if (activities.length > 0) this.#expected = null;
    for (const activity of activities) {
      const known = this.#seen.get(activity.id);
      // They do not where a backup was restored.
      if (isOther || (known && known !== activity.timestamp)) return this.dispatchEvent(new Event("restored"));
      if (known) continue;
      this.#seen.set(activity.id, activity.timestamp);
      this.#last = activity.id;
      this.dispatchEvent(new CustomEvent("activity", { detail: activity }));
    }

    if (watermark) this.#watermark = watermark;
    this.dispatchEvent(new Event("settled"));
  }

  #state(connected) {
    this.dispatchEvent(new CustomEvent("state", { detail: connected }));
  }

  #pause() {
    return Math.min(longestWait, 1000 * 2 ** Math.min(this.#failures, 5)) * (0.75 + Math.random() / 2);
  }

  #after(name, wait, act) {
    clearTimeout(this.#timers.get(name));
    if (!this.#ended) this.#timers.set(name, setTimeout(act, wait));
  }
}
