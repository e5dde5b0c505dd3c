// Map and timeline of events: one set of filters, kept in the address, for the map, the timeline and the list.
import { Atlas, type Place, type Spot } from "./geo/atlas";
import { html } from "./dom/elements";
import { dayNumber, dayText, Timeline, type Interval } from "./geo/time";

type Day = number | null;

interface Catalogue {
  events: {
    iri: string[]; label: string[]; kinds: number[][]; targets: number[][]; claims: number[]; statements: number[]; said: Day[][];
    denials: [number, number, Day][][]; attackers: [number, number, Day][][]; places: [number, number, Day][][]; times: [Day, Day, number, Day][][];
    articles: number[][]; draft: boolean[];
  };
  actors: [string, string][];
  places: Place[];
  articles: [string, string, Day, Day][];
  classes: [string, string, number[]][];
  base: string;
  path: string;
}

type Status = "denied" | "covered" | "undenied";

/** An event as it stands by the day that was asked for. */
interface Told {
  event: number;
  status: Status;
  denials: [number, number, Day][];
  attackers: [number, number, Day][];
  places: number[];
  times: [Day, Day][];
}

const SHOWN = 100;
const FIELDS = ["q", "kind", "target", "status", "attacker", "from", "to", "asof"] as const;
type Filters = Record<(typeof FIELDS)[number], string>;

const find = <Kind extends Element>(selector: string): Kind => document.querySelector<Kind>(selector)!;
const form = find<HTMLFormElement>("#filters");
const shortName = (iri: string): string => iri.replace("#", "/").split("/").pop() ?? "";

class Page {
  private selected: { label: string; events: Set<number>; key: string } | undefined;
  private readonly atlas: Atlas;
  private readonly timeline: Timeline;
  private readonly days: [number, number];
  private readonly labels: string[];

  constructor(private readonly data: Catalogue) {
    this.labels = data.events.label.map((one) => one.toLowerCase());
    this.days = this.domain();
    this.atlas = new Atlas(find("#map"), (label, events, key) => this.select(label, events, key), () => this.update());
    this.timeline = new Timeline(find<SVGSVGElement>("#time"), this.days, (from, to) => {
      this.field("from").value = from === undefined ? "" : dayText(from);
      this.field("to").value = to === undefined ? "" : dayText(to);
      this.update();
    });
    this.listen();
    this.update();
    this.atlas.fit();
    void this.atlas.start();
  }

  private field(name: string): HTMLInputElement {
    return form.elements.namedItem(name) as HTMLInputElement;
  }

  private filters(): Filters {
    return Object.fromEntries(FIELDS.map((name) => [name, this.field(name).value])) as Filters;
  }

  /** From the first day but for a few early ones to the last of all. */
  private domain(): [number, number] {
    const { times, denials } = this.data.events;
    const first = times.flat().flatMap(([from, to]) => from ?? to ?? []).sort((a, b) => a - b);
    const others = [...denials.flat().flatMap(([, , day]) => day ?? []), ...this.data.articles.flatMap(([, , , day]) => day ?? []), ...times.flat().flatMap(([from, to]) => to ?? from ?? [])];
    if (!first.length && !others.length) return [16_000, 17_000];
    const least = first[Math.floor(first.length * 0.06)] ?? Math.min(...others);
    const most = others.reduce((a, b) => Math.max(a, b), least);
    return [least - 5, most + 6];
  }

  private listen(): void {
    const slider = find<HTMLInputElement>("#asof");
    [slider.min, slider.max] = [String(this.days[0]), String(this.days[1])];
    slider.addEventListener("input", () => {
      this.field("asof").value = slider.value === slider.max ? "" : dayText(Number(slider.value));
      this.update();
    });
    form.addEventListener("input", () => this.update());
    find("#unselect").addEventListener("click", () => {
      this.selected = undefined;
      this.update();
      find<HTMLElement>("#listed-head").focus();
    });
  }

  /** The event by the day `asof`; undefined where nothing had been said of it. */
  private told(event: number, asof: number | undefined): Told | undefined {
    const { said, denials, attackers, places, times } = this.data.events;
    const by = (day: Day): boolean => asof === undefined || (day !== null && day <= asof);
    const denied = denials[event]!.filter(([, , day]) => by(day));
    if (asof !== undefined && !said[event]!.some(by) && !denied.length) return undefined;
    return {
      event,
      status: denied.some(([, specific]) => specific) ? "denied" : denied.length ? "covered" : "undenied",
      denials: denied,
      attackers: attackers[event]!.filter(([, , day]) => by(day)),
      places: [...new Set(places[event]!.filter(([, , day]) => by(day)).map(([place]) => place))],
      times: times[event]!.filter(([, , , day]) => by(day)).map(([from, to]) => [from, to]),
    };
  }

  private passes(one: Told, filters: Filters, words: string[]): boolean {
    const { kinds, targets } = this.data.events;
    const has = (list: number[], wanted: string): boolean => !wanted || list.some((kind) => [kind, ...this.data.classes[kind]![2]].some((number) => shortName(this.data.classes[number]![0]) === wanted));
    return words.every((word) => this.labels[one.event]!.includes(word)) && has(kinds[one.event]!, filters.kind) && has(targets[one.event]!, filters.target)
      && (!filters.status || filters.status === one.status)
      && (!filters.attacker || one.attackers.some(([who]) => shortName(this.data.actors[who]![0]) === filters.attacker));
  }

  update(): void {
    const filters = this.filters();
    const [from, to, asof] = [dayNumber(filters.from), dayNumber(filters.to), dayNumber(filters.asof)];
    const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
    const inTime = (one: Told): boolean => one.times.some(([first, last]) => (to === undefined || first === null || first <= to) && (from === undefined || last === null || last >= from));
    const passing: Told[] = [];
    for (let event = 0; event < this.labels.length; event++) {
      const one = this.told(event, asof);
      if (one && this.passes(one, filters, words)) passing.push(one);
    }
    const brushed = from !== undefined || to !== undefined;
    const shown = brushed ? passing.filter(inTime) : passing;
    const timeless = passing.filter((one) => !one.times.length);
    this.address(filters);
    const slider = find<HTMLInputElement>("#asof");
    slider.value = asof === undefined ? slider.max : String(asof);
    slider.setAttribute("aria-valuetext", asof === undefined ? "no limit" : dayText(asof));
    find("#asof-day").textContent = asof === undefined ? "no limit" : dayText(asof);
    this.drawTime(passing, from, to, asof);
    this.drawMap(shown);
    this.list(shown, timeless, brushed);
  }

  private address(filters: Filters): void {
    const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value)).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  }

  private drawTime(passing: Told[], from: number | undefined, to: number | undefined, asof: number | undefined): void {
    const intervals: Interval[] = passing.flatMap((one) => one.times.map(([first, last]) => ({ label: this.data.events.label[one.event]!, status: one.status, first, last })));
    const articles = new Set(passing.flatMap((one) => this.data.events.articles[one.event]!));
    const published = [...articles].flatMap((number) => this.data.articles[number]![3] ?? []).filter((day) => asof === undefined || day <= asof);
    this.timeline.show({ intervals, published, denied: passing.flatMap((one) => one.denials.flatMap(([, , day]) => day ?? [])) }, from, to);
  }

  private drawMap(shown: Told[]): void {
    const spots = new Map<number, Spot>();
    const pairs = new Set<string>();
    for (const one of shown) {
      for (const number of one.places) {
        const place = this.data.places[number]!;
        const spot: Spot = spots.get(number) ?? { key: String(number), place, events: [], numbers: { denied: 0, covered: 0, undenied: 0 }, weight: 0 };
        spot.events.push(one.event);
        spot.numbers[one.status] += 1;
        spot.weight += this.data.events.claims[one.event]!;
        spots.set(number, spot);
      }
      one.places.slice(1).forEach((number, at) => pairs.add([one.places[at]!, number].sort((a, b) => a - b).join(" ")));
    }
    this.atlas.show([...spots.values()], [...pairs].map((pair) => pair.split(" ") as [string, string]), this.selected?.key ?? "");
  }

  private select(label: string, events: number[], key: string): void {
    this.selected = this.selected?.key === key ? undefined : { label, events: new Set(events), key };
    this.update();
  }

  private list(shown: Told[], timeless: Told[], brushed: boolean): void {
    const placeless = shown.filter((one) => !one.places.some((place) => this.atlas.locates(this.data.places[place]!)));
    const chosen = this.selected ? shown.filter((one) => this.selected!.events.has(one.event)) : shown;
    const counted = (status: Status): number => shown.filter((one) => one.status === status).length;
    find("#found").textContent = `${shown.length.toLocaleString("en")} of ${this.labels.length.toLocaleString("en")} events: ${counted("denied")} denied, ${counted("covered")} covered by a blanket denial only, ${counted("undenied")} undenied. ${placeless.length} are not on the map, ${timeless.length} have no time.`;
    find("#listed-head").textContent = this.selected ? `${this.selected.label}: ${chosen.length}` : `Events: ${chosen.length.toLocaleString("en")}`;
    find<HTMLElement>("#unselect").hidden = !this.selected;
    this.fill(find("#listed"), chosen);
    this.aside("#placeless", "No place is given, or none that the map knows", placeless);
    this.aside("#timeless", brushed ? "No time is given (left out above)" : "No time is given", timeless);
  }

  private aside(selector: string, words: string, many: Told[]): void {
    const details = find<HTMLDetailsElement>(selector);
    details.hidden = !many.length;
    details.querySelector("summary")!.textContent = `${words}: ${many.length.toLocaleString("en")}`;
    this.fill(details.querySelector("ol")!, many);
  }

  private fill(list: HTMLElement, many: Told[]): void {
    list.replaceChildren(...many.slice(0, SHOWN).map((one) => this.item(one)));
    if (many.length > SHOWN) list.append(html("li", { class: "more" }, `and ${(many.length - SHOWN).toLocaleString("en")} more: `, html("a", { href: `/events${location.search}` }, "all as a list")));
  }

  private href(iri: string): string {
    return iri.startsWith(this.data.base) ? this.data.path + iri.slice(this.data.base.length).split("/").map(encodeURIComponent).join("/") : "#";
  }

  private item(one: Told): HTMLElement {
    const { iri, label, kinds, draft } = this.data.events;
    const { actors, classes, places } = this.data;
    const names = (numbers: number[]): string => {
      const all = [...new Set(numbers)].map((number) => actors[number]![1]);
      return all.slice(0, 3).join("; ") + (all.length > 3 ? ` and ${all.length - 3} more` : "");
    };
    const made = html("li", { class: one.status }, html("a", { href: this.href(iri[one.event]!) }, label[one.event]!));
    const facts = [kinds[one.event]!.map((kind) => classes[kind]![1]).join(", "), ...new Set(one.times.map(([from, to]) => (from === to && from !== null ? dayText(from) : `${from === null ? "until" : dayText(from)} ${to === null ? "or later" : `${from === null ? "" : "to "}${dayText(to)}`}`))), one.places.map((place) => places[place]!.label).join(" or ")];
    made.append(html("div", { class: "small" }, facts.filter(Boolean).join(" · ")));
    const named = new Map<number, number[]>();
    for (const [who, source] of one.attackers) named.set(who, [...(named.get(who) ?? []), source]);
    for (const [who, sources] of named) made.append(html("div", { class: "small says" }, `attacker said to be ${actors[who]![1]}: said by ${names(sources)}`));
    const specific = one.denials.filter(([, kind]) => kind).map(([who]) => who), blanket = one.denials.filter(([, kind]) => !kind).map(([who]) => who);
    if (specific.length) made.append(html("div", { class: "small denies" }, `denied by ${names(specific)}`));
    if (blanket.length) made.append(html("div", { class: "small covers" }, `inside a blanket denial of ${names(blanket)}`));
    if (draft[one.event]) made.append(html("span", { class: "chip draft" }, "machine draft"));
    return made;
  }
}

/** Fields that the server does not fill take their value from the address. */
function fromAddress(): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
}

async function main(): Promise<void> {
  fromAddress();
  const answer = await fetch("/data/map");
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  new Page((await answer.json()) as Catalogue);
}

main().catch((error: unknown) => {
  find("#found").textContent = `The events could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
});
