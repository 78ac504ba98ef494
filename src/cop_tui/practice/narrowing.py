"""Narrowing: one line says which records to show. `rust @Li +Study group #tag about:focus since:oct`.

Words must all be in the record; `@` names a person, `+` a community and whoever takes part in it, `#` a tag; `about:`
one of the three elements, `since:` and `until:` a day, a month or a year. The marks are those of the check-in's lines
(marked.py).
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community, Element
from cop_tui.domain.errors import CopError
from cop_tui.domain.interest import Interest, folded
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record
from cop_tui.practice.days import MONTHS, months_on
from cop_tui.practice.manners import TAG
from cop_tui.practice.marked import marked
from cop_tui.practice.records import day_of
from cop_tui.practice.search import has_words
from cop_tui.practice.when import understand
from cop_tui.practice.words import exact_day, fold

_SAID = re.compile(r"(?<!\S)(about|since|until):(\S*)", re.IGNORECASE)
_YEAR = re.compile("[0-9]{4}")
_OF_ANY_YEAR = re.compile("[0-9]{1,2}-[a-z]{3,}|[a-z]{3,}-[0-9]{1,2}")
"""A day of a month, without its year."""
_DASH = re.compile("-(?![0-9])|(?<![0-9])-")
"""A dash between words, and not one of a date in numbers."""
_MONTH = re.compile("([0-9]{4})-([0-9]{1,2})")

Keeps = Callable[[Record], bool]
"""Tells of a record whether it is shown."""


class Narrowing(Struct, frozen=True, kw_only=True):
    """Which records to show."""

    words: tuple[str, ...] = ()
    """Words, folded, that must all be in it."""
    people: tuple[str, ...] = ()
    """The ids of people who must all be in it."""
    community: str | None = None
    """The id of the community that it must be of."""
    tags: tuple[str, ...] = ()
    """Tags, folded, that it must all have."""
    element: Element | None = None
    """The element that it must be about."""
    since: date | None = None
    """The first day."""
    until: date | None = None
    """The last day."""
    unknown: tuple[str, ...] = ()
    """Pieces of the line that mean nothing, as they were typed."""
    told: str = ""
    """What was understood besides words, to say it back."""

    def __bool__(self) -> bool:
        """Tell whether anything is left out."""
        return any(
            (self.words, self.people, self.community, self.tags, self.element, self.since, self.until),
        )


def narrowing(book: Book, line: str, now: datetime) -> Narrowing:
    """Return what a line narrows to."""
    found = dict[str, object]()
    unknown = list[str]()
    for name, value in _SAID.findall(line):
        meant = _meant(name.lower(), value.lower(), now)
        if meant is None:
            unknown.append(f"{name}:{value}")
        else:
            found[_FIELDS[name.lower()]] = meant
    tags = tuple(folded(tag) for tag in TAG.findall(line))
    rest = marked(book, TAG.sub(" ", _SAID.sub(" ", line)))
    read = Narrowing(
        words=tuple(fold(rest.text).split()),
        people=tuple(person.id for person in rest.people),
        community=rest.community.id if rest.community else None,
        tags=tags,
        unknown=tuple(unknown),
    )
    return _with_words(replace(read, **found), book, now)


def keeps(book: Book, narrowed: Narrowing) -> Keeps:
    """Return what tells of a record whether a narrowing shows it."""
    community = book.communities.get(narrowed.community or "")
    takers = {taker.person for taker in community.people} if community else set[str]()

    def is_kept(record: Record) -> bool:
        return (
            (not narrowed.people or _has_people(record, narrowed.people))
            and (narrowed.community is None or _is_of(record, narrowed.community) or _is_in(record, takers))
            and (not narrowed.tags or _has_tags(record, narrowed.tags))
            and (narrowed.element is None or getattr(record, "element", None) is narrowed.element)
            and _is_within(record, narrowed.since, narrowed.until)
            and (not narrowed.words or has_words(book, record, narrowed.words))
        )

    return is_kept


_FIELDS = {"about": "element", "since": "since", "until": "until"}


def _meant(name: str, value: str, now: datetime) -> Element | date | None:
    if name == "about":
        return next((one for one in Element if value and one.value.startswith(value)), None)
    return _day(value, now, last=name == "until")


def _day(value: str, now: datetime, *, last: bool) -> date | None:
    """Return the day that a year, a month or other words mean: its first, or its last; none where they mean none."""
    try:
        if _YEAR.fullmatch(value):
            return date(int(value), 12, 31) if last else date(int(value), 1, 1)
        if found := _MONTH.fullmatch(value):
            return _of_month(int(found[1]), int(found[2]), last=last)
        named = [number for number, name in enumerate(MONTHS, 1) if len(value) >= 3 and name.startswith(value)]
        if named:
            return _of_month(now.year - (named[0] > now.month), named[0], last=last)
        day = understand(_DASH.sub(" ", value), now).start.date()
        is_ahead = day > now.date() and not last and _OF_ANY_YEAR.fullmatch(value)
        return months_on(day, -12) if is_ahead else day
    except (CopError, ValueError):
        return None


def _of_month(year: int, month: int, *, last: bool) -> date:
    return date(year, month, monthrange(year, month)[1] if last else 1)


def _with_words(read: Narrowing, book: Book, now: datetime) -> Narrowing:
    community = book.communities.get(read.community or "")
    pieces = [
        *(book.people[one].name for one in read.people),
        *([community.name] if community else []),
        *(f"#{tag}" for tag in read.tags),
        *([f"about {read.element.value}"] if read.element else []),
        *([f"since {exact_day(read.since, now.date())}"] if read.since else []),
        *([f"until {exact_day(read.until, now.date())}"] if read.until else []),
    ]
    return replace(read, told=" · ".join(pieces))


def _has_people(record: Record, people: tuple[str, ...]) -> bool:
    held: tuple[object, ...] = (*getattr(record, "people", ()), *getattr(record, "recipients", ()))
    ids = {getattr(one, "person", one) for one in held} | {record.id, getattr(record, "sender", None)}
    if isinstance(record, Interest):
        ids.add(record.who)
    return ids.issuperset(people)


def _is_of(record: Record, community: str) -> bool:
    return getattr(record, "community", None) == community or (isinstance(record, Community) and record.id == community)


def _is_in(record: Record, takers: set[str]) -> bool:
    return isinstance(record, Person) and record.id in takers


def _has_tags(record: Record, tags: tuple[str, ...]) -> bool:
    return {folded(tag) for tag in getattr(record, "tags", ())}.issuperset(tags)


def _is_within(record: Record, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    day = day_of(record)
    return day is not None and (since is None or since <= day) and (until is None or day <= until)
