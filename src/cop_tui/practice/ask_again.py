"""Asking again: learning and value stories come back after 30 and 90 days."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.learning import Learning
from cop_tui.domain.moment import seen_from
from cop_tui.domain.story import Story

AFTER = (90, 30)
"""Days after which an entry comes back, the later one first."""

RESTS = 365
"""Days after which an entry no longer comes back by itself."""


class AskAgain(Struct, frozen=True, kw_only=True):
    """One entry that comes back."""

    record: Learning | Story
    """The entry."""
    after: int
    """Days after which it came back: 30 or 90."""
    since: date
    """The day on which it came back, in the member's zone."""
    why: str
    """What to ask about it."""


def ask_again(book: Book, now: datetime) -> tuple[AskAgain, ...]:
    """Return the entries that came back and were not asked about since, the latest first."""
    records: list[Learning | Story] = [*book.learning.values()]
    records += [story for story in book.stories.values() if story.cycles]
    since = now.date() - timedelta(days=RESTS + 2)  # a date compares far quicker than a moment
    records = [record for record in records if record.on.date() >= since]
    found = [again for record in records if (again := comes_back(record, now)) is not None]
    found.sort(key=lambda one: (-one.since.toordinal(), one.record.on, one.record.id))
    return tuple(found)


def comes_back(record: Learning | Story, now: datetime) -> AskAgain | None:
    """Return what to ask about an entry that came back; none where it did not, or was asked about since."""
    if not now - timedelta(days=RESTS) < record.on <= now or (isinstance(record, Story) and not record.cycles):
        return None
    told = seen_from(record.on, now).date()
    asked = max((seen_from(one.on, now).date() for one in record.follow_ups), default=told)
    for after in AFTER:
        back = told + timedelta(days=after)
        if back <= now.date():
            return None if asked >= back else AskAgain(record=record, after=after, since=back, why=_why(record, after))
    return None


def _why(record: Learning | Story, after: int) -> str:
    ago = "a month" if after == 30 else "three months"
    if isinstance(record, Learning):
        return f"You noted it {ago} ago: did you use it, and what came of it?"
    return f"You told it {ago} ago: what came of it since?"
