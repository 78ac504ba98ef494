"""What a WHEN means in a record: the moment that something was on, the day by which."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cop_tui.practice.when import When

NOON = time(12)
"""The hour under which a day is kept where only the day was said: it stays that day from every zone nearby."""


def moment_of(when: "When | None", now: datetime) -> datetime | None:
    """Return the moment that a record is dated with, in the member's zone; none where nothing was said.

    A day without an hour is noon of that day; today is now.
    """
    if when is None:
        return None
    if not when.all_day:
        return when.start.astimezone(now.tzinfo)
    day = when.start.date()
    return now if day == now.date() else datetime.combine(day, NOON, tzinfo=now.tzinfo)


def day_of(when: "When | None", now: datetime) -> date | None:
    """Return the day that was said, where the member is; none where nothing was said."""
    if when is None:
        return None
    return when.start.date() if when.all_day else when.start.astimezone(now.tzinfo).date()
