// What several scripts do with the page as a whole.

// Says something to screen readers; the eye does not see it.
export const announce = (text) => {
  document.getElementById("announce").textContent = text;
};

// Runs `follow` whenever htmx has put something new into the page.
export const onSwap = (follow) => {
  document.addEventListener("htmx:after:swap", follow); // htmx 4
  document.addEventListener("htmx:afterSwap", follow); // htmx 2
};
