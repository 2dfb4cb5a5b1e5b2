// What a page is measured by, from within. Gives a table of lists of faults.
() => {
  const faults = { targets: [], blocking: [], names: [], marks: [] };
  const shown = (one) => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && one.checkVisibility({ visibilityProperty: true }) && box.right > 0;
  };
  const inSentence = (link) => {
    if (getComputedStyle(link).display !== "inline") return false;
    const around = link.closest("p, li, dd, td, th, small, label, summary, figcaption");
    return around !== null && around.textContent.trim().length > link.textContent.trim().length + 8;
  };
  const asked = "a[href], button, input:not([type=hidden]), select, textarea, summary, label.choice";
  for (const one of document.querySelectorAll(asked)) {
    if (!shown(one) || one.closest(".skip") || inSentence(one)) continue;
    if (one.matches("input[type=radio], input[type=checkbox]") && one.closest("label.choice")) continue;
    const box = one.getBoundingClientRect();
    if (box.height < 43.5 || box.width < 43.5) {
      faults.targets.push(`${one.outerHTML.slice(0, 90)} ${Math.round(box.width)}×${Math.round(box.height)}`);
    }
  }
  for (const one of document.querySelectorAll("head link[rel=stylesheet], head script:not([defer]):not([async])")) {
    faults.blocking.push(one.outerHTML);
  }
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  for (const id of new Set(ids.filter((id, place) => ids.indexOf(id) !== place))) faults.names.push(`twice: #${id}`);
  if (document.querySelectorAll("h1").length !== 1) faults.names.push(`${document.querySelectorAll("h1").length} h1`);
  if (!document.documentElement.lang) faults.names.push("no language");
  for (const form of document.querySelectorAll("form")) {
    if (form.querySelectorAll("button, input[type=submit]").length === 0) faults.names.push("a form without a button");
  }
  return faults;
}
