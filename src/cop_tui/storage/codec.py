"""Between the bytes of the file and the records of the Book.

Documents are kept as the raw JSON that they came as, and only what changes is encoded again. So a save costs little,
and what this version does not know (a field, a table) is written back as it was read.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property, lru_cache
from itertools import islice
from types import GenericAlias
from typing import Any
from zlib import crc32

import msgspec

from cop_tui.domain.book import KINDS, TABLES, Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Refused
from cop_tui.domain.gone import Gone
from cop_tui.domain.record import Record

META = "meta"
"""The table that says which schema the file has."""

HISTORY = "history"
"""The table of the last changes, for undo."""

Tables = dict[str, dict[str, msgspec.Raw]]
"""The whole file: tables of raw documents by TinyDB's document number."""

Places = dict[str, dict[str, tuple[str, ...]]]
"""By table and record id the numbers of the documents."""

Images = Mapping[tuple[str, str], msgspec.Raw]
"""Raw documents by the table and the id of their record."""

TOGETHER = 20_000
"""How many documents of a table are encoded at once; in smaller pieces it takes longer."""

_BOM = b"\xef\xbb\xbf"
_ENCODER = msgspec.json.Encoder()
_NAMES = msgspec.json.Decoder(Record)
_FIELDS = msgspec.json.Decoder(dict[str, msgspec.Raw])


class Unsound(Exception):
    """These bytes are not a whole notebook; says why, as the end of a sentence."""


def decode_tables(data: bytes) -> Tables:
    """Split the bytes of a file into tables of raw documents."""
    try:
        return msgspec.json.decode(data.removeprefix(_BOM), type=Tables)
    except msgspec.ValidationError as error:
        raise Unsound(f"it is JSON but not tables of documents: {said(error)}") from error
    except (ValueError, RecursionError) as error:
        raise Unsound(f"it is not whole JSON: {said(error)}") from error


def encode_tables(tables: Tables) -> bytes:
    """Join tables of raw documents to the bytes of a file."""
    return _ENCODER.encode(tables)


def pieces_of(tables: Tables) -> Iterator[bytes | memoryview]:
    """Go through the same bytes piece by piece: a long notebook is written without being held a second time."""
    yield b"{"
    for number, (name, documents) in enumerate(tables.items()):
        yield (b"," if number else b"") + _ENCODER.encode(name) + b":"
        if len(documents) <= TOGETHER:
            yield _ENCODER.encode(documents)
        else:
            yield from _some_by_some(documents)
    yield b"}"


def _some_by_some(documents: Mapping[str, msgspec.Raw]) -> Iterator[bytes | memoryview]:
    rest, before = iter(documents.items()), b"{"
    while some := dict(islice(rest, TOGETHER)):
        yield before
        yield memoryview(_ENCODER.encode(some))[1:-1]
        before = b","
    yield b"}"


def empty_tables(schema: int) -> Tables:
    """Return the tables of a notebook in which nothing is kept yet."""
    meta = msgspec.Raw(_ENCODER.encode({"schema": schema, "program": "cop-tui"}))
    return {META: {"1": meta}} | {table: {} for table in TABLES} | {HISTORY: {}}


def schema_of(tables: Mapping[str, Mapping[str, msgspec.Raw]]) -> int:
    """Return the schema that a file says it has."""
    for raw in tables.get(META, {}).values():
        try:
            schema = msgspec.json.decode(raw, type=dict[str, Any]).get("schema")
        except (ValueError, RecursionError) as error:
            raise Unsound(f"its meta table cannot be read: {said(error)}") from error
        if type(schema) is int and schema > 0:
            return schema
    raise Unsound("it does not say which schema it has")


def encode(record: object) -> bytes:
    """Encode one record or part of one."""
    return _ENCODER.encode(record)


def decode(kind: type[Record], raw: msgspec.Raw | bytes) -> Record:
    """Decode one document into a record of this kind.

    Raises:
        ValueError: it does not fit, or is not JSON.
    """
    return _decoder(kind).decode(raw)


def digest(record: Record) -> str:
    """Return a short mark that tells whether a record is still what it was."""
    return f"{crc32(_ENCODER.encode(record)):08x}"


def settled(change: Change) -> tuple[Change, dict[tuple[str, str], bytes]]:
    """Return a change with its records as they will be read again from the file, and their encodings.

    Raises:
        Refused: a record holds something that no notebook can hold.
    """
    encoded = {(record.table, record.id): _encoded(record) for record in change.put}
    put = tuple(_fitting(type(record), encoded[record.table, record.id]) for record in change.put)
    return msgspec.structs.replace(change, put=put), encoded


class Documents:
    """All documents of the file, raw, and where in it each record stands. Never altered: `after` returns another."""

    def __init__(self, tables: Tables | bytes, known: Places | None = None) -> None:
        """Hold the whole file, split or not yet; and the `places` of the tables that were asked for."""
        self._source = tables
        self._known: Places = known or {}

    @cached_property
    def tables(self) -> Tables:
        """The whole file. Reading asks only for records, so the bytes are split when the first change comes."""
        return decode_tables(self._source) if isinstance(self._source, bytes) else self._source

    @classmethod
    def read(cls, tables: Tables) -> tuple["Documents", Book]:
        """Decode every record; of two documents with the same id, the one updated last counts."""
        book: dict[str, Any] = {kind.table: _read_table(kind, tables.get(kind.table, {})) for kind in KINDS}
        return cls(tables), Book(**book)

    @classmethod
    def read_whole(cls, data: bytes, schema: int) -> tuple["Documents", Book] | None:
        """Decode every record at one go, as is possible where a file is sound, of this schema and all ours.

        Returns:
            What `read` would return; none where the file has to be looked at table by table.
        """
        try:
            whole = _whole().decode(data)
            if schema_of({META: whole.meta}) != schema:
                return None
        except (ValueError, RecursionError, Unsound):
            return None
        book: dict[str, Any] = {kind.table: _by_id(getattr(whole, kind.table).values()) for kind in KINDS}
        return cls(data), Book(**book)

    def places(self, table: str) -> dict[str, tuple[str, ...]]:
        """Return by record id the numbers of its documents, the one that counts last.

        It is one, unless somebody else's program doubled it. Only what is changed is asked for, so this is found when
        it is asked for the first time.
        """
        if table not in self._known:
            self._known[table] = _places(self.tables.get(table, {}))
        return self._known[table]

    def raw(self, table: str, record_id: str) -> msgspec.Raw | None:
        """Return the document of a record as it stands in the file."""
        found = self.places(table).get(record_id)
        return self.tables[table][found[-1]] if found else None

    def after(
        self, change: Change, book: Book, encoded: Mapping[tuple[str, str], bytes], images: Images
    ) -> "Documents":
        """Return the documents after a settled change that led to this book.

        Args:
            change: what was put in and taken out.
            book: the book that it led to.
            encoded: the encodings of what was put in.
            images: former documents, whose unknown fields come back with their records.
        """
        table_of = _Copies(self)
        for table, record_id in _touched(change):
            record = book.of(TABLES[table]).get(record_id)
            if record is None:
                table_of.remove(table, record_id)
            else:
                old = self.raw(table, record_id) or images.get((table, record_id))
                new = encoded.get((table, record_id)) or _ENCODER.encode(record)
                table_of.put(table, record_id, _with_unknown(type(record), new, old))
        return Documents(self.tables | table_of.tables, self._known | table_of.places)

    def with_table(self, name: str, documents: dict[str, msgspec.Raw]) -> "Documents":
        """Return the documents with one table that holds no records in the place of what it was."""
        return Documents({**self.tables, name: documents}, self._known)


class _Copies:
    """The tables that a change touches, copied once each, so that the documents before it stay as they are."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self.tables: Tables = {}
        self.places: dict[str, dict[str, tuple[str, ...]]] = {}
        self._next: dict[str, int] = {}

    def put(self, table: str, record_id: str, raw: msgspec.Raw) -> None:
        """Put a document where its record stood, or at the end."""
        self._copy(table)
        first, *doubles = self.places[table].get(record_id) or (str(self._number(table)),)
        for double in doubles:
            del self.tables[table][double]
        self.tables[table][first] = raw
        self.places[table][record_id] = (first,)

    def remove(self, table: str, record_id: str) -> None:
        """Take out every document of a record."""
        if record_id in self._documents.places(table):
            self._copy(table)
            for place in self.places[table].pop(record_id, ()):
                del self.tables[table][place]

    def _copy(self, table: str) -> None:
        if table not in self.tables:
            self.tables[table] = dict(self._documents.tables.get(table, {}))
            self.places[table] = dict(self._documents.places(table))

    def _number(self, table: str) -> int:
        self._next[table] = number = self._next.get(table) or next_number(self.tables[table])
        self._next[table] += 1
        return number


def said(error: Exception) -> str:
    """Return what an error says, on one line: it may quote what is in the file."""
    return " ".join(str(error).split())[:200]


def place(number: str) -> str:
    """Return how the number of a document is told; in a damaged file it may be anything."""
    return number if number.isdecimal() and len(number) < 20 else repr(number[:20])


def is_number(name: str) -> bool:
    """Tell whether a document is numbered as TinyDB numbers its documents."""
    return name.isascii() and name.isdecimal() and len(name) < 19


def next_number(documents: Iterable[str]) -> int:
    """Return the document number that TinyDB would give to the next document of a table."""
    return max((int(number) for number in documents if is_number(number)), default=0) + 1


def _touched(change: Change) -> Iterable[tuple[str, str]]:
    both = dict.fromkeys((record.table, record.id) for record in (*change.put, *change.take))
    graves = dict.fromkeys((Gone.table, record_id) for _, record_id in both)
    return (*both, *(grave for grave in graves if grave not in both))


def _read_table(kind: type[Record], documents: Mapping[str, msgspec.Raw]) -> dict[str, Record]:
    records: list[Record] = []
    read = _decoder(kind).decode
    for number, raw in documents.items():
        try:
            records.append(read(raw))
        except (ValueError, RecursionError) as error:
            raise Unsound(f"record {place(number)} of {kind.table} cannot be read: {said(error)}") from error
    return _by_id(records)


def _by_id(records: Collection[Record]) -> dict[str, Record]:
    """Return records by their id; of two with the same, the one updated last."""
    found = {record.id: record for record in records}
    if len(found) < len(records):
        found = {}
        for record in records:
            if (other := found.get(record.id)) is None or record.updated >= other.updated:
                found[record.id] = record
    return found


def _places(documents: Mapping[str, msgspec.Raw]) -> dict[str, tuple[str, ...]]:
    places: dict[str, tuple[str, ...]] = {}
    latest: dict[str, datetime] = {}
    for number, raw in documents.items():
        name = _NAMES.decode(raw)
        before = places.get(name.id, ())
        counts = not before or name.updated >= latest[name.id]
        places[name.id] = (*before, number) if counts else (number, *before)
        latest[name.id] = name.updated if counts else latest[name.id]
    return places


@lru_cache
def _whole() -> msgspec.json.Decoder[Any]:
    """Return what decodes a whole file of ours: every table is there, and no other."""
    documents: list[tuple[str, Any]] = [(name, dict[str, msgspec.Raw]) for name in (META, HISTORY)]
    records = [(kind.table, GenericAlias(dict, (str, kind))) for kind in KINDS]
    return msgspec.json.Decoder(msgspec.defstruct("Whole", documents + records, forbid_unknown_fields=True))


@lru_cache
def _decoder(kind: type[Record]) -> msgspec.json.Decoder[Record]:
    return msgspec.json.Decoder(kind)


def _encoded(record: Record) -> bytes:
    values = (getattr(record, name) for name in record.__struct_fields__)
    if any(isinstance(value, float) and not math.isfinite(value) for value in values):
        raise Refused("A number that is not a number cannot be kept; nothing was changed")
    try:
        return _ENCODER.encode(record)
    except UnicodeEncodeError as error:
        raise Refused(
            "This text has half a character in it (a lone surrogate) that no file can hold; nothing was changed",
            "Take it out, or type it anew, and save again",
        ) from error
    except (TypeError, RecursionError) as error:
        raise Refused(f"This cannot be kept ({error}); nothing was changed") from error


def _fitting(kind: type[Record], encoded: bytes) -> Record:
    try:
        return decode(kind, encoded)
    except ValueError as error:
        raise Refused(f"This cannot be kept in {kind.table} ({error}); nothing was changed") from error


def _with_unknown(kind: type[Record], new: bytes, old: msgspec.Raw | None) -> msgspec.Raw:
    """Return the new document with the fields of the old one that this version knows nothing of."""
    if old is None:
        return msgspec.Raw(new)
    known = kind.__struct_fields__
    unknown = {name: raw for name, raw in _FIELDS.decode(old).items() if name not in known}
    return msgspec.Raw(_ENCODER.encode(_FIELDS.decode(new) | unknown) if unknown else new)
