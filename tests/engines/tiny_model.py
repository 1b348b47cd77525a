"""A CTranslate2 model so small that a test can make it: right in form, of random weights."""

import io
from pathlib import Path
from typing import Any

_WIDTH = 8
_WORDS = ["Hello world, this is a test.", "Bye now, my friends: see you.", "XPH1X one two three."]


def make_model(folder: Path) -> None:
    """Write ``model.bin``, its vocabulary, ``source.spm`` and ``target.spm`` into ``folder``."""
    import numpy
    import sentencepiece
    from ctranslate2.specs import TransformerSpec

    for side in ("source", "target"):
        model = io.BytesIO()
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(_WORDS * 50),
            model_writer=model,
            vocab_size=60,
            model_type="bpe",
            hard_vocab_limit=False,
            minloglevel=2,
        )
        (folder / f"{side}.spm").write_bytes(model.getvalue())
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    vocabulary = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    size = len(vocabulary)
    random = numpy.random.default_rng(0)

    def linear(layer: Any, rows: int, columns: int) -> None:
        layer.weight = random.normal(size=(rows, columns)).astype("float32")
        layer.bias = numpy.zeros(rows, "float32")

    def norm(layer: Any) -> None:
        layer.gamma = numpy.ones(_WIDTH, "float32")
        layer.beta = numpy.zeros(_WIDTH, "float32")

    def attention(layer: Any, *rows: int) -> None:
        norm(layer.layer_norm)
        for number, count in enumerate(rows):
            linear(layer.linear[number], count * _WIDTH, _WIDTH)

    spec: Any = TransformerSpec.from_config(1, 2)
    for embeddings in (spec.encoder.embeddings[0], spec.decoder.embeddings):
        embeddings.weight = random.normal(size=(size, _WIDTH)).astype("float32")
    for side in (spec.encoder, spec.decoder):
        norm(side.layer_norm)
        attention(side.layer[0].self_attention, 3, 1)
        norm(side.layer[0].ffn.layer_norm)
        linear(side.layer[0].ffn.linear_0, 2 * _WIDTH, _WIDTH)
        linear(side.layer[0].ffn.linear_1, _WIDTH, 2 * _WIDTH)
    attention(spec.decoder.layer[0].attention, 1, 2, 1)
    linear(spec.decoder.projection, size, _WIDTH)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize()
    spec.save(str(folder))
