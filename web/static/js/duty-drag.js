// With a mouse, people can be dragged from slot to slot: it sends the very form that picking sends,
// and the office judges it alike. Not by touch, where dragging is how one scrolls.
import { announce } from "./page.js";

const form = document.getElementById("doi-cho");
const hasMouse = window.matchMedia("(any-hover: hover) and (any-pointer: fine)").matches;
for (const hint of document.querySelectorAll("[data-drag-hint]")) hint.hidden = !hasMouse;

const FAR = 6; // pixels a pressed mouse may tremble before it drags
const EDGE = 60; // pixels from the window's edge where a drag scrolls
const actionStart = form.getAttribute("action");
let drag = null; // {person, box, x, y, label, aim}

// Where the mouse would let go: a person to change places with, or a slot that lacks somebody.
const aimAt = (element) => {
  const box = element?.closest("[data-slot]");
  if (!box || box === drag.box) return null;
  const people = [...box.querySelectorAll("[data-member]")];
  const isThere = people.some((each) => each.dataset.member === drag.person.dataset.member);
  if (isThere) return null;
  const person = element.closest("[data-member]");
  if (person) return { box, person };
  if (box.querySelector(".duty-gap")) return { box, person: null };
  return people.length === 1 ? { box, person: people[0] } : null;
};

const wordsFor = (aim) => {
  const name = drag.person.textContent;
  if (!aim) return name;
  const place = aim.box.dataset.said;
  if (!aim.person) return `${name}: chuyển sang ${place}`;
  return `${name}: đổi chỗ với ${aim.person.textContent}, ${place}`;
};

const mark = (aim) => {
  for (const each of document.querySelectorAll(".duty-aim")) each.classList.remove("duty-aim");
  if (aim) (aim.person ?? aim.box).classList.add("duty-aim");
  if (drag.label.textContent !== wordsFor(aim)) drag.label.textContent = wordsFor(aim);
  drag.aim = aim;
};

const start = () => {
  drag.label = document.createElement("div");
  drag.label.className = "duty-dragged";
  drag.label.setAttribute("aria-hidden", "true"); // it is announced instead
  document.getElementById("main").append(drag.label);
  document.body.classList.add("duty-dragging");
  drag.person.classList.add("duty-taken");
  announce(`Đang kéo ${drag.person.textContent}. Bấm Esc để thôi.`);
};

const stop = () => {
  if (!drag) return;
  drag.label?.remove();
  document.body.classList.remove("duty-dragging");
  for (const each of document.querySelectorAll(".duty-aim, .duty-taken")) {
    each.classList.remove("duty-aim", "duty-taken");
  }
  drag = null;
};

const send = ({ person, box, aim }) => {
  form.action = actionStart + aim.box.dataset.slot;
  form.elements.nguoi.value = person.dataset.member;
  form.elements.thay_cho.value = aim.person?.dataset.member ?? "";
  form.elements.tu.value = box.dataset.slot;
  form.requestSubmit();
};

document.addEventListener("pointerdown", (event) => {
  const person = event.target.closest("[data-member]");
  const box = person?.closest("[data-slot]");
  if (!box || event.pointerType !== "mouse" || event.button !== 0) return;
  drag = { person, box, x: event.clientX, y: event.clientY, label: null, aim: null };
});

document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  if (!drag.label && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR) return;
  if (!drag.label) start();
  drag.label.style.left = `${event.clientX + 12}px`;
  drag.label.style.top = `${event.clientY + 12}px`;
  mark(aimAt(document.elementFromPoint(event.clientX, event.clientY)));
  if (event.clientY < EDGE) window.scrollBy(0, -EDGE / 4);
  if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, EDGE / 4);
});

document.addEventListener("pointerup", () => {
  if (!drag?.label) {
    drag = null;
    return;
  }
  const done = drag;
  // The press that ends a drag is no click on the link below it.
  const swallow = (event) => event.preventDefault();
  document.addEventListener("click", swallow, { capture: true, once: true });
  window.setTimeout(() => document.removeEventListener("click", swallow, true), 0);
  stop();
  if (done.aim) send(done);
  else announce(`${done.person.textContent} ở lại chỗ cũ.`);
});

document.addEventListener("pointercancel", stop);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drag?.label) return;
  announce(`${drag.person.textContent} ở lại chỗ cũ.`);
  stop();
});
