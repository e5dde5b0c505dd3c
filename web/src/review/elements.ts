// Elements of the review's page.
import { html } from "../dom/elements";

export function find<Kind extends Element>(selector: string): Kind {
  return document.querySelector<Kind>(selector)!;
}

export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className = "", ...inside: (Node | string)[]): HTMLElementTagNameMap[Tag] {
  return html(tag, className ? { class: className } : {}, ...inside);
}

// A button that names the key which does the same.
export function button(words: string, key: string, act: () => void, className = "button"): HTMLButtonElement {
  const made = html("button", { type: "button", class: className, click: act }, words);
  if (key) {
    made.setAttribute("aria-keyshortcuts", key);
    made.append(" ", make("kbd", "", key));
  }
  return made;
}

export function dialog(title: string, closed: () => void, ...content: Node[]): HTMLDialogElement {
  const made = html("dialog", { class: "dialog", "aria-label": title }, make("h2", "", title), ...content);
  made.addEventListener("close", () => {
    made.remove();
    closed();
  });
  document.body.append(made);
  made.showModal();
  return made;
}
