"""The stages stand in one line: each imports only those before it, and every module says what it is for."""

import ast
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
STAGES = (
    ("errors", "terms", "resources", "settings", "identifiers", "files", "processes"),
    ("ontology",),
    ("article",),
    ("annotation",),
    ("reference",),
    ("intake",),
    ("extraction",),
    ("proposals",),
    ("linking",),
    ("evaluation",),
    ("review",),
    ("graph",),
    ("validation",),
    ("inference",),
    ("store",),
    ("build",),
    ("questions",),
    ("network",),
    ("export",),
    ("pages",),
    ("serve",),
    ("cli",),
    ("__main__",),
)
LEVEL = {name: level for level, names in enumerate(STAGES) for name in names}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.relative_to(PACKAGE).parts)


def stage(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The stages that a module imports, wherever in the file it does so."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "kg":
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("kg.")}
    return found - {"__version__"}


def test_every_module_belongs_to_a_stage() -> None:
    assert {stage(path) for path in MODULES} - {"__init__"} <= LEVEL.keys()


@pytest.mark.parametrize(
    "path", [path for path in MODULES if stage(path) != "__init__"], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_a_stage_imports_only_those_before_it(path: Path) -> None:
    own = stage(path)
    later = {name for name in imports(path) if name != own and LEVEL[name] > LEVEL[own]}
    assert not later, f"{path} imports a later stage: {later}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_has_a_docstring(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_the_stages_form_no_circle_of_modules() -> None:
    graph = {stage(path): imports(path) - {stage(path)} for path in MODULES}
    assert all(LEVEL[other] <= LEVEL[one] for one, others in graph.items() if one != "__init__" for other in others)
