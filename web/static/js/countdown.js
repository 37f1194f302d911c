// Counts the seconds left beside a code. Screen readers hear it at 60, 30 and 0 only.
// With data-clock it keeps to the world's own clock, which may be moved or stand still.
import { announce, onSwap } from "./page.js";

const ASK_EVERY_MS = 2000;
const clocks = new WeakMap(); // line -> {left, running, asked}: seconds left when last asked

const words = (seconds) => {
  const minutes = Math.floor(seconds / 60);
  return (minutes ? `${minutes} phút ` : "") + `${seconds % 60} giây`;
};

const secondsLeft = ({ left, running, asked }) => {
  const passed = running ? (performance.now() - asked) / 1000 : 0;
  return Math.max(0, Math.ceil(left - passed));
};

const show = (line) => {
  const left = secondsLeft(clocks.get(line));
  const place = line.querySelector("[data-countdown-left]");
  const text = left ? words(left) : "đã hết";
  if (place.textContent === text) return;
  place.textContent = text;
  if (left === 60 || left === 30) announce(`Còn ${text}.`);
  if (left === 0) announce("Đã hết thời gian.");
};

const tick = (line) => {
  if (!line.isConnected) return; // swapped away
  show(line);
  window.setTimeout(tick, 1000, line);
};

const set = (line, left, running) => {
  clocks.set(line, { left, running, asked: performance.now() });
  show(line);
};

const ask = async (line) => {
  if (!line.isConnected) return;
  try {
    const told = await (await fetch(line.dataset.clock)).json();
    set(line, Number(line.dataset.until) - told.now, told.running);
  } catch {
    // no network for a moment: go on counting
  }
  window.setTimeout(ask, ASK_EVERY_MS, line);
};

const start = () => {
  for (const line of document.querySelectorAll("[data-countdown]")) {
    if (clocks.has(line)) continue;
    set(line, Number(line.dataset.countdown), true);
    tick(line);
    if (line.dataset.clock) ask(line);
  }
};

onSwap(start);
start();
