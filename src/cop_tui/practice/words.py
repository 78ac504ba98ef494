"""How days, moments and records are said: near now as people say them, exact where it counts."""

import re
from datetime import date, datetime

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import CheckIn, DayKind
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME, Member
from cop_tui.domain.moment import in_zone, seen_from
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record
from cop_tui.domain.story import Story
from cop_tui.practice.printable import ELLIPSIS, cells, cut, fold, one_line, visible

__all__ = [
    "ELLIPSIS",
    "MONTHS",
    "WEEKDAYS",
    "cells",
    "cut",
    "day_words",
    "exact_day",
    "fold",
    "moment_words",
    "one_line",
    "person_words",
    "short_moment",
    "title_of",
    "visible",
    "whole_title",
]

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""The days of the week, Monday first, the same in every locale."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The months."""

TITLE = 72
"""The cells that a record's title takes at most."""

_HEADING = re.compile(r"#{1,6}(?:\s+|$)")
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_CHECK_INS = {DayKind.DONE: "Check-in of", DayKind.SKIPPED: "A day off on", DayKind.PAUSED: "A pause from"}


def day_words(day: date, today: date) -> str:
    """Return a day as people say it: today, tomorrow, yesterday, "Fri", "Tue 1 Dec", "Tue 1 Dec 2026"."""
    away = (day - today).days
    if away in _NEAR:
        return _NEAR[away]
    return WEEKDAYS[day.weekday()] if 1 < away <= 6 else exact_day(day, today)


def exact_day(day: date, today: date | None = None) -> str:
    """Return a day that nobody has to reckon: "Tue 1 Dec", with the year unless it is that of `today`."""
    year = "" if today is not None and day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def moment_words(start: datetime, now: datetime, *, timezone: str = "", all_day: bool = False) -> str:
    """Return a moment exactly, in the member's zone: "Wed 25 Nov 18:00"; all-day ones without an hour.

    A zone of its own in which the clock shows something else is added: "Wed 25 Nov 18:00 (12:00 in New York)".
    """
    seen = seen_from(start, now, timezone=timezone, all_day=all_day)
    words = exact_day(seen.date(), now.date())
    return words if all_day else f"{words} {seen:%H:%M}{_elsewhere(start, seen, timezone)}"


def short_moment(start: datetime, now: datetime, *, timezone: str = "", all_day: bool = False) -> str:
    """Return a moment as said near now: "today 18:00", "Fri 18:00"; farther away the day alone, "Tue 1 Dec"."""
    seen = seen_from(start, now, timezone=timezone, all_day=all_day)
    day = seen.date()
    words = day_words(day, now.date())
    return f"{words} {seen:%H:%M}" if not all_day and -1 <= (day - now.date()).days <= 6 else words


def title_of(record: Record, book: Book) -> str:
    """Return one line by which a member knows any record again."""
    words = one_line(whole_title(record, book), TITLE)
    return words if cells(words) else "untitled"


def person_words(person_id: str, book: Book) -> str:
    """Return the name of a person, or "you" for the member; "someone" where they are gone."""
    if person_id == ME:
        return "you"
    person = book.people.get(person_id)
    return "someone" if person is None else person.name


def whole_title(record: Record, book: Book) -> str:
    """Return the title of a record uncut, as it was written; empty where it has none."""
    words = ""
    match record:
        case Community(name=words) | Person(name=words) | Commitment(what=words) | Invitation(title=words):
            pass
        case Goal(text=words) | Learning(text=words):
            pass
        case Member():
            words = record.name or "You"
        case Interest():
            words = f"{record.subject} ({person_words(record.who, book)})"
        case Story():
            words = record.title or _first_line(record.body)
        case CheckIn():
            words = f"{_CHECK_INS[record.kind]} {exact_day(record.day)}"
        case Gone():
            words = f"Removed from {record.kind.replace('_', '-')}"
    return words


def _first_line(body: str) -> str:
    lines = (_HEADING.sub("", line.strip()) for line in body.splitlines())
    return next((line for line in lines if line), "")


def _elsewhere(start: datetime, seen: datetime, timezone: str) -> str:
    """Return what the clock shows in the moment's own zone, with the day if it differs, where that is another hour."""
    own = in_zone(start, timezone)
    if not timezone or own.utcoffset() == seen.utcoffset():
        return ""
    day = "" if own.date() == seen.date() else f"{WEEKDAYS[own.weekday()]} "
    return f" ({day}{own:%H:%M} in {timezone.rsplit('/', 1)[-1].replace('_', ' ')})"
