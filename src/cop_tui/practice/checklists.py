"""Checklists: the lines of a phase or an occasion with what the member did about them."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Tick
from cop_tui.domain.errors import Refused
from cop_tui.domain.record import Record
from cop_tui.practice.community import tick
from cop_tui.practice.field import Checklist, ChecklistItem
from cop_tui.practice.manners import here


class Ticked(Struct, frozen=True):
    """One line of a checklist, and what was done about it."""

    checklist: Checklist
    """The checklist."""
    item: ChecklistItem
    """The line."""
    tick: Tick | None = None
    """What was done or noted; none where nothing was."""

    @property
    def is_done(self) -> bool:
        """Whether it is done."""
        return self.tick is not None and self.tick.on is not None


def lines_of(record: Community | Commitment, checklist: Checklist) -> Iterator[Ticked]:
    """Go through the lines of a checklist, as they stand on a community or a gathering."""
    ticks = ticks_of(record)
    for item in checklist.items:
        found = (one for one in ticks if (one.checklist, one.item) == (checklist.key, item.key))
        yield Ticked(checklist, item, next(found, None))


def ticks_of(record: Record) -> tuple[Tick, ...]:
    """Return every line that was ticked or noted on a record."""
    return (*getattr(record, "phases", ()), *getattr(record, "occasions", ()))


def toggled(book: Book, record: Record, checklist: str, item: str, *, now: datetime) -> Change:
    """Tick a line of a checklist, or open it again; what is noted beside it stays.

    Raises:
        Refused: The record has no checklists.
    """
    if not isinstance(record, Community | Commitment):
        raise Refused("There is no checklist here")
    before = here(book, record)
    known = next((one for one in ticks_of(before) if (one.checklist, one.item) == (checklist, item)), None)
    return tick(book, before, checklist, item, now=now, done=known is None or known.on is None)
