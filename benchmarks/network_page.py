"""How soon the network page draws networks of any size in a browser, and how smoothly it pans.

    python -m benchmarks.network_page http://127.0.0.1:8000/ 100 10000 100000

The page is that of a running server (`kg serve`); in place of its network the browser gets a synthetic one, in which well
connected actors gain further lines, three an actor. The browser draws with the processor where there is no graphics card.
"""

import argparse
import json
import random
import shutil
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from kg.network.columns import CERTAINTIES
from kg.network.kinds import KINDS
from kg.network.shapes import SHAPES

_OPTIONS = ("--no-sandbox", "--disable-background-networking", "--disable-quic", "--no-first-run", "--enable-unsafe-swiftshader")

_FRAMES = """() => {
    window.frames_ = [];
    let last = performance.now();
    const note = (now) => {
        window.frames_.push(now - last);
        last = now;
        window.noting = requestAnimationFrame(note);
    };
    window.noting = requestAnimationFrame(note);
}"""
_FRAMES_END = "() => { cancelAnimationFrame(window.noting); return window.frames_; }"


def columns(actors: int, seed: int = 1) -> dict[str, Any]:
    """A synthetic network as `/data/network` sends one; the same numbers give the same network."""
    chance = random.Random(seed)
    ends, lines = [0], set()
    for actor in range(1, actors):
        for _ in range(3):
            other = ends[chance.randrange(len(ends))] if chance.random() < 0.9 else chance.randrange(actor)
            pair = (actor, other) if chance.random() < 0.6 else (other, actor)
            if actor != other:
                lines.add((chance.choices(range(len(KINDS)), (20, 15, 4, 2, 1, 1, 8, 5, 44))[0], *pair))
                ends += pair
    edges = sorted(lines)
    count = [1 + int(chance.expovariate(1.5)) for _ in edges]
    days = [16_500 + chance.randrange(700) for _ in range(sum(count))]
    return {
        "build": "synthetic",
        "name": "Synthetic network: none of it was said",
        "base": "https://w3id.org/aed/id/",
        "kinds": [
            {name: getattr(kind, name) for name in ("name", "label", "passive", "reported", "colour", "on_dark", "dash", "core")}
            for kind in KINDS
        ],
        "shapes": [{name: getattr(shape, name) for name in ("name", "label", "fill", "on_dark")} for shape in SHAPES],
        "certainties": CERTAINTIES,
        "actors": {
            "id": [f"actor/synthetic-{number}" for number in range(actors)],
            "label": [f"Synthetic actor {number}" for number in range(actors)],
            "also": [""] * actors,
            "kinds": ["organisation"],
            "kind": [0] * actors,
            "shape": [chance.randrange(len(SHAPES)) for _ in range(actors)],
            "party": [int(chance.random() < 0.1) for _ in range(actors)],
            "statements": [chance.randrange(9) for _ in range(actors)],
            "denials": [0] * actors,
        },
        "edges": {
            "kind": [kind for kind, _, _ in edges],
            "source": [source for _, source, _ in edges],
            "target": [target for _, _, target in edges],
            "blanket": [0] * len(edges),
            "reference": [0] * len(edges),
            "count": count,
        },
        "said": {"first": days, "last": days, "certainty": [chance.randrange(4) for _ in days], "draft": [0] * len(days)},
    }


def opened(browser: Browser, address: str, network: dict[str, Any]) -> Page:
    """The page of the server with this network in place of its own."""
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    body = json.dumps(network)
    page.route("**/data/network", lambda route: route.fulfill(body=body, content_type="application/json"))
    page.goto(f"{address.rstrip('/')}/network", wait_until="commit")
    return page


def measured(page: Page) -> dict[str, str]:
    """Seconds from the beginning of the navigation, and milliseconds of a frame."""
    page.wait_for_selector("[data-state=drawn], [data-state=settled]", timeout=120_000)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    drawn = page.evaluate("performance.getEntriesByName('network drawn')[0].startTime") / 1000
    during = _panned(page)
    page.wait_for_selector("[data-state=settled]", timeout=600_000)
    settled = page.evaluate("performance.getEntriesByName('network settled')[0].startTime") / 1000
    after = _panned(page)
    return {
        "drawn": f"{drawn:.2f} s",
        "frame": f"{during[0]:.0f} ms",
        "slow frame": f"{during[1]:.0f} ms",
        "settled": f"{settled:.2f} s",
        "frame then": f"{after[0]:.0f} ms",
        "slow frame then": f"{after[1]:.0f} ms",
    }


def _panned(page: Page) -> tuple[float, float]:
    """Drags the view with the mouse: how long the middle frame took meanwhile, and one of the slowest tenth."""
    box = page.locator("#stage").bounding_box()
    assert box
    x, y = box["x"] + 60, box["y"] + 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(_FRAMES)
    page.mouse.move(x + 300, y + 200, steps=25)
    frames = sorted(page.evaluate(_FRAMES_END))
    page.mouse.up()
    return frames[len(frames) // 2], frames[len(frames) * 9 // 10]


def main() -> None:
    """Prints one line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("actors", type=int, nargs="+")
    chosen = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_OPTIONS))
        for actors in chosen.actors:
            network = columns(actors)
            page = opened(browser, chosen.address, network)
            figures = measured(page)
            words = ", ".join(f"{name} {value}" for name, value in figures.items())
            print(f"{actors:,} actors, {len(network['edges']['kind']):,} lines: {words}", flush=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
