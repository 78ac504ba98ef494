"""The first look: what Today shows before the notebook is open, reckoned from it beforehand."""

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.practice.agenda import Agenda, agenda
from cop_tui.practice.at_a_glance import at_a_glance
from cop_tui.practice.nudges import besides_promises
from cop_tui.practice.on_this_day import on_this_day
from cop_tui.practice.rhythm import rhythm
from cop_tui.practice.say_yes import top_up

Reading = Callable[[Book, datetime], Any]
"""Whatever can be read of a book at a time."""

OF_THE_WHOLE: tuple[Reading, ...] = (rhythm, at_a_glance, on_this_day, besides_promises)
"""What Today reads of the whole book."""


class FirstLook(Struct, frozen=True, kw_only=True):
    """What Today shows at first."""

    book: Book
    """The part of the book that it names, series topped up."""
    now: datetime
    """When it was looked at, in the member's zone."""
    agenda: Agenda
    """What is due, what waits, what comes."""
    readings: Mapping[Reading, Any]
    """What it reads of the whole book."""
    version: object
    """The version of the notebook that was looked at."""


def first_look(book: Book, now: datetime, *, days: int, version: object = None) -> FirstLook:
    """Return what Today shows at first of a book.

    Args:
        book: The whole book.
        now: The time, in the member's zone.
        days: How many days the member looks ahead.
        version: The version of the notebook that the book is from.
    """
    whole = book.apply(top_up(book, now=now))
    plan = agenda(whole, now, days=days)
    readings = {reading: reading(whole, now) for reading in OF_THE_WHOLE}
    return FirstLook(book=_part(whole, plan, now), now=now, agenda=plan, readings=readings, version=version)


def _part(book: Book, plan: Agenda, now: datetime) -> Book:
    """Return the part of a book that the agenda names, with the communities.

    The first record of all comes along: it is the member, if they said who they are, and any record keeps the part
    from being blank where the book isn't.
    """
    senders = (book.people.get(one.sender or "") for one in plan.waiting)
    named = (*plan.due, *plan.upcoming, *plan.still_coming, *plan.waiting, *(one for one in senders if one))
    put = (*islice(book.records(), 1), *book.communities.values(), *named)
    return Book().apply(Change(sentence="", at=now, put=put))
