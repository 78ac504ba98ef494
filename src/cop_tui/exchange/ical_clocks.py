"""VTIMEZONE out: when the clock of an IANA zone changes, as RFC 5545 wants it.

Written here and not by the icalendar library, whose onsets in spring come an hour late (7.3): RFC 5545 counts an onset
on the clock as it was before.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import msgspec

if TYPE_CHECKING:
    from icalendar import Calendar, Timezone

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Between them times are written on the clock of their zone; outside, where nobody knows the rules, in UTC."""

_STEP = timedelta(days=7)
_EXACT = timedelta(seconds=1)


class _Onset(msgspec.Struct, frozen=True):
    """From when on a clock has which offset."""

    wall: datetime
    """On the clock as it was before."""
    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool


def add_clocks(calendar: "Calendar", parts: Iterable[Any], *, ahead: int = 0) -> None:
    """Add to a calendar the clocks on which the times of components are, for the years of these times.

    Args:
        calendar: The calendar; the components come after this.
        parts: The components.
        ahead: For how many years more, where something goes on.
    """
    years: dict[str, list[int]] = {}
    for part in parts:
        for value in (part[name] for name in ("DTSTART", "DTEND", "DUE") if name in part):
            moment = value.dt
            if "TZID" in value.params and isinstance(moment, datetime) and isinstance(moment.tzinfo, ZoneInfo):
                years.setdefault(moment.tzinfo.key, []).append(min(max(moment.year, FIRST_YEAR), LAST_YEAR))
    for zone, used in sorted(years.items()):
        calendar.add_component(timezone_of(zone, min(used), max(used) + ahead))


def timezone_of(name: str, first: int, last: int) -> "Timezone":
    """Return the VTIMEZONE of an IANA zone that is right from the beginning of year `first` to the end of `last`."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", name)
    for onsets in _alike(name, first, last):
        one = onsets[0]
        part = TimezoneDaylight() if one.is_daylight else TimezoneStandard()
        part.add("dtstart", one.wall)
        if onsets[1:]:
            part.add("rdate", [other.wall for other in onsets[1:]])
        part.add("tzoffsetfrom", one.before)
        part.add("tzoffsetto", one.after)
        part.add("tzname", one.name)
        zone.add_component(part)
    return zone


@lru_cache(maxsize=64)
def _alike(name: str, first: int, last: int) -> tuple[tuple[_Onset, ...], ...]:
    """Return the onsets of some years, those together that differ in their moment only."""
    found: dict[tuple[object, ...], list[_Onset]] = {}
    for one in _onsets(ZoneInfo(name), datetime(first, 1, 1, tzinfo=UTC) - _STEP, datetime(last + 1, 1, 2, tzinfo=UTC)):
        found.setdefault((one.before, one.after, one.name, one.is_daylight), []).append(one)
    return tuple(tuple(onsets) for onsets in found.values())


def _onsets(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[_Onset]:
    """Go through the changes of a clock; the first one stands for what it was at the start."""
    yield _onset(zone, start, _state(zone, start)[0])
    moment = start
    while moment < end:
        later = moment + _STEP
        if _state(zone, moment) != _state(zone, later):
            yield _onset(zone, _change(zone, moment, later), _state(zone, moment)[0])
        moment = later


def _change(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """Return the first moment at which a clock is no longer as it was at `low`."""
    before = _state(zone, low)
    while high - low > _EXACT:
        middle = low + (high - low) // 2
        low, high = (middle, high) if _state(zone, middle) == before else (low, middle)
    return high.replace(microsecond=0)


def _state(zone: ZoneInfo, moment: datetime) -> tuple[timedelta, str, bool]:
    local = moment.astimezone(zone)
    return local.utcoffset() or timedelta(0), local.tzname() or "", bool(local.dst())


def _onset(zone: ZoneInfo, moment: datetime, before: timedelta) -> _Onset:
    after, name, is_daylight = _state(zone, moment)
    return _Onset((moment + before).replace(tzinfo=None), before, after, name, is_daylight)
