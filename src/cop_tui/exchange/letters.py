"""Mails to open and send, with what calendars understand inside (RFC 6047): answers, invitations, what is called off.

Names, titles and addresses come from strangers too. In a header each is one line of plain text, or it is refused; no
word in it can begin a header of its own, or name another address.
"""

import re
import unicodedata
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import PurePath
from typing import Literal
from urllib.parse import unquote

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Refused
from cop_tui.domain.invitation import Answer, Invitation, Offer
from cop_tui.domain.moment import in_zone
from cop_tui.exchange import itip
from cop_tui.practice.gatherings import is_series
from cop_tui.practice.words import exact_day, one_line

Method = Literal["REPLY", "REQUEST", "CANCEL"]
"""What is said: an answer, an invitation or its update, or that it is called off."""

_MAILABLE = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?")
_UNSAFE = str.maketrans(dict.fromkeys('()<>[]:;@\\,"', " "))
_ANSWERED = {Answer.YES: "Accepted", Answer.MAYBE: "Tentative", Answer.NO: "Declined", Answer.WAITING: "No answer yet"}
_SAID = {
    Answer.YES: "Yes, I am coming to {what}.",
    Answer.MAYBE: "Perhaps I can come to {what}; I am not sure yet.",
    Answer.NO: "I can't come to {what}. Thank you for asking me.",
    Answer.WAITING: "I have not answered yet about {what}.",
}
_LONGEST = 200


def as_file(path: PurePath, method: Method, invitation: Invitation, book: Book, *, now: datetime) -> bytes:
    """Return what goes into a file of this name: a mail to send where it ends in `.eml`, else the calendar alone.

    Raises:
        Refused: it can't be said, or there is no address to say it to or from.
    """
    calendar = _calendar(method, invitation, book, now)
    if path.suffix.casefold() != ".eml":
        return calendar
    return _letter(method, invitation, book, calendar, now)


def _calendar(method: Method, invitation: Invitation, book: Book, now: datetime) -> bytes:
    match method:
        case "REPLY":
            return itip.reply(invitation, book.me, now=now)
        case "REQUEST":
            return itip.request(invitation, book, now=now)
        case "CANCEL":
            return itip.cancel(invitation, book, now=now)


def _letter(method: Method, invitation: Invitation, book: Book, calendar: bytes, now: datetime) -> bytes:
    """Return the mail; a mail program that opens it takes it for a draft (X-Unsent) and gives it its Message-ID."""
    own = invitation.attendee if method == "REPLY" else invitation.organizer
    letter = EmailMessage(policy=SMTP)
    letter["From"] = _addressed(book.me.name, mailable(own or "".join(book.me.emails[:1])))
    letter["To"] = _host(invitation, book) if method == "REPLY" else _guests(invitation, book)
    letter["Subject"] = f"{_subject(method, invitation)}: {header_text(invitation.title)}"
    letter["Date"] = now
    letter["X-Unsent"] = "1"
    letter.set_content(itip.clean(_words(method, invitation, book)), cte="quoted-printable")
    letter.add_alternative(calendar.decode(), subtype="calendar", params={"method": method}, cte="base64")
    return letter.as_bytes()


def mailable(address: str) -> str:
    """Return the mail address that a calendar address names.

    Raises:
        Refused: mail can't go there.
    """
    plain = "".join(address.split())
    if plain[:7].casefold() == "mailto:":
        plain = unquote(plain[7:].partition("?")[0])
    if not _MAILABLE.fullmatch(plain) or ".." in plain or plain.startswith(".") or ".@" in plain:
        raise Refused(
            f"Mail can't be sent to or from “{one_line(address, 60)}”", "Name a file that ends in .ics instead"
        )
    return plain


def header_text(text: str) -> str:
    """Return a text as one line of a header: no control character, nothing that a reader would decode to one."""
    seen = "".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in itip.clean(text))
    line = " ".join(seen.replace("=?", "= ?").split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _addressed(name: str, address: str) -> Address:
    return Address(header_text(name.translate(_UNSAFE)), addr_spec=address)


def _host(invitation: Invitation, book: Book) -> Address:
    sender = book.people.get(invitation.sender or "")
    address = invitation.organizer or (sender.emails[0] if sender and sender.emails else "")
    if not address:
        raise Refused("There is no address to reply to", "Tell the host yourself, or name a file that ends in .ics")
    return _addressed(sender.name if sender else "", mailable(address))


def _guests(invitation: Invitation, book: Book) -> tuple[Address, ...]:
    asked = (book.people.get(one.person) for one in invitation.recipients)
    found = tuple(_addressed(one.name, mailable(one.emails[0])) for one in asked if one is not None and one.emails)
    if not found:
        raise Refused("Nobody whom you invite has an address", "Give it, as in --to 'Ana <ana@example.org>'")
    return found


def _subject(method: Method, invitation: Invitation) -> str:
    if method == "REPLY":
        return _ANSWERED[invitation.answer]
    if method == "CANCEL":
        return "Called off"
    what = "Proposal" if invitation.kind is Offer.PROPOSAL else "Invitation"
    return f"Changed {what.lower()}" if invitation.sequence else what


def _words(method: Method, invitation: Invitation, book: Book) -> str:
    """Return what a reader without a calendar is told."""
    what = ", ".join(filter(None, (f"“{header_text(invitation.title)}”", _when(invitation))))
    if method == "REPLY":
        lines = [_SAID[invitation.answer].format(what=what)]
    elif method == "CANCEL":
        lines = [f"I have to call off {what}."]
    else:
        lines = [f"{_asking(invitation)} {what}.", _where(invitation), invitation.note]
        lines.append("Your mail or calendar program can answer this; a line to me will do too.")
    return "\n\n".join(filter(None, (*lines, book.me.name))) + "\n"


def _asking(invitation: Invitation) -> str:
    asks = "I propose" if invitation.kind is Offer.PROPOSAL else "I invite you to"
    return f"Something has changed. {asks}" if invitation.sequence else asks


def _where(invitation: Invitation) -> str:
    places = tuple(filter(None, (header_text(invitation.place), header_text(invitation.link))))
    return f"Where: {', '.join(places)}" if places else ""


def _when(invitation: Invitation) -> str:
    """Return when it is, on its own clock, so that nobody has to reckon."""
    if invitation.start is None:
        return ""
    if invitation.all_day:
        last = invitation.end - timedelta(days=1) if invitation.end else invitation.start
        words = exact_day(invitation.start.date())
        words += f" to {exact_day(last.date())}" if last > invitation.start else ""
    else:
        start = in_zone(invitation.start, invitation.timezone)
        words = f"{exact_day(start.date())} {start:%H:%M} ({invitation.timezone or f'{start:UTC%z}'})"
    return f"first on {words}, and then again" if is_series(invitation) else words
