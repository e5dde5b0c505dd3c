"""Where an attack was."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation
from kg.extraction.mentions import Act

Find = Callable[[str], list[Act]]
Draft = Callable[[str], Annotation]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A U.S. strike hit an Afghan hospital.", "Afghan"),
        ("A missile attack on Kyiv's university district killed nine people.", "Kyiv"),
        ("The mayor of the Libyan city of Sirte said shells hit a school in the city's port.", "Sirte"),
        ("Rebels hold the Kivu region. Still, there has been heavy bombardment of the area since Monday.", "Kivu"),
        ("Residents of Sake near Goma accused the rebels of attacks on the area.", "Sake"),
        ("Air strikes hit four clinics in northern Syria.", "northern Syria"),
        ("The group runs parts of Mali, where it has faced air strikes since 2014.", "Mali"),
        ("Strike on school in Goma kills nine", "Goma"),
        ("A bomb tore through a market in the heart of the Iraqi capital on Monday.", "Baghdad"),
        ("Shells hit a market in the capital Sanaa. Saudi and Saudi and Saudi rockets hit a clinic in the capital.", "Sanaa"),
        ("Saudi Arabia said it intercepted a missile fired from Yemen over the capital Riyadh on Saturday.", "Riyadh"),
        ("Amnesty has pictures of Wurka and Tarbo, two towns that were attacked by rebels.", "Wurka"),
        ("Fighting broke out in the Nagorno-Karabakh region on Monday.", "Nagorno-Karabakh"),
        ("Rebels shelled camps in the east of Chad.", "Chad"),
        ("Rebels shelled the road from Kabul to Bagram, killing four.", "Kabul"),
        ("Rebels shelled the road from Kabul to Bagram, killing four.", "Bagram"),
        ("The raid was carried out by gunmen in Mali.", "Mali"),
        ("Gunmen invaded Kalori, 12 kilometers southeast of Maiduguri, opening fire on homes.", "Kalori"),
        ("The army suffered losses in the fighting over the disputed region of Nagorno-Karabakh.", "Nagorno-Karabakh"),
        ("Heavy fighting erupted around the station in the eastern city of Goma.", "Goma"),
        ("A helicopter fired on a market in Let Yet Kone.", "Let Yet Kone"),
        ("Soldiers shot dead nine people in Kaw Lin on Friday.", "Kaw Lin"),
        ("Ten aid workers were shot dead in Badakhshan.", "Badakhshan"),
        ("A bomb went off on one of Lima's busy streets.", "Lima"),
        ("Mali accused Chad of being behind the raid and fired missiles at a Chadian airfield.", "Chadian"),
        ("Nine people were killed in rebel shelling of eastern Goma Saturday the monitor said", "Goma"),
        ("The army was accused of an attack with gas near Damascus Aug. 21 that killed 90 people", "Damascus"),
        ("The Boston Marathon bombing killed three people.", "Boston"),
        ("The London Underground bombings killed 52 people.", "London"),
        ("Rebels fired three rockets on Harasta Suburb.", "Harasta Suburb"),
        ("Rebels fired shells on the Saif al-Dawleh neighborhood in Aleppo city, killing nine.", "Aleppo"),
        ("A bomber stormed St. Mark's Cathedral in the coastal city of Alexandria and killed 17 people.", "Alexandria"),
        ("The missiles hit at 8:45 p.m. in Washington, 3:45 Friday morning in Syria.", "Syria"),
        ("Syrian tanks shelled the central city of Hama Monday killing four people.", "Hama"),
        ("Police shooting near Ferguson kills one.", "Ferguson"),
        ("In Goma, nine people were killed when shells hit a school.", "Goma"),
        ("Nine people were injured in Goma when a bus was hit by a rocket.", "Goma"),
    ],
)
def test_places(acts_in: Find, text: str, place: str) -> None:
    assert place in [name for act in acts_in(text) for name in act.places]


@pytest.mark.parametrize(
    ("text", "no_place"),
    [
        ("The air strike on the hospital came as ministers met in Geneva.", "Geneva"),
        ("A truce was broken, the Geneva-based group said. Nine people died in attacks on the city.", "Geneva"),
        ("Aid left Goma. Rebels launched attacks on the border area.", "Goma"),
        ("An attack on the Saudi Maternal Hospital killed nine people.", "Saudi"),
        ("The air campaign of the United States killed nine people.", "United States"),
        ("Israel strikes kill 12 in Gaza", "Israel"),
        ("Jets struck a training camp of Jaish-e-Mohammad in Balakot.", "Jaish"),
        ("A teacher was beheaded outside his school in Conflans-Sainte-Honorine.", "Sainte"),
        ("Iran fired missiles at two Iraqi bases housing US troops.", "US"),
        ("Gunmen raided Kalori, a commander of the militia, officials said.", "Kalori"),
        ("The army praised men who took part in the fighting over the region of Nagorno-Karabakh.", "Nagorno-Karabakh"),
        ("Rebels shelled camps near the border of Chad.", "Chad"),
        ("The raid was carried out by the head of al-Qaeda in Libya, the army said.", "Libya"),
        ("The attack was blamed on the rebels and on Chad.", "Chad"),
        ("Shells fired from Goma hit a market in Sake.", "Goma"),
        ("A convoy from the Iraqi capital was hit by a bomb in Mosul.", "Baghdad"),
        ("The officials met in Wurka, and spoke of towns that were attacked by rebels.", "Wurka"),
        ("Nagorno-Karabakh said Armenia shelled a school on Monday.", "Nagorno-Karabakh"),
        ("A bomb killed nine people in a town that is tense because of the civil war in neighbouring Chad.", "Chad"),
        ("Saudi Arabia said it intercepted a missile fired from warring Yemen over the capital Riyadh.", "Yemen"),
        ("Police in Basra said the strike hit a member of the Basra police.", "Basra police"),
        ("Despite the air war, rebels captured Aleppo on Tuesday.", "Aleppo"),
        ("A bomb killed nine of Lima's nurses.", "Lima"),
        ("The missiles hit at 8:45 p.m. in Washington, 3:45 Friday morning in Syria.", "Washington"),
        ("He ordered strikes on rebels, a step that may change relations between Kampala and Kigali.", "Kigali"),
        ("Rebels attacked a base in a zone that is part of a deal agreed between Chad and Mali.", "Chad"),
        ("Soldiers fell in two battles to drive rebels back from Al Qaeda in Iraq.", "Iraq"),
        ("A bomber stormed St. Mark's Cathedral in the coastal city of Alexandria and killed 17 people.", "St. Mark"),
        ("Jets targeted five IDP camps.", "IDP"),
        ("The attorney for the Southern District of New York ordered the raid.", "Southern"),
        ("The attack on the colonel and his daughter, Yulia, in Salisbury was planned.", "Yulia"),
    ],
)
def test_what_is_not_where_it_was(acts_in: Find, text: str, no_place: str) -> None:
    assert no_place not in [name for act in acts_in(text) for name in (*act.places, *act.quarters)]


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("Shells hit a bakery in the Qasr Talil district of Sabratha.", "Qasr Talil"),
        ("Government helicopters attacked a school in the village of Umm Dabbar.", "Umm Dabbar"),
    ],
)
def test_quarters_and_villages(acts_in: Find, text: str, quarter: str) -> None:
    assert quarter in [name for act in acts_in(text) for name in act.quarters]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("An air strike hit a school in Sabratha in Libya on Tuesday.", "Sabratha"),
        ("Syria said air strikes in Homs and Hama killed ten people.", "Hama"),
    ],
)
def test_a_place_is_called_as_the_text_calls_it(draft: Draft, text: str, place: str) -> None:
    names = [name for block in draft(text).places.values() for name in (block.label, *block.also)]
    assert place in names


def test_a_quarter_is_not_looked_for_in_other_countries(draft: Draft) -> None:
    annotation = draft("Shells hit a bakery in the Hamdaniyeh neighbourhood of Aleppo in Syria on Tuesday.")
    assert [block.within for block in annotation.places.values() if block.label == "Hamdaniyeh"] == [()]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shelling hit the region's capital of Nyala and the towns of Kutum and Tawila.", {"Nyala", "Kutum", "Tawila"}),
        ("The army intensified air strikes on areas held by rebels including the capital Sanaa.", {"Sanaa"}),
        ("Air strikes were reported in Sumy, where a clinic burnt, and in the city of Poltava.", {"Sumy", "Poltava"}),
        ("Gunmen killed nine people and torched houses in the town of Bama on Monday.", {"Bama"}),
        ("A rocket attack on the market of Tarmiya killed four people.", {"Tarmiya"}),
        ("The massacre at Katari shocked the country.", {"Katari"}),
        ("An ambush in eastern Burkina Faso left 14 dead.", {"eastern Burkina Faso"}),
        ("Jets bombed Karmaliya on Monday.", {"Karmaliya"}),
        ("Syria said Russian jets struck Homs, killing five.", {"Homs"}),
        ("US strikes in Iraq and Syria killed ten fighters on Monday.", {"Iraq", "Syria"}),
        ("Strikes in Iraq and Syria killed ten fighters on Monday.", {"Iraq", "Syria"}),
        ("Syria said Russian jets struck Hama, killing five.", {"Hama"}),
        ("Karmaliya has been hit by Russian air strikes since 2015.", {"Karmaliya"}),
        ("Basra has been the scene of several bombings this year.", {"Basra"}),
        ("Air strikes over Sirte have calmed.", {"Sirte"}),
        ("One man was wounded by a rocket that hit the city of Beersheba on Friday.", {"Beersheba"}),
        ("Fighters began an assault southeast of Ramussa on a depot.", {"Ramussa"}),
        ("A car bombing outside a base in the provincial capital, Puli Alam, killed nine.", {"Puli Alam"}),
        ("An airstrike on a Gaza farm killed two men on Friday.", {"Gaza"}),
        ("Their lorry hit a mine in Chin state.", {"Chin"}),
    ],
)
def test_places_that_are_called_so(acts_in: Find, text: str, places: set[str]) -> None:
    assert places <= {name for act in acts_in(text) for name in (*act.places, *act.quarters)}


@pytest.mark.parametrize(
    ("text", "no_place"),
    [
        ("The strikes, which came after the signing of a pact in Vienna, killed nine people.", "Vienna"),
        ("Rebels attacked a Greek tanker on Monday.", "Greek"),
        ("Two Turkish helicopters were shot down on Monday.", "Turkish"),
        ("The government in Kampala accused the rebels of the air strike.", "Kampala"),
        ("Jets bombed camps in Somalia in response to the attack on a university.", "university"),
        ("The Oromo Liberation Front attacked a school on Monday.", "Liberation"),
        ("Since the chemical attack the aim has been increasing pressure on Iran.", "Iran"),
        ("On Sunday, Haddad was hit by an airstrike.", "Haddad"),
        ("Maersk was hit by missiles on Monday in the Red Sea.", "Maersk"),
        ("Saudi Arabia's bombing of Mosul killed ten people.", "Saudi Arabia"),
    ],
)
def test_what_is_elsewhere(acts_in: Find, text: str, no_place: str) -> None:
    assert no_place not in {name for act in acts_in(text) for name in (*act.places, *act.quarters)}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Five soldiers were killed in a shootout Thursday night in the South Sudanese capital.", ["Juba"]),
        (
            "Gunmen killed nine people at a hotel in the capital on Friday. Mali said the men fled. Mali buried the dead.",
            ["Bamako"],
        ),
        ("An air strike hit a convoy in Taqalub, 20 km north of Baghdad.", ["Taqalub"]),
        ("Rebels fired rockets at an Iran-backed militia in Yemen.", ["Yemen"]),
        ("Nine killed in Shooting in South Sudan", ["South Sudan"]),
        ("Militants attacked the Hotel Serena in Kabul.", ["Kabul"]),
        ("Strikes hit the home of Amadou Keita, who led the party, in the capital, Bamako. Keita fled.", ["Bamako"]),
        ("A bomb went off beside his car in Ghazni last month.", ["Ghazni"]),
        ("They blamed Chad and Sudan for air strikes on their camps.", []),
        ("A raid on the home of the president of Haiti killed a guard.", ["Haiti"]),
        ("Kurdish forces drove Islamic State fighters from Kobani.", ["Kobani"]),
    ],
)
def test_capitals_bearings_and_what_is_no_place(acts_in: Find, text: str, places: list[str]) -> None:
    assert acts_in(text)[0].places == places


@pytest.mark.parametrize(
    "text",
    ["Shells hit a clinic in the provincial capital of Helmand.", "Shells hit a clinic in the capital of the rebel region."],
)
def test_not_every_capital_is_a_countrys(acts_in: Find, text: str) -> None:
    assert "Kabul" not in acts_in(text)[0].places


def test_the_weapon_of_an_attack_before_is_not_that_of_the_answer(acts_in: Find) -> None:
    strike, fire = acts_in("Israel strikes Gaza after rocket fire")
    assert (strike.weapon, fire.weapon) == (None, "rocket")
    strike, shelled = acts_in("The army launched air strikes on Goma and shelled Bukavu.")
    assert (strike.weapon, shelled.weapon) == (None, "shell")
    (strike,) = acts_in("A strike hit a chemical weapons plant in Goma.")
    assert strike.weapon is None
