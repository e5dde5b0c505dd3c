// The query page: editor, library and answers. The page works without it; this makes it quick.
import { type Answer, ask, Fault, words } from "./query/answer";
import { html } from "./dom/elements";
import { type Editor, editor } from "./query/editor";
import { library } from "./query/library";
import type { Vocabulary } from "./query/naming";
import { results, type View } from "./query/results";

const by = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const form = by<HTMLFormElement>("ask");
const area = by<HTMLTextAreaElement>("text");
const place = by("result");
const said = by("said");
const stop = by<HTMLButtonElement>("stop");

let running: AbortController | undefined;
let view: View = "table";
// The stored question that stands in the editor, unchanged: its link is short and stays readable.
let stored: { text: string; address: string } | undefined;

async function start(): Promise<void> {
  const vocabulary = await readVocabulary();
  const hash = new URLSearchParams(location.hash.slice(1));
  view = (hash.get("view") as View | null) ?? "table";
  const linked = hash.get("query");
  const given = Boolean(document.querySelector<HTMLElement>(".workbench")?.dataset.given);
  if (linked === null && given && new URLSearchParams(location.search).has("question")) stored = { text: area.value, address: location.search };
  const host = by("editor");
  host.hidden = false;
  area.hidden = true;
  by("format").closest("label")?.setAttribute("hidden", "");
  form.querySelector<HTMLLabelElement>("label[for=text]")?.setAttribute("hidden", "");
  const made = editor(host, linked ?? area.value, vocabulary, () => void run(made, vocabulary));
  by("hint").hidden = false;
  by("share").hidden = false;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void run(made, vocabulary);
  });
  stop.addEventListener("click", () => running?.abort());
  by("share").addEventListener("click", () => void share(made));
  library(document.querySelector<HTMLElement>(".library") as HTMLElement, ({ name, values, run: at_once }) => void take(name, values, at_once, made, vocabulary));
  window.addEventListener("hashchange", () => {
    const text = new URLSearchParams(location.hash.slice(1)).get("query");
    if (text === null || text === made.text()) return;
    made.put(text);
    void run(made, vocabulary);
  });
  if (linked !== null || given) await run(made, vocabulary);
  document.documentElement.dataset.ready = "query";
}

async function readVocabulary(): Promise<Vocabulary> {
  try {
    const response = await fetch("/data/terms");
    if (response.ok) return (await response.json()) as Vocabulary;
  } catch {
    // The editor works without completion.
  }
  return { base: "", prefixes: {}, terms: [] };
}

async function take(name: string, values: URLSearchParams, at_once: boolean, made: Editor, vocabulary: Vocabulary): Promise<void> {
  const tail = values.size ? `?${values}` : "";
  try {
    const response = await fetch(`/data/question/${encodeURIComponent(name)}${tail}`);
    if (!response.ok) throw new Fault((await response.text()).trim());
    const { query } = (await response.json()) as { query: string };
    made.put(query);
    stored = { text: query, address: `?question=${encodeURIComponent(name)}${values.size ? `&${values}` : ""}` };
    history.replaceState(null, "", `/query${stored.address}`);
    view = "table";
    if (at_once) await run(made, vocabulary);
    else made.focus();
  } catch (error) {
    wrong(error, made);
  }
}

async function run(made: Editor, vocabulary: Vocabulary): Promise<void> {
  running?.abort();
  const own = new AbortController();
  running = own;
  const query = made.text();
  made.mark(0);
  stop.hidden = false;
  said.textContent = "Asking …";
  place.setAttribute("aria-busy", "true");
  const began = performance.now();
  let answer: Answer | undefined;
  try {
    answer = await ask(query, own.signal);
    history.replaceState(null, "", address(query));
    results(place, query, answer, (performance.now() - began) / 1000, view, vocabulary, (chosen) => {
      view = chosen;
      history.replaceState(null, "", address(query));
    });
    said.textContent = "";
    place.querySelector<HTMLElement>("h2")?.focus({ preventScroll: false });
  } catch (error) {
    if (running === own) wrong(error, made);
  } finally {
    if (running === own) {
      stop.hidden = true;
      place.removeAttribute("aria-busy");
    }
  }
}

function wrong(error: unknown, made: Editor): void {
  said.textContent = "";
  if (error instanceof DOMException && error.name === "AbortError") {
    said.textContent = "Stopped.";
    return;
  }
  const { what, mend, line } = words(error instanceof Error ? error.message : String(error));
  made.mark(line);
  place.hidden = false;
  place.replaceChildren(html("div", { class: "wrong", role: "alert" }, html("p", {}, html("strong", {}, what)), mend && html("p", {}, `What helps: ${mend}`), line > 0 && html("p", { class: "small" }, `Line ${line} is marked in the editor.`)));
  place.scrollIntoView({ block: "nearest" });
}

function address(query: string): string {
  const shown = view === "table" ? "" : `view=${view}`;
  if (stored?.text === query) return `/query${stored.address}${shown && `#${shown}`}`;
  return `/query#query=${encodeURIComponent(query)}${shown && `&${shown}`}`;
}

async function share(made: Editor): Promise<void> {
  const full = new URL(address(made.text()), location.href).href;
  history.replaceState(null, "", full);
  try {
    await navigator.clipboard.writeText(full);
    said.textContent = "The link is copied.";
  } catch {
    said.textContent = "The link stands in the address bar.";
  }
}

void start();
