/* What makes the pages smoother. Every page works whole without this file. */
"use strict";

// Keep the pages that were read last, so that they open without a network.
if ("serviceWorker" in navigator && window.isSecureContext) {
  navigator.serviceWorker.register("/service-worker.js").catch(() => {});
}

// Words that are being typed survive a lost network, a closed tab and a mistake. They
// stay on this device, in this tab's own memory, and go when they have arrived.
const keeper = (form) => form.id && `words:${location.pathname}#${form.id}`;

const keep = (event) => {
  const form = event.target.form;
  if (!form || !keeper(form) || !form.hasAttribute("data-keep")) return;
  const words = {};
  for (const field of form.querySelectorAll("textarea, input[type=text]")) {
    if (field.value) words[field.name] = field.value;
  }
  try { sessionStorage.setItem(keeper(form), JSON.stringify(words)); } catch { /* full */ }
};

const bringBack = () => {
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const words = JSON.parse(sessionStorage.getItem(keeper(form)) || "{}");
    for (const [name, value] of Object.entries(words)) {
      const field = form.elements[name];
      if (field && !field.value) field.value = value;
    }
  }
};

// Asked of the whole page, because a part of it may have been exchanged since.
const letGo = (event) => {
  const form = event.target;
  if (form.hasAttribute("data-keep") && keeper(form) && navigator.onLine) {
    sessionStorage.removeItem(keeper(form));
  }
};

document.addEventListener("input", keep);
document.addEventListener("submit", letGo, true);
bringBack();

// A form is not sent into the void: without a network it stays, and says so.
document.addEventListener("submit", (event) => {
  if (navigator.onLine || event.target.method !== "post") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const before = event.target.querySelector(".no-network");
  const said = before || document.createElement("p");
  said.className = "warning no-network";
  said.setAttribute("role", "alert");
  said.textContent = document.body.dataset.noNetwork;
  if (!before) event.target.append(said);
}, true);

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
  form.addEventListener("submit", () => {
    sessionStorage.clear();
    navigator.serviceWorker?.controller?.postMessage("forget");
  });
}
