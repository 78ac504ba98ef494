"""Files that were damaged on their way never bring the program down, nor leave half of anything."""

import random
import time
from base64 import encodebytes
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.errors import CopError
from cop_tui.domain.member import ME, Member
from cop_tui.domain.record import fresh
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.json_book import write
from cop_tui.exchange.registry import read_files

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VTIMEZONE
TZID:Custom
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:series
SEQUENCE:2
DTSTAMP:20261120T080000Z
DTSTART;TZID=Custom:20261127T180000
DURATION:PT2H
RRULE:FREQ=WEEKLY;COUNT=9;BYDAY=FR,MO
EXDATE;TZID=Custom:20261204T180000
RDATE;VALUE=PERIOD:20261205T170000Z/PT1H
SUMMARY:Rust ☕ group
ORGANIZER;CN="Ruiz, Ana":mailto:ana@example.org
ATTENDEE;PARTSTAT=ACCEPTED;CN=Sam:mailto:sam@
 example.net
END:VEVENT
BEGIN:VEVENT
UID:series
RECURRENCE-ID;TZID=Custom:20261211T180000
DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20261212T180000
DTEND:20261212T200000Z
SUMMARY:Moved
ORGANIZER:mailto:ana@example.org
END:VEVENT
BEGIN:VTODO
SUMMARY:Task
END:VTODO
END:VCALENDAR
"""
TOKENS = [
    b"BEGIN:VEVENT\n",
    b"END:VEVENT\n",
    b"END:VCALENDAR\n",
    b"DTSTART:99991231T235959Z\n",
    b"DTSTART:10000101\n",
    b"RRULE:FREQ=SECONDLY\n",
    b"RRULE:FREQ=DAILY;COUNT=999999999;BYMONTH=2;BYMONTHDAY=31\n",
    b"\xff",
    b"\x00",
    b"\r",
    b"TZOFFSETTO:+5328\n",
    b"METHOD:CANCEL\n",
    b"SEQUENCE:99999999999999999999\n",
    b"DURATION:P99999999W\n",
    b"RECURRENCE-ID:20261211T170000Z\n",
    b'"',
    b":",
    b";",
    b"\\",
    b"[",
    b"{",
    b"null",
    b"1e999",
]


def mutants(data: bytes, dice: random.Random, count: int, tokens: Sequence[bytes] = TOKENS) -> Iterator[bytes]:
    """Damage a file: bytes flipped, cut out, doubled, put in."""
    for _ in range(count):
        made = bytearray(data)
        for _ in range(dice.randint(1, 6)):
            place, end = sorted(dice.choices(range(len(made) + 1), k=2))
            end = min(end, place + dice.choice((1, 4, 60, 10_000)))
            match dice.randrange(5):
                case 0:
                    made[place:end] = bytes(dice.randrange(256) for _ in range(min(end - place, 8)))
                case 1:
                    del made[place:end]
                case 2:
                    made[end:end] = made[place:end]
                case 3:
                    made[place:place] = dice.choice(tokens)
                case _:
                    lines = bytes(made).splitlines(keepends=True)
                    dice.shuffle(lines)
                    made[:] = b"".join(lines)
        yield bytes(made)


@pytest.fixture
def whole(now: datetime) -> Book:
    """Return the book that the undamaged calendar makes for Sam."""
    return Book(member={ME: fresh(Member, now, id=ME, emails=("sam@example.net",))})


@pytest.mark.parametrize("seed", range(6))
def test_no_damage_brings_it_down(seed: int, whole: Book, tmp_path: Path, now: datetime) -> None:
    """Of each mutant comes an intake or a clear refusal, soon; what was read can be written down and read again."""
    path = tmp_path / "mutant"
    path.write_bytes(CALENDAR.encode())
    known = read_files([path], whole, now=now).book
    dice = random.Random(seed)  # noqa: S311 - for damage, not for secrets
    samples = [CALENDAR.encode(), CALENDAR.replace("\n", "\r\n").encode("utf-16"), write(known)]

    for number, mutant in enumerate(mutants(samples[seed % 3], dice, 60)):
        path.write_bytes(mutant)
        begun = time.process_time()
        try:
            intake = read_files([path], known if number % 2 else whole, now=now)
        except CopError:
            continue
        finally:
            assert time.process_time() - begun < 5
        check(intake, path, now)


def check(intake: Intake, path: Path, now: datetime) -> None:
    """Check that what was read is whole: it goes out and comes back, and a second time brings nothing."""
    again = read_files([path], intake.book, now=now)
    assert (again.items, dict(again.added)) == (intake.items, {})

    path.write_bytes(write(intake.book))
    back = read_files([path], Book(), now=now).book
    assert {one.id: one for one in back.records()} == {one.id: one for one in intake.book.records()}


def mail_of(calendar: str) -> bytes:
    """Return a mail with this calendar in it twice, as programs send it: as a part and as a file."""
    coded = encodebytes(calendar.encode()).decode()
    return (
        "Received: by mail.example.org\nFrom: =?utf-8?q?Ana_R=C3=BAiz?= <ana@example.org>\nTo: sam@example.net\n"
        "Subject: =?utf-8?b?UnVzdCDimJU=?=\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=out\n\n--out\n"
        'Content-Type: multipart/alternative; boundary="in"\n\n--in\n'
        "Content-Type: text/plain; charset=utf-8\n\nCome along\n\n--in\n"
        "Content-Type: text/calendar; charset=utf-8; method=REQUEST\nContent-Transfer-Encoding: 8bit\n\n"
        f"{calendar}\n--in--\n--out\nContent-Type: application/ics; name=invite.ics\n"
        f"Content-Transfer-Encoding: base64\n\n{coded}\n--out\n"
        f"Content-Type: message/rfc822\n\nFrom: x\nContent-Type: text/plain\n\n--out--\n"
    ).encode()


MAIL_TOKENS = [
    b"--out\n",
    b"--in--\n",
    b"Content-Type: multipart/mixed; boundary=\n\n",
    b"Content-Type: multipart/digest; boundary=out\n\n",
    b"Content-Type: message/rfc822\n\n",
    b"Content-Type: message/delivery-status\n\n",
    b"Content-Type: text/calendar; charset*0*=utf-16''%FF\n",
    b"Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n",
    b"Content-Transfer-Encoding: quoted-printable\n=\n==3D=\n",
    b"Subject: =?utf-8?q?=0D=0A?= =?x?b?/w=?=\n",
    b'From: <@a:b@c>, x:;, "\n',
    b"Date: Fri, 99 Foo 0000 99:99\n",
    b"MIME-Version: \xff\n",
]


@pytest.mark.parametrize("seed", range(8))
def test_no_damage_to_a_mail_brings_it_down(seed: int, whole: Book, tmp_path: Path, now: datetime) -> None:
    """2,000 mails damaged in their headers, their seams or their calendars: read, or refused clearly, and soon."""
    path = tmp_path / "mutant.eml"
    dice = random.Random(seed)  # noqa: S311 - for damage, not for secrets
    zone = CALENDAR[CALENDAR.index("BEGIN:VTIMEZONE") : CALENDAR.index("BEGIN:VEVENT")]
    short = CALENDAR.replace(zone, "").replace("TZID=Custom", "TZID=Europe/Berlin").replace("COUNT=9", "COUNT=3")
    mail = mail_of(short).replace(b"\n", b"\r\n") if seed % 2 else mail_of(short)
    known, read = whole, 0

    for number, mutant in enumerate(mutants(mail, dice, 250, [*TOKENS, *MAIL_TOKENS])):
        path.write_bytes(mutant)
        begun = time.process_time()
        try:
            intake = read_files([path], known if number % 2 else whole, now=now)
        except CopError:
            continue
        finally:
            assert time.process_time() - begun < 5
        known, read = intake.book, read + 1
        if number % 25 == 0:
            check(intake, path, now)
    assert read > 50
