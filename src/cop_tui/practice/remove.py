"""Remove: take a record out, and what refers to it with it, in one change that undo brings back whole."""

from collections.abc import Iterator
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.invitation import Answer, Invitation
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, altered
from cop_tui.domain.references import without
from cop_tui.practice.gatherings import is_ahead, is_series, one_of, overrides_of, promises_of
from cop_tui.practice.manners import here, utc
from cop_tui.practice.words import title_of


def remove(book: Book, record: Record, *, now: datetime) -> Change:
    """Take a record out of the book and clear what refers to it.

    A person goes with what they care about; an invitation with its open promises, a series with its occurrences too.
    A coming promise of a series is answered with no, or the series would make it again.
    """
    removed = here(book, record)
    gone = {one.id: one for one in (removed, *_along(book, removed))}
    declined = _declined(book, removed, now=now)
    cleared = (without(one, lambda _, there: there in gone, now) for one in book.records() if one.id not in gone)
    return Change(
        sentence=f"Removed {title_of(removed, book)}",
        at=now,
        put=(*declined, *(one for one in cleared if one is not None)),
        take=tuple(gone.values()),
    )


def _along(book: Book, record: Record) -> Iterator[Record]:
    match record:
        case Person():
            yield from book.interests_by_person.get(record.id, ())
        case Invitation():
            yield from overrides_of(book, record)
            yield from (one for one in promises_of(book, record) if one.outcome is Outcome.OPEN)
        case _:
            return


def _declined(book: Book, record: Record, *, now: datetime) -> tuple[Invitation, ...]:
    """Return the invitation for the occurrence that a removed promise was about, answered with no."""
    if not isinstance(record, Commitment) or record.occurrence is None or record.outcome is not Outcome.OPEN:
        return ()
    invitation = book.invitations.get(record.invitation or "")
    if invitation is None or not is_ahead(record.start, record.end, now, record):
        return ()
    one = one_of(book, invitation, record.occurrence, now=now) if is_series(invitation) else invitation
    return (altered(one, now, answer=Answer.NO, answered_on=utc(now)),) if one else ()
