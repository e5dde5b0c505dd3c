// Elements whose text is text: nothing from an answer is ever read as HTML.
type Child = Node | string | null | undefined | false;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | ((event: Event) => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  set(made, attributes, children);
  return made;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | ((event: Event) => void)> = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  set(made, attributes, children);
  return made;
}

function set(made: Element, attributes: Record<string, string | boolean | ((event: Event) => void)>, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false) made.setAttribute(name, value);
  }
  for (const child of children) if (child || child === "") made.append(child as Node | string);
}

// One of some columns, chosen by a person.
export function choice(words: string, options: [string, string][], chosen: string, change: (value: string) => void): HTMLLabelElement {
  const select = h("select", { change: () => change(select.value) }, ...options.map(([value, name]) => h("option", { value, selected: value === chosen }, name)));
  return h("label", { class: "plain" }, `${words} `, select);
}

export function download(name: string, media: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type: media }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
