"""The page as a file: what stands in it, and what could not."""

import json
import re
from html.parser import HTMLParser

import networkx as nx

from kg.network.network import Network
from kg.network.page import page_data, to_page


class Tags(HTMLParser):
    """Collects the elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def data_of(page: bytes) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page.decode(), re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def test_the_same_network_gives_the_same_bytes(network: Network) -> None:
    assert to_page(network) == to_page(network)


def test_the_policy_admits_nothing_but_its_own_script_and_style(network: Network) -> None:
    tags = Tags(to_page(network).decode()).found
    (policy,) = (attrs["content"] or "" for tag, attrs in tags if attrs.get("http-equiv") == "Content-Security-Policy")
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", directives["script-src"])
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", directives["style-src"])
    assert directives["img-src"] == "data:"


def test_nothing_in_it_has_an_address(network: Network) -> None:
    for tag, attrs in Tags(to_page(network).decode()).found:
        assert not {"src", "srcset", "action", "data", "ping"} & attrs.keys(), tag
        assert not any(name.startswith("on") or name == "style" for name in attrs), tag
        assert (attrs.get("href") or "#").startswith(("#", "data:")), tag


def test_it_says_that_it_finds_nothing(network: Network) -> None:
    assert b"Claims as reported, not findings" in to_page(network)


def test_the_data_hold_every_edge_once_with_its_statement(network: Network) -> None:
    data = page_data(network)
    edges = [(bundle["kind"], edge["statement"]) for bundle in data["bundles"] for edge in bundle["edges"]]
    assert len(edges) == network.number_of_edges()
    assert sum(number < 0 for _, number in edges) == 4
    assert len(data["nodes"]) == len(network)
    assert len(data["statements"]) == len({one for _, _, one in network.edges(data="statement") if one})
    by_name = {kind["name"]: kind["edges"] for kind in data["kinds"]}
    assert by_name["deniesTo"] == 7


def test_hostile_text_stays_inside_its_json(network: Network) -> None:
    hostile = "</script><script>hit()</script><!-- & \u2028 \ud800 \x00"
    other = nx.MultiDiGraph(network)
    first = next(iter(other))
    other.nodes[first]["label"] = hostile
    page = to_page(other)
    assert page.count(b"</script>") == 2
    assert b"hit()</script>" not in page
    nodes = data_of(page)["nodes"]
    assert isinstance(nodes, list)
    assert nodes[0]["label"] == "</script><script>hit()</script><!-- & \u2028 \ufffd \ufffd"


def test_an_empty_network_is_a_page_too() -> None:
    assert data_of(to_page(nx.MultiDiGraph()))["bundles"] == []
