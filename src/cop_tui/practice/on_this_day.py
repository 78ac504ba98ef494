"""On this day: what the member told and learned on this day in earlier years."""

from datetime import date, datetime, timedelta

from cop_tui.domain.book import Book
from cop_tui.domain.learning import Learning
from cop_tui.domain.moment import seen_from
from cop_tui.domain.story import Story


def on_this_day(book: Book, now: datetime) -> tuple[Story | Learning, ...]:
    """Return the entries from this day in earlier years, the newest year first.

    What is from a 29 February comes back on the 28th where the year has no 29th.
    """
    today = now.date()
    days = {(today.month, today.day)}
    if (today.month, today.day) == (2, 28) and (today + timedelta(days=1)).day == 1:
        days.add((2, 29))
    records: list[Story | Learning] = [*book.stories.values(), *book.learning.values()]
    found: list[tuple[date, Story | Learning]] = []
    for record in records:
        # A zone may move an entry by a day: look closer only at those that can be meant.
        if record.on.year <= today.year and abs(record.on.month - today.month) in (0, 1, 11):
            day = seen_from(record.on, now).date()
            if day.year < today.year and (day.month, day.day) in days:
                found.append((day, record))
    found.sort(key=lambda pair: (-pair[0].year, pair[1].on, pair[1].id))
    return tuple(record for _, record in found)
