// Places for actors: ForceAtlas2 in steps from a fixed start, then turned upright and drawn apart where there are few.
import iterate from "graphology-layout-forceatlas2/iterate";

export interface Task {
  actors: number;
  source: Int32Array;
  target: Int32Array;
  weight: Float32Array;
  half: Float32Array; // half the width and height of each mark with its label, in pixels; empty where there are many
  width: number;
  height: number;
}

export interface Progress { positions: Float32Array; step: number; steps: number; done: boolean }

const NODE = 10, EDGE = 3;
const BEND = 1.8; // how far one direction may be stretched more than the other

export function steps(actors: number): number {
  if (actors <= 400) return 600;
  if (actors <= 3000) return 250;
  return actors <= 20_000 ? 80 : 20;
}

// The start: the best connected in the middle of a sunflower, so that the same network always gives the same picture.
export function sunflower(degrees: Int32Array): Float32Array {
  const order = Array.from(degrees.keys()).sort((a, b) => degrees[b]! - degrees[a]! || a - b);
  const positions = new Float32Array(2 * degrees.length);
  order.forEach((actor, place) => {
    const radius = 10 * Math.sqrt(place + 0.5), angle = place * Math.PI * (3 - Math.sqrt(5));
    positions[2 * actor] = radius * Math.cos(angle);
    positions[2 * actor + 1] = radius * Math.sin(angle);
  });
  return positions;
}

export class Layout {
  private readonly nodes: Float32Array;
  private readonly edges: Float32Array;
  private readonly settings: Record<string, number | boolean>;
  step = 0;
  readonly steps: number;

  constructor(private readonly task: Task) {
    const { actors, source, target, weight } = task, degrees = new Int32Array(actors);
    for (let line = 0; line < source.length; line += 1) {
      degrees[source[line]!]! += 1;
      degrees[target[line]!]! += 1;
    }
    this.steps = steps(actors);
    const start = sunflower(degrees);
    this.nodes = new Float32Array(NODE * actors);
    for (let actor = 0; actor < actors; actor += 1) {
      this.nodes.set([start[2 * actor]!, start[2 * actor + 1]!, 0, 0, 0, 0, 1 + degrees[actor]!, 1, 1, 0], NODE * actor);
    }
    this.edges = new Float32Array(EDGE * source.length);
    for (let line = 0; line < source.length; line += 1) {
      this.edges.set([source[line]! * NODE, target[line]! * NODE, weight[line]!], EDGE * line);
    }
    const many = actors > 600;
    this.settings = {
      linLogMode: false, outboundAttractionDistribution: false, adjustSizes: false, edgeWeightInfluence: 1, scalingRatio: many ? 10 : 20,
      strongGravityMode: true, gravity: many ? 0.02 : 0.08, slowDown: 1 + Math.log(actors + 1), barnesHutOptimize: many, barnesHutTheta: actors > 20_000 ? 1.4 : 0.9,
    };
  }

  // One step; whether there are more.
  advance(): boolean {
    iterate(this.settings, this.nodes, this.edges);
    this.step += 1;
    return this.step < this.steps;
  }

  positions(): Float32Array {
    const found = new Float32Array(2 * this.task.actors);
    for (let actor = 0; actor < this.task.actors; actor += 1) {
      found[2 * actor] = this.nodes[NODE * actor]!;
      found[2 * actor + 1] = this.nodes[NODE * actor + 1]!;
    }
    return found;
  }

  // The places at the end.
  settled(): Float32Array {
    const { width, height, half } = this.task, places = fitted(upright(this.positions()), width, height);
    return half.length ? fitted(drawnApart(places, half), width, height) : places;
  }
}

// Turned so that the network extends most from left to right, where a screen has most room.
function upright(places: Float32Array): Float32Array {
  const count = places.length / 2;
  let mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
  for (let at = 0; at < places.length; at += 2) [mx, my] = [mx + places[at]! / count, my + places[at + 1]! / count];
  for (let at = 0; at < places.length; at += 2) {
    const x = places[at]! - mx, y = places[at + 1]! - my;
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy), cos = Math.cos(angle), sin = Math.sin(angle);
  return places.map((_, at) => {
    const x = places[at & ~1]! - mx, y = places[at | 1]! - my;
    return at & 1 ? x * sin + y * cos : x * cos - y * sin;
  });
}

// Stretched to the proportions of the drawing, in its pixels.
function fitted(places: Float32Array, width: number, height: number): Float32Array {
  const extent = (axis: number): [number, number] => {
    const values = places.filter((_, at) => (at & 1) === axis).sort();
    return [values[0] ?? 0, values[values.length - 1] ?? 1];
  };
  const [left, right] = extent(0), [low, high] = extent(1);
  const across = width / (right - left || 1), down = height / (high - low || 1);
  const by = Math.min(across, down) * BEND;
  return places.map((value, at) => (at & 1 ? (value - (low + high) / 2) * Math.min(down, by) : (value - (left + right) / 2) * Math.min(across, by)));
}

// Moved as little as needed until no box lies upon another.
export function drawnApart(places: Float32Array, half: Float32Array, rounds = 200): Float32Array {
  const found = places.slice(), count = places.length / 2;
  const order = Array.from({ length: count }, (_, at) => at);
  let widest = 0;
  for (let at = 0; at < count; at += 1) widest = Math.max(widest, half[2 * at]!);
  for (let round = 0; round < rounds; round += 1) {
    order.sort((a, b) => found[2 * a]! - found[2 * b]!);
    let clashes = 0;
    for (let i = 0; i < count; i += 1) {
      const one = order[i]!;
      for (let j = i + 1; j < count; j += 1) {
        const other = order[j]!, dx = found[2 * other]! - found[2 * one]!;
        if (dx > half[2 * one]! + widest) break;
        const dy = found[2 * other + 1]! - found[2 * one + 1]!;
        const across = half[2 * one]! + half[2 * other]! - Math.abs(dx), down = half[2 * one + 1]! + half[2 * other + 1]! - Math.abs(dy);
        if (across <= 0.5 || down <= 0.5) continue;
        clashes += 1;
        const axis = across < down * 1.4 ? 0 : 1, push = 0.3 * (axis ? down : across) * (axis ? Math.sign(dy) || 1 : 1);
        found[2 * one + axis]! -= push;
        found[2 * other + axis]! += push;
      }
    }
    if (!clashes) break;
  }
  return found;
}
