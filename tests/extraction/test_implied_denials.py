"""Denials that no word of denial tells: by whom, of what; and what is none, though it says that something was not so."""

from collections.abc import Callable

import pytest

from kg.annotation.model import Annotation
from kg.annotation.statements import StatementBlock

Draft = Callable[[str], Annotation]
STRUCK = "Residents said jets bombed the village of Sorvan on Sunday, killing 20 people. "
ACCUSED = "Kenya accused Chad of shelling a school in Sorvan. "


def denials(draft: Draft, text: str) -> list[StatementBlock]:
    return [one for one in draft(text).statements if one.kind == "Denial"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The army said no bombs had been dropped on the village.", "army"),
        ("There was no air strike, the defence ministry said.", "defence-ministry"),
        ("The air force said none of its planes were flying in the area.", "air-force"),
        ('"Our planes do not target civilians," coalition spokesman Brigadier General Sami Harb said.', "sami-harb"),
    ],
)
def test_where_nobody_is_accused_whoever_may_have_done_it_denies(draft: Draft, sentence: str, speaker: str) -> None:
    assert [one.speaker for one in denials(draft, STRUCK + sentence)] == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels said they had not fired a single shot at the airliner.",
        "A militia commander said his men were not in the town at the time.",
        "Separatist leaders said they did not have missiles capable of hitting a plane.",
        "Police said they had not used live ammunition.",
        "The junta said that its soldiers never fired on the crowd.",
    ],
)
def test_those_who_fight_deny_for_themselves(draft: Draft, sentence: str) -> None:
    assert len(denials(draft, "An airliner was shot down over Sorvan. " + sentence)) == 1


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("Chad said the school had long been empty.", "relabelledTarget"),
        ("Chad's army said the school was being used as a command post.", "relabelledTarget"),
        ("Chad said that only militants were killed.", "noCivilianHarm"),
        ("Chad's army described the shelling as a tragic mistake.", "notIntended"),
        ("Chad said there was no school in the village.", "relabelledTarget"),
        ("Chad said the blast was caused by a gas leak.", "interpretive"),
        ("The Chadian army said munitions stored there had caused the explosion.", "interpretive"),
        ("Chad said the deaths were the result of a family feud.", "interpretive"),
        ("Chad said the strike had adhered to strict targeting processes.", "proceduralAssurance"),
        ('"Show us the proof," Chad\'s government said.', "burdenOfProof"),
        ("Let them present their evidence, Chad's army said.", "burdenOfProof"),
        ("Chad said it had no connection to the attack.", "notOurAct"),
        ("Chad's army said that it had no reason to strike schools.", "notOurAct"),
        ("Chad said the shells had not come from its positions.", "notOurAct"),
        ("The Chadian army, the minister said, did not shell the school.", "notOurAct"),
        ("Chad said a rocket misfired by Katiba Vantor was to blame.", "counterAccusation"),
        ("Chad said it had not meant to harm villagers.", "notIntended"),
        ("Chad said it was targeting only militants.", "relabelledTarget"),
        ("Chad says its air strikes have been targeting militants and not opposition groups.", "relabelledTarget"),
        ("Chad's government would never use such munitions, its minister said.", "literal"),
        ("Chad said there was no credible evidence that its army had shelled the school.", "burdenOfProof"),
        ('Idriss Haddad, Chad\'s information minister, challenged Kenya to "present this proof to the world".', "burdenOfProof"),
        ("Chad has denied breaching the terms of the truce.", "notOurAct"),
        ("Chad denies the charges.", "notOurAct"),
        ("Chad denied that it had supplied the rockets.", "literal"),
        ("Chad denied opening fire.", "notOurAct"),
        ("Chad denied firing shells.", "notOurAct"),
        ("Chad denied shelling aid workers.", "notOurAct"),
        ("Chad said its soldiers were not to blame.", "notOurAct"),
        ("Chad said its rockets were not to blame.", "notOurAct"),
        ("Chad said its jets also target only militants.", "relabelledTarget"),
        ("Chad said it hit a base, not the school.", "relabelledTarget"),
        ("Chad denied breaking the truce by shelling Sorvan.", "notOurAct"),
        ("Chad said there was no sign that a school had been hit.", "burdenOfProof"),
        ("Chad said there was no trace of chlorine.", "burdenOfProof"),
        ('"We did not shell the school, we hit nothing there," Chad\'s army said.', "notOurAct"),
        ("Chad said its army did not shell the school and waited until dusk.", "notOurAct"),
        ("Chad denied using chlorine as a weapon.", "literal"),
        ("Chad denied dropping chlorine on the school.", "literal"),
        ("Chad denied that its planes had dropped canisters of chlorine on the school.", "literal"),
        ('"We did not drop chlorine on the school," Chad\'s army said.', "literal"),
        ("Chad said it took no part in the shelling.", "notOurAct"),
        ('Chad accused Kenya and its allies of "lying" about the cause of the accident.', "sourceDiscredited"),
        ("Chad said it had never had any relation to this case.", "notOurAct"),
        ("Chad's minister said the leadership had not been aware of the operation.", "noSuchEvent"),
        ("Chad said its leader knew nothing of plans for the shelling.", "noSuchEvent"),
        ("Chad said the shelling was in compliance with the law of armed conflict.", "lawful"),
        ("Chad said its army had struck the school by mistake.", "notIntended"),
        ("Chad said there was no evidence of its involvement.", "burdenOfProof"),
        ("Chad said there was no basis for the reports.", "sourceDiscredited"),
    ],
)
def test_what_else_rejects(draft: Draft, sentence: str, form: str) -> None:
    assert [form] == [form for one in denials(draft, ACCUSED + sentence) for form in one.form]


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("Mali's president said Chad had bombed a hospital in Sorvan. Chad rejected the remarks.", "notOurAct"),
        ("Mali's president said Chad had bombed a hospital in Sorvan. Chad called his remarks lies.", "sourceDiscredited"),
        ("Jets killed 60 soldiers in Sorvan on Sunday, an attack which Chad said was not intentional.", "notIntended"),
        (
            "Police in Chad denied firing at protesters. Chad's police chief said his officers did not fire live ammunition.",
            "literal",
        ),
    ],
)
def test_what_rejects_without_an_accusation(draft: Draft, sentence: str, form: str) -> None:
    assert form in [form for one in denials(draft, sentence) for form in one.form]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Quetta, killing six. Police said no arrests had been made.",
        "Gunmen attacked a base in Kidal. The army said none of its soldiers were hurt.",
        "A blast hit a market in Kano. Police said the second bomb did not explode.",
        "A missile landed near a school in Eilat. Police said nobody was hurt.",
        "A bomb exploded outside a mosque in Kabul. The interior ministry said no civilians were killed.",
        "Ukraine's air force said it had not shot down all of the drones launched overnight.",
        "The US military said the helicopter was not hit by hostile fire.",
        "The army said it had no plans to withdraw from the village where 10 people were killed on Sunday.",
        "Kenya said Chadian shells hit Sorvan. The school was empty when the shells landed, teachers said.",
        "The Pentagon said it had no information to corroborate reports that civilians died in the raid on Yakla.",
        ACCUSED + "Chad said there was no war more just than this.",
        ACCUSED + "Chad's army did not know until Friday that shells had hit the school, a spokesman said.",
        ACCUSED + "Chad's army did not fire until it was fired upon, its spokesman said.",
        ACCUSED + "Chad said it had no plans to widen the war after it shelled the school in Sorvan.",
        ACCUSED + "Chad contends that Kenya arms rebels, though it has provided no evidence.",
        ACCUSED + "Kenya called the shelling of the school a mistake.",
        ACCUSED + "It described its own statement as a mistake.",
        ACCUSED + "Chad said that rebels who hit its base had not shelled the school.",
        ACCUSED + "Chad's minister said the statement did not mention Chad's right to defend itself.",
        ACCUSED + "Chad said it did not seek war but would defend itself.",
        ACCUSED + "Chad's president said he had not made a decision whether to launch a strike.",
        ACCUSED + "Chad said it was in no hurry to launch a strike.",
        ACCUSED + "Chad said it was not essential to keep the city from falling into rebel hands.",
        ACCUSED + "Chad said the goal was to leave the refinery intact.",
        ACCUSED + "Chad said a boy died in a mortar attack in Vantor, a town 18 miles from the border.",
        ACCUSED + "Chad said the action was targeted and limited.",
        ACCUSED + "The base was the one that rebels used for the chemical weapons attack, Chad said.",
        ACCUSED + "Chad's officials said militants in Sorvan had fired more than 300 rockets.",
        ACCUSED + "It had no proof of Kenya's involvement in the attack, Chad said.",
        ACCUSED + "Soldiers fired warning shots, but then fired at the legs of the protesters, Chad said.",
        "Chad shelled a school in Sorvan on Sunday. Chad dismissed the minister's remarks.",
        ACCUSED + "Kenya's army said Chad's guilt was not in doubt.",
        ACCUSED + "Kenya's army said it did not believe that Chad had not shelled the school.",
        ACCUSED + "Peru's army said it was not clear Chad was responsible.",
        ACCUSED + "Peru said that was not the case.",
        ACCUSED + "Chad said its shells had struck a depot, whose explosion had caused a fire in a hangar.",
        ACCUSED + "Chad condemned the rebels, saying their cruelty knew no bounds.",
        ACCUSED + "Chad's officials said they had no information on her.",
        ACCUSED + "An officer of Chad's army said the aim of the operation was to cut the rebels' road.",
        ACCUSED + "Chad's police said the targets of their raids had no connection to the attack.",
        ACCUSED + "Chad said there was no sign of an end to the shelling.",
        ACCUSED + "Chad said there was no indication that rebels would leave Sorvan.",
        ACCUSED + "Chad said there was no trace of the gunmen who shot its envoy.",
        ACCUSED + "Chad said it was not part of the trade pact.",
        ACCUSED + "Chad's minister said he had not been involved in drafting the speech on the shelling.",
        ACCUSED + "Chad said it did not take part in the election.",
        ACCUSED + "Chad's minister said the gunmen had no links to the group in Kidal.",
        ACCUSED + "Chad's minister said the general's resignation was not connected to the hearing.",
        ACCUSED + "Chad said it was not just an attack on its army but on its people.",
        ACCUSED + "Chad said the raids were not enough.",
        ACCUSED + "Chad's minister said the plan did not take into account its losses in the war on rebels.",
        ACCUSED + "Chad said it was not its policy to answer insults.",
        ACCUSED + "Chad's minister said the raid could not have been carried out without Kenya's consent.",
        ACCUSED + "Chad said it had made sure that such attacks did not take place on its soil.",
        ACCUSED + "Chad said it had not seen any evidence that the rebels had missiles that could strike its capital.",
        ACCUSED + "Chad's police said about 16 officers were injured, none of them seriously.",
        ACCUSED + "Chad said it was unaware of the meeting.",
        ACCUSED + "Chad said it was not aware of any efforts to question survivors.",
        ACCUSED + "Chad's spokesman said he did not know her status.",
        ACCUSED + "Chad said it had no information.",
        ACCUSED + "Chad said the fight must be waged while respecting the rule of law.",
        ACCUSED + "Chad's minister said the shops had been given time to comply with the law.",
        ACCUSED + "Chad's army said that it did not intend to publish a video of the school.",
        ACCUSED + "Chad accused Kenya of shooting down its own drone by mistake.",
        ACCUSED + "Chad's minister said the soldiers had mistakenly wandered across the border.",
        ACCUSED + "Chad said there was no evidence of a wider plot.",
        ACCUSED + "Chad said there was no evidence that a terrorist group had directed the bombing in Bao.",
        ACCUSED + "Chad said one of its brigades had bombed the base but offered no evidence.",
        ACCUSED + "Chad conceded that there was no proof that rebels had shelled Bao.",
        ACCUSED + "Chad said it had no indication that the rebels' claims of responsibility were false.",
        ACCUSED + "Chad said it would soon be known if the promise was just deception.",
        ACCUSED + "Chad admitted that its first statements were untrue.",
        ACCUSED + 'Chad\'s cardinal said of the killings: "This is wrong."',
        ACCUSED + "Chad said there were no grounds for a new loan.",
        ACCUSED + "Chad's lawyer said this was not a murder case.",
        ACCUSED + "Chad said it would be wrong to describe the shelling as Islamic.",
        ACCUSED + "Chad said it needs the rockets to defend itself.",
        ACCUSED + "Chad said no deaths had resulted from the rockets fired by Kenya.",
        "Rebels bombed a base in Bao. Chad's minister called the claims of Kenya's press lies.",
        "A mother said she had no knowledge of her son's involvement in the shooting in Bao.",
        "A bomb hit Bao. Chad's minister said there had been a false report from the ministry.",
        'A teacher owned a rifle. "I haven\'t shot anyone," he said after the attack in Bao.',
        "Chad bombed Bao. Kenya, which is worried, said that Chad was not targeting rebels but instead attacking villagers.",
    ],
)
def test_what_is_none(draft: Draft, text: str) -> None:
    assert not denials(draft, text)


@pytest.mark.parametrize(
    "text",
    [
        "The White House admitted that a drone strike in Kabul killed 10 civilians, not militants.",
        "Chad acknowledged that its jets, not those of Kenya, had bombed the school in Sorvan.",
        "A group called Katiba Vantor claimed responsibility for a bomb attack targeting a police training centre in Sorvan.",
        'Chad was accused of bombing Sorvan. A minister of Kenya said: "It is regular bombardment, no change."',
        "Chad's army was accused of bombing Sorvan. It called the strike no accident.",
        "Chad's army was accused of bombing a hospital in Sorvan. It said that the hospital was evacuated after the strike.",
        "Chad's army regretted that no warning was given before its jets bombed the school in Sorvan.",
    ],
)
def test_an_admission_is_no_denial(draft: Draft, text: str) -> None:
    assert not denials(draft, text)


@pytest.mark.parametrize(
    "sentence",
    ["The governor said the army had killed no civilians in Sorvan.", "The mayor said nobody was injured by the soldiers."],
)
def test_harm_to_nobody_is_no_attack(draft: Draft, sentence: str) -> None:
    assert not [claim for one in draft(sentence).statements for claim in one.asserts]


def test_what_one_tells_of_oneself_is_not_what_one_denies(draft: Draft) -> None:
    text = "Chad said its jets bombed a rebel base in Bao on Monday. Kenya said Chad shelled a school. Chad denied it was involved."
    found = draft(text)
    (denial,) = [one for one in found.statements if one.kind == "Denial"]
    (about,) = {claim.about for claim in denial.denies if not isinstance(claim, str)}
    mention = found.events[str(about)].mention
    assert mention is not None
    assert "shelled a school" in mention.quote


def test_what_is_denied_in_the_same_words_is_the_same(draft: Draft) -> None:
    text = (
        "Chad's army denied firing live ammunition at protesters in Bao.\n\nChad's army also shelled a school in Sorvan, Kenya said.\n\n"
        "An army spokesman insisted that Chad's officers did not fire live ammunition at protesters."
    )
    first, again = denials(draft, text)
    assert {one.about for one in again.denies if not isinstance(one, str)} == {
        one.about for one in first.denies if not isinstance(one, str)
    }


def test_one_of_the_accused_side_blames_another(draft: Draft) -> None:
    text = "Rebels accused government forces of firing a rocket at a school in Sorvan. A government official said rebels fired the rocket."
    (one,) = denials(draft, text)
    assert one.form == ("counterAccusation",)
    assert [claim.attacker for claim in one.denies if not isinstance(claim, str)] == ["government-forces"]


@pytest.mark.parametrize(
    "text",
    [
        "The embassy said no evidence could be found to confirm that the army had massacred villagers in Sorvan.",
        "There was nothing to suggest that Kenyan jets had bombed the camp, monitors said.",
        "Investigators found no evidence to support claims that Israeli jets bombed the clinic.",
        "Six rebels died in the shooting in Juba.",
    ],
)
def test_nobody_is_charged_who_is_not_said_to_have_done_it(draft: Draft, text: str) -> None:
    assert not [claim for one in draft(text).statements for claim in one.asserts if getattr(claim, "attacker", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The building hit was a rebel base, not a school, a Chadian army spokesman said.",
        "Those killed were terrorists, not students, the Chadian army said of the strike on a school in Sorvan.",
    ],
)
def test_what_is_set_against_another_account_rejects_it(draft: Draft, sentence: str) -> None:
    assert [one.form for one in denials(draft, sentence)] == [("relabelledTarget",)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The story does not hold together",
        "The report makes no sense",
        "The claims do not stand up",
        "Such reports are illogical",
    ],
)
def test_what_does_not_hold_together(draft: Draft, sentence: str) -> None:
    (one,) = denials(draft, f'{ACCUSED} "{sentence}," Chad\'s foreign minister said.')
    assert one.form == ("sourceDiscredited",)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Students said they had nothing to do with the bomb that killed a policeman in Sorvan.", "students"),
        ("The IRA said it did not plant the bomb in Sorvan.", "irish-republican-army"),
        ("Captain Marek Dolan said that he gave no order to kill civilians in Sorvan.", "marek-dolan"),
    ],
)
def test_whoever_had_no_part_in_it_denies(draft: Draft, sentence: str, speaker: str) -> None:
    assert [one.speaker for one in denials(draft, sentence)] == [speaker]


def test_the_accused_does_not_charge_itself_with_what_it_is_said_to_have_done(draft: Draft) -> None:
    found = draft("Iran says the allegation that it blew up the centre in Sorvan is a plot.").statements
    assert not [one for one in found if one.speaker == "iran" and one.asserts]


def test_those_who_are_not_known_speak_for_themselves(draft: Draft) -> None:
    found = draft("The paratroopers insisted that they had only shot at gunmen in Sorvan.").statements
    assert all(one.speaker == "paratroopers" for one in found if one.asserts)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("An initial inquiry showed that the army had not fired in the area, the Chadian military said.", "notOurAct"),
        ("The deaths were the result of a Kenyan rocket that fell short, the Chadian army said.", "counterAccusation"),
        ("The Chadian army said the explosion had been caused by a roadside bomb.", "counterAccusation"),
    ],
)
def test_what_the_accused_found(draft: Draft, text: str, form: str) -> None:
    assert [form] == [form for one in denials(draft, ACCUSED + text) for form in one.form]


@pytest.mark.parametrize(
    "sentence", ["Azerbaijan says it targets only military sites.", "The Sudanese army says that it bombs only rebel positions."]
)
def test_what_is_only_ever_done_is_a_general_denial(draft: Draft, sentence: str) -> None:
    (one,) = denials(draft, sentence)
    assert one.scope
    assert not one.denies


def test_who_insists_against_others_that_nobody_came_to_harm(draft: Draft) -> None:
    text = (
        "There were no civilian casualties in the Sorvan strike, an Afghan defence official insisted, but elders said 30 boys died."
    )
    (one,) = denials(draft, text)
    assert one.form == ("noCivilianHarm",)


def test_a_unit_with_a_name_is_not_the_speakers_own(draft: Draft) -> None:
    found = draft("Kyiv said the hospital had been captured by the Wagner battalion.").statements
    assert not [claim for one in found for claim in one.asserts if getattr(claim, "attacker", None) == "ukraine"]


@pytest.mark.parametrize(
    "sentence",
    [
        'A coalition spokesman said there had been "no coalition or U.S. strikes" in the area.',
        'The coalition "was not flying in the vicinity of Sorvan," Colonel Sean Orr said.',
        '"I did not kill anyone in Sorvan," General Dolan said.',
    ],
)
def test_an_officer_speaks_for_his_side_and_charges_nobody(draft: Draft, sentence: str) -> None:
    assert len(denials(draft, STRUCK + sentence)) == 1
    assert not [claim for one in draft(STRUCK + sentence).statements for claim in one.asserts if getattr(claim, "attacker", None)]


def test_what_is_behind_but_is_not_what_is_denied(draft: Draft) -> None:
    text = "Chad said it did not fire at the school in Sorvan, but that rebels had fired rockets from nearby."
    cleared = {claim.attacker for one in draft(text).statements for claim in one.denies if not isinstance(claim, str)}
    assert cleared <= {"chad", None}


def test_what_those_say_who_are_called_liars_is_theirs(draft: Draft) -> None:
    text = 'Chad bombed Sorvan, rebels said. "Those who say we bombed the market are lying," said a general of Chad, Omar Adoum.'
    said = {one.speaker for one in draft(text).statements if "market" in (one.quote or "") and one.asserts}
    assert "omar-adoum" not in said


def test_who_denies_killing_anyone_denies_the_harm(draft: Draft) -> None:
    text = "Chad's army admitted firing on the crowd in Sorvan but denied killing anyone."
    denied = [claim for one in draft(text).statements for claim in one.denies if not isinstance(claim, str)]
    assert [claim.attacker for claim in denied] == [None]
    assert denied[0].figure is not None


def test_who_denies_an_admission_has_admitted_nothing(draft: Draft) -> None:
    found = draft("Chad's army denied that it had admitted bombing the school in Sorvan.")
    assert not any(one.acknowledges for one in found.statements)
