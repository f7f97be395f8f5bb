"use strict";
const toggle = document.getElementById("open-all");
if (toggle) {
  const all = () => Array.from(document.querySelectorAll("main details"));
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const open = toggle.getAttribute("aria-pressed") !== "true";
    for (const each of all()) each.open = open;
    toggle.setAttribute("aria-pressed", String(open));
  });
}
const reveal = () => {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  for (let each = target; each; each = each.parentElement) if (each instanceof HTMLDetailsElement) each.open = true;
  if (target) target.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();
