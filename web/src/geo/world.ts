// The base map: countries as paths in the unit Mercator plane, drawn on a canvas at any scale.
import { geoBounds, geoCentroid, geoMercator, geoPath } from "d3-geo";
import type { Feature, Geometry } from "geojson";
import { feature } from "topojson-client";
import { loadTopology } from "./topology";

export interface Country {
  name: string;
  shape: Feature<Geometry, { name: string }>;
  path: Path2D;
  box: [number, number, number, number];
  middle: [number, number];
}

/** Names that this graph's gazetteer and Natural Earth write differently. */
const ALSO: Record<string, string> = {
  "United States": "United States of America", "Türkiye": "Turkey", "Czech Republic": "Czechia", "Bosnia and Herzegovina": "Bosnia and Herz.",
  "Democratic Republic of the Congo": "Dem. Rep. Congo", "Central African Republic": "Central African Rep.", "South Sudan": "S. Sudan",
  "Ivory Coast": "Côte d'Ivoire", "North Macedonia": "Macedonia", "Dominican Republic": "Dominican Rep.", "Eswatini": "eSwatini",
};

/** Longitude and latitude in the unit Mercator plane. */
export function unit(longitude: number, latitude: number): [number, number] {
  const bounded = Math.max(-85, Math.min(85, latitude));
  const angle = (bounded * Math.PI) / 180;
  return [(longitude * Math.PI) / 180, -Math.log(Math.tan(Math.PI / 4 + angle / 2))];
}

let loaded: Promise<Map<string, Country>> | undefined;

/** The countries by name; fetched and projected once. */
export function loadWorld(): Promise<Map<string, Country>> {
  loaded ??= read();
  return loaded;
}

async function read(): Promise<Map<string, Country>> {
  const topology = await loadTopology();
  const projection = geoMercator().scale(1).translate([0, 0]);
  const world = new Map<string, Country>();
  for (const shape of feature(topology, topology.objects.countries).features) {
    const path = new Path2D();
    geoPath(projection, path as unknown as CanvasRenderingContext2D)(shape);
    const [[left, bottom], [right, top]] = geoBounds(shape);
    const [x0, y0] = unit(left > right ? -180 : left, top);
    const [x1, y1] = unit(left > right ? 180 : right, bottom);
    world.set(shape.properties.name, { name: shape.properties.name, shape, path, box: [x0, y0, x1, y1], middle: geoCentroid(shape) });
  }
  return world;
}

/** The country that the gazetteer calls by this name. */
export function findCountry(world: Map<string, Country>, name: string): Country | undefined {
  return world.get(name) ?? world.get(ALSO[name] ?? "");
}

/** Where the plane stands on the screen: a point (x, y) of it is drawn at (x · scale + left, y · scale + top). */
export interface View {
  scale: number;
  left: number;
  top: number;
}

/** Draws the countries that can be seen. */
export function drawWorld(canvas: HTMLCanvasElement, world: Map<string, Country>, view: View): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const dots = devicePixelRatio || 1;
  const { width, height } = canvas;
  const style = getComputedStyle(canvas);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = style.getPropertyValue("--sea");
  context.fillRect(0, 0, width, height);
  context.setTransform(view.scale * dots, 0, 0, view.scale * dots, view.left * dots, view.top * dots);
  context.fillStyle = style.getPropertyValue("--land");
  context.strokeStyle = style.getPropertyValue("--border");
  context.lineWidth = 0.8 / view.scale;
  context.lineJoin = "round";
  for (const { path, box } of world.values()) {
    const [x0, y0, x1, y1] = box;
    if (x1 * view.scale + view.left < 0 || x0 * view.scale + view.left > width / dots) continue;
    if (y1 * view.scale + view.top < 0 || y0 * view.scale + view.top > height / dots) continue;
    context.fill(path);
    context.stroke(path);
  }
}

/** The country's shape as an SVG path on the screen. */
export function outline(country: Country, view: View): string {
  const projection = geoMercator().scale(view.scale).translate([view.left, view.top]);
  return geoPath(projection)(country.shape) ?? "";
}
