// From words to graph and back: a passage of the text chooses its statement in the list, and the reverse.

import { svg } from "./dom/elements";

const layout = document.querySelector<HTMLElement>(".layout")!;
const text = document.getElementById("text");
const list = document.querySelector<HTMLElement>(".statements")!;
const form = document.querySelector<HTMLFormElement>("form.narrow")!;
const statements = new Map<string, HTMLElement>();
const passages = new Map<string, HTMLElement[]>();

for (const one of list.querySelectorAll<HTMLElement>(".statement")) statements.set(one.dataset.key!, one);
for (const segment of text?.querySelectorAll<HTMLElement>(".segment") ?? []) {
  for (const key of keysOf(segment)) passages.set(key, [...(passages.get(key) ?? []), segment]);
}
const order = [...statements.keys()];
const stances = new Set([...statements.values()].map((one) => one.dataset.stance!));
let chosen = "";

function keysOf(segment: HTMLElement): string[] {
  return (segment.dataset.keys ?? "").split(" ").filter(Boolean);
}

function isShown(key: string): boolean {
  return !statements.get(key)?.hidden;
}

/** Chooses a statement, or none; the focus goes where the reader is: into the text or into the list. */
function choose(key: string, focus: "text" | "list" | "none" = "none", reveal = true): void {
  for (const one of document.querySelectorAll(".chosen, .around")) one.classList.remove("chosen", "around");
  statements.get(chosen)?.removeAttribute("aria-current");
  chosen = statements.has(key) ? key : "";
  layout.classList.toggle("picked", chosen !== "");
  const statement = statements.get(chosen);
  const segments = passages.get(chosen) ?? [];
  history.replaceState(null, "", chosen ? `#statement-${chosen}` : location.pathname + location.search);
  if (statement) {
    statement.classList.add("chosen");
    statement.setAttribute("aria-current", "true");
    for (const segment of segments) segment.classList.add("chosen");
    for (const other of new Set(segments.flatMap(keysOf))) if (other !== chosen) statements.get(other)?.classList.add("around");
    rove(segments.find((one) => one instanceof HTMLAnchorElement));
    if (reveal) show(statement, segments[0]);
    if (focus === "list") statement.focus({ preventScroll: true });
    if (focus === "text") segments.find((one) => one instanceof HTMLAnchorElement)?.focus({ preventScroll: true });
  }
  drawChains();
}

/** Only one passage is a stop of the tabulator; the arrow keys lead from it to the others. */
function rove(to: HTMLElement | undefined): void {
  if (!to) return;
  for (const one of text?.querySelectorAll<HTMLElement>("a.segment") ?? []) one.tabIndex = one === to ? 0 : -1;
}

/** Brings the statement into view in its list, and its passage into view on the page. */
function show(statement: HTMLElement, segment: HTMLElement | undefined): void {
  const scroller = list.scrollHeight > list.clientHeight + 1 ? list : statement.closest<HTMLElement>(".panel")!;
  scroller.scrollTop += statement.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 8;
  const place = segment?.getBoundingClientRect();
  if (place && (place.top < 70 || place.bottom > innerHeight * 0.52)) scrollBy({ top: place.top - innerHeight * 0.3 });
  else if (!place) statement.scrollIntoView({ block: "nearest" });
}

function step(by: number, focus: "text" | "list" | "none"): void {
  const shown = order.filter(isShown);
  if (!shown.length) return;
  const at = shown.indexOf(chosen);
  choose(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length]!, focus);
}

text?.addEventListener("click", (event) => {
  const segment = event.target instanceof Element ? event.target.closest<HTMLElement>(".segment") : null;
  if (!segment || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // The innermost statement first; choosing again goes outwards.
  const keys = keysOf(segment).filter(isShown).reverse();
  if (keys.length) choose(keys[(keys.indexOf(chosen) + 1) % keys.length]!, "none");
  if (segment instanceof HTMLAnchorElement) {
    rove(segment);
    segment.focus({ preventScroll: true });
  }
});

list.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const statement = target?.closest<HTMLElement>(".statement");
  const link = target?.closest("a");
  if (!statement || (link && !link.classList.contains("where")) || String(getSelection())) return;
  event.preventDefault();
  choose(statement.dataset.key!, link ? "text" : "list");
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const active = document.activeElement;
  if (active instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName)) return;
  const inText = !!active?.closest("#text");
  const inList = !!active?.closest(".statements");
  const by = event.key === "j" ? 1 : event.key === "k" ? -1 : inText || inList ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
  if (by) {
    event.preventDefault();
    step(by, inList ? "list" : "text");
  } else if (event.key === "Escape" && chosen) {
    choose("");
  } else if (event.key === "Enter" && inList && active === statements.get(chosen)) {
    choose(chosen, "text");
  }
});

/** Gives a passage the colour of its innermost statement that is shown, and mutes the lines of those that are not. */
function colour(segment: HTMLElement): void {
  const keys = keysOf(segment);
  const innermost = keys.findLast(isShown);
  segment.classList.remove(...stances);
  if (innermost) segment.classList.add(statements.get(innermost)!.dataset.stance!);
  segment.classList.toggle("off", !innermost);
  const layers = [...segment.querySelectorAll(".layer")];
  const drawn = keys.slice(-layers.length);
  layers.forEach((layer, at) => layer.classList.toggle("off", !isShown(drawn[at]!)));
}

function narrow(): void {
  const wish = new FormData(form);
  const stance = wish.get("stance"), speaker = wish.get("speaker"), event = String(wish.get("event"));
  for (const one of statements.values()) {
    one.hidden = !((!stance || one.dataset.stance === stance) && (!speaker || one.dataset.speaker === speaker) && (!event || one.dataset.events!.split(" ").includes(event)));
  }
  for (const segment of text?.querySelectorAll<HTMLElement>(".segment") ?? []) colour(segment);
  for (const mark of text?.querySelectorAll<HTMLElement>(".mark") ?? []) mark.classList.toggle("off", !isShown(mark.id.replace("passage-", "")));
  const shown = order.filter(isShown).length;
  form.querySelector("output")!.textContent = `${shown} of ${order.length} statements`;
  if (chosen && !isShown(chosen)) choose("");
  else drawChains();
}

/** Draws in the margin which passage is reported in which other one. */
function drawChains(): void {
  text?.parentElement?.querySelector(".arcs")?.remove();
  if (!text) return;
  const arcs = svg("svg", { class: "arcs", "aria-hidden": "true" });
  const top = text.getBoundingClientRect().top;
  const right = parseFloat(getComputedStyle(text).paddingLeft) - 6;
  const height = (key: string): number | undefined => {
    const place = document.getElementById(`passage-${key}`)?.getBoundingClientRect();
    return place && place.top - top + place.height / 2;
  };
  for (const [key, one] of statements) {
    const from = one.dataset.carrier && isShown(one.dataset.carrier) ? height(one.dataset.carrier) : undefined;
    const to = height(key);
    if (from === undefined || to === undefined || !isShown(key)) continue;
    const bend = Math.max(4, right - 10 - Math.abs(to - from) / 12);
    const same = Math.abs(to - from) < 4;
    const d = same ? `M${right},${from - 5} C${bend},${from - 5} ${bend},${to + 5} ${right},${to + 5}` : `M${right},${from} C${bend},${from} ${bend},${to} ${right},${to}`;
    const picked = key === chosen || one.dataset.carrier === chosen;
    arcs.append(svg("path", picked ? { d, class: "chosen" } : { d }), svg("circle", { cx: right, cy: same ? to + 5 : to, r: 3 }));
  }
  if (arcs.childElementCount) text.parentElement!.append(arcs);
}

function followAddress(): void {
  const named = /^#(?:statement-|passage-)?([0-9a-z]+)$/.exec(location.hash);
  if (named?.[1] && statements.has(named[1]) && named[1] !== chosen) choose(named[1]);
}

layout.classList.add("live");
form.hidden = false;
const keys = document.querySelector<HTMLElement>(".keys");
if (keys) keys.hidden = false;
rove(text?.querySelector<HTMLElement>("a.segment") ?? undefined);
form.addEventListener("change", narrow);
form.addEventListener("submit", (event) => event.preventDefault());
narrow();
addEventListener("hashchange", followAddress);
addEventListener("resize", drawChains);
followAddress();
// The browser goes to the fragment once the page has loaded; the passage must be in view after that.
addEventListener("load", () => requestAnimationFrame(() => chosen && choose(chosen)));
