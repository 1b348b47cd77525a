"""Recognising what builds a site, from the names of its files and a few small ones' contents."""

import re
from dataclasses import dataclass

from l10n.model.dialect import Dialect
from l10n.model.settings import PostGroup

_ENDINGS = (".md", ".mdx", ".markdown")
_TEXT = ("title", "description")
_SCRIPT = r"(?:js|ts|mjs|cjs)"


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a folder: their paths relative to it, and the contents of some of them."""

    paths: frozenset[str]
    contents: tuple[tuple[str, bytes], ...] = ()

    def any(self, pattern: str) -> bool:
        """Tell whether some path matches the regular expression ``pattern`` as a whole."""
        return any(re.fullmatch(pattern, path) for path in self.paths)

    def content(self, path: str) -> bytes:
        """Return the contents of the file at ``path``, empty where they were not handed in."""
        return dict(self.contents).get(path, b"")

    def markdown(self, folder: str = "") -> tuple[str, ...]:
        """Return the Markdown files below ``folder`` (``docs/``), sorted."""
        return tuple(
            path
            for path in sorted(self.paths)
            if path.startswith(folder) and path.lower().endswith(_ENDINGS)
        )

    def marker(self, folder: str, tag: str) -> str:
        """Return the language marker of the files below ``folder``, or "" where there is none.

        ``.en`` for the tag ``en`` and ``pages/index.en.mdx``; ``.en-US`` is found for it, too.
        """
        shape = re.compile(rf".*(\.{re.escape(tag)}(?:[-_][A-Za-z]{{2}})?)\.mdx?", re.IGNORECASE)
        matches = (shape.fullmatch(path) for path in self.markdown(folder))
        return next((match[1] for match in matches if match), "")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What builds a site, the groups of posts that suit it, and what else its owner should know."""

    name: str
    groups: tuple[PostGroup, ...]
    note: str = ""
    lower_paths: bool = False  # pt-BR is pt-br in its paths


def recognise(listing: Listing, source: str) -> Recognised:
    """Return what ``listing`` looks like; a plain folder where it is nothing known.

    ``source`` is the tag of the source language: folders and endings named so hold the posts.
    """
    for look in (_docusaurus, _nextra, _hugo, _mkdocs, _astro, _jekyll):
        found = look(listing, source)
        if found is not None:
            return found
    return _plain(listing, source)


def _docusaurus(listing: Listing, source: str) -> Recognised | None:
    if not listing.any(rf"docusaurus\.config\.{_SCRIPT}"):
        return None
    plugins = (("docs", "docs/current"), ("blog", "blog"), ("src/pages", "pages"))
    present = [each for each in plugins if listing.markdown(f"{each[0]}/")] or [plugins[0]]
    groups = tuple(
        PostGroup(
            f"{folder}/**/*.{{md,mdx}}",
            f"i18n/{{lang}}/docusaurus-plugin-content-{plugin}/{{dir}}/{{name}}",
            Dialect.MDX,
            (*_TEXT, "sidebar_label"),
        )
        for folder, plugin in present
    )
    return Recognised("Docusaurus", groups, "Docusaurus reads .md files as MDX, too.")


def _nextra(listing: Listing, source: str) -> Recognised | None:
    if not listing.any(rf"next\.config\.{_SCRIPT}"):
        return None
    if b'"nextra"' not in listing.content("package.json"):
        return None
    if listing.markdown(f"content/{source}/"):
        place = (f"content/{source}/**/*.{{md,mdx}}", "content/{lang}/{dir}/{name}")
        note = "Nextra 4 keeps a folder for each language below content."
    else:
        pages = "pages" if listing.markdown("pages/") else "content"
        marker = listing.marker(f"{pages}/", source)
        place = (f"{pages}/**/*{marker}.mdx", f"{pages}/{{post}}.{{lang}}.mdx")
        note = "Nextra keeps the language in the file name: index.en.mdx, index.fr.mdx."
    return Recognised("Nextra", (PostGroup(*place, Dialect.MDX, _TEXT),), note)


def _hugo(listing: Listing, source: str) -> Recognised | None:
    new, old = (rf"(?:config/_default/)?{name}\.(?:toml|ya?ml|json)" for name in ("hugo", "config"))
    if not listing.any(new) and not (listing.any(old) and listing.any(r"content/.+")):
        return None
    place, note = _folder_or_ending(listing, "content", source)
    return Recognised("Hugo", (PostGroup(*place, None, _TEXT),), note, lower_paths=True)


def _mkdocs(listing: Listing, source: str) -> Recognised | None:
    name = next((name for name in ("mkdocs.yml", "mkdocs.yaml") if name in listing.paths), "")
    if not name:
        return None
    settings = listing.content(name)
    named = re.search(rb"(?m)^docs_dir:[ \t]*[\"']?([^\"'#\r\n]+)", settings)
    docs = named[1].decode("utf-8", "replace").strip().strip("./") if named else "docs"
    folders = re.search(rb"(?m)^[ \t-]*docs_structure:[ \t]*[\"']?folder", settings) is not None
    place, note = _folder_or_ending(listing, docs, source, folders=folders)
    note += " This is how the plugin mkdocs-static-i18n wants it."
    return Recognised("MkDocs", (PostGroup(*place, None, _TEXT),), note)


def _folder_or_ending(
    listing: Listing, root: str, source: str, *, folders: bool = False
) -> tuple[tuple[str, str], str]:
    """Return source, target and note for a site that keeps languages apart in either way."""
    if folders or listing.markdown(f"{root}/{source}/"):
        place = (f"{root}/{source}/**/*.md", f"{root}/{{lang}}/{{dir}}/{{name}}")
        return place, f"Each language has a folder of its own below {root}."
    marker = listing.marker(f"{root}/", source)
    place = (f"{root}/**/*{marker}.md", f"{root}/{{post}}.{{lang}}.md")
    return place, "The language is part of the file name: about.md, about.fr.md."


def _astro(listing: Listing, source: str) -> Recognised | None:
    if not listing.any(rf"astro\.config\.{_SCRIPT}"):
        return None
    found = listing.markdown("src/content/")
    collections = sorted({path.split("/")[2] for path in found if path.count("/") > 2})
    roots = [f"src/content/{name}" for name in collections] or ["src/pages"]
    groups: list[PostGroup] = []
    for root in roots:
        own = f"{root}/{source}" if listing.markdown(f"{root}/{source}/") else root
        target = f"{root}/{{lang}}/{{dir}}/{{name}}"
        groups.append(PostGroup(f"{own}/**/*.{{md,mdx}}", target, None, _TEXT))
    note = "Each language has a folder of its own inside a collection."
    return Recognised("Astro", tuple(groups), note, lower_paths=True)


def _jekyll(listing: Listing, source: str) -> Recognised | None:
    if not listing.any(r"_config\.ya?ml") and not listing.any(r"_posts/.+"):
        return None
    group = PostGroup(
        "_posts/**/*.md",
        "{lang}/_posts/{dir}/{name}",
        Dialect.KRAMDOWN,
        ("title", "excerpt", "description"),
        (("lang", "{lang}"), ("ref", "{post}")),
    )
    note = "Jekyll reads every _posts folder; the language becomes the first part of the address."
    return Recognised("Jekyll", (group,), note)


def _plain(listing: Listing, source: str) -> Recognised:
    files = [path for path in listing.markdown() if "/" in path]
    ending = "{md,mdx}" if any(path.lower().endswith(".mdx") for path in files) else "md"
    tops = [path.split("/")[0] for path in files]
    known = (name for name in ("posts", "docs", "content", "src") if name in tops)
    top = next(known, "") or _most_common(tops) or "posts"
    own = _most_common([folder for path in files if (folder := _own_folder(path, source))])
    marker = listing.marker(f"{top}/", source)
    if own:
        place = (f"{own}/**/*.{ending}", f"{own[: -len(source)]}{{lang}}/{{dir}}/{{name}}")
    elif marker:
        place = (f"{top}/**/*{marker}.{ending}", f"{top}/{{post}}.{{lang}}{{ext}}")
    elif files or not listing.markdown():
        place = (f"{top}/**/*.{ending}", "translated/{lang}/{dir}/{name}")
    else:
        place = ("*.md", "translated/{lang}/{name}")
    return Recognised("a plain folder", (PostGroup(*place, None, _TEXT),))


def _own_folder(path: str, source: str) -> str:
    """Return the folder of the source language that ``path`` lies in: ``docs/en``, or ""."""
    match = re.match(rf"(?:.+?/)?{re.escape(source)}(?=/)", path)
    return match[0] if match else ""


def _most_common(names: list[str]) -> str:
    return max(sorted(set(names)), key=names.count, default="")
