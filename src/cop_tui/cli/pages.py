"""Records as rows of a list and as pages: every field that holds something, with names in the place of ids."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation, State, Way
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME
from cop_tui.domain.person import Person
from cop_tui.domain.record import Part, Record
from cop_tui.domain.story import Story
from cop_tui.practice.resolve import NAMES, short_id
from cop_tui.practice.words import exact_day, moment_words, title_of

if TYPE_CHECKING:
    from cop_tui.cli.context import Here

TEXTS = ("body", "note", "reflection", "text")
"""Fields that may be long: they come last, on lines of their own."""

OUT_OF_SIGHT = ("id", "created", "updated", "uid", "sequence", "stamp", "organizer", "attendee", "all_day", "timezone")
"""Fields that say nothing to a reader that another line does not say."""


def row_of(here: "Here", record: Record) -> tuple[str, str, str, str]:
    """Return a record as a row: short id, title, when, and what became of it."""
    return short_id(record, here.book), title_of(record, here.book), _when(here, record), _state(record, here.book)


def _when(here: "Here", record: Record) -> str:
    match record:
        case Commitment() | Invitation():
            return _moment(here, record, record.start)
        case Learning() | Story() | Interest():
            return exact_day(record.on.astimezone(here.now.tzinfo).date())
        case Goal():
            return f"by {exact_day(record.by)}" if record.by else ""
    return ""


def _state(record: Record, book: Book) -> str:
    match record:
        case Invitation():
            answer = f"{len(record.recipients)} invited" if record.way is Way.SENT else str(record.answer)
            words = answer if record.state is State.OPEN else str(record.state)
        case Community():
            words = f"{record.stage}, archived" if record.archived else f"{record.stage}, you: {record.level}"
        case Story():
            community = book.communities.get(record.community or "")
            words = community.name if community else ""
        case _:
            fields = ("outcome", "state", "rung", "depth", "organisation", "kind")
            words = next((str(getattr(record, name)) for name in fields if hasattr(record, name)), "")
    return words


def page_of(here: "Here", record: Record) -> Iterator[str]:
    """Go through the lines that show a record in full."""
    if isinstance(record, Community):
        yield from community_page(here, record)
        return
    yield title_of(record, here.book)
    yield from _fields(here, record)
    if isinstance(record, Person):
        cares = [f"{one.subject} ({one.depth})" for one in here.book.interests_by_person.get(record.id, ())]
        yield from _line("cares about", ", ".join(cares))


def community_page(here: "Here", community: Community) -> Iterator[str]:
    """Go through the lines that show a community: itself, its pulse, its three elements and why."""
    from cop_tui.practice.cultivation import elements, give_and_take, pulse

    yield community.name
    yield from _fields(here, community)
    beat = pulse(here.book, community, here.now)
    yield ""
    yield f"  {beat.word}: {beat.why}"
    for reading in elements(here.book, community, here.now):
        yield f"  {reading.element:<9} {'▪' * reading.marks:<5}  {reading.state}: {reading.why}"
    given, taken = give_and_take(here.book, community)
    yield f"  given {given}, taken {taken}"


def _fields(here: "Here", record: Record) -> Iterator[str]:
    yield f"  {NAMES.get(record.table, record.table)} {record.id}"
    title = title_of(record, here.book)
    fields = [name for name in record.__struct_fields__ if name not in OUT_OF_SIGHT and getattr(record, name) != title]
    for name in sorted(fields, key=lambda name: name in TEXTS):
        words = _words(here, record, getattr(record, name))
        yield from _text(words) if name in TEXTS and "\n" in words else _line(name.replace("_", " "), words)


def _line(label: str, words: str) -> Iterator[str]:
    if words:
        first, *rest = words.split("\n")
        yield f"  {label:<15} {first}"
        yield from (f"  {'':<15} {line}" for line in rest)


def _text(words: str) -> Iterator[str]:
    yield ""
    yield from words.split("\n")


def _words(here: "Here", record: Record, value: object) -> str:
    """Return the value of a field in words; empty where it says nothing."""
    words = str(value)
    match value:
        case None | "" | () | False:
            words = ""
        case True:
            words = "yes"
        case datetime():
            words = _moment(here, record, value)
        case date():
            words = exact_day(value)
        case str() if not isinstance(value, Enum):
            words = _named(here.book, value)
        case tuple():
            words = _list(here, record, value)
        case Part():
            words = _part(here, record, value)
    return words


def _list(here: "Here", record: Record, values: tuple[object, ...]) -> str:
    parts = [_words(here, record, one) for one in values]
    separator = "\n" if any(isinstance(one, Part) for one in values) else ", "
    return separator.join(part for part in parts if part)


def _part(here: "Here", record: Record, part: Part) -> str:
    words = [_words(here, record, value) for value in msgspec.structs.astuple(part)]
    return " · ".join(word for word in words if word)


def _named(book: Book, words: str) -> str:
    """Return the title of the record that has this id; the words themselves where they are no id."""
    if words == ME:
        return "you"
    record = book.find(words) if len(words) == 32 else None
    return title_of(record, book) if record else words


def _moment(here: "Here", record: Record, moment: datetime | None) -> str:
    if moment is None:
        return ""
    whole = bool(getattr(record, "all_day", False)) and moment in (
        getattr(record, "start", None),
        getattr(record, "end", None),
    )
    zone = getattr(record, "timezone", "") if not whole else ""
    return moment_words(moment, here.now, timezone=zone, all_day=whole)
