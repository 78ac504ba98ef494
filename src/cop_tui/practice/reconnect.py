"""Staying in touch: with whom it is time to be in touch again."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.moment import seen_from
from cop_tui.domain.person import Person
from cop_tui.practice.activity import last_touch
from cop_tui.practice.phrases import every, since


class Reconnect(Struct, frozen=True, kw_only=True):
    """One person with whom it is time to be in touch."""

    person: str
    """The person's id."""
    due: date
    """The day by which, in the member's zone."""
    last: date | None = None
    """The day of the last contact; none where there was none yet."""
    every: int
    """Days after which the member would like to be in touch."""
    why: str
    """When they last spoke, and how often the member wants to."""


def due_to_reconnect(book: Book, now: datetime, *, ahead: int = 7) -> tuple[Reconnect, ...]:
    """Return the people with whom contact is due within `ahead` days, the most overdue first."""
    wishes = _wishes(book)
    until = min(ahead, (date.max - now.date()).days)
    last_day = now.date() + timedelta(days=until)
    found = [
        (due, person)
        for person in book.people.values()
        if person.id in wishes and (due := _due(book, person, wishes[person.id], now)) <= last_day
    ]
    found.sort(key=lambda pair: (pair[0], pair[1].name.casefold(), pair[1].id))
    return tuple(_reconnect(book, person, wishes[person.id], now) for _, person in found)


def reconnect_with(book: Book, person: Person, now: datetime) -> Reconnect | None:
    """Return when to be in touch with one person again; none where nobody wishes it."""
    days = _wishes(book).get(person.id)
    return _reconnect(book, person, days, now) if days else None


@lru_cache(maxsize=2)
def _wishes(book: Book) -> dict[str, int]:
    """Return how often to be in touch, in days by person: their own wish, else the shortest of their communities."""
    wishes: dict[str, int] = {}
    for community in book.communities.values():
        days = community.reconnect_every or 0
        if days > 0 and not community.archived:
            wishes |= {one.person: min(days, wishes.get(one.person, days)) for one in community.people}
    own = {person.id: person.reconnect_every or 0 for person in book.people.values()}
    return wishes | {person_id: days for person_id, days in own.items() if days > 0}


def _reconnect(book: Book, person: Person, days: int, now: datetime) -> Reconnect:
    last = last_touch(book, person.id, now)
    spoke = f"You last spoke {since(last, now.date())}" if last else "You have not spoken yet"
    why = f"{spoke}; you like to be in touch {every(days)}"
    return Reconnect(person=person.id, due=_due(book, person, days, now), last=last, every=days, why=why)


def _due(book: Book, person: Person, days: int, now: datetime) -> date:
    start = last_touch(book, person.id, now) or seen_from(person.created, now).date()
    return start + timedelta(days=min(days, (date.max - start).days))
