"""What of a book is told: all of it, or a span of days, or one community with whoever comes up in it.

Kept apart so that the journal and the page tell of the same things.
"""

from datetime import date, datetime

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.domain.person import Person
from cop_tui.exchange.markdown_entries import Entry, entries


class Choice(Struct, frozen=True, kw_only=True):
    """What is told."""

    entries: tuple[Entry, ...]
    """What happened, in the order of the days."""
    communities: tuple[Community, ...]
    """All of them, or those that come up."""
    people: tuple[Person, ...]
    """All of them, or those who come up."""
    community: Community | None = None
    """The one that it is about, if it is about one."""
    since: date | None = None
    """The first day; from the beginning, where there is none."""
    until: date | None = None
    """The last day; to the end, where there is none."""

    @property
    def days(self) -> tuple[date, ...]:
        """The first and the last day that is told of: those asked for, or of what there is; one, or none."""
        first = self.since or (self.entries[0].day if self.entries else None)
        last = self.until or (self.entries[-1].day if self.entries else None)
        return tuple(day for day in dict.fromkeys((first, last)) if day)

    def covers(self, day: date) -> bool:
        """Tell whether a day is in the span that was asked for."""
        return (self.since or date.min) <= day <= (self.until or date.max)


def choose(
    book: Book,
    *,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
    community: Community | None = None,
) -> Choice:
    """Return what of a book is told, as it is now in the member's zone."""
    every = Choice(
        entries=tuple(entries(book, now)),
        communities=tuple(book.communities.values()),
        people=tuple(book.people.values()),
        community=community,
        since=since,
        until=until,
    )
    return _narrowed(every) if since or until or community else every


def _narrowed(every: Choice) -> Choice:
    one = every.community
    told = tuple(entry for entry in every.entries if _is_meant(entry, every))
    communities = {entry.community for entry in told} | ({one.id} if one else set())
    people = {person for entry in told for person in entry.people}
    people |= {taker.person for taker in one.people} if one else set()
    return Choice(
        entries=told,
        communities=tuple(each for each in every.communities if each.id in communities),
        people=tuple(each for each in every.people if each.id in people),
        community=one,
        since=every.since,
        until=every.until,
    )


def _is_meant(entry: Entry, choice: Choice) -> bool:
    return choice.covers(entry.day) and (choice.community is None or entry.community == choice.community.id)
