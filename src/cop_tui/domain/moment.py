"""Moments and days: wall clocks and zones, without reading a clock.

A record keeps a moment with the offset that it had, and the zone's name where the wall clock counts. A day without
hours is kept as midnight UTC and never converted, so that it is the same day in every zone.
"""

from datetime import UTC, date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@lru_cache(maxsize=256)
def zone_named(name: str) -> ZoneInfo | None:
    """Return the IANA zone of this name; none where there is no such zone."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_name(moment: datetime) -> str:
    """Return the IANA name of the zone that a moment carries; empty for a bare offset."""
    return moment.tzinfo.key if isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key else ""


def whole_day(day: date) -> datetime:
    """Return the moment under which a day without hours is kept."""
    return datetime.combine(day, time(0), tzinfo=UTC)


def in_zone(moment: datetime, timezone: str) -> datetime:
    """Return a kept moment on the wall clock of its own zone.

    Where the rules of the zone have changed since it was written down, the wall clock is what was agreed. A moment at
    the very ends of the calendar, which the zone's clock can't show, comes back as it is.
    """
    zone = zone_named(timezone)
    if zone is None:
        return moment
    try:
        same = moment.astimezone(zone)
    except OverflowError:
        return moment
    wall = moment.replace(tzinfo=None)
    return same if same.replace(tzinfo=None) == wall or moment.tzinfo is UTC else wall.replace(tzinfo=zone)


def seen_from(moment: datetime, now: datetime, *, timezone: str = "", all_day: bool = False) -> datetime:
    """Return a kept moment on the clock of whoever looks: the zone that `now` carries.

    A day without hours comes back as midnight of that same day in the looker's zone. A moment at the very ends of the
    calendar, which the looker's clock can't show, comes back as it is.
    """
    if all_day:
        return datetime.combine(moment.date(), time(0), tzinfo=now.tzinfo)
    try:
        return in_zone(moment, timezone).astimezone(now.tzinfo)
    except OverflowError:
        return moment
