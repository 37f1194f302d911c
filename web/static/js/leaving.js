// A form on its way leads to the next screen: the page it leaves asks no more, or an answer to that
// could lead elsewhere.
let leaving = false;
const stayIfLeaving = (event) => {
  if (leaving) event.preventDefault();
};
document.addEventListener("submit", () => {
  leaving = true;
  for (const asking of document.querySelectorAll("[hx-trigger^=every]")) {
    asking.dispatchEvent(new Event("htmx:abort"));
  }
});
window.addEventListener("pageshow", () => { leaving = false; });
document.addEventListener("htmx:before:request", stayIfLeaving); // htmx 4
document.addEventListener("htmx:beforeRequest", stayIfLeaving); // htmx 2
