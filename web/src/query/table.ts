// The answer as a table: sorted by a click on a column, searched, a hundred rows at a time.
import { type Row, type Term, send } from "./answer";
import { html } from "../dom/elements";
import { heading, label, link, number, shown, text, thing, type Vocabulary } from "./naming";

const STEP = 100;

export function table(names: string[], rows: Row[], vocabulary: Vocabulary): HTMLElement {
  const few = shown(names);
  let columns = few;
  let order: { name: string; down: boolean } | undefined;
  let most = STEP;
  const drafts = new Set<string>();

  const search = html("input", { type: "search", placeholder: "Search in the answer", "aria-label": "Search in the answer", input: () => draw(true) });
  const all = html("input", { type: "checkbox", change: () => ((columns = all.checked ? names : few), draw(false)) });
  const count = html("span", { class: "small", role: "status" });
  const more = html("button", { class: "button", type: "button", click: () => ((most += STEP * 5), draw(false)) }, "More rows");
  const body = html("tbody");
  const head = html("thead");

  function draw(again: boolean): void {
    if (again) most = STEP;
    const wanted = search.value.trim().toLowerCase();
    let found = wanted ? rows.filter((row) => names.some((name) => row[name]?.value && String(row[name]?.value).toLowerCase().includes(wanted))) : rows;
    if (order) found = [...found].sort(by(order.name, order.down, vocabulary));
    head.replaceChildren(html("tr", {}, ...columns.map(column)));
    body.replaceChildren(...found.slice(0, most).map((row) => html("tr", {}, ...columns.map((name) => cell(row, name)))));
    const seen = Math.min(most, found.length);
    count.textContent = `${seen.toLocaleString("en")} of ${found.length.toLocaleString("en")} ${found.length === 1 ? "row" : "rows"}`;
    more.hidden = seen >= found.length;
  }

  function column(name: string): HTMLElement {
    const sorted = order?.name === name ? (order.down ? "descending" : "ascending") : "none";
    const click = (): void => {
      order = { name, down: order?.name === name && !order.down };
      draw(false);
      head.querySelectorAll("button")[columns.indexOf(name)]?.focus();
    };
    return html("th", { scope: "col", "aria-sort": sorted, title: `?${name}` }, html("button", { type: "button", class: "sort", click }, columns === names ? `?${name}` : heading(name)));
  }

  function cell(row: Row, name: string): HTMLElement {
    const term = row[name];
    const other = columns === names ? undefined : thing(name, names);
    const long = (term?.value.length ?? 0) > 60;
    const made = html("td", { class: number(term) !== undefined ? "number" : /quote/i.test(name) ? "words" : long ? "long" : "", title: told(term) });
    if (!term) return made;
    const node = other ? row[other] : term;
    const shownText = text(term, vocabulary);
    const address = node?.type === "uri" ? link(node.value, vocabulary) : undefined;
    made.append(address ? html("a", { href: address, rel: "noreferrer" }, shownText) : shownText);
    if (term["xml:lang"] && columns === names) made.append(html("span", { class: "small" }, ` @${term["xml:lang"]}`));
    if (node?.type === "uri" && drafts.has(node.value)) made.append(" ", html("span", { class: "chip draft", title: "Drafted by a machine; no person has reviewed it" }, "machine draft"));
    return made;
  }

  draw(true);
  void unreviewed(rows, vocabulary).then((found) => {
    for (const iri of found) drafts.add(iri);
    if (found.length) draw(false);
  });
  const tools = [html("p", { class: "tools" }, search, few.length < names.length && html("label", { class: "plain" }, all, " all columns"), count)];
  return html("div", {}, ...tools, html("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Rows" }, html("table", { class: "rows" }, head, body)), html("p", {}, more));
}

function told(term: Term | undefined): string {
  if (term?.type === "uri") return term.value;
  return term?.datatype && !term.datatype.endsWith("#string") ? (term.datatype.split(/[#/]/).pop() ?? "") : "";
}

function by(name: string, down: boolean, vocabulary: Vocabulary): (one: Row, other: Row) => number {
  return (one, other) => {
    const [a, b] = [number(one[name]), number(other[name])];
    const found = a !== undefined && b !== undefined ? a - b : label(one, name, vocabulary).localeCompare(label(other, name, vocabulary), "en");
    return down ? -found : found;
  };
}

// The statements in the answer that a machine drafted: they are marked as such wherever they are shown.
async function unreviewed(rows: Row[], vocabulary: Vocabulary): Promise<string[]> {
  const space = `${vocabulary.base}statement/`;
  const iris = new Set(rows.flatMap((row) => Object.values(row)).flatMap((term) => (term?.type === "uri" && term.value.startsWith(space) ? [term.value] : [])));
  const found: string[] = [];
  const left = [...iris].filter((iri) => !/[<>"{}|^`\\\s]/.test(iri));
  while (left.length) {
    const query = `SELECT ?s WHERE { VALUES ?s { ${left.splice(0, 400).map((iri) => `<${iri}>`).join(" ")} } ?s <https://w3id.org/aed#reviewStatus> <https://w3id.org/aed#unreviewed> }`;
    try {
      const answer = await (await send(query, "application/sparql-results+json")).json();
      for (const row of answer.results.bindings) found.push(row.s.value);
    } catch {
      return found;
    }
  }
  return found;
}
