// "Sao chép mã": shown only where the browser can copy; without it the code is read off the screen.
(() => {
  "use strict";

  if (!navigator.clipboard) return; // plain http on another machine has none

  const announce = (text) => {
    const region = document.getElementById("announce");
    if (region) region.textContent = text;
  };
  const show = () => {
    for (const button of document.querySelectorAll("[data-copy][hidden]")) button.hidden = false;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "Đã sao chép";
    announce("Đã sao chép mã.");
  });
  document.addEventListener("htmx:after:swap", show); // htmx 4
  document.addEventListener("htmx:afterSwap", show); // htmx 2
  show();
})();
