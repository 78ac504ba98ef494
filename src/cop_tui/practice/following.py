"""What promises do when their invitation is changed: they follow it, but for what the member changed on them."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.invitation import Answer, Invitation
from cop_tui.domain.record import altered
from cop_tui.practice.gatherings import gatherings, is_ahead, is_series, promise_for, promises_of

FOLLOWS = {name: name for name in ("community", "start", "end", "all_day", "timezone")} | {"what": "title"}
"""The fields of a commitment that follow its invitation, each with the field that they follow."""

TIMES = ("start", "end", "all_day", "timezone", "recurrence")
"""The fields of an invitation that say when it is."""


def follow(book: Book, before: Invitation, after: Invitation, *, now: datetime) -> Change:
    """Return the change by which the open promises of an invitation follow it, without a sentence of its own.

    Those of a series whose times changed are made anew from now on.
    """
    kept = [one for one in promises_of(book, before) if one.outcome is Outcome.OPEN and one.invitation == before.id]
    if _is_another_series(before, after):
        coming = {one.id: one for one in kept if is_ahead(one.start, one.end, now, one)}
        anew = _anew(book, before, after, coming, now=now)
        take = tuple(one for one in coming.values() if one.id not in {made.id for made in anew})
        return Change(sentence="", at=now, put=anew, take=take)
    moved = [(one, _followed(one, before, after, now)) for one in kept]
    return Change(sentence="", at=now, put=tuple(now_so for one, now_so in moved if now_so is not one))


def _is_another_series(before: Invitation, after: Invitation) -> bool:
    is_one = is_series(before) or is_series(after)
    return is_one and any(getattr(before, name) != getattr(after, name) for name in TIMES)


def _anew(
    book: Book, before: Invitation, series: Invitation, coming: dict[str, Commitment], *, now: datetime
) -> tuple[Commitment, ...]:
    """Return the promises of a series as it is now; on those that were there before, what was noted stays."""
    if series.answer is not Answer.YES:
        return ()
    changed = book.apply(Change(sentence="", at=now, put=(series,)))
    made = (promise_for(changed, one, now=now) for one in gatherings(changed, series, now=now))
    return tuple(
        _moved(coming[one.id], one, before, series, now) if one.id in coming else one
        for one in made
        if one.id in coming or one.id not in book.commitments
    )


def _moved(promise: Commitment, made: Commitment, before: Invitation, after: Invitation, now: datetime) -> Commitment:
    """Return a promise of a series at the time at which it would be made now."""
    followed = _followed(promise, before, after, now)
    return altered(followed, now, start=made.start, end=made.end, all_day=made.all_day, timezone=made.timezone)


def _followed(promise: Commitment, before: Invitation, after: Invitation, now: datetime) -> Commitment:
    same = [name for name in FOLLOWS if getattr(promise, name) == getattr(before, FOLLOWS[name])]
    return altered(promise, now, **{name: getattr(after, FOLLOWS[name]) for name in same})
