"""Which mentions are of one attack."""

from collections.abc import Callable

from kg.annotation.model import Annotation

Draft = Callable[[str], Annotation]


def events(annotation: Annotation) -> list[str]:
    return [key for key, block in annotation.events.items() if block.kind != "Conflict"]


def test_later_mentions_are_of_the_same_attack(draft: Draft) -> None:
    text = "An air strike hit a hospital in Idlib on Tuesday.\n\nThe attack killed nine people.\n\nThe strike on the hospital came at noon."
    assert len(events(draft(text))) == 1


def test_other_places_and_sites_are_other_attacks(draft: Draft) -> None:
    text = "An air strike hit a hospital in Idlib on Tuesday.\n\nShelling hit a market in Aleppo on Wednesday."
    assert len(events(draft(text))) == 2


def test_another_strike_is_another(draft: Draft) -> None:
    text = "An air strike hit a hospital in Idlib on Tuesday.\n\nA second air strike hit a school in Homs on Wednesday."
    assert len(events(draft(text))) == 2


def test_contested_attackers_are_of_one_event(draft: Draft) -> None:
    text = (
        "A missile strike hit a hospital in Idlib on Tuesday, killing nine people.\n\n"
        "Residents said that Russia had bombed the hospital.\n\n"
        "Russian officials said that Israel had bombed the hospital."
    )
    annotation = draft(text)
    attacked = {
        (claim.about, claim.attacker)
        for one in annotation.statements
        for claim in one.asserts
        if not isinstance(claim, str) and claim.attacker
    }
    assert len({about for about, _ in attacked}) == 1
    assert len(attacked) == 2
