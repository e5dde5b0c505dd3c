// One draft under review: the article at the left, its statements at the right, decided with keys or buttons. Each decision is
// sent with the number of decisions that were seen when it was made, so that nobody overwrites another.

import { type State, type Statement, Failure, ask } from "./review/draft";
import { button, dialog, find, make } from "./review/elements";
import { askName, reviewer } from "./review/person";
import { type Act, row } from "./review/row";
import { type Sheet, sheet, showFaults } from "./review/sheet";
import { showText } from "./review/text";

interface Editing extends Sheet {
  before: string;
  seen: number;
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

async function refresh(): Promise<void> {
  const found = await ask<State>(path + (text ? `/state?seen=${state.seen}` : "/state"));
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
    if (error.status === 409) {
      await refresh().catch(() => undefined);
      if (editing) editing.seen = state.seen;
      choose(chosen);
    }
    complain(error.message); // at the end: whoever reads it can go on at once
  } finally {
    busy = false;
  }
}

function withName(then: (by: string) => void): void {
  const name = reviewer();
  if (name) {
    find("#who").textContent = name;
    then(name);
  } else askName(focusRow, () => then(reviewer()));
}

function showKeys(): void {
  const rows = KEYS.flatMap(([key, words]) => [make("dt", "", make("kbd", "", key)), make("dd", "", words)]);
  const close = button("Close", "", () => shown.close());
  const shown = dialog("Keys", focusRow, make("dl", "keys", ...rows), close);
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
        found = await ask<State>(`${path}/decisions`, sent);
      } catch (error) {
        if (!(error instanceof Failure) || error.status !== 422 || more.text === undefined) throw error;
        if (editing) showFaults(editing, error.message);
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
  const found = await ask<{ text: string; seen: number }>(`${path}/editor?${query}`);
  const place = list.querySelector(".work");
  if (!found || !place || about.name !== chosen) return;
  close();
  const { form, area } = sheet(adding ? "The statement to add" : "The statement, to be corrected", found.text, giveUp);
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
  area.focus();
  area.setSelectionRange(0, 0);
  form.scrollIntoView({ block: "nearest" });
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
      const made = await ask<{ file: string; statements: number; changed: string[]; command: string; state: State }>(`${path}/finish`, { by });
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
          "To bring it into the graph, in the place of the draft if that is there: ",
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
  list.replaceChildren(...visible().map((one) => row(one, one.name === chosen, DEEDS, choose)));
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
  showText(text, state.statements, current(), choose);
}

// Keys.

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== "checkbox";
}

const DEEDS: Act[] = [
  ["Accept", "a", () => decide("accepted")],
  ["Correct", "e", () => void alone(() => edit(false))],
  ["Reject", "r", reject],
  ["Add", "n", () => void alone(() => edit(true))],
  ["Undo", "u", undo],
];

const ACTS: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  ...Object.fromEntries(DEEDS.map(([, key, act]) => [key, act])),
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
find("#rename").addEventListener("click", () => askName(focusRow, () => undefined));
find("#keys").addEventListener("click", showKeys);
finishing.addEventListener("click", finish);
onlyUndecided.addEventListener("change", show);
window.addEventListener("focus", look);
setInterval(look, REFRESH);
void alone(async () => {
  await refresh();
  choose((state.statements.find((one) => !one.verdict) ?? state.statements[0])?.name ?? "");
});
