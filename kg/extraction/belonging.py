"""Of which attack a figure is not: one since which so many died; one by others than those who are said to have killed them."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extraction.cast import Cast
from kg.extraction.doers import doers
from kg.extraction.fighters import fighters
from kg.extraction.fighting import foes_of
from kg.extraction.happenings import Happening
from kg.extraction.harm import harm_of
from kg.extraction.killings import at_the_hands, is_of_attacker
from kg.extraction.party import Party
from kg.extraction.personnames import last_name


def is_since(one: Token) -> bool:
    """Whether it is only told since when: so many died since the attack; not: since the strikes began."""
    return one.dep_ == "pobj" and one.head.lower_ == "since"


def killers(token: Token, cast: Cast) -> list[Party]:
    """Who is said to have killed or hurt those counted, if it is told with a name, or is a force of a state."""
    verb = next((one for one in token.ancestors if one.pos_ == "VERB"), None)
    harm = harm_of(verb) if verb is not None else None
    if verb is None or harm is None or is_of_attacker(verb):
        return []
    heads = at_the_hands(verb) or foes_of(verb) if harm[1] else doers(verb)  # nobody does it that others die or flee
    return [party for head in heads for party in fighters(head, cast)[0] if _is_known(party)]


def _is_known(party: Party) -> bool:
    """Whether it is not just `militants`, who may be those of any group."""
    return party.kind != "ArmedGroup" or (party.label[:1].isupper() and last_name(party.label)[:1].isupper())


def is_of_others(event: Happening, by: Sequence[Party], cast: Cast) -> bool:
    """Whether all who are said to have made the attack are known, and none of them is on the side of these."""
    side = {key for party in by for key in cast.side(party)}
    of_state = all(party.kind != "ArmedGroup" for party in by)
    theirs = [party for act in event.acts for party in act.attackers]
    return bool(side and theirs) and all((of_state or _is_known(party)) and not side & cast.side(party) for party in theirs)
