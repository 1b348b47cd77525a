"""A page for each rule, made from what the rule says of itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from l10n.model.finding import Severity
from l10n.model.message import State
from l10n.model.rule import Example, Rule
from l10n.model.terms import Term

_NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})
_UNCONFIRMED = frozenset({State.DRAFT, State.OUTDATED})


def pages(
    rules: Sequence[Rule], measured: Mapping[str, Sequence[str]] = _NOTHING
) -> dict[str, str]:
    """Return file name → Markdown: a page for each rule, and ``index.md``, the list of all.

    ``measured`` holds by name of rule what is known of its quality, a sentence each.
    """
    texts = {f"{rule.name}.md": _page(rule, measured.get(rule.name, ())) for rule in rules}
    return {"index.md": _index(rules)} | texts


def _index(rules: Sequence[Rule]) -> str:
    rows = [
        f"| [{rule.name}]({rule.name}.md) | {rule.severity} | {rule.summary} |" for rule in rules
    ]
    return "\n".join(
        ("# Rules", "", "| rule | severity | speaks when |", "| --- | --- | --- |", *rows, "")
    )


def _page(rule: Rule, measured: Sequence[str]) -> str:
    lines = [f"# {rule.name}", "", rule.summary, "", f"Severity: {_severity(rule)}."]
    if rule.fixable:
        lines[-1] += " `l10n check --fix` repairs it."
    lines += ["", rule.why, ""]
    spoken = [example for example in rule.examples if example.says]
    silent = [example for example in rule.examples if not example.says]
    lines += ["## What it finds", ""]
    for example in spoken:
        lines += _example(example)
    lines += ["## What it leaves alone", ""]
    for example in silent:
        lines += _example(example)
    if measured:
        lines += ["## How good it is", "", *(f"- {sentence}" for sentence in measured), ""]
    lines += [
        "## To silence it for one message",
        "",
        "Add a translator comment to the message:",
        "",
        *_fenced([f"# l10n: ignore {rule.name}"], "po"),
    ]
    return "\n".join(lines)


def _severity(rule: Rule) -> str:
    if rule.severity is Severity.ERROR and rule.states & _UNCONFIRMED:
        return f"{rule.severity}; {Severity.WARNING} in drafts and outdated messages"
    return str(rule.severity)


def _example(example: Example) -> Iterator[str]:
    lines = [f"source       {example.source}"] if example.source else []
    if example.target:
        lines.append(f"translation  {example.target}")
    lines += (f"comment      {comment}" for comment in example.comments)
    lines += (f"elsewhere    {source} → {target}" for source, target in example.others)
    lines += (f"glossary     {_entry(term, example.language)}" for term in example.terms)
    for message, hint in zip(example.says, example.hints, strict=True):
        lines += (f"finding      {message}", f"to do        {hint}")
    if example.fixed:
        lines.append(f"repaired     {example.fixed}")
    yield from _fenced(lines, "text")


def _entry(term: Term, language: str) -> str:
    """Return what a glossary says of a term in one line."""
    rendering = term.rendering(language)
    if rendering is None or rendering.keep:
        said = ["keep"]
    else:
        said = [f"use {rendering.use}"] if rendering.use else []
    for verb, forms in (
        (("allow", rendering.allow), ("avoid", rendering.avoid)) if rendering else ()
    ):
        said += [f"{verb} {form}" for form in forms]
    return f"{term.term}: {', '.join(said)}"


def _fenced(lines: Sequence[str], language: str) -> tuple[str, ...]:
    longest = max((len(run) for run in re.findall("`+", "".join(lines))), default=0)
    fence = "`" * max(3, longest + 1)
    return (f"{fence}{language}", *lines, fence, "")
