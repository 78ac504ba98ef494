"""Days in plain words: what "next tuesday", "27 nov" and "first thursday of next month" mean.

Small on purpose: a word more or less is not understood rather than guessed. Kept apart from the hours (when.py).
"""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta

from msgspec import Struct

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The days of the week in full, Monday first."""

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
"""The months in full."""

JUST_GONE = 90
"""Days within which a date without a year may lie behind; a longer time ago, the coming one is meant."""

FILLING = frozenset({"on", "the", "at", "by", "of", "in", "and"})
"""Words that may be there or not."""

_DAY_NAMES = {short: index for index, name in enumerate(WEEKDAYS) for short in (name, name[:3])}
_DAY_NAMES |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_MONTH_NAMES = {short: index for index, name in enumerate(MONTHS, 1) for short in (name, name[:3])} | {"sept": 9}
_NEAR = {"day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "day after tomorrow": 2}
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_STEPS = {"this": 0, "next": 1, "last": -1}
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})?")
_YEAR = re.compile("[0-9]{4}")
_NUMBERED = re.compile(r"([0-9]{1,2})(st|nd|rd|th|\.)?")


class Today(Struct, frozen=True):
    """Where the words stand: the day and time at which they are said."""

    day: date
    """Which day it is."""
    clock: time
    """What time it is."""
    hour: time | None
    """The time that was said with the day; none where none was."""

    def plus(self, days: int) -> date:
        """Return the day so many days on; raise OverflowError where the calendar ends."""
        return self.day + timedelta(days=days)


def day_in_words(words: Sequence[str], today: Today) -> date | None:
    """Return the day that the words, in lower case, mean; none where they are not understood.

    Raises:
        ValueError: They are understood, and there is no such day.
        OverflowError: The day is outside the calendar.
    """
    told = [word for word in words if word not in FILLING]
    for read in _READERS:
        day = read(told, today)
        if day is not None:
            return day
    return None


def months_on(day: date, months: int) -> date:
    """Return the same day so many months on, or the last of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def count_of(word: str) -> int | None:
    """Return the number that a word means; none where it means none."""
    if re.fullmatch("[0-9]{1,6}", word):
        return int(word)
    return _COUNTS.index(word) + 1 if word in _COUNTS else 1 if word in ("a", "an") else None


def _near(told: list[str], today: Today) -> date | None:
    """Read "today" and the days around it; no day but an hour is today's."""
    if not told:
        return None if today.hour is None else today.day
    away = _NEAR.get(" ".join(told))
    return None if away is None else today.plus(away)


def _away(told: list[str], today: Today) -> date | None:
    """Read "in 2 weeks", "3 days ago", "2 weeks from now", "next month"; "in" is filling."""
    match told:
        case ["next" | "last" as step, unit]:
            return _moved(today, _STEPS[step], unit)
        case [number, unit, "ago"]:
            count = count_of(number)
            return None if count is None else _moved(today, -count, unit)
        case [number, unit] | [number, unit, "from", "now"]:
            count = count_of(number)
            return None if count is None else _moved(today, count, unit)
    return None


def _moved(today: Today, count: int, unit: str) -> date | None:
    match unit.removesuffix("s"):
        case "day":
            return today.plus(count)
        case "week":
            return today.plus(7 * count)
        case "fortnight":
            return today.plus(14 * count)
        case "month":
            return months_on(today.day, count)
        case "year":
            return months_on(today.day, 12 * count)
    return None


def _weekday(told: list[str], today: Today) -> date | None:
    """Read a weekday: the next such day, today while its time is still ahead; "next" and "last" are never today."""
    match told:
        case [name] | ["this" | "coming", name] if name in _DAY_NAMES:
            ahead = (_DAY_NAMES[name] - today.day.weekday()) % 7
            over = ahead == 0 and today.hour is not None and today.hour <= today.clock
            return today.plus(7 if over else ahead)
        case ["next", name] if name in _DAY_NAMES:
            return today.plus((_DAY_NAMES[name] - today.day.weekday() - 1) % 7 + 1)
        case ["last" | "past", name] if name in _DAY_NAMES:
            return today.plus(-((today.day.weekday() - _DAY_NAMES[name] - 1) % 7 + 1))
        case [name, "next", "week"] | ["next", "week", name] if name in _DAY_NAMES:
            return today.plus(7 - today.day.weekday() + _DAY_NAMES[name])
    return None


def _within_month(told: list[str], today: Today) -> date | None:
    """Read "first thursday of next month", "15th of this month", "end of november", "the 15th"."""
    match told:
        case [place, name, *rest] if place in _ORDINALS and name in _DAY_NAMES:
            first = _month(rest, today)
            return first and _nth(first, _ORDINALS[place], _DAY_NAMES[name])
        case ["end" | "start" | "beginning" as which, *rest]:
            return _edge(rest, today, end=which == "end")
        case [number] if re.fullmatch("[0-9]{1,2}(st|nd|rd|th)", number):
            return _coming_day(int(number[:-2]), today.day)
        case [number, step, "month"] if _NUMBERED.fullmatch(number) and step in _STEPS:
            return months_on(today.day.replace(day=1), _STEPS[step]).replace(day=_number(number))
    return None


def _month(told: list[str], today: Today) -> date | None:
    """Return the first day of the month that is meant: this, next, last one, or a named one, this or coming."""
    this = today.day.replace(day=1)
    match told:
        case ["month"]:
            return this
        case [step, "month"] if step in _STEPS:
            return months_on(this, _STEPS[step])
        case [name] if name in _MONTH_NAMES:
            return months_on(this, (_MONTH_NAMES[name] - this.month) % 12)
        case [name, year] if name in _MONTH_NAMES and _YEAR.fullmatch(year):
            return date(int(year), _MONTH_NAMES[name], 1)
    return None


def _nth(first: date, place: int, weekday: int) -> date:
    """Return the first, second … or, at -1, last such weekday of a month; raise ValueError where it has none."""
    if place > 0:
        return first.replace(day=(weekday - first.weekday()) % 7 + 7 * place - 6)
    last = _last_day(first)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _last_day(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def _edge(told: list[str], today: Today, *, end: bool) -> date | None:
    """Return the first or last day of a week, month or year."""
    match told:
        case ["week"] | ["this" | "next" | "last", "week"]:
            day = today.plus(7 * _STEPS.get(told[0], 0))
            return day + timedelta(days=(6 if end else 0) - day.weekday())
        case ["year"] | ["this" | "next" | "last", "year"]:
            first = months_on(today.day.replace(month=1, day=1), 12 * _STEPS.get(told[0], 0))
            return first.replace(month=12, day=31) if end else first
    month = _month(told, today)
    return month and (_last_day(month) if end else month)


def _coming_day(number: int, today: date) -> date:
    """Return the next day with this number in its month, today counted."""
    if not 1 <= number <= 31:
        raise ValueError
    month = today.replace(day=1)
    while monthrange(month.year, month.month)[1] < number or month.replace(day=number) < today:
        month = months_on(month, 1)
    return month.replace(day=number)


def _dated(told: list[str], today: Today) -> date | None:
    """Read a date, with or without its weekday and its year: 2026-11-27, 27.11.2026, 27 nov, nov 27 2027."""
    weekday = _DAY_NAMES.get(told[0]) if told else None
    parts = _parts(told if weekday is None else told[1:])
    if parts is None:
        return None
    number, month, year = parts
    day = _without_year(number, month, weekday, today.day) if year is None else date(year, month, number)
    if weekday is not None and day.weekday() != weekday:
        raise ValueError
    return day


def _parts(told: list[str]) -> tuple[int, int, int | None] | None:
    """Return day, month and year as they were said; none for a year that was not."""
    match told:
        case [word] if found := _ISO.fullmatch(word):
            return int(found[3]), int(found[2]), int(found[1])
        case [word] if found := _DOTTED.fullmatch(word):
            return int(found[1]), int(found[2]), int(found[3]) if found[3] else None
        case [first, second, *rest] if first in _MONTH_NAMES or second in _MONTH_NAMES:
            number, name = (second, first) if first in _MONTH_NAMES else (first, second)
            return _spoken_date(number, name, rest)
    return None


def _spoken_date(number: str, name: str, rest: list[str]) -> tuple[int, int, int | None] | None:
    if not _NUMBERED.fullmatch(number) or len(rest) > 1 or not all(map(_YEAR.fullmatch, rest)):
        return None
    return _number(number), _MONTH_NAMES[name], int(rest[0]) if rest else None


def _number(word: str) -> int:
    return int(re.sub("[^0-9]", "", word))


def _without_year(number: int, month: int, weekday: int | None, today: date) -> date:
    """Return the coming such day, or the past one if it is only just gone; with its weekday also this year's."""
    date(2000, month, number)
    years = range(max(today.year - 1, 1), min(today.year + 9, 10000))
    days = [date(year, month, number) for year in years if number <= monthrange(year, month)[1]]
    likely = [day for day in days if (today - day).days <= JUST_GONE]
    if weekday is not None:
        likely = [day for day in (*likely[:1], *days) if day.weekday() == weekday and _is_near(day, today, likely)]
    if not likely:
        raise ValueError
    return likely[0]


def _is_near(day: date, today: date, likely: list[date]) -> bool:
    return day.year == today.year or day in likely[:1]


_READERS: tuple[Callable[[list[str], Today], date | None], ...] = (_near, _away, _weekday, _within_month, _dated)
