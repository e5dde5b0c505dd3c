// What is shown, as files: GEXF and GraphML for network tools, SVG and PNG as a picture.
import { download, html } from "../dom/elements";
import { type Network, textOf } from "./columns";
import { type Drawing, colours, mixed, short } from "./drawing";
import type { Shown } from "./selection";

export interface View { network: Network; shown: Shown; drawing: Drawing }

const NAME = "Claims as reported, not findings";

// Text without what XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets), escaped.
export function xml(text: string): string {
  const plain = text.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
  return plain.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;");
}

interface Actor { at: number; id: string; label: string; kind: string; statements: number; denials: number; x: number; y: number; size: number; colour: string; shape: number }
interface Line { at: number; id: string; source: string; target: string; kind: string; label: string; statements: number; drafts: number; blanket: boolean; first: string; last: string; colour: string }

function actorsOf({ network, shown, drawing }: View): Actor[] {
  const { actors } = network.columns;
  return [...shown.actors.keys()].filter((at) => shown.actors[at]).map((at) => {
    const { x, y, size, color } = drawing.mark(at);
    return { at, id: network.iri(at), label: network.label(at), kind: actors.kinds[actors.kind[at]!]!, statements: actors.statements[at]!, denials: actors.denials[at]!, x, y, size, colour: color, shape: actors.shape[at]! };
  });
}

function linesOf({ network, shown }: View): Line[] {
  const { edges, said } = network.columns, { dark } = colours();
  return [...shown.counts.keys()].filter((at) => shown.counts[at]).map((at) => {
    const places = Array.from({ length: edges.count[at]! }, (_, step) => network.begin[at]! + step), kind = network.kind(at);
    const firsts = places.map((one) => said.first[one] ?? null).filter((day) => day !== null), lasts = places.map((one) => said.last[one] ?? null).filter((day) => day !== null);
    return {
      at, id: `e${at}`, source: network.iri(network.source(at)), target: network.iri(network.target(at)), kind: kind.name, label: kind.label,
      statements: edges.reference[at] ? 0 : shown.counts[at]!, drafts: places.filter((one) => said.draft[one]).length, blanket: Boolean(edges.blanket[at]),
      first: firsts.length ? textOf(firsts.reduce((a, b) => Math.min(a, b))) : "", last: lasts.length ? textOf(lasts.reduce((a, b) => Math.max(a, b))) : "",
      colour: dark ? kind.on_dark : kind.colour,
    };
  });
}

const ACTOR = [["kind", "string"], ["statements", "integer"], ["denials", "integer"]] as const;
const LINE = [["kind", "string"], ["statements", "integer"], ["drafts", "integer"], ["blanket", "boolean"], ["first", "string"], ["last", "string"]] as const;

// https://gexf.net/1.2/
export function gexf(view: View): string {
  const columns = (of: readonly (readonly [string, string])[], kind: string) => `<attributes class="${kind}">${of.map(([name, type]) => `<attribute id="${name}" title="${name}" type="${type}"/>`).join("")}</attributes>`;
  const values = (of: readonly (readonly [string, string])[], one: object) => `<attvalues>${of.map(([name]) => [name, String(one[name as never])]).filter(([, value]) => value).map(([name, value]) => `<attvalue for="${name}" value="${xml(value!)}"/>`).join("")}</attvalues>`;
  const colour = (one: string) => `<viz:color r="${Number.parseInt(one.slice(1, 3), 16)}" g="${Number.parseInt(one.slice(3, 5), 16)}" b="${Number.parseInt(one.slice(5, 7), 16)}"/>`;
  const nodes = actorsOf(view).map((one) => `<node id="${xml(one.id)}" label="${xml(one.label)}">${values(ACTOR, one)}<viz:position x="${one.x.toFixed(2)}" y="${one.y.toFixed(2)}" z="0.0"/><viz:size value="${one.size.toFixed(2)}"/>${colour(one.colour)}</node>`);
  const edges = linesOf(view).map((one) => `<edge id="${one.id}" source="${xml(one.source)}" target="${xml(one.target)}" label="${xml(one.label)}" weight="${Math.max(one.statements, 1)}.0">${values(LINE, one)}${colour(one.colour)}</edge>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2"><meta><description>${NAME}. Build ${xml(view.network.columns.build)}.</description></meta>\n<graph defaultedgetype="directed" mode="static">${columns(ACTOR, "node")}${columns(LINE, "edge")}\n<nodes>\n${nodes.join("\n")}\n</nodes>\n<edges>\n${edges.join("\n")}\n</edges>\n</graph></gexf>\n`;
}

// http://graphml.graphdrawing.org
export function graphml(view: View): string {
  const types: Record<string, string> = { string: "string", integer: "int", boolean: "boolean" };
  const keys = (of: readonly (readonly [string, string])[], kind: string) => of.map(([name, type]) => `<key id="${kind}-${name}" for="${kind}" attr.name="${name}" attr.type="${types[type]}"/>`).join("\n");
  const values = (of: readonly (readonly [string, string])[], kind: string, one: object) => of.map(([name]) => [name, String(one[name as never])]).filter(([, value]) => value).map(([name, value]) => `<data key="${kind}-${name}">${xml(value!)}</data>`).join("");
  const node = [["label", "string"], ...ACTOR] as const;
  const places = '<key id="node-x" for="node" attr.name="x" attr.type="double"/>\n<key id="node-y" for="node" attr.name="y" attr.type="double"/>';
  const nodes = actorsOf(view).map((one) => `<node id="${xml(one.id)}">${values(node, "node", one)}<data key="node-x">${one.x.toFixed(2)}</data><data key="node-y">${one.y.toFixed(2)}</data></node>`);
  const edges = linesOf(view).map((one) => `<edge id="${one.id}" source="${xml(one.source)}" target="${xml(one.target)}">${values(LINE, "edge", one)}</edge>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n<desc>${NAME}. Build ${xml(view.network.columns.build)}.</desc>\n${keys(node, "node")}\n${places}\n${keys(LINE, "edge")}\n<graph edgedefault="directed">\n${nodes.join("\n")}\n${edges.join("\n")}\n</graph></graphml>\n`;
}

const WIDTH = 1600, EDGE = 90, NAMES = 400;

export function svg(view: View): string {
  const actors = actorsOf(view), { ground, ink } = colours(), places = new Map<string, { x: number; y: number; r: number }>();
  const bounds = actors.reduce(([a, b, c, d], { x, y }) => [Math.min(a!, x), Math.max(b!, x), Math.min(c!, y), Math.max(d!, y)], [Infinity, -Infinity, Infinity, -Infinity]);
  const [left, right, low, high] = bounds as [number, number, number, number], by = (WIDTH - 2 * EDGE) / Math.max(right - left, (high - low) * 0.8, 1e-9);
  const height = Math.max(200, Math.round((high - low) * by) + 2 * EDGE + 30) || 200;
  for (const one of actors) places.set(one.id, { x: EDGE + (one.x - left) * by, y: EDGE + (high - one.y) * by, r: one.size * 0.9 });
  const heads = view.network.columns.kinds.map((kind) => `<marker id="head-${kind.name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 1L10 5L0 9Z" fill="${colours().dark ? kind.on_dark : kind.colour}"/></marker>`);
  const lines = linesOf(view).sort((a, b) => b.at - a.at).map((one) => {
    const from = places.get(one.source)!, to = places.get(one.target)!, kind = view.network.kind(one.at), length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const ux = (to.x - from.x) / length, uy = (to.y - from.y) / length, lane = -(view.drawing.graph.getEdgeAttribute(String(one.at), "lane") as number), width = kind.core ? 0.8 + 0.6 * Math.sqrt(one.statements) : 0.7;
    const x = (value: number, gap: number) => (value + ux * gap - uy * -lane).toFixed(1), y = (value: number, gap: number) => (value + uy * gap + ux * -lane).toFixed(1);
    const dash = kind.dash.length ? ` stroke-dasharray="${kind.dash.map((part) => (part * width).toFixed(1)).join(" ")}"` : "";
    return `<line x1="${x(from.x, from.r)}" y1="${y(from.y, from.r)}" x2="${x(to.x, -to.r - 1)}" y2="${y(to.y, -to.r - 1)}" stroke="${one.blanket ? mixed(one.colour, ground, 0.5) : one.colour}" stroke-width="${width.toFixed(2)}"${dash} marker-end="url(#head-${kind.name})"><title>${xml(view.network.words(one.at))}</title></line>`;
  });
  const marks = actors.map((one) => {
    const { x, y, r } = places.get(one.id)!;
    return `${mark(one.shape, x, y, r, one.colour, ink)}<title>${xml(one.label)}</title></path>`;
  });
  const named = [...actors].sort((a, b) => b.size - a.size).slice(0, NAMES).map((one) => {
    const { x, y, r } = places.get(one.id)!;
    return `<text x="${x.toFixed(1)}" y="${(y + r + 12).toFixed(1)}">${xml(short(one.label))}</text>`;
  });
  const words = `${NAME}. ${view.network.columns.name.split(":")[0]}. Build ${view.network.columns.build}.`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"><title>${xml(words)}</title><rect width="100%" height="100%" fill="${ground}"/><defs>${heads.join("")}</defs>\n${lines.join("\n")}\n${marks.join("\n")}\n<g font-family="sans-serif" font-size="11" text-anchor="middle" fill="${ink}" stroke="${ground}" stroke-width="3" paint-order="stroke">\n${named.join("\n")}\n</g><text x="20" y="${height - 16}" font-family="sans-serif" font-size="13" fill="${ink}">${xml(words)}</text></svg>\n`;
}

// The beginning of a path in the shape of the actor's group.
function mark(shape: number, x: number, y: number, r: number, fill: string, rim: string): string {
  const corners: Record<number, number> = { 0: 4, 2: 6, 3: 4 }, count = corners[shape], turn = shape === 0 ? Math.PI / 4 : 0, reach = shape === 0 ? r * 1.24 : shape === 3 ? r * 1.2 : r;
  const points = Array.from({ length: count ?? 0 }, (_, at) => `${(x + reach * Math.sin(turn + (2 * Math.PI * at) / count!)).toFixed(1)} ${(y - reach * Math.cos(turn + (2 * Math.PI * at) / count!)).toFixed(1)}`);
  const d = count ? `M${points.join("L")}Z` : `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r.toFixed(1)} ${r.toFixed(1)} 0 1 0 ${(2 * r).toFixed(1)} 0a${r.toFixed(1)} ${r.toFixed(1)} 0 1 0 ${(-2 * r).toFixed(1)} 0Z`;
  return `<path d="${d}" fill="${fill}" stroke="${rim}">`;
}

export async function png(view: View): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg(view)], { type: "image/svg+xml" }));
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = html("canvas");
    canvas.width = picture.naturalWidth * 2;
    canvas.height = picture.naturalHeight * 2;
    canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

export async function save(view: View, form: string): Promise<void> {
  const written: Record<string, () => Blob | Promise<Blob>> = {
    gexf: () => new Blob([gexf(view)], { type: "application/gexf+xml" }),
    graphml: () => new Blob([graphml(view)], { type: "application/graphml+xml" }),
    svg: () => new Blob([svg(view)], { type: "image/svg+xml" }),
    png: () => png(view),
  };
  download(`network.${form}`, await written[form]!());
}
