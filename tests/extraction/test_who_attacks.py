"""Who is meant by the words for who attacks: bodies of men, names beside names, what is only believed, what is rejected."""

from collections.abc import Callable

import pytest

from kg.extraction.mentions import Act

Acts = Callable[[str], list[Act]]


def _attackers(acts: list[Act]) -> set[str]:
    return {party.label for act in acts for party in act.attackers}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A group called the Sons of Gao claimed responsibility for the bombing of a market in Gao.", "Sons of Gao"),
        ("A group known as Harakat Gao claimed the bombing of a market in Gao.", "Harakat Gao"),
        ("A group that calls itself Harakat Gao said it bombed a market in Gao.", "Harakat Gao"),
        ("A strike ordered by Vladimir Putin hit a camp in Abeche.", "Russia"),
        ("Boko Haram was able to shell the airport in Gao.", "Boko Haram"),
        ("Boko Haram has been able to carry out attacks on the airport in Gao.", "Boko Haram"),
        ("Mali began a ground offensive against rebels in Gao.", "Mali"),
        ("The blast follows attacks on tankers belonging to Ghana, which have been blamed on Togo.", "Togo"),
        ("A convoy of soldiers loyal to General Omar Dostum opened fire on a checkpoint in Kunduz.", "forces loyal to Omar Dostum"),
        ("Ghana called on Kenya to halt its air strikes on Garissa.", "Kenya"),
        ("Togo voted in Togo. The army, which Niger backs, shelled Dapaong in Togo.", "Togo"),
        ("The army, which Niger backs, shelled Dapaong.", "army"),
        ("The army, which Saudi Arabia has armed, shelled Dapaong.", "army"),
        ("The army, trained by Niger, shelled Dapaong.", "army"),
        ("Niger, which backs the army, shelled Dapaong.", "Niger"),
        ("Kenya's president ordered strikes on the town of Garissa, killing nine.", "Kenya"),
        ("The Malian junta leader ordered the attack on Kidal.", "Mali"),
        ("The president of Chad ordered air strikes on Abeche.", "Chad"),
        ("A misfired Hezbollah rocket caused the blast at the clinic.", "Hezbollah"),
        ("A Hezbollah drone caused the explosion at the school in Haifa.", "Hezbollah"),
        ("An Eritrean missile caused the blast at the hospital, an official said.", "Eritrea"),
        ("Kenya votes in Kenya. Regime helicopters dropped bombs on the town of Garissa.", "Kenya"),
        ("Kenya votes in Kenya. Regime air strikes killed nine in Garissa.", "Kenya"),
        ("Barrel bombs dropped from Sudanese government helicopters killed nine people in Nyala.", "Sudan"),
        ("Bombs were dropped from a Malian helicopter on the market in Kidal.", "Mali"),
        ("The raid on the clinic was likely to have been carried out by Ethiopian jets, a monitor said.", "Ethiopia"),
        ("The air strike appears to have been carried out by Chad.", "Chad"),
        ("The strike on the camp appeared to be the work of the Chadian army, an official said.", "Chad"),
        ("Air raids believed to be Eritrean killed nine civilians in Humera.", "Eritrea"),
        ("Kenya was criticised by aid groups for air strikes on Garissa.", "Kenya"),
        ("The government blamed Boko Haram for the explosions in Jos.", "Boko Haram"),
        ("It has regularly been hit by Ethiopian warplanes.", "Ethiopia"),
        ("The town of Bama fell to Boko Haram fighters after two days.", "Boko Haram"),
        ("Malian troops wrested back control of the town of Kidal.", "Mali"),
        ("Rebels have captured a number of villages in Kivu.", "rebels"),
        ("Thousands of Kenyan commandos ousted rebels from the town of Jilib.", "Kenya"),
        ("Ethiopian warplanes bombing the town killed nine people.", "Ethiopia"),
        ("Rebels targeted on Monday a residential neighborhood with shells, killing a woman.", "rebels"),
        ("A helicopter of the Malian army dropped barrel bombs in an attack on a camp in Gao.", "Mali"),
        ("Boko Haram has seized parts of Nigeria. The al-Qaeda-linked group claimed the raid on a school.", "Boko Haram"),
        ("Bashar al-Assad spoke. The attack on a camp was the work of the Assad government.", "Syrian government"),
        ("Ghana has pressed Kenya to stop bombing Garissa.", "Kenya"),
        ("If Kenya calls a halt to its air strikes, Ghana will talk.", "Kenya"),
        ("A column of Kenyan troops attacked a village near Garissa.", "Kenya"),
        ("Syrian Kurdish fighters shelled Afrin on Monday.", "Syrian Kurdish fighters"),
        ("Kurdish fighters shelled a village in Syria on Monday.", "Kurdish fighters"),
        ("Foreign fighters attacked a village in Syria on Monday.", "Foreign fighters"),
        ("Yemen's rebels attacked a Saudi airport, killing a Syrian resident. Syria condemned it.", "rebels"),
        ("The Army of Dawn attacked a village in South Sudan on Monday.", "Army of Dawn"),
        ("Oxfam blamed rebels and not the army for the raid on Vantora.", "rebels"),
        ("Turkey shells Kurdish positions in Iraq for second day", "Turkey"),
        ("Syria votes in Syria. Barrel bombs dropped by regimes helicopters also hit a mosque in Jisr.", "Syrian government"),
        ("Kenya votes in Kenya. The armys jets hit a school in Garissa.", "Kenya"),
        ("Two people were hurt as the Boko Haram group targeted with rocket shells the town of Bama in the north.", "Boko Haram"),
        ("Officials met over the slaughter of nine villagers at the hands of Boko Haram.", "Boko Haram"),
        ("The execution of nine hostages at the hands of Boko Haram was condemned.", "Boko Haram"),
        ("Troops were sent after the slaughter of 21 farmers by Boko Haram.", "Boko Haram"),
        ("The raids came in response to the killing of a pilot by Boko Haram.", "Boko Haram"),
        ("Kenyan troops killed nine rebels in a camp that was hit in an air strike in May.", "Kenya"),
        ("A bomb which was planted by Boko Haram killed nine people in Jos.", "Boko Haram"),
        ("Boko Haram attackers threw a grenade into a church in Jos.", "Boko Haram"),
        ("Russian Tupolev bombers carried out raids on Gao.", "Russia"),
        ("The Islamic State (IS) group claimed a bombing in Kabul.", "Islamic State"),
        ("The other large group in the alliance the Nusra Front attacked a court in Idlib.", "Nusra Front"),
        ("Reports came out of Mali that their own government had used chemical weapons on villagers.", "Mali"),
        ("Militants hold the base and residents say they shelled a school.", "militants"),
        ("The Army of Dawn shelled a market in Vantora, activists said.", "Army of Dawn"),
        ("A soldier was killed by Katibat Macina, Mali said.", "Katibat Macina"),
        ("An alliance of rebels and Islamist fighters shelled two villages in Mali on Monday.", "rebels"),
        ("A new rebel coalition shelled a village in Syria on Monday.", "new rebel coalition"),
        ("Khalifa Haftar leads an army in Libya. Haftar forces shelled Tripoli on Monday.", "forces loyal to Khalifa Haftar"),
        ("Rebel groups including the Nusra Front shelled a village in Syria.", "Nusra Front"),
        ("A mayor accused Kenyan soldiers of firing on a bus in Garissa.", "Kenya"),
        ("Witnesses saw Chadian soldiers shoot at a minibus in Moundou.", "Chad"),
        ("Separatists were responsible for shooting down flight KL417 over Vantora.", "separatists"),
        ("Israeli fire killed four people at a school in Rafah.", "Israel"),
        ("Three farmers were wounded by Kenyan army fire near Liboi.", "Kenya"),
        ("Residents reported air strikes by jets believed to be Ethiopian.", "Ethiopia"),
        ("A village near Duhok was hit by jets thought to be Turkish.", "Turkey"),
        ("The Joint Task Force that fights the Taliban said it had staged 24 air strikes on the town.", "Joint Task Force"),
        ("The opposition accused the Kenyan army of killing farmers by firing rockets at Garissa.", "Kenya"),
        ("Two bombs killed nine in Kano. Boko Haram claimed responsibility for both of those bombings.", "Boko Haram"),
        ("The Togolese, Ghanaian and Malian enemies have bombed a town near Vantora.", "Ghana"),
        ("Militants said Togo had crossed a line and fired 200 rockets in response.", "militants"),
        ("Activists reported about 16 air strikes done by the Togolese army.", "Togo"),
        ("Artillery fire that appeared to come from Ukrainian army positions killed nine in Keta.", "Ukraine"),
        ("Bashar al-Assad returned to using chlorine gas on Syrian towns.", "Syrian government"),
        ("Officials blamed Kataib Hezbollah for a rocket attack on a base in Kirkuk.", "Kataib Hezbollah"),
        ("The Gaza Hamas militia attacked a base.", "Hamas"),
        ("Palestinian rocket fire killed a farmer in Sderot.", "Palestinian militants"),
        ("Ghana said militants were surrounded by troops and attacked a hotel in Keta.", "militants"),
        ("Russian jets bombed a hospital treating cholera patients in Idlib.", "Russia"),
        ("Israeli warplanes bombed a site near Vantora.", "Israel"),
        ("The agency issued a report on strikes carried out by Russia in Idlib.", "Russia"),
        ("The Philippines army killed ten villagers in an air strike on Marawi.", "Philippines"),
        ("The force led by Togo was absent. Wagner-led forces attacked a village in Mali.", "Wagner Group"),
        ("Karen-led forces attacked a village in Vantora.", "Karen-led forces"),
        ("Police fired into the air and at the crowd in Kisumu in Kenya, killing five.", "police"),
        ("Police blamed the Islamic State terror group for a bombing in Izmir.", "Islamic State"),
        ("Nine people were hurt after suspected rebels staged two attacks on Tuesday, an official said.", "rebels"),
        ("In India, security forces killed two villagers in Doda.", "India"),
        ("Officials were confident that Iran shot down Flight 752.", "Iran"),
        ("Ali Badr was one of five Hezbollah members indicted in the 2005 killing of Rafik Hariri.", "Ali Badr"),
        ("A grenade was hurled by militants at a bus near Gori.", "militants"),
        ("Masked gunmen threw a grenade into a bar in Gori.", "Masked gunmen"),
        ("Rebels shelled the town of Donetsk, the army said.", "rebels"),
        ("Two people were killed in Doda and two rebels shot dead by Indian forces, officials said.", "India"),
        ("A jihadist group known as Katiba Vantor attacked a barracks in Mali.", "Katiba Vantor"),
        ("A Saudi-led coalition is battling the Houthis in Yemen with air strikes.", "Saudi-led coalition"),
        ("France joined the war last year with a campaign of air strikes against rebels in Mali.", "France"),
        ("The war drew in others, with Turkey leading a campaign of air strikes in Iraq.", "Turkey"),
        ("The Kenyan army responded to the attack with air strikes on Bardhere.", "Kenya"),
        ("Chadian forces pressed an offensive against insurgents near Moundou.", "Chad"),
        ("The minister said that militants were resorting to bomb attacks against farmers.", "militants"),
        ("Myanmar's army allegedly used chemical attacks on villagers in Kachin.", "Myanmar"),
        ("Sudanese forces used barrel bombs in the attack on Kutum that killed 20 people.", "Sudan"),
        ("The militias, who took the lead in assaults on Goma last year, have left.", "militias"),
        ("Boko Haram has killed thousands of people in suicide and other attacks.", "Boko Haram"),
        ("Ethiopian forces intensified their drone and artillery attacks on Mekelle.", "Ethiopia"),
        ("Kenya conducted a second day of air strikes near Bardhere.", "Kenya"),
        ("There have been nine attacks on Kenyan troops in Somalia conducted by Iran.", "Iran"),
        ("The town has been subject to bombing and shelling by the Ethiopian army.", "Ethiopia"),
        ("Ten people died in the strike on a market in Sanaa carried out by Saudi Arabia.", "Saudi Arabia"),
        ("The inquiry found that Chad was behind at least three attacks in 2014.", "Chad"),
        ("President Vladimir Putin's air strikes on Idlib killed farmers.", "Russia"),
        ("Barack Obama ordered drone strikes on a village in Waziristan.", "United States"),
        ("Russian Syrian air strikes killed 17 people in Ashara.", "Russia"),
        ("Al-Shabaab met the Taliban. The village fell to Boko Haram. Later, the group overran the town of Baga.", "Boko Haram"),
        ("The minister blamed Iranian-backed forces for a rocket attack on the base in Kirkuk.", "Iranian-backed forces"),
        ("Alliance fighters began an assault on Vantora on Sunday.", "Alliance fighters"),
        ("A mine laid by rebels killed nine people in Gao.", "rebels"),
        ("It was not only the rebels who shelled the town of Gao.", "rebels"),
        ("It was not the rebels but Togo who shelled the town of Keta.", "Togo"),
        ("Israel killed the bomber with a drone strike on a house in Gaza.", "Israel"),
        ("Chad killed the mastermind of the bombing on Monday in an air strike on Mao.", "Chad"),
        ("Boko Haram claimed credit for the attack on a market in Mao.", "Boko Haram"),
        ("The Taliban, on whom suspicion fell for the bombing in Mao, fled.", "Taliban"),
    ],
)
def test_who_is_meant(acts_in: Acts, text: str, who: str) -> None:
    assert who in _attackers(acts_in(text))


def test_who_was_shot_did_not_shoot(acts_in: Acts) -> None:
    assert _attackers(acts_in("Two people were killed in Doda and two rebels shot dead by Indian forces, officials said.")) == {
        "India"
    }


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kenya hailed US, UK and French air strikes on a base near Garissa.", {"United States", "United Kingdom", "France"}),
        ("Kenya votes. Nine died in government and Ethiopian bombings in Kenya, Kenya said.", {"Kenya", "Ethiopia"}),
        ("Kenya votes. Ethiopian and government forces shelled a market in Kenya, Kenya said.", {"Kenya", "Ethiopia"}),
        ("Ali Musa said Ethiopian and rebel airstrikes on Garissa in Kenya had intensified.", {"Ethiopia", "rebels"}),
        ("A market in Garissa was hit by Ethiopian jets or those of the Togolese army.", {"Ethiopia", "Togo"}),
        ("Kenya and its Ethiopian ally bombed a village in Somalia on Monday.", {"Kenya", "Ethiopia"}),
        ("Togolese troops backed by Ghanaian jets attacked a village.", {"Togo", "Ghana"}),
        ("Rebels backed by Ghana attacked a village.", {"rebels"}),
        ("Togolese troops, backed by strikes, attacked a village.", {"Togo"}),
        ("A market in Kidal was shelled by the Malian army and its Russian ally.", {"Mali", "Russia"}),
        ("Malian troops took the town of Kidal after a year of control by rebel forces.", {"Mali"}),
        ("Lebanese Hezbollah fighters attacked a village near Homs.", {"Hezbollah"}),
        ("Three men died in Keta in Togo in earlier government shelling.", {"Togo"}),
        ("The UN said the Karen-led offensive in Vantora displaced ten families.", {"Karen-led forces"}),
        ("In Togo, the army of Ghana shelled a village.", {"Ghana"}),
        ("Togo stepped up its bombardment of Keta.", {"Togo"}),
        ("Rebels attacked a bridge. Togo retaliated with air strikes on Keta.", {"rebels", "Togo"}),
        ("Togo assassinated a commander in an air strike on Keta.", {"Togo"}),
        ("Bombings in Keta killed nine people and were also claimed by Boko Haram.", {"Boko Haram"}),
        ("Malian and NATO troops killed nine farmers in a raid in Gao.", {"Mali", "NATO"}),
        ("A militia backed by the Togolese army attacked a village.", {"militias"}),
        ("Togolese troops backed by Ghana's air force attacked a village.", {"Togo", "Ghana"}),
        ("Togo used Ghanaian air strikes on Keta to justify a curfew.", {"Ghana"}),
        ("Kenya forced Somali troops out of Liboi, shelling it for days.", {"Kenya"}),
        ("Kenya pressed Somali forces in Liboi, shelling a market there on Monday.", {"Kenya"}),
        ("Kenya told the farmers to leave, bombing the town of Liboi minutes later.", {"Kenya"}),
        ("Air strikes on Keta in retaliation for raids carried out by Boko Haram killed two.", {"Boko Haram"}),
        ("Togolese air strikes and rocket attacks by Boko Haram killed two.", {"Togo", "Boko Haram"}),
        ("The attack on the Israeli embassy in London was blamed on Iran.", {"Iran"}),
        ("Police blamed the attack on the Kenyan embassy in Mao on Chad.", {"Chad"}),
        ("Togo, pressed by France to stop shelling the town of Keta, withdrew.", {"Togo"}),
        ("The attack was carried out by militias allied with Iran and Syria.", {"militias"}),
        ("The attack was carried out by gunmen loyal to a warlord in Chad.", {"gunmen"}),
        ("Togo's Russian and Iranian allies shelled the town of Keta.", {"Russia", "Iran"}),
        ("The attack in Mao was carried out by former Chadian soldiers.", {"former Chadian soldiers"}),
        ("Nine soldiers were killed in fighting with the Islamic State near Mao.", {"Islamic State"}),
        ("Six farmers were shot dead during confrontations with Malian forces.", {"Mali"}),
        ("Six civilians were killed in clashes with rebels near Gao.", set()),
        ("Rebels killed nine soldiers in clashes with the Malian army near Gao.", {"rebels"}),
        ("Togo mourned the execution of 21 of its citizens at the hands of Boko Haram.", {"Boko Haram"}),
        (
            "At least 250 people are reported killed and 1,590 wounded in Chad after the group Boko Haram launched an attack.",
            {"Boko Haram"},
        ),
    ],
)
def test_all_who_are_meant_and_nobody_else(acts_in: Acts, text: str, who: set[str]) -> None:
    assert _attackers(acts_in(text)) == who


@pytest.mark.parametrize(
    "text",
    [
        "The strikes by F-16 and F-4 jets destroyed two depots.",
        "In India, the security forces of the Kashmir region killed two villagers.",
        "Togo spoke of Sorvan on Monday. The leader of the region said his forces had attacked a base.",
        "Togo had promised even greater force. On Monday, with force, it rained shells on Keta.",
    ],
)
def test_no_force_is_made_of_other_words(acts_in: Acts, text: str) -> None:
    assert not _attackers(acts_in(text)) - {"Togo"}


@pytest.mark.parametrize(
    "text",
    [
        "Sudan and Chad traded fire across the border on Monday.",
        "Fighting between Sudanese troops and Chadian forces resumed in Tine on Monday.",
    ],
)
def test_both_sides_of_an_exchange(acts_in: Acts, text: str) -> None:
    assert _attackers(acts_in(text)) == {"Sudan", "Chad"}


@pytest.mark.parametrize(
    "text",
    [
        "Georgia's state television said an attack took place near Gori and that it was targeting a convoy.",
        "Rebels captured two tanks near Goma.",
        "The man was involved in planning attacks on a hotel.",
        "Soldiers fired into the air in Vantora.",
        "Malian soldiers used the attack to arrest nine farmers in Mopti.",
        "The strike on a rally by opposition supporters killed nine in Harare.",
        "US allies launched an assault on Vantora.",
        "Kenyan police killed a suspect in the attack on the mall in Nairobi.",
        "Bosnian Serb shelling of the market killed 68 people.",
        "The blast was not claimed by any group, police said.",
        "The shelling of Keta was condemned by Togo, and the town was claimed by rebels.",
        "Mali used attacks on its ships as a pretext for a curfew.",
        "The attack on a helicopter flown by Malian forces killed two people.",
        "A strike on a clinic opened by Mali in Keta killed two people.",
        "Shelling of the town of Keta during talks launched by Mali killed two people.",
        "Mali's embassy bombing in Lagos killed two people.",
        "Mali votes. The army school attack in Gao killed 140 people.",
        "Mali's enemies shelled the town of Gao.",
        "Former members of Boko Haram attacked a market in Gao.",
        "It was not the rebels who shelled the town of Gao, the army said.",
        "It was no rebels who shelled the town of Gao.",
        "The former president of Mali ordered strikes on Gao.",
        "The Malian opposition leader ordered attacks on Gao.",
        "A Hezbollah drone did not cause the explosion at the school in Gao.",
        "The minister said on Monday it wasn't Mali who bombed the hospital in Gao.",
        "Missile strikes on Chad likely response to raid",
        "A bomb which was defused by the Nigerian army killed nine people in Jos.",
        "Either rebels or somebody else shelled the town of Goma.",
        "The fighting went on for a second day after the militant's death in Goma.",
        "Warplanes either Russia or Syrian carried out six strikes in Idlib.",
        "Militants hold the base and U.S. officials say they're continuing airstrikes there.",
        "Boko Haram Claims Responsibility for Blasts Near Mosque in Jos That Killed at Least 20",
        "Shells hit a school in Goma. Medics reported 16 fighters killed and at least two injured.",
    ],
)
def test_nobody_is_meant(acts_in: Acts, text: str) -> None:
    assert not _attackers(acts_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "The agency said 83 Togolese farmers were killed in aerial attacks by international military forces in Togo in 2012.",
        "The Togolese opposition claims a gas attack.",
        "Togolese Government Claims Poisonous Gas Attack",
        "The US commander said that Kurdish forces attacked a post near Manbij.",
        "That led Togo to respond with even greater force: on Saturday, they bombed a market in Vantora.",
        "The Afghan government met as the latest Kabul bombing occurred. Kabul said the Taliban bombed a market.",
        "The gunmen were in Togo before being surrounded by security forces and detonating explosives.",
    ],
)
def test_who_is_not_meant(acts_in: Acts, text: str) -> None:
    assert not {party.label for act in acts_in(text) for party in act.attackers if party.kind in ("State", "PoliticalOrganisation")}
