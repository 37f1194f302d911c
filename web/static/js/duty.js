// The roster by weeks. A narrow screen starts with one week open; paper shows them all.
const weeks = [...document.querySelectorAll("[data-week]")];
const addressed = () => document.getElementById(window.location.hash.slice(1));

const openAddressed = () => {
  const week = addressed()?.closest("[data-week]");
  if (!week || week.open) return;
  week.open = true;
  addressed().scrollIntoView();
};

if (window.matchMedia("(max-width: 50rem)").matches) {
  for (const week of weeks) week.open = week.dataset.week === "now";
}
openAddressed();
window.addEventListener("hashchange", openAddressed);
// What was just moved, with the way back; only now does the browser keep the focus there.
window.addEventListener("load", () => {
  document.getElementById("vua-doi")?.focus({ preventScroll: true });
});

let folded = [];
window.addEventListener("beforeprint", () => {
  folded = weeks.filter((week) => !week.open);
  for (const week of folded) week.open = true;
});
window.addEventListener("afterprint", () => {
  for (const week of folded) week.open = false;
});
