"""Who blames whom: headlines, clauses set off, names that no list has, groups of many names."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation
from kg.extraction.nlp import parsed

Drafted = Callable[[str], Annotation]


def _blamed(annotation: Annotation) -> set[tuple[str | None, str]]:
    """Who asserts whom to be the attacker."""
    return {
        (one.speaker, claim.attacker)
        for one in annotation.statements
        for claim in one.asserts
        if not isinstance(claim, str) and isinstance(claim.attacker, str)
    }


@pytest.mark.parametrize(
    ("headline", "who", "whom"),
    [
        ("Kenya accuses Somalia of bombing aid convoy", "kenya", "somalia"),
        ("Mali accuses Niger of shelling village", "mali", "niger"),
        ("Ghana blames Togo for deadly shelling", "ghana", "togo"),
        ("Houthis claim drone attack on Kenyan airport", "houthis", "houthis"),
        ("Suspected rebels behind market bombing, says minister", "minister", "suspected-rebels"),
    ],
)
def test_headlines(draft: Drafted, headline: str, who: str, whom: str) -> None:
    assert (who, whom) in _blamed(draft(f"{headline}\n\nThe road was closed on Monday."))


def test_who_is_said_to_have_carried_it_out(draft: Drafted) -> None:
    assert ("ghana", "togo") in _blamed(draft("Drones hit an oil plant in Keta. Ghana alleges Togo carried it out."))


@pytest.mark.parametrize(
    "headline", ["Taliban blamed for Kunduz blast", "Taliban accused of deadly shelling", "Taliban suspected in attack on school"]
)
def test_who_is_blamed_says_nothing(draft: Drafted, headline: str) -> None:
    found = _blamed(draft(f"{headline}\n\nThe road was closed on Monday."))
    assert found
    assert all(who not in (None, "taliban") and whom == "taliban" for who, whom in found)


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        (
            "The bombing of the market in Mogadishu, which officials blamed on al-Shabab, killed 20 people.",
            "officials",
            "al-shabaab",
        ),
        ("The bombing was blamed by teachers on Kurdish militants.", "teachers", "kurdish-militants"),
        ("Nine people died in the raid in Kano, which Ghana blamed on Togo.", "ghana", "togo"),
        ("The blast at the port, which the army blamed on rebels, killed nine.", "army", "rebels"),
        ("A bomb hit a mosque in Herat. Police suspect the Taliban.", "police", "taliban"),
        ("A bomb hit a mosque in Herat. Police said it was the work of the Taliban.", "police", "taliban"),
        ("A bomb hit a mosque in Herat. Responsibility lies with the Taliban, police said.", "police", "taliban"),
        ("A bomb hit a mosque in Herat. Police said it had been carried out by the Taliban.", "police", "taliban"),
        ("A bomb hit a mosque in Herat. Police said the raid may have been carried out by the Taliban.", "police", "taliban"),
        ("Bombs hit a mosque and a bank in Herat. Police blamed the Taliban for one of the incidents.", "police", "taliban"),
        ("A bomb hit a mosque in Herat. Police accused the Taliban of carrying it out.", "police", "taliban"),
        ("A bomb hit a mosque in Herat. Police said that the evidence points to Taliban involvement.", "police", "taliban"),
        ("A bomb hit a bank in Jos. Suspicion turned to Boko Haram, police said.", "police", "boko-haram"),
        ("A bomb hit a bank in Jos. Boko Haram said one of its members had carried out the attack.", "boko-haram", "boko-haram"),
        ("A bomb hit a bank in Jos. Boko Haram said a fighter from its ranks was behind the blast.", "boko-haram", "boko-haram"),
        ('A bomb hit a bank in Jos. "It was Boko Haram who did this," said Mary Bello.', "mary-bello", "boko-haram"),
        ("A bomb hit a mosque in Jos, a resident said, blaming jihadists.", "resident", "jihadists"),
        ("Chadian jets killed 12 people in Bol, residents said; nine are still missing.", "residents", "chad"),
        ("The strike, attributed by Kenyan teachers to Somalia, hit a base near Garissa.", "kenyan-teachers", "somalia"),
        ("As Georgia accuses Russia of bombing Gori, Moscow says its planes are at home.", "georgia", "russia"),
        ("Russia, a Georgian official said, had bombed the port of Poti.", "georgian-official", "russia"),
        ("Sudan, which has denied bombing the camp, accused rebels of staging the attack.", "sudan", "rebels"),
        ("Kenya, which has denied shelling the town, accused Somalia of bombing a school.", "kenya", "somalia"),
        ("Police blamed suspected Maoists for the blast at a school in Dantewada.", "police", "maoists"),
        ("The ambush bore the hallmarks of the Shining Path, a minister said.", "minister", "shining-path"),
        (
            "Kenyan police suspect al-Shabab of planting the bomb that killed three officers in Mandera.",
            "kenyan-police",
            "al-shabaab",
        ),
        ("The explosion was caused by a car bomb planted by ETA, a minister said.", "minister", "eta"),
        ("Bombs dropped by Saudi-led aircraft hit a hall in Dhamar, a nurse said.", "nurse", "saudi-led-coalition"),
        ("After Saudi-led raids on Dhamar the coalition hit a hall, a nurse said.", "nurse", "saudi-led-coalition"),
        ("The US-led coalition bombed a Saudi hall in Syria, a nurse said.", "nurse", "us-led-coalition"),
        ("Doctors criticised Mali for raids on Gao.", "doctors", "mali"),
        ("Mali was criticised by doctors for raids on Gao.", "doctors", "mali"),
        ("Detectives linked the bombing of a mosque to ETA.", "detectives", "eta"),
        ("An analyst said that the Sudanese raids were linked to the rebels' use of drones.", "analyst", "sudan"),
        ("Detectives tied ETA to the bombing of a mosque.", "detectives", "eta"),
        ("The bombing of a mosque was linked to ETA by detectives.", "detectives", "eta"),
        ("A Kenyan-led coalition bombed a hall, a nurse said.", "nurse", "kenyan-led-coalition"),
        ("Residents blamed the raid on a camp near Gao on Chad.", "residents", "chad"),
        ("Residents blamed the suicide bombing at a mosque in Gao on Boko Haram.", "residents", "boko-haram"),
        ("Residents attributed the rocket attack on a base in Gao to Chad.", "residents", "chad"),
        ("Residents blamed the drone strike on a wedding in Gao on Monday on Chad.", "residents", "chad"),
        ("Residents blamed the bombing of a hospital in Gao on Chadian jets.", "residents", "chad"),
        ("Residents accused Boko Haram of seizing the town of Gao.", "residents", "boko-haram"),
        ("Residents blamed Boko Haram for massacring villagers in Gao.", "residents", "boko-haram"),
        ("Boko Haram was accused of burning homes in the village of Gao.", "those-who-accuse-boko-haram", "boko-haram"),
        ("Residents accused Chad of having massacred villagers in Gao.", "residents", "chad"),
        ("Residents accused rebels of massacring villagers in Gao.", "residents", "rebels"),
        ("Residents blamed Chad for using chlorine gas in Gao.", "residents", "chad"),
        ("Residents criticised Chad for using barrel bombs in Gao.", "residents", "chad"),
    ],
)
def test_from_whose_mouth(draft: Drafted, text: str, who: str, whom: str) -> None:
    found = _blamed(draft(f"A title\n\n{text}"))
    assert found == {(who, whom)}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("An attack by Chad angered Sudan, which recalled its envoy.", "chad"),
        ("The shelling of the village of Gao by Boko Haram went on for hours.", "boko-haram"),
        ("Six people were killed in a massacre of villagers in Gao by Chadian jets.", "chad"),
        ("Boko Haram fighters seized dozens of hostages on Friday at a hotel in Gao.", "boko-haram"),
        ("Islamic State took dozens of people hostage at a hotel in Gao.", "islamic-state"),
        ("A raid by Kenya surprised Somalia, which closed its border.", "kenya"),
        ("The two attacks are believed to be the work of the Allied Democratic Forces.", "allied-democratic-forces"),
        ("Suspicion fell on the Jemaah Islamiah network after the bombing of a school in Bali.", "jemaah-islamiah"),
        ("The M23 group shelled a camp near Goma.", "m23"),
        ("The massacre was carried out by Bosnian Serb troops.", "bosnian-serb-troops"),
        ("Turkish Cypriot fighters shelled a village.", "turkish-cypriot-fighters"),
        ("Boko Haram, whose fighters attacked a village in Yola, is at large.", "boko-haram"),
        ("Soldiers shelled a village in Kachin, in Myanmar.", "myanmar"),
        ("The village was shelled by soldiers.", "soldiers"),
        ("The attacks were the worst by Tamil rebels in years.", "tamil-rebels"),
        ("A group calling itself the Tigers of the North shelled a barracks.", "tigers-of-the-north"),
        ("Chad's use of chemical weapons against civilians in Gao was a crime.", "chad"),
    ],
)
def test_whose_attack(draft: Drafted, text: str, whom: str) -> None:
    assert _blamed(draft(f"A title\n\n{text}")) == {(None, whom)}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("India and Pakistan traded accusations over the shelling of villages in Kashmir.", "india", "pakistan"),
        ("Rebels and the army traded blame on Monday for the shelling of a school.", "rebels", "army"),
    ],
)
def test_blame_is_traded(draft: Drafted, text: str, one: str, other: str) -> None:
    assert _blamed(draft(f"A title\n\n{text}")) == {(one, other), (other, one)}


def test_one_band_of_many_names(draft: Drafted) -> None:
    text = (
        "Rebels attack villages in Myanmar\n\nNine villagers were gunned down by Karen Liberation Front insurgents in Hpapun.\n\n"
        "The breakaway rebels bombed a bridge on Friday.\n\nUnknown rebels shelled a town on Sunday."
    )
    found = {whom for _, whom in _blamed(draft(text))}
    assert "breakaway-rebels" not in found
    assert "unknown-rebels" in found
    assert "karen-liberation-front-insurgents" in found


def test_rebels_are_syrian_in_articles_on_syria_alone(draft: Drafted) -> None:
    text = "Title\n\nIn Kenya, Kenyan police said rebels shelled a school in Garissa. Kenya has sent police to Syria."
    assert {whom for _, whom in _blamed(draft(text))} == {"rebels"}


@pytest.mark.parametrize("line", ["Sanaa (Reuters) - ", "Tehran, Iran — "])
def test_a_dateline_attacks_nobody(draft: Drafted, line: str) -> None:
    found = draft(f"A title\n\n{line}Kenyan jets struck a school in Garissa on Friday, teachers said.")
    assert _blamed(found) == {("teachers", "kenya")}


@pytest.mark.parametrize(
    "text",
    [
        "The bombing of the market in Mogadishu, which officials blamed on al-Shabab, killed 20 people.",
        "An attack by Chad angered Sudan, which said its villages had been bombed.",
        "Residents blamed the raid on a camp near Gao on Chad.",
        "Residents blamed the army for massacring villagers by Gao on Monday.",
        "Residents accused rebels of massacring villagers in Gao.",
        "Residents accused the army of having massacred villagers in Gao.",
        "The shelling of the village of Gao by Boko Haram went on for hours.",
        "Bombs dropped by Saudi-led aircraft hit a hall in Dhamar, a nurse said.",
        "Russia, a Georgian official said, had bombed the port of Poti.",
        "Mali accuses Niger of shelling village",
    ],
)
def test_a_mended_parse_stays_a_tree(text: str) -> None:
    (doc,) = parsed([text])
    for token in doc:
        seen = {token.i}
        while token.head != token:
            token = token.head
            assert token.i not in seen
            seen.add(token.i)
