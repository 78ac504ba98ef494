"""One deed: a key, what it is called, on which records it fits, and the verb or the dialog that does it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.record import Record
from cop_tui.tui.action import Action

AREA = "record"
"""The area of keys that work on the record in hand: the highlighted row of a list, or what is open."""

Fits = Callable[[Book, Any, datetime], bool]
"""Tells whether a deed fits a record of its kind as things are."""

Copies = Callable[[Book, Any], tuple[str, str]]
"""Returns the words to copy of a record of its kind, and what they are."""


def always(_book: Book, _record: Record, _now: datetime) -> bool:
    """Say yes."""
    return True


class Deed(Struct, frozen=True, kw_only=True):
    """One thing that a member does with a record."""

    name: str
    """Its name in code, in kebab-case; its action is `record.NAME`."""
    kind: type[Record]
    """On which kind of record."""
    key: str
    """Its key, or several with commas."""
    title: str
    """What it is called, in the palette and on the help page."""
    help: str
    """What it does, in one sentence without a full stop."""
    word: str
    """The word beside its key, below rows and in the footer."""
    verb: str = ""
    """The verb that does it, as `module:function` of (book, record, now=…); empty where a dialog asks first."""
    dialog: str = ""
    """The dialog that asks for the rest, by its name in the table of dialogs."""
    copies: Copies | None = None
    """What it copies to the clipboard, where it does nothing but that."""
    fits: Fits = always
    """Tells whether it fits a record as things are."""
    like: str = ""
    """The id of the action anywhere that it does more exactly, with its key; it goes along where that has another."""
    foot: bool = True
    """Whether the footer shows it."""

    @property
    def action(self) -> Action:
        """Its row in the one table of keys."""
        return Action(
            id=f"{AREA}.{self.name}",
            key=self.key,
            name=self.title,
            help=self.help,
            do=f"deed('{self.name}')",
            area=AREA,
            row=self.word,
            foot=self.word if self.foot else "",
            like=self.like,
        )
