// Outlines what the coach says to press: the first field that still waits, else the button itself.
import { onSwap } from "./page.js";

const waits = (field) => {
  if (field.type === "radio") return !field.checked;
  if (field.type === "file") return !field.files.length && !field.form.querySelector(".attached");
  return field.matches("input, select") && !field.value;
};
const around = (element) => element?.closest(".choice") ?? element;

// In a show the machine fills in: what it chose among is chosen, and only the button is pressed.
const layOut = (fields) => {
  for (const field of fields) {
    if (field.type === "radio") field.checked = true;
    around(field).dataset.coachFilled = "";
  }
};

const outline = () => {
  const coach = document.querySelector("[data-coach-target]");
  const groups = (coach?.dataset.coachTarget ?? "").split("|").filter(Boolean)
    .map((selector) => [...document.querySelectorAll(selector)]).filter((group) => group.length);
  const waiting = groups.find((group) => group.every(waits));
  const shows = coach && "coachShows" in coach.dataset;
  const next = around(((!shows && waiting) || groups.at(-1))?.[0]);
  for (const old of document.querySelectorAll("[data-coached]")) {
    if (old !== next) delete old.dataset.coached;
  }
  if (!next || "coached" in next.dataset) return;
  next.dataset.coached = "";
  const fold = next.closest("details:not([open])");
  if (fold) fold.open = true;
  if (!shows) return;
  layOut(groups.slice(0, -1).map(([first]) => first));
  next.scrollIntoView({ block: "center" });
};

onSwap(outline);
document.addEventListener("change", outline);
window.addEventListener("pageshow", outline);
