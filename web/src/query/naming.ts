// How terms are shown and where they lead, as the server's own pages do it.
import type { Row, Term } from "./answer";

export interface Vocabulary {
  base: string;
  prefixes: Record<string, string>;
  terms: [name: string, kind: string, label: string, definition: string][];
}

export function shorten(iri: string, vocabulary: Vocabulary): string {
  for (const [prefix, space] of [["", vocabulary.base], ...Object.entries(vocabulary.prefixes).map(([name, space]) => [`${name}:`, space])] as [string, string][]) {
    if (space && iri.startsWith(space)) return prefix + iri.slice(space.length);
  }
  return iri;
}

// The page of this server for what lies under the graph's base, the address itself for the rest of the web, else nothing.
export function link(iri: string, vocabulary: Vocabulary): string | undefined {
  if (vocabulary.base && iri.startsWith(vocabulary.base)) {
    const rest = iri.slice(vocabulary.base.length).split("/").map(encodeURIComponent).join("/");
    return new URL(vocabulary.base).pathname + rest;
  }
  return /^https?:\/\//i.test(iri) ? iri : undefined;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const NUMERIC = /#(integer|decimal|double|float|int|long|short|byte|(non)?(Positive|Negative)Integer|nonNegativeInteger|positiveInteger|unsigned\w+)$/i;

export function number(term: Term | undefined): number | undefined {
  return term?.type === "literal" && NUMERIC.test(term.datatype ?? "") && NUMBER.test(term.value) ? Number(term.value) : undefined;
}

export function text(term: Term | undefined, vocabulary: Vocabulary): string {
  if (!term) return "";
  if (term.type === "triple") return JSON.stringify(term.value);
  return term.type === "uri" ? shorten(term.value, vocabulary) : term.type === "bnode" ? `_:${term.value}` : term.value;
}

export function heading(name: string): string {
  if (name === "articleTitle") return "article";
  const short = name.replace(/Labels?$/, "") || name;
  return short.replace(/\p{Lu}/gu, (sign) => ` ${sign.toLowerCase()}`);
}

// The column that holds the thing which a label or a quotation in this column names.
export function thing(name: string, names: string[]): string | undefined {
  const other = name === "quote" ? "statement" : name.replace(/(Label|Quote)$/, "");
  return other !== name && names.includes(other) ? other : undefined;
}

export function label(row: Row, name: string, vocabulary: Vocabulary): string {
  return text(row[`${name}Label`] ?? row[`${name}Quote`] ?? row[name], vocabulary);
}

// The columns that a person reads: no identifier where its label or its words stand beside it.
export function shown(names: string[]): string[] {
  return names.filter((name) => !names.includes(`${name}Label`) && !names.includes(`${name}Quote`) && !(name === "statement" && names.includes("quote")));
}
