// What of the network is shown: by kind of line, day, certainty and review, and around a chosen actor.
import { textOf, type Network } from "./columns";

export interface Choice {
  hiddenKinds: Set<number>;
  from: number | null;
  until: number | null;
  certainty: number;
  drafts: boolean;
  actor: number | null;
  steps: number;
}

export const ANY = 9;

export function everything(): Choice {
  return { hiddenKinds: new Set(), from: null, until: null, certainty: ANY, drafts: true, actor: null, steps: 0 };
}

export interface Shown {
  counts: Int32Array; // statements of each line that pass, 0 for a hidden line
  actors: Uint8Array;
  lines: number;
  named: number;
  statements: number;
  dayless: number; // statements that only the want of a day keeps out
}

export function select(network: Network, choice: Choice): Shown {
  const counts = new Int32Array(network.lines), actors = new Uint8Array(network.actors);
  const shown: Shown = { counts, actors, lines: 0, named: 0, statements: 0, dayless: 0 };
  for (let line = 0; line < network.lines; line += 1) counts[line] = passing(network, choice, line, shown);
  const near = choice.actor !== null && choice.steps ? around(network, counts, choice.actor, choice.steps) : null;
  const whole = !near && isWhole(choice);
  for (let line = 0; line < network.lines; line += 1) {
    const source = network.source(line), target = network.target(line);
    if (near && !(near[source] && near[target])) counts[line] = 0;
    if (!counts[line]) continue;
    actors[source] = actors[target] = 1;
    shown.lines += 1;
    if (!network.columns.edges.reference[line]) shown.statements += counts[line]!;
  }
  if (choice.actor !== null) actors[choice.actor] = 1;
  for (let actor = 0; actor < network.actors; actor += 1) {
    if (whole) actors[actor] = 1;
    shown.named += actors[actor]!;
  }
  return shown;
}

function isWhole(choice: Choice): boolean {
  return !choice.hiddenKinds.size && choice.from === null && choice.until === null && choice.certainty === ANY && choice.drafts;
}

// The statements of the line that pass. A line of the reference data has none: only a wish for days hides it.
function passing(network: Network, choice: Choice, line: number, shown: Shown): number {
  const { edges, said } = network.columns;
  if (choice.hiddenKinds.has(edges.kind[line]!)) return 0;
  const timed = choice.from !== null || choice.until !== null;
  if (edges.reference[line]) return timed ? 0 : 1;
  let count = 0;
  for (let at = network.begin[line]!; at < network.begin[line + 1]!; at += 1) {
    if (said.draft[at] && !choice.drafts) continue;
    if (choice.certainty !== ANY && (said.certainty[at]! < 0 || said.certainty[at]! > choice.certainty)) continue;
    if (timed) {
      const first = said.first[at] ?? null, last = said.last[at] ?? null;
      if (first === null && last === null) {
        shown.dayless += 1;
        continue;
      }
      if (choice.from !== null && last !== null && last < choice.from) continue;
      if (choice.until !== null && first !== null && first > choice.until) continue;
    }
    count += 1;
  }
  return count;
}

function around(network: Network, counts: Int32Array, actor: number, steps: number): Uint8Array {
  const near = new Uint8Array(network.actors);
  near[actor] = 1;
  let edge = [actor];
  for (let step = 0; step < steps; step += 1) {
    const next: number[] = [];
    for (const one of edge) {
      for (const line of network.linesOf(one)) {
        if (!counts[line]) continue;
        const other = network.source(line) === one ? network.target(line) : network.source(line);
        if (!near[other]) {
          near[other] = 1;
          next.push(other);
        }
      }
    }
    edge = next;
  }
  return near;
}

// The choice as the query of an address, so that a view can be shared, and back.
export function toQuery(network: Network, choice: Choice): string {
  const fields = new URLSearchParams();
  if (choice.actor !== null) fields.set("actor", network.columns.actors.id[choice.actor]!);
  if (choice.steps) fields.set("steps", String(choice.steps));
  if (choice.hiddenKinds.size) fields.set("without", [...choice.hiddenKinds].map((kind) => network.columns.kinds[kind]!.name).join(" "));
  if (choice.from !== null) fields.set("from", textOf(choice.from));
  if (choice.until !== null) fields.set("until", textOf(choice.until));
  if (choice.certainty !== ANY) fields.set("certainty", String(choice.certainty));
  if (!choice.drafts) fields.set("drafts", "no");
  return fields.size ? `?${fields}` : "";
}
