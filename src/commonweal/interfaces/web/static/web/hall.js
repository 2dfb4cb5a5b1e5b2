/* What makes the pages smoother. Every page works whole without this file. */
"use strict";

// On a phone that several people use nothing is kept, and what was kept goes.
const shared = "shared" in document.body.dataset;
const forget = () => {
  localStorage.clear();
  sessionStorage.clear();
  navigator.serviceWorker?.controller?.postMessage("forget");
};
if (shared) { try { forget(); } catch { /* no memory is allowed */ } }

// Keep the pages that were read last, so that they open without a network.
if (!shared && "serviceWorker" in navigator && window.isSecureContext) {
  navigator.serviceWorker.register("/service-worker.js").catch(() => {});
}

// What is being typed survives a lost network, a closed tab and a mistake. It stays on
// this device for a day at most, and goes when it has arrived or whoever typed signs out.
// Ballots are never kept: only forms that ask for it are. Words belong to whoever was
// signed in when they were typed; nobody else who uses this browser is shown them.
const DAY = 24 * 60 * 60 * 1000;
const reader = document.body.dataset.reader || "";
const mine = `words:${reader}:`;
// Of who is not signed in nothing outlives the tab.
const memory = reader ? () => localStorage : () => sessionStorage;
// Forms of one page may be sent to one address; each with an id has its own words.
const shelf = (form) => `${mine}${new URL(form.getAttribute("action") || "", location.href).pathname}${form.getAttribute("id") ? `#${form.getAttribute("id")}` : ""}`;
const ticks = (field) => field.type === "checkbox" || field.type === "radio";
const nameOf = (field) => (ticks(field) ? `${field.name}=${field.value}` : field.name);
const typed = (field) => (ticks(field) ? field.checked : field.value);
const before = (field) => {
  if (ticks(field)) return field.defaultChecked;
  const chosen = [...(field.options || [])].find((one) => one.defaultSelected);
  return field.options ? (chosen || field.options[0])?.value : field.defaultValue;
};
const read = (key) => {
  try { return JSON.parse(memory().getItem(key)) || {}; } catch { return {}; }
};

const keep = (event) => {
  const form = event.target.form;
  if (shared || !form?.hasAttribute("data-keep")) return;
  const words = read(shelf(form)).words || {};
  for (const field of form.elements) {
    if (!field.name || ["hidden", "file", "password", "submit"].includes(field.type)) continue;
    const name = nameOf(field);
    if (name in words || typed(field) !== before(field)) words[name] = typed(field);
  }
  try {
    memory().setItem(shelf(form), JSON.stringify({ at: Date.now(), words }));
  } catch { /* full, or not allowed */ }
};

const bringBack = () => {
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const words = read(shelf(form)).words || {};
    for (const field of form.elements) {
      const name = nameOf(field);
      if (!Object.hasOwn(words, name) || words[name] === typed(field)) continue;
      if (ticks(field)) field.checked = words[name]; else field.value = words[name];
      // What was changed is in view: nothing is sent from under a fold.
      field.closest("details")?.setAttribute("open", "");
    }
  }
};

// The server says by a cookie that the form sent last was taken; only then it goes.
const letGo = () => {
  const arrived = /(^|; )arrived=1/.test(document.cookie);
  if (arrived && sessionStorage.sent) memory().removeItem(sessionStorage.sent);
  if (arrived) delete sessionStorage.sent;
  document.cookie = "arrived=; path=/; max-age=0; samesite=lax";
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith("words:")) continue;
    const isTheirs = reader && !key.startsWith(mine);
    if (isTheirs || !(read(key).at > Date.now() - DAY)) localStorage.removeItem(key);
  }
};

// Without scripts one form carries all that was typed on a page, so that no button
// loses the rest; with them the rest stays where it is, and each form is its own.
const part = () => {
  for (const one of document.querySelectorAll('[form="all"]')) {
    one.removeAttribute("form");
    one.removeAttribute("formaction");
  }
  document.getElementById("all")?.remove();
};

// By whose clock somebody lives the device knows better than the server can guess.
for (const field of document.querySelectorAll('[data-guess="zone"]')) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  // A browser that hides where it is says that it is nowhere.
  if (zone.includes("/") && !zone.startsWith("Etc/")) field.value = zone;
}

const open = () => { part(); try { letGo(); bringBack(); } catch { /* no memory is allowed */ } };
document.addEventListener("input", keep);
document.addEventListener("submit", (event) => {
  try { sessionStorage.sent = shelf(event.target); } catch { /* no memory is allowed */ }
}, true);
document.addEventListener("htmx:after:swap", open);
open();

// What was ticked in a secret ballot goes as the page does: “Back” shows it to nobody.
addEventListener("pagehide", () => {
  for (const form of document.querySelectorAll("form[data-secret]")) {
    for (const field of form.elements) {
      if (ticks(field)) field.checked = false;
      else if (field.name.startsWith("on-")) field.value = "";
    }
  }
});

// A form is not sent into the void: without a network it stays, and says so.
document.addEventListener("submit", (event) => {
  if (navigator.onLine || event.target.method !== "post") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  sayNotSent(event.target);
}, true);

// Nor is one that a script set out to send, and that the network or the script lost.
document.addEventListener("htmx:error", ({ target }) => {
  const form = target.closest?.("form");
  if (form?.method === "post") sayNotSent(form);
});

function sayNotSent(form) {
  const before = form.querySelector(".no-network");
  const said = before || document.createElement("p");
  said.className = "warning no-network";
  said.setAttribute("role", "alert");
  said.textContent = document.body.dataset.noNetwork;
  if (!before) form.append(said);
}

// An address is suggested from the name, as the server would make it.
const plain = (name) => name.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[-_\s]+/g, "-").slice(0, 57);
document.addEventListener("input", ({ target }) => {
  const made = document.querySelector(`[data-made-from="${target.id}"]`);
  if (made) made.placeholder = plain(target.value);
});

// Copying a link needs a button only where the browser can copy.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
  });
}

// Forgetting on this device: signing out takes the kept pages and words along.
for (const form of document.querySelectorAll("form[data-forget]")) {
  form.addEventListener("submit", forget);
}

// Whoever leaves at once leaves no page to come back to with the button “Back”.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-leaves]");
  if (!link) return;
  event.preventDefault();
  location.replace(link.href);
});

// Nor does an older copy of such a page show itself to whoever presses “Back”.
const wayOff = document.querySelector("a[data-leaves]");
if (wayOff) {
  const [came] = performance.getEntriesByType("navigation");
  if (came?.type === "back_forward") cover();
  addEventListener("pageshow", (event) => event.persisted && cover());
}

function cover() {
  const main = document.getElementById("main");
  if (main.hidden) return;
  const over = document.createElement("div");
  over.className = "page";
  const why = document.createElement("p");
  why.className = "lead";
  why.textContent = wayOff.dataset.covered;
  const show = document.createElement("button");
  show.textContent = wayOff.dataset.leaves;
  show.addEventListener("click", () => {
    over.remove();
    main.hidden = false;
  });
  over.append(why, show);
  main.hidden = true;
  main.before(over);
}

// A page of an assembly hears when something was done there, and asks for what is new at
// a moment of its own, so that a hall of phones does not ask all at once. Where it hears
// nothing it asks every other second, as it does where there is no news to be had.
const NEAR = 400, SOON = 2000;
let line = null, asking = null;
const live = () => document.querySelector("[data-news]");
const ask = () => { if (live()) htmx.trigger(live(), "news"); };
function hear() {
  const there = live();
  if (!there || line || !window.EventSource) return;
  line = new EventSource(there.dataset.news.replace(/^:/, `//${location.hostname}:`));
  line.onmessage = ({ data }) => {
    clearInterval(asking);
    asking = null;
    if (live() && live().dataset.seen !== data) setTimeout(ask, Math.random() * NEAR);
  };
  line.onerror = () => { asking ??= setInterval(ask, SOON); };
}
document.addEventListener("htmx:after:swap", () => {
  if (!live() && line) { line.close(); line = null; clearInterval(asking); asking = null; }
  hear();
});
hear();
