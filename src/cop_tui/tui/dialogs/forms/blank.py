"""One blank of a form: how a record's field is shown as words, and what other words make of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from textual.widget import Widget

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Refused
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record
from cop_tui.practice.words import visible
from cop_tui.tui.dialogs.fields import ChoiceField, Field, TextField, WhenField
from cop_tui.tui.widgets.choice import Option


@dataclass
class Given:
    """What the words in a blank are read with."""

    book: Book
    """All that is kept; with those who became known while the form was read."""
    words: str
    """The words, as they stand in the blank."""
    now: datetime
    """The moment, in the member's zone."""
    record: Any
    """The record that is changed, as it was."""
    along: dict[str, Person] = field(default_factory=dict)
    """People who became known by being named, by id."""


Shows = Callable[[Book, Any, datetime], str]
"""Returns the words that stand in the blank for a record."""

Reads = Callable[[Given], Mapping[str, object]]
"""Returns the fields that the words make, by name; raises CopError where they make none."""


def nothing(_book: Book) -> Iterable[str]:
    """Complete nothing."""
    return ()


@dataclass(frozen=True, kw_only=True)
class Blank:
    """One blank."""

    label: str
    """What stands before it."""
    name: str
    """Its id, mostly the name of the field."""
    shows: Shows
    """What stands in it for a record."""
    reads: Reads
    """What its words make."""
    hint: str = ""
    """What stands in it, faint, as long as it is empty."""
    completes: Callable[[Book], Iterable[str]] = nothing
    """The words that it completes."""
    commas: bool = True
    """Whether several may be named in it, parted by commas."""
    options: tuple[Option, ...] = ()
    """The few between which it lets choose, if it does."""
    has_lines: bool = False
    """Whether it is for a text of several lines."""
    is_date: bool = False
    """Whether it is for a date in plain words."""

    def read(self, given: Given) -> Mapping[str, object]:
        """Return the fields that its words make.

        Raises:
            CopError: They make none.
        """
        try:
            return self.reads(given)
        except OverflowError as error:
            raise Refused("No calendar goes so far", "Give another date") from error

    def widget(self, book: Book, record: Record, now: Callable[[], datetime]) -> Widget:
        """Return the field for it, filled in from a record."""
        words = visible(self.shows(book, record, now()))
        if self.options:
            return ChoiceField(self.label, self.name, self.options, value=words)
        if self.has_lines:
            return TextField(self.label, self.name, hint=self.hint, value=words)
        if self.is_date:
            return WhenField(self.label, self.name, now, value=words, **({"hint": self.hint} if self.hint else {}))
        return Field(
            self.label,
            self.name,
            value=words,
            hint=self.hint,
            completes=self.completes(book),
            commas=self.commas,
        )


Form = tuple[Blank, ...]
"""The blanks of one kind of record, in their order."""
