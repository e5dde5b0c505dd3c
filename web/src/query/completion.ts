// What can stand where the cursor is: prefixes, the ontology's terms with what they mean, variables, keywords.
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { html } from "../dom/elements";
import type { Vocabulary } from "./naming";

const KEYWORDS =
  "SELECT DISTINCT REDUCED CONSTRUCT ASK DESCRIBE WHERE FROM NAMED GRAPH OPTIONAL UNION MINUS FILTER BIND VALUES EXISTS IN AS GROUP_CONCAT COUNT SUM MIN MAX AVG SAMPLE BOUND COALESCE CONTAINS STRSTARTS REGEX LCASE LANG STR YEAR MONTH PREFIX LIMIT OFFSET ASC DESC HAVING".split(" ");
const PHRASES = ["GROUP BY", "ORDER BY", "FILTER NOT EXISTS"];

export function completion(vocabulary: Vocabulary): (context: CompletionContext) => CompletionResult | null {
  const terms = vocabulary.terms.map(
    ([label, kind, detail, definition]): Completion => ({
      label,
      detail: detail && detail !== label ? detail : kind,
      type: kind,
      ...(definition ? { info: () => html("div", {}, html("strong", {}, label), ` (${kind}) `, definition) } : {}),
    }),
  );
  const prefixes = Object.entries(vocabulary.prefixes).map(([name, space]): Completion => ({ label: `${name}:`, detail: space, type: "namespace" }));
  const keywords = [...KEYWORDS, ...PHRASES].map((label): Completion => ({ label, type: "keyword" }));

  return (context) => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    if (/#[^<>]*$/.test(before.replace(/<[^>]*>/g, "")) || /<[^>]*$/.test(before)) return null;
    const word = context.matchBefore(/[?$]?[\w-]*(?::[\w-]*)?/);
    const typed = word?.text ?? "";
    const from = word?.from ?? context.pos;
    if (/^[?$]/.test(typed)) return { from, options: variables(context, typed), validFor: /^[?$]\w*$/ };
    if (typed.includes(":")) {
      if (/\bprefix\s+\S*$/i.test(before)) return declaration(typed, from, vocabulary);
      const [prefix = "", name = ""] = typed.split(":");
      return { from, options: matching(terms.filter((one) => one.label.startsWith(`${prefix}:`)), name), filter: false };
    }
    if (!context.explicit && typed.length < 2) return null;
    return { from, options: [...matching(terms, typed), ...prefixes, ...keywords.filter((one) => one.label.startsWith(typed.toUpperCase()))].filter((one) => fits(one, typed)), filter: false };
  };
}

// A term is found by its name and by its label; those that begin as what is typed come first.
function matching(terms: Completion[], typed: string): Completion[] {
  const wanted = typed.toLowerCase();
  if (!wanted) return terms;
  const start = (one: Completion): boolean => one.label.toLowerCase().split(":")[1]?.startsWith(wanted) ?? false;
  return terms.filter(start).concat(terms.filter((one) => !start(one) && `${one.label.split(":")[1]} ${one.detail}`.toLowerCase().includes(wanted)));
}

function fits(one: Completion, typed: string): boolean {
  return one.type !== "namespace" || one.label.startsWith(typed.toLowerCase());
}

function variables(context: CompletionContext, typed: string): Completion[] {
  const found = new Set(context.state.doc.toString().match(/[?$]\w+/g));
  found.delete(typed);
  return [...found].map((label) => ({ label, type: "variable" }));
}

function declaration(typed: string, from: number, vocabulary: Vocabulary): CompletionResult | null {
  const name = typed.replace(/:.*/, "");
  const options = Object.entries(vocabulary.prefixes)
    .filter(([prefix]) => prefix.startsWith(name))
    .map(([prefix, space]): Completion => ({ label: `${prefix}: <${space}>`, type: "namespace" }));
  return { from, options, filter: false };
}
