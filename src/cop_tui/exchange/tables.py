"""Records of one kind as a table (CSV, RFC 4180) that a spreadsheet opens; one of communities is read in again.

The first line names the fields as JSON does; `created` and `updated` are UTC. Several values in a cell stand with a
semicolon between them, parts of a record (places, contacts) as JSON. After the fields come the names that references
stand for: `community_name`, `people_names`. Text that a spreadsheet would take for a formula gets an apostrophe
before it: text that begins with = + - @, a tab or a line end. So does the telephone number +33 1.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.community import Taker
from cop_tui.domain.invitation import Recipient
from cop_tui.domain.member import ME
from cop_tui.domain.record import Record
from cop_tui.practice.words import person_words, whole_title

_PERSON = ("who", "sender")
_ONE = (*_PERSON, "community", "invitation", "commitment", "goal")
_SEVERAL = ("people", "recipients")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(kind: type[Record], records: Iterable[Record], book: Book) -> str:
    """Return records of one kind as a table with one line of field names.

    Args:
        kind: Which kind; its fields are named even where there are no records.
        records: The records, in the order of the lines.
        book: Where the names are that references stand for.
    """
    fields = kind.__struct_fields__
    ones = [one for one in fields if one in _ONE]
    several = [one for one in fields if one in _SEVERAL]
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow((*fields, *(f"{one}_name" for one in ones), *(f"{one}_names" for one in several)))
    for record in records:
        plain = msgspec.to_builtins(record)
        names = (_name(field, getattr(record, field), book) for field in ones)
        lists = ("; ".join(_names(getattr(record, field), book)) for field in several)
        writer.writerow(map(harmless, (*(_cell(plain[field]) for field in fields), *names, *lists)))
    return text.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _cell(value: object) -> str:
    """Return a value as one cell: words as they are, several with a semicolon between them, the rest as JSON."""
    if value is None or value == ():
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return "; ".join(value)
    return msgspec.json.encode(value).decode()


def _name(field: str, reference: str | None, book: Book) -> str:
    if not reference:
        return ""
    if field in _PERSON:
        return person_words(reference, book)
    found = book.find(reference)
    return whole_title(found, book) if found is not None else ""


def _names(people: Iterable[str | Taker | Recipient], book: Book) -> Iterator[str]:
    """Go through people as they are named in a list of communities, and elsewhere by their name alone."""
    for one in people:
        person_id = one if isinstance(one, str) else one.person
        if isinstance(one, Taker):
            yield f"{_addressed(person_id, book)} ({'; '.join(filter(None, (one.level, one.part)))})"
        else:
            yield person_words(person_id, book)


def _addressed(person_id: str, book: Book) -> str:
    person = book.people.get(person_id)
    if person_id == ME or person is None or not person.emails or person.name in person.emails:
        return person_words(person_id, book)
    return f"{person.name} <{person.emails[0]}>"
