"""An article: its text with its statements in place, who is heard through whom, and where the article comes from."""

import re
from collections import Counter
from typing import Any

from pyoxigraph import NamedNode

from kg.article import Article
from kg.build.draft import article_file
from kg.errors import KgError
from kg.pages.asking import Row, rows
from kg.pages.opened import NotFound, Opened
from kg.pages.segments import Segment, segments, stands
from kg.pages.statements import Content, key, read_statements
from kg.terms import AED, DCTERMS, RDFS, SCHEMA, SKOS

LAYERS = 3
"""The most statements of one segment that are drawn; all of them are listed."""

_SUM = re.compile(r"[0-9a-f]{64}")


def read_article(opened: Opened, node: NamedNode) -> dict[str, Any]:
    """The article's text in segments, its statements in the order of the text, its chains and its provenance. Raises NotFound."""
    facts = rows(opened.store, "article-facts", article=node)
    if not _first(facts, DCTERMS.publisher):
        raise NotFound("the graph has no such article", where=node.value)
    statements = _numbered(opened, node)
    article, why = _published(opened, _first(facts, AED.sha256))
    title = _first(facts, DCTERMS.title) or node.value
    found = {
        "title": title,
        "publisher": {"iri": _first(facts, DCTERMS.publisher), "label": _label(facts, DCTERMS.publisher)},
        "language": _first(facts, DCTERMS.language),
        "first": _first(facts, AED.publishedEarliest),
        "to": _first(facts, AED.publishedLatest),
        "when": _first(facts, AED.publishedWhen),
        "basis": _label(facts, AED.dateBasis),
        "notes": [row["value"] for row in facts if row["property"] in (RDFS.comment.value, SKOS.note.value)],
        "address": _first(facts, SCHEMA.url),
        "sha256": _first(facts, AED.sha256),
        "annotating": rows(opened.store, "article-annotating", article=node),
        "statements": statements,
        "counts": Counter(one["stance"] for one in statements),
        "statuses": Counter(one["status"] for one in statements),
        "why": why,
    }
    return found | _placed(article, statements) | {"chains": chains(statements), "choices": _choices(statements)}


def chains(statements: list[Content]) -> Content | None:
    """Who is heard through whom: a tree from the publisher to the speakers, with the number of statements by stance."""
    root: Content | None = None
    for one in statements:
        first, *others = one["chain"]
        node = root = root or _heard(first)
        for hand in others:
            node = node["through"].setdefault(hand["iri"], _heard(hand))
        node["counts"][one["stance"]] += 1
        node["first"] = node["first"] or one["key"]
    return root


def _heard(hand: Content) -> Content:
    return {"iri": hand["iri"], "label": hand["label"], "counts": Counter(), "first": "", "through": {}}


def _numbered(opened: Opened, node: NamedNode) -> list[Content]:
    """The statements in the order of the text, the longer of two that begin together first, each with its mark."""
    listed = [row["statement"] for row in rows(opened.store, "article-statements", article=node)]
    found = read_statements(opened.store, sorted(set(listed)))
    found.sort(key=lambda one: (one["start"], -one["end"], one["depth"], one["iri"]))
    marks = {one["iri"]: f"{one['letter']}{number}" for number, one in enumerate(found, 1)}
    for one in found:
        one["mark"] = marks[one["iri"]]
        for other in (*one["responds"], *one["paraphrases"]):
            other["mark"] = marks.get(other["iri"], "")
        for hand in one["chain"]:
            hand["mark"] = marks.get(hand["statement"], "")
        one["carrier_key"] = key(one["carrier"]) if one["carrier"] in marks else ""
    return found


def _published(opened: Opened, sha256: str) -> tuple[Article | None, str]:
    """The article's bytes as they were published, or why they cannot be shown."""
    if opened.articles is None:
        return None, "the graph is asked of another endpoint, and the text of the article is not kept here"
    if not _SUM.fullmatch(sha256):
        return None, "the graph does not give the SHA-256 of its text"
    try:
        article = Article.read(article_file(opened.articles, sha256))
    except KgError as error:
        return None, error.what
    if article.sha256 != sha256:
        return None, "the stored bytes are not those that were annotated: their SHA-256 differs"
    return article, ""


def _placed(article: Article | None, statements: list[Content]) -> Content:
    """The text in segments, and the statements whose words do not stand at their place in it."""
    if article is None:
        return {"text": [], "misplaced": []}
    right = {one["key"]: one for one in statements if stands(article, one["start"], one["end"], one["quote"])}
    spans = {name: (one["start"], one["end"]) for name, one in right.items()}
    cut = segments(article.text, spans)
    return {
        "text": [_segment(one, right) for one in cut],
        "misplaced": [one for one in statements if one["key"] not in right],
    }


def _segment(segment: Segment, statements: dict[str, Content]) -> Content:
    inside = [statements[name] for name in segment.inside]
    return {
        "text": segment.text,
        "keys": list(segment.inside),
        "layers": [{"stance": one["stance"], "draft": one["status"] == "unreviewed"} for one in inside[-LAYERS:]],
        "marks": [{"key": name, "mark": statements[name]["mark"], "stance": statements[name]["stance"]} for name in segment.begins],
        "says": "; ".join(f"{one['speaker']['label']} {one['verb']}{_draft(one)}" for one in inside),
        "words": any(sign.isalnum() for sign in segment.text),
    }


def _draft(one: Content) -> str:
    return " (machine draft)" if one["status"] == "unreviewed" else ""


def _choices(statements: list[Content]) -> Content:
    """What the statements can be narrowed down to, the most frequent first."""
    speakers = Counter((one["speaker"]["iri"], one["speaker"]["label"]) for one in statements)
    about = [{(claim["event"]["iri"], claim["event"]["label"]) for claim in one["claims"] if claim["event"]} for one in statements]
    events = Counter(event for many in about for event in sorted(many))
    return {
        name: [{"iri": iri, "label": label, "number": number} for (iri, label), number in found.most_common()]
        for name, found in (("speakers", speakers), ("events", events))
    }


def _first(facts: list[Row], named: NamedNode) -> str:
    return min((row["value"] for row in facts if row["property"] == named.value), default="")


def _label(facts: list[Row], named: NamedNode) -> str:
    return min((row["label"] for row in facts if row["property"] == named.value), default="")
