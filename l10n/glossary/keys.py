"""Every key of `glossary.yml`: what the parser accepts, and what editors offer."""

from dataclasses import dataclass
from enum import Enum


class Value(Enum):
    """What may stand at a key, in the words that errors use."""

    TEXT = "a text"
    TEXTS = "a list of texts"
    FLAG = "true or false"
    TERMS = "a list of terms"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what may stand there, and what it is for."""

    name: str
    value: Value
    meaning: str


FILE_KEYS = (
    Key("keep", Value.TEXTS, "names that stay as they are in every language, capitals included"),
    Key("terms", Value.TERMS, "one entry for each concept"),
)
TERM_KEYS = (
    Key("term", Value.TEXT, "the word in the source; singular, in lower case unless it is a name"),
    Key(
        "also", Value.TEXTS, "other shapes it takes in the source: verbs, abbreviations, spellings"
    ),
    Key("case-sensitive", Value.FLAG, "whether only this very spelling is meant; false by default"),
    Key("keep", Value.FLAG, "whether it stays as it is in languages that say nothing else"),
    Key("note", Value.TEXT, "what the word means here, or what to beware of"),
)
RENDERING_KEYS = (
    Key("use", Value.TEXT, "the rendering we prefer"),
    Key("keep", Value.FLAG, "true where the source's own word is the rendering we prefer"),
    Key("allow", Value.TEXTS, "renderings that are right as well; nobody has to change them"),
    Key("avoid", Value.TEXTS, "renderings that are wrong here; they are reported"),
    Key("forms", Value.TEXTS, "inflections and derived words that count as the preferred one"),
)
# A language's key in a term: BCP 47, or the form of gettext.
LANGUAGE_PATTERN = "^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$"
LANGUAGE_MEANING = (
    "what this language says: the rendering itself, or use, keep, allow, avoid, forms"
)
