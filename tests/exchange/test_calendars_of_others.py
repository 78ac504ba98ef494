"""All calendars that others wrote are read: nothing is lost silently, nothing comes in twice."""

import re
import time
from datetime import datetime
from pathlib import Path

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.invitation import Answer, Way
from cop_tui.domain.member import ME, Member
from cop_tui.domain.record import fresh
from cop_tui.exchange.registry import read_files

ITEMS = re.compile(rb"^BEGIN:(?:VEVENT|VTODO|VJOURNAL|VFREEBUSY)\s*$", re.MULTILINE | re.IGNORECASE)


def calendars(cases: Path) -> list[Path]:
    """Return every calendar among the real files."""
    return sorted((cases / "ical").rglob("*.ics"))


@pytest.fixture
def book(now: datetime) -> Book:
    """Return the empty notebook of a member who has an address."""
    return Book(member={ME: fresh(Member, now, id=ME, emails=("hcabot@example.com",))})


def test_every_component_is_counted_and_a_second_time_changes_nothing(cases: Path, book: Book, now: datetime) -> None:
    """Of each file, components in are added, changed, unchanged or skipped with a reason; then all is known."""
    files = calendars(cases)
    assert len(files) >= 61

    for path in files:
        count = len(ITEMS.findall(path.read_bytes()))
        first = read_files([path], book, now=now)
        second = read_files([path], first.book, now=now)

        assert (path.name, count) == (path.name, first.items)
        assert all(one.why and one.item for one in first.skipped)
        assert (path.name, count) == (path.name, second.items)
        assert not second.change
        assert (second.added, second.changed, second.skipped) == ({}, {}, first.skipped)


def test_all_of_them_together_come_in_as_one_change(cases: Path, book: Book, now: datetime) -> None:
    """Sixty files in one go are one change, which leads to the book that is handed back."""
    read = read_files(calendars(cases), book, now=now)

    assert read.book.invitations == book.apply(read.change).invitations
    assert read.change.sentence.startswith("Imported ")
    assert read.change.sentence.endswith(f" items from {len(calendars(cases))} files")


def test_the_large_one_is_read_quickly_and_tells_how_far_it_is(cases: Path, book: Book, now: datetime) -> None:
    """4,778 events take less than six seconds of work, with progress on the way."""
    path = cases / "ical" / "recurring" / "large_4778_events.ics"
    steps: list[tuple[int, int]] = []
    begun = time.process_time()

    read = read_files([path], book, now=now, progress=lambda done, whole: steps.append((done, whole)))

    assert time.process_time() - begun < 6
    assert read.added == {"invitations": 4778}
    assert steps[-1] == (4778, 4778)
    assert len(steps) > 50
    assert steps == sorted(steps)


def test_an_address_folded_apart_still_means_the_member(cases: Path, book: Book, now: datetime) -> None:
    """Read as hcabot@example.com, khal's event_dt_partstat.ics is an invitation with a perhaps."""
    read = read_files([cases / "ical" / "khal" / "event_dt_partstat.ics"], book, now=now)

    (invitation,) = read.book.invitations.values()
    assert (Way.RECEIVED, Answer.MAYBE) == (invitation.way, invitation.answer)
    assert invitation.attendee == "mailto:hcabot@example.com"
    assert invitation.uid == "V042MJ8B3SJNFXQOJL6P53OFMHJE8Z3VZWOU"


def test_what_icalendar_reads_is_read_the_same(cases: Path, book: Book, now: datetime) -> None:
    """Of every event in the fab lab's calendar we have the title, the start and the end that the library has."""
    import icalendar

    path = cases / "ical" / "recurring" / "fablab_cottbus.ics"
    theirs = {
        (str(event["UID"]), str(event.get("SUMMARY", "")), event.decoded("DTSTART"), event.decoded("DTEND"))
        for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    }

    ours = read_files([path], book, now=now).book.invitations.values()

    assert {(uid, title, str(start), str(end)) for uid, title, start, end in theirs} == {
        (
            one.uid,
            one.title,
            str(one.start.date() if one.all_day else one.start),
            str(one.end.date() if one.all_day else one.end),
        )
        for one in ours
        if one.start and one.end
    }
