"""Invite: make an invitation or a proposal, note what people answer, change it, withdraw it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.community import Community
from cop_tui.domain.errors import Refused
from cop_tui.domain.invitation import Answer, Invitation, Offer, Recipient, State, Way
from cop_tui.domain.moment import in_zone
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered, fresh, new_id
from cop_tui.practice.gatherings import is_series, one_of, overrides_of, promises_of
from cop_tui.practice.manners import called, here, in_order, listed, named, nothing, placed, said, utc
from cop_tui.practice.people import edit, met, someone, unknown_yet

SAYS = {Answer.YES: "says yes", Answer.MAYBE: "says perhaps", Answer.NO: "says no", Answer.WAITING: "has not said yet"}
"""How an answer of someone else is told."""


def invite(
    book: Book,
    title: str,
    to: Sequence[str | Person],
    *,
    now: datetime,
    community: Community | None = None,
    start: datetime | None = None,
    end: datetime | None = None,
    all_day: bool = False,
    place: str = "",
    link: str = "",
    note: str = "",
    kind: Offer = Offer.INVITATION,
) -> Change:
    """Make an invitation or a proposal to people; those who are new are noted too. All-day ends are the day after."""
    in_order(start, end)
    people = met(book, to, now=now)
    begin, timezone = placed(start, now, all_day=all_day) if start else (None, "")
    invitation = fresh(
        Invitation,
        now,
        way=Way.SENT,
        kind=kind,
        title=said(title, "An invitation needs a title", "Say in a few words what you invite to"),
        note=note,
        community=here(book, community).id if community else None,
        recipients=tuple(Recipient(person=person.id) for person in people),
        start=begin,
        end=placed(end, now, all_day=all_day)[0] if end else None,
        all_day=all_day and start is not None,
        timezone=timezone,
        place=place.strip(),
        link=link.strip(),
        uid=f"{new_id()}@cop-tui",
        stamp=utc(now),
    )
    return Change(sentence=_sentence(invitation, people, now), at=now, put=(*unknown_yet(book, people), invitation))


def take_answer(
    book: Book,
    invitation: Invitation,
    person: str | Person,
    answer: Answer,
    *,
    now: datetime,
    stamp: datetime | None = None,
) -> Change:
    """Note what someone said to an invitation; one who was not asked is added to it.

    `stamp` is when they said so by their own clock. An answer older than the one that is noted changes nothing.
    """
    before = here(book, invitation)
    who = someone(book, person, now=now)
    noted = {one.person: one for one in before.recipients}
    known = noted.get(who.id)
    if known and known.stamp and stamp and stamp < known.stamp:
        return nothing(f"{named(who.name)} has given a newer answer since", now)
    if known and known.answer is answer and stamp in (None, known.stamp):
        return nothing(f"{named(who.name)} {SAYS[answer]} to {called(before, now)}, as before", now)
    noted[who.id] = Recipient(person=who.id, answer=answer, stamp=utc(stamp or now))
    after = altered(before, now, recipients=tuple(noted.values()))
    sentence = f"Noted that {named(who.name)} {SAYS[answer]} to {called(before, now)}"
    return Change(sentence=sentence, at=now, put=(*unknown_yet(book, (who,)), after))


def revise(
    book: Book,
    invitation: Invitation,
    *,
    now: datetime,
    start: datetime | None = None,
    all_day: bool = False,
    to: Sequence[str | Person] = (),
    occurrence: datetime | None = None,
    **fields: str,
) -> Change:
    """Change an invitation of one's own, or with `occurrence` one gathering of a series; it lasts as long as before.

    A new day alone keeps the hour. `fields` are title, place, link and note; people in `to` are asked besides those who
    were. Where guests are to be told it becomes another revision.

    Raises:
        Refused: it is not the member's own, was withdrawn, or is a whole series that would move.
    """
    before = _own(book, invitation, occurrence, now=now)
    if start is not None and is_series(before):
        raise Refused(f"{named(before.title)} is a series", "Say which one of its dates moves")
    people = met(book, to, now=now)
    asked = {one.person for one in before.recipients}
    more = tuple(Recipient(person=one.id) for one in people if one.id not in asked)
    changed: dict[str, object] = {**fields, "recipients": (*before.recipients, *more)}
    if start is not None:
        changed |= _moved(before, start, now, all_day=all_day)
    known = Change(sentence="", at=now, put=(*unknown_yet(book, people), before))
    change = edit(book.apply(known), before, now=now, **changed)
    if not change:
        return nothing(change.sentence, now)
    return known.then(change, f"Changed {called(next(_invitations(change)), now)}")


def withdraw(book: Book, invitation: Invitation, *, now: datetime, occurrence: datetime | None = None) -> Change:
    """Withdraw an invitation and release the open promises that came of it; a series goes with its occurrences.

    With `occurrence` that one gathering of a series is called off, and the others stand.
    """
    before = here(book, invitation) if occurrence is None else _own(book, invitation, occurrence, now=now)
    if before.state is State.WITHDRAWN:
        raise Refused(f"{called(before, now)} is withdrawn already", "Invite anew if it takes place after all")
    withdrawn = tuple(_withdrawn(one, now) for one in (before, *overrides_of(book, before)))
    released = tuple(
        altered(promise, now, outcome=Outcome.RELEASED, closed_on=utc(now))
        for promise in promises_of(book, before)
        if promise.outcome is Outcome.OPEN
    )
    return Change(sentence=f"Withdrew {called(before, now)}", at=now, put=(*withdrawn, *released))


def _own(book: Book, invitation: Invitation, occurrence: datetime | None, *, now: datetime) -> Invitation:
    """Return the invitation, or the one for an occurrence of it, that the member made and that still stands."""
    own = here(book, invitation)
    if own.way is Way.RECEIVED:
        raise Refused(f"{called(own, now)} is not yours to change", "Answer it with yes, maybe or no")
    if occurrence is not None:
        one = one_of(book, own, occurrence, now=now) if is_series(own) else None
        if one is None:
            raise Refused(f"{named(own.title)} does not take place then", "Choose one of its own dates")
        own = one
    if own.state is State.WITHDRAWN:
        raise Refused(f"{called(own, now)} is withdrawn already", "Invite anew if it takes place after all")
    return own


def _moved(before: Invitation, start: datetime, now: datetime, *, all_day: bool) -> dict[str, object]:
    """Return the fields that say when an invitation is that moves: by a day alone to the same hour of that day."""
    if all_day and before.start is not None and not before.all_day:
        hour = in_zone(before.start, before.timezone).timetz()
        begin, timezone, all_day = datetime.combine(start.date(), hour), before.timezone, False
    else:
        begin, timezone = placed(start, now, all_day=all_day)
    lasting = before.end - before.start if before.start and before.end and before.all_day is all_day else None
    end = begin + lasting if lasting is not None else None
    return {"start": begin, "end": end, "all_day": all_day, "timezone": timezone}


def _invitations(change: Change) -> Iterator[Invitation]:
    return (one for one in change.put if isinstance(one, Invitation))


def _withdrawn(invitation: Invitation, now: datetime) -> Invitation:
    if invitation.state is State.WITHDRAWN or invitation.way is Way.RECEIVED:
        return altered(invitation, now, state=State.WITHDRAWN)
    sequence = invitation.sequence + 1
    return altered(invitation, now, state=State.WITHDRAWN, sequence=sequence, stamp=utc(now))


def _sentence(invitation: Invitation, people: Sequence[Person], now: datetime) -> str:
    done = "Proposed" if invitation.kind is Offer.PROPOSAL else "Invited"
    what = called(invitation, now)
    names = listed(person.name for person in people)
    if invitation.kind is Offer.PROPOSAL:
        return f"{done} {what}, to {names}" if people else f"{done} {what}"
    return f"{done} {names} to {what}" if people else f"Made an invitation to {what}"
