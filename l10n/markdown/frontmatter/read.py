"""Reading the strings of a front matter, whichever language it is written in."""

from collections.abc import Sequence

from l10n.markdown.frontmatter.values import FrontMatter, Scalar


def read_scalars(
    data: bytes, front: FrontMatter, keys: Sequence[str], path: str
) -> tuple[Scalar, ...]:
    """Return the strings of ``front`` at the dotted ``keys``, in the order of the file.

    A key that names a list means each string in it; one that names a mapping means nothing
    below it. ``*`` stands for any key or list item: ``authors.*.name``. Values without a letter,
    aliases, and what any parser takes for a number, date, truth value or nothing, are left out.
    Each occurrence of a key written twice is returned.

    Raises InputError at ``path:line`` where the front matter is broken. Without keys nothing is
    parsed.
    """
    if not keys:
        return ()
    # Imported here so that posts without configured keys never load a parser.
    if front.kind == "yaml":
        from l10n.markdown.frontmatter.yaml_scalars import read_yaml

        return read_yaml(data, front, keys, path)
    from l10n.markdown.frontmatter.toml_scalars import read_toml

    return read_toml(data, front, keys, path)
