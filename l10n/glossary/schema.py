"""The JSON schema of `glossary.yml`, so that editors complete and check it while one types."""

import json
from collections.abc import Sequence

from l10n.glossary.keys import (
    FILE_KEYS,
    LANGUAGE_MEANING,
    LANGUAGE_PATTERN,
    RENDERING_KEYS,
    TERM_KEYS,
    Key,
    Value,
)

_Schema = dict[str, object]
_SCALAR: _Schema = {"type": ["string", "number"], "minLength": 1}  # the parser takes 42 as written
_VALUES: dict[Value, _Schema] = {
    Value.TEXT: _SCALAR,
    Value.TEXTS: {"oneOf": [_SCALAR, {"type": "array", "items": _SCALAR}]},
    Value.FLAG: {"type": "boolean"},
    Value.TERMS: {"type": "array", "items": {"$ref": "#/$defs/term"}},
}


def glossary_schema() -> str:
    """Return the schema (JSON Schema 2020-12) as JSON text with a final newline."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Glossary of l10n",
        **_object(FILE_KEYS),
        "$defs": {
            "term": {
                **_object(TERM_KEYS),
                "required": ["term"],
                "patternProperties": {
                    LANGUAGE_PATTERN: {
                        "description": LANGUAGE_MEANING,
                        "oneOf": [_SCALAR, {"$ref": "#/$defs/rendering"}],
                    }
                },
            },
            "rendering": _object(RENDERING_KEYS),
        },
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _object(keys: Sequence[Key]) -> _Schema:
    properties = {key.name: {"description": key.meaning, **_VALUES[key.value]} for key in keys}
    return {"type": "object", "additionalProperties": False, "properties": properties}
