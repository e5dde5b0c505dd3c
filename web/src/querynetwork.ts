// The answer as a network: a line for each row, from the thing in one column to the thing in another.
import { DirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Row } from "./query/answer";
import { saved } from "./query/chart";
import { choice, download, h, svg } from "./query/dom";
import { heading, label, link, type Vocabulary } from "./query/naming";
import { things } from "./query/results";

const MOST = 250;
const SIZE = 1000;
const NONE = "";

interface Line {
  from: string;
  to: string;
  kinds: Map<string, number>;
  rows: number;
}

export function draw(names: string[], rows: Row[], vocabulary: Vocabulary): HTMLElement {
  const nodes = things(names, rows);
  const rest = names.filter((name) => !nodes.includes(name) && !name.endsWith("Label"));
  let from = nodes[0] ?? "";
  let to = nodes.find((name) => name === "target") ?? nodes[1] ?? "";
  let kind = rest.find((name) => /kind|relation|how|treatment|status/i.test(name)) ?? NONE;
  const place = h("div", { class: "network" });
  const note = h("p", { class: "small" });

  function again(): void {
    const { drawn, words } = drawing(rows, from, to, kind, vocabulary);
    place.replaceChildren(drawn);
    note.textContent = words;
  }

  again();
  const columns = nodes.map((name): [string, string] => [name, `?${name}`]);
  return h(
    "div",
    {},
    h(
      "p",
      { class: "tools" },
      choice("From", columns, from, (value) => ((from = value), again())),
      choice("to", columns, to, (value) => ((to = value), again())),
      choice("Lines named by", [[NONE, "nothing"], ...rest.map((name): [string, string] => [name, heading(name)])], kind, (value) => ((kind = value), again())),
      h("button", { class: "button", type: "button", click: () => download("network.svg", "image/svg+xml", saved(place.querySelector("svg"))) }, "As SVG"),
    ),
    note,
    place,
  );
}

function drawing(rows: Row[], from: string, to: string, kind: string, vocabulary: Vocabulary): { drawn: Element; words: string } {
  const lines = new Map<string, Line>();
  const labels = new Map<string, string>();
  const degree = new Map<string, number>();
  for (const row of rows) {
    const [one, two] = [row[from], row[to]];
    if (one?.type !== "uri" || two?.type !== "uri" || from === to) continue;
    labels.set(one.value, label(row, from, vocabulary));
    labels.set(two.value, label(row, to, vocabulary));
    for (const end of [one.value, two.value]) degree.set(end, (degree.get(end) ?? 0) + 1);
    const key = JSON.stringify([one.value, two.value]);
    const line = lines.get(key) ?? { from: one.value, to: two.value, kinds: new Map(), rows: 0 };
    line.rows += 1;
    if (kind && row[kind]) line.kinds.set(String(row[kind]?.value), (line.kinds.get(String(row[kind]?.value)) ?? 0) + 1);
    lines.set(key, line);
  }
  const ranked = [...degree].sort((one, two) => two[1] - one[1] || (one[0] < two[0] ? -1 : 1)).map(([iri]) => iri);
  const kept = new Set(ranked.slice(0, MOST));
  const some = [...lines.values()].filter((line) => kept.has(line.from) && kept.has(line.to));
  const at = arranged([...kept], some);
  const cut = ranked.length > kept.size ? ` The ${MOST} things in most rows, of ${ranked.length.toLocaleString("en")}, are drawn.` : "";
  const words = `${kept.size.toLocaleString("en")} things, ${some.length.toLocaleString("en")} lines. A line from ?${from} to ?${to} means a row of the answer with both, and nothing more.${cut}`;
  return { drawn: picture(some, kept, at, labels, degree, vocabulary), words };
}

// Places in a square, the same for the same answer.
function arranged(nodes: string[], lines: Line[]): Map<string, [number, number]> {
  const graph = new DirectedGraph();
  nodes.forEach((node, index) => {
    const angle = index * 2.399963;
    const radius = Math.sqrt(index + 1);
    graph.addNode(node, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  });
  for (const line of lines) if (line.from !== line.to) graph.mergeEdge(line.from, line.to);
  if (graph.order > 1) forceAtlas2.assign(graph, { iterations: 300, settings: { ...forceAtlas2.inferSettings(graph), gravity: 1.5, strongGravityMode: false, linLogMode: true } });
  const found = nodes.map((node): [string, number, number] => [node, graph.getNodeAttribute(node, "x"), graph.getNodeAttribute(node, "y")]);
  const spread = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values) - Math.min(...values) || 1];
  const [[left, width], [top, height]] = [spread(found.map((one) => one[1])), spread(found.map((one) => one[2]))];
  return new Map(found.map(([node, x, y]) => [node, [110 + ((x - left) / width) * (SIZE - 220), 30 + ((y - top) / height) * (SIZE * 0.7 - 60)]]));
}

function picture(lines: Line[], nodes: Set<string>, at: Map<string, [number, number]>, labels: Map<string, string>, degree: Map<string, number>, vocabulary: Vocabulary): SVGSVGElement {
  const made = svg("svg", { viewBox: `0 0 ${SIZE} ${SIZE * 0.7}`, role: "group", "aria-label": "Network of the answer" });
  const name = (iri: string): string => labels.get(iri) || iri;
  for (const line of lines) {
    const [[x, y], [u, v]] = [at.get(line.from) ?? [0, 0], at.get(line.to) ?? [0, 0]];
    const kinds = [...line.kinds].map(([kind, times]) => (times > 1 ? `${kind} (${times})` : kind)).join(", ");
    const bend = 0.12;
    const [mx, my] = [(x + u) / 2 + (v - y) * bend, (y + v) / 2 - (u - x) * bend];
    const loop = line.from === line.to;
    const path = loop ? `M${x} ${y} c-30 -40 30 -40 0 0` : `M${x} ${y} Q${mx} ${my} ${u} ${v}`;
    const stance = /^(denies|denied)/i.test(kinds) ? "denies" : /^(accuses|asserts)/i.test(kinds) ? "says" : /^conced|acknowledg/i.test(kinds) ? "concedes" : "";
    made.append(
      svg(
        "g",
        { class: `line ${stance}` },
        svg("title", {}, `${name(line.from)} → ${name(line.to)}${kinds ? `: ${kinds}` : ""} (${line.rows} ${line.rows === 1 ? "row" : "rows"})`),
        svg("path", { d: path, "stroke-width": String(Math.min(1 + Math.log2(line.rows), 5)) }),
        !loop && svg("circle", { class: "tip", cx: String(0.2 * mx + 0.8 * u + 0.0 * x), cy: String(0.2 * my + 0.8 * v), r: "3" }),
      ),
    );
  }
  const named = nodes.size <= 60;
  const most = [...nodes].sort((one, two) => (degree.get(two) ?? 0) - (degree.get(one) ?? 0)).slice(0, 40);
  for (const iri of nodes) {
    const [x, y] = at.get(iri) ?? [0, 0];
    const href = link(iri, vocabulary);
    const radius = 4 + Math.min(Math.sqrt(degree.get(iri) ?? 1), 9);
    const parts = [
      svg("title", {}, `${name(iri)}: in ${degree.get(iri) ?? 0} rows`),
      svg("circle", { cx: String(x), cy: String(y), r: String(radius) }),
      (named || most.includes(iri)) && svg("text", { x: String(x), y: String(y - radius - 3), "text-anchor": "middle" }, name(iri).length > 30 ? `${name(iri).slice(0, 29)}…` : name(iri)),
    ];
    made.append(href ? svg("a", { href, class: "node", "aria-label": name(iri) }, ...parts) : svg("g", { class: "node" }, ...parts));
  }
  return made;
}
