// The library of stored questions: searched, opened, filled in, run or put into the editor.
import { button } from "../dom/elements";

export interface Chosen {
  name: string;
  values: URLSearchParams;
  run: boolean;
}

export function library(place: HTMLElement, take: (chosen: Chosen) => void): void {
  const items = [...place.querySelectorAll<HTMLLIElement>("#questions > li")];
  for (const item of items) {
    const title = item.querySelector<HTMLAnchorElement>("a.title");
    const more = item.querySelector<HTMLElement>(".more");
    const form = item.querySelector<HTMLFormElement>("form.take");
    if (!title || !more || !form) continue;
    const act = (): void => {
      more.hidden = !more.hidden;
      opener.setAttribute("aria-expanded", String(!more.hidden));
    };
    const opener = button(title.textContent ?? "", act, { class: "title", "aria-expanded": "false" });
    title.replaceWith(opener);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const values = new URLSearchParams();
      for (const input of form.querySelectorAll("input")) if (input.value.trim() && input.value !== input.defaultValue) values.set(input.name, input.value.trim());
      const run = !(event.submitter instanceof HTMLButtonElement && event.submitter.value === "put");
      take({ name: form.dataset.name ?? "", values, run });
    });
  }
  const find = place.querySelector<HTMLInputElement>("#find");
  const none = place.querySelector<HTMLElement>("#none");
  find?.closest<HTMLElement>(".find")?.removeAttribute("hidden");
  find?.addEventListener("input", () => {
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) item.hidden = !wanted.every((word) => item.dataset.words?.toLowerCase().includes(word));
    if (none) none.hidden = items.some((item) => !item.hidden);
  });
}
