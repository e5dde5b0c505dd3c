"""Proposals as a file of assessments that a person corrects: what is one becomes `same`, what is not `different` or goes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from kg.annotation.model import Assessments
from kg.linking.same_event import EventPair
from kg.linking.same_statement import StatementPair, StatementProfile

_HEAD = """\
# Whether events of different articles are one event: proposed by a machine, to be decided by a person.
# Where they are, write `verdict: same` (the articles are then reasoned over together), your own name and the day; where they
# are not, `verdict: different`. What nobody has decided stays `possiblySame`.
"""
_STATEMENTS = """\

# Statements that may be one, reported twice. Nothing reads these lines: name one document in both (`originally_in`), and their
# claims rest on one root.
"""


class _Flow(dict[str, Any]):
    """A block on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes lists inside their block, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


class _Folded(str):
    """Words that go over several lines."""


_Dumper.add_representer(_Folded, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style=">"))
_Dumper.add_representer(_Flow, lambda dumper, block: dumper.represent_mapping("tag:yaml.org,2002:map", block, flow_style=True))


def to_yaml(proposed: Assessments, pairs: Iterable[EventPair], same: Iterable[StatementPair], names: Mapping[str, str]) -> str:
    """The assessments, each headed by what is compared, then the pairs of statements in comments; `names` are the articles'."""
    parts = [_HEAD, "assessments:\n" if proposed.assessments else "assessments: []\n"]
    for block, pair in zip(proposed.assessments, pairs, strict=True):
        parts += (f"  # {_printable(f'{names[one.article]}: {one.label}')}\n" for one in (pair.one, pair.other))
        fields = block.model_dump(mode="python")
        fields["because"] = _Folded(block.because)
        fields["events"] = [_Flow(event) for event in fields["events"]]
        text = yaml.dump([fields], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=118).replace("  'on':", "  on:", 1)
        parts += (f"  {line}\n" for line in text.splitlines())
    told = [line for pair in same for line in _told(pair, names)]
    return "".join([*parts, *([_STATEMENTS] if told else []), *(f"# {_printable(line)}\n" for line in told)])


def _told(pair: StatementPair, names: Mapping[str, str]) -> Iterator[str]:
    yield f"- {pair.confidence:.2f}: {pair.because}"
    yield from (f"    {names[one.article]}: {shortened(one)}" for one in (pair.one, pair.other))
    if pair.document:
        yield f"    originally_in: {pair.document}"


def shortened(one: StatementProfile) -> str:
    """The words of a statement, or their beginning, with the speaker."""
    words = " ".join(one.quote.split())
    return f"{one.speaker.strip('~')}: {words if len(words) <= 120 else f'{words[:119]}…'}"


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
