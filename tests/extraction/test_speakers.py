"""Who speaks, and on whose behalf: nobody never does; a name within another name is another's; two in one sentence are two."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation
from kg.extraction.cast import Cast
from kg.extraction.extract import Extractor
from kg.extraction.nlp import parsed
from kg.extraction.speech import Speech

Find = Callable[..., list[Speech]]
Drafted = Callable[[str], Annotation]
Bodies = Callable[[str], set[str]]


@pytest.fixture(scope="session")
def bodies(extractor: Extractor) -> Bodies:
    """The labels of those whom the subject of the first verb of speech speaks for, or is a member or part of."""

    def found(text: str) -> set[str]:
        doc = parsed([text])[0]
        cast = Cast(extractor.names)
        cast.read([doc])
        verb = next(token for token in doc if token.lower_ in ("said", "denied"))
        party = cast.party(next(child for child in verb.children if child.dep_ == "nsubj"))
        assert party is not None
        return {cast.parties[key].label for key in cast.side(party) if key in cast.parties} | {party.label}

    return found


def said_by(annotation: Annotation, number: int) -> set[str | None]:
    """Who says that so many were harmed."""
    return {
        one.speaker
        for one in annotation.statements
        for claim in one.asserts
        if not isinstance(claim, str) and claim.figure and claim.figure.number == number
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "A bomb tore through a bus in Vantora, killing four; no group claimed responsibility.",
        "None of the rebel groups in Vantora said it had planted the bomb that killed three soldiers.",
        "Nobody said who had fired the shells that killed six in Vantora.",
        "Neither side said who had killed the six men in Vantora.",
        "Few residents said that soldiers had killed six men in Vantora.",
    ],
)
def test_nobody_speaks(speeches_in: Find, sentence: str) -> None:
    assert not speeches_in(sentence)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The government called on Turkey to stop after air strikes killed 12 people.", "government"),
        ("The government called on Turkey to stop after strikes killed 12.", "government"),
        ("Turkey called on Peru to stop after air strikes killed 12 people.", "turkey"),
        ("The UN called on Turkey to stop after a raid killed 12.", "united-nations"),
        ("A strike hit a school in Vantora. He said it killed 12 children.", "unnamed-speaker"),
        ('A strike hit a school in Vantora. "It killed 12 children," she said.', "unnamed-speaker"),
        ("A strike hit a school in Vantora. It killed 12 children.", None),
        ("It came after co-workers reported that an air strike killed 12 people.", "co-workers"),
        ("Non-combatants said that a strike killed 12 people.", "non-combatants"),
    ],
)
def test_who_calls_on_another_or_has_no_name(draft: Drafted, sentence: str, speaker: str | None) -> None:
    assert said_by(draft(sentence), 12) == {speaker}


def test_a_name_beside_which_its_group_is_told_is_no_persons(draft: Drafted) -> None:
    text = (
        "They are thought to be members of Ansar al-Sharia, the Libyan militia group whose fighters were seen near the U.S. post "
        "before the violence and which quickly claimed responsibility for the attack."
    )
    assert draft(text).actors["ansar-al-sharia"].kind == "ArmedGroup"


def test_a_few_speak(speeches_in: Find) -> None:
    assert speeches_in("A few residents said that soldiers had killed six men in Vantora.")


def test_what_is_not_confirmed_is_nobodys_figure(draft: Drafted) -> None:
    drafted = draft("Shells hit Vantora. The army could not confirm that the shells had killed 56 people.")
    assert not said_by(drafted, 56)


@pytest.mark.parametrize(
    ("speaker", "body", "other"),
    [
        ("South Sudan's army", "South Sudan", "Sudan"),
        ("The South Sudanese army", "South Sudan", "Sudan"),
        ("Guinea-Bissau's army", "Guinea-Bissau", "Guinea"),
        ("Equatorial Guinea's army", "Equatorial Guinea", "Guinea"),
        ("Papua New Guinea's police", "Papua New Guinea", "Guinea"),
        ("Niger's army", "Niger", "Nigeria"),
        ("North Korea's army", "North Korea", "South Korea"),
        ("The Democratic Republic of Congo's army", "Democratic Republic of the Congo", "Republic of the Congo"),
        ("Congolese police", "Democratic Republic of the Congo", "Republic of the Congo"),
        ("Northern Ireland's police", "United Kingdom", "Ireland"),
    ],
)
def test_a_name_within_a_longer_one_is_anothers(bodies: Bodies, speaker: str, body: str, other: str) -> None:
    found = bodies(f"{speaker} said that six men had died.")
    assert body in found
    assert other not in found


@pytest.mark.parametrize(
    ("speaker", "body"),
    [
        ("The army chief", "army"),
        ("The coalition's spokesman, Colonel Ali Nuru,", "coalition"),
        ("Colonel Ali Nuru, a spokesman for the coalition,", "coalition"),
        ("Junta spokesman Ali Nuru", "junta"),
        ("The rebels' military chief, Ali Nuru,", "rebels"),
        ("Ali Nuru of the M47", "M47"),
        ("M47's Ali Nuru, its military spokesman,", "M47"),
        ("A commander of the New Dawn Army, Ali Nuru,", "New Dawn Army"),
        ("The M47's Central Command", "M47"),
        ("Islamic State Vantora", "Islamic State"),
        ("Mayor Bo Sesen's spokesman, Ali Nuru,", "Bo Sesen"),
    ],
)
def test_on_whose_behalf(bodies: Bodies, speaker: str, body: str) -> None:
    assert body in bodies(f"{speaker} said that six men had died.")


@pytest.mark.parametrize(
    "speaker",
    [
        "Rwanda-backed rebels",
        "The former army chief, Ali Nuru,",
        "Residents of a town that Russia bombed",
        "A woman who fled Sudan",
        "Its residents",
    ],
)
def test_on_nobodys_behalf(bodies: Bodies, speaker: str) -> None:
    assert len(bodies(f"{speaker} said that six men had died.")) == 1


@pytest.mark.parametrize(
    ("text", "number", "speaker"),
    [
        ("Officials said rebels had killed 31 people in Vantora; M47 put the number at eight.", 8, "m47"),
        ("The army said six rebels died in a raid on Vantora, while residents put its losses at 14.", 14, "residents"),
        ("A governor said 12 died in a raid on Vantora, but another monitor gave a figure of 50.", 50, "another-monitor"),
        ("Police said 12 people died in a raid on Vantora; the ministry's own count is 30.", 30, "ministry"),
        ("A raid on Vantora killed 51 people, according to a count by the Red Cross.", 51, "icrc"),
        ("By the count of local elders, 18 civilians died in a raid on Vantora.", 18, "local-elders"),
        ("Aid workers counted 58 bodies after the shelling of Vantora, twice the army's figure of 29.", 29, "army"),
        ("The governor put the toll from the raid on Vantora at 23, the vigilantes at 60.", 60, "vigilantes"),
        ("Medics put the dead of the raid on Vantora at 90, far above the 17 given by police.", 17, "police"),
        ("A strike that local doctors say killed 43 people hit the market in Vantora.", 43, "local-doctors"),
        ("A raid hit a clinic in Vantora, the army said on Monday, killing 17 people.", 17, "army"),
        ("Shells hit a clinic in Vantora, residents said, leaving 17 people dead.", 17, "residents"),
        ("Monitors reported that shells hit Vantora, but that a rocket hit a bus, killing 17 people.", 17, "monitors"),
        ("The war has claimed 400 lives and driven 70,000 people from Vantora, according to medics.", 400, "medics"),
        ("Oxfam published a report on Vantora. It covers a year. The army killed 132 civilians there, it said.", 132, "oxfam"),
        ("A monitoring group has studied it. Troops shelled Vantora and killed 132 people, it said.", 132, "monitoring-group"),
        ("The army denied it. The army had killed 12 rebels in Vantora, it said.", 12, "army"),
        ("Monitors said a raid hit a clinic in Vantora, which the health ministry said killed 71.", 71, "health-ministry"),
        (
            "Shells killed at least 14 people in Vantora on Monday in districts of divided Orsk city state media said.",
            14,
            "state-media",
        ),
        ("A raid on Vantora killed 10 people the Sahel Rights Watch (SRW) reported.", 10, "sahel-rights-watch"),
        ("A raid on Vantora killed 39 people, the Amnesty International rights group said.", 39, "amnesty-international"),
        ("Shells killed 39 people in Vantora local medics said and clashes went on in the south of the city.", 39, "local-medics"),
        ("Raids on Vantora killed 36 people including children local activists said as the army moved on.", 36, "local-activists"),
        ("A raid on Vantora killed three guards on Sunday an official from the militia said.", 3, "official-from-the-militia"),
        ("Forty Men Killed in Vantora in Three Days Residents of the town said that 41 men died in raids on it.", 41, "residents"),
        (
            "Bus bombing in Vantora Also on Saturday state television reported a bomb went off, killing 16 people.",
            16,
            "state-television",
        ),
        ("Monitors confirmed a woman was killed in Vantora, saying the raid also wounded 20 people.", 20, "monitors"),
        ("The agency did not say when the raid hit Vantora and said two soldiers were killed and 15 hurt.", 15, "agency"),
        ("A toll from Oxfam said 61 people died in the bombing of Vantora.", 61, "oxfam"),
        ("A man wounded in the attack said that army jets had killed 62 people in Vantora.", 62, "man"),
        ("A teacher was wounded and said that an army raid killed 63 people in Vantora.", 63, "teacher"),
        ("An official denied reports that 40 people died in the raid on Vantora, saying 12 had been killed.", 12, "official"),
        ("Medics said that 40 people died in the raid on Vantora, adding that 12 were hurt.", 12, "medics"),
        ("The wounded said soldiers killed 65 people in Vantora.", 65, "wounded"),
        ("Mali said the raid killed 20 rebels in Vantora, but according to residents 12 civilians died.", 20, "mali"),
        ("Mali said the raid killed 20 rebels in Vantora, but according to residents 12 civilians died.", 12, "residents"),
        ("Mali said the raid killed 20 rebels in Vantora, but, according to residents, 12 civilians died.", 12, "residents"),
        ("The raid killed 20 people in Vantora, according to residents, but the army said nine rebels died.", 9, "army"),
        ("A raid killed 64 people in Vantora, the army said", 64, "army"),
        ("A raid on Vantora killed 66 people, Agence France-Presse reports, and police closed roads.", 66, "agence-france-presse"),
        ("A study by elders estimates that raids on Vantora killed 71 people.", 71, "study"),
        ("The complaint alleges that the army bombed Vantora, killing 67 people.", 67, "complaint"),
        ("The army stormed Vantora. Reuters counted 68 bodies there.", 68, "reuters"),
        ("The aid group Doctors Without Borders put the dead of the raid on Vantora at 69.", 69, "medecins-sans-frontieres"),
        ("The rebel believed to have led the raid on Vantora was one of 70 men who died there, police told Reuters.", 70, "police"),
    ],
)
def test_a_figure_is_said_by_who_gives_it(draft: Drafted, text: str, number: int, speaker: str) -> None:
    drafted = draft(text)
    assert said_by(drafted, number) == {speaker}
    assert not any(one.reported_in for one in drafted.statements)


@pytest.mark.parametrize(
    "text",
    [
        "Mali says Chad shelled the prison in Vantora; Chad says Mali did it.",
        "Mali said Chad had shelled a market in Vantora, and Chad said Mali had done so.",
        "Mali says Chad shelled the prison in Vantora; Chad says Mali did.",
    ],
)
def test_both_who_blame_each_other_are_heard(draft: Drafted, text: str) -> None:
    told = {
        (one.speaker, claim.attacker)
        for one in draft(text).statements
        for claim in one.asserts
        if not isinstance(claim, str) and claim.attacker
    }
    assert told == {("mali", "chad"), ("chad", "mali")}


def test_what_some_say_and_others_deny_is_said(draft: Drafted) -> None:
    drafted = draft("Residents said, and the army denied, that jets had bombed the camp at Vantora.")
    assert {one.speaker for one in drafted.statements if one.asserts} == {"residents"}
    assert {one.speaker for one in drafted.statements if one.denies} == {"army"}


def test_a_spokesman_claims_it_for_his_group(draft: Drafted) -> None:
    drafted = draft("The New Dawn's spokesman, Ali Nuru, claimed responsibility for the bombing in Vantora.")
    attackers = {claim.attacker for one in drafted.statements for claim in one.asserts if not isinstance(claim, str)}
    assert attackers - {None} == {"new-dawn"}


def test_who_says_how_a_raid_goes_on_accuses_and_not_the_raid(draft: Drafted) -> None:
    drafted = draft("Chad says its pause in bombing Vantora will end at 7 pm accusing rebels of shelling a school in Sorvan.")
    assert {one.speaker for one in drafted.statements if one.asserts} == {"chad"}
