"""The message for each fault of a field, as a person reads it."""

from collections.abc import Callable
from typing import get_args

import pytest

from kg.terms import DenialForm, Population

STATEMENTS = [
    pytest.param(
        "    speaker: rusia\n",
        "NotConforming a.yaml:17: statements[1].speaker: no actor has the key 'rusia'\n  mend: did you mean russia?",
        id="a speaker that nobody declared",
    ),
    pytest.param(
        "    asserts: [killed-12]\n",
        "NotConforming a.yaml:17: statements[1].asserts[1]: no claim has the key 'killed-12'\n"
        "  mend: correct the key, or give the claim that is meant this id",
        id="a claim that nobody wrote",
    ),
    pytest.param(
        "    asserts: [{about: clinic, occurrence: true}]\n",
        "NotConforming a.yaml:17: statements[1].asserts[1].about: no event has the key 'clinic'\n"
        "  mend: correct the key, or declare the event",
        id="a site in the place of an event",
    ),
    pytest.param(
        "    speaker: Colonel Roe\n",
        "NotConforming a.yaml:17: statements[1].speaker: 'Colonel Roe' is not a key\n"
        "  mend: write small letters, digits and single hyphens: colonel-roe",
        id="a name in the place of a key",
    ),
    pytest.param(
        "    speaker: [russia]\n",
        "NotConforming a.yaml:17: statements[1].speaker: words are expected here, not a list\n"
        "  mend: write one value; put it in quotation marks if it begins with [ or {",
        id="a list in the place of a key",
    ),
    pytest.param(
        "    on_behalf_of: russia\n",
        "NotConforming a.yaml:17: statements[1].on_behalf_of: a list is expected here, not 'russia'\n"
        "  mend: write [one, two], or each on a line of its own that begins with '- '",
        id="a key in the place of a list",
    ),
    pytest.param(
        "    asserts: {about: strike, occurrence: true}\n",
        "NotConforming a.yaml:17: statements[1].asserts: a list is expected here, not a block\n"
        "  mend: write [one, two], or each on a line of its own that begins with '- '",
        id="a claim in the place of a list",
    ),
    pytest.param(
        "    atributed_to: russia\n",
        "NotConforming a.yaml:17: statements[1].atributed_to: there is no field 'atributed_to' here\n"
        "  mend: the fields are: quote, occurrence, after, id, speaker, on_behalf_of, reported_in, "
        "originally_in, told_to, said, certainty, asserts, denies, acknowledges, silent_on, form, "
        "scope, extent, against, asked_by, responds_to, paraphrases, review, confidence, proposed_by, note",
        id="an unknown field",
    ),
    pytest.param(
        "    speeker: russia\n",
        "NotConforming a.yaml:17: statements[1].speeker: there is no field 'speeker' here\n  mend: did you mean speaker?",
        id="an unknown field that is near a known one",
    ),
    pytest.param(
        "    certainty: sure\n",
        "NotConforming a.yaml:17: statements[1].certainty: 'sure' is not one of the words for this field\n"
        "  mend: The words are: certain, possible, probable, underspecified",
        id="a word of no vocabulary",
    ),
    pytest.param(
        "    denies: [{about: strike, occurrence: true}]\n    form: [no such event]\n",
        "NotConforming a.yaml:18: statements[1].form[1]: 'no such event' is not one of the words for "
        "this field\n"
        "  mend: did you mean noSuchEvent or noSuchTarget? The words are: " + ", ".join(get_args(DenialForm)),
        id="a word near one of the vocabulary",
    ),
    pytest.param(
        "    denies: [{about: strike, occurrence: true}]\n",
        "NotConforming a.yaml:16: statements[1]: the denial has no form\n  mend: add 'form', for example 'form: [notOurAct]'",
        id="a denial without a form",
    ),
    pytest.param(
        "    form: [notOurAct]\n",
        "NotConforming a.yaml:16: statements[1]: the denial denies nothing\n"
        "  mend: add the claims that it rejects (denies), or a scope",
        id="a form without a denial",
    ),
    pytest.param(
        "    denies: [{about: strike, occurrence: true}]\n    form: [noSuchEvent]\n    acknowledges: "
        "[{about: strike, damage: destroyed}]\n",
        "NotConforming a.yaml:16: statements[1]: the statement is more than one of denial, "
        "acknowledgement, silence\n"
        "  mend: split it, each with its own words",
        id="a denial that acknowledges",
    ),
    pytest.param(
        "    silent_on: [{about: strike, occurrence: true}]\n    asserts: [{about: strike, damage: destroyed}]\n",
        "NotConforming a.yaml:16: statements[1]: a silence asserts nothing\n  mend: split the statement, each with its own words",
        id="a silence that asserts",
    ),
    pytest.param(
        "    extent: partial\n",
        "NotConforming a.yaml:16: statements[1]: 'extent' goes with 'acknowledges'\n"
        "  mend: remove it, or add the claims that are conceded",
        id="an extent of nothing",
    ),
    pytest.param(
        "    asked_by: russia\n",
        "NotConforming a.yaml:16: statements[1]: 'asked_by' goes with 'silent_on'\n"
        "  mend: remove it, or add the claims that got no response",
        id="an asker of nothing",
    ),
    pytest.param(
        "    scope: [{wording: everything}]\n    form: [notOurAct]\n",
        "NotConforming a.yaml:17: statements[1].scope[1]: the scope restricts nothing\n"
        "  mend: give at least one of actors, act, target, victims, place",
        id="a scope that restricts nothing",
    ),
    pytest.param(
        "    asserts: [{id: a, about: strike, occurrence: true}, a]\n",
        "NotConforming a.yaml:16: statements[1]: the claim 'a' stands twice in this statement\n  mend: remove one",
        id="a claim that stands twice",
    ),
    pytest.param(
        "    confidence: 1.5\n",
        "NotConforming a.yaml:17: statements[1].confidence: '1.5' is more than 1\n  mend: correct the number",
        id="a confidence above 1",
    ),
    pytest.param(
        "    confidence: high\n",
        "NotConforming a.yaml:17: statements[1].confidence: 'high' is not a number\n  mend: write it in digits, for example 0.5",
        id="a confidence in words",
    ),
    pytest.param(
        "    note: " + "x" * 4001 + "\n",
        "NotConforming a.yaml:17: statements[1].note: the text has 4,001 characters, more than 4,000\n  mend: shorten it",
        id="a remark that is too long",
    ),
    pytest.param(
        '    note: "a\\0b"\n',
        "NotConforming a.yaml:17: statements[1].note: the text holds the control character U+0000\n  mend: remove it",
        id="a control character",
    ),
    pytest.param(
        "    note: ''\n",
        "NotConforming a.yaml:17: statements[1].note: the text is empty\n  mend: write it, or remove the line",
        id="no words",
    ),
]


TIMES = [
    pytest.param(
        "    said: 2016-02-30\n",
        "NotConforming a.yaml:17: statements[1].said: '2016-02-30' is not in the calendar\n"
        "  mend: correct the day, the month or the year",
        id="a day that no calendar has",
    ),
    pytest.param(
        "    said: 2016-13\n",
        "NotConforming a.yaml:17: statements[1].said: '2016-13' is not in the calendar\n"
        "  mend: correct the day, the month or the year",
        id="a month that no calendar has",
    ),
    pytest.param(
        "    said: 2016-02-17T10:00\n",
        "NotConforming a.yaml:17: statements[1].said: '2016-02-17T10:00' is not a date\n"
        "  mend: write 2016-02-17, or 2016-02 or 2016 where the day is not known",
        id="a time of day",
    ),
    pytest.param(
        "    said: 17.02.2016\n",
        "NotConforming a.yaml:17: statements[1].said: '17.02.2016' is not a date\n"
        "  mend: write 2016-02-17, or 2016-02 or 2016 where the day is not known",
        id="a date of another order",
    ),
    pytest.param(
        "    said: 2016-02-16/2016-02-17\n",
        "NotConforming a.yaml:17: statements[1].said: '2016-02-16/2016-02-17' is not a date\n"
        "  mend: write 2016-02-17, or 2016-02 or 2016 where the day is not known",
        id="a range",
    ),
    pytest.param(
        "    said: [2016]\n",
        "NotConforming a.yaml:17: statements[1].said: a time is expected here, not a list\n"
        "  mend: write 2016-02-17, or {earliest: 2016-02-16, latest: 2016-02-17}",
        id="a list",
    ),
    pytest.param(
        "    said: {earliest: 2016-03, latest: 2016-02}\n",
        "NotConforming a.yaml:17: statements[1].said: the earliest day 2016-03-01 is after the latest "
        "2016-02-29\n"
        "  mend: exchange or correct them",
        id="the earliest after the latest",
    ),
    pytest.param(
        "    said: {basis: metadata}\n",
        "NotConforming a.yaml:17: statements[1].said: the time is empty\n  mend: give earliest, latest or as_said; or remove it",
        id="nothing but its basis",
    ),
    pytest.param(
        "    said: 2016-02-18\n",
        "NotConforming a.yaml:17: statements[1].said: said on 2016-02-18 or later, in an article that "
        "came out by 2016-02-17\n"
        "  mend: correct 'said', or 'published' of the article",
        id="after the article",
    ),
]


CLAIMS = [
    pytest.param(
        "    asserts:\n      - {about: strike, id: a}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1]: a claim has exactly one value, this one has "
        "none\n"
        "  mend: the values are: occurrence, attacker, target, target_nature, damage, figure, weapon, "
        "place, time, intent, lawfulness, evidence, credibility, context",
        id="no value",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, occurrence: true, damage: destroyed}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1]: a claim has exactly one value, this one has "
        "occurrence, damage: split it\n"
        "  mend: the values are: occurrence, attacker, target, target_nature, damage, figure, weapon, "
        "place, time, intent, lawfulness, evidence, credibility, context",
        id="two values",
    ),
    pytest.param(
        "    asserts:\n      - {attacker: russia}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1]: a claim with attacker needs an event\n"
        "  mend: add 'about' with the key of the event",
        id="no event",
    ),
    pytest.param(
        "    asserts:\n      - {credibility: untrue}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1]: the claim is about nothing\n"
        "  mend: add about (an event), of (an actor) or of_statement (a statement)",
        id="about nothing",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, atacker: russia}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].atacker: there is no field 'atacker' here\n"
        "  mend: did you mean attacker?",
        id="an unknown field",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, occurrence: false}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].occurrence: an occurrence is true, not 'false'\n"
        "  mend: write 'occurrence: true'; that it did not take place is a denial of that claim",
        id="an occurrence that is false",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, attacker: {all_of: [russia]}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].attacker: several attackers are two or more "
        "actors\n"
        "  mend: list them either in all_of or in any_of",
        id="one attacker as several",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, attacker: {all_of: [russia, army], any_of: [russia, army]}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].attacker: several attackers are two or more "
        "actors\n"
        "  mend: list them either in all_of or in any_of",
        id="attackers both ways",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, attacker: {any_of: [russia, army, russia]}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].attacker: an attacker stands twice\n  mend: remove one",
        id="an attacker twice",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, damage: destroyed, share: {lower: 90, wording: 90 percent}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1]: 'share' goes with 'target'\n"
        "  mend: add the target, or remove the share",
        id="a share of no target",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, target: clinic, share: {lower: 190, wording: 190 percent}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].share.lower: '190' is more than 100\n  mend: correct the number",
        id="a share above the whole",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, target: clinic, share: {lower: 9, upper: 8.5, wording: nine}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].share: the lower bound 9 is above the upper "
        "8.5\n"
        "  mend: exchange or correct them",
        id="a share whose bounds are exchanged",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, target: clinic, share: {wording: most}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].share: the share has no number\n"
        "  mend: give lower or upper, in per cent",
        id="a share without a number",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, time: {note: it is not told}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1]: the time is empty\n  mend: give earliest, latest or as_said",
        id="a time that says nothing",
    ),
]


FIGURES = [
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, wording: twelve}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure: the figure has no number\n"
        "  mend: give number, or lower or upper; or 'bound: vague' where no number is said",
        id="no number",
    ),
    pytest.param(
        "    asserts:\n      - about: strike\n        figure:\n          outcome: killed\n          "
        "population: people\n          number: 1,000\n",
        "NotConforming a.yaml:22: statements[1].asserts[1].figure.number: '1,000' is not a number\n"
        "  mend: write it in digits alone (1000, not 1,000), or one of: dozens, scores, hundreds, thousands",
        id="a number with a separator",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, number: 1,000}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure.000: there is no value\n"
        "  mend: inside {...} and [...] a comma ends a value: put a value that holds one in quotation marks",
        id="a number with a separator in braces",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, number: 1e3}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure.number: '1e3' is not a number\n"
        "  mend: write it in digits alone (1000, not 1,000), or one of: dozens, scores, hundreds, thousands",
        id="a number in the notation of science",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, number: many}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure.number: 'many' is not a number\n"
        "  mend: write it in digits alone (1000, not 1,000), or one of: dozens, scores, hundreds, thousands",
        id="a number in other words",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, number: -5}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure.number: '-5' is not a number\n"
        "  mend: write it in digits alone (1000, not 1,000), or one of: dozens, scores, hundreds, thousands",
        id="a negative number",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, number: 20000000000}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure.number: 20000000000 is no number of "
        "people\n"
        "  mend: correct it: from 0 to 1,000,000,000",
        id="a number beyond mankind",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, number: 5, upper: 3}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure: the figure has a number and bounds\n"
        "  mend: give either number (with bound), or lower and upper",
        id="a number with bounds",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, lower: 5, upper: 3}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure: the lower bound 5 is above the upper 3\n"
        "  mend: exchange or correct them",
        id="bounds that are exchanged",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, lower: 3, upper: 5, bound: exact}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure: an exact figure has one number\n"
        "  mend: give number, or write 'bound: between'",
        id="an exact figure with two bounds",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, upper: 5, bound: atLeast}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure: the bound 'atLeast' lacks a number\n"
        "  mend: give lower, or write another bound",
        id="a bound that lacks its number",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, lower: 5, bound: between}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure: the bound 'between' lacks a number\n"
        "  mend: give lower and upper, or write another bound",
        id="a range that lacks an end",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, number: 5, bound: between}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure: the bound 'between' does not go with "
        "one number\n"
        "  mend: give lower and upper in place of number",
        id="a range with one number",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, number: dozens, bound: atLeast}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure: 'dozens' is vague, not atLeast\n  mend: leave 'bound' out",
        id="a vague word with another bound",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, number: 0, bound: fewerThan}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure: a figure is not fewer than 0\n  mend: correct number or bound",
        id="fewer than none",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, number: 5, bound: at least}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure.bound: 'at least' is not one of the "
        "words for this field\n"
        "  mend: did you mean atLeast? The words are: about, atLeast, between, exact, fewerThan, "
        "moreThan, upTo, vague",
        id="a bound in other words",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: medical staff, number: 5}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure.population: 'medical staff' is not "
        "one of the words for this field\n"
        "  mend: did you mean medicalStaff? The words are: " + ", ".join(get_args(Population)),
        id="a population in other words",
    ),
    pytest.param(
        "    asserts:\n      - {about: strike, figure: {outcome: killed, population: people, number: 5, partitioned: maybe}}\n",
        "NotConforming a.yaml:18: statements[1].asserts[1].figure.partitioned: 'maybe' is neither true "
        "nor false\n"
        "  mend: write true or false",
        id="neither true nor false",
    ),
    pytest.param(
        "    asserts:\n      - {id: a, about: strike, damage: hit}\n      - {about: strike, figure: "
        "{outcome: killed, population: people, number: 5, part_of: a}}\n",
        "NotConforming a.yaml:19: statements[1].asserts[2].figure.part_of: no claim with a figure has "
        "the key 'a'\n"
        "  mend: correct the key, or give the claim with a figure that is meant this id",
        id="part of a claim without a figure",
    ),
]


@pytest.mark.parametrize(("text", "message"), [*STATEMENTS, *TIMES, *CLAIMS, *FIGURES])
def test_a_fault_of_a_field_names_its_line_its_path_and_its_mend(
    told: Callable[[str], str], killed: str, text: str, message: str
) -> None:
    assert told(killed + text) == message
