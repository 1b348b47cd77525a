"""What a language model wrote, read as translations whatever it wrote around them."""

import json
import re
from collections import Counter
from typing import Any

from l10n.model.engine import Answer, Failure, Outcome, Trouble

_FENCE = re.compile(r"\A\s*```[A-Za-z]*[ \t]*\n(.*?)\n?```\s*\Z", re.S)
_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.S)


def read_answers(content: str, count: int) -> tuple[Outcome, ...]:
    """Return an Outcome for each of the numbers 1 to ``count``."""
    found = _pairs(_json(content))
    times = Counter(number for number, _ in found)
    texts = dict(found)
    return tuple(_outcome(str(at), times, texts) for at in range(1, count + 1))


def _outcome(number: str, times: Counter[str], texts: dict[str, object]) -> Outcome:
    if not times[number]:
        return Failure(Trouble.MALFORMED, "the model left this text out")
    if times[number] > 1:
        return Failure(Trouble.MALFORMED, "the model answered this text more than once")
    text = texts[number]
    if not isinstance(text, str):
        return Failure(Trouble.MALFORMED, "the model answered this text with something else")
    return Answer(text)


def _json(content: str) -> Any:
    """Return the JSON in an answer, which may be fenced or surrounded by words; None if none."""
    bare = _THOUGHT.sub("", content)
    fenced = _FENCE.match(bare)
    for text in (bare, fenced[1] if fenced else "", bare[bare.find("{") : bare.rfind("}") + 1]):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            continue
    return None


def _pairs(answer: Any) -> list[tuple[str, object]]:
    """Return (number, text) from a list of objects or an object of numbers."""
    if isinstance(answer, dict) and "translations" in answer:
        answer = answer["translations"]
    if isinstance(answer, dict):
        return [(str(number), text) for number, text in answer.items()]
    if not isinstance(answer, list):
        return []
    return [
        (str(each["id"]), each.get("text"))
        for each in answer
        if isinstance(each, dict) and "id" in each
    ]
