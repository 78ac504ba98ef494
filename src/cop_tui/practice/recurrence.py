"""Recurrence rules (RFC 5545, 3.3.10) on a wall clock: which moments of a span a rule names.

Written for bounded work: only the periods between two moments are looked at, never those up to the end of time, so a
rule that names nothing, or that somebody wrote to harm, costs no more than its span.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import product

import msgspec

from cop_tui.domain.errors import Refused

MOST_PERIODS = 20_000
"""How many periods are looked at in one go; 54 years of days."""
MOST_TIMES = 24
"""How many times a day a rule may name."""

_WHOLE = re.compile(r"[+-]?[0-9]{1,11}")
_DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_LIMITS = {
    "BYMONTH": 12,
    "BYMONTHDAY": 31,
    "BYYEARDAY": 366,
    "BYWEEKNO": 53,
    "BYSETPOS": 366,
    "BYHOUR": 23,
    "BYMINUTE": 59,
    "BYSECOND": 59,
}
_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")


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
    weekdays: tuple[tuple[int, int], ...] = ()
    """BYDAY: (which one of the month or year, or 0 for each; weekday)."""
    by: dict[str, tuple[int, ...]] = {}
    """The other BY parts."""

    def moments(self, first: datetime, after: datetime, before: datetime) -> Iterator[datetime]:
        """Go through the moments in `after <= moment < before` of a series that begins with `first`; all naive."""
        left = self.count
        seek = first if left is not None else max(first, after)
        names = _test(self, first.month, first.day, first.weekday())
        times = self._times(first)
        for number, (begin, end) in enumerate(self._periods(first.date(), seek.date())):
            if number >= MOST_PERIODS or begin > before.date():
                return
            for moment in self._within(names, begin, end, times):
                if moment < first:
                    continue
                if self.until is not None and moment > self.until:
                    return
                if left is not None:
                    if left <= 0:
                        return
                    left -= 1
                if after <= moment < before:
                    yield moment

    def _times(self, first: datetime) -> tuple[time, ...]:
        hours, minutes, seconds = (
            sorted(set(self.by.get(part, (own,))))
            for part, own in (("BYHOUR", first.hour), ("BYMINUTE", first.minute), ("BYSECOND", first.second))
        )
        return tuple(time(*one) for one in product(hours, minutes, seconds))

    def _within(self, names: "_Test", begin: date, end: date, times: tuple[time, ...]) -> list[datetime]:
        days = (date.fromordinal(one) for one in range(begin.toordinal(), end.toordinal()))
        found = [datetime.combine(day, one) for day in days if names(day) for one in times]
        places = self.by.get("BYSETPOS")
        if not places:
            return found
        picked = {place - 1 if place > 0 else len(found) + place for place in places}
        return [moment for place, moment in enumerate(found) if place in picked]

    def _periods(self, first: date, seek: date) -> Iterator[tuple[date, date]]:
        """Go through the rule's periods (first day, day after the last), from the one that may hold `seek` on."""
        match self.frequency:
            case "YEARLY":
                year = first.year + (seek.year - first.year) // self.interval * self.interval
                while year < date.max.year:
                    yield date(year, 1, 1), date(year + 1, 1, 1)
                    year += self.interval
            case "MONTHLY":
                start = first.year * 12 + first.month - 1
                month = start + (seek.year * 12 + seek.month - 1 - start) // self.interval * self.interval
                while month // 12 < date.max.year:
                    yield date(month // 12, month % 12 + 1, 1), date((month + 1) // 12, (month + 1) % 12 + 1, 1)
                    month += self.interval
            case _:
                yield from self._spans(first, seek)

    def _spans(self, first: date, seek: date) -> Iterator[tuple[date, date]]:
        weekly = self.frequency == "WEEKLY"
        length = 7 if weekly else 1
        back = (first.weekday() - self.week_start) % 7 if weekly else 0
        start = first.toordinal() - back
        step = length * self.interval
        start += max(0, seek.toordinal() - start) // step * step
        while 0 < start < date.max.toordinal() - length:
            yield date.fromordinal(start), date.fromordinal(start + length)
            start += step


class _Test(msgspec.Struct, frozen=True):
    """Whether a rule names a day; called for each day of a period."""

    months: frozenset[int]
    month_days: frozenset[int]
    year_days: frozenset[int]
    weeks: frozenset[int]
    weekdays: frozenset[int]
    nth: frozenset[tuple[int, int]]
    nth_in_year: bool
    week_start: int

    def __call__(self, day: date) -> bool:
        return (
            (not self.months or day.month in self.months)
            and (not (self.weekdays or self.nth) or self._is_weekday(day))
            and (not self.month_days or self._is_month_day(day))
            and (not self.year_days or self._is_year_day(day))
            and (not self.weeks or self._is_week(day))
        )

    def _is_weekday(self, day: date) -> bool:
        weekday = day.weekday()
        if weekday in self.weekdays:
            return True
        if not self.nth:
            return False
        place, length = (_year_day(day), _year_length(day.year)) if self.nth_in_year else (day.day, _month_length(day))
        forward, backward = (place - 1) // 7 + 1, -((length - place) // 7 + 1)
        return (forward, weekday) in self.nth or (backward, weekday) in self.nth

    def _is_month_day(self, day: date) -> bool:
        return day.day in self.month_days or day.day - _month_length(day) - 1 in self.month_days

    def _is_year_day(self, day: date) -> bool:
        place = _year_day(day)
        return place in self.year_days or place - _year_length(day.year) - 1 in self.year_days

    def _is_week(self, day: date) -> bool:
        year, week = _week(day, self.week_start)
        _, last = _week(date(year, 12, 28), self.week_start)
        return week in self.weeks or week - last - 1 in self.weeks


@lru_cache(maxsize=1024)
def rule_of(text: str) -> Rule:
    """Read the value of an RRULE.

    Raises:
        Refused: it is not a rule, or it names moments more often than the hours of a day.
    """
    parts = _parts(text)
    frequency = parts.pop("FREQ", "")
    if frequency in ("SECONDLY", "MINUTELY", "HOURLY"):
        raise Refused(f"the rule repeats more often than daily ({frequency.lower()})")
    if frequency not in _FREQUENCIES:
        raise Refused("the rule does not say how often")
    by = {name: _numbers(name, parts[name]) for name in _LIMITS if name in parts}
    times = len(by.get("BYHOUR", (0,))) * len(by.get("BYMINUTE", (0,))) * len(by.get("BYSECOND", (0,)))
    if times > MOST_TIMES:
        raise Refused("the rule repeats more often than hourly")
    return Rule(
        frequency=frequency,
        interval=_whole("INTERVAL", parts.get("INTERVAL", "1"), 1, 10_000),
        count=_whole("COUNT", parts["COUNT"], 0, 10**9) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        week_start=_weekday(parts.get("WKST", "MO"))[1],
        weekdays=tuple(_weekday(word) for word in parts["BYDAY"].split(",")) if parts.get("BYDAY") else (),
        by=by,
    )


def wall(text: str) -> datetime:
    """Read a moment as recurrence lines write it, `20261124T180000` or `20261124`; a Z is passed over.

    Raises:
        ValueError: it is none.
    """
    plain = text.strip().upper().removesuffix("Z")
    return datetime.strptime(plain, "%Y%m%dT%H%M%S" if "T" in plain else "%Y%m%d")  # noqa: DTZ007 - a wall clock


def _test(rule: Rule, month: int, day: int, weekday: int) -> _Test:
    """Return the test of a rule whose series begins on this day: what it leaves open, the first day fills in."""
    by = {name: frozenset(rule.by.get(name, ())) for name in ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO")}
    yearly, nth_counts = rule.frequency == "YEARLY", rule.frequency in ("YEARLY", "MONTHLY")
    weekdays = frozenset(one for n, one in rule.weekdays if not n or not nth_counts)
    nth = frozenset((n, one) for n, one in rule.weekdays if n and nth_counts)
    if not (rule.weekdays or by["BYMONTHDAY"] or by["BYYEARDAY"] or by["BYWEEKNO"]):
        if nth_counts:
            by["BYMONTHDAY"] = frozenset((day,))
            by["BYMONTH"] = by["BYMONTH"] or (frozenset((month,)) if yearly else frozenset())
        elif rule.frequency == "WEEKLY":
            weekdays = frozenset((weekday,))
    return _Test(
        by["BYMONTH"],
        by["BYMONTHDAY"],
        by["BYYEARDAY"],
        by["BYWEEKNO"],
        weekdays,
        nth,
        yearly and not by["BYMONTH"],
        rule.week_start,
    )


def _parts(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.upper().replace(" ", "").strip(";").split(";"))
    return {name: value for name, _, value in pairs if value}


def _whole(name: str, text: str, least: int, most: int) -> int:
    if not _WHOLE.fullmatch(text) or not least <= int(text) <= most:
        raise Refused(f"{name} of the rule is not a number that can be: {text[:40]}")
    return int(text)


def _numbers(name: str, text: str) -> tuple[int, ...]:
    most = _LIMITS[name]
    least = 0 if name in ("BYHOUR", "BYMINUTE", "BYSECOND") else 1 if name == "BYMONTH" else -most
    numbers = tuple(_whole(name, one, least, most) for one in text.split(","))
    if least < 0 and 0 in numbers:
        raise Refused(f"{name} of the rule counts from 1")
    return numbers


def _weekday(word: str) -> tuple[int, int]:
    number, day = word[:-2], word[-2:]
    if day not in _DAYS:
        raise Refused(f"the rule names a weekday that is none: {word[:40]}")
    return (_whole("BYDAY", number, -53, 53) if number else 0), _DAYS[day]


def _until(text: str) -> datetime:
    try:
        moment = wall(text)
    except ValueError:
        raise Refused(f"the rule ends on a day that is none: {text[:40]}") from None
    return moment if "T" in text else moment + timedelta(days=1, seconds=-1)


def _year_day(day: date) -> int:
    return day.toordinal() - date(day.year, 1, 1).toordinal() + 1


def _year_length(year: int) -> int:
    return date(year, 12, 31).timetuple().tm_yday


def _month_length(day: date) -> int:
    return 31 if day.month == 12 else (date(day.year, day.month + 1, 1) - timedelta(days=1)).day


def _week(day: date, week_start: int) -> tuple[int, int]:
    """Return the year and number of the week that a day is in, for weeks that begin on this weekday."""
    middle = day - timedelta(days=(day.weekday() - week_start) % 7) + timedelta(days=3)
    return middle.year, (_year_day(middle) - 1) // 7 + 1
