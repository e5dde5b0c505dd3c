// The answer on a map: what its rows say of places, over outlines of the lands from Natural Earth.
import { geoArea, geoEqualEarth, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { feature, mesh } from "topojson-client";
import { loadTopology } from "./geo/topology";
import type { Row } from "./query/answer";
import { room } from "./query/chart";
import { html, svg } from "./dom/elements";
import { heading, link, number, shown, text, thing, type Vocabulary } from "./query/naming";
import { type Placed, placed } from "./query/results";

const MOST = 2000;
const atlas = await loadTopology();

type Shape = { type: "MultiPoint"; coordinates: number[][] } | { type: "MultiLineString"; coordinates: number[][][] } | { type: "MultiPolygon"; coordinates: number[][][][] };

interface Spot {
  shape: Shape;
  rows: Row[];
}

export function draw(names: string[], rows: Row[], vocabulary: Vocabulary): HTMLElement {
  const where = placed(names, rows) as Placed;
  const spots = new Map<string, Spot>();
  let without = 0;
  for (const row of rows) {
    const shape = shapeOf(row, where);
    if (!shape) {
      without += 1;
      continue;
    }
    const key = JSON.stringify(shape);
    const spot = spots.get(key);
    if (spot) spot.rows.push(row);
    else if (spots.size < MOST) spots.set(key, { shape, rows: [row] });
    else without += 1;
  }
  const list = html("div", { class: "spot", role: "status" });
  const columns = shown(names).filter((name) => ![where.wkt, where.latitude, where.longitude].includes(name));
  const tell = (spot: Spot): void => {
    const items = spot.rows.slice(0, 50).map((row) => html("li", {}, ...columns.flatMap((name, at) => [at > 0 && row[name] ? " · " : "", value(row, name, names, vocabulary)])));
    list.replaceChildren(html("ul", {}, ...items), spot.rows.length > 50 ? html("p", { class: "small" }, `and ${spot.rows.length - 50} more`) : "");
  };
  const all = [...spots.values()];
  const left = without ? ` ${without.toLocaleString("en")} ${without === 1 ? "row has" : "rows have"} no place that can be drawn.` : "";
  const wide = room(1240);
  const size: [number, number] = [wide, wide < 600 ? wide * 1.1 : wide * 0.55];
  const view = svg("svg", { viewBox: `0 0 ${size[0]} ${size[1]}`, role: "group", "aria-label": "Map of the answer" });
  let scale = 1;
  const zoom = (by: number): void => {
    scale = Math.min(Math.max(scale * by, 0.02), 12);
    paint(view, size, all, columns, scale, tell, vocabulary);
  };
  paint(view, size, all, columns, scale, tell, vocabulary);
  return html(
    "div",
    { class: "map" },
    html("p", { class: "tools" }, html("button", { class: "button", type: "button", "aria-label": "Closer", click: () => zoom(1.6) }, "+"), html("button", { class: "button", type: "button", "aria-label": "Further away", click: () => zoom(1 / 1.6) }, "−"), html("span", { class: "small" }, `${all.length.toLocaleString("en")} ${all.length === 1 ? "place" : "places"}. A point stands where the gazetteer has the place, which may be a whole province.${left}`)),
    view,
    list,
  );
}

function value(row: Row, name: string, names: string[], vocabulary: Vocabulary): HTMLElement | string {
  const term = row[name];
  const other = thing(name, names);
  const node = other ? row[other] : term;
  const href = node?.type === "uri" ? link(node.value, vocabulary) : undefined;
  return href ? html("a", { href, rel: "noreferrer", title: heading(name) }, text(term, vocabulary)) : text(term, vocabulary);
}

function paint(view: SVGSVGElement, [wide, high]: [number, number], spots: Spot[], columns: string[], scale: number, tell: (spot: Spot) => void, vocabulary: Vocabulary): void {
  const focus = box(spots);
  const projection = geoEqualEarth();
  projection.rotate([-(focus[0][0] + focus[1][0]) / 2, 0]).fitExtent([[40, 40], [wide - 40, high - 40]], { type: "MultiPoint", coordinates: [...focus, [focus[0][0], focus[1][1]], [focus[1][0], focus[0][1]]] });
  const [x, y] = projection.translate();
  const [cx, cy] = [wide / 2, high / 2];
  projection.scale(projection.scale() * scale).translate([cx + (x - cx) * scale, cy + (y - cy) * scale]);
  projection.clipExtent([[-20, -20], [wide + 20, high + 20]]);
  const path = geoPath(projection).pointRadius(5);
  const marks = spots.map((spot) => {
    const name = `${columns.slice(0, 2).map((one) => text(spot.rows[0]?.[one], vocabulary)).filter(Boolean).join(", ")}${spot.rows.length > 1 ? ` and ${spot.rows.length - 1} more rows` : ""}`;
    const pick = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      tell(spot);
    };
    path.pointRadius(4 + Math.min(Math.sqrt(spot.rows.length) * 2, 12));
    return svg("path", { d: path(spot.shape as GeoPermissibleObjects) ?? "", class: "mark", tabindex: "0", role: "button", "aria-label": name, click: pick, keydown: pick }, svg("title", {}, name));
  });
  const land = svg("path", { class: "land", d: path(feature(atlas, atlas.objects.land)) ?? "" });
  const borders = svg("path", { class: "border", d: path(mesh(atlas, atlas.objects.countries, (one, two) => one !== two)) ?? "" });
  view.replaceChildren(land, borders, ...marks);
}

// The corners of what is to be seen, never closer than some degrees.
function box(spots: Spot[]): [[number, number], [number, number]] {
  const flat = spots.flatMap((spot) => pairs(spot.shape.coordinates));
  const [xs, ys] = [flat.map((one) => one[0]), flat.map((one) => one[1])];
  if (!flat.length) return [[-170, -60], [170, 75]];
  const low = (values: number[]): number => values.reduce((one, two) => Math.min(one, two), Infinity);
  const high = (values: number[]): number => values.reduce((one, two) => Math.max(one, two), -Infinity);
  const pad = Math.max((high(xs) - low(xs)) * 0.08, (high(ys) - low(ys)) * 0.08, 1.2);
  return [[low(xs) - pad, Math.max(low(ys) - pad, -89)], [high(xs) + pad, Math.min(high(ys) + pad, 89)]];
}

function pairs(coordinates: unknown): [number, number][] {
  if (!Array.isArray(coordinates)) return [];
  return typeof coordinates[0] === "number" ? [coordinates as [number, number]] : coordinates.flatMap(pairs);
}

function shapeOf(row: Row, where: Placed): Shape | undefined {
  if (where.wkt) return row[where.wkt] ? parse(String(row[where.wkt]?.value)) : undefined;
  const [latitude, longitude] = [number(row[where.latitude ?? ""]), number(row[where.longitude ?? ""])];
  return latitude === undefined || longitude === undefined || !sound([longitude, latitude]) ? undefined : { type: "MultiPoint", coordinates: [[longitude, latitude]] };
}

function sound([longitude, latitude]: number[]): boolean {
  return Math.abs(longitude ?? NaN) <= 180 && Math.abs(latitude ?? NaN) <= 90;
}

// Points, lines and areas of WKT (OGC 06-103r4). In EPSG:4326 the latitude comes first.
export function parse(wkt: string): Shape | undefined {
  const found = /^\s*(?:<([^>]*)>)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*$/is.exec(wkt);
  if (!found) return undefined;
  const [, system = "", many, kind = "", body = ""] = found;
  const swap = /EPSG\/.*4326|EPSG:4326/.test(system);
  let all: unknown;
  try {
    const json = body.replace(/[-+]?[\d.]+(?:[eE][-+]?\d+)?(?:\s+[-+]?[\d.]+(?:[eE][-+]?\d+)?)+/g, (numbers) => {
      const [x, y] = numbers.trim().split(/\s+/).map(Number);
      return JSON.stringify(swap ? [y, x] : [x, y]);
    });
    all = JSON.parse(json.replace(/\(/g, "[").replace(/\)/g, "]"));
  } catch {
    return undefined;
  }
  const flat = pairs(all);
  if (!flat.length || !flat.every(sound)) return undefined;
  if (/point/i.test(kind)) return { type: "MultiPoint", coordinates: flat };
  if (/line/i.test(kind)) return { type: "MultiLineString", coordinates: (many ? all : [all]) as number[][][] };
  const areas = (many ? all : [all]) as number[][][][];
  return { type: "MultiPolygon", coordinates: areas.map(turned) };
}

// An area whose ring runs the other way would be all the rest of the globe.
function turned(area: number[][][]): number[][][] {
  return geoArea({ type: "Polygon", coordinates: area }) > 2 * Math.PI ? area.map((ring) => [...ring].reverse()) : area;
}
