// Opens the phrases that fit what has just happened, unless the clerk is busy among them.
import { onSwap } from "./page.js";

const fitting = () => document.getElementById("theo-doi")?.dataset.section;
let last = fitting();

const follow = () => {
  const section = fitting();
  if (!section || section === last) return;
  last = section;
  const phrases = document.getElementById("cac-cau");
  if (phrases.contains(document.activeElement)) return;
  const fold = phrases.querySelector(`[data-section="${section}"]`);
  if (fold) fold.open = true; // the one that was open closes, they share a name
};

onSwap(follow);
