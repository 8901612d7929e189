// Small helps of forms: printing, taking a selection over, showing that something is at work.
const print = document.querySelector("[data-print]");
if (print) { print.hidden = false; print.addEventListener("click", () => window.print()); }

const source = document.querySelector("[data-source]");
for (const button of source ? document.querySelectorAll("[data-take]") : []) {
  button.hidden = false;
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !source.contains(chosen.anchorNode)) { source.focus(); return; }
    document.getElementById(button.dataset.take).value = chosen.toString().trim();
  });
}

for (const form of document.querySelectorAll("[data-add]")) {
  form.addEventListener("submit", () => {
    form.querySelector("progress").hidden = false;
    form.querySelector("button.first").setAttribute("aria-disabled", "true");
  });
}
