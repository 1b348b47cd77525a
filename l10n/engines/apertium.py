"""apertium: Debian's rule-based engine, offline, free and always of the same opinion.

Runs ``apertium MODE`` once for each step of the way; where no pair joins two languages it goes
through a third (en → ca → fr). Programs and pairs: apertium, apertium-eng-spa, apertium-eng-cat,
apertium-fra-cat, …
"""

from collections.abc import Mapping

from l10n.engines.options import Options
from l10n.model.engine import (
    About,
    Answer,
    Engine,
    Failure,
    Offer,
    Outcome,
    Outside,
    Request,
    Scheme,
    Trouble,
)

# What the names of modes are in BCP 47, beyond those of two letters (ISO 639-3, mostly).
_TAGS = dict(
    name.split("=")
    for name in (
        "afr=af arg=an ast=ast bel=be bre=br bul=bg cat=ca cym=cy dan=da eng=en epo=eo eus=eu "
        "fra=fr glg=gl hbs=sh hin=hi ind=id isl=is ita=it kaz=kk mkd=mk nld=nl nno=nn nob=nb "
        "oci=oc pol=pl por=pt ron=ro rus=ru slv=sl spa=es srd=sc swe=sv szl=szl tat=tt ukr=uk "
        "urd=ur zlm=ms"
    ).split()
)
_PARAGRAPH = "\n\n"


class _Apertium:
    """Words with tokens travel as plain text: what it does to tags depends on the installation."""

    __slots__ = ("_about", "_modes", "_outside", "_timeout", "_via")

    def __init__(
        self, outside: Outside, about: About, via: tuple[str, ...], timeout: float
    ) -> None:
        self._outside = outside
        self._about = about
        self._via = via
        self._timeout = timeout
        self._modes: dict[tuple[str, str], str] | None = None

    @property
    def about(self) -> About:
        return self._about

    def refusal(self, source: str, target: str) -> Failure | None:
        way = self._way(source, target)
        return way if isinstance(way, Failure) else None

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        way = self._way(request.source, request.target)
        if isinstance(way, Failure):
            return (way,) * len(request.texts)
        texts = [" ".join(text.split()) for text in request.texts]
        kind = "txt" if request.scheme is Scheme.TOKENS else "html"
        for mode in way:
            run = ("apertium", "-u", "-f", kind, mode)
            data = (_PARAGRAPH.join(texts) + _PARAGRAPH).encode("utf-8", "replace")
            ran = self._outside.run(run, data, self._timeout)
            if ran is None or ran.status:
                said = f"apertium failed in mode {mode}"
                return (Failure(Trouble.MALFORMED, said),) * len(texts)
            out = ran.out.decode("utf-8", "replace").strip("\n").split(_PARAGRAPH)
            if len(out) != len(texts):
                said = f"apertium answered with another count of texts in mode {mode}"
                return (Failure(Trouble.MALFORMED, said),) * len(texts)
            texts = [" ".join(text.split()) for text in out]
        return tuple(Answer(text, 0, " ".join(way)) for text in texts)

    def _way(self, source: str, target: str) -> tuple[str, ...] | Failure:
        """Return the modes to go through, one or two."""
        if self._modes is None:
            ran = self._outside.run(("apertium", "-l"), b"", self._timeout)
            if ran is None:
                return Failure(
                    Trouble.ABSENT,
                    "there is no program apertium",
                    "install Debian's packages apertium and, say, apertium-eng-spa",
                )
            self._modes = _modes(ran.out.decode("utf-8", "replace"))
        first, last = _known(source), _known(target)
        for goal in (last, last.partition("-")[0]):
            if (first, goal) in self._modes:
                return (self._modes[first, goal],)
            between = {there for here, there in self._modes if here == first}
            for other in (*self._via, *sorted(between - set(self._via))):
                if other in between and (other, goal) in self._modes:
                    return self._modes[first, other], self._modes[other, goal]
        return Failure(
            Trouble.LANGUAGE,
            f"apertium has no pairs installed that lead from {source} to {target}",
            "install one (apt-cache search apertium), or use another engine for this language",
        )


def _modes(listed: str) -> dict[tuple[str, str], str]:
    """Return the modes by the BCP 47 tags of their languages; variants but regions are left out."""
    found: dict[tuple[str, str], str] = {}
    for mode in listed.split():
        source, hyphen, target = mode.partition("-")
        first, last = _tag(source), _tag(target)
        if hyphen and first and last:
            found.setdefault((first, last), mode)
    return found


def _tag(name: str) -> str:
    language, _, region = name.partition("_")
    tag = _TAGS.get(language, language if len(language) == 2 else "")
    if not region:
        return tag
    return f"{tag}-{region}" if tag and len(region) == 2 and region.isupper() else ""


def _known(tag: str) -> str:
    """Return a tag without its script: modes know regions only."""
    parts = tag.split("-")
    regions = [part for part in parts[1:] if len(part) == 2]
    return "-".join((parts[0], *regions))


def _make(values: Mapping[str, object], outside: Outside) -> Engine:
    options = Options("apertium", values)
    via = options.names("via", ("ca", "es"))
    timeout = options.number("timeout", 120, 1)
    options.finish()
    about = About(
        "apertium",
        f"via={','.join(via)}",
        (Scheme.TOKENS, Scheme.HTML),
        leaves=False,
        texts=100,
        parallel=2,
    )
    return _Apertium(outside, about, via, timeout)


OFFER = Offer("apertium", "Debian's Apertium: offline, free, rule-based", _make, ("via", "timeout"))
