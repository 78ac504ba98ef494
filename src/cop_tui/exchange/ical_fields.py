"""An event's content as the fields of an invitation: who asks whom, when, and what they said so far."""

from datetime import datetime
from typing import Any

from cop_tui.domain.invitation import Answer, Recipient, Way
from cop_tui.domain.record import derived_id
from cop_tui.exchange.ical_draft import Draft
from cop_tui.exchange.ical_events import Happening, Someone


def id_of(uid: str, occurrence: datetime | None) -> str:
    """Return the id of the invitation of a UID and occurrence, the same in every notebook."""
    return derived_id("invitation", uid, occurrence.isoformat() if occurrence else "")


def role_of(draft: Draft, what: Happening) -> tuple[Way, Someone | None]:
    """Tell whether the member asks or is asked, and as whom."""
    attendee = next((one for one in what.attendees if one.mail in draft.mine), None)
    sent = what.organizer is not None and what.organizer.mail in draft.mine
    return (Way.SENT if sent else Way.RECEIVED), attendee


def host_of(draft: Draft, what: Happening, way: Way) -> dict[str, Any]:
    """Return who asks: the person, made if new, and their address for a reply.

    Where nobody is named it is whoever sent the letter, if the member knows them; that gives no later letter of theirs
    the right to change anything.
    """
    if what.organizer is None:
        known = draft.known(what.sender) if what.sender is not None and way is Way.RECEIVED else None
        return {"organizer": "", "sender": known}
    is_someone = way is Way.RECEIVED and bool(what.organizer.name)
    return {"organizer": what.organizer.raw, "sender": draft.person(what.organizer) if is_someone else None}


def fields_of(draft: Draft, what: Happening, way: Way, before: tuple[Recipient, ...] = ()) -> dict[str, Any]:
    """Return what the event says; `before` are those who are known to be asked, with their answers."""
    start = what.start
    if start is None:
        return {"title": what.title, "sequence": what.sequence, "stamp": what.stamp}
    return {
        "title": what.title,
        "note": what.note,
        "place": what.place,
        "link": what.link,
        "start": start.at,
        "end": what.end,
        "all_day": start.all_day,
        "timezone": start.zone.name if start.zone is not None else "",
        "recurrence": what.recurrence,
        "sequence": what.sequence,
        "stamp": what.stamp,
        "recipients": _recipients(draft, what, way, before),
    }


def _recipients(draft: Draft, what: Happening, way: Way, before: tuple[Recipient, ...]) -> tuple[Recipient, ...]:
    """Return who else is asked; of an invitation received, those whom the member knows."""
    said = {one.person: one for one in before}
    found: dict[str, Recipient] = {}
    for who in what.attendees:
        if who.mail in draft.mine or not (who.mail or who.name):
            continue
        person = draft.person(who) if way is Way.SENT else draft.known(who)
        if person is not None:
            found[person] = _said_by(person, who, said.get(person), what)
    return tuple(found.values())


def _said_by(person: str, who: Someone, before: Recipient | None, what: Happening) -> Recipient:
    """Return what someone said: what they told the member themselves counts more than an older word of the file."""
    answer = who.answer or Answer.WAITING
    if before is not None and before.answer is not Answer.WAITING:
        older = before.stamp is not None and what.stamp is not None and what.stamp < before.stamp
        if older or answer is Answer.WAITING:
            return before
    return Recipient(person=person, answer=answer, stamp=what.stamp if answer is not Answer.WAITING else None)
