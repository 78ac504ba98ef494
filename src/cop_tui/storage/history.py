"""The last changes with what was there before them, so that they can be undone one by one, last one first.

A change holds the former documents of what it altered or took out, the new ones of what it altered (to tell what
another program changed since), and of what it added only a mark.
"""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from cop_tui.domain.book import TABLES, Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotebookError
from cop_tui.domain.gone import Gone
from cop_tui.domain.rebase import rebase
from cop_tui.domain.record import Record, new_id
from cop_tui.storage.codec import HISTORY, Documents, Images, decode, digest, encode, next_number, said

LENGTH = 100
"""How many changes can be undone."""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """One change that was made, as the history tells it."""

    id: str
    """A uuid in hex."""
    at: datetime
    """When, with the offset of where the member was."""
    sentence: str
    """What was done, in the past tense and without a full stop."""


class Entry(Done, frozen=True, kw_only=True):
    """One change that was made, with all that undoing it needs."""

    before: dict[str, tuple[msgspec.Raw, ...]]
    """By table the documents that were altered or taken out, as they were."""
    after: dict[str, tuple[msgspec.Raw, ...]]
    """By table the documents that were altered, as they became."""
    added: dict[str, dict[str, str]]
    """By table the ids of what was added, each with the mark of the record; empty where any will do."""


class Inverse(msgspec.Struct, frozen=True):
    """What undoes a change."""

    change: Change
    """What is to be put back and taken out."""
    images: Images
    """The former documents of what is put back."""
    stays: int
    """How many records stay as they are, because another program changed them since."""


def noted(old: Documents, new: Documents, inverse: Change, book: Book) -> Documents:
    """Return the new documents with this change at the end of their history.

    Args:
        old: the documents before the change.
        new: the documents after it.
        inverse: what leads from the book after the change back to the one before, with the change's sentence.
        book: the book after the change.
    """
    back = dict.fromkeys((record.table, record.id) for record in inverse.put)
    entry = Entry(
        id=new_id(),
        at=inverse.at,
        sentence=inverse.sentence,
        before=_by_table({place: old.raw(*place) for place in back}),
        after=_by_table({place: new.raw(*place) for place in back}),
        added=_marks(inverse, book),
    )
    entries = new.tables.get(HISTORY, {})
    kept = dict(list(entries.items())[-(LENGTH - 1) :])
    return new.with_table(HISTORY, kept | {str(next_number(entries)): msgspec.Raw(encode(entry))})


def told(documents: Documents) -> tuple[Done, ...]:
    """Return the changes that can be undone, newest first; what is no change is passed over."""
    found = []
    for raw in reversed(documents.tables.get(HISTORY, {}).values()):
        try:
            found.append(msgspec.json.decode(raw, type=Done))
        except (ValueError, RecursionError):
            continue
    return tuple(found)


def without_last(documents: Documents) -> tuple[Entry, Documents] | None:
    """Return the last change and the documents whose history ends before it; none where there is no change."""
    entries = dict(documents.tables.get(HISTORY, {}))
    if not entries:
        return None
    _, raw = entries.popitem()
    try:
        return msgspec.json.decode(raw, type=Entry), documents.with_table(HISTORY, entries)
    except (ValueError, RecursionError) as error:
        raise NotebookError(
            f"What was done last can no longer be undone: its note is damaged ({said(error)})",
            "Nothing was changed. A backup from before it may help: cop-tui backup list",
        ) from error


def undoing(entry: Entry, book: Book, now: datetime) -> Inverse:
    """Return what undoes a change on the book as it is now; what another program did since stays."""
    try:
        before, images = _read(entry.before)
        after, _ = _read(entry.after)
        take, edited = _still_as_added(entry.added, book)
    except (ValueError, KeyError, RecursionError) as error:
        raise NotebookError(
            f"“{entry.sentence}” can no longer be undone: its note is damaged ({said(error)})",
            "Nothing was changed. A backup from before it may help: cop-tui backup list",
        ) from error
    became = Book().apply(Change(sentence="", at=now, put=after))
    put = [record for record in before if became.holds(record) or not book.holds(record)]
    put = [record for record in put if not (isinstance(record, Gone) and record.id in edited)]
    stays = len(before) - len(put) + len(edited)
    change = Change(sentence=entry.sentence, at=now, put=tuple(put), take=take)
    return Inverse(change=rebase(change, became, book), images=images, stays=stays)


def is_sound(raw: msgspec.Raw) -> bool:
    """Tell whether a note can be read, so that its change can be undone."""
    try:
        entry = msgspec.json.decode(raw, type=Entry)
        _read(entry.before)
        _read(entry.after)
    except (ValueError, KeyError, RecursionError):
        return False
    return all(table in TABLES for table in entry.added)


def _by_table(documents: Mapping[tuple[str, str], msgspec.Raw | None]) -> dict[str, tuple[msgspec.Raw, ...]]:
    tables: dict[str, list[msgspec.Raw]] = {}
    for (table, _), raw in documents.items():
        if raw is not None:
            tables.setdefault(table, []).append(raw)
    return {table: tuple(raws) for table, raws in tables.items()}


def _marks(inverse: Change, book: Book) -> dict[str, dict[str, str]]:
    marks: dict[str, dict[str, str]] = {}
    for record in inverse.take:
        if (there := book.of(type(record)).get(record.id)) is not None:
            marks.setdefault(record.table, {})[record.id] = digest(there)
    return marks


def _read(tables: Mapping[str, tuple[msgspec.Raw, ...]]) -> tuple[tuple[Record, ...], Images]:
    images = {}
    records = []
    for table, raws in tables.items():
        for raw in raws:
            records.append(decode(TABLES[table], raw))
            images[table, records[-1].id] = raw
    return tuple(records), images


def _still_as_added(added: Mapping[str, Mapping[str, str]], book: Book) -> tuple[tuple[Record, ...], set[str]]:
    take, edited = [], set()
    for table, marks in added.items():
        for record_id, mark in marks.items():
            record = book.of(TABLES[table]).get(record_id)
            if record is not None and mark in ("", digest(record)):
                take.append(record)
            elif record is not None:
                edited.add(record_id)
    return tuple(take), edited
