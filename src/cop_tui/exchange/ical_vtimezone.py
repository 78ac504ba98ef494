"""The rules that a VTIMEZONE gives, and which IANA zone keeps the same hours.

Looked at only where the name of a zone tells nothing.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache

import msgspec

from cop_tui.domain.errors import Refused
from cop_tui.domain.moment import zone_named
from cop_tui.exchange.ical_lines import Component
from cop_tui.practice.recurrence import Rule, rule_of, wall

_OFFSET = re.compile(r"^([+-])(\d\d)(\d\d)(\d\d)?$")
_WEEKS = 52
_NAMES = (
    "UTC Europe/Berlin Europe/London Europe/Athens America/New_York America/Chicago America/Denver "
    "America/Los_Angeles America/Anchorage America/Halifax America/St_Johns America/Santiago America/Asuncion "
    "America/Havana Atlantic/Azores Africa/Casablanca Africa/Cairo Asia/Jerusalem Asia/Beirut Asia/Tehran Asia/Kabul "
    "Asia/Kolkata Asia/Kathmandu Asia/Yangon Australia/Sydney Australia/Adelaide Australia/Darwin "
    "Australia/Lord_Howe Australia/Eucla Pacific/Auckland Pacific/Chatham Pacific/Marquesas Pacific/Norfolk"
)
_PLACES = _NAMES.split()
_FIXED = [f"Etc/GMT{hours:+d}" for hours in range(-14, 13) if hours]


class Observance(msgspec.Struct, frozen=True):
    """One STANDARD or DAYLIGHT part: from when on, and again when, the clock has which offset."""

    first: datetime
    """Its first onset, on the wall clock."""
    offset: timedelta
    """What the clock shows beside UTC from then on."""
    rule: Rule | None
    """When it sets in again."""
    more: tuple[datetime, ...]
    """Further onsets."""

    def last_onset(self, moment: datetime) -> datetime | None:
        """Return when it last set in, up to a moment of the wall clock."""
        onsets = [one for one in (self.first, *self.more) if one <= moment]
        if self.rule is not None and self.first <= moment:
            onsets += self.rule.moments(self.first, moment - timedelta(days=800), moment)
        return max(onsets, default=None)


class Clock(msgspec.Struct, frozen=True):
    """What a VTIMEZONE says about a clock."""

    observances: tuple[Observance, ...]
    """Its parts; at least one."""

    def offset_at(self, moment: datetime) -> timedelta:
        """Return the offset at a moment of the wall clock; before all onsets, that of the first."""
        onsets = [(onset, one.offset) for one in self.observances if (onset := one.last_onset(moment)) is not None]
        if onsets:
            return max(onsets)[1]
        return min(self.observances, key=lambda one: one.first).offset

    def year(self, year: int) -> tuple[timedelta, ...]:
        """Return its offsets week by week through a year."""
        return tuple(self.offset_at(moment) for moment in _weeks(year))

    def allows(self, zone: tzinfo, year: int) -> bool:
        """Tell whether all offsets that a zone has in this year are among those of the clock."""
        return {one.offset for one in self.observances} >= {zone.utcoffset(moment) for moment in _weeks(year)}


def clock_of(component: Component) -> Clock | None:
    """Read a VTIMEZONE; a part with an impossible offset or onset is passed over; none if no part is left."""
    parts = tuple(part for child in component.children if (part := _observance(child)) is not None)
    return Clock(parts) if parts else None


def matching(clock: Clock, year: int) -> str:
    """Return the name of a zone that keeps the hours of a clock in this year; empty where none does."""
    offsets = clock.year(year)
    return next((name for name in (*_PLACES, *_FIXED) if _year_of(name, year) == offsets), "")


def _observance(part: Component) -> Observance | None:
    start, offset = part.first("DTSTART"), part.first("TZOFFSETTO")
    found = _OFFSET.match(offset.value.strip()) if offset else None
    if start is None or found is None or int(found[2]) > 23 or int(found[3]) > 59:
        return None
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
    try:
        first = wall(start.value)
    except ValueError:
        return None
    return Observance(first, -ahead if found[1] == "-" else ahead, _rule(part), tuple(_more(part)))


def _rule(part: Component) -> Rule | None:
    line = part.first("RRULE")
    try:
        return rule_of(line.value) if line else None
    except Refused:
        return None


def _more(part: Component) -> Iterator[datetime]:
    for line in part.lines(frozenset(("RDATE",))):
        for word in line.value.split(","):
            try:
                yield wall(word)
            except ValueError:
                continue


def _weeks(year: int) -> Iterator[datetime]:
    start = datetime(year, 1, 4, 12)  # noqa: DTZ001 - a wall clock
    return (start + timedelta(weeks=week) for week in range(_WEEKS))


@lru_cache(maxsize=256)
def _year_of(name: str, year: int) -> tuple[timedelta | None, ...]:
    info = zone_named(name)
    return tuple(info.utcoffset(moment) for moment in _weeks(year)) if info else ()
