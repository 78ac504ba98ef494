"""The agenda: what was due, what waits for an answer, what comes next."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.invitation import Answer, Invitation, State, Way
from cop_tui.domain.moment import seen_from
from cop_tui.practice.gatherings import is_ahead, is_series, promises_of
from cop_tui.practice.series import next_start

CUT_OFF = 24
"""Hours before a gathering at which a yes is asked about, where its community says nothing else."""


class Agenda(Struct, frozen=True, kw_only=True):
    """What is on the member's plate."""

    due: tuple[Commitment, ...] = ()
    """Open promises whose time has come, oldest first: did you show up?"""
    waiting: tuple[Invitation, ...] = ()
    """Invitations that wait for the member's answer, soonest first, those without a date last."""
    upcoming: tuple[Commitment, ...] = ()
    """Open promises of the next days, soonest first, those without a date last."""
    still_coming: tuple[Commitment, ...] = ()
    """Yeses at their cut-off that were not asked about yet: still coming?"""


def agenda(book: Book, now: datetime, *, days: int = 7) -> Agenda:
    """Return what was due, what waits for an answer, and what comes in the next `days` days."""
    ahead = _open(book, now)
    due = tuple(one for one in ahead if is_due(one, now))
    upcoming = tuple(one for one in ahead if not is_due(one, now))
    until = now + timedelta(days=days)
    return Agenda(
        due=due,
        waiting=_waiting(book, now),
        upcoming=tuple(one for one in upcoming if one.start is None or _begins(one, one.start, now) <= until),
        still_coming=tuple(one for one in upcoming if asks_once(book, one, now)),
    )


def is_due(commitment: Commitment, now: datetime) -> bool:
    """Tell whether a promise's time has come: a gathering has begun, the day of the rest is over."""
    if commitment.start is None:
        return False
    begins = _begins(commitment, commitment.start, now)
    if commitment.all_day or commitment.kind is Promise.DO:
        return begins.date() < now.date()
    return begins < now


def asks_once(book: Book, commitment: Commitment, now: datetime) -> bool:
    """Tell whether a yes is at its cut-off and was not asked about yet: still coming? (FIELD 8)."""
    if commitment.start is None or commitment.confirmed_on is not None or commitment.kind is not Promise.SHOW_UP:
        return False
    community = book.communities.get(commitment.community or "")
    hours = CUT_OFF if community is None or community.cut_off is None else community.cut_off
    ahead = _begins(commitment, commitment.start, now) - now
    return timedelta(0) < ahead and ahead / timedelta(hours=1) <= hours


def next_yes(book: Book, now: datetime) -> Commitment | None:
    """Return the soonest promise that lies ahead; none where nothing has a date."""
    ahead = (one for one in _open(book, now) if one.start is not None and not is_due(one, now))
    return next(ahead, None)


def load(book: Book, invitation: Invitation, now: datetime) -> tuple[Commitment, ...]:
    """Return the open promises, others than its own, in the week (Monday to Sunday) in which an invitation begins."""
    start = (next_start(invitation, now) if is_series(invitation) else None) or invitation.start
    if start is None:
        return ()
    own = {one.id for one in promises_of(book, invitation)}
    week = _monday(_begins(invitation, start, now).date())
    return tuple(
        one
        for one in _open(book, now)
        if one.start is not None and one.id not in own and _monday(_begins(one, one.start, now).date()) == week
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _begins(record: Commitment | Invitation, start: datetime, now: datetime) -> datetime:
    return seen_from(start, now, timezone=record.timezone, all_day=record.all_day)


def _open(book: Book, now: datetime) -> list[Commitment]:
    return sorted(_still_open(book), key=lambda one: (*_soonest(one, one.start, now), one.what.casefold(), one.id))


@lru_cache(maxsize=2)
def _still_open(book: Book) -> tuple[Commitment, ...]:
    return tuple(one for one in book.commitments.values() if one.outcome is Outcome.OPEN)


def _soonest(record: Commitment | Invitation, start: datetime | None, now: datetime) -> tuple[bool, datetime]:
    return (start is None, now if start is None else _begins(record, start, now))


def _waiting(book: Book, now: datetime) -> tuple[Invitation, ...]:
    dated = [(one, next_start(one, now) if is_series(one) else one.start) for one in _asking(book)]
    ahead = [(one, start) for one, start in dated if _is_ahead(one, start, now)]
    ahead.sort(key=lambda pair: (*_soonest(pair[0], pair[1], now), pair[0].title.casefold(), pair[0].id))
    return tuple(one for one, _ in ahead)


@lru_cache(maxsize=2)
def _asking(book: Book) -> tuple[Invitation, ...]:
    return tuple(one for one in book.invitations.values() if _wants_answer(one))


def _wants_answer(invitation: Invitation) -> bool:
    return invitation.way is Way.RECEIVED and invitation.answer is Answer.WAITING and invitation.state is State.OPEN


def _is_ahead(invitation: Invitation, start: datetime | None, now: datetime) -> bool:
    if is_series(invitation):
        return start is not None
    return is_ahead(start, invitation.end, now, invitation)
