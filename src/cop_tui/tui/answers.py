"""What a member says about a promise or an invitation with one key: by name, and which of them fit which record."""

from datetime import datetime
from enum import StrEnum
from importlib import import_module

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotFound
from cop_tui.domain.record import Record

ANSWERS: dict[str, str] = {
    "showed-up": "cop_tui.practice.show_up:showed_up",
    "missed": "cop_tui.practice.show_up:missed",
    "excused": "cop_tui.practice.show_up:excuse",
    "yes": "cop_tui.practice.say_yes:say_yes",
    "perhaps": "cop_tui.practice.say_yes:say_maybe",
    "no": "cop_tui.practice.say_yes:say_no",
    "still-coming": "cop_tui.practice.say_yes:still_coming",
}
"""Where the verb of each answer is, as `module:function`; imported when it is first given."""


class Asked(StrEnum):
    """What a member is asked about a record."""

    DUE = "due"
    WAITING = "waiting"
    STILL = "still"
    COMING = "coming"


FITTING: dict[Asked, tuple[str, ...]] = {
    Asked.DUE: ("showed-up", "missed", "excused", "another-day"),
    Asked.WAITING: ("yes", "perhaps", "no"),
    Asked.STILL: ("still-coming", "excused", "another-day"),
    Asked.COMING: ("excused", "another-day"),
}
"""The answers that fit, by what is asked; `another-day` asks for the day first, in a dialog."""


def answered(book: Book, record: Record | None, answer: str, now: datetime) -> Change:
    """Return the change that an answer makes.

    Raises:
        CopError: A rule of the practice says no, or the record is gone.
    """
    if record is None:
        raise NotFound("It is no longer there", "Somebody else has removed it")
    module, _, name = ANSWERS[answer].partition(":")
    change: Change = getattr(import_module(module), name)(book, record, now=now)
    return change
