"""Read notes in Markdown into a book: those of our own vault with what was edited in them, those of others as stories.

Nothing is taken away: a note that is gone leaves its record where it is.
"""

from collections.abc import Container, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Taker
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME, Member
from cop_tui.domain.record import Record
from cop_tui.domain.story import Story
from cop_tui.exchange.front_matter import Broken, Node, Overgrown, parsed, parted
from cop_tui.exchange.intake import Intake, Progress, Tally, sentence_of, word_for
from cop_tui.exchange.note_of_others import story_of
from cop_tui.exchange.vault_links import Links
from cop_tui.exchange.vault_notes import Field, Note, Shape
from cop_tui.exchange.vault_values import Raw, moment

R = TypeVar("R", bound=Record)

_OURS = ("\nid:", "\nseal:", "\nkind:")


def read_note(data: bytes, path: str, book: Book, *, now: datetime, progress: Progress | None = None) -> Intake:
    """Read one note into a book.

    Args:
        data: What is in it.
        path: Where it is; a note of others is known again by its name and that of its folder.
        book: What is known already.
        now: The moment of reading, in the member's zone.
        progress: Told when it is read.
    """
    file = Path(path).absolute()
    name = file.name.encode(errors="replace").decode()
    return read_notes({name: data}, path, book, now=now, progress=progress, folder=file.parent.name)


def read_notes(
    notes: Mapping[str, bytes],
    path: str,
    book: Book,
    *,
    now: datetime,
    progress: Progress | None = None,
    folder: str | None = None,
) -> Intake:
    """Read the notes of a folder into a book.

    Args:
        notes: What is in each, by its path from the folder on.
        path: The folder.
        book: What is known already.
        now: The moment of reading, in the member's zone.
        progress: Told how many notes of how many are read.
        folder: The folder's name, where `path` is not the folder.
    """
    place = Path(path).absolute()
    tally = Tally(place.name)
    taking = _Taking(book, tally, now, place.name if folder is None else folder)
    found = [note for name, data in notes.items() if (note := _note(name, data, tally)) is not None]
    taking.links = Links(book, found, now)
    for done, note in enumerate(sorted(found, key=lambda note: note.shape is None), start=1):
        taking.take(note)
        if progress is not None and (done % 100 == 0 or done == len(found)):
            progress(done, len(found))
    return taking.intake()


class _Taking:
    """Takes notes one after another, and counts what came of each."""

    links: Links
    """What the links in them mean."""

    def __init__(self, book: Book, tally: Tally, now: datetime, folder: str) -> None:
        self._book = book
        self._tally = tally
        self._now = now
        self._folder = folder
        self._put: dict[str, Record] = {}
        self._kinds: dict[str, type[Record]] = {ME: Member, **{record.id: type(record) for record in book.records()}}
        self._left = 0

    def intake(self) -> Intake:
        """Return the counts with the book that came of them."""
        if self._left:
            self._tally.note(f"{self._left} of its notes differ from what you changed in your notebook; yours stays")
        named = {person for record in self._put.values() for person in _people_in(record)}
        met = {one.id: one for one in self.links.met.values() if one.id in named - self._put.keys()}
        count = sum(self._tally.added.values()) + sum(self._tally.changed.values())
        put = (*met.values(), *self._put.values())
        change = Change(sentence=sentence_of(count, (self._tally.file,)), at=self._now, put=put)
        along = {"people": len(met)} if met else {}
        return self._tally.intake(self._book.apply(change), change, along)

    def take(self, note: Note) -> None:
        """Take one note: of ours, or of somebody else's."""
        shape = note.shape
        try:
            if shape is None:
                self._take_story(note)
            else:
                self._take_ours(note, shape)
        except ValueError as wrong:
            self._tally.skip(note.path, str(wrong))

    def _take_ours(self, note: Note, shape: Shape) -> None:
        if self._kinds.get(note.id, shape.kind) is not shape.kind:
            raise ValueError("its id belongs to something else")
        before = self._known(note.id, shape.kind)
        if before is None:
            self._add(note, shape)
            return
        edited, updated = note.edited(), self._moment(note, "updated") or before.updated
        is_newer = updated > before.updated
        fields = self._fields(note, shape, note.names if is_newer else edited)
        if all(getattr(before, name) == value for name, value in fields.items()) and not is_newer:
            self._tally.unchanged += 1
            return
        if edited and updated < before.updated:
            self._tally.note(
                f"{note.path} is edited, and older than your notebook; export it again to bring both together"
            )
        at = max(updated, self._now.astimezone(UTC)) if edited else updated
        self._keep(msgspec.structs.replace(before, updated=at, **fields), before)

    def _add(self, note: Note, shape: Shape) -> None:
        """Add the record of a note of ours that the book doesn't have."""
        said = self._moment(note, "updated")
        if self._stays_away(note.id, said):
            self._tally.unchanged += 1
            return
        updated = said or self._now.astimezone(UTC)
        fields = self._fields(note, shape, note.names)
        if any(field.name == "name" for field in shape.fields):
            fields.setdefault("name", note.stem)
        for name, words in (("on", "date"), (shape.body, "text")):
            if name in note.names and name not in fields:
                raise ValueError(f"it has no {words}")
        created = self._moment(note, "created") or updated
        self._keep(shape.kind(id=note.id, created=created, updated=updated, **fields), None)

    def _fields(self, note: Note, shape: Shape, names: Container[str]) -> dict[str, object]:
        """Read these fields of a note; one that can't be read is left as it was, and that is said."""
        edited = note.edited()
        found: dict[str, object] = {}
        for field in shape.fields:
            if field.name in names:
                try:
                    found[field.name] = self._value(note, field, is_edited=field.name in edited)
                except ValueError as wrong:
                    self._tally.note(f"“{field.keys[0]}” of {note.path} was left as it was: {wrong}")
        if shape.body in names:
            body = _tidy(note.body) if shape.body in edited else note.body
            if body or not shape.needs_body or shape.body not in edited:
                found[shape.body] = body
            else:
                self._tally.note(f"{note.path} has no text any more; what it said was left as it was")
        return found

    def _value(self, note: Note, field: Field, *, is_edited: bool) -> object:
        value = field.form.read([note.properties.get(key) for key in field.keys], self.links)
        if field.needed and (value is None or (is_edited and not value)):
            raise ValueError("it is empty")
        return value

    def _take_story(self, note: Note) -> None:
        """Take a note of others as a story; one that was changed in the notebook since stays as it is there."""
        story, undated = story_of(note, self._folder, self.links)
        before = self._known(story.id, Story)
        if before is None and self._stays_away(story.id, None):
            self._tally.unchanged += 1
            return
        if before is not None and undated:
            story = msgspec.structs.replace(story, on=before.on)
        same = before is not None and before == msgspec.structs.replace(
            story, created=before.created, updated=before.updated
        )
        if same or (before is not None and before.updated != before.created):
            self._left += not same
            self._tally.unchanged += 1
            return
        self._keep(story, before)

    def _keep(self, record: Record, before: Record | None) -> None:
        (self._tally.added if before is None else self._tally.changed)[word_for(type(record))] += 1
        self._put[record.id] = record
        self._kinds[record.id] = type(record)

    def _known(self, record_id: str, kind: type[R]) -> R | None:
        record = self._put.get(record_id)
        return record if isinstance(record, kind) else self._book.of(kind).get(record_id)

    def _stays_away(self, record_id: str, updated: datetime | None) -> bool:
        """Tell whether a record was removed here, and its note is not known to be younger."""
        grave = self._book.gone.get(record_id)
        if grave is None or (updated is not None and updated > grave.on):
            return False
        self._tally.note("what you removed since stays removed")
        return True

    def _moment(self, note: Note, key: str) -> datetime | None:
        raw = note.properties.get(key)
        try:
            return moment(raw, self._now).astimezone(UTC) if isinstance(raw, str) else None
        except ValueError:
            return None


def _people_in(record: Record) -> set[str]:
    """Return the ids of the people whom a record names."""
    people = record.people if isinstance(record, (Story, Learning, Community)) else ()
    return {one.person if isinstance(one, Taker) else one for one in people}


def _note(path: str, data: bytes, tally: Tally) -> Note | None:
    """Return a note taken apart; none where it can't be taken, which is counted."""
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except ValueError:
        tally.skip(path, "it is not a text in UTF-8")
        return None
    front, body = parted(text)
    if not (body + (front or "")).strip("\0 \t\r\n"):
        tally.skip(path, "it is empty")
        return None
    try:
        properties = {key: _raw(node) for key, node in parsed(front or "").items()}
    except Overgrown as wrong:
        tally.skip(path, wrong.sentence)
        return None
    except Broken as wrong:
        if all(mark in f"\n{front}" for mark in _OURS):
            tally.skip(path, wrong.sentence)
            return None
        tally.note(f"{path} came in with its text whole: {wrong.sentence}")
        return Note(path=path, properties={}, body=text)
    return Note(path=path, properties=properties, body=body.removesuffix("\n"))


def _raw(node: Node) -> Raw:
    """Return a property as a text or a list of texts; what stands deeper is nothing that we read."""
    if not isinstance(node, list):
        return node if isinstance(node, str) else None
    texts = (_unquoted(item) if isinstance(item, list) else item for item in node)
    return _unquoted(node) or tuple(text for text in texts if isinstance(text, str))


def _unquoted(node: list[Node]) -> str | None:
    """Return the link that stands without quotes, and so is a list in a list; none where it is something else."""
    match node:
        case [[*parts]] if parts and all(isinstance(part, str) for part in parts):
            return f"[[{', '.join(map(str, parts))}]]"
    return None


def _tidy(text: str) -> str:
    return text.strip("\r\n").rstrip()
