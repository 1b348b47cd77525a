"""Writing one string of a front matter anew."""

from l10n.markdown.frontmatter.values import Scalar
from l10n.model.edit import Edit


def write_scalar(data: bytes, scalar: Scalar, text: str) -> Edit:
    """Return the Edit after which a parser reads exactly ``text`` where ``scalar`` stands.

    The scalar's style stays where it can hold the text: plain while that is safe, single quotes,
    a block with its indentation. Otherwise double quotes. A text equal to the scalar's value
    keeps the bytes as they are.
    """
    raw = data[scalar.start : scalar.end]
    return Edit(
        scalar.start, scalar.end, raw if text == scalar.value else _render(raw, scalar, text)
    )


def _render(raw: bytes, scalar: Scalar, text: str) -> bytes:
    style = scalar.style
    if style in ("plain", "single", "double"):
        from l10n.markdown.frontmatter.yaml_quote import quote

        return quote(text, style, scalar.flow).encode()
    if style in ("literal", "folded"):
        from l10n.markdown.frontmatter.yaml_block import write_block

        return write_block(raw, scalar.value, text, style)
    from l10n.markdown.frontmatter.toml_quote import write_toml

    return write_toml(raw, text, style)
