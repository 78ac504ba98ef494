"""Mails with an invitation inside: however it was packed, the calendar counts and not what is written around it."""

import time
from base64 import encodebytes
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from quopri import encodestring

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.errors import Unreadable
from cop_tui.domain.invitation import Answer, Invitation, State, Way
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.marks import is_mail
from cop_tui.exchange.registry import read_files
from cop_tui.practice.say_yes import say_yes

FROM = "From: Max <max@example.org>\nTo: sam@example.net\nSubject: Fwd: come along\nMIME-Version: 1.0\n"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:tea-1
DTSTAMP:20261120T080000Z
DTSTART;TZID=Europe/Berlin:20261127T180000
SUMMARY:Tee für Änne ☕
ORGANIZER;CN=Ana Ruiz:mailto:ana@example.org
ATTENDEE:mailto:sam@example.net
END:VEVENT
END:VCALENDAR
"""
TEXT = "Content-Type: text/plain; charset=utf-8\n\nCome along\n"
BASE64 = "Content-Transfer-Encoding: base64\n"
Take = Callable[..., Intake]


@pytest.fixture
def book(now: datetime) -> Book:
    """Return the empty notebook of Sam."""
    return Book(member={ME: fresh(Member, now, id=ME, name="Sam", emails=("sam@example.net",))})


@pytest.fixture
def take(tmp_path: Path, now: datetime, book: Book) -> Take:
    """Return what reads a mail, given as its bytes, into a book."""

    def taken(mail: bytes | str, into: Book = book) -> Intake:
        path = tmp_path / "mail.eml"
        path.write_bytes(mail if isinstance(mail, bytes) else mail.encode())
        return read_files([path], into, now=now)

    return taken


def only(book: Book) -> Invitation:
    """Return the one invitation of a book."""
    (invitation,) = book.invitations.values()
    return invitation


def packed(*parts: str | bytes, kind: str = "mixed") -> bytes:
    """Return a mail of these parts."""
    whole = [one if isinstance(one, bytes) else one.encode() for one in parts]
    begin = f"{FROM}Content-Type: multipart/{kind}; boundary=xyz\n\nnothing to see\n".encode()
    return begin + b"".join(b"--xyz\n" + one + b"\n" for one in whole) + b"--xyz--\n"


def part(headers: str, content: str = CALENDAR, charset: str = "utf-8") -> bytes:
    """Return a part with these headers, its content encoded as they say."""
    data = content.encode(charset)
    if "base64" in headers:
        data = encodebytes(data)
    elif "quoted-printable" in headers:
        data = encodestring(data)
    return headers.encode() + b"\n" + data


FORMS = {
    "calendar alone": FROM.encode() + part("Content-Type: text/calendar\n"),
    "line ends of the wire": (FROM.encode() + part("Content-Type: text/calendar\n")).replace(b"\n", b"\r\n"),
    "alternative": packed(
        TEXT, part("Content-Type: text/calendar; method=REQUEST; charset=utf-8\n"), kind="alternative"
    ),
    "base64": packed(TEXT, part(f"Content-Type: text/calendar; charset=UTF-8\n{BASE64}")),
    "quoted": packed(TEXT, part("Content-Type: text/calendar\nContent-Transfer-Encoding: quoted-printable\n")),
    "another method outside": packed(part("Content-Type: text/calendar; method=CANCEL; charset=utf-8\n")),
    "an attachment": packed(TEXT, part(f"Content-Type: application/ics; name=invite.ics\n{BASE64}")),
    "an attachment of no type": packed(
        TEXT,
        part(f'Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="a.bin"\n{BASE64}'),
    ),
    "no content type at all": packed(TEXT, part("\n"[1:])),
    "the same twice": packed(
        part("Content-Type: text/calendar\n"),
        part(f"Content-Type: application/ics\n{BASE64}", CALENDAR.replace("\n", "\r\n")),
    ),
    "charset that it has": packed(
        part("Content-Type: text/calendar; charset=cp437\n", CALENDAR.replace("☕", "!"), "cp437")
    ),
    "charset that it has not": packed(part("Content-Type: text/calendar; charset=us-ascii\n")),
    "charset that there is not": packed(part("Content-Type: text/calendar; charset=x-nowhere\n")),
    "charset that is no charset": packed(part("Content-Type: text/calendar; charset=hex\n")),
    "another utf": packed(part(f"Content-Type: text/calendar; charset=utf-8\n{BASE64}", CALENDAR, "utf-16")),
    "a mail in a mail": packed(
        TEXT, b"Content-Type: message/rfc822\n\n" + FROM.encode() + part("Content-Type: text/calendar\n")
    ),
    "headers of others first": b"DKIM-Signature: v=1\nX-Odd: 1\n"
    + FROM.encode()
    + part("Content-Type: text/calendar\n"),
    "no end of its parts": packed(TEXT, part("Content-Type: text/calendar\n")).removesuffix(b"--xyz--\n"),
}


@pytest.mark.parametrize("form", FORMS)
def test_an_invitation_comes_out_of_its_mail(take: Take, form: str) -> None:
    """However it is packed: one invitation, from its organiser and not from whoever sent the mail on."""
    took = take(FORMS[form])

    invitation = only(took.book)
    ana = took.book.people[invitation.sender or ""]
    assert (Way.RECEIVED, State.OPEN, Answer.WAITING) == (invitation.way, invitation.state, invitation.answer)
    assert invitation.title.startswith("Tee für Änne")
    assert ("Ana Ruiz", "mailto:ana@example.org") == (ana.name, invitation.organizer)
    assert ({"invitations": 1}, (), "Imported 1 item from mail.eml") == (took.added, took.skipped, took.change.sentence)
    assert not take(FORMS[form], took.book).change


def test_letters_that_nobody_names_are_guessed_and_told(take: Take) -> None:
    """Neither UTF-8 nor what its charset says: read as Latin-1, with a note."""
    took = take(packed(part("Content-Type: text/calendar; charset=utf-8\n", CALENDAR.replace("☕", ""), "latin-1")))

    assert "Tee für Änne" == only(took.book).title.strip()
    assert "Latin-1" in took.notes[0]


def test_several_calendars_are_all_read(take: Take) -> None:
    """In their order, as one change; a part that says that it is a calendar and is none is named."""
    other = CALENDAR.replace("tea-1", "tea-2")
    cancel = CALENDAR.replace("METHOD:REQUEST", "METHOD:CANCEL").replace("UID:tea-1", "UID:tea-1\nSEQUENCE:1")

    took = take(packed(*(part("Content-Type: text/calendar\n", one) for one in (CALENDAR, other, "Hello", cancel))))

    states = {one.uid: one.state for one in took.book.invitations.values()}
    assert {"tea-1": State.WITHDRAWN, "tea-2": State.OPEN} == states
    assert ["it says that it is a calendar, and is none"] == [one.why for one in took.skipped]
    assert "Imported 3 items from mail.eml" == took.change.sentence


def test_the_method_is_that_of_the_calendar(take: Take, now: datetime) -> None:
    """A mail that only says outside that it calls something off calls nothing off; one that says so inside does."""
    asked = take(FORMS["base64"]).book
    said = asked.apply(say_yes(asked, only(asked), now=now))
    later = CALENDAR.replace("UID:tea-1", "UID:tea-1\nSEQUENCE:1")

    outside = take(packed(part("Content-Type: text/calendar; method=CANCEL\n", later)), said)
    inside = take(
        packed(part("Content-Type: text/calendar; method=REQUEST\n", later.replace("REQUEST", "CANCEL"))), said
    )

    assert (State.OPEN, Answer.YES) == (only(outside.book).state, only(outside.book).answer)
    assert [Outcome.RELEASED] == [one.outcome for one in inside.book.commitments.values()]


BARE = CALENDAR.replace("SUMMARY:Tee für Änne ☕\n", "").replace("ORGANIZER;CN=Ana Ruiz:mailto:ana@example.org\n", "")


def test_the_mail_lends_its_words_where_the_calendar_has_none(take: Take, book: Book, now: datetime) -> None:
    """Subject as the title; From as who asks, if the member knows them. No reply goes there, nobody is made of it."""
    max_ = fresh(Person, now, name="Maxim", emails=("MAX@example.org",))
    knowing = Book(member=book.member, people={max_.id: max_})
    mail = packed(part("Content-Type: text/calendar\n", BARE)).replace(b"Fwd: come", b"=?utf-8?q?T=C3=A9_=0A?= come")

    known, unknown = take(mail, knowing), take(mail)

    assert ("Té come along", max_.id, "") == (
        only(known.book).title,
        only(known.book).sender,
        only(known.book).organizer,
    )
    assert ((), {}) == (known.notes, known.along)
    assert (None, {}) == (only(unknown.book).sender, unknown.along)
    assert ("mail.eml: “Té come along” does not say who asks; the mail is from Max",) == unknown.notes
    assert not take(mail, known.book).change


def test_who_sends_a_mail_is_no_host(take: Take, book: Book, now: datetime) -> None:
    """A mail from Ana's address does not make its calendar Ana's: without her as organiser it changes nothing."""
    asked = take(FORMS["base64"]).book
    forged = BARE.replace("UID:tea-1", "UID:tea-1\nSEQUENCE:9").replace("REQUEST", "CANCEL")

    took = take(packed(part("Content-Type: text/calendar\n", forged)).replace(b"Max <max@", b"Ana <ana@"), asked)

    assert "it does not say that it comes from mailto:ana@example.org" in took.skipped[0].why
    assert not took.change


@pytest.mark.parametrize(
    ("mail", "sentence", "hint"),
    [
        (f"{FROM}\nHello", "a mail without an invitation", "save that (.ics)"),
        (packed(TEXT, "Content-Type: application/pdf\n\nx"), "a mail without an invitation", "save that (.ics)"),
        (packed(TEXT, "Content-Type: application/ms-tnef\n\nx"), "a mail without an invitation", "winmail.dat"),
        ("From ana@example.org Fri Nov 20 08:00:00 2026\n" + FROM + "\nx", "a mailbox", "file of its own (.eml)"),
        ("From MAILER-DAEMON Fri Nov 20 08:00:00 2026\n", "a mailbox", "file of its own (.eml)"),
        ("From - Fri Nov  6 08:00:00 2026\r\n", "a mailbox", "file of its own (.eml)"),
        ("Received: by x\n\n", "a mail without an invitation", "save that (.ics)"),
    ],
)
def test_what_holds_no_invitation_is_refused(take: Take, mail: bytes | str, sentence: str, hint: str) -> None:
    """With one sentence, and what to do."""
    with pytest.raises(Unreadable, match=sentence) as refused:
        take(mail)

    assert "nothing was changed" in str(refused.value)
    assert hint in (refused.value.hint or "")


@pytest.mark.parametrize(
    "text",
    [
        "Dear diary\nFrom: Berlin\n",
        "# From: me\n",
        "[2026-11-23 09:00] From: me\n",
        "a: b\n\nFrom: x",
        "From Berlin at 10:30 on",
    ],
)
def test_what_is_no_mail_is_not_taken_for_one(text: str) -> None:
    """A note or a journal may have the word in it."""
    assert not is_mail(text.encode())


def nested(deep: int, lines: int) -> bytes:
    """Return a mail of parts inside parts, with lines in the innermost."""
    return (
        b"From: a@b.c\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=x%d\n\n--x%d\n" % (at, at) for at in range(deep))
        + b"\n"
        + b"a\n" * lines
    )


BOMBS = {
    "deep": nested(20_000, 1),
    "deep and long": nested(300, 200_000),
    "mails in mails": b"From: a@b.c\n" + b"Content-Type: message/rfc822\n\n" * 20_000,
    "parts": packed(*[""] * 50_000),
    "lines": FROM.encode() + b"\n" * 40_000_000,
    "old line ends": b"From: a@b.c\r" + b"\r" * 40_000_000,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_mail_that_is_a_bomb_is_refused_soon(take: Take, bomb: str) -> None:
    """Nesting, parts and lines are bounded before they cost time."""
    begun = time.process_time()

    with pytest.raises(Unreadable, match="more in it than can be looked through"):
        take(BOMBS[bomb])

    assert time.process_time() - begun < 2


def test_a_large_attachment_is_passed_by(take: Take) -> None:
    """50 MB beside an invitation: it is read, in bounded time."""
    large = b"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n" + (b"A" * 980 + b"\n") * 51_000
    begun = time.process_time()

    took = take(packed(TEXT, large, part("Content-Type: text/calendar\n")))

    assert {"invitations": 1} == took.added
    assert time.process_time() - begun < 5


HEADERS = {
    "words": "Subject: " + "=?utf-8?q?a?= " * 100_000,
    "brackets": "From: " + "(" * 100_000,
    "addresses": "From: " + "<a@b," * 20_000,
    "bytes": "Subject: \udcff\udcfe",
    "an address cut off": "From: a <",
    "a domain cut off": "From: a@[",
    "a parameter cut off": "Content-Type: text/calendar; a*",
}


@pytest.mark.parametrize("header", HEADERS)
def test_a_header_is_bounded(take: Take, header: str) -> None:
    """What is too long for a header, or breaks the standard parser, costs no time, and no invitation."""
    mail = f"MIME-Version: 1.0\n{HEADERS[header]}\n".encode(errors="surrogateescape")
    begun = time.process_time()

    took = take(mail + part("X-Last: 1\n", BARE))

    assert len(only(took.book).title) <= 200
    assert time.process_time() - begun < 2


def test_of_very_many_calendars_the_first_are_read(take: Take) -> None:
    """And it is said so."""
    many = [part("Content-Type: text/calendar\n", CALENDAR.replace("tea-1", f"tea-{one}")) for one in range(25)]

    took = take(packed(*many))

    assert {"invitations": 20} == took.added
    assert "mail.eml: only the first 20 of the 25 calendars in it are read" in took.notes
