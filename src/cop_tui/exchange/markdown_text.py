"""Members' words inside a Markdown document: shown as they are, and never part of its outline.

Short texts are escaped. The body of a story is Markdown of the member's own: its headings go below the day that they
stand in, and what it leaves open is closed.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from cop_tui.practice.words import visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 6
"""The level of the smallest heading that Markdown has."""

_MARKS = re.compile(r"([\\`*\[\]<>#|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;))")
_BEGINS = re.compile(r"^(?P<number>\d+(?=[.)]))?(?P<mark>[-+=:.)])")
_RISKY = re.compile(r"^[ \t>*+\-0-9.)]*(?:#|=+[ \t]*$|-[ \t]*$|```|~~~|<)", re.MULTILINE)
_OPENS = re.compile(r"<(?=[!?]|script|pre|style|textarea)", re.IGNORECASE)


def escaped(text: str) -> str:
    """Return a text as one line in which nothing is Markdown, for where something of ours stands before it."""
    return _MARKS.sub(r"\\\1", visible(" ".join(text.split())))


def flowing(text: str) -> str:
    """Return a text as a paragraph in which nothing is Markdown and every line break stays; empty ones go."""
    lines = (_begun(escaped(line)) for line in visible(text).split("\n"))
    return "\\\n".join(line for line in lines if line)


def quoted(text: str) -> str:
    """Return a text as a quotation in which nothing is Markdown; empty where there is none."""
    return "\n".join(f"> {line}" for line in flowing(text).split("\n") if line)


def prose(*paragraphs: str) -> str:
    """Return those of the paragraphs that say something, with blank lines between them."""
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def body(text: str, *, below: int) -> str:
    """Return a member's Markdown with every heading below this level and nothing left open at its end."""
    whole = visible(text).strip("\n").rstrip()
    return _demoted(_closed(whole), below) if _RISKY.search(whole) else whole


def listed(names: Iterable[str]) -> str:
    """Return all the names as one would say them: "Ana, Li and Kofi"."""
    *first, last = [*names] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _begun(line: str) -> str:
    """Escape what would begin a list or underline a heading at the start of a line."""
    return _BEGINS.sub(lambda found: f"{found['number'] or ''}\\{found['mark']}", line, count=1)


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": 100})


def _closed(text: str) -> str:
    """Close a fence that is open at the end; show HTML that is as text, for nothing after it would be read."""
    while True:
        tokens = _parser().parse(f"{text}\n\nend")
        if tokens[-1].type == "paragraph_close" and tokens[-1].level == 0:
            return text
        last = tokens[-1]
        text = f"{text}\n{last.markup}" if last.type == "fence" else _shown(text, last)


def _shown(text: str, block: "Token") -> str:
    first = (block.map or [0])[0]
    lines = text.split("\n")
    lines[first:] = [_OPENS.sub(r"\<", line, count=1) for line in lines[first:]]
    return "\n".join(lines)


def _demoted(text: str, below: int) -> str:
    lines: list[str | None] = [*text.split("\n")]
    tokens = _parser().parse(text)
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.map:
            level = min(DEEPEST, below + int(token.tag[1:]))
            _lower(lines, token, inline.content, "#" * level)
    return "\n".join(line for line in lines if line is not None)


def _lower(lines: list[str | None], heading: "Token", content: str, marks: str) -> None:
    """Lower one heading where it stands; one that is underlined comes on one line, without the line under it."""
    first, after = heading.map or [0, 0]
    line = lines[first] or ""
    if heading.markup.startswith("#"):
        before, _, rest = line.partition(heading.markup)
        lines[first] = f"{before}{marks}{rest}"
        return
    start = len(line.rstrip()) - len(content.split("\n", 1)[0].rstrip())
    lines[first] = f"{line[:start]}{marks} {' '.join(content.split())}"
    lines[first + 1 : after] = [None] * (after - first - 1)
