{% load static %}// Keeps the sheet, the script and the pages read last, so that they open without a
// network. It never answers a form, never keeps a page that asks not to be kept, and
// forgets everything on signing out.
"use strict";
const SHELF = "pages-2";
const ALWAYS = ["{% static 'web/hall.css' %}", "{% static 'web/hall.js' %}", "{% static 'web/waiting.js' %}", "{% static 'django_htmx/htmx-4.min.js' %}", "{% static 'web/icon.svg' %}", "{% url 'node:offline' %}"];
const MOST = 40;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.addAll(ALWAYS)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name !== SHELF).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

const mayKeep = (response) =>
  response.ok && response.type === "basic" && !response.redirected &&
  !(response.headers.get("Cache-Control") || "").includes("no-store");

const keep = async (request, response) => {
  if (!mayKeep(response)) return;
  const shelf = await caches.open(SHELF);
  await shelf.put(request, response);
  const kept = await shelf.keys();
  const pages = kept.filter((one) => !ALWAYS.includes(new URL(one.url).pathname));
  for (const old of pages.slice(0, Math.max(0, pages.length - MOST))) await shelf.delete(old);
};

// Whoever is signed out, here or from elsewhere, leaves nothing to read behind.
const forget = async () => {
  const shelf = await caches.open(SHELF);
  for (const one of await shelf.keys()) {
    if (!ALWAYS.includes(new URL(one.url).pathname)) await shelf.delete(one);
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || request.headers.has("HX-Request") || request.headers.has("X-Fresh")) return;
  event.respondWith(fetch(request).then((response) => {
    const shutOut = response.redirected && new URL(response.url).pathname === "{% url 'people:sign_in' %}";
    event.waitUntil(shutOut ? forget() : keep(request, response.clone()));
    return response;
  }).catch(async () => (await caches.match(request)) ||
    (request.mode === "navigate" ? caches.match("{% url 'node:offline' %}") : Response.error())));
});

self.addEventListener("message", (event) => {
  if (event.data === "forget") event.waitUntil(forget());
});
