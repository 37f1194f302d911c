// Counts the seconds left beside a code. Screen readers hear it at 60, 30 and 0 only.
(() => {
  "use strict";

  const words = (seconds) => {
    const minutes = Math.floor(seconds / 60);
    return (minutes ? `${minutes} phút ` : "") + `${seconds % 60} giây`;
  };

  const tick = (line) => {
    if (!line.isConnected) return; // swapped away
    const place = line.querySelector("[data-countdown-left]");
    const left = Math.max(0, Math.ceil((Number(line.dataset.ends) - performance.now()) / 1000));
    place.textContent = left ? words(left) : "đã hết";
    const region = document.getElementById("announce");
    if (region && (left === 60 || left === 30)) region.textContent = `Còn ${words(left)}.`;
    if (region && left === 0) region.textContent = "Đã hết thời gian.";
    if (left > 0) window.setTimeout(tick, 1000, line);
  };

  const start = () => {
    for (const line of document.querySelectorAll("[data-countdown]:not([data-ends])")) {
      line.dataset.ends = performance.now() + Number(line.dataset.countdown) * 1000;
      tick(line);
    }
  };

  document.addEventListener("htmx:after:swap", start); // htmx 4
  document.addEventListener("htmx:afterSwap", start); // htmx 2
  start();
})();
