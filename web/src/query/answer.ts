// An answer of the endpoint, and what goes wrong on the way, in words.

export interface Term {
  type: "uri" | "bnode" | "literal" | "triple";
  value: string;
  "xml:lang"?: string;
  datatype?: string;
}
export type Row = Record<string, Term | undefined>;

export type Answer =
  | { kind: "rows"; names: string[]; rows: Row[]; truncated: string; raw: string }
  | { kind: "truth"; truth: boolean; truncated: string; raw: string }
  | { kind: "graph"; truncated: string; raw: string };

export class Fault extends Error {}

const ACCEPT = "application/sparql-results+json, text/turtle;q=0.9";

export async function send(query: string, accept: string, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch("/sparql", { method: "POST", headers: { Accept: accept }, body: new URLSearchParams({ query }), signal: signal ?? null });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Fault("The server does not answer.\n  mend: see whether it runs, then ask again");
  }
  if (!response.ok) throw new Fault((await response.text()).trim() || `The server answered ${response.status}.`);
  return response;
}

export async function ask(query: string, signal?: AbortSignal): Promise<Answer> {
  const response = await send(query, ACCEPT, signal);
  let raw: string;
  try {
    raw = await response.text();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw broken();
  }
  const truncated = response.headers.get("Aed-Truncated") ?? "";
  if (!response.headers.get("Content-Type")?.includes("json")) return { kind: "graph", truncated, raw };
  let found: { head: { vars?: string[] }; boolean?: boolean; results?: { bindings: Row[] }; truncated?: string };
  try {
    found = JSON.parse(raw);
  } catch {
    throw broken();
  }
  if (typeof found.boolean === "boolean") return { kind: "truth", truth: found.boolean, truncated, raw };
  return { kind: "rows", names: found.head.vars ?? [], rows: found.results?.bindings ?? [], truncated: found.truncated ?? truncated, raw };
}

function broken(): Fault {
  return new Fault("The answer broke off: the query reached a limit of the server while it was answered.\n  mend: ask for less: a narrower pattern, a smaller LIMIT");
}

export interface Words {
  what: string;
  mend: string;
  line: number;
}

// The server's message: what is wrong, how to mend it, and the line of the query, where it names one.
export function words(message: string): Words {
  const [what = "", mend = ""] = message.split(/\n\s*mend: /);
  const place = /error at (\d+):(\d+)/.exec(what);
  // The kinds of letter that the parser would have taken there tell a person nothing.
  const plain = what.replace(/,? \[(?:'[^\]]*|_)(?:\]|$)/g, "").replace("expected one of Prefix not found", "the prefix is not declared");
  return { what: plain, mend, line: place ? Number(place[1]) : 0 };
}
