"""Replies and requests that we write are read by other programs, and say what RFC 5546 asks for."""

import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Refused
from cop_tui.domain.invitation import Answer, Invitation, Offer, Recipient, State, Way
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered, fresh
from cop_tui.exchange.icalendar import read
from cop_tui.exchange.itip import cancel, reply, request
from cop_tui.exchange.registry import read_files
from cop_tui.practice.invite import invite, revise, withdraw
from cop_tui.practice.people import edit
from cop_tui.practice.say_yes import say_maybe, say_no, say_yes

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def me(now: datetime) -> Member:
    """Return Sam, who has an address."""
    return fresh(Member, now, id=ME, name="Sam", emails=("sam@example.net",))


@pytest.fixture
def book(me: Member) -> Book:
    """Return Sam's empty notebook."""
    return Book(member={ME: me})


def asked(now: datetime, **fields: Any) -> Invitation:
    """Return an invitation from Ana, answered with yes."""
    start = datetime(2026, 11, 27, 18, tzinfo=BERLIN)
    usual: dict[str, Any] = {
        "title": "Rust study group",
        "start": start,
        "end": start + timedelta(hours=2),
        "timezone": "Europe/Berlin",
        "uid": "rust-1@example.org",
        "sequence": 3,
        "organizer": "mailto:ana@example.org",
        "attendee": "mailto:Sam@Example.net",
        "answer": Answer.YES,
    }
    return fresh(Invitation, now, **(usual | fields))


def event_of(data: bytes) -> Any:
    """Return the one event that the icalendar library finds."""
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return event


def khal(path: Path, home: Path) -> str:
    """Return what khal prints of a calendar file; skip, saying so, where khal is not installed."""
    program = shutil.which("khal", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if program is None:
        pytest.skip("khal is not installed")
    config = home / "khal.conf"
    (home / "calendar").mkdir(exist_ok=True)
    config.write_text(
        f"[calendars]\n[[one]]\npath = {home / 'calendar'}\n[locale]\nlocal_timezone = Europe/Berlin\n"
        f"default_timezone = Europe/Berlin\ntimeformat = %H:%M:%S\n[sqlite]\npath = {home / 'khal.db'}\n",
        encoding="utf-8",
    )
    command = [program, "-c", str(config), "printics", "--format", "{title}|{start-time}|{uid}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env={**os.environ})
    assert (0, "") == (done.returncode, done.stderr if "Traceback" in done.stderr else "")
    return done.stdout


@pytest.mark.parametrize(("say", "partstat"), [(say_yes, "ACCEPTED"), (say_maybe, "TENTATIVE"), (say_no, "DECLINED")])
def test_a_reply_says_who_answers_what(book: Book, now: datetime, say: Any, partstat: str) -> None:
    """UID, SEQUENCE, ORGANIZER and the one ATTENDEE with their PARTSTAT, and when it was written."""
    invitation = asked(now, answer=Answer.WAITING)
    held = Book(member=book.member, invitations={invitation.id: invitation})
    said = held.apply(say(held, invitation, now=now))

    data = reply(said.invitations[invitation.id], said.me, now=now)

    event = event_of(data)
    assert icalendar.Calendar.from_ical(data)["METHOD"] == "REPLY"
    assert ("rust-1@example.org", 3) == (event["UID"], event["SEQUENCE"])
    assert event["ORGANIZER"] == "mailto:ana@example.org"
    assert not isinstance(event["ATTENDEE"], list)
    assert ("mailto:Sam@Example.net", partstat) == (event["ATTENDEE"], event["ATTENDEE"].params["PARTSTAT"])
    assert event.decoded("DTSTAMP") == now.astimezone(UTC)
    assert b"REQUEST-STATUS" not in data
    assert "RECURRENCE-ID" not in event


def test_a_reply_for_one_occurrence_names_it(me: Member, now: datetime) -> None:
    """RECURRENCE-ID is the start that the occurrence has in the series; a day stays a day."""
    moment = datetime(2026, 12, 4, 17, tzinfo=UTC)
    day = datetime(2026, 12, 4, tzinfo=UTC)

    timed = event_of(reply(asked(now, occurrence=moment), me, now=now))
    whole = event_of(reply(asked(now, occurrence=day, start=day, end=None, all_day=True, timezone=""), me, now=now))

    assert timed.decoded("RECURRENCE-ID") == moment
    assert (whole.decoded("RECURRENCE-ID"), whole.decoded("DTSTART")) == (date(2026, 12, 4), date(2026, 12, 4))


def test_a_reply_to_a_request_without_organiser_has_none(me: Member, now: datetime) -> None:
    """What the request did not have, the reply does not make up; the member's first address answers."""
    event = event_of(reply(asked(now, organizer="", attendee=""), me, now=now))

    assert "ORGANIZER" not in event
    assert event["ATTENDEE"] == "mailto:sam@example.net"


def test_a_reply_needs_an_answer_and_an_address(me: Member, now: datetime) -> None:
    """Without either it is refused with a sentence and what to do."""
    with pytest.raises(Refused, match="not answered"):
        reply(asked(now, answer=Answer.WAITING), me, now=now)
    with pytest.raises(Refused, match="address") as refused:
        reply(asked(now, attendee=""), altered(me, now, emails=()), now=now)
    assert "cop-tui me --email" in (refused.value.hint or "")


def test_a_reply_to_a_real_invitation_is_read_by_khal(cases: Path, now: datetime, nobodys_home: Path) -> None:
    """Imported as hcabot@example.com, said yes to, replied: icalendar and khal read the reply."""
    member = fresh(Member, now, id=ME, name="Henry Cabot", emails=("hcabot@example.com",))
    took = read_files([cases / "ical" / "khal" / "event_dt_partstat.ics"], Book(member={ME: member}), now=now).book
    (invitation,) = took.invitations.values()
    said = took.apply(say_yes(took, invitation, now=now))
    path = nobodys_home / "reply.ics"

    path.write_bytes(reply(said.invitations[invitation.id], said.me, now=now))

    text = path.read_bytes().decode()
    assert re.findall(r"ATTENDEE[^\n]*", re.sub(r"\r\n ", "", text)) == [
        'ATTENDEE;CN="Henry Cabot";PARTSTAT=ACCEPTED:mailto:hcabot@example.com\r'
    ]
    assert "V042MJ8B3SJNFXQOJL6P53OFMHJE8Z3VZWOU" in khal(path, nobodys_home)


def test_a_request_invites_everyone_with_an_address(book: Book, now: datetime) -> None:
    """Who has an address is an ATTENDEE; the member is the ORGANIZER; the time is right."""
    start = datetime(2026, 11, 27, 18, tzinfo=BERLIN)
    change = invite(
        book,
        "Rust; study, group\n☕",
        ["Ana Ruiz <ana@example.org>", "Li"],
        now=now,
        start=start,
        end=start + timedelta(hours=2),
        place="Library",
        link="https://meet.example/x",
        note="Bring tea\x1b",
    )
    after = book.apply(change)
    (sent,) = after.invitations.values()

    data = request(sent, after, now=now)

    event = event_of(data)
    assert icalendar.Calendar.from_ical(data)["METHOD"] == "REQUEST"
    assert ("mailto:sam@example.net", "Sam") == (event["ORGANIZER"], event["ORGANIZER"].params["CN"])
    assert ("mailto:ana@example.org", "NEEDS-ACTION") == (event["ATTENDEE"], event["ATTENDEE"].params["PARTSTAT"])
    assert (start, start + timedelta(hours=2)) == (event.decoded("DTSTART"), event.decoded("DTEND"))
    assert ("Library", "https://meet.example/x", "Bring tea") == (
        event["LOCATION"],
        event["URL"],
        event["DESCRIPTION"],
    )
    again = read(data, "own.ics", after, now=now)
    assert (1, False) == (again.unchanged, bool(again.change))


@pytest.mark.parametrize(
    ("recurrence", "count"),
    [
        ("RRULE:FREQ=WEEKLY;UNTIL=20270402T180000", 19),
        ("RRULE:FREQ=WEEKLY;COUNT=20\nEXDATE:20261204T180000", 19),
        ("RRULE:FREQ=WEEKLY;COUNT=20\nRDATE:20261128T090000,20261129T090000", 22),
    ],
)
def test_a_series_goes_out_and_comes_back(
    book: Book, now: datetime, nobodys_home: Path, recurrence: str, count: int
) -> None:
    """A recurring request is read back with the same rule on the same wall clock, over a change of the clocks."""
    from cop_tui.practice.series import occurrences

    sent = asked(now, way=Way.SENT, organizer="", attendee="", recurrence=recurrence, answer=Answer.WAITING)

    data = request(sent, book, now=now)

    (back,) = read(data, "own.ics", book, now=now).book.invitations.values()
    assert (sent.recurrence, sent.timezone, sent.start, sent.end) == (
        back.recurrence,
        back.timezone,
        back.start,
        back.end,
    )
    assert len(occurrences(back, now, now + timedelta(days=900))) == count
    path = nobodys_home / "request.ics"
    path.write_bytes(data)
    assert "Rust study group|18:00:00|rust-1@example.org" in khal(path, nobodys_home)


def test_whole_days_go_out_as_days(book: Book, now: datetime) -> None:
    """An all-day series is written in days."""
    day = datetime(2026, 11, 27, tzinfo=UTC)
    days = {"all_day": True, "timezone": "", "start": day, "end": day + timedelta(days=1)}
    sent = asked(now, way=Way.SENT, recurrence="RRULE:FREQ=DAILY;UNTIL=20261203\nEXDATE:20261128", **days)

    event = event_of(request(sent, book, now=now))

    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2026, 11, 27), date(2026, 11, 28))
    assert event["RRULE"]["UNTIL"] == [date(2026, 12, 3)]


def test_a_proposal_is_tentative_and_says_who_said_what(book: Book, now: datetime) -> None:
    """STATUS tells how firm it is, PARTSTAT what was answered."""
    li = fresh(Person, now, name='Li "L"', emails=("li@example.org",))
    nobody = Recipient(person="gone")
    said = (Recipient(person=li.id, answer=Answer.MAYBE), nobody)
    sent = asked(now, way=Way.SENT, kind=Offer.PROPOSAL, recipients=said, timezone="")

    event = event_of(request(sent, Book(member=book.member, people={li.id: li}), now=now))

    assert (event["STATUS"], event["ATTENDEE"].params["PARTSTAT"]) == ("TENTATIVE", "TENTATIVE")


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"start": None}, "date"), ({"state": State.WITHDRAWN}, "withdrawn"), ({"organizer": ""}, "address")],
)
def test_what_cannot_invite_is_refused(now: datetime, fields: dict[str, Any], words: str) -> None:
    """Without a date, after it was withdrawn, or without an address to answer to, there is no request."""
    with pytest.raises(Refused, match=words):
        request(asked(now, **fields), Book(), now=now)


def sent(now: datetime, **fields: Any) -> tuple[Book, Invitation]:
    """Return Sam's book with an invitation that Sam sent to Ana, and that invitation."""
    ana = fresh(Person, now, id="ana", name="Ana", emails=("ana@example.org",))
    own = {"way": Way.SENT, "organizer": "", "attendee": "", "recipients": (Recipient(person="ana"),)}
    invitation = asked(now, answer=Answer.WAITING, **(own | fields))
    member = fresh(Member, now, id=ME, name="Sam", emails=("sam@example.net",))
    return Book(member={ME: member}, people={"ana": ana}, invitations={invitation.id: invitation}), invitation


def test_what_is_withdrawn_is_called_off_for_all(now: datetime, nobodys_home: Path) -> None:
    """CANCEL with a higher SEQUENCE, who called it off and who was asked; khal reads it, and so do we."""
    book, invitation = sent(now)
    after = book.apply(withdraw(book, invitation, now=now))

    data = cancel(after.invitations[invitation.id], after, now=now)

    event = event_of(data)
    assert ("CANCEL", "CANCELLED", 4) == (
        icalendar.Calendar.from_ical(data)["METHOD"],
        event["STATUS"],
        event["SEQUENCE"],
    )
    assert ("mailto:sam@example.net", "mailto:ana@example.org") == (event["ORGANIZER"], event["ATTENDEE"])
    assert {"RECURRENCE-ID", "RRULE", "REQUEST-STATUS"}.isdisjoint(event)
    assert not read(data, "own.ics", after, now=now).change
    path = nobodys_home / "cancel.ics"
    path.write_bytes(data)
    assert "rust-1@example.org" in khal(path, nobodys_home)


def test_one_occurrence_is_called_off_by_its_start(now: datetime) -> None:
    """CANCEL with the RECURRENCE-ID of that one; the next REQUEST of the series leaves it out."""
    book, series = sent(now, recurrence="RRULE:FREQ=WEEKLY;COUNT=4")
    second = datetime(2026, 12, 4, 18, tzinfo=BERLIN)
    after = book.apply(withdraw(book, series, now=now, occurrence=second))
    (one,) = (found for found in after.invitations.values() if found.occurrence)

    event = event_of(cancel(one, after, now=now))
    again = event_of(request(after.invitations[series.id], after, now=now))

    assert (second, 4) == (event.decoded("RECURRENCE-ID"), event["SEQUENCE"])
    assert [second] == [found.dt for found in again["EXDATE"].dts]


def test_a_series_goes_out_with_what_was_changed_on_single_ones(now: datetime) -> None:
    """The moved gathering stands beside its series in the same REQUEST; other notebooks and programs read both."""
    book, series = sent(now, recurrence="RRULE:FREQ=WEEKLY;COUNT=4")
    second = datetime(2026, 12, 4, 18, tzinfo=BERLIN)
    moved = revise(
        book, series, now=now, occurrence=second, start=second + timedelta(days=1), title="Rust, on Saturday"
    )
    after = book.apply(moved)

    data = request(after.invitations[series.id], after, now=now)

    ana = Book(member={ME: fresh(Member, now, id=ME, name="Ana", emails=("ana@example.org",))})
    guest = read(data, "rust.ics", ana, now=now).book
    said = guest.apply(say_yes(guest, guest.invitations_by_uid["rust-1@example.org"][0], now=now))
    assert {27, 5, 11, 18} == {one.start.day for one in said.commitments.values() if one.start}
    assert not read(data, "own.ics", after, now=now).change
    whole, one = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert ("RRULE" in whole, "RRULE" in one, one["SUMMARY"]) == (True, False, "Rust, on Saturday")
    assert (second, second + timedelta(days=1)) == (one.decoded("RECURRENCE-ID"), one.decoded("DTSTART"))


def test_an_edited_invitation_goes_out_as_a_newer_revision(now: datetime) -> None:
    """Of the same UID, with a higher SEQUENCE; where the time moved nobody has answered yet."""
    said = (Recipient(person="ana", answer=Answer.YES),)
    book, invitation = sent(now, recipients=said)
    renamed = book.apply(edit(book, invitation, now=now, title="Rust evening"))
    moved = renamed.apply(edit(renamed, invitation, now=now, end=invitation.start))

    events = [event_of(request(one.invitations[invitation.id], one, now=now)) for one in (book, renamed, moved)]

    assert [3, 4, 5] == [event["SEQUENCE"] for event in events]
    assert ["ACCEPTED", "ACCEPTED", "NEEDS-ACTION"] == [event["ATTENDEE"].params["PARTSTAT"] for event in events]
    assert 1 == len({event["UID"] for event in events})


@pytest.mark.parametrize(
    "fields", [{"state": State.OPEN}, {"state": State.WITHDRAWN, "way": Way.RECEIVED}], ids=["it stands", "received"]
)
def test_what_cannot_be_called_off_is_refused(now: datetime, fields: dict[str, Any]) -> None:
    """What stands, and what somebody else asked."""
    book, invitation = sent(now, **fields)

    with pytest.raises(Refused, match="can be called off"):
        cancel(invitation, book, now=now)


@pytest.mark.parametrize(
    ("answer", "said"), [(Answer.YES, b"ACCEPTED"), (Answer.MAYBE, b"TENTATIVE"), (Answer.NO, b"DECLINED")]
)
def test_the_bytes_of_an_answer_are_exact(me: Member, now: datetime, answer: Answer, said: bytes) -> None:
    """PARTSTAT stands unquoted and once; REQUEST-STATUS, which libraries write wrongly, is left out."""
    data = reply(asked(now, answer=answer), me, now=now)

    assert [b";PARTSTAT=" + said + b":mailto:Sam@Example.net\r\n"] == re.findall(
        rb";PARTSTAT=[^:]*:[^\n]*\n", data.replace(b"\r\n ", b"")
    )
    assert b"REQUEST-STATUS" not in data.upper()
    assert re.search(rb"(?<!\r)\n", data) is None
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
