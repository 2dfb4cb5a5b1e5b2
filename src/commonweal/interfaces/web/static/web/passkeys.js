/* Passkeys: asks the browser to make a key or to use one, and sends what it answers.
   Where a browser cannot, the page says how else to come in. */
"use strict";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const named = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }));

const make = async (asked) => navigator.credentials.create({ publicKey: {
  ...asked,
  challenge: bytes(asked.challenge),
  user: { ...asked.user, id: bytes(asked.user.id) },
  excludeCredentials: named(asked.excludeCredentials),
} });

const use = async (asked) => navigator.credentials.get({ publicKey: {
  ...asked,
  challenge: bytes(asked.challenge),
  allowCredentials: named(asked.allowCredentials),
} });

const answered = (key) => {
  const said = { clientDataJSON: text(key.response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (key.response[part]) said[part] = text(key.response[part]);
  }
  return JSON.stringify({ id: key.id, rawId: text(key.rawId), type: key.type, response: said });
};

const say = (form, words) => {
  const place = form.querySelector("[data-says]");
  place.textContent = words;
  place.hidden = !words;
};

const askForKey = async (event) => {
  const form = event.currentTarget;
  event.preventDefault();
  say(form, "");
  try {
    const answer = await fetch(form.dataset.ask, { headers: { Accept: "application/json" } });
    const asked = (await answer.json()).publicKey;
    const key = await (form.dataset.passkey === "make" ? make : use)(asked);
    form.elements.answer.value = answered(key);
    form.submit();
  } catch (wrong) {
    say(form, wrong.name === "InvalidStateError" ? form.dataset.known : form.dataset.failed);
  }
};

if (window.PublicKeyCredential && window.isSecureContext) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", askForKey);
  }
  for (const note of document.querySelectorAll("[data-without-passkeys]")) note.hidden = true;
}
