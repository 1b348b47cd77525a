"""English nouns to their singular: the source side wants inflection, and no more than that."""

from typing import Final

# A stemmer makes one word of token, tokenizer and tokenization, which are three terms.
_IRREGULAR: Final = {
    "children": "child", "men": "man", "women": "woman", "people": "person",
    "indices": "index", "matrices": "matrix", "vertices": "vertex", "axes": "axis",
    "criteria": "criterion", "phenomena": "phenomenon", "corpora": "corpus",
    "analyses": "analysis", "hypotheses": "hypothesis", "theses": "thesis", "bases": "basis",
    "biases": "bias", "bias": "bias", "aliases": "alias", "alias": "alias", "lens": "lens",
    "lenses": "lens", "gas": "gas", "atlas": "atlas", "canvas": "canvas", "canvases": "canvas",
    "statuses": "status", "buses": "bus", "lives": "life", "leaves": "leaf", "halves": "half",
}  # fmt: skip
_HISSING: Final = ("sses", "shes", "ches", "xes", "zzes")


def singular(word: str) -> str:
    """Return the singular of ``word``, which is in lower case; a verb loses its -s, too."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_HISSING) else word[:-1]
