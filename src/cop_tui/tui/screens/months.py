"""Months as titles of sections."""

from datetime import datetime

from cop_tui.practice.days import MONTHS


def month_words(year: int, month: int, now: datetime) -> str:
    """Return a month as a title: "November", in another year "November 2025"."""
    name = MONTHS[month - 1].title()
    return name if year == now.year else f"{name} {year}"
