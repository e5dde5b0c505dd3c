// A small map in a page of the server: <div data-map data-places='[{"iri", "label", "kind", "latitude", "longitude", "radius", "basis",
// "country"}]'>, as kg.pages.gazetteer has them, with "href" besides where a mark leads somewhere.
import { Atlas, type Place } from "./geo/atlas";

for (const host of document.querySelectorAll<HTMLElement>("[data-map]")) {
  const places = JSON.parse(host.dataset.places ?? "[]") as (Place & { href?: string })[];
  if (!places.length) continue;
  host.classList.add("map");
  host.tabIndex = 0;
  host.setAttribute("role", "application");
  host.setAttribute("aria-label", "Map of the places given. Arrow keys move it, plus and minus zoom.");
  const atlas = new Atlas(host, (_label, [first]) => {
    const href = places[first ?? -1]?.href;
    if (href?.startsWith("/")) location.assign(href);
  });
  const spots = places.map((place, number) => ({ key: place.iri, place, events: [number], numbers: { denied: 0, covered: 0, undenied: 1 }, weight: 1 }));
  atlas.show(spots, spots.slice(1).map((one, number) => [spots[number]!.key, one.key]), "");
  void atlas.start();
}
