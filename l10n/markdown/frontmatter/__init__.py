"""Front matter: bytes in, the spans of its strings out, and Edits that change only those.

Reading never renders: a scalar is located in the source bytes, and a translation replaces its
span, quoted so that a parser reads exactly the translation. YAML (``---``) and TOML (``+++``).
"""

from l10n.markdown.frontmatter.find import find_front_matter
from l10n.markdown.frontmatter.read import read_scalars
from l10n.markdown.frontmatter.set_keys import set_keys
from l10n.markdown.frontmatter.values import FrontMatter, Scalar
from l10n.markdown.frontmatter.write import write_scalar

__all__ = [
    "FrontMatter",
    "Scalar",
    "find_front_matter",
    "read_scalars",
    "set_keys",
    "write_scalar",
]
