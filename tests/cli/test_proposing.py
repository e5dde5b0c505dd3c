"""`kg extract --llm` and `kg add --llm`: a model is asked only then, and its failure is one message and no more."""

import shutil
from pathlib import Path

import pytest
import yaml

from kg.annotation.model import Annotation
from kg.article import Article
from kg.proposals.proposer import Proposed, Proposer
from tests.cli.conftest import Run
from tests.proposals.scripted import CLINIC, KEY, Script, Service, honest, serving


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return Path(shutil.copy(CLINIC, tmp_path))


def _environment(service: Service, folder: Path) -> dict[str, str]:
    return {
        "KG_LLM_URL": f"{service.address}/v1",
        "KG_LLM_MODEL": "invented-1",
        "KG_LLM_KEY": KEY,
        "KG_LLM_CACHE": str(folder / "answers"),
    }


def test_the_model_is_asked_only_with_the_flag(article: Path, tmp_path: Path, run: Run) -> None:
    with serving(honest) as service:
        plain = run("extract", article, **_environment(service, tmp_path))
        assert service.asked == []
        asked = run("extract", article, "--llm", **_environment(service, tmp_path))
        assert service.asked
    assert (plain.exit_code, asked.exit_code) == (0, 0)
    assert "llm" not in plain.stdout
    by = [one["proposed_by"] for one in yaml.safe_load(asked.stdout)["statements"]]
    assert any(one.startswith("rules") and "llm invented-1" in one for one in by)
    assert any(one.startswith("llm invented-1") for one in by)
    assert KEY not in plain.output + asked.output


def _failing() -> dict[str, Script]:
    return {
        "gone": lambda handler, question: handler.answer(b"", 404),
        "busy": lambda handler, question: handler.answer(b"", 503),
        "garbage": lambda handler, question: handler.complete("no JSON"),
        "silent": lambda handler, question: handler.server.stopped.wait(30) and None,
    }


@pytest.mark.parametrize("failure", _failing())
def test_a_failure_is_one_message_and_the_rules_draft(failure: str, article: Path, tmp_path: Path, run: Run) -> None:
    with serving(_failing()[failure]) as service:
        environment = _environment(service, tmp_path) | {"KG_LLM_SECONDS": "0.3", "KG_LLM_PAUSE": "0.001"}
        plain = run("extract", article, **environment)
        asked = run("extract", article, "--llm", **environment)
    assert asked.exit_code == 0
    assert asked.stdout == plain.stdout
    assert asked.stderr.count("the rules' draft stands") == 1
    assert len(asked.stderr.strip().splitlines()) == len(plain.stderr.strip().splitlines()) + 1
    assert KEY not in asked.output


@pytest.mark.parametrize("missing", ["KG_LLM_URL", "KG_LLM_MODEL"])
@pytest.mark.parametrize("command", ["extract", "add"])
def test_without_its_settings_it_is_a_usage_error(command: str, missing: str, article: Path, run: Run) -> None:
    given = {"KG_LLM_URL": "http://127.0.0.1:1/v1", "KG_LLM_MODEL": "invented-1", missing: ""}
    result = run(command, article, "--llm", **given)
    assert result.exit_code == 2
    assert f"{missing}: is not set" in result.stderr


def test_what_it_proposes_is_added_as_unreviewed(article: Path, tmp_path: Path, graph: Path, run: Run) -> None:
    own = tmp_path / "graph"
    shutil.copytree(graph, own, symlinks=True)
    with serving(honest) as service:
        result = run("add", article, "--llm", "--graph", own, **_environment(service, tmp_path))
        assert service.asked
    assert result.exit_code == 0, result.stderr
    (draft,) = (own / "drafts").glob("*.yaml")
    statements = yaml.safe_load(draft.read_text())["statements"]
    assert any(one["proposed_by"].startswith("llm invented-1") for one in statements)
    assert {one["review"] for one in statements} == {"unreviewed"}


def test_a_proposal_that_does_not_conform_is_left_out(
    article: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(proposer: Proposer, draft: Annotation, article: Article, extractor: object) -> Proposed:
        invented = draft.statements[0].model_copy(update={"quote": "words that nobody wrote"})
        return Proposed(draft.model_copy(update={"statements": (*draft.statements, invented)}))

    environment = {"KG_LLM_URL": "http://127.0.0.1:1/v1", "KG_LLM_MODEL": "invented-1"}
    plain = run("extract", article)
    monkeypatch.setattr(Proposer, "propose", broken)
    asked = run("extract", article, "--llm", **environment)
    assert (asked.exit_code, asked.stdout) == (0, plain.stdout)
    assert "what the model proposes does not conform, and is left out" in asked.stderr
