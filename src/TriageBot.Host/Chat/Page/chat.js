// The patient's page: what is said, what is sent, and what is kept until the bot has it.
import { Choices } from "./choices.js";
import { Line } from "./line.js";
import { Outbox } from "./outbox.js";
import { forgetAll, keep, leaveLink, recall } from "./store.js";
import { Talk } from "./talk.js";

const find = (id) => document.getElementById(id);
const words = JSON.parse(find("words").textContent);
const box = find("box");
const form = find("answer");
const talk = new Talk(find("talk"), words);
const choices = new Choices(find("choices"), words, (text, replyTo, byFinger) => say(text, replyTo, byFinger));
const line = new Line({ link: document.body.dataset.link || null, locale: () => document.documentElement.lang });
const outbox = new Outbox(line);
const greeted = new Set(words.greeted);
let typing = 0;
let ended = false;
let changing = false;

line.addEventListener("activity", ({ detail }) => hear(detail));
line.addEventListener("state", ({ detail }) => connected(detail));
line.addEventListener("gone", onGone);
// What stands here is not what is on record. What was typed is kept, and comes back with the page.
line.addEventListener("restored", () => location.reload());
outbox.addEventListener("state", ({ detail }) => {
  talk.state(detail.id, detail.state);
  find("again").hidden = detail.state !== "waiting";
  if (detail.state !== "sent") showTyping(detail.state !== "waiting" && detail.state !== "refused");
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = box.value.trim();
  if (text === "") return box.focus();
  box.value = "";
  keep("draft", "");
  grow();
  // What is typed answers the question that stands on the screen.
  say(text, choices.replyTo, false);
});
box.addEventListener("input", () => {
  keep("draft", box.value);
  grow();
});
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
find("again").addEventListener("click", () => outbox.push());
find("larger").addEventListener("click", () => {
  const large = document.documentElement.classList.toggle("large");
  keep("large", large);
  find("larger").setAttribute("aria-pressed", String(large));
});
find("print").addEventListener("click", () => print());
find("save").addEventListener("click", save);
find("leave").addEventListener("click", leave);
find("born").addEventListener("submit", showEarlier);
for (const link of document.querySelectorAll("[data-language]")) link.addEventListener("click", changeLanguage);
addEventListener("online", () => connected(true));
addEventListener("offline", () => connected(false));
visualViewport?.addEventListener("resize", fit);
visualViewport?.addEventListener("scroll", fit);

begin();

function begin() {
  form.hidden = false;
  box.value = recall("draft") ?? "";
  grow();
  fit();
  if (recall("large")) find("larger").click();
  for (const item of outbox.items) talk.mine(item, "waiting");
  // Only who has begun already is connected again: to open the page is not to begin.
  if (line.resumable || outbox.items.length > 0) {
    line
      .open()
      .catch(() => connected(false))
      .finally(() => outbox.push());
  }
}

// The last thing that the patient wrote goes to the bot in any case: by a link that has ended, as from a stranger.
function onGone() {
  choices.clear();
  ended = document.body.dataset.link !== "";
  if (ended && outbox.items.length > 0) return goOnWithoutLink();
  if (!talk.isEmpty) talk.notice(words.gone);
}

function goOnWithoutLink() {
  line.end();
  leaveLink();
  location.replace(`/chat?lang=${document.documentElement.lang}`);
}

function say(text, replyTo, byFinger) {
  const item = { id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, text, replyTo, at: new Date().toISOString() };
  talk.mine(item, "sending");
  choices.clear();
  outbox.add({ ...item, locale: document.documentElement.lang });
  // A finger on a button does not ask for the keyboard, which would cover the reply.
  (byFinger ? find("scroll") : box).focus({ preventScroll: true });
  if (ended) goOnWithoutLink();
  return item.id;
}

function hear(activity) {
  if (activity.type !== "message") return;
  if (activity.from?.role !== "bot") {
    const id = activity.channelData?.clientActivityID ?? activity.id;
    outbox.arrived(id);
    if (talk.hasMine(id)) return talk.told(id);
    choices.clear();
    return talk.mine({ id, text: activity.text ?? "", replyTo: activity.replyToId, at: activity.timestamp }, "sent");
  }

  // The greeting and the first question stand on the page already, unless the conversation began in another language.
  if (greeted.delete(activity.text)) return;
  if (greeted.size === words.greeted.length) {
    talk.takeGreetingAway();
    greeted.clear();
  }

  showTyping(false);
  talk.bot(activity);
  const { outcome, matters, question } = activity.channelData?.triage ?? {};
  if (matters === "instruction" || outcome?.disposition === "emergency") document.body.classList.add("emergency");
  if (question || activity.suggestedActions) choices.show(activity);
  talk.settle();
}

function connected(yes) {
  const lost = !yes || !navigator.onLine;
  if (lost !== find("offline").hidden) return;
  find("offline").hidden = !lost;
  // The banner is for eyes.
  if (lost) talk.notice(words.offline, "unseen");
}

function showTyping(yes) {
  clearTimeout(typing);
  find("typing").hidden = !yes;
  if (!yes) return;
  typing = setTimeout(() => showTyping(false), 15_000);
  talk.toEnd();
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, 160)}px`;
}

// Where a phone's keyboard covers the page instead of shrinking it, the page shrinks itself: the numbers to call stay.
// Two fingers that enlarge a part of the page are no keyboard.
function fit() {
  if (!window.visualViewport) return;
  const covered = visualViewport.scale < 1.05;
  const { style } = document.documentElement;
  style.setProperty("--high", covered ? `${visualViewport.height}px` : "100dvh");
  style.setProperty("--down", covered ? `${visualViewport.offsetTop}px` : "0");
}

function changeLanguage(event) {
  if (!line.resumable) return;
  // The bot changes its language when it is asked to; the page follows with the next load.
  event.preventDefault();
  if (changing) return;
  changing = true;
  const { language, name } = event.currentTarget.dataset;
  const target = new URL(location.href);
  target.searchParams.set("lang", language);
  const asked = say(name, null, false);
  outbox.addEventListener("state", ({ detail }) => {
    if (detail.id === asked && detail.state === "sent") location.replace(target);
  });
}

function save() {
  const file = new Blob([`${document.title}\n\n${talk.asText()}\n`], { type: "text/plain;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${words.fileName}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function leave() {
  if (!confirm(words.leaveSure)) return;
  line.end();
  forgetAll();
  location.replace("/chat");
}

async function showEarlier(event) {
  event.preventDefault();
  const answer = await fetch("/chat/earlier", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ link: document.body.dataset.link, born: find("birth-date").value }),
  }).catch(() => null);
  if (answer?.ok) {
    line.end();
    keep("resume", (await answer.json()).resume);
    location.reload();
    return;
  }

  // Who writes already is left there.
  if (find("born").contains(document.activeElement)) find("birth-date").focus();
  find("born-wrong").textContent = answer?.status === 403 ? words.bornWrong : answer ? words.bornClosed : words.offline;
}
