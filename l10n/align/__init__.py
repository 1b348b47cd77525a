"""Pairing a translation with its source, whatever its translator did to it.

Passages are paired in order by a pair hidden Markov model, then what is left over is looked for
elsewhere. A pair is weighed by what survives translation (`evidence`), kinds (`kinds`) and
lengths (`length`); a second pass learns from the first which words go together (`lexicon`).
Last is asked whether the posts belong together at all (`trust`), which scores depend on.
Built on, and cited where used:

- Gale and Church 1993, "A program for aligning sentences in bilingual corpora": `length`, beads
- Kay and Röscheisen 1993, "Text-translation alignment": `lexicon`
- Simard, Foster and Isabelle 1992, "Using cognates to align sentences in bilingual corpora":
  `evidence`
- Moore 2002, "Fast and accurate sentence alignment of bilingual corpora": `passes`, `band`
- Sennrich and Volk 2010, "MT-based sentence alignment for OCR-generated parallel texts": `band`
- Durbin, Eddy, Krogh and Mitchison 1998, "Biological sequence analysis", chapter 4; Holmes and
  Durbin 1998, "Dynamic programming alignment accuracy": `lattice`
- Platt 1999, "Probabilistic outputs for support vector machines": `score`
"""

from l10n.align.posts import align

__all__ = ["align"]
