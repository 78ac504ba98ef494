"""References: which fields of a record hold the ids of other records, and a record without those that lead nowhere."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType

from cop_tui.domain.record import R, Record, altered

REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "community": "communities",
        "invitation": "invitations",
        "commitment": "commitments",
        "goal": "goals",
        "sender": "people",
        "people": "people",
        "recipients": "people",
        "who": "people",
    }
)
"""The fields that refer to other records, and the table that those are in."""

OWNER = "who"
"""The one reference that cannot be cleared: an interest without whoever cares about it says nothing."""

IsGone = Callable[[str, str], bool]
"""Tells by table and id whether a record is gone."""


def referred(record: R) -> Iterator[tuple[str, str]]:
    """Go through the table and the id of each record that this one refers to."""
    for name, table in _held(type(record)):
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            there = _id(one)
            if there:
                yield table, there


def without(record: R, is_gone: IsGone, now: datetime) -> R | None:
    """Return the record without what refers to those that are gone; none where nothing does.

    Notes:
        The owner of an interest stays: whoever clears takes the interest out.
    """
    fields: dict[str, object] = {}
    for name, table in _held(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            kept = tuple(one for one in value if not is_gone(table, _id(one)))
            if len(kept) != len(value):
                fields[name] = kept
        elif value and name != OWNER and is_gone(table, value):
            fields[name] = None
    return altered(record, now, **fields) if fields else None


@lru_cache
def _held(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a kind of record that refer to others, each with its table."""
    return tuple((name, table) for name, table in REFERENCES.items() if name in kind.__struct_fields__)


def _id(reference: object) -> str:
    """Return the id in a reference: it stands alone, or in a part as that of a person; empty where there is none."""
    there = getattr(reference, "person", reference)
    return there if isinstance(there, str) else ""
