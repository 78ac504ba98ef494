"""What a sound notebook has not: ids that stand twice, references that lead nowhere, tombstones of the living.

All of it is one Change on a book that can be read, so that it can be undone like any other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from cop_tui.domain.book import TABLES, Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Interest
from cop_tui.domain.member import ME, Member
from cop_tui.domain.record import Record, new_id
from cop_tui.domain.references import without
from cop_tui.storage.codec import Documents, decode, encode
from cop_tui.storage.torn import Piece

SENTENCE = "Mended the notebook"
"""How the history tells of it."""


@dataclass
class Tidied:
    """What is to be done, as it is gathered."""

    put: dict[tuple[str, str], Record] = field(default_factory=dict)
    """Records to be put in, by table and id."""
    take: list[Record] = field(default_factory=list)
    """Records to be taken out."""
    pieces: list[Piece] = field(default_factory=list)
    """Documents that are let go, to be kept beside the notebook."""
    said: list[str] = field(default_factory=list)
    """What is done, as sentences without a full stop."""

    def change(self, now: datetime) -> Change:
        """Return it as one change."""
        return Change(sentence=SENTENCE, at=now, put=tuple(self.put.values()), take=tuple(self.take))


def tidied(documents: Documents, book: Book, missing: Iterable[Record], backup: str, now: datetime) -> Tidied:
    """Return what makes a notebook sound.

    Args:
        documents: its documents.
        book: its records.
        missing: records of a backup that the notebook has lost.
        backup: the name of that backup.
        now: when it is mended.
    """
    result = Tidied()
    for record in missing:
        result.put[record.table, record.id] = record
        result.said.append(f"{_named(record)} came back from {backup}")
    for double in _doubles(documents):
        _part(double, book, result)
    _lay_to_rest(book, result)
    _clear(book, result, now)
    return result


def _doubles(documents: Documents) -> Iterator[tuple[str, str, tuple[Record, ...]]]:
    """Go through the ids that stand more than once, with the older documents of each."""
    for table in TABLES:
        for record_id, numbers in documents.places(table).items():
            if len(numbers) > 1:
                older = (decode(TABLES[table], documents.tables[table][number]) for number in numbers[:-1])
                yield table, record_id, tuple(older)


def _part(double: tuple[str, str, tuple[Record, ...]], book: Book, result: Tidied) -> None:
    """Keep the newest document under its id, and each older one that says something else under a new id.

    Of what can be there only once (the member, a day, a date of a series, a tombstone) the older is set aside.
    """
    table, record_id, older = double
    newest = book.of(TABLES[table])[record_id]
    result.put[table, record_id] = newest
    for one in older:
        if one == newest:
            result.said.append(f"{_named(one)} stood there twice; one is enough")
        elif _is_single(one):
            result.pieces.append(Piece(table, "", f"a newer one has the id {record_id}", encode(one)))
            result.said.append(f"{_named(one)} stood there twice; the newer stays, the older was set aside")
        else:
            other = msgspec.structs.replace(one, id=new_id())
            result.put[table, other.id] = other
            result.said.append(f"Two of {table} had the id {record_id[:40]}; the older, {_named(one)}, has a new one")


def _is_single(record: Record) -> bool:
    match record:
        case Member() | CheckIn() | Gone():
            return True
        case Commitment():
            return record.invitation is not None
        case _:
            return False


def _lay_to_rest(book: Book, result: Tidied) -> None:
    """Take out the tombstones of those that are there."""
    for grave in book.gone.values():
        living = book.find(grave.id)
        if living is not None:
            result.put.setdefault((living.table, living.id), living)
            result.said.append(f"{_named(living)} is there, so it is no longer noted as removed")


def _clear(book: Book, result: Tidied, now: datetime) -> None:
    """Clear the references that lead nowhere; what somebody cared about who is not there is taken out, and kept."""
    after = book.apply(result.change(now))

    def is_gone(table: str, record_id: str) -> bool:
        return bool(record_id) and record_id != ME and record_id not in after.of(TABLES[table])

    for record in after.records():
        if isinstance(record, Interest) and is_gone("people", record.who):
            result.put.pop((record.table, record.id), None)
            result.take.append(record)
            result.pieces.append(Piece(record.table, "", "nobody is there who cared about it", encode(record)))
            result.said.append(f"{_named(record)} was of someone who is not there; it was set aside")
        elif (clear := without(record, is_gone, now)) is not None:
            result.put[record.table, record.id] = clear
            result.said.append(f"{_named(record)} referred to what is not there; that was cleared")


def lost(book: Book, there: Book) -> Iterator[Record]:
    """Go through the records of a backup that a notebook has lost: nothing says that they were removed."""
    for record in there.records():
        if record.id not in book.gone and book.find(record.id) is None:
            yield record


def _named(record: Record) -> str:
    """Return a record for a sentence: its table and its words."""
    names = ("name", "what", "title", "text", "subject", "body", "day")
    words = next((str(value) for name in names if (value := getattr(record, name, None))), record.id)
    short = " ".join(words.split())
    return f"“{short[:40]}{'…' if len(short) > 40 else ''}” of {record.table}"
