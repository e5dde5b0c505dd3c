from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotation.claims import Attackers, ClaimBlock
from kg.annotation.figures import FigureBlock
from kg.annotation.model import Annotation
from kg.annotation.parsing import parse
from kg.annotation.statements import ScopeBlock, StatementBlock
from kg.annotation.things import ActorBlock, ArticleBlock, Curation, EventBlock, Quotation, SiteBlock
from kg.annotation.values import Interval
from kg.annotation.writing import to_yaml
from kg.annotation.yaml import Source, read_source
from kg.resources import SEEDS

AWKWARD = ("no", "null", "~", "010", "1e3", "12:30", "2016-02-17", "a: b", "a #b", "- a", "? a", "'", '"', "{a}", "[", "a,", "=", "<<",
           "true", "%a", "@a", "`", "!a", "*a", "&a", "| a", "> a", "a:", "\\", "a\nb", "a\n\nb", "a\tb", "x\u2028y", "\ufeffz", "😀")  # fmt: skip
words = st.one_of(
    st.sampled_from(AWKWARD),
    st.text("abc -:#,[]{}'\"\\\n\u2029é", min_size=1, max_size=30),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=30),
    st.text("word ", min_size=150, max_size=300),
).filter(str.strip)
quotes = st.one_of(words, st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(str.strip))
keys = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True) | st.sampled_from(
    ["no", "on", "null", "1", "010", "1e3"]
)
days = st.dates(min_value=date(1, 1, 1))


@st.composite
def times(draw: st.DrawFn) -> Interval:
    first, last = sorted((draw(days), draw(days)))
    rest: dict[str, Any] = draw(st.fixed_dictionaries({}, optional={"as_said": words, "note": words, "basis": st.just("metadata")}))
    year = first.replace(month=1, day=1), first.replace(month=12, day=31)
    bounds = draw(st.sampled_from([(first, last), (first, first), year, (first, None), (None, last)]))
    return Interval(earliest=bounds[0], latest=bounds[1], **rest)


claims = st.one_of(
    keys,
    st.builds(ClaimBlock, id=st.none() | keys, about=keys, occurrence=st.just(True)),
    st.builds(ClaimBlock, about=keys, attacker=keys | st.just(Attackers(any_of=("a", "b"))), by=st.none() | keys),
    st.builds(ClaimBlock, about=keys, time=times().filter(lambda one: bool(one.earliest or one.latest))),
    st.builds(ClaimBlock, of=keys, context=words),
    st.builds(
        ClaimBlock,
        about=keys,
        figure=st.builds(
            FigureBlock,
            outcome=st.just("killed"),
            population=st.just("civilians"),
            number=st.integers(1, 10**9) | st.just("dozens"),
            wording=st.none() | words,
            partitioned=st.booleans(),
        ),
    ),
)
some_claims = st.lists(claims, max_size=3, unique_by=lambda one: one if isinstance(one, str) else one.id or id(one)).map(tuple)
scopes = st.builds(ScopeBlock, actors=st.lists(keys, min_size=1, max_size=3).map(tuple), time=st.none() | times(), wording=words)
confidences = st.none() | st.floats(0, 1)
statements = st.one_of(
    st.builds(StatementBlock, quote=quotes, id=st.none() | keys, speaker=st.none() | keys, said=st.none() | times(),
              asserts=some_claims, review=st.just("unreviewed"), confidence=confidences, proposed_by=st.none() | words),
    st.builds(StatementBlock, quote=quotes, after=st.none() | quotes, occurrence=st.none() | st.integers(1, 9),
              scope=st.lists(scopes, min_size=1, max_size=2).map(tuple), form=st.just(("notOurAct", "lawful")), note=words),
)  # fmt: skip
annotations = st.builds(
    Annotation,
    article=st.builds(
        ArticleBlock,
        file=words,
        sha256=st.sampled_from(["0" * 64, "1" * 32 + "e" + "2" * 31, "9f" * 32]),
        title=words,
        published=times(),
        language=st.sampled_from(["en", "no", "de-AT"]),
        address=st.none() | st.just("https://example.org/a?b=c#d"),
    ),
    annotation=st.builds(Curation, by=words, on=days, method=st.sampled_from(["curated", "extracted"]), tool=st.none() | words),
    actors=st.dictionaries(
        keys, st.builds(ActorBlock, kind=st.just("Person"), label=words, also=st.lists(words, max_size=3).map(tuple)), max_size=3
    ),
    sites=st.dictionaries(
        keys, st.builds(SiteBlock, kind=st.just("Hospital"), label=words, count=st.none() | st.just(3)), max_size=2
    ),
    events=st.dictionaries(
        keys,
        st.builds(EventBlock, kind=st.just("AirStrike"), label=words, mention=st.none() | st.builds(Quotation, quote=quotes)),
        max_size=2,
    ),
    statements=st.lists(statements, min_size=1, max_size=3).map(tuple),
)


@settings(max_examples=50, deadline=None)
@given(annotations)
def test_what_is_written_is_read_back(annotation: Annotation) -> None:
    text = to_yaml(annotation)
    assert parse(Annotation, Source("written", text)) == annotation
    assert to_yaml(annotation) == text


@settings(deadline=None)
@given(words)
def test_a_reader_that_knows_yamls_types_finds_text_where_text_was(text: str) -> None:
    article = ArticleBlock(file=text, sha256="0" * 64, title=text, published=Interval(as_said=text))
    annotation = Annotation(
        article=article,
        annotation=Curation(by=text, on=date(2026, 1, 2)),
        statements=(StatementBlock(quote="x", asserts=(ClaimBlock(of="a", context=text),)),),
    )
    plain = yaml.safe_load(to_yaml(annotation))
    assert plain["article"]["title"] == plain["article"]["published"]["as_said"] == article.title
    assert plain["article"]["sha256"] == "0" * 64
    assert plain["statements"][0]["asserts"][0]["context"] == article.title


@pytest.mark.parametrize("path", sorted((SEEDS / "annotations").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_seeds_are_written_much_as_they_stand(path: Any) -> None:
    annotation = parse(Annotation, read_source(path))
    text = to_yaml(annotation)
    assert parse(Annotation, Source("written", text)) == annotation
    before, after = set(path.read_text(encoding="utf-8").splitlines()), text.splitlines()
    assert sum(line in before for line in after) > 0.7 * len(after)


def test_it_looks_as_a_person_writes_it() -> None:
    article = ArticleBlock(
        file="a.txt",
        sha256="9" * 64,
        title="Clinic hit: army denies it",
        published=Interval(earliest=date(2031, 3, 1), latest=date(2031, 3, 31)),
    )
    annotation = Annotation(
        article=article,
        annotation=Curation(by="kg", on=date(2031, 4, 1), method="extracted", tool="rules 0.2"),
        actors={"army": ActorBlock(kind="ArmedForce", label="the Army", also=("Army, the",))},
        events={"strike": EventBlock(kind="AirStrike", label="the strike", mention=Quotation(quote="a strike"))},
        statements=(
            StatementBlock(
                quote="“It wasn't us”: the army",
                id="denial",
                speaker="army",
                denies=(ClaimBlock(about="strike", attacker="army"),),
                form=("notOurAct",),
                review="unreviewed",
                confidence=0.8,
            ),
        ),
    )
    assert to_yaml(annotation) == (
        "article:\n"
        "  file: a.txt\n"
        f"  sha256: '{'9' * 64}'\n"
        "  title: 'Clinic hit: army denies it'\n"
        "  published: 2031-03\n"
        "\n"
        "annotation:\n"
        "  by: kg\n"
        "  on: 2031-04-01\n"
        "  method: extracted\n"
        "  tool: rules 0.2\n"
        "\n"
        "actors:\n"
        "  army: {kind: ArmedForce, label: the Army, also: ['Army, the']}\n"
        "\n"
        "events:\n"
        "  strike: {kind: AirStrike, label: the strike, mention: {quote: a strike}}\n"
        "\n"
        "statements:\n"
        "  - id: denial\n"
        "    quote: '“It wasn''t us”: the army'\n"
        "    speaker: army\n"
        "    denies:\n"
        "      - {about: strike, attacker: army}\n"
        "    form: [notOurAct]\n"
        "    review: unreviewed\n"
        "    confidence: 0.8\n"
    )
