"""Kept over time and by community: what came of promises, as counts (FIELD 8). It never ranks."""

from collections import Counter, defaultdict
from datetime import date, datetime

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.moment import seen_from
from cop_tui.practice.days import months_on
from cop_tui.practice.rhythm import Kept, kept_by_community

MONTHS = 12
"""How many months are looked back on."""


class Month(Struct, frozen=True, kw_only=True):
    """What came of the promises of one month."""

    first: date
    """Its first day."""
    kept: Kept
    """What came of them."""


class Whose(Struct, frozen=True, kw_only=True):
    """What came of the promises of one community."""

    community: str | None
    """Its id; none for promises of no community, or of one that is gone."""
    name: str
    """What it is called."""
    kept: Kept
    """What came of them."""


def day_of_promise(one: Commitment, now: datetime) -> date:
    """Return the day that a promise is counted on: its own, else the one on which the member said what came of it."""
    if one.start is not None:
        return seen_from(one.start, now, timezone=one.timezone, all_day=one.all_day).date()
    return seen_from(one.closed_on or one.updated, now).date()


def kept_by_month(book: Book, now: datetime, *, months: int = MONTHS) -> tuple[Month, ...]:
    """Return what came of the promises of each of the last months, this one last; open ones do not count."""
    this = now.date().replace(day=1)
    firsts = [months_on(this, -back) for back in reversed(range(months))]
    counts: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for one in book.commitments.values():
        if one.outcome is not Outcome.OPEN:
            counts[day_of_promise(one, now).replace(day=1)][one.outcome.value] += 1
    return tuple(Month(first=first, kept=Kept(**counts[first])) for first in firsts)


def kept_by_name(book: Book) -> tuple[Whose, ...]:
    """Return what came of the promises of each community, by name; those of none come last."""
    named: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
    for community_id, kept in kept_by_community(book).items():
        whose = community_id if community_id in book.communities else None
        named[whose].update({outcome.value: getattr(kept, outcome.value) for outcome in Outcome})
    found = [
        Whose(
            community=whose,
            name=book.communities[whose].name if whose else "on your own",
            kept=Kept(**counts),
        )
        for whose, counts in named.items()
        if counts.total() > counts[Outcome.OPEN.value]
    ]
    return tuple(sorted(found, key=lambda one: (one.community is None, one.name.casefold(), one.community or "")))
