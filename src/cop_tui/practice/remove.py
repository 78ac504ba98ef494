"""Remove: take a record out, and what refers to it with it, in one change that undo brings back whole."""

from collections.abc import Iterator
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, altered
from cop_tui.practice.gatherings import overrides_of, promises_of
from cop_tui.practice.manners import here
from cop_tui.practice.words import title_of

ONE = ("community", "invitation", "commitment", "goal", "sender")
"""Fields that hold the id of one other record."""

MANY = ("people", "recipients")
"""Fields that hold the ids of other records, or parts with a person's id."""


def remove(book: Book, record: Record, *, now: datetime) -> Change:
    """Take a record out of the book and clear what refers to it.

    A person goes with what they care about; an invitation with its open promises, a series with its occurrences too.
    """
    removed = here(book, record)
    gone = {one.id: one for one in (removed, *_along(book, removed))}
    cleared = (_without(one, gone, now) for one in book.records() if one.id not in gone)
    return Change(
        sentence=f"Removed {title_of(removed, book)}",
        at=now,
        put=tuple(one for one in cleared if one is not None),
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


def _without(record: Record, gone: dict[str, Record], now: datetime) -> Record | None:
    """Return the record without what refers to those that go; none where nothing does."""
    fields: dict[str, object] = {name: None for name in ONE if getattr(record, name, None) in gone}
    for name in MANY:
        held: tuple[object, ...] = getattr(record, name, ())
        kept = tuple(one for one in held if getattr(one, "person", one) not in gone)
        if len(kept) != len(held):
            fields[name] = kept
    return altered(record, now, **fields) if fields else None
