"""The rows of a communities file, as CSV or JSON: what each column holds, before anything in it is understood.

Kept apart from what the columns mean, so that a table and a JSON document are the same thing from here on.
"""

import csv
import re
from collections.abc import Iterator
from io import StringIO

import msgspec

from cop_tui.domain.errors import Unreadable
from cop_tui.domain.interest import folded
from cop_tui.exchange.ical_text import in_utf8

COLUMNS = {
    "name": "name",
    "subject": "subject",
    "purpose": "purpose",
    "other purposes": "other_purposes",
    "stage": "stage",
    "level": "level",
    "organisations": "organisations",
    "organizations": "organisations",
    "people": "people",
    "people names": "people",
    "rhythm": "rhythm",
    "places": "places",
    "why": "why",
}
"""The columns that are known, by how they are written: capitals, blanks, dashes and underscores are the same.

`people_names` is what our own table has beside ids that mean nobody elsewhere.
"""

_DELIMITERS = ",;\t"
_HEAD = 4096
_PEOPLE = frozenset(("emails", "contacts"))
_WRONG = (ValueError, RecursionError)
_GUARD = re.compile(r"'(?=[=+\-@\t\r\n])")
_ROWS = msgspec.json.Decoder(list[msgspec.Raw])
_TOP = msgspec.json.Decoder(dict[str, msgspec.Raw])


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One community as it stands in the file."""

    place: int
    """Which one of its file, from 1."""
    values: dict[str, object] = {}
    """What is said, by column: text out of a table, anything out of JSON."""
    unknown: tuple[str, ...] = ()
    """Columns that say something and mean nothing here."""
    trouble: str = ""
    """Why it can't be read, as the end of a sentence; mostly empty."""


def is_table(data: bytes) -> bool:
    """Tell whether a file is a table whose first line names `name` and one more column that is known."""
    return _delimiter(_first_line(_text(data[:_HEAD]))) is not None


def is_list(data: bytes) -> bool:
    """Tell whether a file is a JSON list of communities, alone or under the key `communities`."""
    raw = _listed(data)
    if not raw:
        return False
    keys = _keys(raw[0])
    return "name" in keys and not keys & _PEOPLE


def rows_of(data: bytes, name: str) -> list[Row]:
    """Return the rows of a communities file.

    Raises:
        Unreadable: it is neither such a table nor such a list.
    """
    listed = _listed(data)
    if listed is not None:
        return [_row(place, raw) for place, raw in enumerate(listed, start=1)]
    text = _text(data)
    delimiter = _delimiter(_first_line(text))
    if delimiter is None:
        raise Unreadable(f"{name} is no list of communities; nothing was changed")
    try:
        return list(_table(text.lstrip("\ufeff\r\n\t "), delimiter))
    except csv.Error as wrong:
        raise Unreadable(f"{name} has no first line that names its columns ({wrong}); nothing was changed") from None


def parts(text: str) -> list[str]:
    """Return what stands between semicolons or line ends, outside round brackets."""
    found, begin, depth = [], 0, 0
    for place, letter in enumerate(text):
        if letter in "()":
            depth = max(0, depth + (1 if letter == "(" else -1))
        elif letter == "\n" or (letter == ";" and not depth):
            found.append(text[begin:place])
            begin, depth = place + 1, 0
    return [one.strip() for one in (*found, text[begin:]) if one.strip()]


def _table(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = next(reader, [])
    place = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as wrong:
            place += 1
            yield Row(place=place, trouble=f"it is no row of a table ({wrong})")
            continue
        if any(cell.strip() for cell in cells):
            place += 1
            yield _of_cells(place, header, cells, delimiter)


def _of_cells(place: int, header: list[str], cells: list[str], delimiter: str) -> Row:
    found = {title.strip(): _GUARD.sub("", cell, count=1) for title, cell in zip(header, cells, strict=False)}
    row = _sorted(place, {title: cell for title, cell in found.items() if cell.strip()})
    if any(cell.strip() for cell in cells[len(header) :]):
        mark = "a tab" if delimiter == "\t" else f"“{delimiter}”"
        why = f"it has more cells than the first line names; a cell with {mark} in it stands in quotes"
        return Row(place=place, values=row.values, trouble=why)
    return row


def _row(place: int, raw: msgspec.Raw) -> Row:
    try:
        found = msgspec.json.decode(raw)
    except _WRONG as wrong:
        return Row(place=place, trouble=f"it is no JSON ({wrong})")
    if not isinstance(found, dict):
        return Row(place=place, trouble="it is not an object")
    return _sorted(place, {title: value for title, value in found.items() if value not in (None, "", [], {})})


def _sorted(place: int, found: dict[str, object]) -> Row:
    values = {COLUMNS[folded(title)]: value for title, value in found.items() if folded(title) in COLUMNS}
    return Row(place=place, values=values, unknown=tuple(title for title in found if folded(title) not in COLUMNS))


def _text(data: bytes) -> str:
    """Return a table as text: UTF-8, UTF-16 with its mark, else Windows' Latin letters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    plain, _ = in_utf8(data)
    try:
        return plain.decode("utf-8-sig")
    except UnicodeDecodeError:
        return plain.decode("cp1252", errors="replace")


def _first_line(text: str) -> str:
    return next((line for line in text.lstrip("\ufeff")[:_HEAD].splitlines() if line.strip()), "")


def _delimiter(line: str) -> str | None:
    """Return what divides the cells of a first line that names `name` and one more known column; else none."""
    for one in _DELIMITERS:
        known = {COLUMNS.get(folded(cell.strip(' "'))) for cell in line.split(one)} - {None}
        if "name" in known and len(known) > 1:
            return one
    return None


def _listed(data: bytes) -> list[msgspec.Raw] | None:
    """Return the items of a JSON list, alone or under `communities`; none where there is no such list."""
    plain = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    try:
        if plain.startswith(b"["):
            return _ROWS.decode(plain)
        if plain.startswith(b"{") and b'"communities"' in plain:
            return _ROWS.decode(_TOP.decode(plain).get("communities", msgspec.Raw(b"null")))
    except _WRONG:
        pass
    return None


def _keys(raw: msgspec.Raw) -> frozenset[str]:
    try:
        return frozenset(_TOP.decode(raw))
    except _WRONG:
        return frozenset()
