// The keys: j and k go through what can be opened, d decides, ? lists them all.
const OFF = "rawi-keys-off";
const stored = () => { try { return localStorage.getItem(OFF) === "yes"; } catch { return false; } };
const store = (off) => { try { localStorage.setItem(OFF, off ? "yes" : "no"); } catch { /* not kept */ } };

const items = () => [...document.querySelectorAll("[data-item]")].filter((one) => one.offsetParent);

function step(by) {
  const all = items();
  if (!all.length) return;
  const card = document.activeElement?.closest("[data-card], li, tr");
  let at = all.indexOf(document.activeElement);
  if (at < 0 && card) at = all.findIndex((one) => card.contains(one));
  const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
  next.focus();
  (next.closest("li, tr") ?? next).scrollIntoView({ block: "nearest" });
}

const opened = () => {
  const form = document.activeElement?.closest("details.decide[open]");
  return form ?? document.querySelector("details.decide[open]");
};

function decide() {
  const place = document.activeElement?.closest("[data-card], tr") ?? document.querySelector("[data-card], tbody tr");
  const all = [...(place?.querySelectorAll("details.decide") ?? [])];
  if (!all.length) return false;
  for (const one of document.querySelectorAll("details.decide[open]")) one.open = false;
  for (const one of all) one.open = true;
  all[0].querySelector("summary").focus();
  return true;
}

function choose(key) {
  for (const one of document.querySelectorAll("details.decide[open] [data-key]")) {
    if (one.dataset.key !== key) continue;
    const by = one.closest("form").querySelector("[name=by]");
    if (one.matches("button") && by && !by.value.trim()) by.focus();
    else one.click();
    return true;
  }
  return false;
}

async function list() {
  let dialog = document.querySelector("dialog.keys");
  if (!dialog) {
    const answer = await fetch("/keys");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    dialog = document.createElement("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-label", page.querySelector("h1").textContent);
    const close = document.createElement("form");
    close.method = "dialog";
    const button = document.createElement("button");
    button.textContent = "Esc";
    close.append(button);
    dialog.append(page.querySelector("table.keys"), close);
    document.body.append(dialog);
  }
  dialog.showModal();
}

const moves = {
  j: () => step(1),
  k: () => step(-1),
  g: () => location.assign("/"),
  "?": list,
  "/": () => { const box = document.querySelector("[data-search]"); if (box) { box.focus(); box.select(); } else location.assign("/#q"); },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, dialog");
  if (event.key === "Escape" && !event.target.closest?.("dialog")) {
    const form = opened();
    if (form) { form.open = false; form.querySelector("summary").focus(); }
    else document.activeElement?.blur();
    return;
  }
  if (typing || stored()) return;
  // The place of a key counts where the letter is none of ours: an Arabic or Russian layout.
  const key = /^[ -~]$/.test(event.key) ? event.key : event.code.replace(/^Key/, "").toLowerCase();
  if (opened() && choose(key)) event.preventDefault();
  else if (key === "d" ? decide() : key in moves && (moves[key](), true)) event.preventDefault();
});

document.querySelector("[data-keys]")?.addEventListener("click", (event) => { event.preventDefault(); list(); });

const button = document.querySelector("[data-keys-off]");
if (button) {
  const show = () => { button.textContent = stored() ? button.dataset.on : button.dataset.off; };
  button.hidden = false;
  button.addEventListener("click", () => { store(!stored()); show(); });
  show();
}
