// Elements of the page. What comes from the graph enters them as text alone.

type Child = Node | string | null;

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function button(words: string, act: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", act);
  return made;
}

// Where this server shows the thing: at the IRI's own path for what lies under the base.
export function place(iri: string, base: string): string {
  if (!iri.startsWith(base)) return /^https?:\/\//.test(iri) ? iri : "#";
  return new URL(base).pathname + iri.slice(base.length).split("/").map(encodeURIComponent).join("/");
}

export function link(iri: string, words: string, base: string): HTMLAnchorElement {
  return element("a", { href: place(iri, base) }, words);
}
