"""Every key of the configuration, with what its reference page says of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what may stand there, what stands there by default, what it is for."""

    name: str
    kind: str
    default: str
    meaning: str


KEYS = (
    Key("source-language", "language tag", '`"en"`', "the language the posts are written in"),
    Key(
        "languages",
        "list of language tags",
        "required",
        "the languages to translate into, as BCP 47 tags; gettext's form (`pt_BR`) is accepted",
    ),
    Key(
        "catalogs",
        "path template",
        '`"locales/{lang}/{post}.po"`',
        "where the PO file of a post in a language is",
    ),
    Key(
        "templates",
        "path template",
        '`"locales/templates/{post}.pot"`',
        "where the template of a post is",
    ),
    Key("glossary", "path", '`"glossary.yml"`', "the terms that every translation renders alike"),
    Key(
        "memory",
        "path",
        '`".l10n/memory.sqlite"`',
        "the file of the translation memory; it is made anew from the catalogs at any time",
    ),
    Key("name", "text", '`""`', "the project's name in the headers of its catalogs"),
    Key(
        "min-complete",
        "0 to 100",
        "`100`",
        "percent of its messages that a post needs translated before `build` publishes it",
    ),
    Key("posts", "tables", "required", "`[[posts]]`: one table for each group of posts"),
    Key("language", "tables", "none", "`[language.TAG]`: what is special about one language"),
    Key("check", "table", "none", "`[check]`: which rules speak, how loudly, and what fails"),
    Key("links", "table", "none", "`[links]`: where translations may lead instead of the source"),
    Key(
        "engines",
        "list of names",
        "`[]`",
        "the engines that `prefill` asks for what the memory does not have, in this order: "
        "`apertium`, `ctranslate2`, `deepl`, `libretranslate`, `openai`, `pseudo`, and what other "
        "packages bring",
    ),
    Key("engine", "tables", "none", "`[engine.NAME]`: the options of one engine; never a key"),
    Key("prefill", "table", "none", "`[prefill]`: what drafts are made of"),
)
PREFILL_KEYS = (
    Key(
        "accept",
        "100 or 101",
        "none",
        "the memory's score from which a translation that a person confirmed elsewhere is no draft "
        "any more: 100 for the same text, 101 for the same text between the same neighbours",
    ),
    Key(
        "min-score",
        "1 to 101",
        "`75`",
        "the memory's score below which it proposes nothing; 101 is the best",
    ),
    Key(
        "protect-kept",
        "`true`, `false`",
        "`true`",
        "whether words that the glossary keeps travel to engines as marks, so that they come back "
        "as they are; otherwise engines are only asked to keep them",
    ),
)
GROUP_KEYS = (
    Key(
        "source",
        "glob",
        "required",
        "which files are posts; `*`, `**` and `{md,mdx}`, in either case of letters",
    ),
    Key("target", "path template", "required", "where the localized post goes"),
    Key(
        "dialect",
        "`commonmark`, `gfm`, `kramdown`, `mdx`",
        "guessed",
        "how the body is read: by default mdx for `.mdx` files, kramdown in Jekyll sites, else gfm",
    ),
    Key(
        "front-matter",
        "list of keys",
        "`[]`",
        "front matter whose text is translated; dotted for what is nested (`image.caption`), with "
        "`*` for every element (`authors.*.bio`)",
    ),
    Key(
        "set",
        "table of value templates",
        "`{}`",
        'keys written into the built front matter: `{ lang = "{lang}", ref = "{post}" }`',
    ),
    Key(
        "url",
        "address template",
        "none",
        'how the address of a post is formed, such as `"/{lang}/{slug}/"`; links between posts '
        "then follow the reader's language",
    ),
    Key(
        "attributes",
        "list of names",
        '`["alt", "title", "label", "aria-label", "placeholder", "caption"]`',
        "HTML and JSX attributes whose values are translated; in JSX expressions also the keys of "
        "objects",
    ),
)
LANGUAGE_KEYS = (
    Key("path", "text", "the tag itself", "what `{lang}` becomes in paths, addresses and values"),
    Key(
        "spacing",
        "`nbsp`, `nnbsp`, `mixed`, `canadian`",
        "any no-break space; `canadian` for fr-CA",
        "the house style of French, for the rule spacing-french: U+00A0 at every sign, U+202F at "
        "every sign, U+202F before ; ! ? and U+00A0 elsewhere, or nothing before ; ! ? and U+00A0 "
        "elsewhere",
    ),
    Key("check", "table", "none", "`[language.TAG.check]`: as `[check]`, for one language"),
)
LINK_KEYS = (
    Key(
        "rewrite",
        "list of tables with `from` and `to`",
        "`[]`",
        "addresses that may stand in the place of the source's, in links and images: "
        '`[{ from = "https://en.wikipedia.org/*", to = "https://{lang}.wikipedia.org/*" }]`. '
        "`*` stands for any characters, on each side for its own; `{lang}` for a language's path, "
        "its tag, or the first part of its tag",
    ),
)
REWRITE_KEYS = (
    Key("from", "address pattern", "required", "which addresses of the source are meant"),
    Key("to", "address pattern", "required", "where a translation may lead instead"),
)
CHECK_KEYS = (
    Key(
        "select",
        "list of rules or families",
        "all rules",
        "the rules that run; for a language, instead of those of `[check]`",
    ),
    Key(
        "ignore",
        "list of rules or families",
        "`[]`",
        "rules that do not run; for a language, besides those of `[check]`",
    ),
    Key(
        "fail-on",
        "`error`, `warning`, `info`",
        '`"error"`',
        "the least severity that makes `check` exit with 1",
    ),
    Key(
        "severity",
        "table of `off`, `info`, `warning`, `error`",
        "each rule's own",
        "how loud a rule or family is: `[check.severity]` with lines such as "
        "`link-added = \"off\"`; a rule's name goes before its family's. In drafts and outdated "
        "messages nothing is more than a warning",
    ),
)
FIELDS = (
    ("{lang}", "the language: its tag, or what `[language.TAG] path` says"),
    (
        "{post}",
        "the source's path below the fixed part of `source`, without its ending and without the "
        "marker of the source language",
    ),
    ("{dir}", "the folder below the fixed part of `source`, possibly empty"),
    ("{name}", "the file's name with its ending"),
    ("{stem}", "the file's name without its ending and language marker"),
    ("{ext}", "the file's ending with its dot"),
    ("{date}", "the date before a Jekyll post's name, `2026-09-14`"),
    ("{slug}", "the stem without that date"),
)
