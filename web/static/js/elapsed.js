// Lets the time of the visit run on while the page stays open; not announced.
const opened = performance.now();
const words = (seconds) => {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return [[hours, "giờ"], [minutes, "phút"], [seconds % 60, "giây"]]
    .filter(([count]) => count).map((part) => part.join(" ")).join(" ") || "0 giây";
};

for (const place of document.querySelectorAll("[data-elapsed]")) {
  const before = Number(place.dataset.elapsed);
  window.setInterval(() => {
    place.textContent = words(before + Math.floor((performance.now() - opened) / 1000));
  }, 1000);
}
