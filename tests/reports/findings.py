"""Findings for tests of reports."""

from l10n.model.finding import Finding, Severity

CHANGED = Finding(
    rule="link-changed",
    severity=Severity.ERROR,
    language="zh-Hans",
    path="locales/zh-Hans/a.po",
    message="https://x.example/b stands where the source links to https://x.example/a",
    hint="write https://x.example/a",
    line=12,
    end_line=12,
    post="a",
    msgid="Read [the docs](https://x.example/a).",
    msgstr="阅读👩‍🔬[文档e\u0301](https://x.example/b)。",
    span=(12, 31),
)
DRAFT = Finding(
    rule="catalog-draft",
    severity=Severity.INFO,
    language="zh-Hans",
    path="locales/zh-Hans/a.po",
    message="a draft, not confirmed yet",
    hint="correct it where it needs it, then remove the fuzzy mark",
    line=14,
    end_line=14,
    post="a",
    msgid="A cat.",
    msgstr="一只猫。",
)
