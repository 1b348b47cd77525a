"""`l10n.toml` → Settings: checked in one pass, all its flaws told at once with their lines."""

from collections.abc import Mapping, Sequence

from l10n.model.settings import Settings
from l10n.project.checks import read_checks
from l10n.project.document import Table, read_toml
from l10n.project.engines import read_engines, read_prefill
from l10n.project.groups import read_groups
from l10n.project.keys import KEYS
from l10n.project.language_tables import read_languages, read_spacing
from l10n.project.links import read_links
from l10n.project.paths import unportable
from l10n.project.templates import check_path_template


def read_settings(
    data: bytes,
    path: str,
    table: tuple[str, ...] = (),
    rules: Sequence[str] = (),
    engines: Mapping[str, Sequence[str]] | None = None,
) -> Settings:
    """Return the Settings that ``data``, the bytes of a TOML file, hold below ``table``.

    ``path`` is how errors call the file; ``table`` is ``()`` for `l10n.toml` and
    ``("tool", "l10n")`` for `pyproject.toml`; ``rules`` the names that a ``[check]`` may use,
    and ``engines`` the options of each engine there is, where they matter. Raises InputError
    with every flaw, by line.
    """
    return parse_settings(find_table(read_toml(data, path), table), rules, engines)


def find_table(root: Table, names: tuple[str, ...]) -> Table:
    """Return the table below ``names``, an empty one where it is absent.

    Raises InputError where something else than a table stands there.
    """
    here = root
    for name in names:
        value = here.values.get(name, {})
        if not isinstance(value, dict):
            here.mistyped((name,), value, "a table")
            here.settle()
        else:
            here = here.below(value, name)
    return here


def parse_settings(
    table: Table, rules: Sequence[str] = (), engines: Mapping[str, Sequence[str]] | None = None
) -> Settings:
    """Return the Settings of ``table``; raises InputError with every flaw, sorted by line.

    The names in ``[check]`` tables are held to ``rules``, those of engines and their options to
    ``engines``; to nothing where there are none.
    """
    table.only(tuple(key.name for key in KEYS))
    source, languages = read_languages(table)
    check, language_checks = read_checks(table, rules)
    rewrites = read_links(table)
    spacing = read_spacing(table)
    names, options = read_engines(table, engines)
    prefill = read_prefill(table)
    groups = read_groups(table, several=len(languages) > 1)
    defaults = Settings(source, languages, groups)
    catalogs = table.text("catalogs", defaults.catalogs)
    templates = table.text("templates", defaults.templates)
    glossary = table.text("glossary", defaults.glossary)
    check_path_template(table, "catalogs", catalogs, lang=True, distinct=True)
    check_path_template(table, "templates", templates, lang=False, distinct=True)
    memory = table.text("memory", defaults.memory)
    for key, path in (("glossary", glossary), ("memory", memory)):
        if why := unportable(path) or ("" if path else "is empty"):
            table.flaw((key,), f'"{key}" {why}', "a path below the project's folder")
    settings = Settings(
        source_language=source,
        languages=languages,
        posts=groups,
        name=table.text("name", defaults.name),
        catalogs=catalogs,
        templates=templates,
        glossary=glossary,
        min_complete=_percent(table, defaults.min_complete),
        check=check,
        language_checks=language_checks,
        rewrites=rewrites,
        spacing=spacing,
        memory=memory,
        engines=names,
        engine_options=options,
        prefill=prefill,
    )
    table.settle()
    return settings


def _percent(table: Table, default: int) -> int:
    value = table.values.get("min-complete", default)
    if isinstance(value, bool) or not isinstance(value, int):
        table.mistyped(("min-complete",), value, "a whole number from 0 to 100")
        return default
    if not 0 <= value <= 100:
        table.flaw(("min-complete",), f'"min-complete" is {value}', "a whole number from 0 to 100")
    return value
