// Where this server shows the things of the network.
import { html } from "../dom/elements";

// At the IRI's own path for what lies under the base.
export function place(iri: string, base: string): string {
  if (!iri.startsWith(base)) return /^https?:\/\//.test(iri) ? iri : "#";
  return new URL(base).pathname + iri.slice(base.length).split("/").map(encodeURIComponent).join("/");
}

export function link(iri: string, words: string, base: string): HTMLAnchorElement {
  return html("a", { href: place(iri, base) }, words);
}
