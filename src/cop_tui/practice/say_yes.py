"""Say yes, and perhaps, and no: answer invitations, make promises, keep those of a series topped up."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community
from cop_tui.domain.errors import Refused
from cop_tui.domain.invitation import Answer, Invitation, State
from cop_tui.domain.moment import whole_day
from cop_tui.domain.record import altered, fresh
from cop_tui.practice.gatherings import (
    HORIZON,
    Gathering,
    gatherings,
    is_ahead,
    is_series,
    one_of,
    overrides_of,
    promise_for,
    promise_id,
    promises_of,
    series_of,
)
from cop_tui.practice.manners import called, dated, here, in_order, named, nothing, placed, said, utc

__all__ = ["HORIZON", "promise", "say_maybe", "say_no", "say_yes", "still_coming", "top_up"]

_TAKEN_BACK = (Outcome.EXCUSED, Outcome.RELEASED)


def say_yes(
    book: Book,
    invitation: Invitation,
    *,
    now: datetime,
    start: datetime | None = None,
    all_day: bool | None = None,
    occurrence: datetime | None = None,
) -> Change:
    """Answer yes and make the commitments: one, or of a series those of the next 60 days.

    `start` dates a proposal that has no date; without `all_day` it is about a day where it is kept as days are.
    `occurrence` says yes to that one gathering of a series only. A second yes makes only what is missing, and nothing
    where nothing is.
    """
    before = _meant(book, invitation, occurrence, now=now)
    found = _dated_by(gatherings(book, before, now=now), start, now=now, all_day=all_day)
    is_new = before.answer is not Answer.YES
    after = altered(before, now, answer=Answer.YES, answered_on=utc(now), state=State.OPEN) if is_new else before
    anew = is_new or start is not None
    made = (_taken_up(book, gathering, now=now, anew=anew, single=not is_series(before)) for gathering in found)
    put = _new(book, (after, *(promised for promised in made if promised)))
    sentence = _yes_words(after, found, now)
    return (
        Change(sentence=f"Said yes to {sentence}", at=now, put=put)
        if put
        else nothing(f"Already said yes to {sentence}", now)
    )


def say_maybe(book: Book, invitation: Invitation, *, now: datetime, occurrence: datetime | None = None) -> Change:
    """Answer perhaps; the coming promises of a former yes are released."""
    return _step_back(book, invitation, Answer.MAYBE, "perhaps", now=now, occurrence=occurrence)


def say_no(book: Book, invitation: Invitation, *, now: datetime, occurrence: datetime | None = None) -> Change:
    """Answer no; the coming promises of a former yes are excused, for this says so in time."""
    return _step_back(book, invitation, Answer.NO, "no", now=now, occurrence=occurrence)


def promise(
    book: Book,
    what: str,
    *,
    now: datetime,
    start: datetime | None = None,
    end: datetime | None = None,
    all_day: bool = False,
    community: Community | None = None,
    kind: Promise | None = None,
) -> Change:
    """Make a promise of one's own: to do something, or to show up somewhere that needs no invitation."""
    words = said(what, "A promise needs words", "Say in a few words what you will do")
    in_order(start, end)
    begin, timezone = placed(start, now, all_day=all_day) if start else (None, "")
    promised = fresh(
        Commitment,
        now,
        what=words,
        community=here(book, community).id if community else None,
        start=begin,
        end=placed(end, now, all_day=all_day)[0] if end else None,
        all_day=all_day and start is not None,
        timezone=timezone,
        kind=kind or Promise.DO,
    )
    return Change(sentence=f"Promised {called(promised, now)}", at=now, put=(promised,))


def top_up(book: Book, *, now: datetime) -> Change:
    """Make the commitments that are missing in the next 60 days of the series said yes to.

    What the member excused or released stays so, and what they removed was answered with no.
    """
    put = tuple(
        promise_for(book, gathering, now=now)
        for series in book.invitations.values()
        if is_series(series) and series.answer is Answer.YES and series.state is State.OPEN
        for gathering in gatherings(book, series, now=now)
        if promise_id(gathering.invitation, gathering.occurrence) not in book.commitments
    )
    if not put:
        return nothing("Nothing to add to the series you said yes to", now)
    gathered = "1 gathering" if len(put) == 1 else f"{len(put)} gatherings"
    return Change(sentence=f"Added {gathered} of series you said yes to", at=now, put=put)


def still_coming(book: Book, commitment: Commitment, *, now: datetime) -> Change:
    """Say again, near the day, that one comes."""
    before = here(book, commitment)
    if before.outcome is not Outcome.OPEN:
        raise Refused(f"{called(before, now)} is closed: {before.outcome}", "Reopen it if you are coming after all")
    if before.confirmed_on:
        return nothing(f"Already said you are coming to {called(before, now)}", now)
    after = altered(before, now, confirmed_on=utc(now))
    return Change(sentence=f"Said you are coming to {called(after, now)}", at=now, put=(after,))


def _meant(book: Book, invitation: Invitation, occurrence: datetime | None, *, now: datetime) -> Invitation:
    """Return the invitation, or the one for an occurrence, that can still be answered."""
    meant = here(book, invitation)
    series = series_of(book, meant)
    if occurrence is not None and is_series(meant):
        series, one = meant, one_of(book, meant, occurrence, now=now)
        if one is None:
            raise Refused(f"{named(meant.title)} does not take place then", "Choose one of its own dates")
        meant = one
    for asked in (meant, series or meant):
        if asked.state is State.WITHDRAWN:
            raise Refused(f"{called(meant, now)} was withdrawn", "Ask the host whether there is another date")
    return meant


def _dated_by(
    found: tuple[Gathering, ...], start: datetime | None, *, now: datetime, all_day: bool | None
) -> tuple[Gathering, ...]:
    """Give the one gathering without a date the date that the member names."""
    if start is None:
        return found
    if len(found) != 1 or found[0].start is not None:
        raise Refused("It has its date already", "Say yes without a date; what you promised may be moved afterwards")
    if all_day is None:
        all_day = start.tzinfo is UTC and start == whole_day(start.date())
    begin, timezone = placed(start, now, all_day=all_day)
    invitation = altered(found[0].invitation, now, timezone=timezone, all_day=all_day)
    return (Gathering(invitation=invitation, start=begin),)


def _taken_up(book: Book, gathering: Gathering, *, now: datetime, anew: bool, single: bool) -> Commitment | None:
    """Return the commitment to a gathering, new, taken up again or moved; none where it stays as it is.

    A gathering that was kept or missed is what it is. One that was taken back comes again with a new answer, or where
    it alone was said yes to. One that is open takes the gathering's moment only with a new answer: the member may have
    moved it.
    """
    wanted = promise_for(book, gathering, now=now)
    known = book.commitments.get(wanted.id)
    if known is None:
        return wanted
    taken_back = known.outcome in _TAKEN_BACK
    if (not anew and not (taken_back and single)) or known.outcome in (Outcome.KEPT, Outcome.MISSED):
        return None
    return altered(
        known,
        now,
        invitation=wanted.invitation,
        start=wanted.start,
        end=wanted.end,
        all_day=wanted.all_day,
        timezone=wanted.timezone,
        outcome=Outcome.OPEN,
        closed_on=None,
    )


def _step_back(
    book: Book, invitation: Invitation, answer: Answer, word: str, *, now: datetime, occurrence: datetime | None
) -> Change:
    before = _meant(book, invitation, occurrence, now=now)
    outcome = Outcome.EXCUSED if answer is Answer.NO else Outcome.RELEASED
    after = altered(before, now, answer=answer, answered_on=utc(now)) if before.answer is not answer else before
    own = tuple(one for one in overrides_of(book, before) if one.answer is Answer.YES)
    along = own if before.answer is Answer.YES else ()
    stays = {promise_id(one, one.occurrence) for one in own if one not in along}
    back = tuple(
        altered(one, now, outcome=outcome, closed_on=utc(now))
        for one in promises_of(book, before)
        if one.id not in stays and one.outcome is Outcome.OPEN and is_ahead(one.start, one.end, now, one)
    )
    answers = (altered(one, now, answer=answer, answered_on=utc(now)) for one in along)
    put = _new(book, (after, *answers, *back))
    if not put:
        return nothing(f"Already said {word} to {called(before, now)}", now)
    words = f"; {outcome} {len(back)} coming" if is_series(before) and back else ""
    return Change(sentence=f"Said {word} to {called(before, now)}{words}", at=now, put=put)


def _yes_words(invitation: Invitation, found: tuple[Gathering, ...], now: datetime) -> str:
    if not found:
        return f"{named(invitation.title)}, with nothing in the next {HORIZON // timedelta(days=1)} days"
    first = found[0].invitation
    words = dated(invitation.title, found[0].start, now, timezone=first.timezone, all_day=first.all_day)
    return words if len(found) == 1 else f"{words} and {len(found) - 1} more"


def _new(book: Book, records: Iterable[Invitation | Commitment]) -> tuple[Invitation | Commitment, ...]:
    return tuple(record for record in records if book.of(type(record)).get(record.id) != record)
