"""Time zones of calendar files: whatever a TZID says, made an IANA zone, a fixed offset, or honestly nothing.

A known name counts for more than the rules that a file gives for it: those are often wrong or old.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

import msgspec

from cop_tui.domain.moment import zone_named
from cop_tui.exchange.ical_lines import Component, text_of
from cop_tui.exchange.ical_vtimezone import Clock, clock_of, matching

_DISPLAY = re.compile(r"^\((?:UTC|GMT)([+-]\d\d[:.]?\d\d)?\)\s*(.*)$", re.IGNORECASE)
_OFFSET = re.compile(r"^(?:UTC|GMT|Z)?\s*([+-])(\d{1,2})[:.]?(\d\d)?(?:/.*)?$", re.IGNORECASE)
_SPOKEN = {
    "alaska": "Alaskan",
    "arizona": "US Mountain",
    "coordinated universal time": "UTC",
    "hawaii": "Hawaiian",
    "indiana (east)": "US Eastern",
    "saskatchewan": "Canada Central",
    "west central africa": "W. Central Africa",
    "central america": "Central America",
}


class Zone(msgspec.Struct, frozen=True):
    """A time zone, as far as it is known."""

    name: str
    """Its IANA name; empty for a bare offset."""
    info: tzinfo
    """Its clock."""


class Zones:
    """The time zones of one calendar."""

    def __init__(self, calendar: Component, now: datetime, note: Callable[[str], None]) -> None:
        """Know the zones that a calendar defines; unknown ones count on the clock that `now` carries.

        Args:
            calendar: The VCALENDAR.
            now: The moment of reading, in the member's zone.
            note: Told each guess, once a zone.
        """
        self._now = now
        self._note = note
        self._known: dict[str, Zone] = {}
        self._clocks = dict(_clocks(calendar))
        info = now.tzinfo or UTC
        self.own = Zone(getattr(info, "key", "") or "", info)
        """The member's zone, for times that float."""
        line = calendar.first("X-WR-TIMEZONE")
        self.default = self._named(line.value.strip()) if line is not None and line.value.strip() else None
        """The zone that the calendar says is its own (X-WR-TIMEZONE)."""

    def of(self, tzid: str) -> Zone:
        """Return the zone that a TZID means."""
        if tzid not in self._known:
            self._known[tzid] = self._named(tzid) or self._unknown(tzid)
        return self._known[tzid]

    def _named(self, tzid: str) -> Zone | None:
        clock, location = self._clocks.get(tzid, (None, ""))
        name = iana_name(tzid) or iana_name(location)
        if name:
            self._compare(tzid, name, clock)
            return _zone(name)
        return self._by_clock(tzid, clock) if clock else _by_offset(tzid)

    def _compare(self, tzid: str, name: str, clock: Clock | None) -> None:
        info = zone_named(name)
        if clock is not None and info is not None and tzid != name and not clock.allows(info, self._now.year):
            self._note(f"the zone “{tzid}” is read by its name, as {name}, though the file gives it other hours")

    def _by_clock(self, tzid: str, clock: Clock) -> Zone | None:
        name = matching(clock, self._now.year)
        if name:
            self._note(f"the zone “{tzid}” keeps the hours of {name} and is read as that")
            return _zone(name)
        offset = clock.offset_at(self._now.replace(tzinfo=None))
        self._note(f"nobody knows the zone “{tzid}”; its times are read as UTC{_signed(offset)}")
        return _fixed(offset)

    def _unknown(self, tzid: str) -> Zone:
        if self.default is not None:
            self._note(f"nobody knows the zone “{tzid}”; its times are read in the calendar's own zone")
            return self.default
        self._note(f"nobody knows the zone “{tzid}”; its times are read on your own clock")
        return self.own


@lru_cache(maxsize=512)
def iana_name(tzid: str) -> str:
    """Return the IANA name that a TZID stands for; empty where its name alone does not tell."""
    plain = tzid.strip().strip('"').strip()
    if not plain or len(plain) > 200:
        return ""
    if "/" in plain.strip("/") and not plain.startswith("/") and zone_named(plain) is not None and plain in _names():
        return plain
    return _by_path(plain) or _by_windows(plain) or _by_display(plain)


def _by_path(plain: str) -> str:
    """Try a name and its ends after each slash: `/vendor/20210210_1/Europe/Berlin`."""
    parts = plain.replace("\\", "/").strip("/").split("/")
    for place in range(len(parts)):
        found = _by_key().get(_key("/".join(parts[place:])))
        if found:
            return found
    return ""


def _by_windows(plain: str) -> str:
    """Try the names that Windows has: `Eastern Standard Time 1`, `Pacific Daylight Time`, `Pacific Time`."""
    words = re.sub(r"[\s\d]+$", "", plain)
    standard = re.sub(r"\s+(?:daylight |summer |standard )?time\b.*$", "", words, flags=re.IGNORECASE)
    for one in (words, f"{standard} Standard Time"):
        found = _windows().get(one.casefold())
        if found:
            return found
    return ""


def _by_display(plain: str) -> str:
    """Try what Windows shows: `(UTC-05:00) Eastern Time (US & Canada)`, `(UTC+01:00) Amsterdam, Berlin, Bern`."""
    found = _DISPLAY.match(plain)
    if found is None:
        return ""
    words = found[2].strip()
    spoken = _SPOKEN.get(words.casefold(), words)
    name = "UTC" if spoken == "UTC" or not words else _by_windows(spoken) or _by_windows(f"{spoken} Standard Time")
    return name or _by_city(words, found[1] or "+00:00")


def _by_city(words: str, offset: str) -> str:
    digits = re.sub(r"\D", "", offset)
    wanted = timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * (-1 if offset.startswith("-") else 1)
    for city in words.split(","):
        name = _cities().get(_key(city), "")
        info = zone_named(name)
        if info is not None and wanted in (datetime(2026, month, 1, tzinfo=info).utcoffset() for month in (1, 7)):
            return name
    return ""


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(available_timezones())


@lru_cache(maxsize=1)
def _by_key() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in sorted(_names(), key=lambda one: (one != "UTC", one)):
        found.setdefault(_key(name), name)
    return found


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    return {_key(name.rpartition("/")[2]): name for name in sorted(_names(), reverse=True) if "/" in name}


@lru_cache(maxsize=1)
def _windows() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9+-]", "", name.casefold())


def _zone(name: str) -> Zone | None:
    info = zone_named(name)
    return None if info is None else Zone(name, info)


def _by_offset(tzid: str) -> Zone | None:
    """Read an offset that stands for a name: `UTC+11`, `GMT-05:00`."""
    found = _OFFSET.match(tzid.strip())
    if found is None or int(found[2]) > 14 or int(found[3] or 0) > 59:
        return None
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return _fixed(-offset if found[1] == "-" else offset)


def _fixed(offset: timedelta) -> Zone:
    hours, rest = divmod(offset, timedelta(hours=1))
    if not rest and -12 <= hours <= 14:
        name = f"Etc/GMT{-hours:+d}" if hours else "UTC"
        return _zone(name) or Zone("", timezone(offset))
    return Zone("", timezone(offset))


def _signed(offset: timedelta) -> str:
    minutes = offset // timedelta(minutes=1)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _clocks(calendar: Component) -> Iterator[tuple[str, tuple[Clock | None, str]]]:
    for child in calendar.children:
        if child.name == "VTIMEZONE":
            name, location = child.first("TZID"), child.first("X-LIC-LOCATION")
            if name is not None:
                yield text_of(name.value).strip(), (clock_of(child), location.value if location else "")
