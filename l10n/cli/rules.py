"""`l10n rules`: the rules there are, or one of them explained."""

from typing import Annotated

import typer


def rules(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="The rule to explain.")] = None,
) -> None:
    """List the rules, or explain one of them."""
    import sys

    from l10n.rules import RULES, rules_named
    from l10n.rules.pages import pages

    if name:
        for rule in rules_named(RULES, name):
            sys.stdout.write(pages((rule,))[f"{rule.name}.md"])
        return
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        sys.stdout.write(f"{rule.name:{width}}  {rule.severity!s:7}  {rule.summary}\n")
