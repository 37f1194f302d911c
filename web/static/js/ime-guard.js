// Vietnamese input methods compose a syllable in many small steps. A search waits for
// the finished syllable: it listens to "search:commit", which is sent here and not while
// composing. Touch keyboards compose every word, so there a short pause counts as well.
const TOUCH_PAUSE_MS = 600;
const touch = window.matchMedia("(pointer: coarse)").matches;
let timer = 0;

const commit = (field) => {
  window.clearTimeout(timer);
  field.dispatchEvent(new Event("search:commit", { bubbles: true }));
};
const searches = (field) => field.matches("[data-search]");

document.addEventListener("compositionend", (event) => {
  if (searches(event.target)) commit(event.target);
}, true);

document.addEventListener("input", (event) => {
  if (!searches(event.target)) return;
  window.clearTimeout(timer);
  if (!event.isComposing) commit(event.target);
  else if (touch) timer = window.setTimeout(commit, TOUCH_PAUSE_MS, event.target);
}, true);

// Enter that ends a composition must not send the form.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.isComposing) event.preventDefault();
}, true);
