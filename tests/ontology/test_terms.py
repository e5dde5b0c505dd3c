"""kg/terms.py is what the ontology generates."""

import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from pyoxigraph import NamedNode
from rdflib import namespace

from kg import terms
from kg.ontology import load_ontology

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "tools" / "generate_terms.py"
VOCABULARIES = ("RDF", "RDFS", "OWL", "XSD", "SKOS", "DCTERMS", "PROV", "GEO", "FOAF", "VOID", "DCAT", "SH")


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    return runpy.run_path(str(TOOL))


def test_regenerating_changes_nothing(tool: dict[str, Any]) -> None:
    assert tool["render"](load_ontology(ROOT / "ontology")) == (ROOT / "kg" / "terms.py").read_text(encoding="utf-8")


def test_a_difference_is_an_exit_code(tool: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = tmp_path / "terms.py"
    monkeypatch.setitem(tool["main"].__globals__, "TERMS", stale)
    monkeypatch.setattr(sys, "argv", ["generate_terms.py"])
    assert tool["main"]() == 0
    monkeypatch.setattr(sys, "argv", ["generate_terms.py", "--check"])
    assert tool["main"]() == 0
    stale.write_text(stale.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert tool["main"]() == 1


def test_types_hold_the_members_of_the_ontology() -> None:
    assert get_args(terms.ActorKind)[0] == "Actor"
    assert {"Hospital", "Site"} <= set(get_args(terms.SiteKind))
    assert "Claim" not in get_args(terms.ComponentKind)
    assert not {"Attacker", "Target", "Source"} & {*get_args(terms.ActorKind), *get_args(terms.SiteKind)}
    assert "DeniedAttack" not in get_args(terms.EventKind)
    assert get_args(terms.Weapon).count("rbk500") == 1


def test_constants_are_terms_of_their_namespace() -> None:
    assert NamedNode("https://w3id.org/aed#denies") == terms.AED.denies
    assert NamedNode("http://rdfs.org/ns/void#class") == terms.VOID.class_


@pytest.mark.parametrize("name", VOCABULARIES)
def test_terms_of_other_vocabularies_exist(name: str) -> None:
    closed = getattr(namespace, name)
    for term in vars(getattr(terms, name)).values():
        if isinstance(term, NamedNode):
            assert term.value == str(closed[term.value.removeprefix(terms.PREFIXES[name.lower()])])


def test_the_module_needs_only_typing_and_pyoxigraph() -> None:
    code = "import sys, kg.terms; sys.exit('rdflib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
