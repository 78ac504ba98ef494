"""Understand when: ISO or plain words, as one member writes them, seen from now.

Its own small grammar, because the common parsers take a past Friday for the coming one, read 03/04 as they like, or
think for seconds. Whoever asks shows the member what was understood.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from cop_tui.domain.errors import WrongUse
from cop_tui.domain.moment import whole_day, zone_named
from cop_tui.practice.days import Today, count_of, day_in_words
from cop_tui.practice.words import one_line

LONGEST = 80
"""Characters that a text may have; nobody says a day in more."""

HINT = "Try 2026-11-27 18:00, fri 18:00, next tuesday 6pm, tomorrow, in 2 weeks, 27 nov"
"""What can be understood, by example."""

NOON = time(12)
"""The hour under which a day is kept where only the day was said: it stays that day from every zone nearby."""

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9.:]+(?:[Zz]|[+-][0-9:]+)?")
_SLASHED = re.compile(r"[0-9]\s*/\s*[0-9]")
_ZONE = re.compile(r"(?P<rest>.*) (?P<zone>UTC|[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+)")
_HOURS_AWAY = re.compile(r"(?:in )?(\S+) (hour|minute|min)s?( ago| from now)?")
_CLOCK = re.compile(
    r"(?<!\S)(?:(?:at )?(?:noon|(?P<hour>[0-9]{1,2})(?:(?:[:.](?P<half>[0-9]{2}))? ?(?P<side>[ap])\.?m\.?"
    r"|h(?P<past>[0-9]{2})?|:(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?))|at (?P<full>[0-9]{1,2}))(?!\S)"
)
_PARTS = {"morning": 9, "afternoon": 15, "evening": 19, "tonight": 20, "night": 20}


class When(Struct, frozen=True):
    """A day or a moment that was understood."""

    start: datetime
    """The moment, in the member's zone or in the one that was named; midnight UTC of the day where it is all day."""
    all_day: bool
    """Whether no hour was said."""


def understand(text: str, now: datetime) -> When:
    """Return the day or moment that a text means, as seen from now.

    `fri` is the next Friday, today while its hour is still ahead; `next fri` and `last fri` are never today. A date
    without a year is the coming one, or the past one if that is less than three months ago. An hour alone is today's.

    Raises:
        WrongUse: It is not understood, there is no such day, or it could be two days.
    """
    words = " ".join(text[: 2 * LONGEST].split())
    if _SLASHED.search(words):
        raise WrongUse(f"{_quoted(words)} could be two different days", "Write 2026-04-03, or 3 apr")
    try:
        found = _iso(words, now) or _spoken(words, now) if len(text) <= LONGEST else None
    except (ValueError, OverflowError):
        raise WrongUse(f"There is no {_quoted(words)} on the calendar or the clock", HINT) from None
    if found is None:
        raise WrongUse(f"{_quoted(words)} is not a day or a time that can be understood", HINT)
    return found


def moment_of(when: When | None, now: datetime) -> datetime | None:
    """Return the moment that a record is dated with, in the member's zone; none where nothing was said.

    A day without an hour is noon of that day; today is now.
    """
    if when is None:
        return None
    if not when.all_day:
        return when.start.astimezone(now.tzinfo)
    day = when.start.date()
    return now if day == now.date() else datetime.combine(day, NOON, tzinfo=now.tzinfo)


def day_of(when: When | None, now: datetime) -> date | None:
    """Return the day that was said, where the member is; none where nothing was said."""
    if when is None:
        return None
    return when.start.date() if when.all_day else when.start.astimezone(now.tzinfo).date()


def _quoted(words: str) -> str:
    return f"“{one_line(words, 40)}”"


def _iso(words: str, now: datetime) -> When | None:
    if not _ISO.fullmatch(words):
        return None
    moment = datetime.fromisoformat(words.upper())
    if moment.tzinfo is None:
        return _at(moment.date(), moment.time(), now)
    return When(moment.astimezone(now.tzinfo), all_day=False)


def _spoken(words: str, now: datetime) -> When | None:
    named = _ZONE.fullmatch(words)
    zone = zone_named(named["zone"]) if named else None
    if named and zone:
        there = _said(named["rest"].casefold(), now.astimezone(zone))
        return there if there and not there.all_day else None
    return _said(words.casefold(), now)


def _said(words: str, now: datetime) -> When | None:
    moment = _moment_away(words, now)
    if moment is not None:
        return When(moment, all_day=False)
    spoken = _without_clock(words.replace(",", " "))
    if spoken is None:
        return None
    rest, hour = spoken
    day = day_in_words(rest, Today(now.date(), now.time(), hour))
    if day is None:
        return None
    return When(whole_day(day), all_day=True) if hour is None else _at(day, hour, now)


def _moment_away(words: str, now: datetime) -> datetime | None:
    """Read "now", "in 3 hours", "20 minutes ago": spans of time, whatever the clocks do meanwhile."""
    minute = now.astimezone(UTC).replace(second=0, microsecond=0)
    if words == "now":
        return minute.astimezone(now.tzinfo)
    found = _HOURS_AWAY.fullmatch(words)
    count = count_of(found[1]) if found else None
    if found is None or count is None:
        return None
    span = timedelta(hours=count) if found[2] == "hour" else timedelta(minutes=count)
    return (minute - span if found[3] == " ago" else minute + span).astimezone(now.tzinfo)


def _without_clock(words: str) -> tuple[list[str], time | None] | None:
    """Return the words but those that say the time, and the time; none where two times are said."""
    clocks = list(_CLOCK.finditer(words))
    rest = _CLOCK.sub(" ", words).split()
    parts = [word for word in rest if word in _PARTS]
    if len(clocks) > 1 or len(parts) > 1:
        return None
    hour = _time_of(clocks[0]) if clocks else None
    if not parts:
        _doubt_half_days(words, clocks)
        return rest, hour
    rest = [word for word in rest if word not in (*parts, "this")]
    return rest, _in_part(hour, _PARTS[parts[0]])


def _doubt_half_days(words: str, clocks: list[re.Match[str]]) -> None:
    """Refuse "at 6", which is said of the morning and of the evening."""
    if any(found["full"] and 0 < int(found["full"]) < 12 for found in clocks):
        raise WrongUse(
            f"{_quoted(words)} could be in the morning or in the evening", "Write 6am or 6pm, 06:00 or 18:00"
        )


def _time_of(found: re.Match[str]) -> time:
    said = found["hour"] or found["full"]
    if said is None:
        return time(12)
    hour = int(said)
    if found["side"]:
        if not 1 <= hour <= 12:
            raise ValueError
        hour = hour % 12 + (12 if found["side"] == "p" else 0)
    return time(hour, int(found["minute"] or found["past"] or found["half"] or 0), int(found["second"] or 0))


def _in_part(hour: time | None, usual: int) -> time:
    """Return the time in a part of the day: "evening 7:30" is 19:30; without an hour its usual one."""
    if hour is None:
        return time(usual)
    return hour.replace(hour=hour.hour + 12) if usual > 12 and 1 <= hour.hour < 12 else hour


def _at(day: date, hour: time, now: datetime) -> When:
    """Return a moment on the wall clock of the zone that `now` carries; one that the clocks leap over is moved on."""
    moment = datetime.combine(day, hour, tzinfo=now.tzinfo)
    return When(moment.astimezone(UTC).astimezone(now.tzinfo), all_day=False)
