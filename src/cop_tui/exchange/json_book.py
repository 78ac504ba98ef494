"""The whole book as one JSON document, out and in, record for record.

A notebook file itself is read too: its tables hold the same documents, under numbers.
"""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, datetime
from functools import lru_cache

import msgspec

from cop_tui.domain.book import KINDS, TABLES, Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Unreadable
from cop_tui.domain.gone import Gone
from cop_tui.domain.member import ME, Member
from cop_tui.domain.record import Record
from cop_tui.exchange.intake import Intake, Progress, Tally, sentence_of, word_for
from cop_tui.exchange.marks import OWN

SCHEMA = 1
"""The shape of the records that is written, and the newest that can be read."""

_ENCODER = msgspec.json.Encoder()
_TABLES = msgspec.json.Decoder(dict[str, msgspec.Raw])
_OTHER_TABLES = frozenset((OWN, "meta", "history", "_default"))
_WRONG = (ValueError, RecursionError)


def write(book: Book) -> bytes:
    """Return the whole book as a JSON document; `read` gives it back."""
    tables: dict[str, object] = {OWN: {"schema": SCHEMA}}
    tables.update((kind.table, list(book.of(kind).values())) for kind in KINDS)
    return msgspec.json.format(_ENCODER.encode(tables), indent=2) + b"\n"


def read(data: bytes, path: str, book: Book, *, now: datetime, progress: Progress | None = None) -> Intake:
    """Read a document into a book: what is new is added, what is newer replaces, what is older is left.

    Raises:
        Unreadable: it is not whole, or a newer version wrote it.
    """
    tally = Tally(path)
    tables = _tables(data, tally)
    found = [(kind, raw) for kind in KINDS for raw in _documents(tables.get(kind.table), kind, tally)]
    taking = _Taking(book, tally)
    for done, (kind, raw) in enumerate(found, start=1):
        taking.take(kind, raw)
        if progress is not None and (done % 500 == 0 or done == len(found)):
            progress(done, len(found))
    count = sum(tally.added.values()) + sum(tally.changed.values())
    change = Change(sentence=sentence_of(count, (tally.file,)), at=now, put=tuple(taking.put.values()))
    return tally.intake(book.apply(change), change)


class _Taking:
    """Takes documents one after another, and counts what came of each."""

    def __init__(self, book: Book, tally: Tally) -> None:
        self.put: dict[str, Record] = {}
        self._book = book
        self._tally = tally
        self._ids = {record.id: type(record) for record in book.records()}

    def take(self, kind: type[Record], raw: msgspec.Raw) -> None:
        """Take one document of a table."""
        try:
            record = _decoder(kind).decode(raw)
            _check(record)
        except _WRONG as wrong:
            self._tally.skip(f"{word_for(kind)} {_id_in(raw)}", str(wrong))
            return
        if self._ids.get(record.id, kind) is not kind and kind is not Gone:
            self._tally.skip(f"{word_for(kind)} {record.id}", "its id belongs to something else")
            return
        self._weigh(kind, record)

    def _weigh(self, kind: type[Record], record: Record) -> None:
        before = (
            self.put.get(record.id) if type(self.put.get(record.id)) is kind else self._book.of(kind).get(record.id)
        )
        if before is None and not self._stays_away(record):
            self._tally.added[word_for(kind)] += 1
        elif before is not None and record.updated > before.updated and record != before:
            self._tally.changed[word_for(kind)] += 1
        else:
            self._tally.unchanged += 1
            return
        self.put[record.id] = record
        if kind is not Gone:
            self._ids[record.id] = kind

    def _stays_away(self, record: Record) -> bool:
        """Tell whether a record was removed here since, or is the tombstone of one that is here."""
        if isinstance(record, Gone):
            return record.id in self._ids
        grave = self._book.gone.get(record.id)
        if grave is None or record.updated > grave.on:
            return False
        self._tally.note("what you removed since stays removed")
        return True


def _tables(data: bytes, tally: Tally) -> dict[str, msgspec.Raw]:
    try:
        tables = _TABLES.decode(data.removeprefix(b"\xef\xbb\xbf"))
        schema = _schema(tables)
    except _WRONG as wrong:
        raise Unreadable(f"{tally.file} is not a whole JSON document ({wrong}); nothing was changed") from None
    if schema > SCHEMA:
        raise Unreadable(f"{tally.file} was written by a newer cop-tui; nothing was changed", "Upgrade cop-tui first")
    for name in tables.keys() - TABLES.keys() - _OTHER_TABLES:
        tally.note(f"“{name}” is nothing that this version knows; it was left out")
    return tables


def _schema(tables: dict[str, msgspec.Raw]) -> int:
    """Return the schema that an export names under our key, and a notebook in its table `meta`."""
    for name in (OWN, "meta"):
        found = msgspec.json.decode(tables[name]) if name in tables else None
        for one in (found, *found.values()) if isinstance(found, dict) else ():
            if isinstance(one, dict) and isinstance(one.get("schema"), int):
                return int(one["schema"])
    return SCHEMA


def _documents(raw: msgspec.Raw | None, kind: type[Record], tally: Tally) -> Iterator[msgspec.Raw]:
    if raw is None:
        return
    try:
        found = msgspec.json.decode(raw, type=list[msgspec.Raw] | dict[str, msgspec.Raw])
    except _WRONG as wrong:
        tally.skip(word_for(kind), f"it is not a table: {wrong}")
        return
    yield from found.values() if isinstance(found, dict) else found


@lru_cache(maxsize=32)
def _decoder(kind: type[Record]) -> msgspec.json.Decoder[Record]:
    return msgspec.json.Decoder(kind)


def _check(record: Record) -> None:
    """Check what the types don't say.

    Raises:
        ValueError: it has no id, or a time that can't be reckoned with.
    """
    if not record.id or (isinstance(record, Member) and record.id != ME):
        raise ValueError("it has not the id that it needs")
    if any(map(_is_out_of_reach, _values(record))):
        raise ValueError("it has a time that is out of reach")


def _values(part: msgspec.Struct) -> Iterator[object]:
    for name in part.__struct_fields__:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, msgspec.Struct):
                yield from _values(one)
            else:
                yield one


def _is_out_of_reach(value: object) -> bool:
    """Tell whether a value is a time at the edge of all time, which no other zone's clock can show."""
    return isinstance(value, datetime) and value.year in (MINYEAR, MAXYEAR)


def _id_in(raw: msgspec.Raw) -> str:
    try:
        found = msgspec.json.decode(raw)
    except _WRONG:
        return "?"
    return str(found.get("id", "without an id"))[:80] if isinstance(found, dict) else "that is no record"
