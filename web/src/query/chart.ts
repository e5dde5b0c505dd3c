// The answer as bars: how long, or how often, each value of a column.
import type { Row } from "./answer";
import { choice, download, html, svg } from "../dom/elements";
import { heading, label, link, number, shown, thing, type Vocabulary } from "./naming";

const MOST = 60;
const COUNTED = "";

interface Bar {
  name: string;
  value: number;
  href: string | undefined;
}

export function chart(names: string[], rows: Row[], vocabulary: Vocabulary): HTMLElement {
  const numeric = names.filter((name) => rows.some((row) => number(row[name]) !== undefined) && rows.every((row) => !row[name] || number(row[name]) !== undefined));
  const rest = shown(names).filter((name) => !numeric.includes(name));
  let what = rest[0] ?? names[0] ?? "";
  let length = numeric[0] ?? COUNTED;
  const place = html("div", { class: "bars" });
  const note = html("p", { class: "small" });

  function draw(): void {
    const bars = counted(rows, names, what, length, vocabulary);
    const some = bars.slice(0, MOST);
    place.replaceChildren(drawing(some));
    const cut = bars.length > some.length ? ` The ${MOST} longest of ${bars.length.toLocaleString("en")} are drawn.` : "";
    note.textContent = `${length === COUNTED ? "Rows" : `Sum of ${heading(length)}`} by ${heading(what)}.${cut}`;
  }

  draw();
  const save = html("button", { class: "button", type: "button", click: () => download("chart.svg", saved(place.querySelector("svg"))) }, "As SVG");
  return html(
    "div",
    {},
    html(
      "p",
      { class: "tools" },
      choice("Bars of", (rest.length ? rest : names).map((name) => [name, heading(name)]), what, (value) => ((what = value), draw())),
      choice("Length", [[COUNTED, "number of rows"], ...numeric.map((name): [string, string] => [name, heading(name)])], length, (value) => ((length = value), draw())),
      save,
    ),
    note,
    place,
  );
}

function counted(rows: Row[], names: string[], what: string, length: string, vocabulary: Vocabulary): Bar[] {
  const bars = new Map<string, Bar>();
  const other = thing(what, names) ?? what;
  for (const row of rows) {
    const node = row[other] ?? row[what];
    const key = node?.value ?? "";
    const bar = bars.get(key) ?? { name: label(row, what, vocabulary) || "(none)", value: 0, href: node?.type === "uri" ? link(node.value, vocabulary) : undefined };
    bar.value += length === COUNTED ? 1 : (number(row[length]) ?? 0);
    bars.set(key, bar);
  }
  return [...bars.values()].sort((one, two) => two.value - one.value || one.name.localeCompare(two.name, "en"));
}

// As wide as the place for answers is, so that letters have the size of the text around them.
export function room(most: number): number {
  return Math.max(Math.min(document.getElementById("result")?.clientWidth || most, most), 300);
}

function drawing(bars: Bar[]): SVGSVGElement {
  const wide = room(960);
  const narrow = wide < 600;
  const [names, height, first] = narrow ? [0, 44, 17] : [310, 26, 0];
  const longest = narrow ? Math.floor(wide / 7.6) : 42;
  const most = Math.max(...bars.map((bar) => Math.abs(bar.value)), 0) || 1;
  const scale = (wide - names - 70) / most;
  const made = svg("svg", { viewBox: `0 0 ${wide} ${bars.length * height + 8}`, role: "group", "aria-label": "Bars" });
  bars.forEach((bar, at) => {
    const y = at * height + 4;
    const name = svg("text", { x: String(narrow ? 0 : names - 8), y: String(y + (narrow ? 12 : 15)), "text-anchor": narrow ? "start" : "end", class: "name" }, bar.name.length > longest ? `${bar.name.slice(0, longest - 1)}…` : bar.name);
    const width = Math.max(Math.abs(bar.value) * scale, 1);
    const value = svg("text", { x: String(names + width + 6), y: String(y + first + 15), class: "value" }, bar.value.toLocaleString("en"));
    const block = svg("rect", { x: String(names), y: String(y + first), width: String(width), height: "20", class: "bar" });
    made.append(svg("g", {}, svg("title", {}, `${bar.name}: ${bar.value.toLocaleString("en")}`), bar.href ? svg("a", { href: bar.href, "aria-label": bar.name }, name) : name, block, value));
  });
  return made;
}

// The drawing with its colours written out, for use elsewhere.
export function saved(drawn: SVGSVGElement | null): Blob {
  if (!drawn) return new Blob();
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const from = drawn.querySelectorAll<SVGElement>("text, rect, circle, path, line");
  copy.querySelectorAll<SVGElement>("text, rect, circle, path, line").forEach((one, at) => {
    const style = getComputedStyle(from[at] as SVGElement);
    for (const name of ["fill", "stroke", "stroke-width", "font-size", "font-family", "fill-opacity", "stroke-opacity"]) one.setAttribute(name, style.getPropertyValue(name));
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}
