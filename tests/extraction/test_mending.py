"""Sentences that lead the parser astray: who says, does and denies what all the same."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.annotation.model import Annotation
from kg.extraction.mending import mended
from kg.extraction.nlp import parser

Drafted = Callable[[str], Annotation]


def attackers(annotation: Annotation, stance: str) -> set[tuple[str, str | None]]:
    """Who is named as attacker in claims of this stance, and by whom; nobody through another's mouth."""
    return {
        (claim.attacker, one.speaker)
        for one in annotation.statements
        for name, claims in one.stances()
        for claim in claims
        if name == stance and not isinstance(claim, str) and isinstance(claim.attacker, str) and one.reported_in is None
    }


@pytest.mark.parametrize(
    ("text", "attacker", "speaker"),
    [
        ("The army said that it was rebels, not its own jets, who had hit the market.", "rebels", "army"),
        ("Sudan's army was accused by the rebels of shelling Nyala.", "sudan", "rebels"),
        ("The army was accused by residents of the attack on Nyala.", "army", "residents"),
        ("Rebels said that government forces had shelled the town, a charge the army denied.", "government-forces", "rebels"),
        ("The minister said the market had been shelled not by the army but by rebels.", "rebels", "minister"),
        ("Chad's army, which the UN accuses of massacres in Abeche, rejected a report.", "chad", "united-nations"),
        ("Officials condemned the shooting down of a Kenyan helicopter by Malian troops.", "mali", "officials"),
        ("Chad says the Sudanese jet was in its airspace when it was shot down by Chadian missiles.", "chad", "chad"),
        (
            "Insurgent fighters in the area claim they shot one of the Kenyan helicopters.",
            "insurgent-fighters",
            "insurgent-fighters",
        ),
        ("The rebels who are accused of shelling Abeche were not named.", "rebels", "those-who-accuse-the-rebels"),
    ],
)
def test_who_is_said_to_have_done_it(draft: Drafted, text: str, attacker: str, speaker: str) -> None:
    assert attackers(draft(f"A day of war\n\n{text}"), "asserts") == {(attacker, speaker)}


@pytest.mark.parametrize(
    ("text", "attacker", "speaker"),
    [
        ("Rebels said that government forces had shelled the town, a charge the army denied.", "government-forces", "army"),
        ("Russia dismissed as lies reports that its jets had bombed the clinic.", "russia", "russia"),
        ("Russia dismissed as false claims that its jets had bombed the clinic.", "russia", "russia"),
        ('"We did not bomb the clinic," General Omar Vanto said.', "omar-vanto", "omar-vanto"),
        ("It is a lie that our jets bombed the clinic, Russia's defence ministry said.", "russia", "russian-defence-ministry"),
        ("It is a lie, Russia's defence ministry said, that its jets bombed the clinic.", "russia", "russian-defence-ministry"),
        ("It is not true, Russia's defence ministry said, that its jets bombed the clinic.", "russia", "russian-defence-ministry"),
        ("Russia ruled out that its jets had hit the clinic.", "russia", "russia"),
        ("Armenia said Azerbaijan had shelled Stepanakert, which Baku denied.", "azerbaijan", "azerbaijan"),
        ("Togo accused the rebels of shelling a market in Keta, but they denied it.", "rebels", "rebels"),
        ("Togo accused Chad of shelling a market in Keta. It denied the charge.", "chad", "chad"),
    ],
)
def test_who_denies_it(draft: Drafted, text: str, attacker: str, speaker: str) -> None:
    assert attackers(draft(f"A day of war\n\n{text}"), "denies") == {(attacker, speaker)}


@pytest.mark.parametrize(
    "text",
    [
        "Had Russia bombed the clinic, there would be wreckage, the ministry said.",
        '"We did not bomb the clinic," General Omar Vanto said.',
        "Russia dismissed as lies reports that its jets had bombed the clinic.",
        "It is a lie that our jets bombed the clinic, Russia's defence ministry said.",
        "It is a lie, Russia's defence ministry said, that its jets bombed the clinic.",
        "Did Russia bomb the clinic in Idlib?",
        '"Not a single bomb fell on the clinic," the Syrian army said.',
        "An inquiry cleared the army of bombing the clinic.",
        "The general retracted his statement that his forces had shelled the camp.",
        "The army said it had used no barrel bombs in Idlib.",
        "Russian jets struck no clinic in Idlib, the ministry said.",
        "Russian forces inflicted no damage on the clinic in Idlib.",
    ],
)
def test_what_did_not_happen_is_asserted_by_nobody(draft: Drafted, text: str) -> None:
    assert [one for one in draft(f"A day of war\n\n{text}").statements if one.asserts or one.acknowledges] == []


@pytest.mark.parametrize(
    "text",
    [
        "The United States did not rule out that its aircraft had hit the clinic.",
        "The army refused to deny that it had bombed the market.",
        "The army declined to rule out that its jets had hit the clinic.",
        "The army did not deny that it had shelled the school.",
    ],
)
def test_what_is_left_open_is_neither_denied_nor_conceded(draft: Drafted, text: str) -> None:
    assert [one for one in draft(f"A day of war\n\n{text}").statements if one.stances() or one.scope] == []


def test_what_one_says_whose_side_is_unknown_is_a_denial_of_force_alone(draft: Drafted) -> None:
    assert [one for one in draft('"We have not seen the bombs," a doctor said.').statements if one.kind == "Denial"] == []


def test_two_sentences_in_one_have_a_speaker_each(draft: Drafted) -> None:
    found = draft("Residents said 30 people died in the strike; the army put the toll at five.")
    assert {(one.speaker, one.reported_in) for one in found.statements if one.asserts} == {("residents", None), ("army", None)}


def test_who_is_accused_denies_that_a_bomb_fell(draft: Drafted) -> None:
    found = draft(
        'Activists accused Russia of bombing a clinic in Idlib. "Not a single bomb fell on it," the Russian defence ministry said.'
    )
    assert attackers(found, "denies") == {("russia", "russian-defence-ministry")}
    assert attackers(found, "asserts") == {("russia", "activists")}


def test_those_of_whom_a_camp_is_cleared_shelled_the_town(draft: Drafted) -> None:
    assert attackers(draft("A day of war\n\nThe army cleared the camp of rebels who had shelled the town."), "asserts") == {
        ("rebels", None)
    }


def test_a_parse_that_is_mended_stays_a_tree() -> None:
    """The clause hangs on one above it, and what is before it hangs on the clause."""
    words = ["Rebels", "think", "it", "is", "false", "they", "said", "citing", "him", "that", "it", "bombed", "it"]
    heads = [1, 1, 3, 11, 3, 6, 11, 11, 7, 11, 11, 1, 11]
    deps = ["nsubj", "ROOT", "nsubj", "ccomp", "acomp", "nsubj", "parataxis", "advcl", "dobj", "mark", "nsubj", "ccomp", "dobj"]
    pos = ["NOUN", "VERB", "PRON", "AUX", "ADJ", "PRON", "VERB", "VERB", "PRON", "SCONJ", "PRON", "VERB", "PRON"]
    lemmas = ["rebel", "think", "it", "be", "false", "they", "say", "cite", "he", "that", "it", "bomb", "it"]
    doc = mended(Doc(parser().vocab, words=words, heads=heads, deps=deps, pos=pos, lemmas=lemmas))
    for token in doc:
        steps = [token]
        while steps[-1].head != steps[-1] and len(steps) <= len(doc):
            steps.append(steps[-1].head)
        assert len(steps) <= len(doc), f"{token} hangs on itself"
