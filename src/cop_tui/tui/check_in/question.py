"""One question of the check-in: what it asks, which keys answer it, whether a line does."""

from abc import ABC
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import Step
from cop_tui.domain.errors import Refused


class Reading(StrEnum):
    """How a typed line is helped along."""

    PLAIN = "plain"
    WHEN = "when"
    SUBJECTS = "subjects"
    MARKED = "marked"


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line that may be typed straight away."""

    hint: str
    """What stands in it, faint, as long as it is empty."""
    value: str = ""
    """What stands in it at first."""
    reading: Reading = Reading.PLAIN
    """How it is helped along."""
    long: bool = False
    """Whether it may be written in the member's editor."""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What an answer does."""

    change: Change | None = None
    """What it does to the book; none where it only leads on."""
    word: str = ""
    """What stands behind the question from now on."""
    follow: "Question | None" = None
    """The question that comes of it, asked next."""


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """One question; an answer makes a reply, and touches nothing itself."""

    step: Step
    """The step that it belongs to."""
    what: str
    """What it is about, in the member's own words or ours."""
    when: str = ""
    """The moment of what it is about, as said near now."""
    who: str = ""
    """The person or community of what it is about."""
    why: str = ""
    """The reason for asking, or what to know before answering."""
    asks: str = ""
    """The question itself, where it does not go without saying."""
    keys: tuple[str, ...] = ()
    """The actions that answer it, as the table of keys names them."""
    line: Line | None = None
    """The line that answers it."""
    goes_on: bool = False
    """Whether it goes on about the question before, and takes no row of its own."""

    def press(self, book: Book, key: str, *, now: datetime) -> Reply:  # noqa: ARG002 - what most do with a key
        """Return what one of its keys does.

        Raises:
            CopError: A rule of the practice says no.
        """
        raise Refused("That key does not answer this", "The keys that do stand below the question")

    def say(self, book: Book, words: str, *, now: datetime) -> Reply:  # noqa: ARG002 - what most do with a line
        """Return what a typed line does; it is never empty.

        Raises:
            CopError: The words can't be understood, or a rule of the practice says no.
        """
        raise Refused("This is answered by a key", "The keys that do stand below the question")


def pieces(words: str) -> list[str]:
    """Return what a line names, parted by commas."""
    return [one.strip() for one in words.split(",") if one.strip()]


def names(ids: Iterable[str], book: Book) -> list[str]:
    """Return the names of the people with these ids."""
    return [book.people[one].name for one in ids if one in book.people]
