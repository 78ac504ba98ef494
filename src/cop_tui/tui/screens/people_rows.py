"""What the views of People show: all by name, with whom to be in touch, by organisation. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from cop_tui.domain.book import Book
from cop_tui.domain.interest import folded
from cop_tui.domain.person import Person
from cop_tui.practice.activity import last_touch
from cop_tui.practice.narrowing import Keeps
from cop_tui.practice.phrases import counted, every, since, span
from cop_tui.practice.reconnect import Reconnect, due_to_reconnect
from cop_tui.tui.pages.around import near
from cop_tui.tui.pages.person import interests_of
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Rows, Section

COLUMNS = (Column(tone=INK), Column(most=12, tone=SOFT), Column(most=30, tone=SOFT), Column(most=18, tone=FAINT))
"""Who, when last in touch, what they care about, where they belong."""

TOUCH = (Column(tone=INK), Column(most=12, tone=SOFT), Column(most=14, tone=SOFT), Column(most=14, tone=FAINT))
"""Who, when it is due, when they last spoke, how often the member likes to."""

SHORT = 4
"""Subjects that stand in a row at most."""
EVER = 36_500
"""Days that are looked ahead: all that there are."""
NOWHERE = "Belonging nowhere that you noted"
"""The section of people without an organisation."""


def everyone(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return all people by name."""
    found = _by_name(one for one in book.people.values() if is_kept(one))
    section = Section("People you know", _rows(book, found, now), count=str(len(found)))
    return _shown(section, empty="You know nobody here yet. n notes someone; a asks what they care about.")


def in_touch(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return with whom to be in touch: what is due, what comes within seven days, what comes later."""
    found = [one for one in due_to_reconnect(book, now, ahead=EVER) if is_kept(book.people[one.person])]
    today = now.date()
    sections = [
        ("Good to be in touch again", [one for one in found if one.due <= today]),
        ("Within seven days", [one for one in found if 0 < (one.due - today).days <= 7]),
        ("Later", [one for one in found if (one.due - today).days > 7]),
    ]
    return _shown(
        *(_touch_section(book, title, ones, now) for title, ones in sections),
        empty="Nobody is due. h says how often you like to be in touch with someone.",
    )


def by_organisation(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return people by where they belong, the place of most people first."""
    groups: dict[str, list[Person]] = {}
    for one in _by_name(one for one in book.people.values() if is_kept(one)):
        groups.setdefault(folded(one.organisation), []).append(one)
    order = sorted(groups, key=lambda key: (not key, -len(groups[key]), key))
    sections = (
        Section(groups[key][0].organisation or NOWHERE, _rows(book, groups[key], now), count=str(len(groups[key])))
        for key in order
    )
    return _shown(*sections, empty="You know nobody here yet. n notes someone.")


def due_now(book: Book, now: datetime) -> int:
    """Return with how many people contact is due."""
    return len(due_to_reconnect(book, now, ahead=0))


def _by_name(people: Iterable[Person]) -> list[Person]:
    return sorted(people, key=lambda one: (one.name.casefold(), one.id))


def _rows(book: Book, people: Sequence[Person], now: datetime) -> Rows:
    return Rows(people, lambda one: _row(book, one, now))


def _row(book: Book, one: Person, now: datetime) -> Row:
    subjects = [each.subject for each in interests_of(book, one.id)]
    more = ", …" if len(subjects) > SHORT else ""
    return Row(one.id, (one.name, _last(book, one, now), ", ".join(subjects[:SHORT]) + more, one.organisation))


def _last(book: Book, one: Person, now: datetime) -> str:
    last = last_touch(book, one.id, now)
    return since(last, now.date()) if last else "not yet"


def _spoke(last: date | None, now: datetime) -> str:
    return since(last, now.date()) if last else "not spoken yet"


def _touch_section(book: Book, title: str, found: Sequence[Reconnect], now: datetime) -> Section:
    people = [book.people[one.person] for one in found]
    why = {one.person: one for one in found}

    def row(person: Person) -> Row:
        one = why[person.id]
        return Row(person.id, (person.name, _due(one.due, now), _spoke(one.last, now), every(one.every)))

    return Section(title, Rows(people, row), count=str(len(found)))


def _due(due: date, now: datetime) -> str:
    """Return when contact is due, or for how long it is: roughly, but for the days just ahead."""
    days = (due - now.date()).days
    if -14 < days < 0:
        return f"for {counted(-days, 'day')}"
    if 0 <= days <= 7:
        return near(due, now)
    return f"in {span(days // 7 * 7)}" if days > 0 else f"for {span(-days // 7 * 7)}"


def _shown(*sections: Section, empty: str) -> Sequence[Section]:
    return tuple(section for section in sections if section.rows) or (Section("", empty=empty),)
