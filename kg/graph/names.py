"""The IRIs of one article's things, by the keys of its annotation."""

from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import NamedNode

from kg.annotation.reading import Curated
from kg.annotation.statements import StatementBlock
from kg.identifiers import Minter
from kg.reference.reading import Reference


@dataclass(frozen=True)
class Names:
    """Resolves keys to IRIs, and to labels for the labels that are composed of them."""

    curated: Curated
    reference: Reference
    minter: Minter

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the article, of which all its identifiers derive."""
        return self.curated.article.sha256

    @cached_property
    def article(self) -> NamedNode:
        """The IRI of the article."""
        return NamedNode(f"{self.minter.base}article/{self.sha256[:16]}")

    @cached_property
    def graph(self) -> NamedNode:
        """The named graph of what the article says."""
        return self.minter.graph(f"article/{self.sha256[:16]}")

    @cached_property
    def provenance_graph(self) -> NamedNode:
        """The named graph of who annotated it, how and when."""
        return self.minter.graph(f"provenance/{self.sha256[:16]}")

    @cached_property
    def publisher(self) -> NamedNode:
        """The publisher; one of the article's own where its text names none."""
        key = self.curated.annotation.article.publisher
        return self.actor(key) if key else self.minter.local("actor", "publisher", self.sha256)

    @cached_property
    def publisher_label(self) -> str:
        """The publisher's name."""
        block = self.curated.annotation.article
        return self.actor_label(block.publisher) if block.publisher else f"publisher of “{block.title}”"

    def actor(self, key: str) -> NamedNode:
        """The IRI of an actor."""
        own = key in self.curated.annotation.actors
        return self.minter.local("actor", key, self.sha256) if own else self.minter.named("actor", key)

    def actor_label(self, key: str) -> str:
        """The name of an actor."""
        return (self.curated.annotation.actors.get(key) or self.reference.actors[key]).label

    def place(self, key: str) -> NamedNode:
        """The IRI of a place."""
        own = key in self.curated.annotation.places
        return self.minter.local("place", key, self.sha256) if own else self.minter.named("place", key)

    def place_label(self, key: str) -> str:
        """The name of a place."""
        return (self.curated.annotation.places.get(key) or self.reference.places[key]).label

    def document(self, key: str) -> NamedNode:
        """The IRI of a document."""
        own = key in self.curated.annotation.documents
        return self.minter.local("document", key, self.sha256) if own else self.minter.named("document", key)

    def site(self, key: str) -> NamedNode:
        """The IRI of a site."""
        return self.minter.local("site", key, self.sha256)

    def site_label(self, key: str) -> str:
        """The name of a site."""
        return self.curated.annotation.sites[key].label

    def event(self, key: str) -> NamedNode:
        """The IRI of an event."""
        return self.minter.local("event", key, self.sha256)

    def event_label(self, key: str) -> str:
        """The name of an event."""
        return self.curated.annotation.events[key].label

    def speaker(self, statement: StatementBlock) -> NamedNode:
        """Who said it: the publisher where it stands in the article's own voice."""
        return self.actor(statement.speaker) if statement.speaker else self.publisher

    @cached_property
    def statements(self) -> tuple[NamedNode, ...]:
        """The IRIs of the statements, in their order. One that is reported in another follows from that one's."""
        blocks = self.curated.annotation.statements
        by_id = {block.id: position for position, block in enumerate(blocks) if block.id}
        minted: dict[int, NamedNode] = {}
        for position in range(len(blocks)):
            chain = [position]
            while (outer := blocks[chain[-1]].reported_in) and by_id[outer] not in minted:
                chain.append(by_id[outer])
            for inner in reversed(chain):
                outer = blocks[inner].reported_in
                minted[inner] = self._statement(inner, minted[by_id[outer]] if outer else self.article)
        return tuple(minted[position] for position in range(len(blocks)))

    def _statement(self, position: int, within: NamedNode) -> NamedNode:
        block, span = self.curated.annotation.statements[position], self.curated.spans[position]
        words = (str(span.start), str(span.end))
        return self.minter.hashed("statement", self.sha256, *words, self.speaker(block).value, block.kind, within.value)

    @cached_property
    def statement_by_id(self) -> dict[str, NamedNode]:
        """The IRIs of the statements that have an id."""
        blocks = self.curated.annotation.statements
        return {block.id: iri for block, iri in zip(blocks, self.statements, strict=True) if block.id}
