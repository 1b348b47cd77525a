"""The terms of a project as an engine takes them: a word, and what becomes of it."""

from l10n.model.terms import Glossary


def dictionary(glossary: Glossary, language: str) -> dict[str, str]:
    """Return source form → rendering in ``language``, in the order of the glossary.

    Kept terms become themselves. What holds a tab or a line break is left out, since no engine's
    glossary takes it, and of two terms with one form the first counts.
    """
    entries: dict[str, str] = {}
    for term in glossary.terms:
        rendering = term.rendering(language)
        if rendering is None:
            continue
        for form in term.forms:
            use = form if rendering.keep else rendering.use
            if form.strip() and use.strip() and (form + use).isprintable():
                entries.setdefault(form.strip(), use.strip())
    return entries
