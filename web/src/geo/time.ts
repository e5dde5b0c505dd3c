// The timeline: events as intervals (or how many there are, when there are many), days of publication and of denial, and a brush.
import { svg } from "../dom/elements";

export const DAY = 86_400_000;

/** A day, counted from 1970-01-01, as ISO 8601 has it. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day that the text names; undefined where it names none. */
export function dayNumber(text: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? undefined : time / DAY;
}

export interface Interval {
  label: string;
  status: string;
  first: number | null;
  last: number | null;
}

export interface Shown {
  intervals: Interval[];
  published: number[];
  denied: number[];
}

type Edge = "from" | "to";

const LEFT = 112, RIGHT = 14, MOST = 70, LANE = 7, TOP = 6, AXIS = 126;

export class Timeline {
  private shown: Shown = { intervals: [], published: [], denied: [] };
  private span: [number | undefined, number | undefined] = [undefined, undefined];
  private width = 600;

  constructor(readonly root: SVGSVGElement, private domain: [number, number], private readonly brushed: (from: number | undefined, to: number | undefined) => void) {
    new ResizeObserver(() => { this.width = root.clientWidth || 600; this.draw(); }).observe(root);
    this.listen();
  }

  show(shown: Shown, from: number | undefined, to: number | undefined): void {
    this.shown = shown;
    this.span = [from, to];
    this.draw();
  }

  private x(day: number): number {
    const [first, last] = this.domain;
    return LEFT + ((Math.max(first, Math.min(last, day)) - first) / (last - first)) * (this.width - LEFT - RIGHT);
  }

  private day(x: number): number {
    const [first, last] = this.domain;
    const part = (x - LEFT) / (this.width - LEFT - RIGHT);
    return Math.round(first + Math.max(0, Math.min(1, part)) * (last - first));
  }

  private draw(): void {
    const focused = document.activeElement instanceof SVGElement ? document.activeElement.dataset.edge : undefined;
    const names: [string, number][] = [["events, as claimed", 60], ["published", 155], ["denied", 184]];
    this.root.replaceChildren(
      svg("defs", {}, ...["denied", "covered", "undenied"].map((status) => svg("linearGradient", { id: `soft-${status}`, class: status },
        svg("stop", { offset: 0, "stop-opacity": 0.12 }), svg("stop", { offset: 0.25, "stop-opacity": 0.85 }), svg("stop", { offset: 0.75, "stop-opacity": 0.85 }), svg("stop", { offset: 1, "stop-opacity": 0.12 })))),
      ...names.map(([text, y]) => svg("text", { class: "row", x: 0, y }, text)),
      ...this.ticks(),
      this.shown.intervals.length > MOST ? this.density() : this.lanes(),
      this.strip(this.shown.published, 140, "published"), this.strip(this.shown.denied, 169, "denials"),
      ...this.brush(),
    );
    if (focused) this.root.querySelector<SVGElement>(`[data-edge="${focused}"]`)?.focus();
  }

  private ticks(): SVGElement[] {
    const [first, last] = this.domain;
    const days: [number, string][] = [];
    const begin = new Date(first * DAY), months = (last - first) / 30.4;
    const step = months < 9 ? 1 : months < 28 ? 3 : months < 60 ? 6 : 12 * Math.ceil(months / 96);
    const start = Math.floor((begin.getUTCFullYear() * 12 + begin.getUTCMonth()) / step) * step;
    for (let month = start; ; month += step) {
      const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
      if (day > last) break;
      if (day >= first) days.push([day, dayText(day).slice(0, step >= 12 ? 4 : 7)]);
    }
    const every = Math.ceil((days.length * 62) / Math.max(this.width - LEFT, 62));
    return days.flatMap(([day, text], number) => [
      svg("line", { class: "grid", x1: this.x(day), x2: this.x(day), y1: TOP, y2: 196 }),
      ...(number % every ? [] : [svg("text", { class: "tick", x: this.x(day), y: AXIS + 8 }, text)]),
    ]);
  }

  private lanes(): SVGElement {
    const group = svg("g", { class: "intervals" });
    const ends: number[] = [];
    const sorted = [...this.shown.intervals].sort((a, b) => (a.first ?? -1e9) - (b.first ?? -1e9));
    for (const one of sorted) {
      const x0 = one.first === null ? LEFT : this.x(one.first), x1 = one.last === null ? this.width - RIGHT : this.x(one.last + 1);
      let lane = ends.findIndex((end) => end < x0);
      if (lane < 0) lane = ends.length;
      ends[lane] = Math.max(x1, x0 + 6) + 2;
      const soft = one.first !== one.last;
      const words = `${one.label}: ${one.first === null ? "until" : soft ? "between" : ""} ${one.first === null ? "" : dayText(one.first)}${soft ? ` ${one.first === null ? "" : "and "}${one.last === null ? "an end that is not said" : dayText(one.last)}` : ""}`;
      group.append(svg("rect", { class: `interval ${soft ? "soft " : ""}${one.status}`, x: x0, y: lane, width: Math.max(x1 - x0, 5), height: 5, rx: 2, "data-lane": lane }, svg("title", {}, words)));
    }
    const step = Math.min(LANE, (AXIS - 12 - TOP) / Math.max(ends.length, 1));
    for (const rect of group.children) {
      rect.setAttribute("y", String(TOP + Number(rect.getAttribute("data-lane")) * step));
      rect.setAttribute("height", String(Math.max(step - 1.5, 1.5)));
    }
    return group;
  }

  /** How many events may have been in each span of some pixels; an imprecise one counts in all of its own. */
  private density(): SVGElement {
    const wide = 4, count = Math.ceil((this.width - LEFT - RIGHT) / wide);
    const bins = { denied: new Array<number>(count + 1).fill(0), covered: new Array<number>(count + 1).fill(0), undenied: new Array<number>(count + 1).fill(0) };
    for (const one of this.shown.intervals) {
      const bin = bins[one.status as keyof typeof bins];
      const from = one.first === null ? 0 : Math.floor((this.x(one.first) - LEFT) / wide);
      const to = one.last === null ? count - 1 : Math.floor((this.x(one.last + 1) - LEFT) / wide);
      for (let at = from; at <= Math.min(to, count - 1); at++) bin[at]! += 1;
    }
    const most = Math.max(1, ...bins.denied.map((one, at) => one + bins.covered[at]! + bins.undenied[at]!));
    const group = svg("g", { class: "density" });
    const below = new Array<number>(count + 1).fill(0);
    for (const status of ["denied", "covered", "undenied"] as const) {
      let path = "";
      bins[status].forEach((one, at) => {
        if (!one) return;
        const high = (one / most) * (AXIS - 14 - TOP), y = AXIS - 10 - below[at]! - high;
        path += `M${LEFT + at * wide} ${y}h${wide - 0.6}v${high}h${0.6 - wide}z`;
        below[at]! += high;
      });
      group.append(svg("path", { class: `interval ${status}`, d: path }));
    }
    group.append(svg("text", { class: "tick end", x: LEFT - 6, y: TOP + 10 }, `${most} at once`));
    return group;
  }

  private strip(days: number[], y: number, kind: string): SVGElement {
    const counts = new Map<number, number>();
    for (const day of days) {
      const x = Math.round(this.x(day + 0.5) / 3) * 3;
      counts.set(x, (counts.get(x) ?? 0) + 1);
    }
    const most = Math.max(1, ...counts.values());
    let path = "";
    for (const [x, count] of counts) {
      const high = 6 + (count / most) * 16;
      path += `M${x - 1.2} ${y + 22}h2.4v${-high}h-2.4z`;
    }
    return svg("path", { class: kind, d: path }, svg("title", {}, kind === "denials" ? "days of denials" : "days of publication"));
  }

  private brush(): SVGElement[] {
    const [first, last] = this.domain;
    const [from, to] = [this.span[0] ?? first, this.span[1] ?? last];
    const active = this.span[0] !== undefined || this.span[1] !== undefined;
    const x0 = this.x(from), x1 = this.x(to === last ? last : to + 1);
    const handle = (edge: Edge, x: number, day: number): SVGElement => svg("g", {
      class: "handle", "data-edge": edge, tabindex: 0, role: "slider", "aria-label": edge === "from" ? "Show from" : "Show until", "aria-valuemin": first, "aria-valuemax": last,
      "aria-valuenow": day, "aria-valuetext": dayText(day), transform: `translate(${x} 0)`,
    }, svg("line", { y1: TOP, y2: 196 }), svg("rect", { x: -5, y: 78, width: 10, height: 22, rx: 4 }));
    return [
      ...(active ? [svg("rect", { class: "shade", x: LEFT, y: TOP, width: Math.max(x0 - LEFT, 0), height: 190 }), svg("rect", { class: "shade", x: x1, y: TOP, width: Math.max(this.width - RIGHT - x1, 0), height: 190 })] : []),
      handle("from", x0, from), handle("to", x1, to),
    ];
  }

  private set(from: number, to: number): void {
    const [first, last] = this.domain;
    const [least, most] = from <= to ? [from, to] : [to, from];
    this.brushed(least <= first ? undefined : least, most >= last ? undefined : most);
  }

  private listen(): void {
    let held: { edge?: Edge; start: number; moved: boolean } | undefined;
    const where = (event: PointerEvent): number => this.day(event.clientX - this.root.getBoundingClientRect().left);
    this.root.addEventListener("pointerdown", (event) => {
      const edge = (event.target as Element).closest<SVGElement>("[data-edge]")?.dataset.edge as Edge | undefined;
      held = { edge, start: where(event), moved: false };
      this.root.setPointerCapture(event.pointerId);
    });
    this.root.addEventListener("pointermove", (event) => {
      if (!held) return;
      const day = where(event);
      held.moved ||= Math.abs(day - held.start) > 0;
      if (!held.moved) return;
      const [first, last] = this.domain;
      if (held.edge === "from") this.set(Math.min(day, this.span[1] ?? last), this.span[1] ?? last);
      else if (held.edge === "to") this.set(this.span[0] ?? first, Math.max(day, this.span[0] ?? first));
      else this.set(held.start, day);
    });
    this.root.addEventListener("pointerup", () => (held = undefined));
    this.root.addEventListener("dblclick", () => this.brushed(undefined, undefined));
    this.root.addEventListener("keydown", (event) => {
      const edge = (event.target as SVGElement).dataset.edge as Edge | undefined;
      const steps: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -30, PageUp: 30, Home: -1e6, End: 1e6 };
      const step = steps[event.key];
      if (event.key === "Escape") this.brushed(undefined, undefined);
      if (!edge || step === undefined) return;
      event.preventDefault();
      const [first, last] = this.domain;
      const [from, to] = [this.span[0] ?? first, this.span[1] ?? last];
      const bound = (day: number): number => Math.max(first, Math.min(last, day));
      if (edge === "from") this.set(Math.min(bound(from + step), to), to);
      else this.set(from, Math.max(bound(to + step), from));
    });
  }
}
