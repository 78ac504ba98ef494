"""The one table of deeds, and which of them fit the record in hand."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.record import Record
from cop_tui.tui.deeds import commitments, communities, goals, interests, invitations, learning, people, stories
from cop_tui.tui.deeds.deed import Deed
from cop_tui.tui.doors import door

EVERY: tuple[Deed, ...] = (
    Deed(
        name="edit",
        kind=Record,
        key="e",
        title="Edit",
        help="Change what is written about it",
        word="edit",
        dialog="edit",
    ),
    Deed(
        name="remove",
        kind=Record,
        key="D,delete",
        title="Remove",
        help="Take it out; undo brings it back",
        word="remove",
        verb="cop_tui.practice.remove:remove",
        fits=lambda book, one, _now: book.holds(one),
    ),
)
"""What can be done with any record."""

DEEDS: dict[str, Deed] = {
    deed.name: deed
    for deed in (
        *commitments.DEEDS,
        *invitations.DEEDS,
        *communities.DEEDS,
        *people.DEEDS,
        *interests.DEEDS,
        *learning.DEEDS,
        *goals.DEEDS,
        *stories.DEEDS,
        *EVERY,
    )
}
"""Every deed by its name, in the order in which they are told."""


def fits(deed: Deed, book: Book, record: Record | None, now: datetime) -> bool:
    """Tell whether a deed fits a record as things are."""
    return record is not None and isinstance(record, deed.kind) and deed.fits(book, record, now)


def fitting(book: Book, record: Record, now: datetime) -> tuple[Deed, ...]:
    """Return the deeds that are meant for this kind of record and fit it as things are; not those for any record."""
    return tuple(deed for deed in DEEDS.values() if deed.kind is not Record and fits(deed, book, record, now))


def done(deed: Deed, book: Book, record: Record, now: datetime) -> Change:
    """Return the change that a deed makes.

    Raises:
        CopError: A rule of the practice says no, or the record is gone.
    """
    change: Change = door(deed.verb)(book, record, now=now)
    return change
