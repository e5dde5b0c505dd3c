// The article under review: its text with the words of all statements, those of the chosen one and its sentence set off.
import type { Statement } from "./draft";
import { find, make } from "./elements";

export function showText(text: string, statements: Statement[], chosen: Statement | undefined, choose: (name: string) => void): void {
  const points = new Set([0, text.length]);
  for (const each of statements) points.add(each.start).add(each.end);
  if (chosen) points.add(chosen.from).add(chosen.to);
  const sorted = [...points].sort((a, b) => a - b);
  const pieces = sorted.slice(0, -1).map((start, i) => piece(text, start, sorted[i + 1]!, statements, chosen, choose));
  const place = find<HTMLElement>("#text"), paper = find<HTMLElement>("#paper");
  place.replaceChildren(...pieces);
  const here = place.querySelector<HTMLElement>(".here") ?? place.querySelector<HTMLElement>(".sentence");
  if (here) paper.scrollTop += here.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight / 3;
}

function piece(text: string, start: number, end: number, statements: Statement[], chosen: Statement | undefined, choose: (name: string) => void): Node {
  const words = text.slice(start, end);
  const over = statements.filter((each) => each.start <= start && each.end >= end);
  const inside = chosen && chosen.from <= start && chosen.to >= end;
  if (!over.length && !inside) return document.createTextNode(words);
  const here = chosen && over.includes(chosen);
  const shown = here ? chosen : over.reduce<Statement | undefined>((best, each) => (best && best.end - best.start <= each.end - each.start ? best : each), undefined);
  const made = make(here ? "mark" : "span", [inside ? "sentence" : "", here ? "here" : "", shown ? `quoted ${shown.stance}` : ""].filter(Boolean).join(" "), words);
  const begins = over.filter((each) => each.start === start).map((each) => each.name);
  if (begins.length) made.dataset.number = begins.join(" ");
  if (shown) made.addEventListener("click", () => choose(shown.name));
  return made;
}
