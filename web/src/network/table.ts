// The table below the drawing: the same lines, for reading, for the keyboard and for print.
import { type Network, plural } from "./columns";
import { button, byId, html } from "../dom/elements";
import { link } from "./links";
import { chip } from "./panel";
import type { Shown } from "./selection";

const PAGE = 150, PRINTED = 2000;

export class Table {
  private lines: number[] = [];
  private shown: Shown | null = null;
  private readonly rows = byId("rows");
  private readonly more = byId<HTMLButtonElement>("more");

  constructor(private readonly network: Network, private readonly open: (line: number) => void) {
    this.more.addEventListener("click", () => this.extend(PAGE));
    addEventListener("beforeprint", () => this.extend(PRINTED - this.rows.children.length));
  }

  show(shown: Shown): void {
    const { kinds, edges } = this.network.columns;
    this.shown = shown;
    this.lines = [];
    for (let line = 0; line < this.network.lines; line += 1) if (shown.counts[line]) this.lines.push(line);
    const core = (line: number) => (kinds[edges.kind[line]!]!.core ? 0 : 1);
    this.lines.sort((a, b) => core(a) - core(b) || shown.counts[b]! - shown.counts[a]! || a - b);
    this.rows.replaceChildren();
    this.extend(PAGE);
  }

  private extend(count: number): void {
    const { network, shown } = this;
    if (!shown || count <= 0) return;
    const from = this.rows.children.length, focused = document.activeElement === this.more;
    this.rows.append(...this.lines.slice(from, from + count).map((line) => this.row(line, shown)));
    const listed = this.rows.children.length, all = this.lines.length;
    this.more.hidden = listed === all;
    byId("shown").textContent =
      `${plural(all, "line")} of ${network.lines.toLocaleString("en")} shown, those of the dispute first` +
      (listed < all ? `; the ${listed.toLocaleString("en")} with most statements stand here.` : ".") +
      (shown.dayless ? ` ${plural(shown.dayless, "statement")} without any day left out.` : "");
    if (focused && this.more.hidden) this.rows.children[from]?.querySelector("button")?.focus();
  }

  private row(line: number, shown: Shown): HTMLElement {
    const { network } = this, { base, edges } = network.columns, kind = network.kind(line);
    const words = edges.reference[line] ? "reference data" : plural(shown.counts[line]!, "statement");
    const end = (actor: number) => link(network.iri(actor), network.label(actor), base);
    return html("tr", {},
      html("th", { scope: "row" }, end(network.source(line))),
      html("td", {}, chip(kind.name, kind.label), edges.blanket[line] ? " blanket" : null),
      html("td", {}, end(network.target(line))),
      html("td", {}, button(words, () => this.open(line), { class: "plain", "aria-label": `Quotations: ${network.words(line)}, ${words}` })),
    );
  }
}
