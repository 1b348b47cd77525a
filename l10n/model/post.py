"""A Post: one source Markdown file and the places that belong to it."""

import re
from dataclasses import dataclass

from l10n.model.dialect import Dialect
from l10n.model.language import Language
from l10n.model.settings import PostGroup

_FIELD = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Post:
    """One source file of a project. All paths are relative to it, with forward slashes."""

    id: str  # what {post} stands for
    path: str
    group: PostGroup
    dialect: Dialect
    variables: tuple[tuple[str, str], ...] = ()  # dir name stem ext date slug, for templates

    def expand(self, template: str, language: Language) -> str:
        """Return ``template`` with ``{lang}``, ``{post}`` and this post's variables filled in.

        Anything else in braces stays as it is: the configuration has been checked before.
        """
        values = {"lang": language.path, "post": self.id, **dict(self.variables)}
        return _FIELD.sub(lambda match: values.get(match[1], match[0]), template)
