"""What a yes to an invitation promises: its gatherings, with what is said of single ones of a series.

An invitation for one occurrence of a series has the series' UID and its own `occurrence`; it moves that gathering,
calls it off, or holds an answer of its own.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.invitation import Answer, Invitation, State
from cop_tui.domain.moment import seen_from
from cop_tui.domain.record import derived_id, fresh
from cop_tui.practice.manners import utc
from cop_tui.practice.series import occurrences

HORIZON = timedelta(days=60)
"""How far ahead a yes to a series makes commitments."""

_MOMENT = timedelta(microseconds=1)


class Gathering(msgspec.Struct, frozen=True, kw_only=True):
    """One gathering that an invitation leads to."""

    invitation: Invitation
    """The invitation that says when it is: for this one alone where there is such a one."""
    occurrence: datetime | None = None
    """Of a series: the start that it has in the series, in UTC."""
    start: datetime | None = None
    """When it begins; none where there is no date yet."""
    end: datetime | None = None
    """When it ends, as `start`."""


def is_series(invitation: Invitation) -> bool:
    """Tell whether an invitation is for more than one gathering."""
    return bool(invitation.recurrence) and invitation.occurrence is None


def overrides_of(book: Book, invitation: Invitation) -> tuple[Invitation, ...]:
    """Return the invitations for single occurrences of this series; none of what is no series."""
    if not is_series(invitation):
        return ()
    same = book.invitations_by_uid.get(_key(invitation), ())
    return tuple(one for one in same if one.occurrence is not None and one.id != invitation.id)


def series_of(book: Book, invitation: Invitation) -> Invitation | None:
    """Return the series that an invitation for one occurrence belongs to, if it is in the book."""
    if invitation.occurrence is None:
        return None
    same = book.invitations_by_uid.get(invitation.uid, ())
    return next((one for one in same if is_series(one)), book.invitations.get(invitation.uid))


def one_of(book: Book, series: Invitation, occurrence: datetime, *, now: datetime) -> Invitation | None:
    """Return the invitation for the occurrence that begins at this moment; a new one where there is none yet.

    The moment is the one that the occurrence has in the series, or the one that it was moved to. None where the series
    does not take place then.
    """
    for override in overrides_of(book, series):
        if utc(occurrence) in {utc(moment) for moment in (override.occurrence, override.start) if moment}:
            return override
    for found in occurrences(series, occurrence, occurrence + _MOMENT, limit=1):
        return fresh(
            Invitation,
            now,
            id=derived_id("invitation", _key(series), found.original.isoformat()),
            **_like(series),
            uid=_key(series),
            start=found.start,
            end=found.end,
            occurrence=found.original,
        )
    return None


def gatherings(book: Book, invitation: Invitation, *, now: datetime) -> tuple[Gathering, ...]:
    """Return what a yes promises now: the one gathering, or those of a series still to come within the horizon."""
    if not is_series(invitation):
        start = invitation.start
        return (Gathering(invitation=invitation, occurrence=invitation.occurrence, start=start, end=invitation.end),)
    found = [one for one in _of_series(book, invitation, now) if is_ahead(one.start, one.end, now, one.invitation)]
    return tuple(sorted(found, key=lambda one: one.start or now))


def is_ahead(start: datetime | None, end: datetime | None, now: datetime, kept: Invitation | Commitment) -> bool:
    """Tell whether something is not over yet; what has no date is always ahead."""
    if start is None:
        return True
    if not kept.all_day:
        return (end or start) >= now
    today = now.date()
    return end.date() > today if end and end > start else start.date() >= today


def promise_for(book: Book, gathering: Gathering, *, now: datetime) -> Commitment:
    """Return a new commitment to a gathering; its id is the same on every machine."""
    invitation = gathering.invitation
    series = series_of(book, invitation)
    return fresh(
        Commitment,
        now,
        id=promise_id(invitation, gathering.occurrence),
        what=invitation.title,
        community=invitation.community or (series.community if series else None),
        invitation=invitation.id,
        start=gathering.start,
        end=gathering.end,
        all_day=invitation.all_day,
        timezone=invitation.timezone,
        occurrence=utc(gathering.occurrence) if gathering.occurrence else None,
    )


def promise_id(invitation: Invitation, occurrence: datetime | None) -> str:
    """Return the id of the commitment that comes of a yes to this occurrence, or to the whole."""
    return derived_id("commitment", _key(invitation), utc(occurrence).isoformat() if occurrence else "")


def promises_of(book: Book, invitation: Invitation) -> tuple[Commitment, ...]:
    """Return the commitments that came of an invitation; of a series, those of its single occurrences too."""
    found: dict[str, Commitment] = {}
    for one in (invitation, *overrides_of(book, invitation)):
        found.update((promise.id, promise) for promise in book.commitments_by_invitation.get(one.id, ()))
        promise = book.commitments.get(promise_id(one, one.occurrence))
        if promise:
            found[promise.id] = promise
    return tuple(found.values())


def _of_series(book: Book, series: Invitation, now: datetime) -> Iterator[Gathering]:
    """Go through the gatherings; a yes takes in what waits beside its series, but not what asks again after it."""
    left_out = {Answer.NO, Answer.MAYBE} | ({Answer.WAITING} if series.answer is Answer.YES else set())
    overrides = {utc(one.occurrence): one for one in overrides_of(book, series) if one.occurrence}
    lasting = series.end - series.start if series.start and series.end else timedelta(0)
    until = now + HORIZON
    for found in occurrences(series, now - lasting - timedelta(days=1), until):
        if found.original not in overrides:
            yield Gathering(invitation=series, occurrence=found.original, start=found.start, end=found.end)
    for original, one in overrides.items():
        stands = one.state is State.OPEN and one.answer not in left_out
        start = one.start or original
        if stands and seen_from(start, now, timezone=one.timezone, all_day=one.all_day) < until:
            yield Gathering(invitation=one, occurrence=original, start=start, end=one.end)


def _like(series: Invitation) -> dict[str, object]:
    own = {"id", "created", "updated", "uid", "start", "end", "occurrence", "recurrence", "answer", "answered_on"}
    return {name: value for name, value in msgspec.structs.asdict(series).items() if name not in own}


def _key(invitation: Invitation) -> str:
    return invitation.uid or invitation.id
