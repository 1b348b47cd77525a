"""The reference page of the configuration, made from the keys there are."""

from collections.abc import Sequence

from l10n.project.keys import (
    CHECK_KEYS,
    FIELDS,
    GROUP_KEYS,
    KEYS,
    LANGUAGE_KEYS,
    LINK_KEYS,
    PREFILL_KEYS,
    REWRITE_KEYS,
    Key,
)

_INTRODUCTION = """\
# Configuration

`l10n.toml` in a project's root, or the same keys under `[tool.l10n]` in `pyproject.toml`. An
unknown key is an error that names the nearest known one. The smallest file that works:

```toml
languages = ["fr"]

[[posts]]
source = "posts/*.md"
target = "site/{lang}/{name}"
```
"""


def configuration_page() -> str:
    """Return the page as Markdown."""
    fields = "\n".join(f"| `{name}` | {meaning} |" for name, meaning in FIELDS)
    return "\n".join(
        (
            _INTRODUCTION,
            _table("At the top", KEYS),
            _table("In each `[[posts]]`", GROUP_KEYS),
            _table("In `[language.TAG]`", LANGUAGE_KEYS),
            _table("In `[links]`", LINK_KEYS),
            _table("In each `rewrite` of `[links]`", REWRITE_KEYS),
            _table("In `[prefill]`", PREFILL_KEYS),
            _table("In `[check]` and `[language.TAG.check]`", CHECK_KEYS),
            f"## In templates\n\n| field | becomes |\n| --- | --- |\n{fields}\n",
        )
    )


def _table(title: str, keys: Sequence[Key]) -> str:
    rows = "\n".join(f"| `{k.name}` | {k.kind} | {k.default} | {k.meaning} |" for k in keys)
    return f"## {title}\n\n| key | value | default | meaning |\n| --- | --- | --- | --- |\n{rows}\n"
