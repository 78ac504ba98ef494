"""What every record has in common: an id, when it was created, when it was last updated."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Annotated, ClassVar, TypeVar
from uuid import UUID, uuid4, uuid5

import msgspec

SPACE = UUID("6f1f5a0e-6c1d-5b0e-9a53-0c9d6c0e7a11")
"""The namespace of all ids that are derived and not drawn."""

_dice: ContextVar[random.Random | None] = ContextVar("dice", default=None)


Moment = Annotated[datetime, msgspec.Meta(tz=True)]
"""A moment with its offset: one without is refused where it would come into the notebook."""


class Part(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A value inside a record, without an id of its own. Frozen, it is in no cycle: the collector may pass it over."""


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One thing that the member keeps; out of the collector's way as every Part."""

    table: ClassVar[str]
    """The name of its table in the file and of its field in a Book."""

    id: str
    """A uuid in hex; the same on every machine and in every file."""
    created: Moment
    """When it was first written down, in UTC."""
    updated: Moment
    """When it last changed, in UTC; the newer one wins when two files merge."""


def new_id() -> str:
    """Draw an id that nothing else has: the hex of a random uuid."""
    dice = _dice.get()
    return (UUID(int=dice.getrandbits(128), version=4) if dice else uuid4()).hex


def derived_id(*words: str) -> str:
    """Return the one id that belongs to these words, the same at every call and on every machine."""
    return uuid5(SPACE, "\x1f".join(words).encode(errors="backslashreplace").decode()).hex


@contextmanager
def ids_from(seed: int) -> Iterator[None]:
    """Draw the ids inside this context from a seed, for books that must come out the same twice."""
    token = _dice.set(random.Random(seed))  # noqa: S311 - not for secrets
    try:
        yield
    finally:
        _dice.reset(token)


R = TypeVar("R", bound=Record)


def fresh(kind: type[R], now: datetime, /, *, id: str | None = None, **fields: object) -> R:  # noqa: A002 - its name
    """Return a new record of this kind, created and updated now, with a drawn id unless one is given."""
    moment = now.astimezone(UTC)
    return kind(id=id or new_id(), created=moment, updated=moment, **fields)


def altered(record: R, now: datetime, /, **fields: object) -> R:
    """Return the record with these fields changed and updated now; itself where nothing differs."""
    if all(getattr(record, name) == value for name, value in fields.items()):
        return record
    return msgspec.structs.replace(record, updated=now.astimezone(UTC), **fields)
