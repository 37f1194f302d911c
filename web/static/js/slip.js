// Takes the code of a slip over from the address, where it never reaches the server, and puts it
// into the field; and offers to print where there is a script to do it.
const LONGEST = 20;
const field = document.getElementById("phieu");

const takeOver = () => {
  const code = window.location.hash.slice(1, 1 + LONGEST);
  if (!field || !/^[A-Z0-9-]+$/i.test(code)) return;
  field.value = code;
  window.history.replaceState(null, "", window.location.pathname); // leave it in no history
  field.form.querySelector("button").focus();
};

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
window.addEventListener("hashchange", takeOver);
takeOver();
