"""What the member said yes to goes out as a calendar, and others' programs see the same at the same times."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community
from cop_tui.domain.invitation import Answer, Invitation
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.domain.story import Story
from cop_tui.exchange.calendar_out import leaves, write
from cop_tui.exchange.folder import Brought, bring_up_to_date, known_in
from cop_tui.exchange.ical_clocks import timezone_of
from cop_tui.exchange.ical_lines import components
from cop_tui.exchange.ical_text import lines_of
from cop_tui.exchange.ical_vtimezone import clock_of
from cop_tui.exchange.icalendar import read
from cop_tui.practice.demo import demo_book
from cop_tui.practice.say_yes import say_yes

BERLIN = ZoneInfo("Europe/Berlin")
CHANGES = {
    "Europe/Berlin": datetime(2026, 10, 25, 18),  # noqa: DTZ001 - a wall clock
    "America/New_York": datetime(2026, 11, 1, 18),  # noqa: DTZ001
    "Pacific/Auckland": datetime(2026, 9, 27, 18),  # noqa: DTZ001
}
"""An evening on the day on which the clocks of a zone change."""


def put(*records: Record) -> Change:
    """Return the change that puts these into a book."""
    return Change(sentence="Put", at=datetime(2026, 1, 1, tzinfo=UTC), put=records)


def book_of(*records: Record) -> Book:
    """Return a book that holds these."""
    return Book().apply(put(*records))


def promised(now: datetime, what: str = "Tea", start: datetime | None = None, **fields: Any) -> Commitment:
    """Return a promise to show up, for two hours in Berlin unless it says otherwise."""
    start = start or datetime(2026, 11, 27, 18, tzinfo=BERLIN)
    usual: dict[str, Any] = {
        "what": what,
        "start": start,
        "end": start + timedelta(hours=2),
        "timezone": "Europe/Berlin",
    }
    return fresh(Commitment, now, **(usual | fields))


def part_of(data: bytes, kind: str = "VEVENT") -> Any:
    """Return the one component of a kind that the icalendar library finds."""
    (part,) = icalendar.Calendar.from_ical(data).walk(kind)
    return part


def program(name: str) -> str:
    """Return where a program is; skip, saying so, where it is not installed."""
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    return found or pytest.skip(f"{name} is not installed")


@pytest.fixture
def khal(tmp_path: Path) -> Callable[..., list[str]]:
    """Return what lists the events that khal finds in a vdir, on the clock of a zone."""
    khal = program("khal")

    def listed(vdir: Path, zone: str, day: date, days: int = 30) -> list[str]:
        config = tmp_path / f"khal-{zone.replace('/', '-')}.conf"
        config.write_text(
            f"[calendars]\n[[one]]\npath = {vdir}\nreadonly = True\n[sqlite]\npath = {config}.db\n[locale]\n"
            f"local_timezone = {zone}\ndefault_timezone = {zone}\ntimeformat = %H:%M\nlongdateformat = %Y-%m-%d\n"
            "dateformat = %m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n",
            encoding="utf-8",
        )
        what = "{start-date-long} {start-time}-{end-time} {title} {status}"
        command = [khal, "-c", str(config), "list", "--once", "--day-format", "", "--format", what]
        done = subprocess.run(
            [*command, day.isoformat(), f"{days}d"], capture_output=True, text=True, timeout=60, check=True
        )
        assert "Traceback" not in done.stderr
        return [line.strip() for line in done.stdout.splitlines() if line.strip()]

    return listed


def test_a_promise_is_an_event_with_all_that_is_known(now: datetime) -> None:
    """Its own UID, the place and the page of its invitation, what came of it; no word of the member's own."""
    circle = fresh(Community, now, name="Rust study group")
    asked = fresh(
        Invitation, now, title="Tea", note="Bring soup", place="Back room", link="https://example.org/t", uid="t@host"
    )
    one = promised(
        now, outcome=Outcome.KEPT, reflection="secret", invitation=asked.id, community=circle.id, closed_on=now
    )

    event = part_of(write(book_of(circle, asked, one), now=now))

    assert (f"{one.id}@cop-tui", "t@host") == (event["UID"], event["RELATED-TO"])
    assert ("Tea", "Back room", "https://example.org/t") == (event["SUMMARY"], event["LOCATION"], event["URL"])
    assert ("Bring soup", "CONFIRMED", "OPAQUE") == (event["DESCRIPTION"], event["STATUS"], event["TRANSP"])
    assert ["kept", "Rust study group"] == list(event["CATEGORIES"].cats)
    assert (one.start, one.end) == (event["DTSTART"].dt, event["DTEND"].dt)
    assert "Europe/Berlin" == event["DTSTART"].params["TZID"]
    assert {"ORGANIZER", "ATTENDEE", "METHOD"}.isdisjoint(event)
    asked_for = part_of(write(book_of(circle, asked, one), now=now, reflections=True))
    assert "Bring soup\n\nsecret" == asked_for["DESCRIPTION"]


@pytest.mark.parametrize(
    ("outcome", "status", "transparency"),
    [
        (Outcome.OPEN, "CONFIRMED", "OPAQUE"),
        (Outcome.KEPT, "CONFIRMED", "OPAQUE"),
        (Outcome.MISSED, "CONFIRMED", "OPAQUE"),
        (Outcome.EXCUSED, "CANCELLED", "TRANSPARENT"),
        (Outcome.RELEASED, "CANCELLED", "TRANSPARENT"),
    ],
)
def test_what_came_of_it_shows(now: datetime, outcome: Outcome, status: str, transparency: str) -> None:
    """Whoever is not going has the time free; kept and missed are told apart by their category."""
    event = part_of(write(book_of(promised(now, outcome=outcome)), now=now))

    assert (status, transparency) == (event["STATUS"], event["TRANSP"])
    expected = [] if outcome is Outcome.OPEN else [outcome.value]
    assert expected == (list(event["CATEGORIES"].cats) if "CATEGORIES" in event else [])


def test_a_yes_that_waits_to_be_said_again_is_tentative(now: datetime) -> None:
    """The host moved it, and the member has not said whether they still come."""
    asked = fresh(Invitation, now, title="Tea", answer=Answer.WAITING)

    event = part_of(write(book_of(asked, promised(now, invitation=asked.id)), now=now))

    assert "TENTATIVE" == event["STATUS"]


def test_whole_days_are_days(now: datetime) -> None:
    """The same day in every zone, without an hour and without a clock."""
    day = datetime(2026, 11, 27, tzinfo=UTC)
    one = promised(now, start=day, end=day + timedelta(days=2), all_day=True, timezone="")

    data = write(book_of(one), now=now)

    event = part_of(data)
    assert (date(2026, 11, 27), date(2026, 11, 29)) == (event["DTSTART"].dt, event["DTEND"].dt)
    assert b"DTSTART;VALUE=DATE:20261127" in data
    assert b"VTIMEZONE" not in data


@pytest.mark.parametrize(
    ("outcome", "status"),
    [(Outcome.OPEN, "NEEDS-ACTION"), (Outcome.KEPT, "COMPLETED"), (Outcome.MISSED, "CANCELLED")],
)
def test_a_promise_to_do_something_is_a_task(now: datetime, outcome: Outcome, status: str) -> None:
    """With its due date; done when it was kept."""
    one = promised(now, kind=Promise.DO, outcome=outcome, end=None, closed_on=now)

    task = part_of(write(book_of(one), now=now), "VTODO")

    assert (status, one.start) == (task["STATUS"], task["DUE"].dt)
    assert (outcome is Outcome.KEPT) == ("COMPLETED" in task)


def test_a_promise_without_a_date_is_a_task_unless_days_were_asked_for(now: datetime) -> None:
    """Nothing is lost, and nothing is where it does not belong."""
    book = book_of(fresh(Commitment, now, what="Some day"))

    assert "Some day" == part_of(write(book, now=now), "VTODO")["SUMMARY"]
    assert b"Some day" not in write(book, now=now, since=date(2000, 1, 1))


def test_days_and_community_choose(now: datetime) -> None:
    """The first and the last day count, on the member's clock, and what belongs to no community is left out."""
    circle = fresh(Community, now, name="Bees")
    late = datetime(2026, 11, 27, 23, tzinfo=ZoneInfo("America/New_York"))
    book = book_of(
        circle,
        promised(now, "one", datetime(2026, 11, 26, 0, tzinfo=BERLIN), community=circle.id),
        promised(now, "two", late, timezone="America/New_York"),
    )

    def titles(**chosen: Any) -> list[str]:
        calendar = icalendar.Calendar.from_ical(write(book, now=now, **chosen))
        return [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]

    assert ["one", "two"] == titles()
    assert ["two"] == titles(since=date(2026, 11, 28))
    assert ["one"] == titles(until=date(2026, 11, 27), since=date(2026, 11, 26))
    assert ["one"] == titles(community=circle)


def test_stories_go_along_when_asked_for(now: datetime) -> None:
    """Each on the day where the member was, not on that of UTC."""
    late = datetime(2026, 11, 20, 23, 30, tzinfo=ZoneInfo("America/New_York"))
    book = book_of(fresh(Story, now, on=late, title="Bees", body="We saw bees; many, \\many.", tags=("bees",)))

    journal = part_of(write(book, now=now, stories=True), "VJOURNAL")

    assert (date(2026, 11, 20), "Bees") == (journal["DTSTART"].dt, journal["SUMMARY"])
    assert "We saw bees; many, \\many." == journal["DESCRIPTION"]
    assert b"VJOURNAL" not in write(book, now=now)
    bare = part_of(write(book_of(fresh(Story, now, on=late)), now=now, stories=True), "VJOURNAL")
    assert ("untitled", False) == (bare["SUMMARY"], "DESCRIPTION" in bare)


def test_times_that_no_clock_shows_clearly_go_out_in_utc(now: datetime) -> None:
    """The hour that comes twice, for its second time; years without rules; a bare offset."""
    second = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
    for start, zone in ((second, "Europe/Berlin"), (datetime(1200, 1, 1, tzinfo=UTC), "Europe/Berlin"), (now, "")):
        event = part_of(write(book_of(promised(now, start=start, end=None, timezone=zone)), now=now))

        assert start.astimezone(UTC) == event["DTSTART"].dt.astimezone(UTC)
        assert "TZID" not in event["DTSTART"].params
    assert b"VTIMEZONE" not in write(book_of(promised(now, timezone="UTC")), now=now)


@pytest.mark.parametrize(
    "zone", [*CHANGES, "Africa/Casablanca", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kolkata"]
)
def test_a_clock_is_right_to_the_minute(zone: str) -> None:
    """Around every change of two years our own reader finds what the zone says, on the clock as it was before."""
    data = b"BEGIN:VCALENDAR\r\n" + timezone_of(zone, 2026, 2027).to_ical() + b"END:VCALENDAR\r\n"
    (calendar,) = components(lines_of(data)[0])
    clock = clock_of(calendar.children[0])
    info = ZoneInfo(zone)
    assert clock is not None

    start = datetime(2026, 1, 1, tzinfo=UTC)
    for hour in range(2 * 365 * 24):
        moment = start + timedelta(hours=hour)
        before, after = (one.astimezone(info).utcoffset() for one in (moment, moment + timedelta(hours=1)))
        if before != after:
            for minutes in (-90, -1, 1, 120):
                at = (moment + timedelta(minutes=minutes)).astimezone(info)
                if at.replace(fold=0).utcoffset() == at.replace(fold=1).utcoffset():
                    assert at.utcoffset() == clock.offset_at(at.replace(tzinfo=None))


def _weekly(now: datetime, zone: str) -> Iterator[Commitment]:
    """Go through seven days of promises around a change of the clocks, and a whole day."""
    first = CHANGES[zone]
    for day in range(-3, 4):
        start = (first + timedelta(days=day)).replace(tzinfo=ZoneInfo(zone))
        yield promised(now, f"Day {day}", start, end=start + timedelta(hours=2), timezone=zone)
    whole = datetime(first.year, first.month, first.day, tzinfo=UTC)
    yield promised(now, "Whole", whole, end=whole + timedelta(days=1), all_day=True, timezone="")


@pytest.mark.parametrize("zone", CHANGES)
def test_khal_sees_the_same_times_over_a_change_of_the_clocks(
    zone: str, now: datetime, tmp_path: Path, khal: Callable[..., list[str]]
) -> None:
    """On the clock of the zone every evening is at 18:00, before and after the change; a day stays that day."""
    book, vdir = book_of(*_weekly(now, zone)), tmp_path / "vdir"
    bring_up_to_date(vdir, leaves(book, {}, now=now), kind="vdir")
    days = [(CHANGES[zone] + timedelta(days=day)).date() for day in range(-3, 4)]

    seen = khal(vdir, zone, days[0], 8)

    whole = f"{CHANGES[zone].date()} - Whole CONFIRMED"
    timed = [f"{day} 18:00-20:00 Day {index - 3} CONFIRMED" for index, day in enumerate(days)]
    assert sorted([whole, *timed]) == sorted(line.replace("  ", " ") for line in seen)


def test_khal_sees_the_gatherings_of_a_series(now: datetime, tmp_path: Path, khal: Callable[..., list[str]]) -> None:
    """A yes to a series that goes over the change of the clocks: every week at the same hour, called off ones too."""
    at = datetime(2026, 10, 1, 9, tzinfo=BERLIN)
    start = datetime(2026, 10, 7, 18, tzinfo=BERLIN)
    series = fresh(
        Invitation,
        at,
        title="Rust",
        start=start,
        end=start + timedelta(hours=1),
        timezone="Europe/Berlin",
        recurrence="RRULE:FREQ=WEEKLY",
        uid="rust@host",
    )
    book = book_of(series)
    book = book.apply(say_yes(book, series, now=at))
    first = min(book.commitments.values(), key=lambda one: one.start or at)
    book = book.apply(put(altered(first, now, outcome=Outcome.RELEASED)))
    vdir = tmp_path / "vdir"
    bring_up_to_date(vdir, leaves(book, {}, now=now), kind="vdir")

    seen = khal(vdir, "Europe/Berlin", date(2026, 10, 1), 31)

    expected = [f"2026-10-{day:02d} 18:00-19:00 Rust CONFIRMED" for day in (14, 21, 28)]
    assert ["2026-10-07 18:00-19:00 Rust CANCELLED", *expected] == seen


def test_vdirsyncer_takes_it_to_another_folder(now: datetime, tmp_path: Path) -> None:
    """All comes over; a change, a removal and nothing at all come over too, and nothing comes back."""
    vdirsyncer = program("vdirsyncer")
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    theirs.mkdir()
    config = tmp_path / "vdirsyncer.conf"
    config.write_text(
        f'[general]\nstatus_path = "{tmp_path / "status"}"\n[pair both]\na = "mine"\nb = "theirs"\ncollections = null\n'
        f'[storage mine]\ntype = "filesystem"\npath = "{mine}"\nfileext = ".ics"\n'
        f'[storage theirs]\ntype = "filesystem"\npath = "{theirs}"\nfileext = ".ics"\n',
        encoding="utf-8",
    )

    def sync(*records: Record) -> Brought:
        brought = bring_up_to_date(mine, leaves(book_of(*records), known_in(mine), now=now), kind="vdir")
        for verb in ("sync",) if any(theirs.iterdir()) else ("discover", "sync"):
            command = [vdirsyncer, "-c", str(config), verb]
            done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, input="y\n")
            assert (0, False) == (done.returncode, "Traceback" in done.stderr), done.stderr
        return brought

    def titles() -> list[str]:
        return sorted(str(part_of(path.read_bytes())["SUMMARY"]) for path in theirs.glob("*.ics"))

    tea, milk, cake = promised(now, "Tea"), promised(now, "Milk"), promised(now, "Tea")
    assert Brought(written=3) == sync(tea, milk, cake)
    assert ["Milk", "Tea", "Tea"] == titles()
    coffee = altered(tea, now, what="Coffee")
    assert Brought(written=1, unchanged=1, removed=1) == sync(coffee, cake)
    assert ["Coffee", "Tea"] == titles()
    assert Brought(unchanged=2) == sync(coffee, cake)
    assert 2 == len(list(mine.glob("*.ics")))


def test_a_file_keeps_its_name_and_its_bytes(now: datetime) -> None:
    """A promise that is called something else stays in its file; what did not change is the same to the byte."""
    tea = promised(now, "Tea: a/b")
    first = leaves(book_of(tea), {}, now=now)

    again = leaves(book_of(altered(tea, now, what="Coffee")), {tea.id: first[tea.id].path}, now=now + timedelta(days=1))

    assert "2026-11-27 Tea a b.ics" == first[tea.id].path == again[tea.id].path
    assert first == leaves(book_of(tea), {}, now=now + timedelta(days=1))


def test_our_own_calendar_brings_nothing_into_our_own_notebook(now: datetime) -> None:
    """Promises and stories are known already; another notebook takes the gatherings as open invitations."""
    book = book_of(
        promised(now, "Tea"), promised(now, "Milk"), promised(now, kind=Promise.DO), fresh(Story, now, on=now)
    )
    data = write(book, now=now, stories=True)

    mine, other = read(data, "mine.ics", book, now=now), read(data, "mine.ics", Book(), now=now)

    assert (0, 4, 0) == (len(mine.added), mine.unchanged, len(mine.skipped))
    assert not mine.book.invitations
    assert {"invitations": 2} == other.added


HOSTILE = st.text(max_size=60) | st.sampled_from(["\x1b[2J", "a\r\nBEGIN:VEVENT", "\ud800", "x" * 500, "\0", ';,\\:"'])
MOMENTS = st.datetimes(
    min_value=datetime(1, 1, 3),  # noqa: DTZ001 - given a zone by hypothesis
    max_value=datetime(9999, 12, 28),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, BERLIN, ZoneInfo("America/New_York")]),
)


@settings(max_examples=60, deadline=None)
@given(
    what=HOSTILE, reflection=HOSTILE, start=st.none() | MOMENTS, all_day=st.booleans(), kind=st.sampled_from(Promise)
)
def test_whatever_a_promise_says_the_calendar_holds_just_that(
    what: str, reflection: str, start: datetime | None, all_day: bool, kind: Promise
) -> None:
    """Hostile text makes no line of its own, and no moment is one that can't be written; it is the same moment."""
    at = datetime(2026, 11, 23, 9, tzinfo=BERLIN)
    zone = getattr(start.tzinfo, "key", "") if start else ""
    one = promised(at, what or "x", start, kind=kind, all_day=all_day, timezone="" if all_day else zone)
    one = altered(one, at, reflection=reflection, start=start and (start if not all_day else start.replace(tzinfo=UTC)))

    data = write(book_of(one), now=at, reflections=True)

    (part,) = [one for one in icalendar.Calendar.from_ical(data).walk() if one.name in ("VEVENT", "VTODO", "VJOURNAL")]
    moment = part.get("DTSTART") or part.get("DUE")
    if one.start is None:
        assert moment is None
    elif all_day:
        assert one.start.date() == moment.dt
    else:
        assert one.start.astimezone(UTC).replace(microsecond=0) == moment.dt.astimezone(UTC)


def test_a_year_of_the_sample_notebook_goes_out(now: datetime) -> None:
    """Every promise is there once, and every line is folded and ended as RFC 5545 asks."""
    book = demo_book(now)

    data = write(book, now=now, stories=True, reflections=True)

    calendar = icalendar.Calendar.from_ical(data)
    uids = [str(part["UID"]) for kind in ("VEVENT", "VTODO", "VJOURNAL") for part in calendar.walk(kind)]
    assert sorted(f"{one}@cop-tui" for one in (*book.commitments, *book.stories)) == sorted(uids)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
