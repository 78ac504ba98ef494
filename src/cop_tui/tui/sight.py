"""The first sight: what Today shows before the notebook is open, reckoned from it beforehand. Pure."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.practice.agenda import Agenda, agenda
from cop_tui.practice.at_a_glance import at_a_glance
from cop_tui.practice.nudges import further
from cop_tui.practice.on_this_day import on_this_day
from cop_tui.practice.rhythm import rhythm
from cop_tui.practice.say_yes import top_up

Reading = Callable[[Book, datetime], Any]
"""Whatever can be read of a book at a time."""

OF_ALL: tuple[Reading, ...] = (rhythm, at_a_glance, on_this_day, further)
"""What Today reads of the whole book."""


class Sight(Struct, frozen=True, kw_only=True):
    """What Today shows at first."""

    book: Book
    """The part of the book that it names, series topped up."""
    now: datetime
    """When it was seen, in the member's zone."""
    agenda: Agenda
    """What is due, what waits, what comes."""
    readings: Mapping[Reading, Any]
    """What it reads of the whole book."""
    version: object
    """Which version of the notebook it was seen in."""


def first_sight(book: Book, now: datetime, *, days: int, version: object = None) -> Sight:
    """Return what Today shows at first of a book.

    Args:
        book: The whole book.
        now: The time, in the member's zone.
        days: How many days the member looks ahead.
        version: Which version of the notebook this is.
    """
    whole = book.apply(top_up(book, now=now))
    plan = agenda(whole, now, days=days)
    readings = {reading: reading(whole, now) for reading in OF_ALL}
    return Sight(book=_part(whole, plan, now), now=now, agenda=plan, readings=readings, version=version)


def _part(book: Book, plan: Agenda, now: datetime) -> Book:
    """Return the part of a book that the agenda names, with the communities and the first record of all.

    That is the member, where they said who they are; and what has one record is not blank.
    """
    senders = (book.people.get(one.sender or "") for one in plan.waiting)
    named = (*plan.due, *plan.upcoming, *plan.still_coming, *plan.waiting, *(one for one in senders if one))
    some = (record for record, _ in zip(book.records(), range(1), strict=False))
    put = (*some, *book.communities.values(), *named)
    return Book().apply(Change(sentence="", at=now, put=put))
