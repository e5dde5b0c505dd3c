"""Short invented articles, annotated: each sentence a statement."""

from collections.abc import Sequence
from typing import Any

from kg.annotation.keys import claims_in
from kg.annotation.model import Annotation
from kg.annotation.reading import Curated
from kg.article import Article
from kg.reference.reading import Reference

Block = dict[str, Any]


def reference() -> Reference:
    """Two states, a ministry with its spokesman, a monitor, a charity and three places."""
    from kg.annotation.things import ActorBlock, DocumentBlock
    from kg.reference.reading import ReferencePlace

    actors = {
        "norland": {"kind": "State", "label": "Norland"},
        "sudland": {"kind": "State", "label": "Sudland"},
        "norland-air-force": {"kind": "ArmedForce", "label": "Norland Air Force", "part_of": ["norland"]},
        "norland-defence-ministry": {"kind": "StateBody", "label": "Norland's Ministry of Defence", "part_of": ["norland"]},
        "ann-speaker": {"kind": "Person", "label": "Ann Speaker", "speaks_for": ["norland-defence-ministry"]},
        "valley-monitor": {"kind": "MonitoringGroup", "label": "Valley Monitor for Rights", "also": ["VMR"]},
        "medics-abroad": {"kind": "HumanitarianOrganisation", "label": "Medics Abroad"},
    }
    places = {
        "ostan": {"kind": "country", "label": "Ostan"},
        "green-province": {"kind": "governorate", "label": "Green Province", "within": ["ostan"]},
        "zell": {"kind": "city", "label": "Zell", "within": ["green-province"]},
        "quorn": {"kind": "city", "label": "Quorn", "within": ["ostan"]},
    }
    documents = {"valley-report": {"title": "The Valley Monitor's report on March", "by": "valley-monitor"}}
    return Reference(
        {key: ActorBlock.model_validate(block) for key, block in actors.items()},
        {key: ReferencePlace.model_validate(block) for key, block in places.items()},
        {key: DocumentBlock.model_validate(block) for key, block in documents.items()},
    )


def told(name: str, statements: Sequence[Block], **blocks: Any) -> Curated:
    """An article of which these statements are annotated; each has its words in `quote`."""
    text = "\n".join(one["quote"] for one in statements) + f"\n{name}\n"
    article = Article.from_bytes(text.encode(), name)
    annotation = Annotation.model_validate(
        {
            "article": {"file": name, "sha256": article.sha256, "title": name, "published": blocks.pop("published", "2020-03-31")},
            "annotation": {"by": "A. Person", "on": "2021-01-01"},
            "statements": list(statements),
            **blocks,
        }
    )
    claims = {claim.id: claim for _, claim in claims_in(annotation) if claim.id}
    return Curated(annotation, article, (), {}, claims)


def strike(name: str, claims: Sequence[Block], kind: str = "AirStrike", label: str = "the strike", **blocks: Any) -> Curated:
    """An article on one event, of which these claims are made in the article's own voice."""
    quote = f"{name}: {label}"
    events = {"strike": {"kind": kind, "label": label}}
    return told(name, [{"quote": quote, "asserts": [{"about": "strike", **claim} for claim in claims]}], events=events, **blocks)


def said(name: str, quote: str, claims: Sequence[Block], **fields: Any) -> Curated:
    """An article with one event and one statement."""
    blocks = fields.pop("blocks", {})
    events = {"strike": {"kind": "AirStrike", "label": "the strike"}}
    statement = {"quote": quote, "asserts": [{"about": "strike", **claim} for claim in claims], **fields}
    return told(name, [statement], events=events, **blocks)
