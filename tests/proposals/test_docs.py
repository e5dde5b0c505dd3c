"""The page about the model tells every setting, with its default."""

import re

from kg.settings import SETTINGS
from tests.conftest import ROOT


def test_each_setting_is_told_with_its_default() -> None:
    page = (ROOT / "docs" / "llm.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(KG_LLM_\w+)` \| (.*?) ?\|", page, re.MULTILINE))
    settings = {one.variable: one.default for one in SETTINGS if one.name.startswith("llm_")}
    assert told.keys() == settings.keys()
    for name, default in settings.items():
        assert default == "" or float(told[name]) == float(default)
