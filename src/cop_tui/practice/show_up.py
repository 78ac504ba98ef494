"""Show up: say what became of a promise. Kept, missed and excused in time are different things."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.errors import Refused
from cop_tui.domain.record import altered
from cop_tui.practice.manners import called, here, placed, utc


def showed_up(book: Book, commitment: Commitment, *, now: datetime, note: str = "") -> Change:
    """Keep a promise: the member was there, or did it."""
    done = "Done:" if commitment.kind is Promise.DO else "Showed up at"
    return _close(book, commitment, Outcome.KEPT, done, now=now, note=note)


def missed(book: Book, commitment: Commitment, *, now: datetime, note: str = "") -> Change:
    """Note that it did not come to it."""
    return _close(book, commitment, Outcome.MISSED, "Missed", now=now, note=note)


def excuse(book: Book, commitment: Commitment, *, now: datetime, note: str = "") -> Change:
    """Note that the member said in time that they could not."""
    return _close(book, commitment, Outcome.EXCUSED, "Excused", now=now, note=note)


def release(book: Book, commitment: Commitment, *, now: datetime, note: str = "") -> Change:
    """Let go of a promise that no longer stands: the host called it off, or nobody needs it any more."""
    return _close(book, commitment, Outcome.RELEASED, "Released", now=now, note=note)


def another_day(book: Book, commitment: Commitment, start: datetime, *, now: datetime, all_day: bool = False) -> Change:
    """Move an open promise to another moment; it lasts as long as before, and nobody was asked about it yet."""
    before = here(book, commitment)
    if before.outcome is not Outcome.OPEN:
        raise Refused(f"{called(before, now)} is closed: {before.outcome}", "Reopen it to move it")
    begin, timezone = placed(start, now, all_day=all_day)
    lasting = before.end - before.start if before.start and before.end and before.all_day is all_day else None
    after = altered(
        before,
        now,
        start=begin,
        end=begin + lasting if lasting else None,
        all_day=all_day,
        timezone=timezone,
        confirmed_on=None,
    )
    return Change(sentence=f"Moved {called(after, now)}", at=now, put=(after,))


def reopen(book: Book, commitment: Commitment, *, now: datetime) -> Change:
    """Take back what was said to have come of a promise."""
    before = here(book, commitment)
    if before.outcome is Outcome.OPEN:
        raise Refused(f"{called(before, now)} is open", "There is nothing to take back")
    after = altered(before, now, outcome=Outcome.OPEN, closed_on=None)
    return Change(sentence=f"Reopened {called(after, now)} (was {before.outcome})", at=now, put=(after,))


def _close(book: Book, commitment: Commitment, outcome: Outcome, done: str, *, now: datetime, note: str) -> Change:
    before = here(book, commitment)
    words = note.strip()
    if before.outcome is outcome and not words:
        raise Refused(f"{called(before, now)} is {outcome} already", "Add a note to it, or choose another outcome")
    after = altered(
        before,
        now,
        outcome=outcome,
        closed_on=before.closed_on if before.outcome is outcome else utc(now),
        reflection="\n\n".join(filter(None, (before.reflection, words))),
    )
    was = f" (was {before.outcome})" if before.outcome not in (Outcome.OPEN, outcome) else ""
    return Change(sentence=f"{done} {called(after, now)}{was}", at=now, put=(after,))
