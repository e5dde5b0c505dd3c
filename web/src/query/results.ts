// The answer in its views: table, chart, network, map, and its text, with what is to be known of it said first.
import type { Answer, Row } from "./answer";
import { send } from "./answer";
import { chart } from "./chart";
import { download, html } from "../dom/elements";
import { number, type Vocabulary } from "./naming";
import { spreadsheet } from "./spreadsheet";
import { table } from "./table";

export type View = "table" | "chart" | "network" | "map" | "text";

const MODULES = { network: "/assets/querynetwork.js", map: "/assets/querymap.js" };
const FILES: [string, string, string][] = [
  ["CSV", "text/csv", "csv"],
  ["TSV", "text/tab-separated-values", "tsv"],
  ["JSON", "application/sparql-results+json", "json"],
  ["XML", "application/sparql-results+xml", "xml"],
];
const GRAPHS: [string, string, string][] = [
  ["Turtle", "text/turtle", "ttl"],
  ["JSON-LD", "application/ld+json", "jsonld"],
  ["N-Triples", "application/n-triples", "nt"],
];

export function results(place: HTMLElement, query: string, answer: Answer, seconds: number, first: View, vocabulary: Vocabulary, chosen: (view: View) => void): void {
  const size = answer.kind === "rows" ? `${answer.rows.length.toLocaleString("en")} ${answer.rows.length === 1 ? "row" : "rows"}` : answer.kind === "graph" ? "A graph" : "";
  const head = html("h2", { tabindex: "-1" }, answer.kind === "truth" ? (answer.truth ? "Yes" : "No") : size === "0 rows" ? "No rows" : size);
  const told = html("p", { class: "small" }, `answered in ${seconds < 0.1 ? "less than 0.1" : seconds.toFixed(1)} seconds`);
  const cut = answer.truncated && html("p", { class: "wrong", role: "alert" }, html("strong", {}, "The answer is not whole: "), `${answer.truncated}. Counts and drawings below are of these alone; a narrower query or a LIMIT gives a whole answer.`);
  const panel = html("div", { class: "panel", id: "panel", role: "tabpanel" });
  const views = answer.kind === "rows" && !answer.rows.length ? [] : offered(answer);
  const buttons = views.map((view) =>
    html("button", { type: "button", role: "tab", id: `tab-${view}`, "aria-controls": "panel", click: () => show(view) }, { table: "Table", chart: "Chart", network: "Network", map: "Map", text: "Text" }[view]),
  );
  const tabs = html("div", { class: "tabs", role: "tablist", "aria-label": "Views of the answer", keydown: (event) => step(event as KeyboardEvent, buttons) }, ...buttons);

  function show(view: View): void {
    buttons.forEach((button, at) => {
      button.setAttribute("aria-selected", String(views[at] === view));
      button.tabIndex = views[at] === view ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", `tab-${view}`);
    chosen(view);
    void draw(panel, view, answer, vocabulary);
  }

  place.replaceChildren(head, told, ...(cut ? [cut] : []), ...(views.length > 1 ? [tabs] : []), panel, files(query, answer));
  place.hidden = false;
  if (answer.kind === "rows" && !answer.rows.length) panel.replaceChildren(html("p", { class: "empty" }, "Nothing in the graph fits the query."));
  else if (views.length) show(views.includes(first) ? first : (views[0] as View));
}

// Arrow keys lead from one tab to the next.
function step(event: KeyboardEvent, buttons: HTMLElement[]): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const at = buttons.indexOf(event.target as HTMLElement);
  if (!by || at < 0) return;
  event.preventDefault();
  const next = buttons[(at + by + buttons.length) % buttons.length];
  next?.focus();
  next?.click();
}

function offered(answer: Answer): View[] {
  if (answer.kind === "truth") return [];
  if (answer.kind === "graph") return ["text"];
  const views: View[] = ["table", "chart"];
  if (things(answer.names, answer.rows).length > 1) views.push("network");
  if (placed(answer.names, answer.rows)) views.push("map");
  return [...views, "text"];
}

// The columns that hold things rather than values.
export function things(names: string[], rows: Row[]): string[] {
  return names.filter((name) => rows.some((row) => row[name]?.type === "uri"));
}

export interface Placed {
  wkt?: string;
  latitude?: string;
  longitude?: string;
}

// Which columns say where: geometries in WKT, or latitudes and longitudes.
export function placed(names: string[], rows: Row[]): Placed | undefined {
  const wkt = names.find((name) => rows.some((row) => row[name]?.datatype?.endsWith("#wktLiteral")));
  if (wkt) return { wkt };
  const numeric = names.filter((name) => rows.some((row) => number(row[name]) !== undefined));
  const latitude = numeric.find((name) => /lat(itude)?$/i.test(name));
  const longitude = numeric.find((name) => /(lon|lng|long|longitude)$/i.test(name));
  return latitude && longitude ? { latitude, longitude } : undefined;
}

async function draw(panel: HTMLElement, view: View, answer: Answer, vocabulary: Vocabulary): Promise<void> {
  if (view === "text" || answer.kind !== "rows") return panel.replaceChildren(html("pre", { class: "raw", tabindex: "0" }, html("code", {}, answer.raw.slice(0, 400_000))));
  if (view === "table") return panel.replaceChildren(table(answer.names, answer.rows, vocabulary));
  if (view === "chart") return panel.replaceChildren(chart(answer.names, answer.rows, vocabulary));
  panel.replaceChildren(html("p", { class: "small" }, "Drawing …"));
  try {
    const path = MODULES[view];
    const drawn = ((await import(path)) as { draw: (names: string[], rows: Row[], vocabulary: Vocabulary) => HTMLElement }).draw(answer.names, answer.rows, vocabulary);
    if (panel.getAttribute("aria-labelledby") === `tab-${view}`) panel.replaceChildren(drawn);
  } catch (error) {
    panel.replaceChildren(html("p", { class: "wrong", role: "alert" }, `This could not be drawn: ${error instanceof Error ? error.message : error}`));
  }
}

function files(query: string, answer: Answer): HTMLElement {
  const said = html("span", { role: "status" });
  const button = (name: string, click: () => void): HTMLElement => html("button", { class: "button", type: "button", click }, name);
  const fetched = ([name, media, ending]: [string, string, string]): HTMLElement =>
    button(name, () => {
      said.textContent = "";
      send(query, media)
        .then(async (response) => {
          const cut = response.headers.get("Aed-Truncated");
          download(`answer.${ending}`, await response.blob());
          if (cut) said.textContent = `The file is not whole: ${cut}.`;
        })
        .catch((error: unknown) => (said.textContent = error instanceof Error ? error.message : String(error)));
    });
  const own = answer.kind === "rows" ? [button("CSV for a spreadsheet", () => download("answer.csv", new Blob([spreadsheet(answer.names, answer.rows)], { type: "text/csv" })))] : [];
  return html("p", { class: "tools files noprint" }, html("span", { class: "small" }, "Download: "), ...(answer.kind === "graph" ? GRAPHS : answer.kind === "truth" ? FILES.slice(2) : FILES).map(fetched), ...own, said);
}
