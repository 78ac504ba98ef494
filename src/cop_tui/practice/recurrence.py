"""Recurrence rules (RFC 5545, 3.3.10) on a wall clock: which moments of a span a rule names.

dateutil knows which. Here is what keeps its work small, whoever wrote the rule: it goes on to the year 9999 where a
rule names nothing, so what can't be is refused, it begins near the span, and it looks at the last years that it knows.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import MAXYEAR, datetime, timedelta
from functools import lru_cache
from itertools import dropwhile, islice, takewhile
from math import prod

import msgspec

from cop_tui.domain.errors import Refused

AGE = timedelta(days=146_097)
"""400 years: after them the calendar repeats itself, with its weekdays. No more is looked at in one go."""
MOST = 20_000
"""How far a COUNT is counted."""
MOST_TIMES = 24
"""How many times a day a rule may name."""
LONGEST = 500
"""How many letters a rule may have; those that people write have fewer than a hundred."""

_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WHOLE = re.compile(r"[+-]?[0-9]{1,11}")
_DAY_PARTS = ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO")
_FOREIGN = {"YEARLY": (), "MONTHLY": _DAY_PARTS[2:], "WEEKLY": _DAY_PARTS[1:], "DAILY": _DAY_PARTS[2:]}
_BOUNDS = {"BYMONTH": (1, 12), "BYMONTHDAY": (-31, 31), "BYYEARDAY": (-366, 366), "BYWEEKNO": (-53, 53)}
_BOUNDS |= {"BYSETPOS": (-366, 366), "BYHOUR": (0, 23), "BYMINUTE": (0, 59), "BYSECOND": (0, 59)}
_DAYS_IN = {"YEARLY": 366, "MONTHLY": 31, "WEEKLY": 7, "DAILY": 1}
_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One RRULE, read."""

    frequency: str
    """YEARLY, MONTHLY, WEEKLY or DAILY."""
    interval: int = 1
    """Every so many of them."""
    count: int | None = None
    """How many times in all."""
    until: datetime | None = None
    """The last moment that it may name, on the wall clock."""
    week_start: int = 0
    """The weekday on which a week begins; Monday is 0."""
    by: dict[str, str] = {}
    """Its BY parts."""

    def moments(self, first: datetime, after: datetime, before: datetime) -> Iterator[datetime]:
        """Go through the moments in `after <= moment < before` of a series that begins with `first`; all naive."""
        seek = first if self.count is not None else max(first, after)
        before = min(before, seek + AGE) if seek.year < MAXYEAR - 400 else before
        last = min(before, self.until or before)
        if seek > last:
            return
        found: Iterator[datetime] = dropwhile(first.__gt__, self._named(first, seek, before))
        if self.count is not None:
            found = islice(found, min(self.count, MOST))
        for moment in takewhile(last.__ge__, found):
            if after <= moment < before:
                yield moment

    def _named(self, first: datetime, seek: datetime, before: datetime) -> Iterator[datetime]:
        """Go through what it names from the period of `seek` on; reckoned as late as the calendar is the same."""
        from dateutil.rrule import rrulestr

        later = (MAXYEAR - before.year) // 400 * AGE
        parts = {"FREQ": self.frequency, "INTERVAL": self.interval, "WKST": _WEEK[self.week_start]}
        text = ";".join(f"{name}={value}" for name, value in (parts | self._left_open(first) | self.by).items())
        with suppress(ValueError, OverflowError):  # a week that goes on after the year 9999
            yield from (moment - later for moment in rrulestr(text, dtstart=self._begin(first, seek) + later))

    def _left_open(self, first: datetime) -> dict[str, str]:
        """Return the parts for which the first day of the series stands, where the rule does not name days itself."""
        if any(name in self.by for name in _DAY_PARTS):
            return {}
        match self.frequency:
            case "YEARLY":
                return {"BYMONTH": str(first.month), "BYMONTHDAY": str(first.day)}
            case "MONTHLY":
                return {"BYMONTHDAY": str(first.day)}
            case "WEEKLY":
                return {"BYDAY": _WEEK[first.weekday()]}
            case _:
                return {}

    def _begin(self, first: datetime, seek: datetime) -> datetime:
        """Return the first day of the period that holds `seek`, a whole number of intervals on from that of `first`."""
        if self.frequency == "YEARLY":
            years = (seek.year - first.year) // self.interval * self.interval
            return first.replace(year=first.year + years, month=1, day=1)
        if self.frequency == "MONTHLY":
            month = first.year * 12 + first.month - 1
            month += (seek.year * 12 + seek.month - 1 - month) // self.interval * self.interval
            return first.replace(year=month // 12, month=month % 12 + 1, day=1)
        weekly = self.frequency == "WEEKLY"
        begin = first - timedelta(days=(first.weekday() - self.week_start) % 7 if weekly else 0)
        step = timedelta(days=(7 if weekly else 1) * self.interval)
        return begin + (seek - begin) // step * step


@lru_cache(maxsize=1024)
def rule_of(text: str) -> Rule:
    """Read the value of an RRULE.

    Raises:
        Refused: it is not a rule, it can name nothing, or it names moments more often than the hours of a day.
    """
    if len(text) > LONGEST:
        raise Refused("the rule is longer than any that somebody means")
    pairs = (part.partition("=") for part in text.upper().replace(" ", "").split(";"))
    parts = {name: value for name, _, value in pairs if value}
    frequency = parts.get("FREQ", "")
    if frequency in ("SECONDLY", "MINUTELY", "HOURLY"):
        raise Refused(f"the rule repeats more often than daily ({frequency.lower()})")
    if frequency not in _FOREIGN:
        raise Refused("the rule does not say how often")
    for name in _FOREIGN[frequency]:
        if name in parts:
            raise Refused(f"the rule is {frequency.lower()} and names days by {name}, which does not go together")
    by = {name: _numbers(name, parts[name]) for name in _BOUNDS if name in parts}
    _check(frequency, by)
    days = {"BYDAY": _days(parts["BYDAY"], frequency, by)} if "BYDAY" in parts else {}
    return Rule(
        frequency=frequency,
        interval=_whole("INTERVAL", parts.get("INTERVAL", "1"), 1, 10_000),
        count=_whole("COUNT", parts["COUNT"], 0, 10**9) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        week_start=_weekday(parts.get("WKST", "MO")),
        by={name: ",".join(map(str, numbers)) for name, numbers in by.items()} | days,
    )


def wall(text: str) -> datetime:
    """Read a moment as recurrence lines write it, `20261124T180000` or `20261124`; a Z is passed over.

    Raises:
        ValueError: it is none.
    """
    plain = text.strip().upper().removesuffix("Z")
    return datetime.strptime(plain, "%Y%m%dT%H%M%S" if "T" in plain else "%Y%m%d")  # noqa: DTZ007 - a wall clock


def _check(frequency: str, by: dict[str, list[int]]) -> None:
    """Refuse what names too much, or nothing: a day that none of its months has, a place that no period has."""
    times = prod(len(by.get(name, (0,))) for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    if times > MOST_TIMES:
        raise Refused("the rule repeats more often than hourly")
    longest = max(_MONTHS[month - 1] for month in by.get("BYMONTH", (1,)))
    if min(map(abs, by.get("BYMONTHDAY", (1,)))) > longest:
        raise Refused("the rule names a day that its months don't have")
    if min(map(abs, by.get("BYSETPOS", (1,)))) > times * _DAYS_IN[frequency]:
        raise Refused("the rule names a place beyond the last")


def _days(text: str, frequency: str, by: dict[str, list[int]]) -> str:
    """Return BYDAY as dateutil takes it: either all weekdays with their number, or none."""
    nth_counts = frequency in ("YEARLY", "MONTHLY")
    most = 5 if frequency == "MONTHLY" or "BYMONTH" in by else 53
    words = [(word[:-2], _WEEK[_weekday(word[-2:])]) for word in text.split(",")]
    named = [(_whole("BYDAY", number, -most, most) if number else 0, day) for number, day in words]
    if not nth_counts or not any(number for number, _ in named):
        return ",".join(day for _, day in named)
    each = [(range(1, most + 1) if number == 0 else (number,), day) for number, day in named]
    return ",".join(f"{number}{day}" for numbers, day in each for number in numbers)


def _weekday(word: str) -> int:
    if word not in _WEEK:
        raise Refused(f"the rule names a weekday that is none: {word[:40]}")
    return _WEEK.index(word)


def _numbers(name: str, text: str) -> list[int]:
    return sorted({_whole(name, one, *_BOUNDS[name]) for one in text.split(",")})


def _whole(name: str, text: str, least: int, most: int) -> int:
    if not _WHOLE.fullmatch(text) or not least <= int(text) <= most or (least < 0 and int(text) == 0):
        raise Refused(f"{name} of the rule is not a number that can be: {text[:40]}")
    return int(text)


def _until(text: str) -> datetime:
    try:
        moment = wall(text)
    except ValueError:
        raise Refused(f"the rule ends on a day that is none: {text[:40]}") from None
    return moment if "T" in text else moment + timedelta(days=1, seconds=-1)
