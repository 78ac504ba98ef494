"""What Today's list shows: due, waiting and coming, as sections of rows. Pure."""

from collections.abc import Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.interest import folded
from cop_tui.domain.invitation import Invitation, Offer
from cop_tui.domain.moment import seen_from
from cop_tui.domain.record import Record
from cop_tui.practice.agenda import Agenda, load
from cop_tui.practice.phrases import counted
from cop_tui.practice.series import next_start
from cop_tui.practice.words import day_words, short_moment
from cop_tui.tui.actions import BY_ID
from cop_tui.tui.deeds.table import fitting
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Section

COLUMNS = (Column(tone=INK), Column(most=18, tone=SOFT), Column(most=20, tone=FAINT))
"""What, when, who."""


def sections(book: Book, agenda: Agenda, now: datetime, *, days: int = 7) -> tuple[Section, ...]:
    """Return the sections that have something to show; one that says so where none has."""
    found = (_due(book, agenda, now), _waiting(book, agenda, now), _coming(book, agenda, now, days))
    shown = tuple(section for section in found if section.rows)
    return shown or (_nothing(book),)


def load_words(book: Book, record: Record | None, now: datetime) -> str:
    """Return how much the member has said yes to in the week of an invitation; nothing where it is nothing."""
    count = len(load(book, record, now)) if isinstance(record, Invitation) else 0
    return f"already {counted(count, 'yes', 'yeses')} that week" if count else ""


def commitment_row(book: Book, one: Commitment, now: datetime, *, asks: str = "") -> Row:
    """Return the row of a promise, with a question put in passing if there is one."""
    when = short_moment(one.start, now, timezone=one.timezone, all_day=one.all_day) if one.start else "some day"
    return Row(one.id, (one.what, when, where(book, one)), asks=asks)


def invitation_row(book: Book, one: Invitation, now: datetime) -> Row:
    """Return the row of an invitation."""
    start = (next_start(one, now) if one.recurrence else None) or one.start
    when = short_moment(start, now, timezone=one.timezone, all_day=one.all_day) if start else "no date yet"
    if one.kind is Offer.PROPOSAL and not start:
        when = "proposal"
    sender = book.people.get(one.sender or "")
    return Row(one.id, (one.title, when, sender.name if sender else ""))


def _due(book: Book, agenda: Agenda, now: datetime) -> Section:
    rows = tuple(commitment_row(book, one, now) for one in agenda.due)
    oldest = next((one for one in agenda.due if one.start), None)
    count = str(len(rows))
    if oldest and oldest.start:
        day = seen_from(oldest.start, now, timezone=oldest.timezone, all_day=oldest.all_day).date()
        count += f" since {day_words(day, now.date())}" if len(rows) > 1 else ""
    return Section("Did you show up?", rows, count=count, keys=keys_for(book, agenda.due, now))


def _waiting(book: Book, agenda: Agenda, now: datetime) -> Section:
    rows = tuple(invitation_row(book, one, now) for one in agenda.waiting)
    return Section("Waiting for your answer", rows, count=str(len(rows)), keys=keys_for(book, agenda.waiting, now))


def _coming(book: Book, agenda: Agenda, now: datetime, days: int) -> Section:
    still = {one.id for one in agenda.still_coming}
    rows = tuple(commitment_row(book, one, now, asks="coming?" if one.id in still else "") for one in agenda.upcoming)
    title = "Next seven days" if days == 7 else f"Next {days} days"
    return Section(title, rows, count=str(len(rows)), keys=keys_for(book, agenda.still_coming, now))


def _nothing(book: Book) -> Section:
    if any(book.records()):
        return Section("Your day is clear", empty="Nothing is due, and nothing waits for your answer.")
    ask = BY_ID["verb.ask"]
    return Section(
        "Welcome",
        empty="Here you will see what you said yes to, and what waits for you.",
        keys=tuple((key, "note what someone cares about") for key in ask.keys[:1]),
    )


def where(book: Book, one: Commitment) -> str:
    """Return the community of a promise, unless the promise is called like it."""
    community = book.communities.get(one.community or "")
    if community is None:
        return "a promise"
    return "" if folded(community.name) == folded(one.what) else community.name


def keys_for(book: Book, records: Sequence[Record], now: datetime) -> tuple[tuple[str, str], ...]:
    """Return the keys that work on the first of these records, each with its word."""
    deeds = fitting(book, records[0], now) if records else ()
    return tuple((deed.action.keys[0], deed.word) for deed in deeds if deed.action.keys)
