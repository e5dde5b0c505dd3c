"""Plain sentences in all combinations of who did it, how it is told and who tells it: nobody else is named, no other speaks."""

from collections.abc import Callable
from itertools import product

import pytest

from kg.annotation.model import Annotation

Drafted = Callable[[str], Annotation]

_ACTORS = {
    "Malian troops": "mali",
    "Russian warplanes": "russia",
    "Saudi-led coalition aircraft": "saudi-led-coalition",
    "Boko Haram": "boko-haram",
    "Myanmar's military": "myanmar",
    "the Free Syrian Army": "free-syrian-army",
    "unidentified gunmen": "unidentified-gunmen",
    "Egyptian F-16s": "egypt",
}
_DEEDS = [
    "{who} shelled a clinic in Gao on Monday",
    "a clinic in Gao was hit on Monday in an attack carried out by {who}",
    "12 people were killed on Monday when {who} attacked a clinic in Gao",
    "an attack by {who} on a clinic in Gao killed 12 people on Monday",
    "{who} were behind the attack on a clinic in Gao on Monday",
    "rockets fired by {who} landed on a clinic in Gao on Monday",
]
_TELLERS = {
    "activists": "activists",
    "Amnesty International": "amnesty-international",
    "the health ministry": "health-ministry",
    "the governor, Pavlo Ruban,": "pavlo-ruban",
    "state news agency SANA": "sana",
}
_TOLD = ["{Teller} said that {deed}.", "{Deed}, {teller} said.", "According to {teller}, {deed}.", '"{Deed}," {teller} said.']
_BLAMED = [
    "{Teller} accused {who} of shelling a clinic in Gao.",
    "{Teller} blamed {who} for the attack on a clinic in Gao.",
    "{Teller} held {who} responsible for the attack on a clinic in Gao.",
    "{Teller} blamed the attack on a clinic in Gao on {who}.",
]


def _title(text: str) -> str:
    return text[0].upper() + text[1:]


def _sentences(who: str, teller: str) -> list[str]:
    deeds = [deed.format(who=who) for deed in _DEEDS]
    told = [form.format(deed=d, Deed=_title(d), teller=teller, Teller=_title(teller)) for form, d in product(_TOLD, deeds)]
    told += [form.format(who=who, Teller=_title(teller)) for form in _BLAMED]
    return [one.replace(",,", ",") for one in told]


@pytest.mark.parametrize("who", _ACTORS)
@pytest.mark.parametrize("teller", _TELLERS)
def test_exactly_who_did_it_is_told_by_exactly_who_tells(draft: Drafted, who: str, teller: str) -> None:
    wrong = []
    for sentence in _sentences(who, teller):
        annotation = draft(f"A day of war\n\n{sentence}")
        told = {
            (claim.attacker, one.speaker)
            for one in annotation.statements
            for claim in one.asserts
            if not isinstance(claim, str) and claim.attacker
        }
        if told != {(_ACTORS[who], _TELLERS[teller])}:
            wrong.append((sentence, told))
    assert not wrong
