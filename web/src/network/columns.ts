// The network as the server sends it: columns, one entry an actor, a line or a statement.

export interface Kind {
  name: string; label: string; passive: string; reported: string; colour: string; on_dark: string; dash: number[]; core: boolean;
}

export interface Shape { name: string; label: string; fill: string; on_dark: string }

export interface Columns {
  build: string;
  name: string;
  base: string;
  kinds: Kind[];
  shapes: Shape[];
  certainties: string[];
  actors: {
    id: string[]; label: string[]; also: string[]; kinds: string[]; kind: number[]; shape: number[]; party: number[];
    statements: number[]; denials: number[];
  };
  edges: { kind: number[]; source: number[]; target: number[]; blanket: number[]; reference: number[]; count: number[] };
  said: { first: (number | null)[]; last: (number | null)[]; certainty: number[]; draft: number[] };
}

// The columns with what is asked of them often: where an edge's statements begin, and which edges an actor has.
export class Network {
  readonly actors: number;
  readonly lines: number;
  readonly begin: Int32Array;
  private readonly at: Int32Array;
  private readonly incident: Int32Array;

  constructor(readonly columns: Columns) {
    const { edges, actors } = columns;
    this.actors = actors.id.length;
    this.lines = edges.kind.length;
    this.begin = new Int32Array(this.lines + 1);
    this.at = new Int32Array(this.actors + 1);
    for (let line = 0; line < this.lines; line += 1) {
      this.begin[line + 1] = this.begin[line]! + edges.count[line]!;
      this.at[edges.source[line]! + 1]! += 1;
      this.at[edges.target[line]! + 1]! += 1;
    }
    for (let actor = 0; actor < this.actors; actor += 1) this.at[actor + 1]! += this.at[actor]!;
    this.incident = new Int32Array(2 * this.lines);
    const next = this.at.slice();
    for (let line = 0; line < this.lines; line += 1) {
      this.incident[next[edges.source[line]!]!++] = line;
      this.incident[next[edges.target[line]!]!++] = line;
    }
  }

  linesOf(actor: number): Int32Array {
    return this.incident.subarray(this.at[actor]!, this.at[actor + 1]!);
  }

  degree(actor: number): number {
    return this.at[actor + 1]! - this.at[actor]!;
  }

  kind(line: number): Kind {
    return this.columns.kinds[this.columns.edges.kind[line]!]!;
  }

  label(actor: number): string {
    return this.columns.actors.label[actor]!;
  }

  source(line: number): number {
    return this.columns.edges.source[line]!;
  }

  target(line: number): number {
    return this.columns.edges.target[line]!;
  }

  iri(actor: number): string {
    const id = this.columns.actors.id[actor]!;
    return /^[A-Za-z][\w+.-]*:/.test(id) ? id : this.columns.base + id;
  }

  // The line in words: who does what to whom.
  words(line: number): string {
    return `${this.label(this.source(line))} → ${this.label(this.target(line))}: ${this.kind(line).label}`;
  }
}

export function plural(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}

// A day as the number of days since 1970, and back.
export function dayOf(text: string): number | null {
  const found = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(found) ? null : found / 86_400_000;
}

export function textOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
