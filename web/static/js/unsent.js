// What is typed into a form is kept by the office until the form is taken: each field when it is
// left, the one being typed in after a short pause. What cannot be sent now waits in this tab.
const PAUSE_MS = 700;
const mark = (form) => form?.querySelector?.("[name=chua_gui][data-keep]");
const timers = new Map();
let sent = new WeakSet(); // a browser may tell of a change while its form is on its way already
let sending = Promise.resolve(); // until all that is on its way has arrived
let busy = 0;
// What is sent while a page goes away may overtake what was sent before: the office looks at the turn.
const load = crypto.getRandomValues(new Uint32Array(1))[0];
let turn = 0;

// A file goes along once, when it is chosen, where the office can tell which of its own it is.
const contents = (form, file) => {
  const data = new FormData(form);
  const left = file ? "[data-unkept]" : "[data-unkept], [type=file]";
  for (const field of form.querySelectorAll(left)) data.delete(field.name);
  turn += 1;
  data.set("luot_go", `${load}.${turn}`);
  return file ? data : new URLSearchParams(data);
};

// What a page sends while it goes away may come later than the same page asked for again, which
// hands it over once more; it never learns how that went.
const STALE_MS = 10_000;

const send = async (form, body, keepalive, leaving = false) => {
  const key = mark(form);
  const wait = (until = "") => keepalive && sessionStorage.setItem(key.value, `${body}&den=${until}`);
  busy += 1;
  try {
    if (!navigator.onLine) wait();
    else if (leaving) wait(Date.now() + STALE_MS);
    const answer = await fetch(key.dataset.keep, { method: "POST", body, keepalive });
    if (answer.ok) sessionStorage.removeItem(key.value);
  } catch {
    wait(); // in this tab; it goes with whatever is typed next
  } finally {
    busy -= 1;
  }
};

const keep = (form, file = false, leaving = false) => {
  window.clearTimeout(timers.get(form));
  timers.delete(form);
  sending = Promise.all([sending, send(form, contents(form, file), !file, leaving)]);
};

document.addEventListener("input", ({ target }) => {
  const { form } = target;
  if (!mark(form)) return;
  window.clearTimeout(timers.get(form));
  timers.set(form, window.setTimeout(keep, PAUSE_MS, form));
});
document.addEventListener("change", ({ target }) => {
  if (mark(target.form) && !sent.has(target.form)) keep(target.form, "keptByNumber" in target.dataset && target.value !== "");
});
window.addEventListener("pagehide", () => [...timers.keys()].forEach((form) => keep(form, false, true)));

// What is still on its way must arrive before the form, or it would be kept after it was taken.
document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (!mark(form) || !navigator.onLine) return; // it stays where it is (forms.js)
  window.clearTimeout(timers.get(form));
  timers.delete(form);
  if (!busy) {
    sent.add(form);
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  sending.finally(() => form.requestSubmit(submitter));
}, true);

window.addEventListener("pageshow", () => { sent = new WeakSet(); });

// A button beside a form takes that along only where nothing else keeps it.
for (const each of document.querySelectorAll("[data-along]")) {
  for (const name of ["form", "formaction", "formnovalidate"]) each.removeAttribute(name);
}

// A tab that could not reach the office the last time hands over what it still holds.
for (const form of document.forms) {
  const left = mark(form) && sessionStorage.getItem(mark(form).value);
  if (!left) continue;
  const fields = new URLSearchParams(left);
  const until = Number(fields.get("den"));
  fields.delete("den");
  const same = ([name, text]) => /^(luot_go|once|csrf_token)$/.test(name) || fields.getAll(name).includes(text);
  if ((until && until < Date.now()) || [...contents(form)].every(same)) { // old, or it has arrived
    sessionStorage.removeItem(mark(form).value);
  } else {
    fields.set("csrf_token", form.elements.csrf_token.value);
    send(form, fields, true).then(() => sessionStorage.getItem(mark(form).value) ?? window.location.reload());
  }
}
