/* Acts made without a network wait on this device and are sent when it is back. Only
   forms that say so by data-waits are kept: a secret ballot never is. What is kept is
   sent once, by whoever made it, for the page they saw; what comes too late is said. */
"use strict";
(() => {
const SHELF = "waiting";
const WEEK = 7 * 24 * 60 * 60 * 1000;
const words = document.getElementById("waiting");
if (!words) return;
const reader = document.body.dataset.reader;

const all = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(SHELF)) || [];
    return kept.filter((act) => act.reader === reader && act.at > Date.now() - WEEK);
  } catch { return []; }
};
const store = (acts) => { localStorage.setItem(SHELF, JSON.stringify(acts)); show(); };
const change = (id, changes) => store(all().map((act) => (act.id === id ? { ...act, ...changes } : act)));
const forget = (id) => store(all().filter((act) => act.id !== id));
const pathOf = (form) => new URL(form.getAttribute("action") || "", location.href).pathname;
const told = (form, button) => [...new FormData(form, button)]
  .filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");

// A second support or ballot on the same page stands in for the first; words add up.
const keep = (form, button) => {
  const act = {
    id: crypto.randomUUID(), reader, at: Date.now(), label: form.dataset.waits,
    path: pathOf(form), page: location.pathname, seen: form.dataset.seen, fields: told(form, button),
  };
  const same = (one) => one.path === act.path &&
    (!form.hasAttribute("data-keep") || JSON.stringify(one.fields) === JSON.stringify(act.fields));
  store([...all().filter((one) => !same(one)), act]);
  if (form.hasAttribute("data-keep")) {
    localStorage.removeItem(`words:${reader}:${act.path}${form.getAttribute("id") ? `#${form.getAttribute("id")}` : ""}`);
    form.reset();
  }
};

const line = (act) => {
  const item = words.content.querySelector("li").cloneNode(true);
  const link = item.querySelector("a");
  link.textContent = act.label;
  link.href = act.page;
  const why = item.querySelector("p");
  const state = act.state || (navigator.onLine ? "sending" : "kept");
  why.textContent = `${words.dataset[state]} ${act.reason || ""}`;
  const said = act.fields.find(([name]) => name === "text" || name.startsWith("answer-"));
  if (said && act.state !== "sent") {
    const quoted = document.createElement("p");
    quoted.className = "quoted";
    quoted.dir = "auto";
    quoted.textContent = said[1];
    why.after(quoted);
  }
  item.querySelector("button").addEventListener("click", () => forget(act.id));
  return item;
};

const show = () => {
  document.getElementById("waiting-list")?.remove();
  const acts = all();
  if (!acts.length) return;
  const panel = words.content.querySelector("section").cloneNode(true);
  panel.id = "waiting-list";
  panel.querySelector("ul").replaceChildren(...acts.map(line));
  document.getElementById("main").prepend(panel);
};

const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

// The page is asked for first: for its mark against foreign forms, for who is signed in,
// and for whether another ballot was sent from elsewhere in the meantime.
const send = async (act) => {
  const page = await read(await fetch(act.page, { cache: "no-store", headers: { "X-Fresh": "1" } }));
  if (page.body.dataset.reader !== reader) return change(act.id, { state: "away" });
  const mark = page.querySelector("input[name=csrfmiddlewaretoken]")?.value || "";
  const form = [...page.forms].find((one) => one.getAttribute("action") === act.path);
  if (form && form.dataset.seen !== act.seen) return change(act.id, { state: "changed" });
  const body = new URLSearchParams([...act.fields, ["csrfmiddlewaretoken", mark]]);
  const answer = await fetch(act.path, { method: "POST", body });
  if (answer.ok) return change(act.id, { state: "sent" });
  if (answer.status >= 500 || answer.status === 429) return change(act.id, { state: "kept" });
  const reason = (await read(answer)).querySelector(".refused, .wrong")?.textContent.trim();
  return change(act.id, { state: "refused", reason: reason || "" });
};

const sendAll = async () => {
  for (const act of all()) {
    if (["sent", "refused", "changed"].includes(act.state)) continue;
    try { await send(act); } catch { return change(act.id, { state: "kept" }); }
  }
};
const locked = (work) => (navigator.locks ? navigator.locks.request(SHELF, work) : work());
const go = () => { show(); if (navigator.onLine && all().length) locked(sendAll).catch(() => {}); };

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (navigator.onLine || !form.hasAttribute("data-waits") || !form.reportValidity()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  try {
    keep(form, event.submitter);
    document.getElementById("waiting-list").scrollIntoView({ block: "start" });
  } catch { /* no memory is allowed: the page says that nothing was sent */ }
}, true);
window.addEventListener("online", go);
window.addEventListener("offline", show);
document.addEventListener("htmx:after:swap", show);
// What was sent has been said once; the next page does not say it again.
try { localStorage.setItem(SHELF, JSON.stringify(all().filter((act) => act.state !== "sent"))); go(); } catch { /* no memory */ }
})();
