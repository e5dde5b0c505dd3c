"""Who is said by whom to have attacked, in whole drafts: in whose mouth it is, and what nobody says."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation

Drafted = Callable[[str], Annotation]


def _asserted(annotation: Annotation) -> set[tuple[str, str | None, str]]:
    """Attacker, speaker and certainty of what is asserted."""
    return {
        (claim.attacker, one.speaker, one.certainty)
        for one in annotation.statements
        for claim in one.asserts
        if not isinstance(claim, str) and isinstance(claim.attacker, str)
    }


def test_the_alliance_is_one_that_is_named(draft: Drafted) -> None:
    text = "Alliance fighters began an assault on a barracks in Keta."
    assert "nato" not in {attacker for attacker, *_ in _asserted(draft(text))}


def test_a_known_group_of_common_words_is_the_one_that_is_meant(draft: Drafted) -> None:
    text = "Islamic State attacked a market in Mosul. In January a bombing of a hotel in Erbil was claimed by the outlawed group."
    assert {attacker for attacker, *_ in _asserted(draft(text))} == {"islamic-state"}


@pytest.mark.parametrize("other", ["The Christian militiamen", "The Kurdish fighters"])
def test_others_of_another_faith_or_people_are_not_the_one_group(draft: Drafted, other: str) -> None:
    told = _asserted(draft(f"Boko Haram attacked the town of Baga. {other} shelled a school in Doron, residents said."))
    assert ("boko-haram", "residents", "certain") not in told


@pytest.mark.parametrize("group", ["Christian", "Muslim", "Jewish"])
def test_a_group_of_believers_is_not_the_armed_one(draft: Drafted, group: str) -> None:
    told = draft(f"Boko Haram attacked a town.\n\nThe {group} group said the army bombed a market in Baga.")
    assert f"{group.lower()}-group" in {one.speaker for one in told.statements}


def test_of_two_groups_none_is_the_group(draft: Drafted) -> None:
    told = draft("Islamic State and al Qaeda met in Mosul. The group shelled the village of Sarmin, killing three people.")
    assert not _asserted(told)


@pytest.mark.parametrize(
    "text",
    [
        "A rocket hit a clinic in Keta. It was made by Togo, police said.",
        "A search followed the bombing in Keta. It was carried out by the Togolese army.",
        "A bomb killed two people in Keta. The evacuation was quick. It was conducted by Togolese troops.",
        "Barack Obama attacked Ali Musa in a speech in Keta.",
        "Erdogan attacked the newspaper on Monday in Keta.",
        "The Togolese army cited a statement claiming responsibility for the attack in Keta that killed nine people.",
        "Togolese police received a call claiming responsibility for the bombing in Keta.",
        "Boko Haram refused to accept responsibility for the attack in Keta.",
        "Togo urged Boko Haram to accept responsibility for the attack in Keta.",
    ],
)
def test_who_did_something_else_did_not_attack(draft: Drafted, text: str) -> None:
    assert not _asserted(draft(text))


def test_what_one_says_one_did_blames_nobody_else(draft: Drafted) -> None:
    told = draft("Hezbollah fired rockets at Haifa.\n\nThe Christian militia said it had hit an army base.")
    assert not [claim for one in told.statements for claim in one.denies]


@pytest.mark.parametrize("them", ["The Islamic militants", "The same group", "The radical Islamist fighters"])
def test_the_one_group_that_is_named(draft: Drafted, them: str) -> None:
    told = _asserted(draft(f"Boko Haram attacked the town of Baga. {them} shelled a school in Doron, residents said."))
    assert ("boko-haram", "residents", "certain") in told


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        (
            "Moscow denied Ukrainian accusations that its forces had shelled a hospital in Kherson.",
            ("russia", "ukraine", "certain"),
        ),
        (
            "Chad's army dismissed claims by the United Nations that Chadian jets bombed a market.",
            ("chad", "united-nations", "certain"),
        ),
        ("He rejected Armenian claims that Azerbaijani drones struck a school in Goris.", ("azerbaijan", "armenia", "certain")),
        ("Residents reported air strikes by jets believed to be Ethiopian.", ("ethiopia", "residents", "probable")),
        ("The raid, which Turkish officials say was carried out by the PKK, killed two.", ("pkk", "turkish-officials", "certain")),
        ("The attack, which Turkish officials say was the work of the PKK, killed two.", ("pkk", "turkish-officials", "certain")),
        ("The blast bore the hallmarks of Boko Haram, analysts said.", ("boko-haram", "analysts", "probable")),
        ("The attack, blamed by the government on Boko Haram, killed nine.", ("boko-haram", "government", "certain")),
        ("Bombings in Lagos killed two and were also claimed by Boko Haram.", ("boko-haram", "boko-haram", "certain")),
        ("An attack on the bus station, which was later claimed by the PKK, killed nine.", ("pkk", "pkk", "certain")),
        (
            "Al-Shabaab released a statement claiming responsibility for the bombing in Keta.",
            ("al-shabaab", "al-shabaab", "certain"),
        ),
        ("The Houthis said they had fired missiles at a tanker in the Red Sea.", ("houthis", "houthis", "certain")),
        (
            '"After the Kenyan air strikes on Garissa the Chadian forces maintained their initiative," John Smith said.',
            ("kenya", "john-smith", "certain"),
        ),
        ("The Islamic State group said it was behind the bombing of a mosque.", ("islamic-state", "islamic-state", "certain")),
    ],
)
def test_in_whose_mouth(draft: Drafted, text: str, asserted: tuple[str, str, str]) -> None:
    assert asserted in _asserted(draft(text))


def test_reports_without_an_author_are_nobodys(draft: Drafted) -> None:
    assert not _asserted(draft("Moscow denied reports that Russian forces had shelled a hospital in Kherson."))


@pytest.mark.parametrize(
    ("sentence", "asserted"),
    [
        ("Suspicion fell on Boko Haram.", ("boko-haram", None, "probable")),
        ("The Taliban denied involvement and blamed the Islamic State group.", ("islamic-state", "taliban", "certain")),
        ("No one has claimed it. Police said it was carried out by the PKK.", ("pkk", "police", "certain")),
        ("The bomber was a member of the PKK, police said.", ("pkk", "police", "certain")),
    ],
)
def test_of_what_was_told_before(draft: Drafted, sentence: str, asserted: tuple[str, str | None, str]) -> None:
    assert asserted in _asserted(draft(f"A car bomb killed nine people in a market. {sentence}"))


def test_those_of_a_quotation_are_not_guessed(draft: Drafted) -> None:
    told = draft('Boko Haram fighters attacked a convoy on Monday. "They fired mortars at our homes," said Musa Bello, a farmer.')
    assert ("boko-haram", "musa-bello", "certain") not in _asserted(told)


def test_who_calls_an_attack_something_does_not_say_who_made_it(draft: Drafted) -> None:
    told = _asserted(draft("Boko Haram fighters killed two people in an attack that Musa Bello said was deliberate."))
    assert ("boko-haram", "musa-bello", "certain") not in told


def test_the_army_of_which_country_is_not_guessed_where_two_are_as_likely(draft: Drafted) -> None:
    both = "Chad and Sudan have fought over the border. Sudan and Chad hold talks. "
    assert {attacker for attacker, _, _ in _asserted(draft(both + "The army shelled a village, residents said."))} & {
        "chad",
        "sudan",
    } == set()
    one = "Chad has fought rebels for years. Chad and Sudan hold talks. Chad has a new president. "
    assert "chad" in {attacker for attacker, _, _ in _asserted(draft(one + "The army shelled a village, residents said."))}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Pro-Torrian insurgents attacked a post near Keta. A raid by rebels wounded two. Separatists shelled a school in Ho.", 1),
        ("Islamist militants attacked a base in Kano. Militants shot nine farmers in Jos.", 1),
        ("Kurdish militants bombed a bus in Izmir. Rebels shelled a school in Homs.", 2),
        ("Kurdish rebels attacked a base. Arab rebels shelled a town. Rebels bombed a bridge.", 3),
        ("Tamil rebels attacked a base. Rebels bombed a bridge.", 1),
    ],
)
def test_rebels_who_are_called_alike_are_one(draft: Drafted, text: str, who: int) -> None:
    assert len({attacker for attacker, *_ in _asserted(draft(text))}) == who


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have yet to claim the attack on Kankan.",
        "The rebels are yet to claim responsibility for the attack on Kankan.",
        "The group has not claimed Monday's attack on Kankan.",
        "The African Union did not respond to the attack on Kankan.",
        "The army has not commented on the attack that killed nine in Kankan.",
        "Togo never condemned the attack on Kankan.",
    ],
)
def test_what_is_not_claimed_nor_answered_was_an_attack_all_the_same(draft: Drafted, text: str) -> None:
    told = [(one.speaker, claim) for one in draft(text).statements for claim in one.asserts if not isinstance(claim, str)]
    assert any(claim.occurrence for _, claim in told)
    assert not any(speaker or claim.attacker for speaker, claim in told)


@pytest.mark.parametrize(
    "text",
    [
        "The army did not respond to allegations of an attack on Kankan.",
        "The army has not carried out the attack on Kankan.",
        "The army did not comment on an attack on Kankan.",
        "The rebels have yet to attack Kankan.",
    ],
)
def test_what_is_negated_is_not_asserted(draft: Drafted, text: str) -> None:
    assert not any(one.asserts for one in draft(text).statements)


@pytest.mark.parametrize(
    ("text", "attackers"),
    [
        ('"Their attacks on the school in Keta have failed," the Togolese army said.', set()),
        ('Rebels fought in Keta.\n\n"Their attacks killed nine people in Keta," the Togolese army said.', set()),
        ('"We bombed the base in Keta on Monday," the Togolese army said.', {"togo"}),
        ("The Togolese army said that its attacks on the base in Keta had killed nine people.", {"togo"}),
    ],
)
def test_who_is_quoted_says_their_of_others(draft: Drafted, text: str, attackers: set[str]) -> None:
    assert {attacker for attacker, *_ in _asserted(draft(text))} & {"togo", "togolese-army"} == attackers


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("The mayor, Ahmed Warsame, visited the scene. He accused Boko Haram of carrying out the attack.", "ahmed-warsame"),
        ('Ahmed Warsame, the mayor, visited the wounded. "Boko Haram carried out this attack," he said.', "ahmed-warsame"),
        ("Residents gathered at the scene. They accused Boko Haram of carrying out the attack.", "residents"),
        ("Hours later, Boko Haram claimed responsibility.", "boko-haram"),
    ],
)
def test_who_the_sentence_before_is_about_speaks(draft: Drafted, told: str, speaker: str) -> None:
    text = f"A bomb killed nine people in Keta on Monday, police said.\n\n{told}"
    assert {(attacker, said) for attacker, said, _ in _asserted(draft(text))} == {("boko-haram", speaker)}


def test_several_such_attacks_are_not_this_one(draft: Drafted) -> None:
    text = (
        "A bomb killed nine people in Keta on Monday.\n\nNobody has yet claimed the attack. "
        "Boko Haram has claimed several such attacks this year."
    )
    claims = [c for one in draft(text).statements for c in one.asserts if not isinstance(c, str)]
    first = next(c.about for c in claims if c.figure)
    assert first not in {c.about for c in claims if c.attacker}


def test_the_attack_is_the_one_that_was_just_told(draft: Drafted) -> None:
    text = (
        "A bomb killed nine people in Keta on Monday.\n\nThe United Nations condemned the attack.\n\n"
        "Last month, a suicide bombing at a mosque in Gao killed 25 people. Boko Haram said it carried out the attack."
    )
    drafted = draft(text)
    claims = [c for one in drafted.statements for c in one.asserts if not isinstance(c, str)]
    gao = {c.about for c in claims if c.place == "gao"}
    assert {c.about for c in claims if c.attacker == "boko-haram"} == gao
