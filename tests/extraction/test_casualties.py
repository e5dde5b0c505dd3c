"""Figures as news prose tells them: over paragraphs, in headlines, by lists, by what befell people that no list names."""

from collections.abc import Callable

import pytest

from kg.annotation.claims import ClaimBlock
from kg.annotation.model import Annotation
from kg.extraction.nlp import parsed
from kg.extraction.tolls import Toll, tolls

Draft = Callable[[str], Annotation]


def told(*paragraphs: str) -> list[tuple[str, str, int | None, int | None]]:
    """Outcome, population, the least, and the whole of each figure."""
    found: list[Toll] = []
    for number, doc in enumerate(parsed(paragraphs)):
        tolls(doc, number, found)
    return [(one.outcome, one.population, one.quantity.lower, one.part_of) for one in found if not one.negated]


def by_speaker(annotation: Annotation) -> list[tuple[str | None, int]]:
    """Who tells of how many, of the figures with one number."""
    return [
        (statement.speaker, claim.figure.number)
        for statement in annotation.statements
        for _, claims in statement.stances()
        for claim in claims
        if isinstance(claim, ClaimBlock) and claim.figure and isinstance(claim.figure.number, int)
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A beekeeper was killed in the raid.", [("killed", "people", 1, None)]),
        ("Gunmen shot dead three welders in Basra.", [("killed", "people", 3, None)]),
        ("The bomb killed 40 camels and two herders.", [("killed", "people", 2, None)]),
        ("The government killed two bills.", []),
        ("The alliance's bombing campaign has killed 40 people.", [("killed", "people", 40, None)]),
        ("The gas seeped into a cellar, suffocating a family of five.", [("killed", "people", 5, None)]),
        ("Two suicide attackers killed at least six people at a funeral in Jos.", [("killed", "people", 6, None)]),
        ("The ministry put the toll from the shelling of the port of Qana at 28.", [("killed", "people", 28, None)]),
        ("The rebels lost 20 men in Kindu.", [("killed", "men", 20, None)]),
        ("They beheaded two hostages, Alan Reed and a Dane.", [("killed", "people", 2, None)]),
        ("The No. 3 leader of the group was killed.", []),
        ("The toll from the earthquake rose to 900, while 14 people died in shelling.", [("killed", "people", 14, None)]),
        ("The raid hurt 11 civilians, two of them badly.", [("injured", "civilians", 11, None), ("injured", "civilians", 2, 0)]),
        ("The death toll was estimated between 500 and 1,300.", [("killed", "people", 500, None)]),
        ("Between 20 and 30 dead in attack in Goma", [("killed", "people", 20, None)]),
        ("Nine people among them two nurses were killed.", [("killed", "people", 9, None), ("killed", "medicalStaff", 2, 0)]),
        ("Nine people, two nurses among them, were killed.", [("killed", "people", 9, None), ("killed", "medicalStaff", 2, 0)]),
        ("No fewer than 43 farmers were slaughtered.", [("killed", "people", 43, None)]),
        ("The raid killed twelve Monday in Gao.", [("killed", "people", 12, None)]),
        ("Some 300 Rohingya were killed in the raid.", [("killed", "people", 300, None)]),
        ("A total of 40 soldiers were killed.", [("killed", "combatants", 40, None)]),
        ("Four rebels were killed.", [("killed", "combatants", 4, None)]),
        ("An air strike killed the movement's military chief.", [("killed", "combatants", 1, None)]),
    ],
)
def test_people_by_what_befell_them(text: str, figures: list[tuple[str, str, int, int | None]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two farmers went to market near Pala and were seized and shot dead.", [("killed", 2)]),
        ("A driver was killed and his son wounded in Herat.", [("killed", 1), ("injured", 1)]),
        ("The general, his driver and two bodyguards were killed.", [("killed", 1), ("killed", 1), ("killed", 2)]),
        ("The blast killed the imam and at least 19 worshippers.", [("killed", 1), ("killed", 19)]),
        ("She lost her husband and three sons in the shelling.", [("killed", 1), ("killed", 3)]),
        ("None of the 41 passengers survived the attack.", [("killed", 41)]),
        ("None of the 41 passengers was hurt in the attack.", []),
        ("The bombing left 7 dead and 40 with burns.", [("killed", 7), ("injured", 40)]),
        ("One other wounded soldier was reported to have died in a clinic.", [("killed", 1)]),
        ("Two gunmen attacked the hotel. Both were killed.", [("killed", 2)]),
        ("Both sides reported casualties.", []),
        ("The blast killed a guard and wounded others.", [("killed", 1), ("injured", None)]),
        ("The toll may rise, for many people were wounded.", [("injured", None)]),
        ("Eritrean troops lost 23 men in the ambush.", [("killed", 23)]),
        ("Ninety rebels were killed and dozens arrested in the raid.", [("killed", 90)]),
        ("Ninety people were killed and 20 taken hostage in the raid.", [("killed", 90)]),
        ("Ninety people were killed and 20 taken to hospital.", [("killed", 90), ("injured", 20)]),
        ("Brothers Sami, 17 and Walid, 13 were among those killed by the blast.", []),
        ("In Aleppo, 17 were killed by the blast.", [("killed", 17)]),
        ("The blast wounded a large number of villagers.", [("injured", None)]),
        ("The blast wrecked a large number of cars.", []),
        ("Nour was killed alongside her three sisters in the raid.", [("killed", 1), ("killed", 3)]),
        ("The men fought alongside 300 rebels and killed two nuns.", [("killed", 2)]),
        ("After the raid, 300 people left the two towns.", [("displaced", 300)]),
        ("After the raid, 300 people left the two shops.", []),
        ("Jordan is hosting 40,000 refugees.", [("displaced", 40000)]),
        ("As many as 90,000 refugees could arrive.", []),
    ],
)
def test_what_became_of_them(text: str, figures: list[tuple[str, int | None]]) -> None:
    assert [(outcome, least) for outcome, _, least, _ in told(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Journalist shot dead in Mogadishu", [("journalists", 1)]),
        ("Soldier killed, two wounded in Donbas", [("combatants", 1), ("combatants", 2)]),
        ("Six policemen among 14 killed in Kashmir ambush", [("people", 6), ("people", 14)]),
        ("Rebel commander dies in air strike near Goma", [("combatants", 1)]),
    ],
)
def test_headlines(text: str, figures: list[tuple[str, int]]) -> None:
    assert [(population, least) for _, population, least, _ in told(text)] == figures


@pytest.mark.parametrize(
    ("paragraphs", "figures"),
    [
        (["A bomb killed nine people in Cali.", "Two of the victims were children."], [("people", 9, None), ("children", 2, 0)]),
        (["One soldier was killed in Cali.", "Two more died on Friday."], [("combatants", 1, None), ("combatants", 2, None)]),
        (["Three children died in Cali.", "Four others were shot dead."], [("children", 3, None), ("people", 4, None)]),
        (
            ["The attack left 18 people dead - 13 soldiers, three nuns and two civilians."],
            [("people", 18, None), ("combatants", 13, 0), ("people", 3, 0), ("civilians", 2, 0)],
        ),
        (["About 20 people were wounded, three seriously."], [("people", 20, None), ("people", 3, 0)]),
        (["Twelve people, among them a boy, were wounded."], [("people", 12, None), ("children", 1, 0)]),
        (["Fourteen of the dead were soldiers and 3 were civilians."], [("combatants", 14, None), ("civilians", 3, None)]),
        (["Civilians accounted for 54 of the 113 people killed."], [("civilians", 54, None), ("people", 113, None)]),
        (
            ["Rebels said 50 soldiers were killed; the ministry put the figure at 12."],
            [("combatants", 50, None), ("combatants", 12, None)],
        ),
    ],
)
def test_parts_and_who_they_are(paragraphs: list[str], figures: list[tuple[str, int, int | None]]) -> None:
    assert [figure[1:] for figure in told(*paragraphs)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The Shining Path claimed responsibility for the raid on Tocache last year, when 63 people were killed.", [(None, 63)]),
        ("Peru condemned the bombing of Tocache, which killed six nurses.", [(None, 6)]),
        ("The colonel is accused of crimes in a war that cost 3,000 lives.", [(None, 3000)]),
        ("Peru said the raid, in which six soldiers died, was the work of rebels.", [("peru", 6)]),
        ("Peru put its losses at 7 dead and 21 wounded.", [("peru", 7), ("peru", 21)]),
        ("The war went on. Peru reported one civilian dead and two wounded in Tocache.", [("peru", 1), ("peru", 2)]),
        ("The Shining Path claimed responsibility for a bombing in Tocache that killed 63 people.", [(None, 63)]),
        ("Peru said the raid on Tocache must end a war that has cost 3,000 lives.", [(None, 3000)]),
        ("The war, which has cost 3,000 lives, according to Oxfam, began with a raid on Tocache.", [("oxfam", 3000)]),
        ("Oxfam tells of a war that has cost 3,000 lives, according to Peru.", [("peru", 3000)]),
        ("Peru said rebels were responsible for the raid on Tocache, which killed six nurses.", [(None, 6)]),
        ("It was like a bombing blamed on rebels in Tocache that killed six nurses.", [(None, 6)]),
        ("The general announced a raid on Tocache after a series of bombings that killed 63 people in Lima.", [(None, 63)]),
        ("Peru accused rebels after a raid on Tocache of killing six nurses.", [("peru", 6)]),
        ("Peru said 12 people died in the raid on Tocache. Another five people were shot dead.", [("peru", 12), ("peru", 5)]),
        (
            "Peru said 20 people died in the raid on Tocache. Thirteen of the dead were nurses, while seven were guards.",
            [("peru", 20), ("peru", 13), ("peru", 7)],
        ),
        ("Peru said 12 people died in the raid on Tocache. Among the dead were six nurses.", [("peru", 12), ("peru", 6)]),
        ("Peru said 12 people died in the raid on Tocache. Another bomb killed five people.", [("peru", 12), (None, 5)]),
        (
            "Six nurses died in the raid on Tocache, according to Peru, and 40 guards were killed, per Amnesty International.",
            [("peru", 6), ("amnesty-international", 40)],
        ),
        ("Twelve people were killed in a raid on the town of Tocache said the Red Cross.", [("icrc", 12)]),
        (
            "Peru said 12 people died in the raid on Tocache. Oxfam runs a clinic there. The charity said 15 died.",
            [("peru", 12), ("oxfam", 15)],
        ),
        (
            "Peru said a rebel raid on Tocache killed six. Another 12 people were killed by Peru's jets in Lima.",
            [("peru", 6), (None, 12)],
        ),
        ("Peru reported 12 deaths after rebels raided Tocache.", [("peru", 12)]),
        (
            "Six nurses died in the raid on Tocache, according to Peru, and 40 guards died, according to Oxfam, in the fire.",
            [("peru", 6), ("oxfam", 40)],
        ),
        ("According to Peru, a raid killed six nurses, and 40 were wounded, according to Oxfam.", [("peru", 6), ("oxfam", 40)]),
        ("The Shining Path claimed a raid on Tocache in which it said 12 soldiers were killed.", [("shining-path", 12)]),
        ("A source at Lima Police Command said a raid killed 12 people.", [("source-at-lima-police-command", 12)]),
        ("Earlier the reporter said a raid on Tocache killed 12 people.", [("reporter", 12)]),
        ("A nurse at the Lima Emergency facility Bayan Baker said a raid on Tocache killed 12 people.", [("bayan-baker", 12)]),
        ("A raid on Tocache killed 12, Peru said. More than a dozen people were killed in Lima.", [("peru", 12), (None, 12)]),
        ("An earlier toll from the strike on the rebel stronghold of Tocache reported 15 people were killed.", [(None, 15)]),
        ("After a raid that killed 12 people in Tocache, Peru accused Chile of lying.", [(None, 12)]),
        ("Following the raid on Tocache that left 12 people dead, the minister tweeted six times.", [(None, 12)]),
        ("A day after shelling killed 12 people in Tocache, Peru said it would stop.", [(None, 12)]),
        ("After the raid on Tocache, 12 people were dead, the minister said.", [("minister", 12)]),
        ("Police seek men suspected in a raid on Tocache that killed 12 people.", [(None, 12)]),
        ("Rebels raided Tocache. Oxfam later raised the toll to 12.", [("oxfam", 12)]),
        ("Rebels raided Tocache. Oxfam updated the number of dead to 12.", [("oxfam", 12)]),
        ("Rebels raided Tocache. Monday's deaths raised the toll to 12.", [(None, 12)]),
        ("Rebels raided Tocache. Oxfam put the toll at 12 dead and 40 wounded.", [("oxfam", 12), ("oxfam", 40)]),
        ("Rebels raided Tocache. Oxfam said that 12 soldiers were injured, five of them badly.", [("oxfam", 12), ("oxfam", 5)]),
        ("Oxfam said 12 people were feared dead after a raid on Tocache.", [("oxfam", 12)]),
        ("The rebels were held responsible for a bombing in Tocache in May that killed 12 people.", [(None, 12)]),
        ("The rebels are accused of killing 12 people in a raid on Tocache.", [("those-who-accuse-the-rebels", 12)]),
        (
            "A gunman shot 12 people dead in Houston, Texas, authorities said. He fled from Austin, Texas, to Dallas, Texas, then "
            "to Tulsa, Oklahoma, and had been to Mexico.",
            [("authorities", 12)],
        ),
        ("A gunman shot 12 people dead in Santa Fe, New Mexico, authorities said.", [("united-states", 12)]),
    ],
)
def test_who_tells_of_them(draft: Draft, text: str, figures: list[tuple[str | None, int]]) -> None:
    assert by_speaker(draft(f"News of the day\n\n{text}")) == figures


def test_a_victim_with_a_name_is_the_fighter_that_the_article_calls_him(draft: Draft) -> None:
    article = "Ivan Petrov was killed near Gori on Monday.\n\nIvan Petrov, a rebel commander, had fought in Abkhazia."
    figures = [
        claim.figure
        for statement in draft(f"News of the day\n\n{article}").statements
        for _, claims in statement.stances()
        for claim in claims
        if isinstance(claim, ClaimBlock) and claim.figure
    ]
    assert [figure.population for figure in figures] == ["combatants"]


@pytest.mark.parametrize(
    ("victims", "populations"),
    [
        ("ten Boko Haram members", ["combatants"]),
        ("two members of the Taliban", ["combatants"]),
        ("two members of the Red Cross", ["people"]),
        ("two members of parliament", ["people"]),
        ("five Hamas family members", ["people"]),
        ("five al-Shabab members", ["combatants"]),
    ],
)
def test_members_of_those_who_fight_are_fighters(draft: Draft, victims: str, populations: list[str]) -> None:
    drafted = draft(f"News of the day\n\nAn air strike near Kano killed {victims} on Monday.")
    claims = [claim for one in drafted.statements for claim in one.asserts if isinstance(claim, ClaimBlock) and claim.figure]
    assert [claim.figure.population for claim in claims if claim.figure] == populations


@pytest.mark.parametrize(
    ("first", "then", "speaker"),
    [
        ("a monitoring group said", "The Syrian Observatory for Human Rights said", "syrian-observatory-for-human-rights"),
        ("a war monitor said", "The Syrian Observatory for Human Rights said", "syrian-observatory-for-human-rights"),
        ("an aid group said", "Medecins Sans Frontieres said", "medecins-sans-frontieres"),
        ("an aid group said", "The army said", "aid-group"),
        ("an armed group said", "Medecins Sans Frontieres said", "armed-group"),
        ("an armed group said", "The Taliban said", "armed-group"),
        ("a rights group said", "Save the Children said", "rights-group"),
    ],
)
def test_a_body_that_is_named_after_it_spoke(draft: Draft, first: str, then: str, speaker: str) -> None:
    article = f"An air strike killed 12 people in Homs, {first}.\n\n{then} that 20 had been wounded."
    assert (speaker, 12) in by_speaker(draft(f"News of the day\n\n{article}"))


def test_rebels_are_those_of_the_country_that_the_article_is_about(draft: Draft) -> None:
    article = "Rebels killed five farmers in Mindanao in the Philippines.\n\nPhilippine rebels have fought in Syria."
    assert not any("syrian" in key for key in draft(f"News of the Philippines\n\n{article}").actors)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Four people killed six others injured in attacks in Aleppo",
            [("killed", "people", 4, None), ("injured", "people", 6, None)],
        ),
        ("The gunman killed six others.", [("killed", "people", 6, None)]),
        ("If the rebels were to kill a general, the army would strike back.", []),
        ("The decision to kill General Musa led to a raid that wounded 12 people.", [("injured", "people", 12, None)]),
        ("The army is preparing to evacuate 400 people from the base.", []),
        ("The army evacuated 400 people from the town.", [("displaced", "people", 400, None)]),
        ("The raid killed both members of the band and those of another.", []),
        ("The raid killed both drivers.", [("killed", "people", 2, None)]),
        ("As many as 9,000 refugees could flee the city.", []),
        ("Some 12,000 civilians may flee if the army shells the city.", []),
        ("Six men were killed in clashes with a movement of the south.", [("killed", "men", 6, None)]),
    ],
)
def test_figures_of_what_was_not_so(text: str, figures: list[tuple[str, str, int | None, int | None]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Death Toll from Terrorist Attacks in Aleppo City Rises to 11", None),
        ("The death toll from the Health Ministry in Gaza rises to 11", "health-ministry"),
        ("The death toll from the terrorist groups rocket attacks on Aleppo rises to 11", None),
    ],
)
def test_attacks_give_no_toll(draft: Draft, text: str, speaker: str | None) -> None:
    assert (speaker, 11) in by_speaker(draft(f"Rebels shelled Aleppo on Friday.\n\n{text}."))
