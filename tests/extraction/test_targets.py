"""What was hit."""

from collections.abc import Callable

import pytest

from kg.extraction.mentions import Act

Find = Callable[[str], list[Act]]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("An apartment block and beach hotel in Odesa was hit on 1 March.", {"ResidentialArea", "CivilianInfrastructure"}),
        ("A new wave of aerial bombing on Monday on residential districts of the city killed nine people.", {"ResidentialArea"}),
        ("Fighter jets fired two missiles into a crowded market in Mekelle.", {"Market"}),
        ("Two schools were reported to have been hit in air strikes in Myanmar.", {"School"}),
        ("The bombed hospital in Kunduz was run by a charity.", {"Hospital"}),
        ("The planes bombed a wedding party in Hajjah.", {"PublicSpace"}),
        ("Rebels targeted a rocket launcher near Goma.", {"MilitaryEquipment"}),
        ("Jets struck the towns of Lanta and Morvo on Sunday.", {"ResidentialArea"}),
        ("Shelling of a rebel-held town killed 31 people on Saturday.", {"ResidentialArea"}),
        ("An attack in the town of Lanta killed 31 people.", set()),
        ("A girl was hurt in a rocket attack by rebels on Hadar village.", {"ResidentialArea"}),
        ("A bomb attack by gunmen on motorcycles killed nine people.", set()),
        ("Four were injured by rocket shells fired by rebels on the public park.", {"PublicSpace"}),
        ("Air strikes on Lanta, the besieged town east of Goma, killed ten people.", {"ResidentialArea"}),
        ("A missile hit a farm near Goma.", {"CivilianInfrastructure"}),
        ("Russia launched drones at a school in Odesa.", {"School"}),
        ("Rebels inflicted heavy damage on a school in Goma.", {"School"}),
        (", in a raid on a school in Goma.", {"School"}),
        ("The air strike hit no hospital.", set()),
        ("One of the strikes hit the town hall of Raqa.", {"CivilianInfrastructure"}),
        ("Iran admitted firing missiles by mistake at the Air Tarbo jet.", {"Aircraft"}),
        ("Israel killed the head of Hamas's armed wing in an airstrike.", {"MilitaryObjective"}),
        ("The head of the UN mission was hurt in a drone strike.", set()),
        ("The drone strike killed General Haddad.", {"MilitaryObjective"}),
        ("Boko Haram has faced air strikes since 2014.", {"MilitaryObjective"}),
        ("A drone strike targeted Al-Shabaab in Somalia.", {"MilitaryObjective"}),
        ("A Ukrainian transport plane was shot down over Luhansk.", {"Aircraft"}),
        ("Rebels brought down a government helicopter near Myitkyina.", {"Aircraft"}),
        ("The downing of Flight 655 killed all on board.", {"Aircraft"}),
        ("Iran's shooting down of a US drone over the Gulf raised tensions.", {"Aircraft"}),
        ("A suicide bomber blew himself up outside a bank in Kunduz.", {"CivilianInfrastructure"}),
        ("Six people died when a shell landed on a house in Donetsk.", {"ResidentialArea"}),
        ("Assailants hurled grenades into a church in Bangui.", {"PlaceOfWorship"}),
        ("A mine exploded under a bus near Kidal.", {"CivilianInfrastructure"}),
        ("Their bus hit a mine near Kidal, killing eight.", {"CivilianInfrastructure"}),
        ("A roadside bomb tore through an army vehicle near Djibo.", {"MilitaryObjective"}),
        ("A tank shell struck an observation post near Rafah.", {"MilitaryObjective"}),
        ("The rebels bombed a police academy in Bogota.", {"MilitaryObjective"}),
        ("The missile attack was directed at an apartment block.", {"ResidentialArea"}),
        ("Rebels assaulted a military outpost in the town.", {"MilitaryObjective"}),
        ("Drone strike on El Fasher market kills at least 35, medics say", {"Market"}),
        ("The army blamed the rebels for twin bombings at a cathedral in Cotabato.", {"PlaceOfWorship"}),
        ("An air strike caused the blast at the Nasr hospital.", {"Hospital"}),
        ("The militia killed hundreds at the Saudi Maternity Hospital in el-Fasher.", {"Hospital"}),
        ("Gunmen opened fire inside a mosque in Katsina.", {"PlaceOfWorship"}),
        ("An attacker drove a truck into the crowd at a market in Jolo.", {"Market"}),
        ("Soldiers set fire to sixty homes in Kinma.", {"ResidentialArea"}),
    ],
)
def test_what_was_hit(acts_in: Find, text: str, kinds: set[str]) -> None:
    assert {target.kind for act in acts_in(text) for target in act.targets} >= kinds


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A shell hit a school in the Damascus suburbs.", "Damascus suburbs"),
        ("A rocket attack hit a clinic in the Saltivka district.", "Saltivka"),
    ],
)
def test_where_it_stands_is_no_second_target(acts_in: Find, text: str, place: str) -> None:
    (act,) = acts_in(text)
    assert len(act.targets) == 1
    assert place in (*act.quarters, *act.places)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A drone strike that killed Gen. Omar Haddad was condemned.", {"MilitaryObjective"}),
        ("A drone strike that killed Omar Haddad was condemned.", set()),
        ("The hospital, which was bombed by rebels, is closed.", {"Hospital"}),
        ("The doctor, who was wounded by rebels, is at home.", set()),
        ("An air strike took place on a medical convoy in Goma.", {"MedicalFacility"}),
        ("An air strike took place on Monday, a hospital said.", set()),
        ("A grenade was lobbed into a church in Goma.", {"PlaceOfWorship"}),
        ("A grenade was found by boys who were walking to a church in Goma.", set()),
        ("The attack, which tore through a crowded market on Sunday, was the worst this year.", {"Market"}),
    ],
)
def test_who_was_killed_and_what_a_clause_is_about(acts_in: Find, text: str, kinds: set[str]) -> None:
    assert {target.kind for act in acts_in(text) for target in act.targets} == kinds


def test_a_commander_is_a_target(acts_in: Find) -> None:
    found = acts_in("Turkey said it carried out an air strike on Mosul to target Murat Kaya, a militant commander.")
    assert "MilitaryObjective" in {target.kind for act in found for target in act.targets}


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb exploded outside a hotel in Mogadishu on Saturday.",
        "Car bomb kills 20 outside Mogadishu hotel",
        "A truck bombing near a hotel in Kabul killed nine people.",
    ],
)
def test_planted_bombs(acts_in: Find, text: str) -> None:
    (act,) = acts_in(text)
    assert act.kind == "Bombing"
    assert {target.kind for target in act.targets} == {"CivilianInfrastructure"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A rocket attack tore through a crowded shopping area in Taiz.", "Market"),
        ("A blast ripped through a row of shops in Quetta.", "Market"),
        ("Kenyan jets bombed two Al-Shabaab camps in Gedo.", "MilitaryObjective"),
        ("French aircraft bombed camps belonging to militants near Kidal.", "MilitaryObjective"),
        ("Rebels shelled the edge of a refugee camp near Goma.", "Camp"),
        ("Ethiopia launched strikes on what it said was a weapons factory in Mekelle.", "MilitaryObjective"),
        ("India launched strikes on what it said were militant camps in Balakot.", "MilitaryObjective"),
        ("Rebels ambushed a convoy of soldiers near Gao.", "MilitaryObjective"),
        ("Rebels attacked a convoy carrying food aid near Gao.", "AidConvoy"),
        ("A drone attack on security forces in Bannu killed five.", "MilitaryObjective"),
        ("Gunmen attacked the village of Ogossagou.", "ResidentialArea"),
        ("Three schools have taken direct hits during recent Burmese bombardments.", "School"),
        ("Air strikes destroyed dozens of homes and a mosque in Nyala.", "PlaceOfWorship"),
        ("A missile strike killed Ali Reza, an Iranian general, in Aleppo.", "MilitaryObjective"),
        ("Tamil forces attacked army bases across the region.", "MilitaryObjective"),
    ],
)
def test_what_it_serves_and_what_it_is_part_of(acts_in: Find, text: str, kind: str) -> None:
    assert kind in {target.kind for act in acts_in(text) for target in act.targets}


@pytest.mark.parametrize(
    "text",
    [
        "A militant attack in Sinai killed nine people.",
        "Tank fire killed nine people on Monday.",
        "A helicopter strike in Sirte killed nine people.",
        "A rebel attack near Goma killed nine people.",
    ],
)
def test_who_attacks_is_no_target(acts_in: Find, text: str) -> None:
    assert not [target for act in acts_in(text) for target in act.targets]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Russian bombing raids directed at rebel groups killed nine people near Homs.", {"MilitaryObjective"}),
        ("Kenya conducted an air strike on Saturday against the leader of the militia.", {"MilitaryObjective"}),
        ("A drone attack killed a top Iranian general near Goma.", {"MilitaryObjective"}),
        ("Gunmen killed two opposition soldiers in Juba.", {"MilitaryObjective"}),
        ("Gunmen killed two teachers in Juba.", set()),
        ("Shells hit a convoy of medics near Goma.", {"MedicalFacility"}),
        ("Shells hit a convoy of traders near Goma.", {"Site"}),
        ("Militants stormed the Hotel Serena in Kabul.", {"CivilianInfrastructure"}),
    ],
)
def test_those_who_fight_and_sites_by_name(acts_in: Find, text: str, kinds: set[str]) -> None:
    assert {target.kind for act in acts_in(text) for target in act.targets} == kinds


def test_what_attackers_come_in_is_no_target(acts_in: Find) -> None:
    assert not [target for act in acts_in("Gunmen raided Gwoza in three trucks.") for target in act.targets]
    assert not [
        target for act in acts_in("A suicide bomber on a motorcycle killed nine people in Gwoza.") for target in act.targets
    ]
