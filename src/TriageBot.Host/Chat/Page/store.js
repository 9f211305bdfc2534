// What outlives a reload, in this browser only. Where the browser keeps nothing, it lives as long as the page.
// What was begun by a patient's link stays with that link: one device may serve more than one patient.
const ours = "triage.";
const nobody = `${ours}-.`;
const prefix = document.body.dataset.link ? `${ours}${document.body.dataset.link}.` : nobody;
const memory = new Map();

export function recall(key) {
  try {
    const kept = localStorage.getItem(prefix + key);
    if (kept !== null) return JSON.parse(kept);
  } catch {
    // Forbidden, or not ours to read.
  }
  return memory.get(key) ?? null;
}

/** All that was kept under names that begin like this. */
export function recallAll(start) {
  const names = new Set(memory.keys());
  for (const name of keptNames(prefix)) names.add(name.slice(prefix.length));
  return [...names].filter((name) => name.startsWith(start)).map(recall);
}

export function keep(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Full or forbidden: the page goes on from memory.
  }
}

export function drop(key) {
  memory.delete(key);
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // It was never there.
  }
}

/** Where the link has ended, what was not sent goes out without it. */
export function leaveLink() {
  for (const name of keptNames(prefix)) {
    const key = name.slice(prefix.length);
    if (key === "draft" || key.startsWith("outbox.")) localStorage.setItem(nobody + key, localStorage.getItem(name));
    localStorage.removeItem(name);
  }
}

export function forgetAll() {
  memory.clear();
  for (const name of keptNames(ours)) localStorage.removeItem(name);
}

function keptNames(start) {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(start));
  } catch {
    return [];
  }
}
