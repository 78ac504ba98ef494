"""A Change: what is to be put into a Book and taken out of it, with one sentence for the member."""

from datetime import datetime

import msgspec

from cop_tui.domain.record import Record


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Pure data; applied by a Book in memory and by the Notebook to the file."""

    sentence: str
    """What was done, for the member, in the past tense and without a full stop."""
    at: datetime
    """When, aware, in the member's zone."""
    put: tuple[Record, ...] = ()
    """Records that are new or replace the one of the same id."""
    take: tuple[Record, ...] = ()
    """Records that are taken out."""

    def __bool__(self) -> bool:
        """Tell whether it changes anything."""
        return bool(self.put or self.take)

    def then(self, later: "Change", sentence: str | None = None) -> "Change":
        """Return this change and a later one as one; the later one wins on a record that both touch."""
        touched = {record.id for record in (*later.put, *later.take)}
        return Change(
            sentence=sentence or self.sentence,
            at=later.at,
            put=tuple(record for record in self.put if record.id not in touched) + later.put,
            take=tuple(record for record in self.take if record.id not in touched) + later.take,
        )
