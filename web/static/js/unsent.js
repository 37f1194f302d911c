// What is typed into a form is kept by the office until the form is taken: each field when it is
// left, the one being typed in after a short pause. What cannot be sent now waits in this tab.
const PAUSE_MS = 700;
const mark = (form) => form?.elements?.namedItem("chua_gui");
const timers = new Map();
let sending = Promise.resolve();
let busy = 0;

const contents = (form) => {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  for (const field of form.querySelectorAll("[data-unkept], [type=password]")) data.delete(field.name);
  return new URLSearchParams(data);
};

const send = async (form, fields) => {
  const key = mark(form);
  busy += 1;
  try {
    sessionStorage.setItem(key.value, fields);
    const answer = await fetch(key.dataset.keep, { method: "POST", body: fields, keepalive: true });
    if (answer.ok) sessionStorage.removeItem(key.value);
  } catch {
    // Away for a moment: it stays in this tab, and goes with whatever is typed next.
  } finally {
    busy -= 1;
  }
};

const keep = (form) => {
  window.clearTimeout(timers.get(form));
  timers.delete(form);
  sending = send(form, contents(form));
};

document.addEventListener("input", ({ target }) => {
  const { form } = target;
  if (!mark(form)) return;
  window.clearTimeout(timers.get(form));
  timers.set(form, window.setTimeout(keep, PAUSE_MS, form));
});
document.addEventListener("change", ({ target }) => {
  if (mark(target.form)) keep(target.form);
});
window.addEventListener("pagehide", () => [...timers.keys()].forEach(keep));

// What is still on its way must arrive before the form, or it would be kept after it was taken.
document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (!mark(form)) return;
  window.clearTimeout(timers.get(form));
  timers.delete(form);
  if (!busy) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  sending.finally(() => form.requestSubmit(submitter));
}, true);

// A tab that could not reach the office the last time hands over what it still holds.
for (const form of document.forms) {
  const left = mark(form) && sessionStorage.getItem(mark(form).value);
  if (left) {
    const fields = new URLSearchParams(left);
    fields.set("csrf_token", form.elements.csrf_token.value);
    send(form, fields).then(() => sessionStorage.getItem(mark(form).value) ?? window.location.reload());
  }
}
