// A citation gets the full address and the day on which it is read, and a button that copies it.
for (const quoted of document.querySelectorAll<HTMLElement>("[data-citation]")) {
  const address = quoted.dataset.citation ?? "";
  const full = new URL(address, location.href).href;
  const text = quoted.textContent ?? "";
  const head = text.endsWith(address) ? text.slice(0, text.length - address.length) : text;
  quoted.textContent = `${head}${full}, accessed ${new Date().toISOString().slice(0, 10)}`;
  const button = quoted.parentElement?.querySelector<HTMLButtonElement>("button.copy");
  const said = quoted.parentElement?.querySelector<HTMLElement>(".said");
  if (!button) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(quoted.textContent ?? "").then(
      () => said && (said.textContent = "Copied."),
      () => getSelection()?.selectAllChildren(quoted),
    );
  });
}
