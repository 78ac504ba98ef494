"""Whom and what the links in notes mean: a note beside them, a record of that name, or someone new."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.domain.errors import CopError
from cop_tui.domain.interest import folded
from cop_tui.domain.person import Person
from cop_tui.exchange.folder_names import key_of
from cop_tui.exchange.vault_notes import Note
from cop_tui.exchange.vault_values import items
from cop_tui.practice.people import person_called, someone, unknown_yet

_LINK = re.compile(r"\s*\[\[([^\[\]|#^]+)(?:[#^][^\[\]|]*)?(?:\|[^\[\]]*)?\]\]\s*")


class Links:
    """Finds the records that links and names mean, among the notes that are read and in the book."""

    def __init__(self, book: Book, notes: Iterable[Note], now: datetime) -> None:
        self.now = now
        """The moment of reading, on the member's clock."""
        self.met: dict[str, Person] = {}
        """The people who were not known before, by id."""
        self._book = book
        self._notes: dict[tuple[type, str], str] = {}
        ours = [(note, note.shape.kind) for note in notes if note.shape is not None]
        for keys in (_places, _names):
            for note, kind in ours:
                for key in keys(note):
                    self._notes.setdefault((kind, key_of(key)), note.id)
        self._communities = {folded(one.name): one.id for one in book.communities.values()}

    def person(self, words: str) -> str:
        """Return the id of the person meant: by their note, by their name in the book, or someone new.

        Raises:
            ValueError: it could be several, or it names nobody.
        """
        known = self._noted(Person, words)
        if known is not None:
            return known
        try:
            found = someone(self._book, _last(plain(words)), now=self.now)
        except CopError as wrong:
            raise ValueError(wrong.sentence) from None
        for one in unknown_yet(self._book, [found]):
            self.met[one.id] = one
            self._book = replace(self._book, people={**self._book.people, one.id: one})
        return found.id

    def known_person(self, words: str) -> str | None:
        """Return the id of the person meant, where they are known."""
        noted = self._noted(Person, words)
        person = None if noted else person_called(self._book, _last(plain(words)))
        return person.id if person else noted

    def community(self, words: str) -> str:
        """Return the id of the community meant.

        Raises:
            ValueError: there is none.
        """
        known = self._noted(Community, words)
        known = self._communities.get(folded(_last(plain(words)))) if known is None else known
        if known is None:
            raise ValueError(f"there is no community called “{plain(words)[:40]}”")
        return known

    def _noted(self, kind: type, words: str) -> str | None:
        """Return the id that stands there, or that of the note that a link leads to."""
        if words.startswith("id:"):
            return words.removeprefix("id:")
        name = plain(words)
        return self._notes.get((kind, key_of(name))) or self._notes.get((kind, key_of(_last(name))))


def _last(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def plain(words: str) -> str:
    """Return the name that a link leads to, without its brackets; words that are no link as they are."""
    match = _LINK.fullmatch(words)
    return match[1].strip() if match else words.strip()


def _places(note: Note) -> Iterator[str]:
    """Go through what a link to this note says: its path, or its name alone."""
    yield note.path.rsplit(".", 1)[0]
    yield note.stem


def _names(note: Note) -> Iterator[str]:
    """Go through the names of someone or something that a note is about."""
    for key in ("name", "aliases"):
        yield from (name.strip() for name in items(note.properties.get(key)))
