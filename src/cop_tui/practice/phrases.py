"""Turns of phrase that the readings share: lists of names, counts, spans of time."""

from collections.abc import Sequence
from datetime import date

from cop_tui.practice.days import MONTHS
from cop_tui.practice.printable import cut, visible

_STOPS = " ,;:."
"""What goes from where a quotation is cut."""


def listed(names: Sequence[str], *, also: str = "", most: int = 4) -> str:
    """Return names as one would say them: "Ana, Li and Kofi"; the rest as "3 others" where there are many.

    What is named as `also` comes last and is never among the others.
    """
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} others"]
    *first, last = [*names, *([also] if also else [])] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: "1 story", "3 stories"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def every(days: int) -> str:
    """Return how often, in words: "every week", "every 2 weeks", "every 10 days"."""
    size, unit = (7, "week") if days % 7 == 0 else (1, "day")
    return f"every {unit}" if days == size else f"every {days // size} {unit}s"


def span(days: int) -> str:
    """Return a length of time in words: "6 weeks", "10 days"."""
    return counted(days // 7, "week") if days % 7 == 0 else counted(days, "day")


def since(day: date, today: date) -> str:
    """Return roughly when something in the past was: "this week", "3 weeks ago", "in August"."""
    days = (today - day).days
    if days < 7:
        return "this week"
    if days < 56:
        return "a week ago" if days < 14 else f"{days // 7} weeks ago"
    month = MONTHS[day.month - 1].title()
    return f"in {month}" if day.year == today.year else f"in {month} {day.year}"


def quoted(words: str, *, width: int = 60) -> str:
    """Return a member's words in quotation marks, in one line, without their full stop, cut where they are long."""
    whole = visible(" ".join(words.split()))
    line = cut(whole, width)
    if line == whole:
        return f"“{line.removesuffix('.')}”"
    shown = line.removesuffix("…")
    if not whole.removeprefix(shown).startswith(" ") and " " in shown:
        shown = shown.rsplit(" ", 1)[0]
    return f"“{shown.rstrip(_STOPS)}…”"
