"""All that can be read of a damaged notebook, and apart from it what cannot.

Nothing here touches a file. What comes out is a notebook like any other; what was left out is handed over as pieces,
to be kept beside it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

import msgspec

from cop_tui.domain.book import KINDS, TABLES, Book
from cop_tui.storage.codec import (
    HISTORY,
    META,
    Documents,
    Tables,
    Unsound,
    decode,
    decode_tables,
    empty_tables,
    is_number,
    place,
    said,
    schema_of,
)
from cop_tui.storage.history import is_sound
from cop_tui.storage.migrations import current_schema, migrate
from cop_tui.storage.reading import Foreign, Newer
from cop_tui.storage.torn import Piece, table_by, torn, unused

ASIDE = "set-aside"
"""How the file is marked in which what could not be read is kept."""


@dataclass(frozen=True)
class Salvaged:
    """What could be read of a notebook."""

    documents: Documents
    """The documents that can be read, in the current schema."""
    book: Book
    """Their records."""
    pieces: tuple[Piece, ...]
    """What could not be read."""
    said: tuple[str, ...]
    """What was put right, as sentences without a full stop."""


def salvage(data: bytes) -> Salvaged:
    """Read what can be read.

    Raises:
        Newer: a newer version wrote it.
        Foreign: it is another program's.
        Unsound: it is of an older schema from which it cannot be brought to the current one.
    """
    tables, pieces, is_torn = _tables(data)
    if not is_torn and tables and META not in tables and not any(table in tables for table in empty_tables(1)):
        raise Foreign
    told = [*_shapes(data, tables, is_torn=is_torn)]
    tables, told = _with_schema(tables, told)
    tables, told = _renamed(tables, told)
    tables, broken = _readable(tables)
    told += [_broken(piece) for piece in (*pieces, *broken)]
    tables, told = _numbered(tables, told)
    documents, book = Documents.read(tables)
    return Salvaged(documents, book, (*pieces, *broken), tuple(told))


def _tables(data: bytes) -> tuple[Tables, tuple[Piece, ...], bool]:
    """Return the tables of a file, the pieces that are none, and whether it is not even JSON."""
    try:
        return decode_tables(data), (), False
    except Unsound:
        pass
    try:
        parts = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=dict[str, msgspec.Raw])
    except (ValueError, RecursionError):
        tables, pieces = torn(data)
        return tables, pieces, True
    tables = {name: documents for name, raw in parts.items() if (documents := _documents(raw)) is not None}
    odd = (Piece(name, "", "it is no table", bytes(raw)) for name, raw in parts.items() if name not in tables)
    return tables, tuple(odd), False


def _documents(raw: msgspec.Raw) -> dict[str, msgspec.Raw] | None:
    """Return the documents of a table, also of one that became a list; none where it is no table at all."""
    try:
        held = msgspec.json.decode(raw, type=dict[str, msgspec.Raw] | list[msgspec.Raw])
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else {str(number): one for number, one in enumerate(held, start=1)}


def _shapes(data: bytes, tables: Tables, *, is_torn: bool) -> Iterator[str]:
    """Tell what was wrong with the file as a whole, and with the shape of its tables."""
    if is_torn:
        yield "The file was not whole JSON; all that still stood in it was read"
        return
    try:
        decode_tables(data)
    except Unsound as error:
        yield f"The file was put right: {error}"
    yield from (f"The table {name} was missing" for name in TABLES if tables and name not in tables)


def _with_schema(tables: Tables, told: list[str]) -> tuple[Tables, list[str]]:
    """Return the tables in the current schema; where none is said they are taken to be in it."""
    try:
        schema = schema_of(tables)
    except Unsound:
        note = "It did not say which schema it has; it was read in that of this version"
        return empty_tables(current_schema()) | tables | {META: empty_tables(current_schema())[META]}, [*told, note]
    if schema > current_schema():
        raise Newer(schema)
    if schema < current_schema():
        tables = migrate(tables, schema)
    return empty_tables(schema) | tables, told


def _renamed(tables: Tables, told: list[str]) -> tuple[Tables, list[str]]:
    """Return the tables with the documents in their own table that stood in one whose name was damaged."""
    for odd in [name for name in tables if name not in (META, HISTORY, *TABLES)]:
        kinds = {table_by(_fields(raw)) for raw in tables[odd].values()}
        if len(kinds) == 1 and (name := kinds.pop()):
            home = dict(tables[name])
            for number, raw in tables[odd].items():
                home[unused(number, home)] = raw
            tables = {other: held for other, held in tables.items() if other != odd} | {name: home}
            told = [*told, f"The table {odd[:40]!r} is the table {name} by what is in it, and was put back there"]
    return tables, told


def _fields(raw: msgspec.Raw) -> tuple[str, ...]:
    try:
        return tuple(msgspec.json.decode(raw, type=dict[str, msgspec.Raw]))
    except (ValueError, RecursionError):
        return ()


def _readable(tables: Tables) -> tuple[Tables, tuple[Piece, ...]]:
    """Part the documents that can be read from those that can't."""
    pieces = [*_unreadable(tables)]
    lost = {(piece.table, piece.number) for piece in pieces}
    return {
        name: {number: raw for number, raw in documents.items() if (name, number) not in lost}
        for name, documents in tables.items()
    }, tuple(pieces)


def _unreadable(tables: Tables) -> list[Piece]:
    pieces = []
    for kind in KINDS:
        for number, raw in tables[kind.table].items():
            try:
                decode(kind, raw)
            except (ValueError, RecursionError) as error:
                pieces.append(Piece(kind.table, number, said(error), bytes(raw)))
    notes = ((number, raw) for number, raw in tables[HISTORY].items() if not is_sound(raw))
    return pieces + [Piece(HISTORY, number, "it is no note of a change", bytes(raw)) for number, raw in notes]


def _broken(piece: Piece) -> str:
    if piece.table == HISTORY:
        return f"Note {place(piece.number)} of the history could not be read ({piece.why}); it was set aside"
    which = f"Record {place(piece.number)}" if piece.number else "A piece"
    return f"{which} of {piece.table} could not be read ({piece.why}); it was set aside"


def _numbered(tables: Tables, told: list[str]) -> tuple[Tables, list[str]]:
    """Return the tables with numbers where documents had names, over which a stock TinyDB would stumble."""
    odd = [name for name in TABLES if not all(map(is_number, tables[name]))]
    told = told + [f"The documents of {name} were numbered anew: one had no number" for name in odd]
    return tables | {name: _anew(tables[name]) for name in odd}, told


def _anew(documents: Mapping[str, msgspec.Raw]) -> dict[str, msgspec.Raw]:
    numbers = count(1)
    return {str(next(numbers)): raw for raw in documents.values()}
