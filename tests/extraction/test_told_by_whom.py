"""Who is said to have attacked, by whom, in sentences as the news has them: each attacker with its speaker, None the article."""

from collections.abc import Callable

import pytest

from kg.annotation.claims import Attackers
from kg.annotation.model import Annotation

Drafted = Callable[[str], Annotation]


def laid_to(annotation: Annotation) -> set[tuple[str, str | None]]:
    """Each attacker that is asserted, with the speaker."""
    found = set()
    for one in annotation.statements:
        for claim in one.asserts:
            named = None if isinstance(claim, str) else claim.attacker
            for attacker in (*named.all_of, *named.any_of) if isinstance(named, Attackers) else (named,) if named else ():
                found.add((attacker, one.speaker))
    return found


@pytest.mark.parametrize(
    ("text", "attacker", "speaker"),
    [
        # whose force it is, though a country is named before it
        ("Sudan's paramilitary Rapid Support Forces shelled a school on Monday.", "rapid-support-forces", None),
        ("The Sudanese paramilitary Rapid Support Forces shelled a school.", "rapid-support-forces", None),
        ("The mayor said the raid on Nyala by Sudan's paramilitary Rapid Support Forces left six dead.", "rapid-support-forces", "mayor"),
        ("Myanmar's Arakan Army shelled a village in Rakhine.", "arakan-army", None),
        ("The anti-Taliban Northern Alliance shelled Kabul.", "northern-alliance", None),
        ("Libya's National Army shelled Tripoli.", "libya", None),
        # who does it, by what he is or is called
        ("Ali Musa carried out the attack in Istanbul, the minister said.", "ali-musa", "minister"),
        ("Fulani herders targeted a convoy of ambulances.", "fulani-herders", None),
        ("Israeli settlers set fire to homes in the village of Duma.", "israeli-settlers", None),
        ("Myanmar's military fired rockets at a residential area, officials said.", "myanmar", "officials"),
        ("Witnesses said Boko Haram set fire to homes in the village.", "boko-haram", "witnesses"),
        ("The strikes on Idlib were from Russian planes, activists said.", "russia", "activists"),
        ("Activists said they believed the strike on Hama was Russian.", "russia", "activists"),
        ("Karim Haddad, a senior commander and the mastermind of a massacre in Gao, spoke on Monday.", "karim-haddad", None),
        # who says it, though the parser takes the verb for a participle
        ("A local official claimed rebels shelled the market.", "rebels", "local-official"),
        ("A doctor at the hospital accused rebels of shelling the market.", "rebels", "doctor-at-the-hospital"),
        ("A doctor at the hospital blamed rebels for the shelling of the market.", "rebels", "doctor-at-the-hospital"),
        ("Médecins Sans Frontières (MSF) accused rebels of shelling the market.", "rebels", "medecins-sans-frontieres"),
        ("Citing police chief Ahmed Noor, the newspaper said rebels shelled the market.", "rebels", "ahmed-noor"),
        ("Citing the opposition Local Coordination Committees, the paper said rebels shelled it.", "rebels", "local-coordination-committees"),
        ("Human Rights Watch researcher Ama Boateng claimed rebels shelled the market.", "rebels", "ama-boateng"),
        ("France said Mali bore responsibility for the attack on Gao.", "mali", "france"),
        ("Rebels were behind a gas attack that killed nine people Human Rights Watch said on Tuesday citing doctors.", "rebels", "human-rights-watch"),
        ("In the raid on Gao, blamed by activists on Mali, nine people died.", "mali", "activists"),
        ("Militants and Western countries rushed to blame Mali for the attack on Gao.", "mali", "western-countries"),
        ("Houthi snipers shot dead two people in the town, medics said.", "houthis", "medics"),
        ("A school was destroyed in a Houthi strike.", "houthis", None),
        ("Ukrainian shelling killed 12 people in the town, residents said.", "ukraine", "residents"),
        ("Saudi-led coalition gunners fired on the town on Monday.", "saudi-led-coalition", None),
        # who says what
        ("Doctors accused Mali of shelling a clinic, with one charity reporting nine deaths.", "mali", "doctors"),
        ("The envoy resigned on Sunday, citing the failure of the talks and the shelling of Gao by Mali.", "mali", "envoy"),
        ("The rebel coalition has said it will talk, but only if Mali calls a halt to its air strikes on Gao.", "mali", "rebel-coalition"),
        ("Mali cancelled a meeting, accusing Chad of putting talks at risk with a bombing campaign on Gao.", "chad", "mali"),
        ("An army statement said gunmen had shelled the market in Gao.", "gunmen", "army"),
        ("A private news agency broadcast footage of Turkish howitzers in Syria. It said the army hit a base.", "turkey", "private-news-agency"),
        # who asks that it end takes it for granted
        ("The UN called for an end to the bombing of Aleppo by Russian forces.", "russia", "united-nations"),
        ("Activists demanded a halt to Saudi air strikes on Sanaa.", "saudi-arabia", "activists"),
        ("Pakistan urged India to stop shelling villages along the border.", "india", "pakistan"),
    ],
)  # fmt: skip
def test_an_attacker_has_its_speaker(draft: Drafted, text: str, attacker: str, speaker: str | None) -> None:
    found = laid_to(draft(text))
    assert (attacker, speaker) in found
    assert {one for one, _ in found} == {attacker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Doctors accused Mali of shelling a clinic, with one charity reporting nine deaths.", "one-charity"),
        ("The shelling hit Gao in Mali, with the UN envoy giving a toll as high as 400.", "un-envoy"),
        (
            "The envoy, Ali Musa, said Wednesday, after a first look, that evidence suggests nine died in the shelling of Gao.",
            "ali-musa",
        ),
        (
            "The Observatory, which counts them, said two men from the league — a band of men — have been killed in the shelling of Gao.",
            "syrian-observatory-for-human-rights",
        ),
    ],
)
def test_a_figure_has_its_speaker(draft: Drafted, text: str, speaker: str) -> None:
    told = [one.speaker for one in draft(text).statements for claim in one.asserts if not isinstance(claim, str) and claim.figure]
    assert told == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Activists said the planes were Russian.", "activists"),
        ("Activists accused Russia.", "activists"),
    ],
)
def test_whose_the_attack_was_that_was_told(draft: Drafted, text: str, speaker: str) -> None:
    assert ("russia", speaker) in laid_to(draft(f"An air strike hit a hospital in Hama on Monday.\n\n{text}"))


@pytest.mark.parametrize(
    "text",
    [
        "The minister called for an end to attacks on civilians.",
        "Two planes crashed near Hama. The planes were Russian.",
        "The UN called for an end to any bombing of Aleppo by Russian forces.",
    ],
)
def test_nobody_is_said_to_have_done_it(draft: Drafted, text: str) -> None:
    assert not laid_to(draft(text))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("An air strike hit a hospital run by MSF on Monday.", "hospital run by MSF"),
        ("Rebels shelled a school run by the UN on Monday.", "school run by the UN"),
        ("Nine people were killed in a second attack, on the main hospital in Aleppo.", "main hospital in Aleppo"),
    ],
)
def test_what_was_hit(draft: Drafted, text: str, target: str) -> None:
    annotation = draft(text)
    assert [one.label for one in annotation.sites.values()] == [target]


@pytest.mark.parametrize(
    "text",
    [
        "The attack hit Gao. Ali Musa, an ambulance driver, said he evacuated 11 people injured in the attack to hospitals.",
        "The attack hit Gao. The governor also visited those injured in the attacks at the University Hospital.",
        "The worst case is that he is going to target schools, the teacher said.",
        "The agreement prohibited simulated attacks against schools or ships.",
        "The missiles are a deterrent, capable of hitting schools in Mali.",
        "The drill involved artillery units tasked with striking schools in Mali.",
    ],
)
def test_what_was_not_hit(draft: Drafted, text: str) -> None:
    assert not [one.label for one in draft(text).sites.values() if "ospital" in one.label or "school" in one.label]


def test_what_an_attack_did_is_no_part_of_what_was_hit(draft: Drafted) -> None:
    annotation = draft("A bomb attack at a police station in the capital that killed at least 17 people was claimed by Boko Haram.")
    assert [one.label for one in annotation.sites.values()] == ["police station in the capital"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The attack in Istanbul killed three Israelis and an Iranian.", [(3, None), (1, None)]),
        ("Suicide bombing kills five, wounds 36 in central Istanbul &#8211", [(5, None), (36, None)]),
        ("The civil war has killed more than 100,0000 people.", []),
        ("The war has killed 1,00,000 people.", [(100000, None)]),
        ("The war has displaced 68,000 people, and the UN estimated the population at 90,000.", [(68000, None)]),
        ("The shelling hit Gao. Police said the death toll could rise to as high as 40.", [(40, "upTo")]),
    ],
)
def test_how_many(draft: Drafted, text: str, figures: list[tuple[int, str | None]]) -> None:
    claims = [claim for one in draft(text).statements for claim in one.asserts if not isinstance(claim, str)]
    assert [(claim.figure.number, claim.figure.bound) for claim in claims if claim.figure] == figures


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine's general staff said Russian forces continued to hit a district of Luhansk, one of two provinces that Moscow claims.",
        "Malian forces shelled Gao, a region that Bamako claims.",
        "The Malian army shelled a village in a district which Bamako claims as its own.",
    ],
)
def test_who_claims_a_region_owns_up_to_nothing(draft: Drafted, text: str) -> None:
    assert not [one for one in draft(text).statements if one.acknowledges]


@pytest.mark.parametrize(
    ("text", "attacker", "speaker"),
    [
        ("Ali Musa, the commander of Mali's forces in Gao, said in an interview with an opposition lawmaker posted on YouTube on Sunday that rebels were targeting the complex.", "rebels", "ali-musa"),
        ("Doctors accused Mali and militias fighting on its side of shelling a clinic.", "mali", "doctors"),
        ("Kurdish security forces shelled villages near Mosul in Iraq on Monday.", "kurdish-security-forces", None),
        ("At least 23 civilians have been killed in renewed regime airstrikes on the contested city Syrian activists said Sunday as France raised it.", "syrian-government", "syrian-activists"),
        ("The U.K. has accused Russia of bearing responsibility for the attack.", "russia", "united-kingdom"),
        ("The attack on Gao came shortly after another strike by rebel forces.", "rebels", None),
        ("Britain said it would raise a reported attack by Malian forces on Gao at the UN.", "mali", "united-kingdom"),
        ("They spoke of those who died in the attack, allegedly ordered by the Malian government.", "mali", None),
    ],
)  # fmt: skip
def test_an_attacker_is_among_them_with_its_speaker(draft: Drafted, text: str, attacker: str, speaker: str | None) -> None:
    assert (attacker, speaker) in laid_to(draft(text))


def test_it_that_nobody_knows_is_not_the_article(draft: Drafted) -> None:
    told = draft("Rebels shelled Gao on Monday.\n\nIt added that nine people had been killed in the shelling of Gao.").statements
    assert [one.speaker for one in told for claim in one.asserts if not isinstance(claim, str) and claim.figure] != [None]


def test_it_in_a_quotation_is_not_who_is_quoted(draft: Drafted) -> None:
    text = '"The militia has ties with Iran and has received aid that it has used to attack coalition forces," the US army said.'
    assert "united-states" not in {attacker for attacker, _ in laid_to(draft(text))}
