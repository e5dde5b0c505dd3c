// The drawing: the network in WebGL, as many names as fit, and what pointer and keys do to it.
import Graph from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram } from "sigma/rendering";
import { type Arrow, ArrowProgram } from "./arrows";
import type { Network } from "./columns";
import { type Mark, MarkProgram } from "./marks";
import type { Shown } from "./selection";

const ARROWS = 6000; // up to so many lines are arrows with dashes; more are hairlines, which wait while the view moves
const TRIED = 1500, NAMED = 220, HEIGHT = 13;
const FEW = 400; // up to so many actors, names keep off the marks of others, but those of the best connected
const REST = 700; // so many milliseconds after its last movement the view is at rest
const LANE = 7, WEIGHTY = 16, NEAR = 6;

export interface Focus { actor: number | null; line: number | null }

export interface Colours { ground: string; ink: string; faint: string; focus: string; dark: boolean }

type Box = [left: number, top: number, right: number, bottom: number];
type Side = (mark: { x: number; y: number; size: number }, width: number) => [number, number];
const SIDES: Side[] = [
  ({ x, y, size }, width) => [x - width / 2, y + size + 2],
  ({ x, y, size }) => [x + size + 3, y - HEIGHT / 2],
  ({ x, y, size }, width) => [x - size - 3 - width, y - HEIGHT / 2],
  ({ x, y, size }, width) => [x - width / 2, y - size - 2 - HEIGHT],
];

export function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function colours(): Colours {
  const style = getComputedStyle(document.documentElement), value = (name: string) => style.getPropertyValue(name).trim();
  return { ground: value("--ground"), ink: value("--ink"), faint: value("--line"), focus: value("--focus"), dark: isDark() };
}

export class Drawing {
  readonly graph = new Graph({ multi: true, type: "directed", allowSelfLoops: true });
  readonly renderer: Sigma;
  readonly fine: boolean;
  private readonly marks: Mark[] = [];
  private readonly arrows: Arrow[] = [];
  private readonly order: number[];
  private readonly widths: Float32Array;
  private colour = colours();
  private shown: Shown;
  private focus: Focus = { actor: null, line: null };
  private readonly weighty: Set<number>;
  private pointed: number | null = null;
  private near: Set<number> | null = null;
  private movedAt = -REST;
  named = 0; // names in the last picture

  constructor(readonly network: Network, readonly stage: HTMLElement, positions: Float32Array, shown: Shown) {
    this.shown = shown;
    this.fine = network.lines <= ARROWS;
    this.order = Array.from({ length: network.actors }, (_, at) => at).sort((a, b) => network.degree(b) - network.degree(a) || a - b);
    this.weighty = new Set(this.order.slice(0, WEIGHTY));
    this.widths = new Float32Array(network.actors).fill(-1);
    this.fill(positions);
    this.paint();
    this.renderer = new Sigma(this.graph, stage, {
      nodeProgramClasses: { mark: MarkProgram as never },
      edgeProgramClasses: { arrow: ArrowProgram as never, line: EdgeLineProgram },
      defaultNodeType: "mark",
      defaultEdgeType: this.fine ? "arrow" : "line",
      renderLabels: false,
      hideEdgesOnMove: !this.fine,
      defaultDrawNodeHover: () => undefined,
      stagePadding: stage.clientWidth < 500 ? 34 : 58,
      minCameraRatio: 0.002,
      maxCameraRatio: 4,
      allowInvalidContainer: true,
    });
    this.renderer.on("afterRender", () => this.drawNames());
    this.renderer.getCamera().on("updated", () => (this.movedAt = performance.now()));
    const point = (actor: number | null) => {
      this.pointed = actor;
      stage.style.cursor = actor === null ? "" : "pointer";
      this.renderer.refresh({ skipIndexation: true, partialGraph: { nodes: [] } });
    };
    this.renderer.on("enterNode", ({ node }) => point(Number(node)));
    this.renderer.on("leaveNode", () => point(null));
    this.renderer.on("moveBody", ({ event }) => {
      if (!this.fine || this.pointed !== null) return;
      const line = this.lineAt(event);
      stage.style.cursor = line === null ? "" : "pointer";
      stage.title = line === null ? "" : network.words(line);
    });
  }

  get atRest(): boolean {
    return !this.renderer.getMouseCaptor().isMouseDown && performance.now() - this.movedAt > REST;
  }

  // The visible line under this point of the stage, or near it.
  lineAt(point: { x: number; y: number }): number | null {
    const { renderer, marks, network } = this, here = renderer.viewportToGraph(point), beside = renderer.viewportToGraph({ x: point.x + 1, y: point.y });
    const pixel = Math.hypot(beside.x - here.x, beside.y - here.y), lane = pixel * renderer.scaleSize(1);
    let best: number | null = null, least = NEAR * pixel;
    for (let line = 0; line < network.lines; line += 1) {
      if (!this.shown.counts[line]) continue;
      const from = marks[network.source(line)]!, to = marks[network.target(line)]!;
      const dx = to.x - from.x, dy = to.y - from.y, length = Math.hypot(dx, dy), x = here.x - from.x, y = here.y - from.y;
      const along = (x * dx + y * dy) / length, across = Math.abs((y * dx - x * dy) / length - this.arrows[line]!.lane * lane);
      if (along > 0 && along < length && across < least) [best, least] = [line, across];
    }
    return best;
  }

  private fill(positions: Float32Array): void {
    const { network, graph } = this, { actors } = network.columns;
    const narrow = this.stage.clientWidth < 500 ? 0.7 : 1, small = narrow * Math.min(1, Math.sqrt(500 / network.actors));
    for (let actor = 0; actor < network.actors; actor += 1) {
      const size = Math.max(1, small * Math.min(24, 4 + 1.7 * Math.sqrt(network.degree(actor))));
      graph.addNode(String(actor), {
        x: positions[2 * actor], y: -positions[2 * actor + 1]!, size, shape: actors.shape[actor]! + (actors.party[actor] ? 10 : 0), color: "#888888", rim: "#000000", hidden: false,
      });
      this.marks.push(graph.getNodeAttributes(String(actor)) as Mark);
    }
    const lanes = this.lanes();
    for (let line = network.lines - 1; line >= 0; line -= 1) {
      const kind = network.kind(line), count = network.columns.edges.count[line]!;
      const size = kind.core ? 0.9 + 0.7 * Math.min(9, Math.sqrt(count)) : 0.6 + 0.25 * Math.min(9, Math.sqrt(count));
      const dash: [number, number] = [kind.dash[0] ?? 0, kind.dash[1] ?? 0];
      graph.addEdgeWithKey(String(line), network.source(line), network.target(line), { size, dash, lane: lanes[line]!, color: "#888888", hidden: false });
      this.arrows[line] = graph.getEdgeAttributes(String(line)) as Arrow;
    }
  }

  // Parallel lines side by side, by the place of each among those of its pair.
  private lanes(): Float32Array {
    const { network } = this, lanes = new Float32Array(network.lines);
    if (!this.fine) return lanes;
    const pairs = new Map<number, number[]>();
    for (let line = 0; line < network.lines; line += 1) {
      const ends = [network.source(line), network.target(line)].sort((a, b) => a - b), key = ends[0]! * network.actors + ends[1]!;
      pairs.set(key, [...(pairs.get(key) ?? []), line]);
    }
    for (const group of pairs.values()) {
      group.forEach((line, at) => {
        lanes[line] = (at - (group.length - 1) / 2) * LANE * (network.source(line) < network.target(line) ? 1 : -1);
      });
    }
    return lanes;
  }

  // Colours and what is hidden, from the choice and the focus.
  private paint(): void {
    const { network, colour, focus, shown } = this, { actors, kinds, shapes, edges } = network.columns;
    this.near = this.neighbours();
    const lines = kinds.map((kind) => (colour.dark ? kind.on_dark : kind.colour)), blanket = lines.map((one) => mixed(one, colour.ground, 0.5));
    const fills = shapes.map((shape) => (colour.dark ? shape.on_dark : shape.fill));
    const faint = mixed(colour.ink, colour.ground, 0.12), pale = fills.map((fill) => mixed(fill, colour.ground, 0.3));
    this.marks.forEach((mark, actor) => {
      const dim = this.near !== null && !this.near.has(actor);
      mark.hidden = !shown.actors[actor];
      mark.color = (dim ? pale : fills)[actors.shape[actor]!]!;
      mark.rim = actor === focus.actor ? colour.focus : dim ? mixed(colour.ink, colour.ground, 0.25) : colour.ink;
      mark.shape = actors.shape[actor]! + (actors.party[actor] || actor === focus.actor ? 10 : 0);
    });
    this.arrows.forEach((arrow, line) => {
      const kind = edges.kind[line]!, dim = this.near !== null && !this.inFocus(line);
      arrow.hidden = !shown.counts[line];
      arrow.color = dim ? faint : line === focus.line ? colour.focus : (edges.blanket[line] ? blanket : lines)[kind]!;
    });
  }

  private neighbours(): Set<number> | null {
    const { actor, line } = this.focus;
    if (line !== null) return new Set([this.network.source(line), this.network.target(line)]);
    if (actor === null) return null;
    const near = new Set([actor]);
    for (const one of this.network.linesOf(actor)) {
      if (this.shown.counts[one]) near.add(this.network.source(one)).add(this.network.target(one));
    }
    return near;
  }

  private inFocus(line: number): boolean {
    if (this.focus.line !== null) return line === this.focus.line;
    return this.network.source(line) === this.focus.actor || this.network.target(line) === this.focus.actor;
  }

  show(shown: Shown, focus: Focus): void {
    this.shown = shown;
    this.focus = focus;
    this.paint();
    this.renderer.refresh({ skipIndexation: true });
  }

  recolour(): void {
    this.colour = colours();
    this.paint();
    this.renderer.refresh({ skipIndexation: true });
  }

  place(positions: Float32Array): void {
    this.marks.forEach((mark, actor) => {
      mark.x = positions[2 * actor]!;
      mark.y = -positions[2 * actor + 1]!;
    });
    this.renderer.refresh();
  }

  positions(): Float32Array {
    const found = new Float32Array(2 * this.marks.length);
    this.marks.forEach((mark, actor) => {
      found[2 * actor] = mark.x;
      found[2 * actor + 1] = -mark.y;
    });
    return found;
  }

  mark(actor: number): Mark {
    return this.marks[actor]!;
  }

  // The middle of an actor or of a line, in pixels of the stage.
  at(actor: number): { x: number; y: number } {
    const mark = this.marks[actor]!;
    return this.renderer.graphToViewport({ x: mark.x, y: mark.y });
  }

  fit(): void {
    let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let actor = 0; actor < this.network.actors; actor += 1) {
      if (!this.shown.actors[actor]) continue;
      const data = this.renderer.getNodeDisplayData(String(actor));
      if (!data) continue;
      [left, right, low, high] = [Math.min(left, data.x), Math.max(right, data.x), Math.min(low, data.y), Math.max(high, data.y)];
    }
    if (left > right) return;
    const { width, height } = this.renderer.getDimensions(), scale = Math.min(width, height);
    const across = ((right - left) * scale) / width, down = ((high - low) * scale) / height;
    const whole = this.shown.named === this.network.actors;
    this.renderer.getCamera().setState(whole ? { x: 0.5, y: 0.5, ratio: 1, angle: 0 } : { x: (left + right) / 2, y: (low + high) / 2, ratio: Math.max(0.12, Math.max(across, down) * 1.15), angle: 0 });
  }

  zoom(factor: number): void {
    const camera = this.renderer.getCamera();
    camera.setState({ ratio: camera.getBoundedRatio(camera.ratio * factor) });
  }

  pan(right: number, up: number): void {
    const camera = this.renderer.getCamera();
    camera.setState({ x: camera.x + right * camera.ratio * 0.12, y: camera.y + up * camera.ratio * 0.12 });
  }

  // Brings the actor into view, if it is not there.
  bring(actor: number): void {
    const { x, y } = this.at(actor), { width, height } = this.renderer.getDimensions(), data = this.renderer.getNodeDisplayData(String(actor));
    if (data && (x < 40 || y < 40 || x > width - 40 || y > height - 40)) this.renderer.getCamera().setState({ x: data.x, y: data.y });
  }

  // Names in the order of their actors' weight, each where it lies upon no other name; the chosen and the pointed-at first.
  private drawNames(): void {
    const canvas = this.renderer.getCanvases()["labels"], context = canvas?.getContext("2d");
    if (!canvas || !context) return;
    const { width, height } = this.renderer.getDimensions(), boxes: Box[] = [], marks = this.markBoxes();
    context.font = `${HEIGHT - 1}px ${getComputedStyle(this.stage).fontFamily}`;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    let tried = 0;
    const { line } = this.focus;
    const first = [this.pointed, this.focus.actor, ...(line === null ? [] : [this.network.source(line), this.network.target(line)])];
    const offer = (actor: number | null, must: boolean): void => {
      if (actor === null || !this.shown.actors[actor] || (!must && this.near && !this.near.has(actor))) return;
      const mark = this.marks[actor]!, place = this.renderer.graphToViewport({ x: mark.x, y: mark.y });
      if (place.x < -20 || place.y < -20 || place.x > width + 20 || place.y > height + 20) return;
      tried += 1;
      const size = this.renderer.scaleSize(mark.size);
      if (!must && size < 1) return;
      this.write(context, actor, { ...place, size }, boxes, marks, width, must);
    };
    for (const actor of first) offer(actor, true);
    for (const actor of this.order) {
      if (tried > TRIED || boxes.length > NAMED) break;
      if (!first.includes(actor)) offer(actor, false);
    }
    this.named = boxes.length;
  }

  // The marks that can be seen, where they are few.
  private markBoxes(): Map<number, Box> {
    const found = new Map<number, Box>();
    if (this.network.actors > FEW) return found;
    this.marks.forEach((mark, actor) => {
      if (mark.hidden) return;
      const { x, y } = this.renderer.graphToViewport({ x: mark.x, y: mark.y }), size = this.renderer.scaleSize(mark.size) * 0.85;
      found.set(actor, [x - size, y - size, x + size, y + size]);
    });
    return found;
  }

  private write(
    context: CanvasRenderingContext2D, actor: number, mark: { x: number; y: number; size: number }, boxes: Box[], marks: Map<number, Box>, stage: number, must: boolean,
  ): void {
    const words = short(this.network.label(actor));
    if (this.widths[actor]! < 0) this.widths[actor] = context.measureText(words).width;
    const width = this.widths[actor]!;
    const box = ([x, y]: [number, number]): Box => [x - 2, y - 1, x + width + 2, y + HEIGHT + 1];
    const places = SIDES.map((side) => side(mark, width));
    const free = places.filter((one) => one[0] > 0 && one[0] + width < stage && boxes.every((other) => apart(box(one), other)));
    const covered = (one: [number, number]) => [...marks].filter(([other, its]) => other !== actor && !apart(box(one), its)).length;
    const best = free.map((one): [number, [number, number]] => [covered(one), one]).sort((a, b) => a[0] - b[0])[0];
    const weighty = must || this.weighty.has(actor);
    const place = best && (weighty || !best[0]) ? best[1] : must ? places[0] : undefined;
    if (!place) return;
    boxes.push(box(place));
    context.strokeStyle = this.colour.ground;
    context.fillStyle = this.colour.ink;
    context.strokeText(words, place[0], place[1] + HEIGHT / 2);
    context.fillText(words, place[0], place[1] + HEIGHT / 2);
  }
}

function apart(one: Box, other: Box): boolean {
  return one[2] < other[0] || one[0] > other[2] || one[3] < other[1] || one[1] > other[3];
}

export function short(label: string): string {
  const plain = label.replace(/[\p{Cc}\p{Cf}]/gu, " ");
  return plain.length > 34 ? `${plain.slice(0, 32).trimEnd()}…` : plain;
}

// One colour upon another; both as #rrggbb.
export function mixed(colour: string, ground: string, share: number): string {
  const part = (one: string, at: number) => Number.parseInt(one.slice(at, at + 2), 16);
  return `#${[1, 3, 5].map((at) => Math.round(part(colour, at) * share + part(ground, at) * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
}
