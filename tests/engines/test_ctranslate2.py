"""Local models through CTranslate2, with one that the test makes."""

from pathlib import Path

import pytest

from l10n.model.engine import Answer, Request, Scheme
from tests.engines.tiny_model import make_model
from tests.engines.worlds import made

pytest.importorskip("ctranslate2", reason="the extra ctranslate2 is not installed")
pytest.importorskip("sentencepiece", reason="the extra ctranslate2 is not installed")


def test_sentences_of_a_text_go_to_the_model_one_by_one(tmp_path: Path) -> None:
    make_model(tmp_path)
    engine = made("ctranslate2", {}, models={"fr": str(tmp_path)})
    assert engine.refusal("en", "fr") is None
    texts = ("Hello world. This is a test!", "Hello world.", "This is a test!")
    both, first, second = engine.translate(Request("en", "fr", Scheme.TOKENS, texts))
    assert isinstance(both, Answer) and isinstance(first, Answer) and isinstance(second, Answer)
    assert both.text == f"{first.text} {second.text}" != " "
    assert both.billed == 0
    again = engine.translate(Request("en", "fr", Scheme.TOKENS, texts))
    assert again == (both, first, second)


def test_a_folder_that_holds_no_model_is_told(tmp_path: Path) -> None:
    failure = made("ctranslate2", {}, models={"fr": str(tmp_path)}).refusal("en", "fr")
    assert failure is not None
    assert failure.said.startswith("the model for fr cannot be read: ")
    assert failure.remedy == f"put model.bin, source.spm and target.spm into {tmp_path}"
