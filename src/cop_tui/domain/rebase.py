"""Bring a Change that was made on one Book onto another: what both sides altered, field by field.

Needed when another process wrote the file in between: its edits stay, and so do the member's.
"""

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.record import Record


def rebase(change: Change, base: Book, fresh: Book) -> Change:
    """Return the change as it would have been, had it been made on `fresh` and not on `base`.

    A field that the change altered is the member's; every other field stays as `fresh` has it.
    Where both added to a list, both additions stay.
    """
    put = tuple(_merged(record, base, fresh) for record in change.put)
    take = tuple(fresh.of(type(record)).get(record.id, record) for record in change.take)
    return msgspec.structs.replace(change, put=put, take=take)


def _merged(mine: Record, base: Book, fresh: Book) -> Record:
    theirs = fresh.of(type(mine)).get(mine.id)
    before = base.of(type(mine)).get(mine.id)
    if theirs is None or before is None or theirs in (before, mine):
        return mine
    fields = {
        name: _merged_field(*(getattr(side, name) for side in (mine, before, theirs)))
        for name in mine.__struct_fields__
    }
    return msgspec.structs.replace(theirs, **fields)


def _merged_field(mine: object, before: object, theirs: object) -> object:
    if mine == before:
        return theirs
    if isinstance(mine, tuple) and isinstance(before, tuple) and isinstance(theirs, tuple):
        kept = tuple(one for one in theirs if one in mine or one not in before)
        return kept + tuple(one for one in mine if one not in before and one not in theirs)
    return mine
