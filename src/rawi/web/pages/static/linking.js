// A card and its words in the text light up together, whichever is pointed at or has the focus.
const text = document.querySelector(".report .text");
const parts = [...document.querySelectorAll(".report [data-a]")];

function light(ids) {
  text.classList.toggle("linking", ids.length > 0);
  for (const part of parts) {
    const own = part.dataset.a.split(" ");
    part.classList.toggle("lit", ids.some((id) => own.includes(id)));
  }
}

const idsAt = (element) => element?.closest?.("[data-a]")?.dataset.a.split(" ") ?? [];

if (text && parts.length) {
  const root = document.querySelector(".report");
  const back = () => light(idsAt(document.activeElement));
  root.addEventListener("mouseover", (event) => {
    const ids = idsAt(event.target);
    if (ids.length) light(ids); else back();
  });
  root.addEventListener("mouseleave", back);
  root.addEventListener("focusin", (event) => light(idsAt(event.target)));
  root.addEventListener("focusout", () => light([]));
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-a]");
    if (!mark || !getSelection().isCollapsed) return;
    const id = mark.dataset.a.split(" ").at(-1);
    document.querySelector(`#c-${CSS.escape(id)} [data-item]`)?.focus();
  });
}
