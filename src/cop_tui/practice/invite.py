"""Invite: make an invitation or a proposal, note what people answer, withdraw it."""

from collections.abc import Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.community import Community
from cop_tui.domain.errors import Refused
from cop_tui.domain.invitation import Answer, Invitation, Offer, Recipient, State, Way
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered, fresh, new_id
from cop_tui.practice.gatherings import overrides_of, promises_of
from cop_tui.practice.manners import called, here, in_order, listed, named, nothing, placed, said, utc
from cop_tui.practice.people import met, someone, unknown_yet

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


def withdraw(book: Book, invitation: Invitation, *, now: datetime) -> Change:
    """Withdraw an invitation and release the open promises that came of it; a series goes with its occurrences."""
    before = here(book, invitation)
    if before.state is State.WITHDRAWN:
        raise Refused(f"{called(before, now)} is withdrawn already", "Invite anew if it takes place after all")
    withdrawn = tuple(_withdrawn(one, now) for one in (before, *overrides_of(book, before)))
    released = tuple(
        altered(promise, now, outcome=Outcome.RELEASED, closed_on=utc(now))
        for promise in promises_of(book, before)
        if promise.outcome is Outcome.OPEN
    )
    return Change(sentence=f"Withdrew {called(before, now)}", at=now, put=(*withdrawn, *released))


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
