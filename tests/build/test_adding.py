"""What is added to a graph, and what takes the place of what: the graph is then the one that a build anew makes."""

import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.annotation.model import Annotation
from kg.annotation.reading import read_annotation
from kg.annotation.things import Reviewed, Revised
from kg.annotation.values import Interval
from kg.annotation.writing import to_yaml
from kg.article import Article
from kg.build.adding import Added
from kg.build.adding import add as add_to
from kg.build.build import Sources
from kg.build.build import build as build_anew
from kg.build.manifest import Manifest
from kg.build.pipeline import Background
from kg.build.place import Place
from kg.build.verify import verify
from kg.errors import NotConforming, UsageError
from kg.export.rdf import write_nquads
from kg.extraction.extract import Extractor, Metadata
from kg.files import sha256_of
from kg.resources import SEEDS
from kg.store.embedded import EmbeddedStore
from kg.terms import AED, RDF

Build = Callable[..., None]
Add = Callable[..., Added]
Seed = Callable[..., Path]

SCRIPT = Path(__file__).parent / "killed_revisions.py"
HERE = {"PYTHONPATH": str(Path(__file__).parents[2])}
REVIEW = date(2026, 11, 22)
DRAFT = Revised(sha256="d" * 64, on=REVIEW, tool="rules")


@pytest.fixture
def add(place: Place, background: Background) -> Add:
    def call(*paths: Path, **options: Any) -> Added:
        return add_to(Sources(paths), place, background, **options)

    return call


@pytest.fixture
def built(place: Place, background: Background) -> Build:
    """Builds the graph of these files, and of assessments."""

    def call(*paths: Path, where: Place = place, assessments: tuple[Path, ...] = ()) -> None:
        build_anew(Sources(paths, assessments), where, background)

    return call


@pytest.fixture
def anew(built: Build, tmp_path: Path) -> Callable[..., Place]:
    """Another graph, of these files."""

    def call(*paths: Path, assessments: tuple[Path, ...] = ()) -> Place:
        built(*paths, where=Place(tmp_path / "anew"), assessments=assessments)
        return Place(tmp_path / "anew")

    return call


@pytest.fixture
def seed(tmp_path: Path, background: Background) -> Seed:
    """A file with the annotation of a seed, its statements but for the last ones, and what else is said of how it was made."""

    def call(name: str, *, without: int = 0, file: str = "", **curation: Any) -> Path:
        path = SEEDS / "annotations" / f"{name}.yaml"
        whole = read_annotation(path, background.reference.known).annotation
        text = copied(path.parent / whole.article.file, tmp_path)
        changed = {
            "article": whole.article.model_copy(update={"file": text.name}),
            "annotation": whole.annotation.model_copy(update=curation),
            "statements": whole.statements[: len(whole.statements) - without],
        }
        return written(tmp_path / (file or f"{name}.yaml"), whole.model_copy(update=changed))

    return call


def copied(file: Path, folder: Path) -> Path:
    return Path(shutil.copy(file, folder))


def written(path: Path, annotation: Annotation) -> Path:
    path.write_text(to_yaml(annotation), encoding="utf-8")
    return path


def nquads(place: Place) -> bytes:
    out = io.BytesIO()
    with place.store() as store:
        write_nquads(store.quads(), "https://example.org/", out)
    return out.getvalue()


def same(one: Place, other: Place) -> bool:
    """Whether two graphs are the same to the byte, and count the same."""
    for place in (one, other):
        assert verify(place) == ()
    with one.reading() as mine, other.reading() as others:
        counted = Manifest.read(mine).counts == Manifest.read(others).counts
    with one.store() as mine_stored, other.store() as others_stored:
        plain = set(mine_stored.ntriples().splitlines()) == set(others_stored.ntriples().splitlines())
    return counted and plain and nquads(one) == nquads(other)


@pytest.fixture(scope="module")
def rules(background: Background) -> Extractor:
    return Extractor(background.reference)


def test_the_draft_of_a_seed_gives_way_to_its_curated_annotation(
    rules: Extractor, tmp_path: Path, built: Build, add: Add, anew: Callable[..., Place], place: Place
) -> None:
    curated, other = (SEEDS / "annotations" / f"{name}.yaml" for name in ("001", "004"))
    text = copied(next((SEEDS / "articles").glob("001_*.txt")), tmp_path)
    about = Metadata(
        title="The article", publisher=None, address=None, published=Interval(earliest=REVIEW, latest=REVIEW), language="en"
    )
    draft = written(tmp_path / "draft.yaml", rules.draft(Article.read(text), text.name, about, REVIEW))
    built(other)
    assert add(draft).new == [draft]
    assert add(curated).replaced == [curated]
    assert same(place, anew(curated, other))


def test_the_cluster_of_an_event_is_inferred_anew(
    seed: Seed, built: Build, add: Add, anew: Callable[..., Place], place: Place
) -> None:
    assessments = (SEEDS / "assessments.yaml",)
    files = [SEEDS / "annotations" / f"{name}.yaml" for name in ("003", "001", "004")]
    drafts = {file.stem: seed(file.stem, without=4, method="extracted") for file in files}
    built(*drafts.values(), assessments=assessments)
    before = nquads(place)
    for number, file in enumerate(files[:2], 1):
        assert add(file).replaced == [file]
        wanted = [*files[:number], *(drafts[one.stem] for one in files[number:])]
        assert same(place, anew(*wanted, assessments=assessments))
    assert nquads(place) != before


def test_an_event_that_an_assessment_names_has_to_stay(
    seed: Seed, built: Build, add: Add, background: Background, place: Place, tmp_path: Path
) -> None:
    draft = seed("001", method="extracted")
    built(draft, SEEDS / "annotations" / "002.yaml", assessments=(SEEDS / "assessments.yaml",))
    before = nquads(place)
    renamed = tmp_path / "renamed.yaml"
    renamed.write_text(draft.read_text().replace("msf-hospital-attack", "another-attack").replace("extracted", "curated"))
    with pytest.raises(NotConforming):
        add(renamed)
    assert nquads(place) == before


@pytest.fixture
def about_an_actor(tmp_path: Path) -> Callable[..., Path]:
    """An annotation of an article that says of Russia that its words are doubted: a claim that names no event of the article."""

    def call(name: str, method: str = "curated", credibility: str = "untrue", more: str = "") -> Path:
        article = Article.from_bytes(f"Observers of {name} doubted Russia.\n".encode(), name)
        (tmp_path / f"{name}.txt").write_bytes(article.content)
        path = tmp_path / f"{name}.{method}.yaml"
        path.write_text(
            f"article: {{file: {name}.txt, sha256: {article.sha256}, title: {name}, published: 2016-02-17}}\n"
            f"annotation: {{by: A. Person, on: 2026-01-02, method: {method}}}\n"
            "statements:\n"
            f"  - {{quote: doubted Russia, asserts: [{{of: russia, credibility: {credibility}}}]}}\n{more}"
        )
        return path

    return call


def test_what_follows_from_a_claim_that_articles_share_stays(
    about_an_actor: Callable[..., Path], built: Build, add: Add, anew: Callable[..., Place], place: Place
) -> None:
    one, other = about_an_actor("one"), about_an_actor("other", "extracted")
    built(one, other)
    with place.store() as store:
        assert sum(quad.object == AED.Claim for quad in store.quads() if quad.predicate == RDF.type) == 1
    new = about_an_actor("other", credibility="groundless")
    assert add(new).replaced == [new]
    assert same(place, anew(one, new))
    back = about_an_actor("other", credibility="untrue")
    assert add(back, replace=True).replaced == [back]
    assert same(place, anew(one, back))


def test_what_is_there_already_stops_nothing(seed: Seed, built: Build, add: Add, place: Place) -> None:
    one, two, three = seed("001"), seed("004"), seed("003")
    built(one)
    added = add(one, two, three)
    assert (added.known, added.new, added.replaced, added.refused) == ([one], [two, three], [], {})
    build = place.current()
    again = add(one, two)
    assert (again.known, again.changed, again.counts) == ([one, two], False, added.counts)
    assert place.current() == build


def test_of_one_article_given_twice_the_later_file_may_follow(
    seed: Seed, built: Build, add: Add, anew: Callable[..., Place], place: Place
) -> None:
    draft, curated = seed("001", method="extracted", file="draft.yaml"), seed("001")
    built(seed("004"))
    added = add(draft, curated)
    assert (added.new, added.replaced) == ([draft], [curated])
    assert same(place, anew(seed("004"), curated))


def test_a_draft_never_takes_the_place_of_peoples_work(seed: Seed, built: Build, add: Add, place: Place) -> None:
    built(seed("001"))
    before, draft = nquads(place), seed("001", without=1, method="extracted", file="draft.yaml")
    for replace in (False, True):
        added = add(draft, replace=replace)
        assert list(added.refused) == [draft]
        assert "people have worked on" in added.refused[draft]
    assert nquads(place) == before


def test_statements_that_a_person_reviewed_in_a_draft_are_kept(seed: Seed, built: Build, add: Add, tmp_path: Path) -> None:
    text = seed("001", method="extracted").read_text()
    (touched := tmp_path / "touched.yaml").write_text(text.replace("- quote:", "- review: accepted\n    quote:", 1))
    assert "accepted" in touched.read_text()
    built(touched)
    curated = seed("001", file="curated.yaml")
    assert "--replace" in add(curated).refused[curated]
    assert add(curated, replace=True).replaced == [curated]


def test_another_draft_takes_the_place_if_it_is_told_to(
    seed: Seed, built: Build, add: Add, anew: Callable[..., Place], place: Place
) -> None:
    old, new = (seed("001", without=number, method="extracted", file=f"{number}.yaml") for number in (1, 0))
    built(old)
    assert "another draft" in add(new).refused[new]
    assert add(new, replace=True).replaced == [new]
    assert same(place, anew(new))


def test_another_curated_annotation_takes_the_place_if_it_is_told_to(
    seed: Seed, built: Build, add: Add, anew: Callable[..., Place], place: Place
) -> None:
    old, new = seed("001", without=1, file="old.yaml"), seed("001")
    built(old)
    assert "another curated annotation" in add(new).refused[new]
    assert add(new, replace=True).replaced == [new]
    assert same(place, anew(new))


@pytest.mark.parametrize(
    ("reviews", "follows"),
    [
        ([("Ada Roe", 22), ("Ben Oss", 23)], True),
        ([("Ada Roe", 22)], True),
        ([("Ada Roe", 21)], False),
        ([("Ben Oss", 23)], False),
    ],
)
def test_a_review_that_went_on_takes_the_place_of_its_earlier_state(
    reviews: list[tuple[str, int]], follows: bool, seed: Seed, built: Build, add: Add
) -> None:
    def by(*names: tuple[str, int]) -> tuple[Reviewed, ...]:
        return tuple(Reviewed(by=name, on=date(2026, 11, day), accepted=1) for name, day in names)

    built(seed("001", revises=DRAFT, reviewed=by(("Ada Roe", 22)), file="old.yaml"))
    new = seed("001", without=1, revises=DRAFT, reviewed=by(*reviews))
    assert add(new).replaced == ([new] if follows else [])
    other = seed("001", without=2, revises=DRAFT.model_copy(update={"sha256": "e" * 64}), reviewed=by(("Ada Roe", 24)))
    assert list(add(other).refused) == [other]


def test_a_draft_whose_review_the_graph_has_is_nothing_new(seed: Seed, built: Build, add: Add, tmp_path: Path) -> None:
    draft = seed("001", method="extracted", file="draft.yaml")
    built(seed("001", without=1, revises=DRAFT.model_copy(update={"sha256": sha256_of(draft)})))
    assert add(draft).known == [draft]


def test_what_other_rules_inferred_is_not_guessed_at(
    seed: Seed, built: Build, add: Add, place: Place, background: Background
) -> None:
    draft = seed("001", method="extracted", file="draft.yaml")
    built(draft)
    fewer = Background(background.ontology, background.base)
    vars(fewer)["_rules"] = tuple(rule for rule in background._rules if not rule.name.startswith("02"))
    with pytest.raises(UsageError, match="other rules"):
        add_to(Sources((seed("001"),)), place, fewer)
    build_anew(Sources((draft,)), place, fewer)
    with pytest.raises(UsageError, match="other rules"):
        add(seed("001"))


def test_who_reads_meanwhile_reads_on(seed: Seed, built: Build, add: Add, place: Place) -> None:
    built(seed("001", without=3, method="extracted", file="draft.yaml"))
    before = nquads(place)
    with place.reading() as build, EmbeddedStore.read(build / "store") as store:
        add(seed("001"))
        out = io.BytesIO()
        write_nquads(store.quads(), "https://example.org/", out)
    assert out.getvalue() == before != nquads(place)


def test_a_kill_leaves_the_draft_or_the_curated_annotation(about_an_actor: Callable[..., Path], tmp_path: Path) -> None:
    """Each change that the replacing makes to a folder (a name made, moved or removed) is once where it ends."""
    draft, curated = about_an_actor("one", "extracted"), about_an_actor("one")
    (tmp_path / "killed").mkdir()
    command = [sys.executable, *map(str, (SCRIPT, draft, curated, tmp_path / "killed"))]
    done = subprocess.run(command, capture_output=True, text=True, env=HERE, timeout=240)
    assert (done.returncode, done.stderr) == (0, "")
    *killed, changes, last = [line.split("\t") for line in done.stdout.splitlines()]
    assert [ended for ended, *_ in (*killed, last)] == [f"{n} 9" for n in range(1, len(killed) + 1)] + [f"{len(killed) + 1} 0"]
    assert int(changes[0]) > 10
    said = [says for _, says, *findings in (*killed, last) if not findings]
    assert len(said) == len(killed) + 1
    before = said.index(said[-1])
    assert 0 < before < len(killed)
    assert said == [said[0]] * before + [said[-1]] * (len(said) - before)
