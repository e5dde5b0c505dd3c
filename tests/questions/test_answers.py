"""Each stored question on the seeds: its answer is what a reader of the articles expects, and it stands on the graph."""

from dataclasses import dataclass

import pytest

from tests.questions.conftest import NAMES, QUESTIONS, Graph
from tests.questions.expected_rows import FOLDER, differences, read_expected


@pytest.mark.parametrize("name", NAMES)
def test_answer_on_the_seeds(name: str, graph: Graph) -> None:
    columns, expected = read_expected(name)
    missing, wrong = differences(expected, graph.rows(QUESTIONS[int(name[:2])], columns))
    assert (missing, wrong) == ([], [])


def test_every_question_has_its_expected_answer() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_expected_columns_are_all_that_a_person_reads(name: str) -> None:
    columns, _ = read_expected(name)
    question = QUESTIONS[int(name[:2])]
    identifiers = {c for c in question.columns if f"{c}Label" in question.columns or f"{c}Quote" in question.columns}
    identifiers |= {"statement", "document"} & set(question.columns)
    assert set(columns) == set(question.columns) - identifiers


@dataclass(frozen=True)
class Loss:
    """A triple, and how many rows go and come when it is gone."""

    question: int
    gone: int
    new: int
    predicate: str
    pattern: str
    """Finds the triple's ?s and ?o."""

    @property
    def triple(self) -> str:
        """Finds ?s ?p ?o."""
        return f"?s {self.predicate} ?o . {self.pattern} BIND({self.predicate} AS ?p)"


LABELLED = 'rdfs:label "{}"'.format
ABOUT = 'aed:aboutEvent/rdfs:label "{}"'.format
SAID_BY = 'aed:saidBy/rdfs:label "{}"'.format
KONASHENKOV_ON_IDLIB = (
    f"?s {SAID_BY('Igor Konashenkov')} . ?o {ABOUT('strike on Idlib National Hospital, night of 30-31 May 2016')}"
)
CAMPAIGN = ABOUT("military campaign in Syria since 30 September 2015")
AMBASSADOR, DEIR_EZ_ZOR = "Syria's ambassador to Moscow", "deaths in Deir al-Zour province attributed to Russia, January 2016"
JANUARY, SINCE_SEPTEMBER = LABELLED("679 civilians killed"), LABELLED("15,027 or more civilians killed")
LOSSES = (
    # Konashenkov's denial of the strike in Idlib; with it goes what it left undenied.
    Loss(1, 1, 0, "aed:denies", KONASHENKOV_ON_IDLIB),
    Loss(2, 2, 0, "aed:denies", KONASHENKOV_ON_IDLIB),
    # That the blanket denial covers the target of the strike on Sarmin; the row of its attacker remains.
    Loss(3, 1, 0, "aed:coverageStatus", f"?s aed:coveredClaim [ a aed:TargetClaim ; aed:target/{LABELLED('Sarmin hospital')} ]"),
    # "The city" of the paraphrase: without it the scope is not restricted to a place.
    Loss(4, 1, 1, "aed:place", f"?s a aed:Scope . ?o {LABELLED('Idlib')}"),
    # The Pentagon's concession: without it three accusations of the United States are unanswered.
    Loss(5, 0, 3, "aed:acknowledges", f"?s {SAID_BY('United States Department of Defense')}"),
    # That the coalition answers the ambassador.
    Loss(6, 1, 1, "aed:respondsTo", f"?o {SAID_BY(AMBASSADOR)}"),
    Loss(7, 1, 0, "aed:acknowledges", f"?s {SAID_BY('US-led coalition')}"),
    # That Putin spoke for Russia: the reference data still says that he does, but no statement.
    Loss(8, 1, 1, "aed:onBehalfOf", f"?s {SAID_BY('Vladimir Putin')}"),
    Loss(9, 1, 0, "aed:denialForm", "FILTER(?o = aed:alibi)"),
    # That the ambassador stands inside Peskov's sentence.
    Loss(10, 1, 0, "aed:reportedIn", f"?s {SAID_BY(AMBASSADOR)}"),
    # That the caption of 000 says it, too.
    Loss(
        11,
        1,
        0,
        "aed:asserts",
        f"?s aed:quote ?q . FILTER(CONTAINS(?q, 'has seen it hit')) ?o aed:target/{LABELLED('14 hospitals')}",
    ),
    # That "at least 200" says the same in both articles: then they differ.
    Loss(12, 1, 1, "aed:sameContentAs", f"?s {CAMPAIGN} ; aed:figure/{LABELLED('200 or more civilians killed')}"),
    Loss(13, 1, 0, "aed:evidence", "FILTER(?o = aed:flightPatterns)"),
    Loss(14, 1, 0, "aed:independentRoots", f"?s aed:figure/{LABELLED('46 or more people killed')}"),
    Loss(15, 1, 0, "aed:partOfActor", f"?s {LABELLED('TASS')}"),
    Loss(16, 1, 0, "aed:asserts", f"?o aed:figure/{LABELLED('50 people killed')}"),
    # That 679 lies within 15,027: with it goes the outlier.
    Loss(17, 2, 0, "aed:comparability", f"?s aed:compares/{JANUARY} ; aed:compares/{SINCE_SEPTEMBER}"),
    Loss(18, 1, 0, "aed:target", f"?s a aed:TargetClaim . ?o {LABELLED('Sarmin hospital')}"),
    # The accusation of Sarmin: Russia has one attack less, and one less that a blanket denial covers.
    Loss(19, 1, 1, "aed:attacker", f"?s {ABOUT('strike on Sarmin hospital, 20 October 2015')}"),
    Loss(20, 1, 1, "aed:denies", f"?s {SAID_BY('a spokesman of the US-led coalition')}"),
    # "In central Syria", of Deir al-Zour.
    Loss(21, 1, 0, "aed:place", f"?s {ABOUT(DEIR_EZ_ZOR)} . ?o {LABELLED('central Syria')}"),
    Loss(23, 1, 0, "aed:attacker", f"?s {ABOUT('shelling of a school in the Damascus suburbs, 22 November 2015')}"),
    # That Konashenkov turns against Turkey: the edge goes, and what Turkey gets in return.
    Loss(24, 2, 1, "aed:against", f"?o {LABELLED('Turkey')}"),
)


@pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: NAMES[loss.question - 1])
def test_answer_stands_on_a_triple(loss: Loss, graph: Graph) -> None:
    question = QUESTIONS[loss.question]
    columns, before = read_expected(NAMES[loss.question - 1])
    with graph.without(loss.triple):
        gone, new = differences(before, graph.rows(question, columns))
    assert (len(gone), len(new)) == (loss.gone, loss.new)
    assert differences(before, graph.rows(question, columns)) == ([], [])


def test_a_second_strike_on_one_facility_appears(graph: Graph) -> None:
    sarmin = graph.select(f"SELECT ?site WHERE {{ ?site a aed:Hospital ; {LABELLED('Sarmin hospital')} }}")[0][0]
    strike = f"""@prefix aed: <https://w3id.org/aed#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <second> a aed:Attack ; rdfs:label "another strike" ; aed:allegedTarget <{sarmin}> ."""
    with graph.with_triples(strike):
        rows = graph.rows(QUESTIONS[22])
        part = "<second> <https://w3id.org/aed#subEventOf> <{}> .".format(
            graph.select("SELECT ?e WHERE { ?e rdfs:label 'strike on Sarmin hospital, 20 October 2015' }")[0][0]
        )
        with graph.with_triples(part):
            assert graph.rows(QUESTIONS[22]) == []
    assert rows == [("Sarmin hospital", "Sarmin", "2", "another strike; strike on Sarmin hospital, 20 October 2015")]


def test_an_unreviewed_draft_appears(graph: Graph) -> None:
    silence, quote, title = graph.select(
        "SELECT ?s ?quote ?title WHERE { ?s a aed:NonResponse ; aed:quote ?quote ; aed:reportedIn+/dcterms:title ?title }"
    )[0]
    draft = f"@prefix aed: <https://w3id.org/aed#> . <{silence}> aed:reviewStatus aed:unreviewed ; aed:confidence 0.4 ; aed:proposedBy 'rules: silence' ."
    with graph.with_triples(draft):
        rows = graph.rows(QUESTIONS[25])
    assert rows == [("Russian Ministry of Defence", "0.4", "rules: silence", quote, title)]
