"""Accusations that are called names: who clears whom, and that nobody is made to say what is called untrue."""

from collections.abc import Callable, Iterator

import pytest

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.annotation.statements import StatementBlock

Draft = Callable[[str], Annotation]


def denials(found: Annotation) -> dict[str | None, set[str]]:
    """The classes of what is denied, of one attack or in general, by who denies it."""
    told: dict[str | None, set[str]] = {}
    for one in found.statements:
        if one.kind == "Denial":
            claims = {claim.component for claim in one.denies if isinstance(claim, ClaimBlock)}
            told.setdefault(one.speaker, set()).update(claims, *(scope.components for scope in one.scope))
    return told


def asserted(found: Annotation) -> Iterator[tuple[StatementBlock, ClaimBlock]]:
    for one in found.statements:
        for stance, claims in one.stances():
            if stance in ("asserts", "acknowledges"):
                yield from ((one, claim) for claim in claims if isinstance(claim, ClaimBlock))


NOBODY_SAYS = "The report was read in Oslo."


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Niamey described the accusation that its planes bombed the camp at Tillia as baseless.", "niger"),
        ("The Chadian government called allegations of a massacre in Zouar fabricated.", "chad"),
        (
            "Peru's defence ministry said reports that its drones had struck Iquitos were disinformation.",
            "peruvian-defence-ministry",
        ),
        ("Laos has labelled accounts of a massacre in Vang Vieng fabricated.", "laos"),
        ("Reports that Kenyan tanks shelled a school in Garissa are not true, the Kenyan government said.", "kenya"),
        ("Angola's foreign minister tweeted that suggestions Luanda was behind the raid on Kolwezi were deceit.", None),
        ("Any suggestion that Danish planes bombed the convoy is wrong, the Danish government said.", "denmark"),
        ("Zambia's army has rubbished reports that its gunners shelled a church in Chipata.", "zambian-army"),
        ("Bolivia cast doubt on reports that its soldiers killed 40 villagers in Riberalta.", "bolivia"),
        ("The Togolese army called reports that it had shelled a clinic an attempt to discredit it.", "togolese-army"),
    ],
)
def test_who_calls_an_accusation_names_denies_what_it_says(draft: Draft, sentence: str, speaker: str | None) -> None:
    found = draft(f"{NOBODY_SAYS}\n\n{sentence}")
    ((who, denied),) = denials(found).items()
    assert "AttackerClaim" in denied or "CasualtyClaim" in denied
    assert speaker in (None, who)
    assert not [claim for _, claim in asserted(found)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cuba's air force said the video of the attack on Holguin was fake.",
        "The monitoring group said claims of an attack on the village of Pirin were false.",
        "False reports of a massacre in Sopot spread on Tuesday.",
        "A resident, Ana Kova, called the rumours of an air strike on Sopot nonsense.",
    ],
)
def test_what_is_called_untrue_is_asserted_by_nobody(draft: Draft, sentence: str) -> None:
    found = draft(f"{NOBODY_SAYS}\n\n{sentence}")
    assert not [claim for _, claim in asserted(found)]
    assert not denials(found)


@pytest.mark.parametrize(
    "sentence",
    ["False alarms sent people to the shelters before the raid on Sopot.", "A propaganda video of the raid on Sopot was shown."],
)
def test_a_label_of_another_thing_takes_nothing_back(draft: Draft, sentence: str) -> None:
    assert [claim for _, claim in asserted(draft(f"{NOBODY_SAYS}\n\n{sentence}")) if claim.occurrence]


def test_an_enemy_s_claim_is_not_the_deed_of_who_rejects_it(draft: Draft) -> None:
    found = draft("Peru's army described Chilean claims of an air strike on a camp at Tacna as false.")
    assert denials(found) == {"peruvian-army": {"CredibilityClaim", "OccurrenceClaim"}}
    found = draft("The Peruvian army belittled the rebels' claim that they killed 10 soldiers in Puno.")
    assert "peru" not in {str(claim.attacker) for _, claim in asserted(found)}


def test_what_this_stands_for_is_told_behind_of(draft: Draft) -> None:
    found = draft('"This is a total fabrication," a Ghanaian army spokesman said of the reported bombing of Bawku.')
    assert denials(found) == {"ghanaian-army-spokesman": {"CredibilityClaim", "AttackerClaim"}}


BOMBED = "Sudan bombed a market in Kutum on Friday, witnesses said."


@pytest.mark.parametrize(
    ("sentence", "component"),
    [
        ("The army issued a flat denial.", "AttackerClaim"),
        ("The report, which Khartoum dismissed as fabricated, was read in Oslo.", "AttackerClaim"),
        ("Sudan has strenuously denied the allegations.", "AttackerClaim"),
        ("The whole story does not hold together, the Sudanese government said.", "CredibilityClaim"),
        ("Sudan denied using live ammunition against the traders.", "WeaponClaim"),
    ],
)
def test_the_accused_denies_what_is_not_told_again(draft: Draft, sentence: str, component: str) -> None:
    ((who, denied),) = denials(draft(f"{BOMBED}\n\n{sentence}")).items()
    assert str(who).startswith("sudan")
    assert component in denied


@pytest.mark.parametrize(
    "sentence",
    [
        "Lima's denial that Peruvian forces shelled Tacna convinced few.",
        "Denials by Peru that it shelled Tacna were dismissed by Paris.",
    ],
)
def test_a_denial_that_is_not_believed_is_no_assertion(draft: Draft, sentence: str) -> None:
    found = draft(sentence)
    assert set(denials(found)) == {"peru"}
    assert not [claim for _, claim in asserted(found)]


def test_another_s_count_is_not_in_the_mouth_of_who_rejects_it(draft: Draft) -> None:
    found = draft("The alliance said the building was a depot, rejecting a Malian claim that 85 villagers died.")
    assert "alliance" not in {one.speaker for one, claim in asserted(found) if claim.figure}
    found = draft("Chad challenged Mali to prove its claim of 85 dead.")
    assert "chad" not in {one.speaker for one, claim in asserted(found) if claim.figure}


def test_a_charge_is_denied_behind_a_semicolon(draft: Draft) -> None:
    found = draft("Peru accused Chile of bombing the village of Ilo; Chile denied the charge.")
    assert denials(found) == {"chile": {"AttackerClaim"}}


def test_what_is_said_beside_a_label_is_asserted(draft: Draft) -> None:
    found = draft("Peru said reports of a massacre were lies and that the rebels had killed 12 villagers in Puno.")
    assert {claim.attacker for one, claim in asserted(found) if claim.attacker} == {"rebels"}
    assert set(denials(found)) == {"peru"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mali rejected Chadian claims that a military target was hit in Gao.",
        "Mali denied that the hospital had been used as a base by its soldiers.",
    ],
)
def test_that_it_served_fighters_is_denied_of_the_target(draft: Draft, sentence: str) -> None:
    assert denials(draft(f"{NOBODY_SAYS}\n\n{sentence}"))["mali"] >= {"TargetClaim"}


def test_a_capital_accuses_and_answers_for_its_state(draft: Draft) -> None:
    found = draft("Kinshasa accused Kigali of shelling Minova on Tuesday.\n\nKigali called the charge absurd.")
    assert "rwanda" in {claim.attacker for _, claim in asserted(found)}
    assert set(denials(found)) == {"rwanda"}


@pytest.mark.parametrize(
    ("sentence", "component"),
    [
        ('"We categorically deny that our planes hit the market," said Sudanese army spokesman Ali Nur.', "AttackerClaim"),
        ('"The republic rejects these accusations," a Sudanese official said.', "AttackerClaim"),
        ("Sudan disputed the toll of 40 given by doctors after the strike.", "CasualtyClaim"),
        ("Sudan's army protested its innocence.", "AttackerClaim"),
        ("Sudan says the bombing of Kutum was a hoax.", "OccurrenceClaim"),
        ("Sudan's army hit back at claims that its planes bombed the market.", "AttackerClaim"),
    ],
)
def test_denials_in_quotations_and_of_the_attack_itself(draft: Draft, sentence: str, component: str) -> None:
    (denied,) = denials(draft(f"{BOMBED}\n\n{sentence}")).values()
    assert component in denied


@pytest.mark.parametrize(
    "sentence",
    [
        "Sudanese officials no longer deny the bombing.",
        "If the army denies the bombing, it must explain the craters, a witness said.",
    ],
)
def test_what_is_no_denial_by_the_accused(draft: Draft, sentence: str) -> None:
    assert not denials(draft(f"{BOMBED}\n\n{sentence}"))
