"""The plain notation in which the sample year is written: easy to write by hand, easy to read in a review.

An entry begins with a line `@ words key=value … | title`, which may go on in lines that begin with two blanks; the
lines up to the next one are its text. Lines of a
paragraph are joined; blank lines, lists, headings and quotes stay. A line `+ word days text` or `~ days text` is a
mark: something that came of the entry so many days later.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OWN_LINE = re.compile(r"- |#+ |> |\d+\. |```")
_MARK = re.compile(r"([+~])\s*([a-z-]*)\s*(\d+)\s+(.*)")


@dataclass(frozen=True)
class Mark:
    """Something that came of an entry later."""

    word: str
    """Which cycle of value; empty of a follow-up."""
    after: int
    """How many days later."""
    text: str
    """What came of it."""


@dataclass(frozen=True)
class Entry:
    """One piece of the year as it is written down."""

    words: tuple[str, ...]
    """The plain words of its first line."""
    values: dict[str, str]
    """The `key=value` words of its first line."""
    title: str
    """What stands behind the bar."""
    text: str
    """Its text, in Markdown."""
    marks: tuple[Mark, ...]
    """What came of it."""
    lines: tuple[str, ...]
    """Its lines as they stand, without the marks."""

    def names(self, key: str) -> tuple[str, ...]:
        """Return a value that is a list with commas."""
        return tuple(word for word in self.values.get(key, "").split(",") if word)

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return a value that is a list of numbers with commas."""
        return tuple(int(word) for word in self.names(key))


def entries(text: str) -> Iterator[Entry]:
    """Go through the entries of a text in the notation."""
    for block in re.split(r"^@ ", text, flags=re.MULTILINE)[1:]:
        head, _, rest = re.sub(r"\n {2}", " ", block).partition("\n")
        words, _, title = head.partition(" | ")
        lines = [line.rstrip() for line in rest.strip().split("\n")]
        marks = [found for line in lines if (found := _MARK.fullmatch(line))]
        plain = tuple(line for line in lines if not _MARK.fullmatch(line))
        yield Entry(
            words=tuple(word for word in words.split() if "=" not in word),
            values=dict(word.split("=", 1) for word in words.split() if "=" in word),
            title=title.strip(),
            text=_joined(plain),
            marks=tuple(Mark(found[2], int(found[3]), found[4]) for found in marks),
            lines=plain,
        )


def _joined(lines: tuple[str, ...]) -> str:
    """Return the text with the lines of each paragraph made one."""
    done: list[str] = []
    for line in lines:
        goes_on = bool(line and done and done[-1]) and not _OWN_LINE.match(line) and not done[-1].startswith("#")
        if goes_on:
            done[-1] = f"{done[-1]} {line.strip()}"
        else:
            done.append(line)
    return "\n".join(done).strip()
