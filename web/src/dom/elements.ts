// Elements whose text is text: nothing that comes from the graph is ever read as HTML.
type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | ((event: Event) => void)>;

export function html<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes = {}, ...inside: Child[]): HTMLElementTagNameMap[Name] {
  return filled(document.createElement(name), attributes, inside);
}

export function svg<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Attributes = {}, ...inside: Child[]): SVGElementTagNameMap[Name] {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, inside);
}

// A function among the attributes listens to the event of its name.
function filled<Made extends Element>(made: Made, attributes: Attributes, inside: Child[]): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...inside.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export function button(words: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return html("button", { type: "button", click: act, ...attributes }, words);
}

export function byId<Found extends HTMLElement = HTMLElement>(id: string): Found {
  return document.getElementById(id) as Found;
}

// One of some values, chosen by a person.
export function choice(words: string, options: [string, string][], chosen: string, change: (value: string) => void): HTMLLabelElement {
  const select = html("select", { change: () => change(select.value) }, ...options.map(([value, name]) => html("option", { value, selected: value === chosen }, name)));
  return html("label", { class: "plain" }, `${words} `, select);
}

export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  html("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
