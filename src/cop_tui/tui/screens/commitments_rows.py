"""What the views of Commitments show: the agenda, a day, what is closed, what was kept of each community. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.practice.agenda import Agenda, agenda
from cop_tui.practice.kept import day_of_promise, kept_by_name
from cop_tui.practice.narrowing import Keeps
from cop_tui.practice.rhythm import kept_percent, kept_words
from cop_tui.tui.pages.around import near
from cop_tui.tui.screens.months import month_words
from cop_tui.tui.screens.today_rows import commitment_row, keys_for, where
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Rows, Section, filled

FAR = 36_500
"""Days that the agenda looks ahead: all that there are."""
WEEK = 7
"""Days that stand under the next seven."""

CLOSED = (Column(tone=INK), Column(most=16, tone=SOFT), Column(most=10, tone=SOFT), Column(most=18, tone=FAINT))
"""What, when, what came of it, where."""

BY_COMMUNITY = (Column(tone=INK), Column(most=40, tone=SOFT), Column(most=6, tone=FAINT))
"""Of which community, what came of its promises, how many of a hundred."""


def ahead(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return what is due, the next seven days, what comes later month by month, and what has no day."""
    found = agenda(book, now, days=FAR)
    soon = now + timedelta(days=WEEK)
    due = [one for one in found.due if is_kept(one)]
    coming = [one for one in found.upcoming if is_kept(one)]
    near_ones = [one for one in coming if one.start is not None and one.start <= soon]
    later = [one for one in coming if one.start is not None and one.start > soon]
    some_day = [one for one in coming if one.start is None]
    return filled(
        _section(book, found, "Did you show up?", due, now),
        _section(book, found, "Next seven days", near_ones, now),
        *(_section(book, found, title, ones, now) for title, ones in _by_month(later, now)),
        _section(book, found, "Some day", some_day, now),
        empty="You have promised nothing just now. n promises something of your own.",
    )


def closed(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return what was closed, the latest first."""
    found = [one for one in book.commitments.values() if one.outcome is not Outcome.OPEN and is_kept(one)]
    found.sort(key=_newest_first, reverse=True)
    rows = Rows(found, lambda one: _closed_row(book, one, now))
    count = str(len(found)) if found else ""
    return (Section("Closed", rows, count=count, empty="" if found else "Nothing is closed yet."),)


def of_day(book: Book, ones: Sequence[Commitment], day: date, now: datetime) -> Sequence[Section]:
    """Return the promises of one day."""
    rows = tuple(commitment_row(book, one, now) for one in ones)
    title = near(day, now)
    return (
        Section(
            title[:1].upper() + title[1:], rows, count=str(len(rows)) if rows else "", empty="Nothing on this day."
        ),
    )


def by_community(book: Book, _now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return what came of the promises of each community."""
    rows = tuple(
        Row(
            one.community or "",
            (one.name, kept_words(one.kept), f"{percent} %" if (percent := kept_percent(one.kept)) is not None else ""),
        )
        for one in kept_by_name(book)
        if one.community is None or is_kept(book.communities[one.community])
    )
    return (Section("By community", rows, empty="" if rows else "No promise has come due yet."),)


def _section(book: Book, found: Agenda, title: str, ones: Sequence[Commitment], now: datetime) -> Section:
    still = {one.id for one in found.still_coming}
    rows = Rows(ones, lambda one: commitment_row(book, one, now, asks="coming?" if one.id in still else ""))
    is_due = title == "Did you show up?"
    return Section(title, rows, count=str(len(ones)), keys=keys_for(book, ones, now) if is_due else ())


def _by_month(later: Sequence[Commitment], now: datetime) -> Iterator[tuple[str, list[Commitment]]]:
    def month(one: Commitment) -> date:
        return day_of_promise(one, now).replace(day=1)

    for first, ones in groupby(later, key=month):
        yield month_words(first.year, first.month, now), list(ones)


def _closed_row(book: Book, one: Commitment, now: datetime) -> Row:
    tone = "" if one.outcome is Outcome.KEPT else SOFT
    came = "called off" if one.outcome is Outcome.RELEASED else one.outcome.value
    return Row(one.id, (one.what, near(day_of_promise(one, now), now), came, where(book, one)), tone=tone)


def _newest_first(one: Commitment) -> tuple[datetime, str]:
    return one.start or one.closed_on or one.updated, one.id
