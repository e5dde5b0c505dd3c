"""From a file to an annotation that holds: the article, the keys, the quotations and the chains."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.annotation.reading import Curated
from kg.errors import NotConforming

Annotate = Callable[[str | bytes], Curated]
Told = Callable[[str | bytes], str]


def test_an_annotation_holds_with_its_spans_mentions_and_claims(annotate: Annotate, head: str) -> None:
    read = annotate(
        head.replace("    label: the strike", "    label: the strike\n    mention: {quote: A strike, occurrence: 2}")
        + "  - quote: At least 12 people were killed\n"
        "    asserts:\n"
        "      - {id: killed, about: strike, figure: {outcome: killed, population: people, number: 12, bound: atLeast}}\n"
        "  - quote: '\"We did not do it,\"'\n    speaker: roe\n    denies: [killed]\n    form: [noCivilianHarm]\n"
    )
    assert [span.exact for span in read.spans] == ["At least 12 people were killed", "“We did not do it,”"]
    assert all(read.article.text[span.start : span.end] == span.exact for span in (*read.spans, *read.mentions.values()))
    assert read.mentions["strike"].start == read.article.text.rindex("A strike")
    denied = read.resolve(read.annotation.statements[1].denies)
    assert denied == (read.claims["killed"],)
    assert [statement.kind for statement in read.annotation.statements] == ["Assertion", "Denial"]


def test_marks_of_byte_order_and_windows_line_ends_change_nothing(annotate: Annotate, head: str, killed: str) -> None:
    plain = annotate(head + killed)
    windows = annotate(b"\xef\xbb\xbf" + (head + killed).replace("\n", "\r\n").encode())
    assert windows.annotation == plain.annotation
    assert windows.spans == plain.spans


def test_yamls_types_change_no_word(annotate: Annotate, head: str) -> None:
    for word in ("no", "on", "2016", "010", "1e3", "20:30", "2016-02-17", "12e4567890", "1.50"):
        read = annotate(head.replace("A clinic is hit", word) + "  - quote: A strike hit a clinic.\n    note: " + word + "\n")
        assert read.annotation.article.title == word
        assert read.annotation.statements[0].note == word


def test_words_are_found_by_their_occurrence_or_by_what_stands_before(annotate: Annotate) -> None:
    by_number = annotate("  - quote: A strike hit a clinic\n    occurrence: 2\n").spans[0]
    by_words = annotate("  - quote: A strike hit a clinic\n    after: were killed\n").spans[0]
    assert by_number == by_words
    assert by_number.prefix.endswith("killed.\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "  - quote: At least 12 people died\n",
            "a.yaml:16: statements[1].quote: the article does not say: 'At least 12 people died'\n"
            "  mend: the article says: 'At least 12 people were killed.\\nA strike hit a'",
        ),
        (
            "  - quote: Nobody was hurt\n",
            "a.yaml:16: statements[1].quote: the article does not say: 'Nobody was hurt'\n"
            "  mend: copy the words from the article, without ellipses",
        ),
        (
            "  - quote: A strike hit a clinic\n",
            "a.yaml:16: statements[1].quote: the quotation stands 2 times: 'A strike hit a clinic'\n"
            "  mend: add 'occurrence: 1' (or 2, ...), or 'after:' with words before it",
        ),
        (
            "  - quote: A strike hit a clinic\n    occurrence: 3\n",
            "a.yaml:16: statements[1].quote: the quotation stands 2 times, not 3: 'A strike hit a clinic'\n"
            "  mend: write a smaller number, or leave it out",
        ),
        (
            "  - quote: A strike hit a clinic\n    occurrence: 0\n",
            "a.yaml:17: statements[1].occurrence: '0' is less than 1\n  mend: correct the number",
        ),
        (
            "  - quote: A strike hit a clinic\n    after: on Tuesday\n",
            "a.yaml:16: statements[1].quote: the article does not say: 'on Tuesday'\n  mend: correct 'after:'",
        ),
    ],
)
def test_a_quotation_that_is_not_found_says_what_to_do(told: Told, text: str, message: str) -> None:
    assert told(text) == f"NotConforming {message}"


def test_words_that_only_look_the_same_are_told_apart(annotate: Annotate, tmp_path: Path, head: str) -> None:
    content = "A cafe\u0301 was hit.".encode()
    (tmp_path / "other.txt").write_bytes(content)
    old = head.split("sha256: ")[1][:64]
    text = (
        head.replace("article.txt", "other.txt").replace(old, hashlib.sha256(content).hexdigest())
        + "  - quote: A caf\u00e9 was hit.\n"
    )
    with pytest.raises(NotConforming, match="spells accents as signs of their own"):
        annotate(text)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "  title: A clinic is hit\n",
            "",
            "a.yaml:1: article: the field 'title' is missing\n  mend: add 'title: ...' (Its headline)",
        ),
        (
            "  title: A clinic is hit\n",
            "  titel: A clinic is hit\n",
            "a.yaml:1: article: the field 'title' is missing\n  mend: add 'title: ...' (Its headline)\n"
            "a.yaml:4: article.titel: there is no field 'titel' here\n  mend: did you mean title?",
        ),
        ("statements:\n", "statements: []\n", "a.yaml:15: statements: the list has too few items: 0\n  mend: give 1 or more"),
        (
            "statements:\n",
            "statement:\n",
            "a.yaml:1: the field 'statements' is missing\n  mend: add 'statements: ...' (What is said, one item a speech act)\n"
            "a.yaml:15: statement: there is no field 'statement' here\n  mend: did you mean statements?",
        ),
        (
            "  army:",
            "  The Army:",
            "a.yaml:8: actors.'The Army': 'The Army' is not a key\n"
            "  mend: write small letters, digits and single hyphens: the-army",
        ),
        (
            "  army:",
            "  russia:",
            "a.yaml:8: actors.russia: the actor 'russia' is declared here and in the reference data\n"
            "  mend: remove this block if the one of the reference data is meant, or else choose another key",
        ),
        (
            "sites:\n",
            "places:\n  adra: {label: Adra}\ndocuments:\n  report: {title: Report, by: roe}\nsites:\n",
            "a.yaml:10: places.adra: the place 'adra' is declared here and in the reference data\n"
            "  mend: remove this block if the one of the reference data is meant, or else choose another key\n"
            "a.yaml:12: documents.report: the document 'report' is declared here and in the reference data\n"
            "  mend: remove this block if the one of the reference data is meant, or else choose another key",
        ),
        (
            "  army:",
            "  publisher:",
            "a.yaml:8: actors.publisher: this key is kept for a publisher whom the article does not name\n"
            "  mend: add 'publisher: publisher' to the block 'article', or choose another key",
        ),
        (
            "label: The Army",
            "label: The Army, member_of: [militia]",
            "a.yaml:8: actors.army.member_of[1]: no actor has the key 'militia'\n  mend: correct the key, or declare the actor",
        ),
        (
            "on: 2026-01-02",
            "on: 2026-01",
            "a.yaml:6: annotation.on: '2026-01' is not one day\n  mend: write year, month and day: 2016-02-17",
        ),
        (
            "on: 2026-01-02",
            "on: 1767312000",
            "a.yaml:6: annotation.on: '1767312000' is not a date\n"
            "  mend: write 2016-02-17, or 2016-02 or 2016 where the day is not known",
        ),
    ],
)
def test_a_fault_of_a_block_names_its_line_and_its_mend(
    told: Told, head: str, killed: str, old: str, new: str, message: str
) -> None:
    text = head.replace(old, new, 1) + ("" if new.endswith("[]\n") else killed)
    assert told(text) == f"NotConforming {message}"


def test_the_key_publisher_may_be_the_publishers(annotate: Annotate, head: str, killed: str) -> None:
    read = annotate(head.replace("  army:", "  publisher:").replace("  title:", "  publisher: publisher\n  title:") + killed)
    assert read.annotation.article.publisher == "publisher"


def test_two_statements_of_the_same_words_speaker_and_kind_are_a_fault(told: Told, killed: str) -> None:
    assert told(killed + killed) == (
        "NotConforming a.yaml:17: statements[2].quote: same words, speaker and kind as the statement in line 16\n"
        "  mend: join the two, or quote narrower words"
    )


@pytest.mark.parametrize(
    "other",
    [
        "  - {quote: At least 12 people were killed, speaker: roe}\n",
        "  - {quote: At least 12 people were killed, reported_in: said}\n  - {quote: said, id: said}\n",
        "  - quote: At least 12 people were killed\n    asserts: [{about: strike, occurrence: true}]\n",
        "  - quote: At least 12 people\n",
    ],
)
def test_another_speaker_report_kind_or_span_makes_another_statement(annotate: Annotate, killed: str, other: str) -> None:
    assert len(annotate(killed + other).spans) >= 2


def test_ids_are_given_once(told: Told, killed: str) -> None:
    claim = "      - {id: a, about: strike, occurrence: true}\n"
    text = f"{killed}    id: x\n    asserts:\n{claim}  - quote: said\n    id: x\n    asserts:\n{claim}"
    assert told(text) == (
        "NotConforming a.yaml:21: statements[2].id: two statements have the id 'x' (the first in line 17)\n  mend: rename one\n"
        "a.yaml:23: statements[2].asserts[1].id: two claims have the id 'a' (the first in line 19)\n"
        "  mend: where the same claim is meant, write its id alone; else rename one"
    )


@pytest.mark.parametrize("field", ["reported_in", "paraphrases"])
def test_statements_run_in_no_circle(told: Told, killed: str, field: str) -> None:
    others = f"  - {{quote: said, id: b, {field}: c}}\n  - {{quote: Adra, id: c, {field}: a}}\n"
    text = f"{killed}    id: a\n    {field}: b\n{others}"
    assert (
        told(text) == f"NotConforming a.yaml:18: statements[1].{field}: a circle: a → b → c → a\n  mend: remove one of these links"
    )


def test_a_statement_answers_no_statement_that_answers_it(told: Told, killed: str) -> None:
    text = f"{killed}    id: a\n    responds_to: [a]\n"
    assert told(text) == "NotConforming a.yaml:18: statements[1].responds_to: a circle: a → a\n  mend: remove one of these links"


def test_parts_run_in_no_circle(told: Told, head: str, killed: str) -> None:
    figure = "figure: {outcome: killed, population: people, number: 12"
    text = (
        head.replace("label: The Army}", "label: A, part_of: [navy]}\n  navy: {kind: ArmedForce, label: N, part_of: [army]}")
        .replace("sites:\n", "places:\n  a: {label: A, within: [b]}\n  b: {label: B, within: [a]}\nsites:\n")
        .replace("    label: the strike", "    label: the strike\n    part_of: strike")
        + f"{killed}    asserts:\n      - {{id: a, about: strike, {figure}, part_of: b}}}}\n"
        f"      - {{id: b, about: strike, {figure}, bound: upTo, part_of: a}}}}\n"
    )
    assert told(text).splitlines()[::2] == [
        "NotConforming a.yaml:8: actors.army.part_of: a circle: army → navy → army",
        "a.yaml:11: places.a.within: a circle: a → b → a",
        "a.yaml:19: events.strike.part_of: a circle: strike → strike",
        "a.yaml:23: statements[1].asserts[1].figure.part_of: a circle: a → b → a",
    ]


def test_a_long_chain_of_reports_is_no_circle(annotate: Annotate) -> None:
    links = [f"  - {{quote: A strike, occurrence: 1, speaker: roe, id: s{i}, reported_in: s{i + 1}}}\n" for i in range(1500)]
    assert len(annotate("".join([*links, "  - {quote: said, id: s1500}\n"])).spans) == 1501


def test_every_fault_of_a_file_is_told_in_the_order_of_its_lines(told: Told, head: str) -> None:
    text = head.replace("label: The Army", "label: The Army, part_of: [none]") + (
        "  - quote: nowhere\n    speaker: nobody\n    asserts: [nothing]\n  - quote: said\n    said: 2017\n"
    )
    lines = told(text).removeprefix("NotConforming ").splitlines()[::2]
    assert [line.split(": ")[0] for line in lines] == [f"a.yaml:{number}" for number in (8, 16, 17, 18, 20)]


def test_a_message_shows_no_sign_that_a_terminal_obeys(told: Told, killed: str) -> None:
    assert "\x1b" not in told('  - quote: "\\e[31mred"\n')
    assert "\x1b" not in told(killed + '    "\\e[31mred": x\n')
    assert "\x1b" not in told(killed + '    certainty: "\\e[31mred"\n')


def test_a_message_about_a_giant_stays_short(told: Told, killed: str) -> None:
    giant = "x" * 1_000_000
    for text in (
        f"  - quote: {giant}\n",
        f"{killed}    speaker: {giant}\n",
        f"{killed}    certainty: {giant}\n",
        f"{killed}    said: {giant}\n",
        f"{killed}    confidence: {giant}\n",
        f"{killed}    '{giant}': x\n",
        f"{killed}    asserts: [{{about: strike, figure: {{outcome: killed, population: people, number: {'9' * 5000}}}}}]\n",
    ):
        assert len(told(text)) < 1000
