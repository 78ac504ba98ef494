"""Check in: keep the day's check-in, skip a day, pause and come back. None of these breaks the rhythm but silence."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn, DayKind, Step, StepDone
from cop_tui.domain.errors import Refused
from cop_tui.domain.record import altered, derived_id, fresh
from cop_tui.practice.manners import nothing
from cop_tui.practice.words import day_words


def check_in(book: Book, steps: Sequence[StepDone], *, now: datetime) -> Change:
    """Keep today's check-in; a second one on the same day adds to the first, and an open pause ends."""
    day = now.date()
    before = _on(book, day)
    done = _merged((*(before.steps if before else ()), *steps))
    after = (
        altered(before, now, kind=DayKind.DONE, steps=done)
        if before
        else fresh(CheckIn, now, id=_id(day), day=day, steps=done)
    )
    paused = _pause(book, day)
    if after is before:
        return _ended(paused, now) if paused else nothing("Already checked in today", now)
    sentence = "Checked in" if before is None or before.kind is DayKind.SKIPPED else "Added to today's check-in"
    change = Change(sentence=sentence, at=now, put=(after,))
    return change.then(_ended(paused, now)) if paused else change


def skip_day(book: Book, *, now: datetime, day: date | None = None, note: str = "") -> Change:
    """Take a day off; the rhythm holds."""
    off = day or now.date()
    before = _on(book, off)
    if before and before.kind is DayKind.DONE:
        raise Refused(f"You checked in {day_words(off, now.date())}", "There is nothing to skip")
    after = (
        altered(before, now, note=note.strip() or before.note)
        if before
        else fresh(CheckIn, now, id=_id(off), day=off, kind=DayKind.SKIPPED, note=note.strip())
    )
    if after is before:
        return nothing(f"Already took {day_words(off, now.date())} off", now)
    return Change(sentence=f"Took {day_words(off, now.date())} off", at=now, put=(after,))


def pause(book: Book, *, now: datetime, until: date | None = None, note: str = "") -> Change:
    """Pause the check-ins from today, until a day or until the member comes back."""
    day = now.date()
    if _pause(book, day):
        raise Refused("Your check-ins are paused already", "Resume first to set another pause")
    if until and until < day:
        raise Refused("The pause would be over before it begins", "Give a day that is still to come")
    made = fresh(
        CheckIn,
        now,
        id=derived_id("pause", day.isoformat()),
        day=day,
        kind=DayKind.PAUSED,
        until=until,
        note=note.strip(),
    )
    words = f" until {day_words(until, day)}" if until else ""
    return Change(sentence=f"Paused the check-ins{words}", at=now, put=(made,))


def resume(book: Book, *, now: datetime) -> Change:
    """Come back from a pause."""
    paused = _pause(book, now.date())
    if paused is None:
        raise Refused("Your check-ins are not paused", "Check in whenever you like")
    return _ended(paused, now)


def _ended(paused: CheckIn, now: datetime) -> Change:
    """End a pause with yesterday; one that began today was none."""
    sentence = "Came back from the pause"
    yesterday = now.date() - timedelta(days=1)
    if yesterday < paused.day:
        return Change(sentence=sentence, at=now, take=(paused,))
    return Change(sentence=sentence, at=now, put=(altered(paused, now, until=yesterday),))


def _pause(book: Book, day: date) -> CheckIn | None:
    pauses = (one for one in book.check_ins.values() if one.kind is DayKind.PAUSED)
    return next((one for one in pauses if one.day <= day and (one.until is None or day <= one.until)), None)


def _on(book: Book, day: date) -> CheckIn | None:
    days = (one for one in book.check_ins.values() if one.kind is not DayKind.PAUSED)
    return next((one for one in days if one.day == day), None)


def _merged(steps: Iterable[StepDone]) -> tuple[StepDone, ...]:
    did: dict[Step, dict[str, None]] = {}
    for one in steps:
        did.setdefault(one.step, {}).update(dict.fromkeys(one.did))
    return tuple(StepDone(step=step, did=tuple(did[step])) for step in Step if step in did)


def _id(day: date) -> str:
    return derived_id("check-in", day.isoformat())
