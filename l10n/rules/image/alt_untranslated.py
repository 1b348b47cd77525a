"""image-alt-untranslated"""

import re
from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.addresses import normal
from l10n.rules.quote import quote
from l10n.rules.text.words import words

_WORD = re.compile(r"[^\W\d_]{2,}")
_FILE = re.compile(r"\S+\.\w{2,4}")
_FEWEST = 3  # words; a name, or one word of two languages, has fewer


def _look(unit: Unit) -> Iterator[Hit]:
    if not unit.target.images or unit.language == unit.source_language:
        return
    if unit.message.msgid == unit.message.msgstr and any(words(unit.source)):
        return  # text-untranslated speaks on those
    ours = {(normal(image.target), image.alt) for image in unit.source.images}
    for image in unit.target.images:
        if (normal(image.target), image.alt) in ours and _describes(image.alt):
            yield Hit(
                f"the description “{quote(image.alt)}” is still in the source language",
                "translate it: it is read aloud to those who do not see the image",
                image.span,
            )


def _describes(alt: str) -> bool:
    """Whether there are words to translate, not only names in capitals or a file's name."""
    found = _WORD.findall(alt)
    lower = sum(word.islower() for word in found)
    return len(found) >= _FEWEST and lower * 2 > len(found) and not _FILE.fullmatch(alt)


RULE = Rule(
    name="image-alt-untranslated",
    summary="The description of an image is still in the source language.",
    why="It is what a screen reader says in place of the image, and what is shown where the image "
    "does not load. Names, file names and single words are left alone.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    parts=Parts.IMAGES,
    examples=(
        Example("See ![a cat on a mat](c.png)", "Voyez ![un chat sur un tapis](c.png)"),
        Example("The ![a cat on a mat](c.png)", "The ![a cat on a mat](c.png)"),
        Example("See ![BERT Base Uncased](c.png)", "Voyez ![BERT Base Uncased](c.png)"),
        Example(
            "See ![a cat on a mat](c.png)",
            "Voyez ![a cat on a mat](c.png)",
            says=("the description “a cat on a mat” is still in the source language",),
            hints=("translate it: it is read aloud to those who do not see the image",),
            marks=("![a cat on a mat](c.png)",),
        ),
        Example(
            "![a cat on a mat](c.png)",
            "![a cat on a mat](c.png)",
            says=("the description “a cat on a mat” is still in the source language",),
            hints=("translate it: it is read aloud to those who do not see the image",),
            marks=("![a cat on a mat](c.png)",),
        ),
    ),
)
