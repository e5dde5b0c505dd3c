// Who decides: asked once, kept in the browser.
import { dialog, find, make } from "./elements";

export function reviewer(): string {
  try {
    return localStorage.getItem("reviewer") ?? "";
  } catch {
    return find("#who").textContent ?? "";
  }
}

function named(name: string): void {
  try {
    localStorage.setItem("reviewer", name);
  } catch {
    // It holds for this page alone.
  }
  find("#who").textContent = name;
}

export function askName(closed: () => void, then: () => void): void {
  const input = make("input");
  input.type = "text";
  input.required = true;
  input.maxLength = 100;
  input.id = "name";
  input.autocomplete = "name";
  input.value = reviewer();
  const label = make("label", "", "Your name is kept with every decision.");
  label.htmlFor = "name";
  const form = make("form", "", label, input, make("button", "button main", "Go on"));
  const shown = dialog("Who reviews?", closed, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (!name) return;
    named(name);
    shown.close();
    then();
  });
}
