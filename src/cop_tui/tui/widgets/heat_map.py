"""The heat map: 26 weeks of days, drawn in five sizes of mark, so that it reads without colour too."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

from textual.content import Content

from cop_tui.domain.check_in import DayKind
from cop_tui.practice.rhythm import Day
from cop_tui.practice.words import MONTHS as NAMES_OF_MONTHS
from cop_tui.tui.markup import Piece, line, lines
from cop_tui.tui.tones import ALIVE, FAINT, LINE

MARKS = ("·", "▁", "▂", "▄", "▆")
"""The mark of a day, from nothing to a full one."""
STEPS = (1, 2, 4, 7)
"""How many things done a day it takes for each of the larger marks."""
SPOKEN_FOR = "–"
"""The mark of a day that the member skipped or paused, saying so."""
NAMES = ("Mon", "", "Wed", "", "Fri", "", "Sun")
"""The days of the week that have their name beside them."""
LABEL = 4
"""Cells of those names."""


def heat_map(days: Sequence[Day], today: date) -> Content:
    """Return the map: a line of months, then a line for each day of the week."""
    weeks = [days[start : start + 7] for start in range(0, len(days), 7)]
    rows = (_row(weekday, weeks, today) for weekday in range(7))
    return lines(_months(weeks), *rows)


def size(count: int) -> int:
    """Return which of the five marks a day gets."""
    return sum(count >= step for step in STEPS)


def _row(weekday: int, weeks: Sequence[Sequence[Day]], today: date) -> Content:
    marks = (mark(week[weekday], today) for week in weeks)
    runs = [("".join(f"{mark} " for mark, _ in run), tone) for tone, run in groupby(marks, key=itemgetter(1))]
    return line((NAMES[weekday].ljust(LABEL), FAINT), *runs).rstrip()


def mark(day: Day, today: date) -> Piece:
    """Return the mark of one day; a blank for one that is still to come."""
    if day.day > today:
        return " ", ""
    if not day.count and day.kind in (DayKind.SKIPPED, DayKind.PAUSED):
        return SPOKEN_FOR, FAINT
    which = size(day.count)
    return MARKS[which], ALIVE if which else LINE


def _months(weeks: Sequence[Sequence[Day]]) -> Content:
    """Return the names of months, each over the week in which it begins."""
    words = " " * LABEL
    for number, week in enumerate(weeks):
        begins = week[-1].day.day <= 7
        at = LABEL + 2 * number
        if begins and len(words) <= at and at + 3 <= LABEL + 2 * len(weeks):
            words = f"{words.ljust(at)}{NAMES_OF_MONTHS[week[-1].day.month - 1]} "
    return line((words.rstrip(), FAINT))
