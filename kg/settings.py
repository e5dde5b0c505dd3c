"""The settings, in one table: name, default, help. Defaults, then the environment (`KG_` and the name), then flags."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from kg.errors import UsageError

DEFAULT_BASE = "https://w3id.org/aed/id/"


def _setting(default: Any, help: str, *, secret: bool = False) -> Any:
    return field(default=default, repr=not secret, metadata={"help": help})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The values of all settings."""

    folder: str = _setting("graph", "The folder of the built graph.")
    base: str = _setting(DEFAULT_BASE, "The IRI below which the graph's things are named; it ends in a slash.")
    query_bytes: int = _setting(64 * 1024, "The longest query, in bytes of UTF-8.")
    query_nesting: int = _setting(128, "The deepest nesting of brackets in a query.")
    query_seconds: float = _setting(10.0, "How long a query may take that comes over HTTP.")
    query_memory: int = _setting(
        4 * 1024**3, "The address space of each process that answers such queries, in bytes; 3 GiB at least."
    )
    answer_rows: int = _setting(10_000, "The most rows or triples in an answer over HTTP; what was left out is said.")
    answer_bytes: int = _setting(10 * 1024**2, "The largest answer over HTTP, in bytes; what was left out is said.")
    body_bytes: int = _setting(128 * 1024, "The largest body of a request, in bytes.")
    workers: int = _setting(4, "How many processes answer queries over HTTP; two at least.")
    serve_host: str = _setting("127.0.0.1", "The address at which 'kg serve' listens.")
    serve_port: int = _setting(8000, "The port at which 'kg serve' listens.")
    debug: str = _setting("", "1: an internal error shows its traceback.")
    endpoint_query: str = _setting("", "The address at which a SPARQL 1.1 endpoint answers queries.")
    endpoint_graphs: str = _setting("", "The address of its Graph Store Protocol.")
    endpoint_user: str = _setting("", "The user's name, where the endpoint asks for a password.")
    endpoint_password: str = _setting("", "That user's password.", secret=True)
    endpoint_token: str = _setting("", "A bearer token, in place of a user and a password.", secret=True)
    endpoint_seconds: float = _setting(60.0, "How long the endpoint may be silent.")
    endpoint_bytes: int = _setting(1024**3, "The largest answer that is taken from the endpoint, in bytes.")
    intake_bytes: int = _setting(64 * 1024**2, "The largest page, PDF file, feed or record of a web archive, in bytes.")
    article_seconds: float = _setting(60.0, "How long one of many articles may take before it is set aside.")
    fetch_bytes: int = _setting(16 * 1024**2, "The largest answer that is fetched, in bytes.")
    fetch_seconds: float = _setting(30.0, "How long fetching one address may take.")
    fetch_redirects: int = _setting(5, "How many redirects are followed.")
    llm_url: str = _setting("", "The address of an OpenAI-compatible service, for example http://127.0.0.1:8080/v1.")
    llm_key: str = _setting("", "The key that this service asks for.", secret=True)
    llm_model: str = _setting("", "The name of the model there.")
    llm_seconds: float = _setting(120.0, "How long one question to the model may take, with all its attempts.")
    llm_article_seconds: float = _setting(600.0, "How long all questions about one article may take.")
    llm_characters: int = _setting(8000, "The most characters of an article that one question shows.")
    llm_bytes: int = _setting(256 * 1024, "The largest answer that is taken from the model, in bytes.")
    llm_calls: int = _setting(120, "The most questions that are asked about one article.")
    llm_attempts: int = _setting(3, "How often a question is asked where the service is busy or fails.")
    llm_pause: float = _setting(1.0, "How many seconds pass before the second attempt; twice as many before each further one.")
    llm_cache: str = _setting("", "The folder where the model's answers are kept; by default, that of the user's caches.")


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the table."""

    name: str
    default: str | int | float
    help: str

    @property
    def variable(self) -> str:
        """The name of its environment variable."""
        return f"KG_{self.name.upper()}"

    def parse(self, text: str) -> str | int | float:
        """The value that a person wrote. Raises UsageError."""
        try:
            value = type(self.default)(text)
        except ValueError:
            value = -1
        if not isinstance(value, str) and not 0 < value < float("inf"):
            raise UsageError(f"{text!r} is not a positive number", where=self.variable, mend=f"{self.help} Default: {self.default}")
        return value


DEFAULTS = Settings()
"""Every setting at its default."""

SETTINGS = tuple(Setting(one.name, getattr(DEFAULTS, one.name), one.metadata["help"]) for one in fields(Settings))
"""The table, for help texts and documentation."""


def read_settings(environment: Mapping[str, str], **flags: str | int | float | None) -> Settings:
    """The settings under this environment and these flags (None where one was not given). Raises UsageError."""
    values: dict[str, Any] = {
        setting.name: setting.parse(environment[setting.variable]) for setting in SETTINGS if environment.get(setting.variable)
    }
    return Settings(**values | {name: value for name, value in flags.items() if value is not None})
