"""The actors that have come up in an article: of the reference data, countries of the world's list, or minted.

What is minted is typed, and says so: its key is no key of the reference data.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from kg.annotation.things import ActorBlock
from kg.extraction.countries import by_code
from kg.extraction.names import Names
from kg.extraction.naming import has_own_name
from kg.extraction.party import Party
from kg.identifiers import digest, slug
from kg.terms import ActorKind

POWERS = ("US", "GB", "RU", "FR", "DE")
"""Countries that articles on wars elsewhere name often."""
_CLEARLY = 1.5
"""How many times as often as any other a country is named that an article is clearly about."""
_ASIDE = 2
"""How many times as often a power is named beside a country that the article only touches on."""
_SPREAD = 10
"""In how many paragraphs, on average, a country is named once that the article only touches on."""


@dataclass
class Roll:
    """The actors of one article by their keys, and which countries it names how often."""

    names: Names
    parties: dict[str, Party] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    paragraphs: int = 0

    @property
    def theatre(self) -> str | None:
        """The country that the article is about most."""
        fought = [(count, code) for code, count in self.countries.items() if code not in POWERS]
        return max(fought, key=lambda one: one[0])[1] if fought else next((code for code, _ in self.countries.most_common(1)), None)

    @property
    def home(self) -> str | None:
        """The country whose army is called by a common noun: the theatre, unless that is hardly named, or another almost so."""
        fought = sorted((count for code, count in self.countries.items() if code not in POWERS), reverse=True)
        power = max((self.countries[code] for code in POWERS), default=0)
        if fought and (fought[0] * _ASIDE < power or fought[0] * _SPREAD < self.paragraphs):
            return None
        return self.theatre if len(fought) < 2 or fought[0] >= _CLEARLY * fought[1] else None

    def is_about(self, code: str) -> bool:
        """Whether the article is about this country, not merely naming it: rebels are those of the country that is spoken of."""
        most = max((count for other, count in self.countries.items() if other not in POWERS), default=0)
        return 2 * self.countries[code] >= most > 0

    @property
    def one_state(self) -> bool:
        """Whether the article is about one country far more than about any other: only then an official is one of it."""
        counted = [count for _, count in self.countries.most_common(2)]
        return len(counted) < 2 or counted[0] >= 2 * counted[1]

    def state(self, code: str) -> Party:
        """A country as an actor."""
        key = self.names.states[code]
        return self.known(key) or self._put(
            Party(key, by_code()[code].name, "State", ActorBlock(kind="State", label=by_code()[code].name))
        )

    def known(self, key: str) -> Party | None:
        """The actor with this key, if the reference data or the world's list has it; with the actors it is part of."""
        block = self.names.blocks.get(key)
        if block is None:
            return self.parties.get(key)
        for other in (*block.part_of, *block.member_of, *block.speaks_for):
            if other not in self.parties and not self.known(other):
                code = next((code for code, state in self.names.states.items() if state == other), None)
                if code:
                    self.state(code)
        return self._put(Party(key, block.label, block.kind, None if key in self.names.reference.actors else block))

    def _put(self, party: Party) -> Party:
        return self.parties.setdefault(party.key, party)

    def minted(self, label: str, kind: ActorKind, also: Iterable[str] = (), **relations: tuple[str, ...]) -> Party:
        """A new actor with this label, or the known one that it is the name of."""
        label = re.sub(r"\s+", " ", label).strip(" ,'\"")[:120]
        key = slug(label, 44)
        if not any(sign.isascii() and sign.isalnum() for sign in label):
            key = f"{key}-{digest(label, length=8)}"  # a name in another script, of which no letter is left
        if key in self.names.blocks:
            return self.known(key) or self.parties[key]
        block = ActorBlock.model_validate({"kind": kind, "label": label, "also": tuple(also), **relations})
        return self._put(Party(key, label, kind, block))

    def unnamed(self, label: str) -> Party:
        """A source that is called by a common noun."""
        return self.minted(label, "UnnamedSource")

    def only_group(self, but: Collection[str] = ()) -> Party | None:
        """The one armed group with a name that came up so far, but for those of these keys."""
        groups = [party for party in self.parties.values() if party.kind == "ArmedGroup" and party.key not in but]
        named = [party for party in groups if has_own_name(party.label) or self._is_known(party)]
        return named[0] if len(named) == 1 else None

    def _is_known(self, party: Party) -> bool:
        """Whether it is known by a name that does not look like one: Islamic State, al-Qaeda."""
        return party.key in self.names.blocks and all(word != word.lower() for word in party.label.split())

    def whose(self, party: Party) -> frozenset[str]:
        """Its side as far as it is told whose it is: without bodies called by a common noun alone, an army, the coalition."""
        own = [self.parties[key] for key in self.side(party) if key in self.parties and key != party.key]
        unknown = {one.key for one in own if one.label.islower() and one.block and not one.block.part_of}
        return self.side(party) - unknown

    def side(self, party: Party | str) -> frozenset[str]:
        """The actor with all that it speaks for, is a member or a part of."""
        key = party if isinstance(party, str) else party.key
        found, open_ = {key}, [key]
        while open_:
            one = open_.pop()
            block = self.names.blocks.get(one) or (self.parties[one].block if one in self.parties else None)
            for above in (*block.speaks_for, *block.member_of, *block.part_of) if block else ():
                if above not in found:
                    found.add(above)
                    open_.append(above)
        return frozenset(found)
