// "Sao chép mã" and "Hiện mật khẩu": shown only where the browser can do it.
import { announce, onSwap } from "./page.js";

const show = () => {
  const able = navigator.clipboard ? "[data-copy][hidden], [data-reveal][hidden]" : "[data-reveal][hidden]";
  for (const each of document.querySelectorAll(able)) each.hidden = false;
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = "Đã sao chép";
  announce("Đã sao chép mã.");
});

document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-reveal]")?.closest("form");
  if (!form) return;
  for (const box of form.querySelectorAll("[type=password], [data-secret]")) {
    box.dataset.secret = ""; // known again once it is shown
    box.type = event.target.checked ? "text" : "password";
  }
});

onSwap(show);
show();
