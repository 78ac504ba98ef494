"""What screens and widgets ask the app for."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class OpenDialog(Message):
    """Open a verb's dialog."""

    name: str
    """The name of the verb in the table of dialogs."""
    about: tuple[str, ...] = ()
    """The ids of the records that it is about, if any."""


@dataclass
class OpenRecord(Message):
    """Open the page of a record."""

    record_id: str
    """Its id."""


@dataclass
class OpenCheckIn(Message):
    """Open the check-in."""
