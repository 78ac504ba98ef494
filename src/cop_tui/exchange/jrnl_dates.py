"""The dates of a jrnl journal: in whatever format its owner set, found out from the dates themselves.

Whether 03/04/2020 begins with the day or with the month is decided once for a whole file: by a date in it that leaves
no choice, else by the order of the entries, which jrnl sorts, else by the mark between the numbers.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from itertools import pairwise

from cop_tui.practice.days import WEEKDAYS

SHORTEST = 7
"""What has fewer letters in its brackets is a footnote and no date; jrnl says the same."""
LONGEST = 80
"""What has more letters in its brackets is no date."""

_DAY_NAME = rf"(?:(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in WEEKDAYS)})[.,]*\s+)?"
_CLOCK = (
    r"(?:(?:[T_,\s]|\bat\b)+(?P<hour>[0-9]{1,2})[:.h](?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s*(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2}))?)?"
)
_YEAR_FIRST = re.compile(
    rf"{_DAY_NAME}(?P<year>[0-9]{{4}})[-/.](?P<month>[0-9]{{1,2}})(?:[-/.](?P<day>[0-9]{{1,2}}))?{_CLOCK}",
    re.IGNORECASE,
)
_YEAR_LAST = re.compile(
    rf"{_DAY_NAME}(?P<day>[0-9]{{1,2}})(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark)"
    rf"(?P<year>[0-9]{{4}}|[0-9]{{2}}){_CLOCK}",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"[0-9]{4}")
_YEARS = range(2, 9999)
_LIKELY_YEARS = range(1500, 2500)
_PIVOT = 69
"""Two digits of a year from here on are of the last century (POSIX)."""
_SPELLED = {"%F": "%Y-%m-%d", "%T": "%H:%M:%S", "%R": "%H:%M", "%D": "%m/%d/%y", "%r": "%I:%M:%S %p", "%%": "%%"}
_SHORT = re.compile("%[FTRDr%]")
_NO_YEAR = 1900
"""The year that strptime gives where none is named."""
_ONE_DAY, _OTHER_DAY = datetime(2000, 1, 1), datetime(2001, 2, 2)  # noqa: DTZ001 - parts of a wall clock


class Dates:
    """Reads the dates of one file."""

    def __init__(self, written: Sequence[str], note: Callable[[str], None], *, formats: Sequence[str] = ()) -> None:
        """Take what stands in brackets in the file, in its order; tell `note` what had to be guessed.

        `formats` are those of strftime that the owner's settings name; they go before all trial.
        """
        self._note = note
        self._formats = formats
        self._is_day_first = _is_day_first([one for one in written if self._named(one) is None], note)
        self._known: dict[str, datetime | None] = {}

    def read(self, written: str) -> datetime | None:
        """Return the moment, without a zone unless one is named; none where it is no date.

        Without an hour it is midnight, as in jrnl; without a day the first of the month, which is noted.
        """
        if written not in self._known:
            self._known[written] = self._read(written)
        return self._known[written]

    def _read(self, written: str) -> datetime | None:
        words = written.strip()
        if not SHORTEST <= len(written) <= LONGEST:
            return None
        if named := self._named(words):
            return named
        first = _YEAR_FIRST.fullmatch(words)
        if first:
            self._tell(written, has_day=first["day"] is not None)
            return _moment(first, int(first["month"]), int(first["day"] or 1))
        last = _YEAR_LAST.fullmatch(words)
        if last:
            settled, other = (_in_order(last, is_day_first=one) for one in (self._is_day_first, not self._is_day_first))
            return settled or other
        found, has_day = _by_dateutil(words, is_day_first=self._is_day_first)
        if found:
            self._tell(written, has_day=has_day)
        return found

    def _named(self, written: str) -> datetime | None:
        """Return what the owner's own formats read."""
        return next((moment for one in self._formats if (moment := _by_format(written.strip(), one))), None)

    def _tell(self, written: str, *, has_day: bool) -> None:
        if not has_day:
            self._note(f"[{written}] names no day; it is read as the first of the month")


def _by_format(words: str, format_: str) -> datetime | None:
    """Return what a format of strftime reads; none where it reads nothing, or names no year."""
    spelled = _SHORT.sub(lambda match: _SPELLED[match[0]], format_)
    try:
        found = datetime.strptime(words, spelled)  # noqa: DTZ007 - a zone is there only where it was written
    except (ValueError, OverflowError, re.error):
        return None
    return found if found.year in _LIKELY_YEARS and found.year != _NO_YEAR else None


def _is_day_first(written: Iterable[str], note: Callable[[str], None]) -> bool:
    found = [match for one in written if (match := _YEAR_LAST.fullmatch(one.strip()))]
    both = [(_in_order(one, is_day_first=True), _in_order(one, is_day_first=False)) for one in found]
    settled = [day_first is not None for day_first, month_first in both if (day_first is None) != (month_first is None)]
    if settled:
        is_day_first = sum(settled) * 2 >= len(settled)
        if len(set(settled)) > 1:
            note("some dates begin with the day and some with the month; those that say neither follow the most")
        return is_day_first
    in_order = [_is_sorted(one[index] for one in both) for index in (0, 1)]
    if in_order[0] != in_order[1]:
        return in_order[0]
    is_day_first = bool(found) and found[0]["mark"] != "/"
    if any(day_first != month_first for day_first, month_first in both):
        words = "day" if is_day_first else "month"
        note(f"[{found[0].string}] may begin with the day or the month; such dates are read with the {words} first")
    return is_day_first


def _is_sorted(moments: Iterable[datetime | None]) -> bool:
    walls = [moment.replace(tzinfo=None) for moment in moments if moment]
    return all(a <= b for a, b in pairwise(walls))


def _in_order(match: re.Match[str], *, is_day_first: bool) -> datetime | None:
    one, two = int(match["day"]), int(match["month"])
    return _moment(match, two, one) if is_day_first else _moment(match, one, two)


def _moment(match: re.Match[str], month: int, day: int) -> datetime | None:
    year, hour = int(match["year"]), int(match["hour"] or 0)
    if len(match["year"]) == 2:
        year += 1900 if year >= _PIVOT else 2000
    if match["half"] and hour <= 12:
        hour = hour % 12 + 12 * (match["half"] in "pP")
    try:
        clock = (hour, int(match["minute"] or 0), int(match["second"] or 0))
        return datetime(year, month, day, *clock, tzinfo=_zone(match["zone"])) if year in _YEARS else None
    except ValueError:
        return None


def _zone(written: str | None) -> tzinfo | None:
    if not written:
        return None
    if written in "zZ":
        return UTC
    ahead = timedelta(hours=int(written[1:3]), minutes=int(written[-2:]))
    return timezone(-ahead if written.startswith("-") else ahead)


def _by_dateutil(words: str, *, is_day_first: bool) -> tuple[datetime | None, bool]:
    """Return what dateutil reads, and whether a day is named; nothing unless year and month are."""
    if not _A_YEAR.search(words):
        return None, False
    from dateutil.parser import parse

    try:
        one, other = (
            parse(words, dayfirst=is_day_first, default=default, tzinfos=_named_zone)
            for default in (_ONE_DAY, _OTHER_DAY)
        )
    except Exception:  # noqa: BLE001 - it knows many ways to fail on words that are no date
        return None, False
    is_whole = (one.year, one.month) == (other.year, other.month) and one.year in _LIKELY_YEARS
    return (one if is_whole else None), one.day == other.day


def _named_zone(_name: str | None, seconds: int | None) -> tzinfo | None:
    """Return the zone of an offset; a name such as EST says too little, the clock is taken as the member's."""
    return timezone(timedelta(seconds=seconds)) if seconds is not None else None
