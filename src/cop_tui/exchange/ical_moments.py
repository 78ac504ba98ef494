"""Dates and times of calendar files, as the records keep them."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal

import msgspec

from cop_tui.domain.moment import whole_day
from cop_tui.exchange.ical_lines import Line
from cop_tui.exchange.ical_zones import Zone, Zones

_MOMENT = re.compile(r"^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?([Zz])?)?$")
_DURATION = re.compile(
    r"^([+-])?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$", re.IGNORECASE
)
_YEARS = range(1000, 9001)


class Moment(msgspec.Struct, frozen=True):
    """A date or time, understood."""

    at: datetime
    """When, with the offset of its zone; midnight UTC of its day where it is a day without hours."""
    wall: datetime
    """What the clock of its zone shows, naive."""
    kind: Literal["day", "floating", "utc", "zoned"]
    """How it was written."""
    zone: Zone | None
    """Its zone; none for a day."""

    @property
    def all_day(self) -> bool:
        """Whether it is a day without hours."""
        return self.kind == "day"


def moment_of(line: Line, zones: Zones) -> Moment:
    """Read a date or time property.

    Raises:
        ValueError: it is no date or time.
    """
    tzid, value = placed(line)
    return moment_from(value.partition("/")[0], tzid, zones)


def placed(line: Line) -> tuple[str, str]:
    """Return the TZID and the value of a date line, also where a TZID with a colon in it stands without quotes."""
    tzid, value = line.params.get("TZID", ""), line.value
    if tzid and ":" in value and not _MOMENT.match(value.partition(",")[0].strip()):
        rest, _, value = value.rpartition(":")
        tzid = f"{tzid}:{rest}"
    return tzid, value


def moment_from(word: str, tzid: str, zones: Zones) -> Moment:
    """Read one date or time, with the TZID that it stands under.

    A time in UTC is shown in the zone that the calendar calls its own, if it does; a floating one is on the member's
    clock.

    Raises:
        ValueError: it is no date or time.
    """
    found = _MOMENT.match(word.strip())
    if found is None:
        raise ValueError(f"“{word.strip()[:40]}” is no date")
    year, month, day = int(found[1]), int(found[2]), int(found[3])
    if year not in _YEARS:
        raise ValueError(f"the year {year} is out of reach")
    if found[4] is None:
        return day_of(date(year, month, day))
    second = min(int(found[6] or 0), 59)
    shown = datetime(year, month, day, int(found[4]), int(found[5]), second)  # noqa: DTZ001 - a wall clock
    if found[7]:
        return _in_utc(shown, zones)
    return on_clock(shown, zones.of(tzid) if tzid else zones.own, "zoned" if tzid else "floating")


def day_of(day: date) -> Moment:
    """Return a day without hours."""
    at = whole_day(day)
    return Moment(at, at.replace(tzinfo=None), "day", None)


def on_clock(shown: datetime, zone: Zone, kind: Literal["floating", "utc", "zoned"] = "zoned") -> Moment:
    """Return what a zone's clock shows as a moment; an hour that the clock leaps over is moved on."""
    at = _settled(shown.replace(tzinfo=zone.info).astimezone(UTC), zone)
    return Moment(at, at.replace(tzinfo=None), kind, zone)


def later(moment: Moment, by: timedelta) -> Moment:
    """Return a moment some time after another: hours by the clock that runs, days by the calendar."""
    if moment.zone is None:
        return day_of((moment.wall + by).date())
    days = timedelta(days=by.days)
    shown = on_clock(moment.wall + days, moment.zone, "zoned")
    at = _settled(shown.at + (by - days), moment.zone)
    return Moment(at, at.replace(tzinfo=None), moment.kind, moment.zone)


def duration_of(text: str) -> timedelta:
    """Read a DURATION.

    Raises:
        ValueError: it is none, or one that goes back.
    """
    found = _DURATION.match(text.strip())
    if found is None or found[1] == "-" or not any(found.groups()[1:]):
        raise ValueError(f"“{text.strip()[:40]}” is no duration")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    if length > timedelta(days=3660):
        raise ValueError("it lasts longer than ten years")
    return length


def _in_utc(shown: datetime, zones: Zones) -> Moment:
    zone = zones.default or Zone("UTC", UTC)
    at = _settled(shown.replace(tzinfo=UTC), zone)
    return Moment(at, at.replace(tzinfo=None), "utc", zone)


def _settled(at: datetime, zone: Zone) -> datetime:
    """Return a moment with the bare offset that its zone has then, in whole minutes as the notebook keeps it."""
    shown = at.astimezone(zone.info)
    offset = shown.utcoffset() or timedelta(0)
    minutes = timedelta(minutes=round(offset / timedelta(minutes=1)))
    return shown.replace(tzinfo=timezone(minutes) if minutes else UTC, fold=0)
