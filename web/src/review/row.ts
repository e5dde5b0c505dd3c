// A statement in the list: its line, and, for the chosen one, all that is read in it and what can be done.
import type { Other, Reading, Statement } from "./draft";
import { button, make } from "./elements";

const PROPOSERS: Record<string, string> = { rules: "Rules", llm: "Language model", both: "Rules and language model" };

// What a person can do to the chosen statement: the words, the key, what it does.
export type Act = [string, string, () => void];

export function row(one: Statement, isChosen: boolean, acts: Act[], choose: (name: string) => void): HTMLLIElement {
  const verdict = one.verdict || "undecided";
  const content = [
    make("span", "number", one.name),
    make("span", `chip ${one.stance}`, one.kind),
    make("span", "words", one.quote),
    make("span", `verdict ${verdict}`, one.verdict ? `${one.verdict} · ${one.by}` : "undecided"),
  ];
  const head = make("button", "row", ...content);
  head.type = "button";
  head.addEventListener("click", () => choose(one.name));
  const made = make("li", isChosen ? "chosen" : "", head);
  head.setAttribute("aria-expanded", String(isChosen));
  if (isChosen) {
    head.setAttribute("aria-current", "true");
    made.append(detail(one, acts, choose));
  }
  return made;
}

function detail(one: Statement, acts: Act[], choose: (name: string) => void): HTMLElement {
  const rows: [string, string][] = [
    ["speaker", one.speaker],
    ["stance", one.kind],
    ["form", one.form.join(", ")],
    ["certainty", one.certainty === "certain" ? "" : one.certainty],
    ["proposed by", one.proposed || "a person"],
    ["confidence", one.confidence === null ? "" : String(one.confidence)],
    ["note", one.note],
    ["decided", one.told],
  ];
  const facts = rows.filter(([, value]) => value).flatMap(([name, value]) => [make("dt", "", name), make("dd", "", value)]);
  const made = make(
    "div",
    "detail",
    make("p", "small", one.head, " ", one.proposed ? make("span", "chip draft", one.verdict ? "drafted by a machine" : "machine draft") : ""),
    make("ul", "lines", ...one.lines.map((line) => make("li", "", line))),
    make("dl", "facts", ...facts),
  );
  for (const other of one.others) made.append(...sideBySide(one, other, choose));
  if (one.history.length > 1) {
    made.append(make("details", "history", make("summary", "", "All decisions about it"), make("ol", "", ...one.history.map((line) => make("li", "", line)))));
  }
  made.append(make("p", "actions", ...acts.map(([words, key, act]) => button(words, key, act))), make("div", "work"));
  return made;
}

function sideBySide(one: Statement, other: Other, choose: (name: string) => void): Node[] {
  const fields = other.fields.join(", ");
  const box = make("div", "sides", side(one, "this statement", null), side(other, `statement ${other.name}`, () => choose(other.name)));
  if (other.proposer !== "llm") box.append(box.firstChild!);
  return [make("h3", "", `Rules and language model read these words differently: ${fields}`), box];
}

function side(one: Reading, place: string, go: (() => void) | null): HTMLElement {
  const made = make(
    "section",
    `side ${one.stance}`,
    make("h4", "", PROPOSERS[one.proposer] ?? "A machine"),
    make("p", "small", `${place} · `, make("span", `chip ${one.stance}`, one.kind)),
    make("ul", "lines", ...one.lines.map((line) => make("li", "", line))),
    make("p", "small", one.told || "undecided"),
  );
  if (go) made.append(button(`Go to ${place}`, "", go));
  return made;
}
