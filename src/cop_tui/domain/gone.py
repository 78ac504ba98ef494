"""Tombstones: what was removed, so that a merge with another copy does not bring it back."""

from typing import ClassVar

from cop_tui.domain.record import Moment, Record


class Gone(Record, frozen=True, kw_only=True):
    """One record that was removed; it has that record's id."""

    table: ClassVar[str] = "gone"

    kind: str
    """The table that it was in."""
    on: Moment
    """When it was removed, in UTC."""
