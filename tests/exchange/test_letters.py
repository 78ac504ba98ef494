"""Mails to send: what programs and people read in them, and what no stranger's word can do to their headers."""

import re
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Refused
from cop_tui.domain.invitation import Answer, Invitation, Offer, Recipient, State, Way
from cop_tui.domain.member import ME, Member
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.exchange.letters import Method, as_file, mailable

NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Berlin"))
FRIDAY = datetime(2026, 11, 27, 18, tzinfo=ZoneInfo("Europe/Berlin"))
EML = PurePath("out.EML")
HEADERS = ["From", "To", "Subject", "Date", "X-Unsent", "MIME-Version", "Content-Type"]
EVIL = [
    "Tea\r\nBcc: evil@example.org",
    "Tea\nBcc: evil@example.org",
    "Tea\rBcc: evil@example.org",
    "Tea\u2028Bcc: evil@example.org\x0b\x0c\x1c\x85Bcc: evil@example.org",
    "Tea\r\n\r\nBEGIN:VCALENDAR",
    "Tea\x00\x1b[31m\u202e",
    "=?utf-8?q?Tea=0D=0ABcc:_evil@example.org?=",
    "=?utf-8?b?VGVhDQpCY2M6IGV2aWxAZXhhbXBsZS5vcmc=?=",
    '"Ana" <evil@example.org>, ',
    "evil@example.org,",
    "Ana (evil@example.org); é: x",
    "é" * 300 + ", evil@example.org",
    ';evil@x.org, "@a@(evil@x.org, (evil@x.org, ",;;>aevil@x.org, >>" evil@x.org, ',
    '"é ,é@a,éé"(evil@x.org, :"\\aa<a(',
    "x" * 5000,
    "\ud800",
    "",
]


def book_of(**member: Any) -> Book:
    """Return the book of Sam, who knows Ana and Li."""
    me: dict[str, Any] = {"name": "Sam Ölund", "emails": ("sam@example.net",)}
    people = [
        fresh(Person, NOW, id="ana", name="Ana Ruiz", emails=("Ana@example.org",)),
        fresh(Person, NOW, id="li", name="Li", emails=("li@example.org", "li@second.example")),
        fresh(Person, NOW, id="kofi", name="Kofi"),
    ]
    return Book(member={ME: fresh(Member, NOW, id=ME, **(me | member))}, people={one.id: one for one in people})


def received(**fields: Any) -> Invitation:
    """Return what Ana asked, answered with yes."""
    usual: dict[str, Any] = {
        "title": "Rust study group",
        "start": FRIDAY,
        "end": FRIDAY + timedelta(hours=2),
        "timezone": "Europe/Berlin",
        "uid": "rust-1@example.org",
        "organizer": "mailto:ana@example.org",
        "attendee": "MAILTO:Sam@Example.net",
        "sender": "ana",
        "answer": Answer.YES,
    }
    return fresh(Invitation, NOW, **(usual | fields))


def sent(**fields: Any) -> Invitation:
    """Return what Sam asked of Ana, Li, and Kofi who has no address."""
    recipients = tuple(Recipient(person=one) for one in ("ana", "li", "kofi", "gone"))
    own: dict[str, Any] = {"way": Way.SENT, "organizer": "", "attendee": "", "sender": None, "recipients": recipients}
    return received(**(own | fields))


def letter(method: Method, invitation: Invitation, book: Book | None = None) -> EmailMessage:
    """Return the mail, as another program reads it."""
    data = as_file(EML, method, invitation, book or book_of(), now=NOW)
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", data) is None
    assert data.isascii()
    mail = message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def parts(mail: EmailMessage) -> tuple[str, EmailMessage]:
    """Return the words of a mail, and its part for calendars."""
    text, calendar = mail.iter_parts()
    assert isinstance(calendar, EmailMessage)
    return str(text.get_content()).replace("\r\n", "\n"), calendar


@pytest.mark.parametrize(
    ("answer", "subject", "partstat", "words"),
    [
        (Answer.YES, "Accepted", "ACCEPTED", "Yes, I am coming to"),
        (Answer.MAYBE, "Tentative", "TENTATIVE", "Perhaps I can come to"),
        (Answer.NO, "Declined", "DECLINED", "I can't come to"),
    ],
)
def test_an_answer_is_a_mail_to_the_host(answer: Answer, subject: str, partstat: str, words: str) -> None:
    """From the address that was invited, to the organiser; a sentence for people, a REPLY for programs."""
    mail = letter("REPLY", received(answer=answer))
    text, calendar = parts(mail)

    assert HEADERS == mail.keys()
    assert ("Sam Ölund <Sam@Example.net>", "Ana Ruiz <ana@example.org>") == (mail["From"], mail["To"])
    assert (f"{subject}: Rust study group", NOW) == (mail["Subject"], mail["Date"].datetime)
    assert text.startswith(f"{words} “Rust study group”, Fri 27 Nov 2026 18:00 (Europe/Berlin)")
    assert text.endswith("\n\nSam Ölund\n")
    assert ("multipart/alternative", "text/calendar") == (mail.get_content_type(), calendar.get_content_type())
    assert {"charset": "utf-8", "method": "REPLY"} == dict(calendar["Content-Type"].params)
    read = icalendar.Calendar.from_ical(calendar.get_content())
    (event,) = read.walk("VEVENT")
    assert ("REPLY", partstat) == (read["METHOD"], event["ATTENDEE"].params["PARTSTAT"])


def test_the_calendar_in_a_mail_is_that_of_the_file() -> None:
    """Byte for byte, whatever letters are in it; any other name gives the calendar alone."""
    invitation = received(title="Tee ☕; mit, Ánna", note="x" * 300)

    alone = as_file(PurePath("out.ics"), "REPLY", invitation, book_of(), now=NOW)
    _, calendar = parts(letter("REPLY", invitation))

    assert alone == calendar.get_payload(decode=True)
    assert alone == as_file(PurePath("out.eml.txt"), "REPLY", invitation, book_of(), now=NOW)


@pytest.mark.parametrize(
    ("fields", "subject", "words"),
    [
        ({}, "Invitation: Rust study group", "I invite you to “Rust study group”, Fri 27 Nov 2026 18:00"),
        ({"sequence": 1}, "Changed invitation: Rust study group", "Something has changed. I invite you to"),
        ({"kind": Offer.PROPOSAL}, "Proposal: Rust study group", "I propose “Rust study group”"),
        ({"kind": Offer.PROPOSAL, "sequence": 2}, "Changed proposal: Rust study group", "Something has changed. I"),
        ({"recurrence": "RRULE:FREQ=WEEKLY"}, "Invitation: Rust study group", "I invite you to “Rust study group”, f"),
    ],
)
def test_an_invitation_is_a_mail_to_everyone_with_an_address(fields: dict[str, Any], subject: str, words: str) -> None:
    """Its subject tells an update from the first one; place, link and note stand in the text."""
    mail = letter("REQUEST", sent(place="Library", link="https://meet.example/x", note="Bring tea", **fields))
    text, calendar = parts(mail)

    assert ["Ana@example.org", "li@example.org"] == [one.addr_spec for one in mail["To"].addresses]
    assert subject == mail["Subject"]
    assert text.startswith(words)
    assert "Where: Library, https://meet.example/x\n\nBring tea\n\n" in text
    assert "REQUEST" == icalendar.Calendar.from_ical(calendar.get_content())["METHOD"]


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ({"start": whole_day(FRIDAY.date()), "end": None}, "Fri 27 Nov 2026."),
        (
            {"start": whole_day(FRIDAY.date()), "end": whole_day(FRIDAY.date()) + timedelta(days=2)},
            "Fri 27 Nov 2026 to Sat 28 Nov 2026.",
        ),
    ],
)
def test_what_is_called_off_is_told_to_everyone(fields: dict[str, Any], when: str) -> None:
    """Days are said as days."""
    mail = letter("CANCEL", sent(state=State.WITHDRAWN, all_day=True, timezone="", **fields))
    text, calendar = parts(mail)

    assert "Called off: Rust study group" == mail["Subject"]
    assert text.startswith(f"I have to call off “Rust study group”, {when}")
    assert "CANCEL" == icalendar.Calendar.from_ical(calendar.get_content())["METHOD"]


def test_what_has_no_date_has_none_in_words() -> None:
    """A proposal that waits for one can be answered."""
    text, _ = parts(letter("REPLY", received(start=None, end=None, timezone="", answer=Answer.MAYBE)))

    assert text.startswith("Perhaps I can come to “Rust study group”; I am not sure yet.")


def test_an_hour_without_a_zone_has_its_offset() -> None:
    """So that nobody has to guess."""
    start = datetime(2026, 11, 27, 18, tzinfo=UTC)

    text, _ = parts(letter("REPLY", received(start=start, end=None, timezone="")))

    assert "Fri 27 Nov 2026 18:00 (UTC+0000)" in text


@pytest.mark.parametrize("method", ["REPLY", "REQUEST", "CANCEL"])
@pytest.mark.parametrize("evil", EVIL)
def test_no_word_begins_a_header_or_names_another_address(method: Method, evil: str) -> None:
    """Whatever is in a title, a place or a name: the headers are ours, and mail goes to whom it is for alone."""
    book = book_of(name=evil)
    people = {id_: fresh(Person, NOW, id=id_, name=evil, emails=one.emails) for id_, one in book.people.items()}
    book = Book(member=book.member, people=people)
    state = State.WITHDRAWN if method == "CANCEL" else State.OPEN
    invitation = (received if method == "REPLY" else sent)(title=evil, place=evil, note=evil, link=evil, state=state)

    check(letter(method, invitation, book), ["ana@example.org", "li@example.org"][: 1 if method == "REPLY" else 2])


def check(mail: EmailMessage, to: list[str]) -> None:
    """Check that a mail has our headers and nothing else, and names nobody else."""
    assert HEADERS == mail.keys()
    assert ["sam@example.net"] == [one.addr_spec.lower() for one in mail["From"].addresses]
    assert to == [one.addr_spec.lower() for one in mail["To"].addresses]
    assert all(one.isprintable() and not one.defects for one in mail.values() if one.name in ("From", "To", "Subject"))
    assert ["text/plain", "text/calendar"] == [part.get_content_type() for part in mail.iter_parts()]


@settings(max_examples=60, deadline=None)
@given(words=st.text(max_size=120), name=st.text(max_size=120))
def test_any_title_and_name_make_a_sound_mail(words: str, name: str) -> None:
    """Property: no text at all gets out of its header."""
    book = book_of(name=name)
    ana = fresh(Person, NOW, id="ana", name=name, emails=("ana@example.org",))

    check(letter("REPLY", received(title=words), Book(member=book.member, people={"ana": ana})), ["ana@example.org"])


@pytest.mark.parametrize(
    "address",
    [
        "mailto:ana@example.org\r\nBcc: evil@example.org",
        "mailto:ana@example.org%0D%0ABcc:evil@example.org",
        "mailto:ana@example.org,evil@example.org",
        "mailto:ana@example.org>, <evil@example.org",
        "mailto:a b <evil@example.org>",
        "urn:uuid:1",
        "mailto:",
        "ana@",
        "@example.org",
        ".ana@example.org",
        "a..b@example.org",
        "aná@example.org",
        "ana@-example.org",
    ],
)
def test_an_address_that_mail_cannot_go_to_is_refused(address: str) -> None:
    """With a sentence that says what to do; the calendar alone can still be written."""
    with pytest.raises(Refused, match="Mail can't be sent") as refused:
        letter("REPLY", received(organizer=address, sender=None))

    assert ".ics" in (refused.value.hint or "")
    assert b"METHOD:REPLY" in as_file(PurePath("a.ics"), "REPLY", received(organizer=address), book_of(), now=NOW)


def test_an_address_is_taken_out_of_its_mailto() -> None:
    """Escapes are undone, and what a mailto may carry besides is left out."""
    assert "ana+rust@example.org" == mailable("MAILTO: ana%2Brust@example.org?cc=evil@example.org")


def test_without_an_address_there_is_no_mail() -> None:
    """Neither to nobody, nor to a host who is known by name alone; one whose address is known gets it."""
    nobody = sent(recipients=(Recipient(person="kofi"),))

    with pytest.raises(Refused, match="has an address"):
        letter("REQUEST", nobody)
    for sender in (None, "kofi"):
        with pytest.raises(Refused, match="no address to reply to"):
            letter("REPLY", received(organizer="", sender=sender))
    assert "Ana Ruiz <Ana@example.org>" == letter("REPLY", received(organizer=""))["To"]
