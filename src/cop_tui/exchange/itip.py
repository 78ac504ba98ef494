"""iTIP out (RFC 5546): the reply to an invitation, the request that invites others, and what calls it off."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Refused
from cop_tui.domain.invitation import Answer, Invitation, Offer, State, Way
from cop_tui.domain.member import Member
from cop_tui.domain.moment import in_zone, zone_named
from cop_tui.exchange.ical_clocks import add_clocks
from cop_tui.practice.gatherings import overrides_of
from cop_tui.practice.recurrence import wall

if TYPE_CHECKING:
    from icalendar import Calendar, Event, vCalAddress

_YEARS = 10
"""For how many years ahead a series is given the clock of its zone."""
PRODUCT = "-//cop-tui//EN"
"""What our files say that they were written by."""
OWN_UID = "@cop-tui"
"""What the UID of a promise ends in that went out as a calendar of its own; before it stands the promise's id."""
PARTSTAT = {
    Answer.WAITING: "NEEDS-ACTION",
    Answer.YES: "ACCEPTED",
    Answer.MAYBE: "TENTATIVE",
    Answer.NO: "DECLINED",
}
"""What calendars call an answer."""


def reply(invitation: Invitation, member: Member, *, now: datetime) -> bytes:
    """Return the reply that tells the host what the member said.

    Raises:
        Refused: there is no answer yet, or no address to answer from.
    """
    if invitation.answer is Answer.WAITING:
        raise Refused("You have not answered yet", "Say yes, maybe or no first")
    address = invitation.attendee or (f"mailto:{member.emails[0]}" if member.emails else "")
    if not address:
        raise Refused("A reply needs an address of yours", "Tell it with: cop-tui me --email you@example.org")
    calendar, event = _begun("REPLY", invitation, now)
    if invitation.organizer:
        event.add("organizer", _who(invitation.organizer))
    event.add("attendee", _who(address, member.name, PARTSTAT=PARTSTAT[invitation.answer]))
    _add_times(event, invitation, in_utc=True)
    calendar.add_component(event)
    return _bytes(calendar)


def request(invitation: Invitation, book: Book, *, now: datetime) -> bytes:
    """Return the request that invites everyone whose address is known; of a series with its single occurrences.

    Raises:
        Refused: it has no date, was withdrawn, or there is no address to answer to.
    """
    if invitation.state is State.WITHDRAWN:
        raise Refused("It was withdrawn, so it invites nobody any more")
    if invitation.start is None:
        raise Refused("A calendar needs a date", "Give it one with --on")
    beside = overrides_of(book, invitation)
    calendar, event = _begun("REQUEST", invitation, now)
    _add_guests(event, invitation, book)
    _add_what(event, invitation)
    _add_recurrence(event, invitation)
    called_off = [_written(one, invitation, in_utc=False) for one in _called_off(beside)]
    if called_off:
        event.add("exdate", called_off)
    standing = (one for one in beside if one.state is not State.WITHDRAWN and one.start is not None)
    events = [event, *(_beside(one, book, now) for one in standing)]
    add_clocks(calendar, events, ahead=_YEARS)
    for part in events:
        calendar.add_component(part)
    return _bytes(calendar)


def cancel(invitation: Invitation, book: Book, *, now: datetime) -> bytes:
    """Return the message that calls off what the member withdrew: all of it, or one occurrence (RFC 5546 §3.2.5).

    Raises:
        Refused: it stands, is somebody else's, or there is no address that it comes from.
    """
    if invitation.state is not State.WITHDRAWN or invitation.way is Way.RECEIVED:
        raise Refused("Only what you invited to and withdrew can be called off")
    calendar, event = _begun("CANCEL", invitation, now)
    _add_guests(event, invitation, book)
    _add_times(event, invitation, in_utc=True)
    event.add("status", "CANCELLED")
    calendar.add_component(event)
    return _bytes(calendar)


def clean(text: str) -> str:
    """Return a text as a calendar may hold it: no control characters but line ends and tabs, no half characters."""
    whole = text.encode("utf-8", "replace").decode()
    return "".join(one for one in whole.replace("\r\n", "\n") if one in "\n\t" or (one >= " " and one != "\x7f"))


def _begun(method: str, invitation: Invitation, now: datetime) -> tuple["Calendar", "Event"]:
    from icalendar import Calendar, Event

    calendar, event = Calendar(), Event()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    event.add("uid", clean(invitation.uid or invitation.id))
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", invitation.sequence)
    event.add("summary", clean(invitation.title))
    return calendar, event


def _who(address: str, name: str = "", **params: str) -> "vCalAddress":
    from icalendar import vCalAddress

    who = vCalAddress("".join(clean(address).split()))
    if name:
        who.params["CN"] = clean(name).replace('"', "'").replace("\n", " ")
    who.params.update(params)
    return who


def _beside(one: Invitation, book: Book, now: datetime) -> "Event":
    """Return the event of one occurrence that stands beside its series."""
    _, event = _begun("REQUEST", one, now)
    _add_guests(event, one, book)
    _add_what(event, one)
    return event


def _called_off(beside: Iterable[Invitation]) -> Iterator[datetime]:
    return (one.occurrence for one in beside if one.state is State.WITHDRAWN and one.occurrence is not None)


def _add_guests(event: "Event", invitation: Invitation, book: Book) -> None:
    """Add who asks, and whoever is asked and has an address, with what they said."""
    if not (invitation.organizer or book.me.emails):
        raise Refused("An invitation needs an address to answer to", "Tell it with: cop-tui me --email you@example.org")
    event.add("organizer", _who(invitation.organizer or f"mailto:{book.me.emails[0]}", book.me.name))
    for one in invitation.recipients:
        person = book.people.get(one.person)
        if person is not None and person.emails:
            params = {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": PARTSTAT[one.answer], "RSVP": "TRUE"}
            event.add("attendee", _who(f"mailto:{person.emails[0]}", person.name, **params))


def _add_what(event: "Event", invitation: Invitation) -> None:
    """Add what guests are told besides the title: when, on the clock that was agreed, where, and what is said of it."""
    _add_times(event, invitation, in_utc=False)
    for name, text in (("description", invitation.note), ("location", invitation.place)):
        if text:
            event.add(name, clean(text))
    if invitation.link:
        event.add("url", "".join(clean(invitation.link).split()))
    event.add("status", "TENTATIVE" if invitation.kind is Offer.PROPOSAL else "CONFIRMED")


def _add_times(event: "Event", invitation: Invitation, *, in_utc: bool) -> None:
    moments = {"dtstart": invitation.start, "dtend": invitation.end, "recurrence-id": invitation.occurrence}
    for name, moment in moments.items():
        if moment is not None:
            event.add(name, _written(moment, invitation, in_utc=in_utc))


def _written(moment: datetime, invitation: Invitation, *, in_utc: bool) -> date | datetime:
    if invitation.all_day:
        return moment.date()
    if in_utc or zone_named(invitation.timezone) is None:
        return in_zone(moment, invitation.timezone).astimezone(UTC)
    return in_zone(moment, invitation.timezone)


def _add_recurrence(event: "Event", invitation: Invitation) -> None:
    from icalendar import vRecur

    for line in invitation.recurrence.splitlines():
        name, _, value = line.partition(":")
        if name == "RRULE":
            rule = vRecur.from_ical(value)
            if "UNTIL" in rule:
                rule["UNTIL"] = [_listed(str(one), invitation, in_utc=True) for one in _until(value)]
            event.add("rrule", rule)
        elif value:
            event.add(name, [_listed(word, invitation, in_utc=False) for word in value.split(",")])


def _until(value: str) -> list[str]:
    return [part.removeprefix("UNTIL=") for part in value.split(";") if part.startswith("UNTIL=")]


def _listed(word: str, invitation: Invitation, *, in_utc: bool) -> date | datetime:
    moment = wall(word)
    if invitation.all_day or "T" not in word:
        return moment.date()
    zone = zone_named(invitation.timezone) or (invitation.start.tzinfo if invitation.start else None) or UTC
    shown = moment.replace(tzinfo=zone)
    return shown.astimezone(UTC) if in_utc else shown


def _bytes(calendar: Any) -> bytes:
    written: bytes = calendar.to_ical()
    return written
