"""An article every word of which is an attack on the page that shows it."""

import hashlib
import json
from pathlib import Path

PAYLOADS = (
    "</script><script>window.hit=1</script>",
    '<img src=x onerror="window.hit=1">',
    '"><svg onload=window.hit=1>',
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "{{constructor.constructor('window.hit=1')()}}",
    "' onmouseover='window.hit=1",
    "<!--<script>&lt;b&gt;",
)
HOSTILE = " ".join(PAYLOADS)


def hostile_annotation(folder: Path) -> Path:
    """An annotation by a machine whose text, title, names and quotations are hostile."""
    text = f"{HOSTILE}\n\nThe ministry denied it: {HOSTILE} was not struck.\n"
    (folder / "hostile.txt").write_text(text, encoding="utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    quoted = json.dumps(HOSTILE)
    (folder / "hostile.yaml").write_text(
        f"""
article:
  file: hostile.txt
  sha256: {sha256}
  title: {quoted}
  address: "https://example.org/?q=%22%3E%3Cscript%3E"
  published: {{earliest: 2016-05-31, latest: 2016-05-31, as_said: {quoted}, basis: statedInText}}
  note: {quoted}
annotation: {{by: {quoted}, on: 2026-01-01, method: extracted, tool: {quoted}}}
actors:
  one: {{kind: Person, label: {quoted}, also: {json.dumps([HOSTILE + "2"])}, note: {quoted}}}
events:
  strike: {{kind: Attack, label: {quoted}, mention: {{quote: {quoted}, occurrence: 1}}}}
statements:
  - {{id: said, quote: {quoted}, occurrence: 1, asserts: [{{id: who, about: strike, attacker: one}}]}}
  - quote: {json.dumps(f"The ministry denied it: {HOSTILE} was not struck.")}
    speaker: one
    denies: [who]
    form: [notOurAct]
    confidence: 0.5
    proposed_by: {quoted}
    scope: [{{wording: {quoted}, actors: [one], components: [AttackerClaim]}}]
    responds_to: [said]
""",
        encoding="utf-8",
    )
    return folder / "hostile.yaml"
