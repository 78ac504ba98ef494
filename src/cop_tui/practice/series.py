"""Series: when the gatherings of an invitation are, on the wall clock of its own zone.

A meeting at 18:00 in Berlin stays at 18:00 in Berlin over a change of the clocks, whoever looks.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, tzinfo
from functools import lru_cache
from heapq import merge
from itertools import islice

import msgspec

from cop_tui.domain.errors import Refused
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.moment import in_zone, zone_named
from cop_tui.practice.recurrence import Rule, rule_of, wall

AHEAD = timedelta(days=12 * 366)
"""How far ahead the next gathering of a series is looked for: far enough for one on every 29 February."""
_DAY = timedelta(days=1)


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """One gathering of an invitation."""

    start: datetime
    """When it begins, aware, in the invitation's zone; midnight UTC of its day where it is all day."""
    end: datetime | None
    """When it ends, as `start`; none where the invitation has no end."""
    original: datetime
    """The start that it has in the series, in UTC: what an invitation for this one alone is known by."""


class Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """The recurrence lines of an invitation, read."""

    rules: tuple[Rule, ...] = ()
    """Its rules."""
    extra: tuple[datetime, ...] = ()
    """Further starts on the wall clock, in their order."""
    without: frozenset[datetime] = frozenset()
    """Starts on the wall clock that do not take place."""
    without_days: frozenset[datetime] = frozenset()
    """Days, as their midnight, on which nothing takes place."""


def occurrences(
    invitation: Invitation, after: datetime, before: datetime, *, limit: int = 400
) -> tuple[Occurrence, ...]:
    """Return the gatherings that begin in `after <= start < before`, soonest first, at most `limit`.

    A day without hours counts when it is not over on the clock that `after` carries. An invitation for one occurrence
    has that one; one without date has none. Rules that can't be read count as if they were not there.
    """
    if invitation.start is None:
        return ()
    first = _wall_of(invitation.start, invitation)
    low, high = _span(invitation, after, before)
    found = (_occurrence(invitation, moment, first) for moment in _moments(invitation, first, low, high))
    return tuple(islice((one for one in found if _is_within(one, invitation, after, before)), limit))


def next_start(invitation: Invitation, now: datetime) -> datetime | None:
    """Return when the next gathering begins, now or later; none where there is none any more."""
    coming = occurrences(invitation, now, now + AHEAD, limit=1)
    if not coming and not invitation.recurrence and invitation.start is not None:
        coming = occurrences(invitation, now, datetime.max.replace(tzinfo=UTC) - 2 * _DAY, limit=1)
    return coming[0].start if coming else None


@lru_cache(maxsize=4096)
def pattern_of(recurrence: str) -> Pattern:
    """Read recurrence lines; a line that can't be read counts as if it were not there."""
    rules: list[Rule] = []
    extra: set[datetime] = set()
    without: set[datetime] = set()
    without_days: set[datetime] = set()
    for line in recurrence.splitlines():
        name, _, value = line.partition(":")
        match name.strip().upper():
            case "RRULE":
                rules += _rule(value)
            case "RDATE":
                extra.update(moment for _, moment in _listed(value))
            case "EXDATE":
                for with_hour, moment in _listed(value):
                    (without if with_hour else without_days).add(moment)
            case _:
                continue
    return Pattern(
        rules=tuple(rules),
        extra=tuple(sorted(extra)),
        without=frozenset(without),
        without_days=frozenset(without_days),
    )


def _rule(value: str) -> list[Rule]:
    try:
        return [rule_of(value)]
    except Refused:
        return []


def _listed(value: str) -> Iterator[tuple[bool, datetime]]:
    for word in value.split(","):
        try:
            yield "T" in word.upper(), wall(word)
        except ValueError:
            continue


def _moments(invitation: Invitation, first: datetime, low: datetime, high: datetime) -> Iterator[datetime]:
    """Go through the starts on the wall clock, each once; the first one belongs to the series in any case."""
    if not invitation.recurrence:
        yield first
        return
    pattern = pattern_of(invitation.recurrence)
    named = (rule.moments(first, low, high) for rule in pattern.rules)
    last: datetime | None = None
    for moment in merge((first,), pattern.extra, *named):
        midnight = datetime.combine(moment.date(), time(0))
        if moment != last and moment not in pattern.without and midnight not in pattern.without_days:
            yield moment
        last = moment


def _span(invitation: Invitation, after: datetime, before: datetime) -> tuple[datetime, datetime]:
    """Return the span on the invitation's wall clock, a day wider on both sides: the clocks differ by less."""
    zone = UTC if invitation.all_day else _zone_of(invitation)
    return _shifted(after, zone, -2 * _DAY), _shifted(before, zone, 2 * _DAY)


def _shifted(moment: datetime, zone: tzinfo, by: timedelta) -> datetime:
    try:
        return (moment.astimezone(zone) + by).replace(tzinfo=None)
    except OverflowError:
        return datetime.min if by < timedelta(0) else datetime.max  # noqa: DTZ901 - a wall clock


def _occurrence(invitation: Invitation, moment: datetime, first: datetime) -> Occurrence:
    start = _attached(moment, invitation)
    end = None
    if invitation.end is not None:
        end = _attached(moment + (_wall_of(invitation.end, invitation) - first), invitation)
    return Occurrence(start=start, end=end, original=invitation.occurrence or start.astimezone(UTC))


def _is_within(one: Occurrence, invitation: Invitation, after: datetime, before: datetime) -> bool:
    if not invitation.all_day:
        return after <= one.start < before
    day = one.start.date()
    return after.date() <= day and datetime.combine(day, time(0), tzinfo=before.tzinfo) < before


def _zone_of(invitation: Invitation) -> tzinfo:
    zone = zone_named(invitation.timezone)
    if zone is None and invitation.start is not None:
        return invitation.start.tzinfo or UTC
    return zone or UTC


def _wall_of(moment: datetime, invitation: Invitation) -> datetime:
    if invitation.all_day:
        return moment.replace(tzinfo=None)
    zone = zone_named(invitation.timezone)
    if zone is None:
        return moment.astimezone(_zone_of(invitation)).replace(tzinfo=None)
    return in_zone(moment, invitation.timezone).replace(tzinfo=None)


def _attached(moment: datetime, invitation: Invitation) -> datetime:
    """Put a moment of the wall clock into the invitation's zone; one that the clocks leap over is moved on."""
    if invitation.all_day:
        return moment.replace(tzinfo=UTC)
    zone = _zone_of(invitation)
    return moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
