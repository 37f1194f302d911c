// Focus goes to the summary of mistakes; a form is sent once however often it is pressed.
import { announce, onSwap } from "./page.js";

// Once: a screen that follows by itself must not take the focus back to an old mistake.
const focusMistakes = () => {
  const summary = document.getElementById("error-summary");
  if (!summary || summary.dataset.told) return;
  summary.dataset.told = "yes";
  summary.focus();
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (!navigator.onLine) { // else the browser's own page would stand in its place
    event.preventDefault();
    tellOffline();
    return;
  }
  if ("again" in form.dataset) return; // downloads may be pressed again
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  form.setAttribute("aria-busy", "true");
  announce("Đang gửi, anh/chị đợi một chút.");
});

// The server takes a press once, however often it arrives: only an answered one has a new key next.
const renewKey = (form) => {
  if (form.method !== "post" || form.dataset.sent) return;
  if (form.dataset.pressed && !form.dataset.unanswered) form.elements.once.value = crypto.getRandomValues(new BigUint64Array(2)).join("-");
  form.dataset.pressed = "yes";
  delete form.dataset.unanswered;
};
document.addEventListener("submit", ({ target }) => renewKey(target), true); // before htmx reads the form

// A page taken back from the browser's memory, or an answer swapped in, may be sent again.
const release = (answered) => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    if (!answered) form.dataset.unanswered = "yes";
    form.removeAttribute("aria-busy");
  }
};

const startAfresh = () => {
  release(true);
  if (navigator.onLine) document.querySelector(".ribbon-offline")?.remove();
  announce("");
  focusMistakes();
};

// Whoever presses while nothing arrives must see why; what was done before is kept.
const tellOffline = () => {
  document.querySelector(".ribbon-offline")?.remove();
  if (navigator.onLine || window !== window.top) return; // the page around a pane tells it
  tell("Mất kết nối mạng. Việc đã làm vẫn còn; có mạng lại, anh/chị bấm lại nút vừa rồi.");
};

const tell = (words) => {
  document.querySelector(".ribbon-offline")?.remove();
  const told = document.createElement("p");
  told.className = "ribbon-offline";
  told.setAttribute("role", "alert");
  told.textContent = words;
  document.querySelector(".ribbon").append(told);
  release(false);
};

// The answer was lost on its way, though the network is there.
const tellUnanswered = ({ target }) => {
  if (!navigator.onLine || !target.closest?.("form[data-sent]")) return;
  tell("Chưa nhận được trả lời. Việc đã làm vẫn còn; anh/chị bấm lại nút vừa rồi.");
};

// Enter presses the button that belongs to the field, else it leads to the next field.
document.addEventListener("keydown", (event) => {
  const { target, key, isComposing } = event;
  if (key !== "Enter" || isComposing || !target.matches("input[data-enter]")) return;
  event.preventDefault();
  const button = target.form.querySelector(`button[value="${target.dataset.enter}"]`);
  const following = [...target.form.elements].slice([...target.form.elements].indexOf(target) + 1);
  if (button) button.click();
  else following.find((field) => field.matches("input:not([type=hidden], [readonly]), select"))?.focus();
});

// Reloaded or come back to, the page downloads nothing again.
if (window.location.search === "?tai") window.history.replaceState(null, "", window.location.pathname + window.location.hash);

window.addEventListener("offline", tellOffline);
window.addEventListener("online", tellOffline);
document.addEventListener("htmx:error", tellUnanswered);
window.addEventListener("pageshow", () => release(false));
onSwap(startAfresh);
focusMistakes();
