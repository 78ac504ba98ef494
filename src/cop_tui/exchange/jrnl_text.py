"""How jrnl writes an entry: its title line with the star, its body, its tags; and how ours survive in it.

jrnl takes every line that begins with words in brackets and a blank for the beginning of an entry, and every title
that ends in an asterisk for a starred one. A zero-width space before (or behind) keeps what only looks so from being
taken so; it is put where it is needed and taken off again on the way in. What no field of jrnl's has room for, the
tags that the text itself doesn't name, stands in a last line of its own.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from cop_tui.domain.interest import folded
from cop_tui.exchange.jrnl_dates import LONGEST, SHORTEST

GUARD = "\u200b"
"""The zero-width space that keeps jrnl from taking a text for its own marks."""

BRACKETS = re.compile(rf"^\[([^\]\n]{{1,{LONGEST}}})\] ", re.MULTILINE)
"""The beginning of a line that may begin an entry: a date in brackets, and a blank."""

JRNL_TAG = re.compile(r"(?<!\S)[#@][-+*#/\w]+")
"""A tag as jrnl finds it."""

_TAG = re.compile(r"(?<!\S)[#@](?=[-+*#/]*\w)[-+*#/\w]+")

_TAG_LINE = re.compile(r"(?:^|\n\n)Tags: (#\S+(?: #\S+)*)$")
_STAR = re.compile(r"(?:^|\s)\*+$")
_STAR_FIRST = re.compile(r"^\*+(?:\s|$)")
_LINE_ENDS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_RISKY_LINE = re.compile(
    rf"^(?={GUARD}*\[(?:[^\]\n]{{{SHORTEST},}}\] |[^\]\n]*$))", re.MULTILINE
)  # an open bracket too: jrnl looks for its end beyond the line, and would swallow the next date
_GUARDED_LINE = re.compile(rf"^{GUARD}(?={GUARD}*\[)", re.MULTILINE)
_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")


class Written(Struct, frozen=True, kw_only=True):
    """One entry's words, as a member reads them."""

    title: str = ""
    """Its title, one line; empty where it has none."""
    body: str = ""
    """Its text, without blank lines around it."""
    tags: tuple[str, ...] = ()
    """Its tags without their marks: those of the last line first, then those in the text."""
    starred: bool = False
    """Whether it has a star."""


def understood(text: str) -> Written:
    """Return the words of an entry from what stands behind its date."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    title = _without_star(first)
    return words_of(title, rest, starred=title != first)


def words_of(title: str, body: str, *, starred: bool) -> Written:
    """Return the words of an entry from its title and body as jrnl has them."""
    title = _unguarded_title(title.strip())
    body = _GUARDED_LINE.sub("", _BLANK_LINES.sub("", body).rstrip())
    tag_line = _TAG_LINE.search(body)
    body = body[: tag_line.start()].rstrip() if tag_line else body
    tags = (*(tag_line[1].split(" ") if tag_line else ()), *tags_in(f"{title}\n{body}"))
    return Written(title=title, body=body, tags=each_once(tags), starred=starred)


def tags_in(text: str) -> Iterator[str]:
    """Go through the tags in a text, each once, with their marks; the marks of a heading alone are none."""
    return iter(dict.fromkeys(_TAG.findall(text)))


def is_tag_line(line: str) -> bool:
    """Tell whether a line is the one that holds the tags which the text does not name."""
    return _TAG_LINE.fullmatch(line) is not None


def each_once(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags without their marks, each once however it is spelled."""
    kept: dict[str, str] = {}
    for tag in dict.fromkeys(tags):
        bare = tag.strip().lstrip("#@")
        if bare:
            kept.setdefault(folded(bare), bare)
    return tuple(kept.values())


def title_line(words: Written) -> str:
    """Return what stands behind the date: the title, guarded, and the star."""
    title = _LINE_ENDS.sub(" ", words.title).strip()
    title = GUARD + title if re.match(rf"{GUARD}*\*", title) else title
    title = title + GUARD if re.search(rf"\*{GUARD}*$", title) else title
    return f"{title} *".lstrip() if words.starred else title


def body_lines(words: Written) -> str:
    """Return what stands below: the body, guarded, and the line of those tags that the text does not name."""
    body = _BLANK_LINES.sub("", words.body.replace("\r\n", "\n")).rstrip()
    body = body if words.title.strip() else body.lstrip()
    there = {folded(tag.lstrip("#@")) for tag in tags_in(f"{title_line(words)}\n{body}")}
    wanted = [tag for tag in words.tags if folded(tag) not in there]
    ending = _TAG_LINE.search(body)
    if ending:
        wanted = [*wanted, *(tag for tag in each_once(ending[1].split(" ")) if tag not in wanted)]
    line = " ".join(f"#{'-'.join(tag.split())}" for tag in wanted if tag.strip())
    parts = (_RISKY_LINE.sub(GUARD, body), f"Tags: {line}" if line else "")
    return "\n\n".join(part for part in parts if part)


def _without_star(first: str) -> str:
    """Return a title line without the star at either of its ends; an emphasised word there is none."""
    if first.count("*") == 1:
        return first.removesuffix("*").rstrip() if first.endswith("*") else _STAR_FIRST.sub("", first)
    bare = _STAR.sub("", first)
    return bare if bare != first else _STAR_FIRST.sub("", first)


def _unguarded_title(title: str) -> str:
    title = title[1:] if re.match(rf"{GUARD}+\*", title) else title
    return title[:-1] if re.search(rf"\*{GUARD}+$", title) else title
