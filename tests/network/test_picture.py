"""The picture: SVG with its texts as text, PNG, the same bytes each time."""

from io import BytesIO
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import networkx as nx
import pytest
from PIL import Image

from kg.network.kinds import KINDS
from kg.network.network import TITLE, Network
from kg.network.picture import draw

SVG = "{http://www.w3.org/2000/svg}"


def texts(content: bytes) -> list[str]:
    return ["".join(one.itertext()) for one in ElementTree.fromstring(content).iter(f"{SVG}text")]


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_same_network_gives_the_same_bytes(network: Network, form: Literal["svg", "png"]) -> None:
    assert draw(network, form) == draw(network, form)


def test_the_title_claims_nothing_and_all_kinds_stand_in_the_legend(network: Network) -> None:
    words = texts(draw(network, "svg"))
    assert TITLE in words
    assert TITLE.endswith("claims as reported, not findings")
    assert {kind.label for kind in KINDS} <= set(words)
    assert {"Russia", "Turkey", "Igor Konashenkov", "Human Rights"} <= set(words)


def test_it_bears_no_date_and_reaches_for_nothing(network: Network) -> None:
    content = draw(network, "svg")
    assert b"dc:date" not in content
    assert b"<image" not in content
    assert b'href="http' not in content


def test_the_png_is_a_whole_picture(network: Network) -> None:
    image = Image.open(BytesIO(draw(network, "png")))
    image.load()
    assert image.width > 1500
    assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 50


def test_actors_who_are_only_reported_are_counted_not_drawn(network: Network) -> None:
    more = nx.MultiDiGraph(network)
    more.add_node("x", **dict(network.nodes["https://w3id.org/aed/id/actor/turkey"], label="Bystander"))
    reported = next(data for _, _, data in network.edges(data=True) if data["kind"] == "reports")
    more.add_edge("https://w3id.org/aed/id/actor/cnsnews", "x", "k", **reported)
    words = texts(draw(more, "svg"))
    assert "Bystander" not in words
    assert any("Not drawn: 1 actor" in line for line in words)
    assert "Bystander" in texts(draw(more, "svg", everyone=True))


def test_hostile_and_foreign_names_are_drawn_as_text(network: Network) -> None:
    other = nx.MultiDiGraph(network)
    names = iter(["<script>alert(1)</script>", "$\\frac{1}{", "مرصد", "a\x00\ud800b", "&amp; ]]>"])
    for node in list(other)[:5]:
        other.nodes[node]["label"] = next(names)
    words = texts(draw(other, "svg"))
    assert {"<script>alert(1)</script>"[:21] + "…", "$\\frac{1}{", "مرصد", "a\ufffd\ufffdb"} <= set(words)
    assert draw(other, "png").startswith(b"\x89PNG")


def test_an_empty_network_is_an_empty_picture() -> None:
    assert TITLE in texts(draw(nx.MultiDiGraph(), "svg"))


def test_nothing_is_written_beside_the_bytes(network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    draw(network, "svg")
    assert list(tmp_path.iterdir()) == []
