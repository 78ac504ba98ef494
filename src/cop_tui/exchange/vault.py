"""A vault of notes: one note in Markdown for each story, learning entry, person and community, with links between them.

Obsidian understands it, and so does every program that opens a folder of notes. `vault_taking` reads it back.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.domain.learning import Learning
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record
from cop_tui.domain.story import Story
from cop_tui.exchange.folder import Leaf
from cop_tui.exchange.folder_names import key_of, names_for
from cop_tui.exchange.front_matter import Property, written
from cop_tui.exchange.vault_notes import SEAL, SHAPES, SUFFIX, Shape, sealed
from cop_tui.exchange.vault_taking import read_notes
from cop_tui.exchange.vault_values import Raw, properties
from cop_tui.practice.words import ELLIPSIS, one_line, title_of, whole_title

NAME = 64
"""The cells that the name of a note takes at most, its date not counted."""

_BREAKS_LINKS = re.compile(r"[\[\]#^|/\\]+")
_SHAPE_OF: Mapping[type[Record], Shape] = {shape.kind: shape for shape in SHAPES.values()}


def vault(
    book: Book,
    known: Mapping[str, str] | None = None,
    /,
    *,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
    community: Community | None = None,
) -> dict[str, Leaf]:
    """Return the notes of a vault by record id; the same for the same book and the same names.

    All people and communities are in it, or those who come up in what was chosen.

    Args:
        book: What is told of.
        known: The paths of the last run by record id: notes keep their names.
        now: The moment of writing.
        since: The first day of stories and learning; from the beginning, where none is given.
        until: The last day; to the end, where none is given.
        community: Only what belongs to this community.
    """
    records = list(_chosen(book, since, until, community))
    paths = names_for({one.id: _wished(one, book) for one in records}, known or {}, SUFFIX)
    naming = _Links(book, paths)

    def leaf(record: Record) -> Leaf:
        path = paths[record.id]
        return Leaf(path, _note(record, book, path, naming), lambda data: _knows(book, path, data, now))

    return {one.id: leaf(one) for one in records}


class _Links:
    """The links to the notes of this vault, and the words for what has no note."""

    def __init__(self, book: Book, paths: Mapping[str, str]) -> None:
        self._book = book
        self._paths = paths
        self._stems = Counter(key_of(_stem(path)) for path in paths.values())

    def link(self, record_id: str) -> str:
        """Return the link to a note: by its name alone where no other note has it; an id where there is no note."""
        path = self._paths.get(record_id)
        if path is None:
            return f"id:{record_id}"
        stem = _stem(path)
        is_alone = self._stems[key_of(stem)] == 1
        return f"[[{stem}]]" if is_alone else f"[[{path.removesuffix(SUFFIX)}|{stem}]]"

    def words(self, record_id: str) -> str:
        """Return the title of a record that has no note; empty where it is gone."""
        record = self._book.find(record_id)
        return title_of(record, self._book) if record else ""


def _note(record: Record, book: Book, path: str, naming: _Links) -> bytes:
    shape = _SHAPE_OF[type(record)]
    body: str = getattr(record, shape.body)
    said: dict[str, Property] = {}
    for field in shape.fields:
        said |= properties(field.form, field.keys, getattr(record, field.name), naming)
    seal = sealed(shape, {key: _as_read(value) for key, value in said.items()}, body)
    head: dict[str, Property] = {"kind": shape.word, **said, "aliases": _aliases(record, book, path)}
    tail: dict[str, Property] = {"id": record.id, "created": record.created, "updated": record.updated, SEAL: seal}
    front = written({**head, **tail})
    return (front + body + ("\n" if body else "")).encode(errors="replace")


def _as_read(value: Property) -> Raw:
    """Return what a reader finds where a property was written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, tuple) else str(value)


def _knows(book: Book, path: str, data: bytes, now: datetime) -> bool:
    """Tell whether all that was edited in a note is in the book: then a new note may take its place."""
    took = read_notes({path: data}, "", book, now=now)
    return not took.change and not took.skipped and not took.notes


def _aliases(record: Record, book: Book, path: str) -> tuple[str, ...]:
    """Return the name by which links would look for someone, where the note could not be called so."""
    name = one_line(whole_title(record, book), NAME)
    return (name,) if isinstance(record, (Person, Community)) and name not in ("", _stem(path)) else ()


def _wished(record: Record, book: Book) -> str:
    """Return the path that a note would have if nobody else had it: what people would call it."""
    words = " ".join(_BREAKS_LINKS.sub(" ", one_line(whole_title(record, book), NAME)).split())
    day = f"{record.on.date()} " if isinstance(record, (Story, Learning)) else ""
    return f"{_SHAPE_OF[type(record)].folder}/{day}{words.rstrip(ELLIPSIS)}".rstrip()


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(SUFFIX)


def _chosen(book: Book, since: date | None, until: date | None, community: Community | None) -> Iterator[Record]:
    entries: tuple[Story | Learning, ...] = (*book.stories.values(), *book.learning.values())
    told = [
        one
        for one in entries
        if (since or date.min) <= one.on.date() <= (until or date.max)
        and (community is None or one.community == community.id)
    ]
    yield from told
    if not (since or until or community):
        yield from (*book.people.values(), *book.communities.values())
        return
    met = [book.communities[one] for one in _once(entry.community for entry in told) if one in book.communities]
    communities = {one.id: one for one in (*met, *([community] if community else []))}
    yield from communities.values()
    takers = (taker.person for one in communities.values() for taker in one.people)
    people = _once(person for entry in told for person in entry.people)
    yield from (book.people[one] for one in _once((*people, *takers)) if one in book.people)


def _once(ids: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(one for one in ids if one is not None))
