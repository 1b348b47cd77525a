"""From what is known of a pair to the probability that it is right.

The posterior probability of a link takes the model for the truth, and so is too sure of passages
that share nothing and merely stand where they should. Platt 1999 fits a logistic function to a
classifier's output; ours takes what the two share as well. The weights were fitted by
``python -m benchmarks.align.fit`` on damaged posts in invented languages.
"""

from dataclasses import dataclass
from math import exp, log

_CONSTANT = 0.40
_POSTERIOR = 0.90  # per nat of its log odds
_SHARED = 0.08  # per nat that the passages' tokens speak for the pair
_MISSING = 0.25  # per nat that they speak against it
_MERGED = -1.49  # per passage beyond one and one
_TOLD = 4.0  # nats of tokens that speak for a pair whatever the posts are


@dataclass(frozen=True, slots=True)
class Signs:
    """What the probability of one pair is estimated from."""

    posterior: float
    shared: float  # log odds by tokens
    passages: int  # of both sides
    weight: float  # log odds by kinds and lengths as well


def features(signs: Signs) -> tuple[float, ...]:
    """Return the values that are weighed, the constant first."""
    posterior = min(0.999, max(0.05, signs.posterior))
    return (
        1.0,
        log(posterior / (1 - posterior)),
        min(6.0, max(0.0, signs.shared)),
        max(-6.0, min(0.0, signs.shared)),
        float(signs.passages - 2),
    )


_WEIGHTS = (_CONSTANT, _POSTERIOR, _SHARED, _MISSING, _MERGED)


def score(signs: Signs, trusted: float = 1.0) -> float:
    """Return the probability, in 0..1, that a pair is right.

    ``trusted`` is what `trust` says of the posts; a pair that its own tokens speak for needs none.
    """
    odds = sum(weight * value for weight, value in zip(_WEIGHTS, features(signs), strict=True))
    chance = 1 / (1 + exp(-odds))
    return chance if signs.shared >= _TOLD else chance * trusted
