"""Defects, one function each: a translation comes back damaged, or None where it cannot be."""

import re
from collections.abc import Callable
from random import Random

from l10n.model.inline import Span
from l10n.model.terms import Kind, TermMatch
from l10n.model.unit import Unit

Defect = Callable[[Unit, Random], str | None]

_WORD = re.compile(r"(?<![^\s(])[^\W\d_]{2,}(?=[\s,.;:!?)]|$)")
_BOLD = re.compile(r"(?<![\w*\\])(\*\*?|__?)(?=[^\s*_])([^*_`\[\]<]+?)(?<![\s*_])\1(?![\w*])")
_FIGURE = re.compile(r"(?<![\w.,])\d+(?![\w.,]*\d)")
_FOREIGN = re.compile(r"[^\W\d_]*[^\x00-\x7f\W\d_][^\W\d_]*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NAMES = ("Fortran", "Haskell", "Eiffel", "Swift")
_THINGS = {"es": "cosa", "fr": "chose", "tr": "nesne", "zh-Hans": "东西"}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _put(text: str, span: Span, new: str) -> str:
    return text[: span[0]] + new + text[span[1] :]


def _words(text: str) -> int:
    return len(text.split()) + len(_CJK.findall(text)) // 2


def _links(unit: Unit) -> list[tuple[Span, Span]]:
    """Return span and place of the target of each link that has words and an address."""
    return [
        (link.span, link.spot)
        for link in unit.target.links
        if link.kind == "inline" and link.span != link.spot and link.target
    ]


def link_dropped(unit: Unit, random: Random) -> str | None:
    """A link's words without its address."""
    links = _links(unit)
    if not links:
        return None
    span, spot = random.choice(links)
    words = unit.target.text[span[0] + 1 : spot[0]].rsplit("](", 1)[0]
    return _put(unit.target.text, span, words)


def link_changed(unit: Unit, random: Random) -> str | None:
    """One letter of an address is another."""
    links = _links(unit)
    if not links:
        return None
    _, (start, end) = random.choice(links)
    spots = [at for at in range(start, end) if unit.target.text[at] in _LETTERS]
    if not spots:
        return None
    at = random.choice(spots)
    new = random.choice(_LETTERS.replace(unit.target.text[at], ""))
    return _put(unit.target.text, (at, at + 1), new)


def link_swapped(unit: Unit, random: Random) -> str | None:
    """Two links lead where the other should."""
    spots = [spot for _, spot in _links(unit)]
    if len(spots) < 2:
        return None
    one, other = sorted(random.sample(spots, 2))
    text = unit.target.text
    first, second = text[slice(*one)], text[slice(*other)]
    return None if first == second else _put(_put(text, other, first), one, second)


def link_broken(unit: Unit, random: Random) -> str | None:
    """The syntax of a link is damaged in one of the ways that editors and machines do it."""
    links = _links(unit)
    if not links:
        return None
    span, spot = random.choice(links)
    target = unit.target.text[slice(*spot)]
    middle = max(1, len(target) // 2)
    ways = (
        ("] (", target, ")"),
        ("]（", target, "）"),
        ("]((", target, ")"),
        ("](", target[:middle] + " " + target[middle:], ")"),
    )
    before, address, after = random.choice(ways)
    words = unit.target.text[span[0] : spot[0]].rsplit("](", 1)[0]
    return _put(unit.target.text, span, words + before + address + after)


def link_javascript(unit: Unit, random: Random) -> str | None:
    """An address that runs a script."""
    links = _links(unit)
    return _put(unit.target.text, random.choice(links)[1], "javascript:alert(1)") if links else None


def code_changed(unit: Unit, random: Random) -> str | None:
    """One letter of a code span is another."""
    spots = [
        at
        for code in unit.target.code
        if any(code.text == other.text for other in unit.source.code)
        for at in range(*code.span)
        if unit.target.text[at] in _LETTERS
    ]
    if not spots:
        return None
    at = random.choice(spots)
    new = random.choice(_LETTERS.replace(unit.target.text[at], ""))
    return _put(unit.target.text, (at, at + 1), new)


def number_changed(unit: Unit, random: Random) -> str | None:
    """A figure that the source has as well is another."""
    ours = {match[0] for run in unit.source.texts for match in _FIGURE.finditer(run.raw)}
    found = [
        (run.span[0] + match.start(), run.span[0] + match.end())
        for run in unit.target.texts
        for match in _FIGURE.finditer(run.raw)
        if match[0] in ours
    ]
    if not found:
        return None
    start, end = random.choice(found)
    at = random.randrange(start, end)
    digits = "123456789".replace(unit.target.text[at], "")
    return _put(unit.target.text, (at, at + 1), random.choice(digits))


def bold_broken(unit: Unit, random: Random) -> str | None:
    """Emphasis with a blank inside, or without one of its ends."""
    text = unit.target.text
    quiet = [part.span for part in (*unit.target.code, *unit.target.tags)]
    quiet += [link.spot for link in unit.target.links]
    found = [
        match
        for match in _BOLD.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in quiet)
    ]
    if not found or not _BOLD.search(unit.source.text):
        return None
    match = random.choice(found)
    mark, words = match[1], match[2]
    ways = (f"{mark} {words}{mark}", f"{mark}{words} {mark}", f"{mark}{words}", f"{words}{mark}")
    return _put(text, match.span(), random.choice(ways))


def _insert(unit: Unit, random: Random, piece: str) -> str | None:
    """Put ``piece`` behind a word of the text."""
    spots = [
        run.span[0] + match.end() for run in unit.target.texts for match in _WORD.finditer(run.raw)
    ]
    if not spots:
        return None
    at = random.choice(spots)
    return _put(unit.target.text, (at, at), piece)


def script_added(unit: Unit, random: Random) -> str | None:
    """A script of somebody else's."""
    return _insert(unit, random, "<script>alert(1)</script>")


def handler_added(unit: Unit, random: Random) -> str | None:
    """A tag that runs a script when it is shown or touched."""
    ways = ('<img src="x" onerror="alert(1)">', ' <b onclick="alert(1)">x</b>')
    return _insert(unit, random, random.choice(ways))


def liquid_added(unit: Unit, random: Random) -> str | None:
    """Something for the site's template engine."""
    return _insert(unit, random, random.choice((" {{ site.secret }}", " {% include other.html %}")))


def heading_injected(unit: Unit, random: Random) -> str | None:
    """A heading before the text or in the middle of it."""
    text = unit.target.text
    if _words(text) < 5 or "\n" in unit.source.text:
        return None
    middle = text.find(" ", len(text) // 2)
    if random.random() < 0.5 or middle < 0:
        return "# " + text
    return f"{text[:middle]}\n\n## {text[middle + 1 :]}"


def untranslated(unit: Unit, random: Random) -> str | None:
    """The words of the source."""
    words = " ".join(run.raw for run in unit.source.texts)
    return unit.source.text if _words(words) >= 5 else None


def half_untranslated(unit: Unit, random: Random) -> str | None:
    """The translation up to its middle, the source from there."""
    source, target = unit.source.text, unit.target.text
    if len(source.split()) < 12 or _markup(unit):
        return None
    first = target[: len(target) // 2]
    if " " in first:
        first = first.rsplit(" ", 1)[0]
    return first + " " + source[len(source) // 2 :].split(" ", 1)[-1]


def doubled_word(unit: Unit, random: Random) -> str | None:
    """The same word twice."""
    found = [
        (run.span[0] + match.end(), match[0])
        for run in unit.target.texts
        if run.kind == "text"
        for match in _WORD.finditer(run.raw)
    ]
    if not found:
        return None
    at, word = random.choice(found)
    return _put(unit.target.text, (at, at), " " + word)


def mojibake(unit: Unit, random: Random) -> str | None:
    """A word, or the whole, in UTF-8 that was read as something else."""
    found = [
        (run.span[0] + match.start(), run.span[0] + match.end())
        for run in unit.target.texts
        for match in _FOREIGN.finditer(run.raw)
    ]
    if not found:
        return None
    codec = random.choice(("latin-1", "cp1252", "mac_roman"))
    text = unit.target.text
    for start, end in sorted(found, reverse=True)[: random.choice((1, len(found)))]:
        text = _put(text, (start, end), text[start:end].encode().decode(codec, "replace"))
    return text


def bidi_override(unit: Unit, random: Random) -> str | None:
    """Letters shown in another order than they are written."""
    return _insert(unit, random, random.choice("\u202e\u202d\u2066\u202b"))


def truncated(unit: Unit, random: Random) -> str | None:
    """The translation up to a blank about its middle."""
    source, target = unit.source.text, unit.target.text
    if len(source) < 80 or _markup(unit):
        return None
    return target[: round(len(target) * random.uniform(0.3, 0.6))].rstrip()


def term_misspelled(unit: Unit, random: Random) -> str | None:
    """A kept name with a letter too few, too many, wrong, or in the wrong place."""
    found = [match for match in unit.terms.target if match.kind is Kind.KEEP and _name(match)]
    if not found:
        return None
    start, _ = random.choice(found).span
    at = random.randrange(start, start + 3)
    text = unit.target.text
    one, two = text[at], text[at + 1]
    new = random.choice(_LETTERS.replace(one.lower(), ""))
    ways = ((1, ""), (1, one + one.lower()), (1, new.upper() if one.isupper() else new))
    size, piece = random.choice((*ways, (2, two + one)))
    return _put(text, (at, at + size), piece)


def term_replaced(unit: Unit, random: Random) -> str | None:
    """A term, wherever it stands, in the source's own word or in another; a name in another's."""
    terms = {id(match.term): match for match in unit.terms.target if match.kind is not Kind.MENTION}
    missing = {id(match.term) for match in unit.terms.missing}
    found = [match for term, match in terms.items() if term not in missing]
    if not found:
        return None
    chosen = random.choice(found)
    kept = chosen.kind is Kind.KEEP
    words = _NAMES if kept else (_source(unit, chosen), _THINGS.get(unit.language.tag, "thing"))
    new = random.choice(words)
    rendering = chosen.term.rendering(unit.language.tag)
    if rendering and not kept and _lower(new) in map(_lower, (rendering.use, *rendering.allow)):
        return None
    text = unit.target.text
    own = _source(unit, chosen).lower()
    if not kept and chosen.form.lower() not in own and own in text.lower():
        return None  # it is in brackets already, as at a first mention
    for match in reversed(unit.terms.target):
        if match.term is chosen.term:
            text = _put(text, match.span, new)
    return None if text == unit.source.text else text


def _name(match: TermMatch) -> bool:
    return len(match.form) > 3 and match.form.isalpha() and match.form[0].isupper()


def _lower(word: str) -> str:
    return word.lower().removesuffix("s")


def _source(unit: Unit, chosen: TermMatch) -> str:
    spans = (match.span for match in unit.terms.source if match.term is chosen.term)
    return unit.source.text[slice(*next(spans))]


def _markup(unit: Unit) -> bool:
    """Whether there is anything but words, so that a cut would be found for another reason."""
    target = unit.target
    return bool(target.links or target.code or target.tags or target.placeholders or target.labels)


DEFECTS: dict[str, Defect] = {
    "link dropped": link_dropped,
    "link changed": link_changed,
    "link swapped": link_swapped,
    "link broken": link_broken,
    "link to javascript:": link_javascript,
    "code changed": code_changed,
    "number changed": number_changed,
    "bold broken": bold_broken,
    "script added": script_added,
    "handler added": handler_added,
    "Liquid added": liquid_added,
    "heading injected": heading_injected,
    "untranslated": untranslated,
    "half untranslated": half_untranslated,
    "doubled word": doubled_word,
    "mojibake": mojibake,
    "bidi override": bidi_override,
    "truncated": truncated,
    "term misspelled": term_misspelled,
    "term replaced": term_replaced,
}
