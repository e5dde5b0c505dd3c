// One draft under review: the article at the left, its statements at the right, decided with keys or buttons. Each decision is
// sent with the number of decisions that were seen when it was made, so that nobody overwrites another.

interface Reading {
  name: string;
  kind: string;
  stance: string;
  proposer: string;
  speaker: string;
  certainty: string;
  form: string[];
  lines: string[];
  told: string;
}

interface Other extends Reading {
  fields: string[];
}

interface Statement extends Reading {
  head: string;
  quote: string;
  start: number;
  end: number;
  from: number;
  to: number;
  confidence: number | null;
  proposed: string;
  note: string;
  verdict: string;
  by: string;
  history: string[];
  others: Other[];
}

interface State {
  seen: number;
  decided: number;
  statements: Statement[];
  unsound: string;
  finished: { file: string; by: string; on: string; behind: boolean } | null;
  text?: string;
}

interface Editing {
  form: HTMLFormElement;
  area: HTMLTextAreaElement;
  before: string;
  seen: number;
}

class Failure extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

const KEYS: [string, string][] = [
  ["j or ↓", "the next statement"],
  ["k or ↑", "the one before"],
  ["a", "accept: it is right as it stands"],
  ["e", "correct: opens its text; Ctrl+Enter saves, Escape gives up"],
  ["r", "reject, with a reason if you like; Enter rejects, Escape gives up"],
  ["n", "add a statement that the draft lacks, behind this one"],
  ["u", "undo: take the decision back; about an undecided statement, your last one"],
  ["f", "show the undecided alone, or all"],
  ["?", "these keys"],
];
const PROPOSERS: Record<string, string> = { rules: "Rules", llm: "Language model", both: "Rules and language model" };
const REFRESH = 15000;

const root = document.querySelector<HTMLElement>("#review")!;
const path = `/review/drafts/${encodeURIComponent(root.dataset.draft!)}`;
const paper = find<HTMLElement>("#paper");
const list = find<HTMLOListElement>("#statements");
const finishing = find<HTMLButtonElement>("#finish");
const onlyUndecided = find<HTMLInputElement>("#undecided");

let state: State = { seen: 0, decided: 0, statements: [], unsound: "", finished: null };
let text = "";
let chosen = "";
let busy = false;
let editing: Editing | null = null;
let rejecting: HTMLFormElement | null = null;
let warned = "";
const mine: string[] = [];

function find<Kind extends Element>(selector: string): Kind {
  return document.querySelector<Kind>(selector)!;
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className = "", ...content: (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function button(words: string, key: string, act: () => void, className = "button"): HTMLButtonElement {
  const made = make("button", className, words);
  made.type = "button";
  if (key) {
    made.setAttribute("aria-keyshortcuts", key);
    made.append(" ", make("kbd", "", key));
  }
  made.addEventListener("click", act);
  return made;
}

function current(): Statement | undefined {
  return state.statements.find((one) => one.name === chosen);
}

// What is said to the reviewer.

function say(words: string): void {
  find("#said").textContent = words;
  complain("");
}

function complain(words: string): void {
  const place = find<HTMLElement>("#wrong");
  place.textContent = words;
  place.hidden = !words;
}

// The server.

async function ask<Answer>(rest: string, body?: object): Promise<Answer | null> {
  const options = body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {};
  let answer: Response;
  try {
    answer = await fetch(path + rest, { ...options, credentials: "same-origin", cache: "no-store" });
  } catch {
    throw new Failure(0, "The server does not answer. What it had confirmed is kept; try again.");
  }
  if (!answer.ok) throw new Failure(answer.status, (await answer.text()).trim());
  return answer.status === 204 ? null : ((await answer.json()) as Answer);
}

async function refresh(): Promise<void> {
  const found = await ask<State>(text ? `/state?seen=${state.seen}` : "/state");
  if (!found) return;
  text = found.text ?? text;
  take(found);
}

function take(found: State): void {
  const position = state.statements.findIndex((one) => one.name === chosen);
  state = found;
  if (!current()) chosen = state.statements[Math.max(0, Math.min(position, state.statements.length) - 1)]?.name ?? "";
  show();
}

async function alone(work: () => Promise<void>): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    complain(error.message);
    if (error.status === 409) {
      await refresh().catch(() => undefined);
      if (editing) editing.seen = state.seen;
      choose(chosen);
    }
  } finally {
    busy = false;
  }
}

// Who decides: asked once, kept in the browser.

function reviewer(): string {
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

function dialog(title: string, ...content: Node[]): HTMLDialogElement {
  const made = make("dialog", "dialog", make("h2", "", title), ...content);
  made.setAttribute("aria-label", title);
  made.addEventListener("close", () => {
    made.remove();
    focusRow();
  });
  document.body.append(made);
  made.showModal();
  return made;
}

function askName(then: () => void): void {
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
  const shown = dialog("Who reviews?", form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (!name) return;
    named(name);
    shown.close();
    then();
  });
}

function withName(then: (by: string) => void): void {
  const name = reviewer();
  if (name) {
    find("#who").textContent = name;
    then(name);
  } else askName(() => then(reviewer()));
}

function showKeys(): void {
  const rows = KEYS.flatMap(([key, words]) => [make("dt", "", make("kbd", "", key)), make("dd", "", words)]);
  const close = button("Close", "", () => shown.close());
  const shown = dialog("Keys", make("dl", "keys", ...rows), close);
}

// What is decided.

function decide(verdict: string, more: { note?: string; text?: string; seen?: number } = {}, about = current()): void {
  if (!about) return;
  withName((by) => {
    const sure = `${about.name} ${verdict} ${state.seen}`;
    if (about.verdict && about.by !== by && verdict !== "added" && warned !== sure && more.text === undefined) {
      warned = sure;
      say(`${about.by} has decided this (${about.verdict}). Do it again to decide otherwise.`);
      return;
    }
    void alone(async () => {
      const number = state.statements.indexOf(about);
      const sent = { statement: about.name, verdict, by, seen: state.seen, ...more };
      let found: State | null;
      try {
        found = await ask<State>("/decisions", sent);
      } catch (error) {
        if (!(error instanceof Failure) || error.status !== 422 || more.text === undefined) throw error;
        showFaults(error.message);
        return;
      }
      if (!found) return;
      const before = new Set(state.statements.map((one) => one.name));
      close();
      take(found);
      if (verdict === "withdrawn") undone(about);
      else decided(verdict, about, before, number);
    });
  });
}

function undone(about: Statement): void {
  choose(state.statements.some((one) => one.name === about.name) ? about.name : chosen);
  say(`Taken back: the decision about ${about.name}. It stays on record.`);
}

function decided(verdict: string, about: Statement, before: Set<string>, number: number): void {
  const added = verdict === "added" ? state.statements.find((one) => !before.has(one.name)) : undefined;
  mine.push(added?.name ?? about.name);
  const rest = [...state.statements.slice(number + 1), ...state.statements.slice(0, number)];
  const next = rest.find((one) => !one.verdict);
  choose(added?.name ?? next?.name ?? about.name);
  say(added ? `Added: ${added.name}` : `${about.name} ${verdict}. ${left()}`);
  if (!next && !finishing.disabled) finishing.focus();
}

function left(): string {
  const open = state.statements.length - state.decided;
  return open ? `${open} undecided.` : "All is decided: finish writes the curated annotation.";
}

function undo(): void {
  let about = current();
  while (!about?.verdict && mine.length) {
    const last = mine.pop();
    about = state.statements.find((one) => one.name === last);
  }
  if (about?.verdict) decide("withdrawn", {}, about);
  else say("Nothing is decided here that could be taken back.");
}

function reject(): void {
  const about = current();
  const place = list.querySelector(".work");
  if (!about || !place) return;
  const input = make("input");
  input.type = "text";
  input.id = "reason";
  input.maxLength = 2000;
  const label = make("label", "", "Why? (may stay empty)");
  label.htmlFor = "reason";
  const form = make("form", "reason", label, input, make("button", "button main", "Reject"), button("Give up", "", giveUp));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    decide("rejected", { note: input.value.trim() }, about);
  });
  close();
  rejecting = form;
  place.replaceChildren(form);
  input.focus();
}

async function edit(adding: boolean): Promise<void> {
  const about = current();
  if (!about) return;
  const query = `statement=${encodeURIComponent(about.name)}${adding ? "&new=1" : ""}`;
  const found = await ask<{ text: string; seen: number }>(`/editor?${query}`);
  const place = list.querySelector(".work");
  if (!found || !place || about.name !== chosen) return;
  close();
  const area = make("textarea", "yaml");
  area.id = "yaml";
  area.value = found.text;
  area.spellcheck = false;
  area.wrap = "off";
  area.rows = Math.min(34, found.text.split("\n").length + 1);
  area.setAttribute("aria-describedby", "faults");
  const label = make("label", "", adding ? "The statement to add" : "The statement, to be corrected");
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
  const faults = make("div", "faults");
  faults.id = "faults";
  faults.setAttribute("role", "alert");
  const buttons = make("p", "actions", make("button", "button main", "Save ", make("kbd", "", "Ctrl+Enter")), button("Give up", "Escape", giveUp));
  const form = make("form", "editor", label, make("div", "sheet", gutter, area), faults, buttons);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (area.value.trim() === "" || area.value === found.text) {
      giveUp();
      say("Nothing was changed.");
      return;
    }
    decide(adding ? "added" : "corrected", { text: area.value, seen: editing?.seen ?? found.seen }, about);
  });
  editing = { form, area, before: found.text, seen: found.seen };
  place.replaceChildren(form);
  number();
  area.focus();
  area.setSelectionRange(0, 0);
  form.scrollIntoView({ block: "nearest" });
}

function showFaults(message: string): void {
  if (!editing) return;
  const { form, area } = editing;
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

function dirty(): boolean {
  return editing !== null && editing.area.value !== editing.before;
}

function close(): void {
  editing = null;
  rejecting = null;
  list.querySelector(".work")?.replaceChildren();
}

function giveUp(): void {
  close();
  complain("");
  focusRow();
}

function finish(): void {
  withName((by) => {
    void alone(async () => {
      const made = await ask<{ file: string; statements: number; changed: string[]; held: boolean; command: string; state: State }>("/finish", { by });
      if (!made) return;
      take(made.state);
      const place = find<HTMLElement>("#outcome");
      const fell = made.changed.length ? [make("p", "", `References to what was rejected fell away in ${made.changed.join(", ")}.`)] : [];
      place.replaceChildren(
        make("h2", "", "The curated annotation is written"),
        make("p", "", `${made.statements} statements: `, make("code", "", made.file)),
        ...fell,
        make(
          "p",
          "",
          made.held
            ? "The graph has this article already. A new build takes this annotation in place of the draft; name all that the graph is made of, and this folder: "
            : "To bring it into the graph: ",
          make("code", "", made.command),
        ),
      );
      place.hidden = false;
      place.focus();
      say("Written.");
    });
  });
}

// What is shown.

function visible(): Statement[] {
  return onlyUndecided.checked ? state.statements.filter((one) => !one.verdict || one.name === chosen) : state.statements;
}

function step(by: number): void {
  const shown = visible();
  const at = shown.findIndex((one) => one.name === chosen);
  const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
  if (next) choose(next.name);
}

function choose(name: string): void {
  if (dirty() && name !== chosen) {
    say("Save the text first, or give it up.");
    editing?.area.focus();
    return;
  }
  if (name !== chosen) say("");
  if (!dirty()) {
    editing = null;
    rejecting = null;
  }
  chosen = name;
  show();
  focusRow();
}

function focusRow(): void {
  const row = list.querySelector<HTMLElement>(".chosen > .row");
  row?.focus({ preventScroll: true });
  row?.closest("li")?.scrollIntoView({ block: "nearest" });
}

function show(): void {
  const work = editing?.form ?? rejecting;
  const focused = work?.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  list.replaceChildren(...visible().map(row));
  if (work) list.querySelector(".work")?.replaceChildren(work);
  focused?.focus();
  const total = state.statements.length;
  const bar = find<HTMLProgressElement>("#progress");
  bar.max = total || 1;
  bar.value = state.decided;
  find("#count").textContent = `${state.decided} of ${total} decided`;
  finishing.disabled = state.decided < total || total === 0;
  finishing.title = finishing.disabled ? "Possible when all is decided" : "Writes the curated annotation";
  finishing.textContent = state.finished?.behind === false ? "Finish again" : "Finish";
  if (state.unsound) complain(`What is decided by now does not go together:\n${state.unsound}`);
  showText();
}

function row(one: Statement): HTMLLIElement {
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
  const made = make("li", one.name === chosen ? "chosen" : "", head);
  if (one.name === chosen) {
    head.setAttribute("aria-expanded", "true");
    head.setAttribute("aria-current", "true");
    made.append(detail(one));
  } else head.setAttribute("aria-expanded", "false");
  return made;
}

function detail(one: Statement): HTMLElement {
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
  for (const other of one.others) made.append(...sideBySide(one, other));
  if (one.history.length > 1) {
    made.append(make("details", "history", make("summary", "", "All decisions about it"), make("ol", "", ...one.history.map((line) => make("li", "", line)))));
  }
  made.append(
    make(
      "p",
      "actions",
      button("Accept", "a", () => decide("accepted")),
      button("Correct", "e", () => void alone(() => edit(false))),
      button("Reject", "r", reject),
      button("Add", "n", () => void alone(() => edit(true))),
      button("Undo", "u", undo),
    ),
    make("div", "work"),
  );
  return made;
}

function sideBySide(one: Statement, other: Other): Node[] {
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

function showText(): void {
  const one = current();
  const points = new Set([0, text.length]);
  for (const each of state.statements) points.add(each.start).add(each.end);
  if (one) points.add(one.from).add(one.to);
  const sorted = [...points].sort((a, b) => a - b);
  const pieces = sorted.slice(0, -1).map((start, i) => piece(start, sorted[i + 1]!, one));
  const place = find<HTMLElement>("#text");
  place.replaceChildren(...pieces);
  const here = place.querySelector<HTMLElement>(".here") ?? place.querySelector<HTMLElement>(".sentence");
  if (here) paper.scrollTop += here.getBoundingClientRect().top - paper.getBoundingClientRect().top - paper.clientHeight / 3;
}

function piece(start: number, end: number, one: Statement | undefined): Node {
  const words = text.slice(start, end);
  const over = state.statements.filter((each) => each.start <= start && each.end >= end);
  const inside = one && one.from <= start && one.to >= end;
  if (!over.length && !inside) return document.createTextNode(words);
  const here = one && over.includes(one);
  const shown = here ? one : over.reduce<Statement | undefined>((best, each) => (best && best.end - best.start <= each.end - each.start ? best : each), undefined);
  const made = make(here ? "mark" : "span", [inside ? "sentence" : "", here ? "here" : "", shown ? `quoted ${shown.stance}` : ""].filter(Boolean).join(" "), words);
  const begins = over.filter((each) => each.start === start).map((each) => each.name);
  if (begins.length) made.dataset.number = begins.join(" ");
  if (shown) made.addEventListener("click", () => choose(shown.name));
  return made;
}

// Keys.

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== "checkbox";
}

const ACTS: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  a: () => decide("accepted"),
  e: () => void alone(() => edit(false)),
  r: reject,
  n: () => void alone(() => edit(true)),
  u: undo,
  f: () => onlyUndecided.click(),
  "?": showKeys,
};

document.addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && (editing || rejecting)) {
    event.preventDefault();
    if (!dirty() || confirm("Give up what you have written?")) giveUp();
    return;
  }
  if (editing && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    editing.form.requestSubmit();
    return;
  }
  if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.repeat && /^[a-z]$/.test(event.key) && !/[jk]/.test(event.key)) return;
  if (event.key.startsWith("Arrow") && paper.contains(event.target as Node)) return;
  const act = ACTS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

window.addEventListener("beforeunload", (event) => {
  if (dirty()) event.preventDefault();
});

function look(): void {
  if (document.hidden || busy || editing || rejecting || document.querySelector("dialog[open]")) return;
  const focused = list.contains(document.activeElement);
  refresh().then(() => focused && focusRow(), (error) => complain(String(error.message)));
}

for (const one of document.querySelectorAll<HTMLElement>(".bar [hidden]")) one.hidden = false;
find("#who").textContent = reviewer() || "not named yet";
find("#rename").addEventListener("click", () => askName(() => undefined));
find("#keys").addEventListener("click", showKeys);
finishing.addEventListener("click", finish);
onlyUndecided.addEventListener("change", show);
window.addEventListener("focus", look);
setInterval(look, REFRESH);
void alone(async () => {
  await refresh();
  choose((state.statements.find((one) => !one.verdict) ?? state.statements[0])?.name ?? "");
});
