"""Tables out of bytes that are no whole JSON any more: every document that still stands, and the pieces between.

A file that was cut short, or in which a bit fell over, is for the most part as it was. Its tables are looked for by
their names, and in each the documents one after the other; where one cannot be read, the next beginning is looked for.
"""

import json
import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

import msgspec

from cop_tui.domain.book import TABLES
from cop_tui.storage.codec import HISTORY, META, Tables
from cop_tui.storage.history import Entry

MOST = 1_000
"""After how many unreadable pieces no more is looked for: this is no notebook."""

_ESCAPED = "surrogateescape"
_HEADERS = {
    name: re.compile(rf'"{name}"\s{{0,9}}:\s{{0,9}}\{{(?=\s{{0,9}}(?:\}}|"[^"]{{1,20}}"\s{{0,9}}:\s{{0,9}}\{{))')
    for name in (META, *TABLES, HISTORY)
}
_BY_FIELDS = {frozenset(kind.__struct_fields__): name for name, kind in TABLES.items()} | {
    frozenset(Entry.__struct_fields__): HISTORY
}
_NUMBER = re.compile(r'[\s,]*"([^"\\]{1,20})"\s*:\s*(?=\{)')
_NEXT = re.compile(r'"\d{1,19}"\s{0,9}:\s{0,9}\{\s{0,9}"id"\s{0,9}:')
_END = re.compile(r"\s*\}")
_SCANNER = json.JSONDecoder(strict=False)


class Piece(NamedTuple):
    """Some bytes that could not be read."""

    table: str
    """The table in which they stood."""
    number: str
    """The number of their document; empty where that could not be read either."""
    why: str
    """What is wrong with them."""
    raw: bytes
    """The bytes."""


class _Standing(NamedTuple):
    """A document that still stands."""

    table: str
    """The table that it is of by its fields, should the name of that be lost; empty where they do not tell."""
    number: str
    """Its number."""
    text: str
    """What stands there."""


def torn(data: bytes) -> tuple[Tables, tuple[Piece, ...]]:
    """Return the documents that still stand, and what stands between them.

    Notes:
        Bounded in time: each byte is looked at a few times, and after `MOST` pieces there is no more looking.
    """
    text = data.decode("utf-8", _ESCAPED)
    found = {name: match for name, header in _HEADERS.items() if (match := header.search(text))}
    starts = sorted(match.start() for match in found.values())
    tables: Tables = {name: {} for name in found}
    pieces: list[Piece] = []
    for name, match in found.items():
        limit = next((start for start in starts if start > match.start()), len(text))
        for read in _documents(text[match.end() : limit], name):
            if isinstance(read, Piece):
                pieces.append(read)
            else:
                documents = tables.setdefault(read.table or name, {})
                documents[unused(read.number, documents)] = msgspec.Raw(_bytes(read.text))
            if len(pieces) >= MOST:
                return tables, tuple(pieces)
    return tables, tuple(pieces)


def table_by(fields: Iterable[str]) -> str:
    """Return the table that a document is of by its fields, since each is written with all of them; empty if none."""
    return _BY_FIELDS.get(frozenset(fields), "")


def unused(number: str, documents: Container[str]) -> str:
    """Return this number, or one like it that no document has yet."""
    while number in documents:
        number += "+"
    return number


def _documents(text: str, table: str) -> Iterator[Piece | _Standing]:
    """Go through the documents of a table and what could not be read of it, given all that stands up to the next."""
    start = 0
    while start < len(text):
        number = _NUMBER.match(text, start)
        following = _NEXT.search(text, number.end() if number else start + 1)
        if following is None and _END.match(text, start):
            return
        end = following.start() if following else len(text)
        standing = _standing(number[1], text[number.end() : end]) if number else None
        if number and standing:
            yield standing
            start = number.end() + len(standing.text)
        else:
            yield Piece(table, number[1] if number else "", "it is not whole JSON", _bytes(text[start:end]))
            start = end


def _standing(number: str, text: str) -> _Standing | None:
    """Return the document with which a text begins; none where it is not whole.

    What follows must not be looked at: without its last brace a document would swallow its neighbours.
    """
    try:
        fields, end = _SCANNER.raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return _Standing(table_by(fields), number, text[:end])


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", _ESCAPED)
