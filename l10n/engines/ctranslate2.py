"""ctranslate2: a translation model in a folder of this machine (the extra ``ctranslate2``).

A folder holds an OPUS-MT (Marian) model as ``ct2-transformers-converter`` or
``ct2-opus-mt-converter`` writes it, with its ``source.spm`` and ``target.spm``.
"""

import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

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

# The models know sentences: of a paragraph they would translate the first, or stutter.
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\s.!?…a-z])|(?<=[。！？])(?=[^\s。！？」』”’）])")
_END = "</s>"


class _CTranslate2:
    """Loads the model of a language when it is first asked for it."""

    __slots__ = ("_about", "_beams", "_device", "_end", "_loaded", "_models", "_prefixes")

    def __init__(
        self,
        about: About,
        models: Mapping[str, str],
        prefixes: Mapping[str, str],
        device: str,
        beams: int,
        end: bool,
    ) -> None:
        self._about = about
        self._models = models
        self._prefixes = prefixes
        self._device = device
        self._beams = beams
        self._end = end
        self._loaded: dict[str, tuple[Any, Any, Any] | Failure] = {}

    @property
    def about(self) -> About:
        return self._about

    def refusal(self, source: str, target: str) -> Failure | None:
        loaded = self._load(target)
        return loaded if isinstance(loaded, Failure) else None

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        loaded = self._load(request.target)
        if isinstance(loaded, Failure):
            return (loaded,) * len(request.texts)
        model, source, target = loaded
        sentences = [_SENTENCE.split(text) for text in request.texts]
        prefix = self._prefixes.get(request.target)
        tokens = [
            [*([prefix] if prefix else ()), *source.encode(each, out_type=str)]
            + ([_END] if self._end else [])
            for text in sentences
            for each in text
        ]
        try:
            results = model.translate_batch(tokens, beam_size=self._beams, max_batch_size=32)
        except (RuntimeError, ValueError) as error:
            failure = Failure(Trouble.MALFORMED, f"the model failed: {str(error)[:200]}")
            return (failure,) * len(request.texts)
        words = iter([target.decode(result.hypotheses[0]) for result in results])
        return tuple(Answer(" ".join(next(words) for _ in text), 0) for text in sentences)

    def _load(self, language: str) -> tuple[Any, Any, Any] | Failure:
        if language not in self._loaded:
            self._loaded[language] = self._read(language)
        return self._loaded[language]

    def _read(self, language: str) -> tuple[Any, Any, Any] | Failure:
        folder = self._models.get(language)
        if folder is None:
            return Failure(
                Trouble.LANGUAGE,
                f"no folder of a model is named for {language}",
                f'name one: models = {{ "{language}" = "…" }}',
            )
        try:
            translator = import_module("ctranslate2").Translator
            processor = import_module("sentencepiece").SentencePieceProcessor
        except ImportError:
            return Failure(
                Trouble.ABSENT,
                "the packages ctranslate2 and sentencepiece are not installed",
                'install them: pip install "l10n[ctranslate2]"',
            )
        try:
            return (
                translator(folder, device=self._device, compute_type="default"),
                processor(model_file=f"{folder}/source.spm"),
                processor(model_file=f"{folder}/target.spm"),
            )
        except (RuntimeError, ValueError, OSError) as error:
            return Failure(
                Trouble.ABSENT,
                f"the model for {language} cannot be read: {str(error)[:200]}",
                f"put model.bin, source.spm and target.spm into {folder}",
            )


def _make(values: Mapping[str, object], outside: Outside) -> Engine:
    options = Options("ctranslate2", values)
    models = options.table("models")
    prefixes = options.table("prefixes")
    device = options.text("device", "cpu", ("cpu", "cuda", "auto"))
    beams = options.number("beams", 4, 1)
    end = options.text("end", "added", ("added", "none"))
    if not models:
        options.flaw("it names no models", 'set models = { fr = "folder" }')
    options.finish()
    settings = " ".join(f"{tag}={folder}" for tag, folder in sorted(models.items()))
    about = About(
        "ctranslate2",
        f"{settings} beams={beams:g} end={end}",
        (Scheme.TOKENS,),
        leaves=False,
        texts=32,
    )
    return _CTranslate2(about, models, prefixes, device, int(beams), end == "added")


OFFER = Offer(
    "ctranslate2",
    "a model in a folder of this machine (OPUS-MT)",
    _make,
    ("models", "prefixes", "device", "beams", "end"),
)
