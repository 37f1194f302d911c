// Keeps a board up to date every two seconds. A row that did not change is left alone, and so is
// the cell somebody is in; rows change places only while nobody is busy among them.
import { announce } from "./page.js";

const EVERY_MS = 2000;
const board = document.querySelector("[data-poll]");
const sortButton = document.querySelector("[data-sort]");
for (const each of document.querySelectorAll("[data-without-script]")) each.hidden = true;
let order = []; // the ids of the rows as the office would sort them

const rowsOf = (part) => [...part.querySelectorAll("tbody > tr")];
const isBusy = (body) => body.contains(document.activeElement) || body.matches(":hover");
const isSorted = (body) => [...body.children].map((row) => row.id).join() === order.join();

const sort = (body) => {
  for (const id of order) body.append(document.getElementById(id));
  if (sortButton) sortButton.hidden = true;
};

const updateRow = (row, fresh) => {
  if (row.className !== fresh.className) row.className = fresh.className;
  [...fresh.children].forEach((cell, place) => {
    const old = row.children[place];
    if (old.innerHTML === cell.innerHTML || old.contains(document.activeElement)) return;
    old.innerHTML = cell.innerHTML;
  });
};

const tellNew = (rows) => {
  const names = rows
    .filter((row) => row.className && !document.getElementById(row.id)?.className)
    .map((row) => row.querySelector("strong").textContent);
  if (names.length) announce(`Cần giúp: ${names.join(", ")}.`);
};

const updateRows = (body, fresh) => {
  const rows = rowsOf(fresh);
  order = rows.map((row) => row.id);
  tellNew(rows);
  for (const old of [...body.children]) if (!order.includes(old.id)) old.remove();
  for (const row of rows) {
    const old = document.getElementById(row.id);
    if (old) updateRow(old, row);
    else body.append(row);
  }
  if (!isBusy(body)) sort(body);
  else if (sortButton) sortButton.hidden = isSorted(body);
};

const show = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-tag]");
  if (!fresh) return window.location.reload(); // signed out meanwhile
  board.dataset.tag = fresh.dataset.tag;
  const body = board.querySelector("tbody");
  if (!body || !fresh.querySelector("tbody")) return board.replaceChildren(...fresh.childNodes);
  updateRows(body, fresh);
  const head = [...fresh.children].filter((part) => !part.matches(".table-wrap"));
  for (const old of [...board.children]) if (!old.matches(".table-wrap")) old.remove();
  board.prepend(...head);
};

const ask = async () => {
  try {
    const headers = { "HX-Request": "true" };
    const answer = await fetch(`${board.dataset.poll}?co=${board.dataset.tag}`, { headers });
    if (answer.status === 200) show(await answer.text());
  } catch {
    // no network for a moment: ask again
  }
  window.setTimeout(ask, EVERY_MS);
};

if (sortButton) sortButton.addEventListener("click", () => sort(board.querySelector("tbody")));
window.setTimeout(ask, EVERY_MS);
