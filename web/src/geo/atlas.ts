// A map with marks: towns as points, wider places as hatched areas; moved by mouse, touch and keyboard.
import { html, svg } from "../dom/elements";
import { drawWorld, findCountry, loadWorld, outline, unit, type Country, type View } from "./world";

export interface Place {
  iri: string;
  label: string;
  kind: string;
  latitude: number | null;
  longitude: number | null;
  radius: number;
  basis: string;
  country: string;
}

export interface Numbers {
  denied: number;
  covered: number;
  undenied: number;
}

/** A place with what is told of it. `key` is the same for the same place at all times. */
export interface Spot {
  key: string;
  place: Place;
  events: number[];
  numbers: Numbers;
  weight: number;
}

interface Drawn {
  spots: Spot[];
  isArea: boolean;
  x: number;
  y: number;
}

const EARTH = 6371;
const CELL = 52;
const CLOSEST = 260_000;
const STATUSES = ["denied", "covered", "undenied"] as const;

export class Atlas {
  readonly canvas = html("canvas", { "aria-hidden": "true" });
  readonly overlay = svg("svg", { class: "marks" });
  private readonly extents = svg("g");
  private readonly ties = svg("g");
  private readonly marks = svg("g");
  private readonly moving: SVGGElement;
  private world = new Map<string, Country>();
  private view: View = { scale: 200, left: 0, top: 0 };
  private drawnAt: View = { scale: 0, left: 0, top: 0 };
  private spots: Spot[] = [];
  private pairs: [string, string][] = [];
  private chosen = "";
  private frame = 0;
  private touched = false;

  constructor(readonly host: HTMLElement, private readonly choose: (label: string, events: number[], key: string) => void,
    private readonly loaded: () => void = () => undefined) {
    const hatch = svg("pattern", { id: `hatch-${host.id || "map"}`, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      svg("line", { class: "hatch", x1: 0, x2: 0, y1: 0, y2: 7 }));
    this.moving = svg("g", {}, this.extents, this.ties, this.marks);
    this.overlay.append(svg("defs", {}, hatch), this.moving);
    host.append(this.canvas, this.overlay, this.buttons());
    this.listen();
    new ResizeObserver(() => this.resize()).observe(host);
    document.addEventListener("themechange", () => this.draw());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  /** Fetches the base map; the marks stand without it. */
  async start(): Promise<void> {
    this.resize();
    this.world = await loadWorld();
    this.loaded();
    this.drawnAt.scale = 0;
    if (!this.touched) this.fit();
    this.draw();
    this.host.dataset.ready = "true";
  }

  /** Shows these places; `pairs` are the keys of places that are given for one event. */
  show(spots: Spot[], pairs: [string, string][], chosen: string): void {
    this.spots = spots;
    this.pairs = pairs;
    this.chosen = chosen;
    this.drawnAt.scale = 0;
    this.draw();
  }

  /** Moves so that all marks can be seen. */
  fit(): void {
    const { width, height } = this.size();
    const points = this.spots.flatMap((one) => {
      const at = this.position(one.place);
      if (!at) return [];
      const reach = one.place.kind === "country" ? 0 : this.reach(one.place, 1);
      return [[at[0] - reach, at[1] - reach], [at[0] + reach, at[1] + reach]] as [number, number][];
    });
    if (!points.length || !width) return;
    const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const room = Math.min(70, width / 6);
    const scale = Math.min((width - 2 * room) / Math.max(x1 - x0, 1e-6), (height - 2 * room) / Math.max(y1 - y0, 1e-6));
    this.place(Math.min(scale, 9000), (x0 + x1) / 2, (y0 + y1) / 2);
  }

  private place(scale: number, x: number, y: number): void {
    const { width, height } = this.size();
    const bounded = Math.max(width / (2 * Math.PI), Math.min(CLOSEST, scale));
    this.view = { scale: bounded, left: width / 2 - x * bounded, top: height / 2 - y * bounded };
    this.draw();
  }

  /** Moves by pixels. */
  pan(right: number, down: number): void {
    this.touched = true;
    this.view.left -= right;
    this.view.top -= down;
    this.draw();
  }

  /** Zooms about a point of the screen, by default the middle. */
  zoom(factor: number, x = this.size().width / 2, y = this.size().height / 2): void {
    this.touched = true;
    const { width } = this.size();
    const scale = Math.max(width / (2 * Math.PI), Math.min(CLOSEST, this.view.scale * factor));
    const ratio = scale / this.view.scale;
    this.view = { scale, left: x - (x - this.view.left) * ratio, top: y - (y - this.view.top) * ratio };
    this.draw();
  }

  private size(): { width: number; height: number } {
    return { width: this.host.clientWidth, height: this.host.clientHeight };
  }

  private resize(): void {
    const { width, height } = this.size();
    const dots = devicePixelRatio || 1;
    this.canvas.width = width * dots;
    this.canvas.height = height * dots;
    this.overlay.setAttribute("viewBox", `0 0 ${width} ${height}`);
    if (!this.touched) this.fit();
    this.drawnAt.scale = 0;
    this.draw();
  }

  private draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      drawWorld(this.canvas, this.world, this.view);
      if (this.view.scale !== this.drawnAt.scale) this.layOut();
      const { left, top } = this.drawnAt;
      this.moving.setAttribute("transform", `translate(${this.view.left - left} ${this.view.top - top})`);
      this.host.dataset.scale = String(Math.round(this.view.scale));
      this.host.dataset.left = String(Math.round(this.view.left));
    });
  }

  private country(place: Place): Country | undefined {
    return findCountry(this.world, place.country);
  }

  /** Whether the map can show the place. */
  locates(place: Place): boolean {
    return this.position(place) !== null;
  }

  private position(place: Place): [number, number] | null {
    const country = this.country(place);
    if (country && (place.kind === "country" || place.latitude === null)) return unit(...country.middle);
    if (place.latitude !== null && place.longitude !== null) return unit(place.longitude, place.latitude);
    return null;
  }

  private reach(place: Place, scale: number): number {
    return ((place.radius / EARTH) * scale) / Math.cos(((place.latitude ?? 0) * Math.PI) / 180);
  }

  private layOut(): void {
    const focused = document.activeElement instanceof SVGElement ? document.activeElement.dataset.key : undefined;
    this.drawnAt = { ...this.view };
    const { scale, left, top } = this.view;
    const at = (place: Place): [number, number] => {
      const [x, y] = this.position(place) ?? [0, 0];
      return [x * scale + left, y * scale + top];
    };
    const spots = this.spots.filter((one) => this.locates(one.place));
    this.extents.replaceChildren(...spots.flatMap((one) => this.extent(one.place, at(one.place))));
    const places = new Map(spots.map((one) => [one.key, one.place]));
    this.ties.replaceChildren(...this.pairs.flatMap(([one, other]) => {
      const from = places.get(one), to = places.get(other);
      if (!from || !to) return [];
      const [[x1, y1], [x2, y2]] = [this.anchor(from, at(from)), this.anchor(to, at(to))];
      return Math.hypot(x2 - x1, y2 - y1) < 6 ? [] : [svg("line", { class: "tie", x1, y1, x2, y2 }, svg("title", {}, `One event is placed at both: ${from.label}; ${to.label}`))];
    }));
    const drawn = this.clusters(spots, at).sort((a, b) => a.y - b.y);
    this.marks.replaceChildren(...drawn.map((one) => this.mark(one)), ...this.labels(drawn));
    if (focused) this.marks.querySelector<SVGElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  /** Where the mark of a place stands: that of an area at its northern edge, so that it hides no town inside. */
  private anchor(place: Place, [x, y]: [number, number]): [number, number] {
    if (place.radius === 0 || place.kind === "country") return [x, y];
    return [x, y - this.reach(place, this.drawnAt.scale)];
  }

  private extent(place: Place, [x, y]: [number, number]): SVGElement[] {
    if (place.radius === 0) return [];
    const fill = `url(#hatch-${this.host.id || "map"})`;
    const title = svg("title", {}, `${place.label}: somewhere in it`);
    const country = this.country(place);
    if (country && (place.kind === "country" || place.latitude === null))
      return [svg("path", { class: "extent", d: outline(country, this.drawnAt), fill, "data-kind": place.kind }, title)];
    return [svg("circle", { class: "extent", cx: x, cy: y, r: Math.max(this.reach(place, this.drawnAt.scale), 9), fill, "data-kind": place.kind }, title)];
  }

  private clusters(spots: Spot[], at: (place: Place) => [number, number]): Drawn[] {
    const cells = new Map<string, Drawn & { number: number }>();
    for (const spot of spots) {
      const isArea = spot.place.radius > 0;
      const [x, y] = this.anchor(spot.place, at(spot.place));
      const cell = `${isArea}/${Math.floor((x - this.drawnAt.left) / CELL)}/${Math.floor((y - this.drawnAt.top) / CELL)}`;
      const one = cells.get(cell) ?? { spots: [], isArea, x: 0, y: 0, number: 0 };
      one.x = (one.x * one.number + x) / (one.number + 1);
      one.y = (one.y * one.number + y) / (one.number + 1);
      one.number += 1;
      one.spots.push(spot);
      cells.set(cell, one);
    }
    return [...cells.values()];
  }

  private mark({ spots, isArea, x, y }: Drawn): SVGElement {
    const events = [...new Set(spots.flatMap((one) => one.events))];
    const numbers = { denied: 0, covered: 0, undenied: 0 };
    for (const one of spots) for (const status of STATUSES) numbers[status] += one.numbers[status];
    const total = numbers.denied + numbers.covered + numbers.undenied;
    const radius = size(spots);
    const label = spots.length > 3 ? `${spots.length} places` : spots.map((one) => one.place.label).join(", ");
    const key = spots.map((one) => one.key).sort().join("+");
    const kinds = [...new Set(spots.map((one) => one.place.kind))].join(", ");
    const words = `${label}${kinds ? ` (${kinds}${isArea ? ": an area, not a point" : ""})` : ""}: ${total} ${total === 1 ? "event" : "events"}; ${numbers.denied} denied, ${numbers.covered} covered by a blanket denial only, ${numbers.undenied} undenied`;
    const made = svg("g", {
      class: `mark ${isArea ? "area" : "point"}${key === this.chosen ? " chosen" : ""}`, "data-key": key, tabindex: 0, role: "button", "aria-pressed": String(key === this.chosen),
      "aria-label": words, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    }, svg("title", {}, words));
    made.append(isArea ? svg("rect", { class: "body", x: -radius, y: -radius * 0.7, width: 2 * radius, height: radius * 1.4, rx: 4 }) : svg("circle", { class: "body", r: radius - 2 }));
    made.append(...ring(numbers, total, radius, isArea));
    made.append(svg("text", { class: "number" }, String(events.length)));
    const pick = (): void => this.choose(label, events, key);
    made.addEventListener("click", pick);
    made.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        event.stopPropagation();
        pick();
      }
    });
    return made;
  }

  private labels(drawn: Drawn[]): SVGElement[] {
    const taken: [number, number, number, number][] = drawn.map(({ x, y }) => [x - 14, y - 12, x + 14, y + 12]);
    return [...drawn].sort((a, b) => b.spots.length - a.spots.length).flatMap(({ spots, x, y, isArea }) => {
      const text = spots.length === 1 ? spots[0]!.place.label : `${spots[0]!.place.label} +${spots.length - 1}`;
      const wide = text.length * 6.4;
      const start = x + size(spots) + 5;
      const box: [number, number, number, number] = [start, y - 9, start + wide, y + 7];
      if (taken.some(([a, b, c, d]) => box[0] < c && box[2] > a && box[1] < d && box[3] > b)) return [];
      taken.push(box);
      return [svg("text", { class: `label${isArea ? " area" : ""}`, x: start, y: y + 4, "aria-hidden": "true" }, text)];
    });
  }

  private buttons(): HTMLElement {
    const button = (text: string, label: string, act: () => void): HTMLButtonElement => {
      const made = html("button", { type: "button", "aria-label": label, title: label }, text);
      made.addEventListener("click", act);
      return made;
    };
    return html("div", { class: "zoom" }, button("+", "Closer", () => this.zoom(1.6)), button("−", "Farther", () => this.zoom(1 / 1.6)),
      button("⌂", "All marks", () => { this.touched = false; this.fit(); }));
  }

  private listen(): void {
    const step = 70;
    const keys: Record<string, () => void> = {
      ArrowLeft: () => this.pan(-step, 0), ArrowRight: () => this.pan(step, 0), ArrowUp: () => this.pan(0, -step), ArrowDown: () => this.pan(0, step),
      "+": () => this.zoom(1.6), "=": () => this.zoom(1.6), "-": () => this.zoom(1 / 1.6), "0": () => { this.touched = false; this.fit(); },
    };
    this.host.addEventListener("keydown", (event) => {
      const act = keys[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    });
    this.host.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !this.host.contains(document.activeElement)) return;
      event.preventDefault();
      const box = this.host.getBoundingClientRect();
      this.zoom(Math.exp(-event.deltaY * 0.002), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    const held = new Map<number, [number, number]>();
    let moved = 0;
    this.overlay.addEventListener("pointerdown", (event) => {
      held.set(event.pointerId, [event.clientX, event.clientY]);
      moved = 0;
    });
    this.overlay.addEventListener("pointermove", (event) => {
      const before = held.get(event.pointerId);
      if (!before) return;
      const now: [number, number] = [event.clientX, event.clientY];
      moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
      if (moved < 4) return;
      this.overlay.setPointerCapture(event.pointerId);
      const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const box = this.host.getBoundingClientRect();
        const far = (one: [number, number]): number => Math.max(Math.hypot(one[0] - other[0], one[1] - other[1]), 1);
        this.zoom(far(now) / far(before), (now[0] + other[0]) / 2 - box.left, (now[1] + other[1]) / 2 - box.top);
      } else this.pan(before[0] - now[0], before[1] - now[1]);
      held.set(event.pointerId, now);
    });
    const release = (event: PointerEvent): void => void held.delete(event.pointerId);
    this.overlay.addEventListener("pointerup", release);
    this.overlay.addEventListener("pointercancel", release);
    this.overlay.addEventListener("click", (event) => {
      if (moved >= 4) event.stopPropagation();
    }, true);
  }
}

/** Half the width of a mark, by the number of claims. */
function size(spots: Spot[]): number {
  return Math.min(9 + Math.sqrt(spots.reduce((sum, one) => sum + one.weight, 0)) * 0.7, 24);
}

/** A ring in the parts that the numbers have in the total. */
function ring(numbers: Numbers, total: number, radius: number, isArea: boolean): SVGElement[] {
  const made: SVGElement[] = [];
  let from = 0;
  for (const status of STATUSES) {
    if (!numbers[status]) continue;
    const part = numbers[status] / total;
    const attributes = { class: `status ${status}`, pathLength: 1, "stroke-dasharray": `${part} ${1 - part}`, "stroke-dashoffset": -from };
    made.push(isArea ? svg("rect", { ...attributes, x: -radius, y: -radius * 0.7, width: 2 * radius, height: radius * 1.4, rx: 4 })
      : svg("circle", { ...attributes, r: radius - 2, transform: "rotate(-90)" }));
    from += part;
  }
  return made;
}
