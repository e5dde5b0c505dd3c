// The text of one statement while it is written, with numbered lines and what is wrong with them.
import { button, make } from "./elements";

export interface Sheet {
  form: HTMLFormElement;
  area: HTMLTextAreaElement;
}

export function sheet(words: string, text: string, giveUp: () => void): Sheet {
  const area = make("textarea", "yaml");
  area.id = "yaml";
  area.value = text;
  area.spellcheck = false;
  area.wrap = "off";
  area.rows = Math.min(34, text.split("\n").length + 1);
  area.setAttribute("aria-describedby", "faults");
  const label = make("label", "", words);
  label.htmlFor = "yaml";
  const gutter = make("div", "gutter");
  gutter.setAttribute("aria-hidden", "true");
  const number = () => {
    const lines = area.value.split("\n").length;
    if (gutter.childElementCount !== lines) {
      gutter.replaceChildren(...Array.from({ length: lines }, (_, line) => make("span", "", String(line + 1))));
    }
    gutter.scrollTop = area.scrollTop;
  };
  area.addEventListener("input", number);
  area.addEventListener("scroll", number);
  number();
  const faults = make("div", "faults");
  faults.id = "faults";
  faults.setAttribute("role", "alert");
  const buttons = make("p", "actions", make("button", "button main", "Save ", make("kbd", "", "Ctrl+Enter")), button("Give up", "Escape", giveUp));
  return { form: make("form", "editor", label, make("div", "sheet", gutter, area), faults, buttons), area };
}

// Faults as the server tells them, each with the line on which it stands.
export function showFaults({ form, area }: Sheet, message: string): void {
  const marks = form.querySelectorAll(".gutter span");
  marks.forEach((mark) => mark.classList.remove("faulty"));
  const items = message.split(/\n(?=the statement:\d+)/).map((fault) => {
    const [, line, rest] = /^the statement:(\d+):? ?([^]*)$/.exec(fault) ?? ["", "", fault];
    if (!line) return make("li", "", fault);
    marks[Number(line) - 1]?.classList.add("faulty");
    return make("li", "", button(`Line ${line}`, "", () => toLine(area, Number(line))), ` ${rest}`);
  });
  form.querySelector(".faults")!.replaceChildren(make("p", "", "This does not hold yet:"), make("ul", "", ...items));
  area.setAttribute("aria-invalid", "true");
  const first = /^the statement:(\d+)/.exec(message);
  toLine(area, first ? Number(first[1]) : 1);
}

function toLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  area.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(area).lineHeight));
}
