// Outlines what the coach says to press: the first field that still waits, else the button itself.
import { onSwap } from "./page.js";

const waits = (field) => {
  if (field.type === "radio") return !field.checked;
  if (field.type === "file") return !field.files.length && !field.form.querySelector(".attached");
  return field.matches("input, select") && !field.value;
};
// Refused, and not touched since.
const wrong = (field) => field.matches("[aria-invalid]") && !("coachTouched" in field.dataset);
// Behind a fold it can be shown; what is hidden otherwise is not to be pressed.
const isThere = (element) => element.checkVisibility() || element.closest("details:not([open])") !== null;
const around = (element) => element?.closest(".choice") ?? element;

const standsStill = window.matchMedia("(min-width: 64rem) and (min-height: 34rem)");
const TIME_TO_READ_MS = 2500;

// A show has filled in: what it chose among is chosen. The eye goes there, and then to the button.
const layOut = (fields, button) => {
  for (const field of fields) {
    if (field.type === "radio") field.checked = true;
    around(field).dataset.coachFilled = "";
  }
  const see = (element) => element.scrollIntoView({ block: "center", behavior: "smooth" });
  see(fields[0] ?? button);
  if (fields.length) window.setTimeout(see, TIME_TO_READ_MS, button);
};

// What stands on another screen may be at hand on this one, too, beside the form.
const sayWhere = (coach, button) => {
  const press = coach.querySelector(".coach-press");
  const way = coach.querySelector(".coach-way");
  if (!press || !way) return;
  press.hidden = !button;
  way.hidden = Boolean(button);
};

const unfold = (element) => {
  const fold = element.closest("details:not([open])");
  if (!fold) return;
  fold.open = true;
  unfold(fold.parentElement);
};

const outline = () => {
  const coach = document.querySelector("[data-coach-target]");
  const selectors = (coach?.dataset.coachTarget ?? "").split("|").filter(Boolean);
  const groups = selectors.map((selector) => [...document.querySelectorAll(selector)])
    .map((group) => group.filter(isThere)).filter((group) => group.length);
  const waiting = groups.find((group) => group.some(wrong)) ?? groups.find((group) => group.every(waits));
  const shows = coach && "coachShows" in coach.dataset;
  if (selectors.length) sayWhere(coach, document.querySelector(selectors.at(-1)));
  const next = around(((!shows && waiting) || groups.at(-1))?.[0]);
  const find = coach?.querySelector("[data-coach-find]");
  if (find) find.hidden = !next;
  for (const old of document.querySelectorAll("[data-coached]")) {
    if (old !== next) delete old.dataset.coached;
  }
  if (!next || "coached" in next.dataset) return;
  next.dataset.coached = "";
  unfold(next);
  // Where the desk stands still only a part of it scrolls; elsewhere the answer stays in view.
  if (standsStill.matches && next.closest(".desk-zones")) next.scrollIntoView({ block: "nearest" });
  if (shows) layOut(groups.slice(0, -1).map(([first]) => first), next);
};

// The words are of one line or of three; what sticks below them begins where they end.
const bar = document.querySelector(".coach");
const measure = () => document.documentElement.style.setProperty("--coach-end", `calc(1.9rem + ${bar.offsetHeight}px)`);
if (bar) new ResizeObserver(measure).observe(bar);

document.addEventListener("click", ({ target }) => {
  if (!target.closest("[data-coach-find]")) return;
  const next = document.querySelector("[data-coached]");
  next?.scrollIntoView({ block: "center" });
  (next?.matches("input, select, button, a") ? next : next?.querySelector("input"))?.focus({ preventScroll: true });
});
onSwap(outline);
document.addEventListener("change", ({ target }) => {
  target.dataset.coachTouched = "";
  outline();
});
window.addEventListener("pageshow", outline);
