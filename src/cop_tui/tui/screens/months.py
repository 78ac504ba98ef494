"""The months under which a list stands: those of the clock that the member sees."""

from datetime import datetime

from cop_tui.domain.moment import seen_from
from cop_tui.practice.days import MONTHS


def month_words(year: int, month: int, now: datetime) -> str:
    """Return a month as a title: "November", in another year "November 2025"."""
    name = MONTHS[month - 1].title()
    return name if year == now.year else f"{name} {year}"


def month_of(on: datetime, now: datetime) -> tuple[int, int]:
    """Return the year and the month of a moment, as it is seen from where now is said."""
    seen = seen_from(on, now)
    return seen.year, seen.month
