"""The JSON Schema of annotations, for editors that complete and check while a person writes.

Generated from the models: `python -m kg.annotation.schema > docs/annotation.schema.json`. It says what a file may hold; what
hangs on the article or on other blocks (quotations, keys) is told by `kg build`.
"""

import json
import re
import sys
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from kg.annotation.model import Annotation

SCHEMA_IRI = "https://w3id.org/aed/annotation.schema.json"


class _Written(GenerateJsonSchema):
    """The schema of what stands in a file: a field that has no value is left out, never null."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        written = super().default_schema(schema)
        if written.get("default", 0) in (None, [], {}):
            del written["default"]
        return written

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        return super().dict_schema(schema) | {"additionalProperties": False}

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def annotation_schema() -> dict[str, Any]:
    """The schema, in draft 2020-12."""
    schema = Annotation.model_json_schema(schema_generator=_Written)
    head = {"$schema": GenerateJsonSchema.schema_dialect, "$id": SCHEMA_IRI, "title": "Annotation of an article"}
    rest: dict[str, Any] = _on_one_line({key: value for key, value in schema.items() if key not in head})
    return head | rest


def _on_one_line(value: Any) -> Any:
    """The schema with the line breaks of its descriptions made spaces; paragraphs stay apart."""
    if isinstance(value, dict):
        return {key: _on_one_line(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_on_one_line(one) for one in value]
    return re.sub(r"(?<!\n)\n(?!\n)", " ", value) if isinstance(value, str) else value


def schema_text() -> str:
    """The schema as it is published."""
    return json.dumps(annotation_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
