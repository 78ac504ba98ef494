"""What a revision does to the gatherings to come: whether any moved, and which are no more."""

from datetime import UTC, datetime, timedelta

from cop_tui.domain.commitment import Commitment
from cop_tui.domain.invitation import Invitation
from cop_tui.practice.gatherings import is_ahead, is_series
from cop_tui.practice.series import AHEAD, Occurrence, next_start, occurrences

_MOST = 100
_MOMENT = timedelta(microseconds=1)


def is_coming(invitation: Invitation, now: datetime) -> bool:
    """Tell whether there is anything of it to come."""
    if is_ahead(invitation.start, invitation.end, now, invitation):
        return True
    return is_series(invitation) and next_start(invitation, now) is not None


def moved(before: Invitation, after: Invitation, now: datetime) -> bool:
    """Tell whether any coming gathering of the later revision was none of the earlier one."""
    old, new = _coming(before, now), _coming(after, now)
    spans = {_span(one) for one in old}
    until = old[-1].start if len(old) == _MOST else None
    return any(_span(one) not in spans for one in new if until is None or one.start <= until)


def dropped(before: Invitation, after: Invitation, now: datetime) -> frozenset[datetime]:
    """Return the coming occurrences, by their start in the series, that the later revision has no more."""
    still = {one.original for one in _coming(after, now)}
    return frozenset(one.original for one in _coming(before, now)) - still


def named_by(series: Invitation, occurrence: datetime | None) -> Occurrence | None:
    """Return the gathering that a series has at this start; none where it has none."""
    if occurrence is None:
        return None
    return next(iter(occurrences(series, occurrence, occurrence + _MOMENT, limit=1)), None)


def stands(one: Invitation, planned: Occurrence) -> bool:
    """Tell whether the invitation for one occurrence leaves it when the series has it."""
    return one.start is not None and _span(planned) == (one.start, one.end or one.start)


def begins_after(one: Commitment, since: datetime) -> bool:
    """Tell whether a commitment is for that moment or later, or has no date."""
    if one.start is None:
        return True
    return one.start.date() >= since.date() if one.all_day else one.start >= since


def _coming(invitation: Invitation, now: datetime) -> tuple[Occurrence, ...]:
    if is_series(invitation):
        return occurrences(invitation, now, now + AHEAD, limit=_MOST)
    if invitation.start is None or not is_ahead(invitation.start, invitation.end, now, invitation):
        return ()
    return occurrences(invitation, invitation.start, invitation.start + _MOMENT)


def _span(one: Occurrence) -> tuple[datetime, datetime]:
    return one.start.astimezone(UTC), (one.end or one.start).astimezone(UTC)
