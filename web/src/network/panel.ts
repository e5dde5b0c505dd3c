// The details beside the drawing: what is drawn, an actor with its lines, a line with the words behind it.
import { type Network, plural } from "./columns";
import { button, html } from "../dom/elements";
import { link } from "./links";
import type { Shown } from "./selection";

interface Named { iri: string; label: string }
interface Words { iri: string; speaker: Named; stance: string; quote: string; date: string; article: { iri: string; title: string; published: string; publisher: string } }
interface Quotation extends Words {
  says: string[]; form: string; certainty: string; reporter: string; draft: boolean; blanket: boolean; responsibility: string[]; answers: Words[]; more: number;
}
interface Edge { source: Named; target: Named; kind: { label: string; before: string; after: string }; number: number; next: number | null; quotations: Quotation[] }

export interface Acts { actor(actor: number): void; line(line: number): void; back(): void }

const MANY = 60;

export class Panel {
  private asked = 0; // the number of the last request: an older answer is not shown

  constructor(private readonly network: Network, private readonly place: HTMLElement, private readonly acts: Acts) {}

  private fill(focus: boolean, ...parts: Node[]): void {
    this.asked += 1;
    this.place.replaceChildren(...parts);
    this.place.scrollTop = 0;
    if (focus) this.place.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }

  overview(shown: Shown, focus: boolean): void {
    const { network } = this, kinds = network.columns.kinds.map(() => [0, 0]);
    for (let line = 0; line < network.lines; line += 1) {
      if (!shown.counts[line]) continue;
      const numbers = kinds[network.columns.edges.kind[line]!]!;
      numbers[0]! += 1;
      numbers[1]! += network.columns.edges.reference[line] ? 0 : shown.counts[line]!;
    }
    const rows = network.columns.kinds.flatMap((kind, at) => (kinds[at]![0] ? [html("tr", {}, html("th", { scope: "row" }, chip(kind.name, kind.label)), number(kinds[at]![0]!), number(kinds[at]![1]!))] : []));
    this.fill(focus,
      heading("What is drawn here"),
      html("p", {}, `${plural(shown.named, "actor")}, ${plural(shown.lines, "line")}, ${plural(shown.statements, "statement")} behind them. A statement may stand behind several lines.`),
      html("p", { class: "small" }, "Choose an actor or a line: in the drawing, by its name, or in the table. The words behind it appear here."),
      html("table", { class: "sums" }, html("thead", {}, html("tr", {}, ...["Kind", "Lines", "Statements"].map((words) => html("th", { scope: "col" }, words)))), html("tbody", {}, ...rows)),
    );
  }

  actor(actor: number, shown: Shown, focus: boolean): void {
    const { network } = this, { actors, kinds } = network.columns;
    const lines = [...network.linesOf(actor)].filter((line, at, all) => shown.counts[line] && all.indexOf(line) === at);
    const lists = kinds.flatMap((kind, at) => {
      const of = lines.filter((line) => network.columns.edges.kind[line] === at).sort((a, b) => shown.counts[b]! - shown.counts[a]!);
      const given = of.filter((line) => network.source(line) === actor), received = of.filter((line) => network.target(line) === actor);
      return [...this.list(kind.label, given, shown, (line) => network.target(line)), ...this.list(kind.passive, received, shown, (line) => network.source(line))];
    });
    const also = actors.also[actor]!;
    this.fill(focus,
      heading(network.label(actor)),
      html("p", { class: "small" }, actors.kinds[actors.kind[actor]!]! + (also ? ` · also ${also}` : "") + (actors.party[actor] ? "; a claim names it, or one of its side, as an attacker" : "")),
      html("p", {}, `${plural(actors.statements[actor]!, "statement")}, of them ${plural(actors.denials[actor]!, "denial")}. `, link(network.iri(actor), "Its own page", network.columns.base)),
      ...(lists.length ? lists : [html("p", { class: "empty" }, "No line of the kinds and days that are shown.")]),
      this.back(),
    );
  }

  private list(words: string, lines: number[], shown: Shown, other: (line: number) => number): Node[] {
    if (!lines.length) return [];
    const items = lines.slice(0, MANY).map((line) => {
      const made = button(this.network.label(other(line)), () => this.acts.line(line), { class: "plain", "aria-label": `Quotations: ${this.network.words(line)}` });
      return html("li", {}, made, html("span", { class: "count" }, this.network.columns.edges.reference[line] ? "" : String(shown.counts[line])));
    });
    if (lines.length > MANY) items.push(html("li", { class: "small" }, `and ${lines.length - MANY} more, in the table`));
    return [html("h3", {}, words), html("ul", { class: "ends" }, ...items)];
  }

  async line(line: number, focus: boolean): Promise<void> {
    const { network } = this, kind = network.kind(line), [before, after] = kind.reported.split("{}");
    const end = (actor: number) => button(network.label(actor), () => this.acts.actor(actor), { class: "plain" });
    const source = network.source(line), target = network.target(line);
    const quotations = html("ol", { class: "quotations" }), state = html("p", { class: "small", role: "status" }, "Fetching the quotations …");
    this.fill(focus,
      heading(`${network.label(source)} → ${network.label(target)}`),
      html("p", {}, chip(kind.name, kind.label)),
      html("p", { class: "small" }, "By the reports quoted below, ", end(source), ` ${before}`, end(target), `${after}. This is what is reported, not a finding.`),
      quotations, state, this.back(),
    );
    const { id } = network.columns.actors;
    await this.fetch(new URLSearchParams({ source: id[source]!, target: id[target]!, kind: kind.name }), quotations, state, 0);
  }

  private async fetch(fields: URLSearchParams, list: HTMLElement, state: HTMLElement, first: number): Promise<void> {
    const asked = this.asked;
    try {
      const answer = await fetch(`/network/edge?format=json&first=${first}&${fields}`);
      if (!answer.ok) throw new Error(await answer.text());
      const edge = (await answer.json()) as Edge;
      if (asked !== this.asked) return;
      list.append(...edge.quotations.map((one) => this.quotation(one)));
      state.replaceChildren(edge.number ? `${plural(list.children.length, "statement")}${edge.next === null ? "" : ` of ${edge.number.toLocaleString("en")}`}, in the order of their days. ` : "By the reference data: no statement stands behind it. ");
      state.append(html("a", { href: `/network/edge?${fields}` }, "As a page of its own"));
      const { next } = edge;
      if (next !== null) state.append(" ", button("More", () => void this.fetch(fields, list, state, next), { class: "button" }));
    } catch (error) {
      if (asked === this.asked) state.textContent = `The quotations could not be fetched: ${error instanceof Error ? error.message : error}`;
    }
  }

  private quotation(said: Quotation): HTMLElement {
    const { base } = this.network.columns, { article } = said;
    const facts: [string, Node | string][] = [
      ["form", said.form],
      ["reach", said.blanket ? "blanket: what the other asserts falls within its scope" : ""],
      ["attacker named", said.responsibility.includes("joint") ? "together with others" : said.responsibility.includes("alternative") ? "as one of several who may be it" : ""],
      ["certainty", said.certainty],
      ["article", article.title ? html("span", {}, link(article.iri, article.title, base), `, ${[article.publisher, article.published || "no day given"].join(", ")}`) : ""],
      ["reported by", said.reporter],
      ...said.answers.slice(0, 5).map((one): [string, Node] => ["answers", html("span", {}, `${one.speaker.label} ${one.stance}: `, link(one.iri, `“${one.quote}”`, base))]),
      ["answers", said.answers.length + said.more > 5 ? `and ${said.answers.length + said.more - 5} more` : ""],
    ];
    return html("li", {},
      html("p", {}, html("span", { class: `chip ${STANCES[said.stance] ?? ""}` }, said.stance), " ", said.draft ? html("span", { class: "chip draft", title: "Drafted by a machine; no person has reviewed it" }, "machine draft") : null),
      html("blockquote", { class: "quote" }, html("p", {}, said.quote), html("footer", {}, link(said.speaker.iri, said.speaker.label, base), `, ${said.date || "no day given"} · `, link(said.iri, "the statement", base))),
      said.says.length ? html("details", {}, html("summary", {}, `What it says of ${plural(said.says.length, "claim")}`), html("ul", {}, ...said.says.map((claim) => html("li", {}, claim)))) : null,
      html("dl", { class: "small" }, ...facts.filter(([, value]) => value).flatMap(([name, value]) => [html("dt", {}, name), html("dd", {}, value)])),
    );
  }

  private back(): HTMLElement {
    return html("p", {}, button("Back", () => this.acts.back(), { class: "button" }));
  }
}

const STANCES: Record<string, string> = { asserts: "says", denies: "denies", acknowledges: "concedes" };

export function chip(kind: string, words: string): HTMLElement {
  return html("span", { class: `chip k-${kind}` }, words);
}

function heading(words: string): HTMLElement {
  return html("h2", { tabindex: "-1" }, words);
}

function number(value: number): HTMLElement {
  return html("td", {}, value.toLocaleString("en"));
}
