// After something said the answer comes into view; phrases follow what happens on the citizen's side.
import { onSwap } from "./page.js";

const replies = () => document.getElementById("cac-cau");
const newest = () => document.getElementById("theo-doi");
let pressed = null; // the clerk's own form on its way

// Beside a form: folded where there is no room beside it.
const dock = document.querySelector(".dock > details");
if (dock && window.matchMedia("(max-width: 72rem)").matches) dock.open = false;

document.addEventListener("submit", (event) => {
  if (/\/(noi|goi-y|tiep-don\/[a-z-]+)$/.test(event.target.action)) pressed = event.target;
});

const showAnswer = () => {
  if (pressed.contains(replies())) replies().focus({ preventScroll: true });
  newest().closest(".talk").scrollIntoView({ block: "nearest" });
  pressed = null;
};

// Not under the hands of whoever is choosing among them.
const follow = () => {
  const busy = replies().contains(document.activeElement) && document.activeElement !== replies();
  if (busy || newest().dataset.phase === replies().dataset.phase) return;
  replies().dispatchEvent(new Event("doi-cau"));
};

onSwap(() => (pressed ? showAnswer() : follow()));
