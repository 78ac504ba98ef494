"""From older schemas to this one: numbered steps, applied in order to plain dicts in memory.

A step must neither read nor write files. Whoever calls `migrate` validates all that comes out before anything is
written, and has made a backup.
"""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from cop_tui.storage.codec import HISTORY, META, Tables, Unsound, encode, said

Plain = dict[str, dict[str, dict[str, Any]]]
"""The whole file as plain dicts: tables, documents by number, fields."""

Step = Callable[[Plain], None]
"""Alters the tables in place, from one schema to the next."""

STEPS: list[Step] = []
"""The first step leads from schema 1 to 2, the second from 2 to 3, and so on."""


def current_schema() -> int:
    """Return the schema that this version reads and writes."""
    return len(STEPS) + 1


def migrate(tables: Tables, schema: int) -> Tables:
    """Return the tables of a file of an older schema in the current one.

    Raises:
        Unsound: a step could not be taken.
    """
    plain = {name: {number: _plain(raw) for number, raw in table.items()} for name, table in tables.items()}
    for number, step in enumerate(STEPS[schema - 1 :], start=schema):
        try:
            step(plain)
        except Exception as error:
            raise Unsound(
                f"it could not be brought from schema {number} to {number + 1}: {type(error).__name__}: {said(error)}"
            ) from error
    for meta in plain[META].values():
        meta["schema"] = current_schema()
    _forget_marks(plain)
    return {
        name: {number: msgspec.Raw(encode(document)) for number, document in table.items()}
        for name, table in plain.items()
    }


def documents_of(plain: Plain, table: str) -> Iterator[dict[str, Any]]:
    """Go through every document of a table, and its former states in the history, so that undo fits afterwards."""
    yield from plain.get(table, {}).values()
    for entry in plain.get(HISTORY, {}).values():
        for images in ("before", "after"):
            yield from entry.get(images, {}).get(table, ())


def _forget_marks(plain: Plain) -> None:
    """A mark tells whether a record is still what it was when it was added; after a migration it no longer is."""
    for entry in plain.get(HISTORY, {}).values():
        for marks in entry.get("added", {}).values():
            marks.update(dict.fromkeys(marks, ""))


def _plain(raw: msgspec.Raw) -> Any:
    try:
        return msgspec.json.decode(raw)
    except (ValueError, RecursionError) as error:
        raise Unsound(f"it is not whole JSON: {said(error)}") from error
