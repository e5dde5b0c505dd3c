// Finding an actor by any part of its names: a text field with a list of what it finds.
import type { Network } from "./columns";
import { byId, html } from "../dom/elements";

const MOST = 20;

export function fold(words: string): string {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");
}

export class Finder {
  private readonly field = byId<HTMLInputElement>("find");
  private readonly list = byId("found");
  private names: string[] | null = null; // folded at the first search
  private found: number[] = [];
  private at = -1;

  constructor(private readonly network: Network, private readonly take: (actor: number) => void) {
    this.field.addEventListener("input", () => this.find());
    this.field.addEventListener("focus", () => this.field.value && this.find());
    this.field.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.field.addEventListener("keydown", (event) => this.key(event));
  }

  private find(): void {
    const wanted = fold(this.field.value.trim()), { network } = this, names = this.folded();
    if (!wanted) return this.close();
    const rank = (actor: number) => (names[actor]!.startsWith(wanted) ? 0 : 1);
    this.found = [...names.keys()].filter((actor) => names[actor]!.includes(wanted)).sort((a, b) => rank(a) - rank(b) || network.degree(b) - network.degree(a)).slice(0, MOST);
    this.at = -1;
    this.list.replaceChildren(...this.found.map((actor, at) => {
      const { actors } = network.columns, made = html("li", { id: `found-${at}`, role: "option", "aria-selected": "false" }, network.label(actor), html("small", {}, actors.kinds[actors.kind[actor]!]!));
      made.addEventListener("pointerdown", (event) => event.preventDefault());
      made.addEventListener("click", () => this.choose(actor));
      return made;
    }));
    if (!this.found.length) this.list.append(html("li", { "aria-disabled": "true" }, "No actor of this name"));
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.field.removeAttribute("aria-activedescendant");
    return undefined;
  }

  private folded(): string[] {
    const { label, also } = this.network.columns.actors;
    this.names ??= label.map((one, actor) => fold(`${one} ${also[actor]}`));
    return this.names;
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found.length) this.mark((this.at < 0 && step < 0 ? this.found.length : this.at) + step);
    else if (event.key === "Enter") this.found.length && !this.list.hidden && this.choose(this.found[Math.max(this.at, 0)]!);
    else if (event.key === "Escape" && this.field.value) {
      event.stopPropagation();
      this.field.value = "";
      this.close();
    } else return;
    event.preventDefault();
  }

  private mark(at: number): void {
    this.list.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = (at + this.found.length) % this.found.length;
    const one = this.list.children[this.at]!;
    one.setAttribute("aria-selected", "true");
    one.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", one.id);
  }

  private choose(actor: number): void {
    this.field.value = "";
    this.close();
    this.take(actor);
  }

  private close(): void {
    this.list.hidden = true;
    this.found = [];
    this.field.setAttribute("aria-expanded", "false");
  }
}
