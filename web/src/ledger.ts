// The ledger's quotations: all at once on demand, and always in print.

const voices = () => document.querySelectorAll<HTMLDetailsElement>("details.voice");
const button = document.querySelector<HTMLButtonElement>("[data-open]");

function openAll(open: boolean): void {
  for (const voice of voices()) voice.open = open;
}

if (button && voices().length) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = [...voices()].some((voice) => !voice.open);
    openAll(open);
    button.textContent = open ? "Hide all quotations" : "Show all quotations";
  });
}
addEventListener("beforeprint", () => openAll(true));
