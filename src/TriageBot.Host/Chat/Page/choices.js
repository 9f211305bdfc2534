// The ways to answer the newest question without typing: buttons, or check boxes for a list.
const none = "0";
const unsure = "9";

export class Choices {
  #place;
  #words;
  #answer;
  #question = null;

  /** @param answer called with the text to send, the question's activity id, and whether a finger did it */
  constructor(place, words, answer) {
    this.#place = place;
    this.#words = words;
    this.#answer = answer;
  }

  get replyTo() {
    return this.#question?.id ?? null;
  }

  show(activity) {
    this.#question = activity;
    this.#place.replaceChildren(...this.#parts(activity));
    this.#place.hidden = this.#place.childElementCount === 0;
  }

  clear() {
    this.#question = null;
    this.#place.replaceChildren();
    this.#place.hidden = true;
  }

  #parts(activity) {
    const question = activity.channelData?.triage?.question;
    if (question?.kind === "any-of" && question.options.length > 0) return this.#list(question.options);
    const actions = activity.suggestedActions?.actions ?? [];
    return actions.map((action) => this.#button(action.title, action.value, "choice"));
  }

  #list(options) {
    const set = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = this.#words.tick;
    const send = this.#button(this.#words.sendTicked, "", "ticked");
    send.disabled = true;
    const ticked = () => [...set.querySelectorAll("input:checked")].map((box) => box.value);
    send.onclick = (click) => this.#give(ticked().join(" "), click);
    set.append(legend, ...options.filter((o) => o.value !== none && o.value !== unsure).map((o) => this.#tick(o)));
    set.addEventListener("change", () => {
      send.disabled = ticked().length === 0;
      row.scrollIntoView({ block: "nearest" });
    });
    const rest = options
      .filter((option) => option.value === none || option.value === unsure)
      .map((option) => this.#button(option.text, option.value, "choice"));
    const row = document.createElement("div");
    row.className = "row";
    row.append(send, ...rest);
    return [set, row];
  }

  #tick({ text, value }) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = value;
    label.append(box, this.#number(value), text);
    return label;
  }

  #button(title, value, kind) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = kind;
    if (/^\d+$/.test(value)) button.append(this.#number(value));
    button.append(title);
    button.onclick = (click) => this.#give(value, click);
    return button;
  }

  // The number that may be typed instead.
  #number(value) {
    const number = document.createElement("span");
    number.className = "number";
    number.textContent = value;
    return number;
  }

  #give(text, click) {
    this.#answer(text, this.replyTo, click.pointerType === "touch");
  }
}
