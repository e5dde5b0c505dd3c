// The countries and the land of Natural Earth, fetched once for all scripts that draw them.
import type { GeometryCollection, Topology } from "topojson-specification";

export type Countries = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

export async function loadTopology(): Promise<Countries> {
  const address = "/assets/countries.js";
  return ((await import(address)) as { default: Countries }).default;
}
