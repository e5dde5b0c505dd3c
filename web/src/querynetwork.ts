// The answer as a network: a line for each row, from the thing in one column to the thing in another.
import { DirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Row } from "./query/answer";
import { room, saved } from "./query/chart";
import { choice, download, html, svg } from "./dom/elements";
import { heading, label, link, type Vocabulary } from "./query/naming";
import { things } from "./query/results";

const MOST = 250;
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
  const place = html("div", { class: "network" });
  const note = html("p", { class: "small" });

  function again(): void {
    const { drawn, words } = drawing(rows, from, to, kind, vocabulary);
    place.replaceChildren(drawn);
    note.textContent = words;
  }

  again();
  const columns = nodes.map((name): [string, string] => [name, `?${name}`]);
  return html(
    "div",
    {},
    html(
      "p",
      { class: "tools" },
      choice("From", columns, from, (value) => ((from = value), again())),
      choice("to", columns, to, (value) => ((to = value), again())),
      choice("Lines named by", [[NONE, "nothing"], ...rest.map((name): [string, string] => [name, heading(name)])], kind, (value) => ((kind = value), again())),
      html("button", { class: "button", type: "button", click: () => download("network.svg", saved(place.querySelector("svg"))) }, "As SVG"),
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
  return { drawn: picture(some, ranked.slice(0, MOST), at, labels, degree, vocabulary), words };
}

// Places in a square of side 1, the same for the same answer.
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
  return new Map(found.map(([node, x, y]) => [node, [0.1 + ((x - left) / width) * 0.8, 0.06 + ((y - top) / height) * 0.88]]));
}

function picture(lines: Line[], nodes: string[], square: Map<string, [number, number]>, labels: Map<string, string>, degree: Map<string, number>, vocabulary: Vocabulary): SVGSVGElement {
  const wide = room(1240);
  const high = wide < 600 ? wide * 1.25 : wide * 0.62;
  const at = (iri: string): [number, number] => [(square.get(iri)?.[0] ?? 0) * wide, (square.get(iri)?.[1] ?? 0) * high];
  const made = svg("svg", { viewBox: `0 0 ${wide} ${high}`, role: "group", "aria-label": "Network of the answer" });
  const name = (iri: string): string => labels.get(iri) || iri;
  for (const line of lines) {
    const [[x, y], [u, v]] = [at(line.from), at(line.to)];
    const kinds = [...line.kinds].map(([kind, times]) => (times > 1 ? `${kind} (${times})` : kind)).join(", ");
    const [mx, my] = [(x + u) / 2 + (v - y) * 0.12, (y + v) / 2 - (u - x) * 0.12];
    const loop = line.from === line.to;
    const path = loop ? `M${x} ${y} c-30 -40 30 -40 0 0` : `M${x} ${y} Q${mx} ${my} ${u} ${v}`;
    const tip = [0.04 * x + 0.32 * mx + 0.64 * u, 0.04 * y + 0.32 * my + 0.64 * v].map(String);
    made.append(
      svg(
        "g",
        { class: `line ${stance([...line.kinds.keys()])}` },
        svg("title", {}, `${name(line.from)} → ${name(line.to)}${kinds ? `: ${kinds}` : ""} (${line.rows} ${line.rows === 1 ? "row" : "rows"})`),
        svg("path", { d: path, "stroke-width": String(Math.min(1 + Math.log2(line.rows), 5)) }),
        !loop && svg("circle", { class: "tip", cx: tip[0] ?? "", cy: tip[1] ?? "", r: "3" }),
      ),
    );
  }
  const taken: Box[] = nodes.map((iri) => box(at(iri), 10, 10));
  for (const iri of nodes) {
    const [x, y] = at(iri);
    const href = link(iri, vocabulary);
    const radius = 4 + Math.min(Math.sqrt(degree.get(iri) ?? 1), 9);
    const short = name(iri).length > 30 ? `${name(iri).slice(0, 29)}…` : name(iri);
    const spots: [number, number][] = [[x, y - radius - 9], [x, y + radius + 11], [x + radius + short.length * 3.7 + 4, y], [x - radius - short.length * 3.7 - 4, y]];
    const around = (spot: [number, number]): Box => box(spot, short.length * 7.2, 14);
    const free = spots.find((spot) => around(spot)[0] > 0 && around(spot)[2] < wide && !taken.some((other) => meet(around(spot), other)));
    if (free) taken.push(around(free));
    const [tx, ty] = free ?? spots[0] ?? [x, y];
    const parts = [
      svg("title", {}, `${name(iri)}: in ${degree.get(iri) ?? 0} rows`),
      svg("circle", { cx: String(x), cy: String(y), r: String(radius) }),
      svg("text", { x: String(tx), y: String(ty + 4.5), "text-anchor": "middle", class: free ? "" : "beneath" }, short),
    ];
    made.append(href ? svg("a", { href, class: "node", "aria-label": name(iri) }, ...parts) : svg("g", { class: "node" }, ...parts));
  }
  return made;
}

// The colour of a line whose rows are all of one stance; mixed ones have none, so that no denial reads as an assertion.
function stance(kinds: string[]): string {
  const found = new Set(kinds.map((kind) => (/blanket|cover/i.test(kind) ? "covers" : /^(denies|denied)/i.test(kind) ? "denies" : /^(accuses|asserts)/i.test(kind) ? "says" : /^(conced|acknowledg)/i.test(kind) ? "concedes" : "")));
  return found.size === 1 ? ([...found][0] ?? "") : "";
}

type Box = [left: number, top: number, right: number, bottom: number];

function box([x, y]: [number, number], width: number, height: number): Box {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function meet(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}
