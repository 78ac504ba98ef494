"""Recurrence of calendar files, rewritten on the wall clock of the zone that the series is in."""

from collections.abc import Callable, Iterator
from datetime import datetime

from cop_tui.domain.errors import Refused
from cop_tui.exchange.ical_lines import Component, Line
from cop_tui.exchange.ical_moments import Moment, moment_from, placed
from cop_tui.exchange.ical_zones import Zones
from cop_tui.practice.recurrence import rule_of

_WANTED = frozenset(("RRULE", "RDATE", "EXDATE", "EXRULE"))
MOST_DATES = 5_000
"""How many RDATE or EXDATE values of one event are read."""


def recurrence_of(component: Component, start: Moment, zones: Zones, note: Callable[[str], None]) -> str:
    """Return the recurrence lines of an event as an invitation keeps them.

    Args:
        component: The VEVENT.
        start: When the series begins; its zone's clock is the one that counts.
        zones: The zones of the calendar.
        note: Told what could not be read.
    """
    texts: list[str] = []
    dates: dict[str, dict[str, None]] = {"RDATE": {}, "EXDATE": {}}
    for line in component.lines(_WANTED):
        match line.name:
            case "RRULE":
                texts += _rule(line, start, zones, note)
            case "EXRULE":
                note("leaves out days by a rule (EXRULE), which is not read")
            case name:
                dates[name].update(dict.fromkeys(_dates(line, start, zones, note)))
    for name, words in dates.items():
        if words:
            texts.append(f"{name}:{','.join(list(words)[:MOST_DATES])}")
    return "\n".join(texts)


def _rule(line: Line, start: Moment, zones: Zones, note: Callable[[str], None]) -> list[str]:
    parts = [part.strip() for part in line.value.upper().replace(" ", "").split(";") if "=" in part]
    try:
        _check_calendar(parts)
        text = ";".join(_until(part, start, zones) for part in parts)
        rule_of(text)
    except (Refused, ValueError) as wrong:
        note(f"does not repeat here: {wrong}")
        return []
    return [f"RRULE:{text}"]


def _check_calendar(parts: list[str]) -> None:
    """Refuse what RFC 7529 adds to rules."""
    if any(part.startswith("RSCALE=") and part != "RSCALE=GREGORIAN" for part in parts):
        raise Refused("the rule counts in another calendar")
    if any(part.startswith("SKIP=") and part != "SKIP=OMIT" for part in parts):
        raise Refused("the rule moves days that there are not")


def _until(part: str, start: Moment, zones: Zones) -> str:
    """Put UNTIL on the series' own clock; a day ends with its last second."""
    name, _, value = part.partition("=")
    if name != "UNTIL":
        return part
    last = moment_from(value, "", zones)
    if start.all_day:
        return f"UNTIL={value[:8]}" if last.kind == "utc" else f"UNTIL={last.wall:%Y%m%d}"
    if last.all_day:
        return f"UNTIL={last.wall:%Y%m%d}T235959"
    return f"UNTIL={_shown(last, start):%Y%m%dT%H%M%S}"


def _dates(line: Line, start: Moment, zones: Zones, note: Callable[[str], None]) -> Iterator[str]:
    tzid, value = placed(line)
    for word in value.split(","):
        try:
            one = moment_from(word.partition("/")[0], tzid, zones)
        except ValueError as wrong:
            note(f"has a date that can't be read: {wrong}")
            continue
        if start.all_day or (one.all_day and line.name == "EXDATE"):
            yield f"{one.wall:%Y%m%d}"
        elif one.all_day:
            yield f"{datetime.combine(one.wall.date(), start.wall.time()):%Y%m%dT%H%M%S}"
        else:
            yield f"{_shown(one, start):%Y%m%dT%H%M%S}"


def _shown(moment: Moment, start: Moment) -> datetime:
    """Return what the series' clock shows at a moment; a floating one is on that clock already."""
    if moment.kind == "floating" or start.zone is None:
        return moment.wall
    return moment.at.astimezone(start.zone.info).replace(tzinfo=None)
