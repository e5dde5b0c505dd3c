import pytest

from kg.errors import UsageError
from kg.settings import DEFAULTS, SETTINGS, Settings, read_settings


def test_defaults_then_environment_then_flags() -> None:
    assert read_settings({}) == DEFAULTS == Settings()
    environment = {"KG_QUERY_BYTES": "1000", "KG_FOLDER": "elsewhere", "KG_ENDPOINT_SECONDS": "2.5", "OTHER": "x"}
    settings = read_settings(environment, folder="here", query_nesting=None)
    assert (settings.query_bytes, settings.folder, settings.endpoint_seconds, settings.query_nesting) == (1000, "here", 2.5, 128)


def test_an_empty_variable_is_none() -> None:
    assert read_settings({"KG_QUERY_BYTES": "", "KG_BASE": ""}) == DEFAULTS


@pytest.mark.parametrize("text", ["many", "-1", "0", "1.5", "nan", "inf", "1e3", " "])
def test_a_limit_is_a_positive_number(text: str) -> None:
    with pytest.raises(UsageError, match="not a positive number") as caught:
        read_settings({"KG_QUERY_BYTES": text})
    assert caught.value.where == "KG_QUERY_BYTES"
    assert "65536" in caught.value.mend


@pytest.mark.parametrize("text", ["nan", "inf", "-0.5"])
def test_a_time_is_a_positive_number(text: str) -> None:
    with pytest.raises(UsageError, match="not a positive number"):
        read_settings({"KG_ENDPOINT_SECONDS": text})


def test_the_table_is_whole() -> None:
    assert [setting.variable for setting in SETTINGS] == [f"KG_{name.upper()}" for name in Settings.__slots__]
    for setting in SETTINGS:
        assert setting.help.endswith(".")
        assert setting.default == getattr(DEFAULTS, setting.name)
