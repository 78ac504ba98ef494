"""The kinds of blanks: a line, a text, a choice, a date, numbers, lists, people, a community."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Refused
from cop_tui.domain.moment import seen_from, zone_named
from cop_tui.domain.person import Person
from cop_tui.practice.manners import placed, tagged
from cop_tui.practice.people import someone
from cop_tui.practice.when import understand
from cop_tui.practice.words import person_words, visible
from cop_tui.tui.dialogs import fields
from cop_tui.tui.dialogs.forms.blank import Blank, Given
from cop_tui.tui.dialogs.naming import community_in, goal_in, parted, people_in, shown
from cop_tui.tui.widgets.choice import Option

MOST_DAYS = 3660
"""Days between two things at the most: ten years."""

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


def line(label: str, name: str, *, hint: str = "", completes: Callable[[Book], Iterable[str]] | None = None) -> Blank:
    """Return a blank for a line of words."""
    return Blank(
        label=label,
        name=name,
        hint=hint,
        shows=lambda _book, record, _now: shown(getattr(record, name)),
        reads=lambda given: {name: given.words.strip()},
        completes=completes or (lambda _book: ()),
        commas=False,
    )


def text(label: str, name: str, *, hint: str = "") -> Blank:
    """Return a blank for a text of several lines, kept to the letter."""
    return Blank(
        label=label,
        name=name,
        hint=hint,
        has_lines=True,
        shows=lambda _book, record, _now: str(getattr(record, name)),
        reads=lambda given: {name: given.words},
    )


def choice(label: str, name: str, kind: type[E], options: tuple[Option, ...]) -> Blank:
    """Return a blank for one of a few; an option without a value stands for none."""
    return Blank(
        label=label,
        name=name,
        options=options,
        shows=lambda _book, record, _now: str(getattr(record, name) or ""),
        reads=lambda given: {name: kind(given.words) if given.words else None},
    )


def yes_or_no(label: str, name: str, yes: str, no: str) -> Blank:
    """Return a blank for what holds or doesn't."""
    return Blank(
        label=label,
        name=name,
        options=(Option("yes", yes), Option("", no)),
        shows=lambda _book, record, _now: "yes" if getattr(record, name) else "",
        reads=lambda given: {name: bool(given.words)},
    )


def several(
    label: str, name: str, *, hint: str = "", completes: Callable[[Book], Iterable[str]] | None = None
) -> Blank:
    """Return a blank for several words, parted by commas, each once."""
    return Blank(
        label=label,
        name=name,
        hint=hint,
        shows=lambda _book, record, _now: ", ".join(map(shown, getattr(record, name))),
        reads=lambda given: {name: tuple(dict.fromkeys(parted(given.words, getattr(given.record, name))))},
        completes=completes or (lambda _book: ()),
    )


def tags() -> Blank:
    """Return the blank for tags, with or without their mark."""
    return Blank(
        label="tags",
        name="tags",
        hint="a word, another",
        shows=lambda _book, record, _now: ", ".join(record.tags),
        reads=lambda given: {"tags": tagged("", pieces(given.words))},
    )


def days(label: str, name: str, *, hint: str = "", unit: str = "days") -> Blank:
    """Return a blank for a number of days, or of another unit; an empty one is none."""
    return Blank(
        label=label,
        name=name,
        hint=hint,
        shows=lambda _book, record, _now: str(getattr(record, name) or ""),
        reads=lambda given: {name: number(given.words, unit)},
    )


def moment(label: str, name: str, *, hint: str = "today; or yesterday, last friday, 3 nov") -> Blank:
    """Return a blank for the moment at which something was."""

    def reads(given: Given) -> Mapping[str, object]:
        if not given.words.strip():
            raise Refused("It needs its day", "Write it as in 3 nov or 2026-11-03 18:00")
        return {name: understand(given.words, given.now).start}

    return Blank(
        label=label,
        name=name,
        hint=hint,
        is_date=True,
        shows=lambda _book, record, now: _stamp(getattr(record, name), now),
        reads=reads,
    )


def start() -> Blank:
    """Return the blank for when something begins, with or without an hour; an empty one is no date."""

    def reads(given: Given) -> Mapping[str, object]:
        if not given.words.strip():
            return {"start": None, "end": None, "all_day": False, "timezone": ""}
        when = understand(given.words, given.now)
        begin, timezone = placed(when.start, given.now, all_day=when.all_day)
        one = given.record
        if not when.all_day and one.start and zone_named(one.timezone):
            begin, timezone = on_its_clock(begin, one.timezone), one.timezone
        lasts = one.end - one.start if one.end and one.start and one.all_day is when.all_day else None
        return {
            "start": begin,
            "end": begin + lasts if lasts else None,
            "all_day": when.all_day,
            "timezone": timezone,
        }

    return Blank(
        label="when",
        name="start",
        is_date=True,
        shows=lambda _book, one, now: (
            _stamp(one.start, now, timezone=one.timezone, all_day=one.all_day) if one.start else ""
        ),
        reads=reads,
    )


def on_its_clock(moment: datetime, timezone: str) -> datetime:
    """Return a moment as a record keeps it whose wall clock is that of a zone; without one, as it is."""
    zone = zone_named(timezone)
    return moment.astimezone(zone) if zone else moment


def a_day(label: str, name: str, *, hint: str = "1 dec, in 3 months") -> Blank:
    """Return a blank for a day; an empty one is none."""

    def reads(given: Given) -> Mapping[str, object]:
        words = given.words.strip()
        return {name: understand(words, given.now).start.date() if words else None}

    def shows(_book: Book, record: object, _now: datetime) -> str:
        day: date | None = getattr(record, name)
        return day.isoformat() if day else ""

    return Blank(label=label, name=name, hint=hint, is_date=True, shows=shows, reads=reads)


def community() -> Blank:
    """Return the blank for the community that something belongs to."""

    def reads(given: Given) -> Mapping[str, object]:
        found = community_in(given.book, given.words.strip(), (given.record.community or "",))
        return {"community": found.id if found else None}

    return Blank(
        label="in",
        name="community",
        hint="the community",
        commas=False,
        shows=lambda book, one, _now: shown(book.communities[one.community].name) if _is_there(book, one) else "",
        reads=reads,
        completes=fields.communities,
    )


def people(label: str, name: str = "people") -> Blank:
    """Return the blank for several people; those who are named and not known become known."""
    return Blank(
        label=label,
        name=name,
        hint="a name, another",
        shows=lambda book, one, _now: ", ".join(shown(person_words(each, book)) for each in getattr(one, name)),
        reads=lambda given: {name: tuple(each.id for each in named(given, given.words, getattr(given.record, name)))},
        completes=fields.people,
    )


def goal() -> Blank:
    """Return the blank for the goal that something serves."""

    def reads(given: Given) -> Mapping[str, object]:
        found = goal_in(given.book, given.words)
        return {"goal": found.id if found else None}

    return Blank(
        label="towards",
        name="goal",
        hint="a goal of yours",
        commas=False,
        shows=lambda book, one, _now: shown(book.goals[one.goal].text) if one.goal in book.goals else "",
        reads=reads,
        completes=fields.goals,
    )


def named(given: Given, words: str, about: Iterable[str] = ()) -> tuple[Person, ...]:
    """Return the people whom words name; those who are new go along with the change."""
    found = dict[str, Person]()
    for who in people_in(given.book, words, tuple(about)):
        person = someone(given.book, who, now=given.now)
        found[person.id] = person
        if given.book.people.get(person.id) != person:
            given.along[person.id] = person
            given.book = given.book.apply(Change(sentence="", at=given.now, put=(person,)))
    return tuple(found.values())


def read_lines(
    words: str, known: Iterable[T], shows: Callable[[T], str], makes: Callable[[str], Iterable[T]]
) -> Iterator[T]:
    """Go through what the lines mean; what stands there as it did is kept to the letter, whatever is in it."""
    left = list(known)
    for line in filter(None, map(str.strip, words.splitlines())):
        same = next((one for one in left if visible(shows(one)).strip() == visible(line)), None)
        if same is None:
            yield from makes(line)
        else:
            left.remove(same)
            yield same


def pieces(words: str) -> tuple[str, ...]:
    """Return what stands between commas, each once, in its order."""
    return tuple(dict.fromkeys(piece for part in words.split(",") if (piece := part.strip())))


def number(words: str, unit: str = "days") -> int | None:
    """Return a number of days, or of another unit; none where there are no words.

    Raises:
        Refused: They are no number, or none that can be.
    """
    bare = words.strip().lower().removesuffix(unit).strip()
    if not bare:
        return None
    if not (bare.isascii() and bare.isdigit() and len(bare) < 6 and 1 <= int(bare) <= MOST_DAYS):
        raise Refused(f"That is no number of {unit}", f"Write a number from 1 to {MOST_DAYS}, or nothing")
    return int(bare)


def _is_there(book: Book, one: object) -> bool:
    return getattr(one, "community", None) in book.communities


def _stamp(on: datetime, now: datetime, *, timezone: str = "", all_day: bool = False) -> str:
    """Return a moment as a member may write it, so that it is understood again."""
    seen = seen_from(on, now, timezone=timezone, all_day=all_day)
    return f"{seen:%Y-%m-%d}" if all_day else f"{seen:%Y-%m-%d %H:%M}"
