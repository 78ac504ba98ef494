"""Days, moments and records in words."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn, DayKind
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import Member
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.when import understand
from cop_tui.practice.words import (
    cells,
    day_words,
    exact_day,
    moment_words,
    person_words,
    short_moment,
    title_of,
    whole_title,
)

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN)
TODAY = NOW.date()
ANA = fresh(Person, NOW, id="ana", name="Ana Silva")
BOOK = Book().apply(Change(sentence="", at=NOW, put=(ANA,)))


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "Wed"),
        (4, "Fri"),
        (6, "Sun"),
        (7, "Mon 30 Nov"),
        (8, "Tue 1 Dec"),
        (-2, "Sat 21 Nov"),
        (38, "Thu 31 Dec"),
        (39, "Fri 1 Jan 2027"),
        (-365, "Sun 23 Nov 2025"),
    ],
)
def test_a_day_is_said_as_people_say_it(away: int, words: str) -> None:
    """Near now by its name, farther away by its date, in another year with that."""
    assert words == day_words(TODAY + timedelta(days=away), TODAY)


def test_an_exact_day_leaves_nothing_to_reckon() -> None:
    """Its year stands with it unless it is today's."""
    assert ("Mon 23 Nov", "Mon 23 Nov 2026") == (exact_day(TODAY, TODAY), exact_day(TODAY))


@given(st.dates(min_value=date(1000, 1, 1)), st.dates())
def test_an_exact_day_is_understood_again(day: date, today: date) -> None:
    """What the product says of a day, it also understands."""
    now = datetime.combine(today, NOW.time(), tzinfo=UTC)

    assert whole_day(day) == understand(exact_day(day), now).start
    if day.year == today.year:
        assert whole_day(day) == understand(exact_day(day, today), now).start


@pytest.mark.parametrize(
    ("start", "timezone", "words"),
    [
        (datetime(2026, 11, 25, 18, tzinfo=BERLIN), "Europe/Berlin", "Wed 25 Nov 18:00"),
        (datetime(2026, 11, 25, 17, tzinfo=UTC), "", "Wed 25 Nov 18:00"),
        (datetime(2027, 3, 1, 8, 5, tzinfo=BERLIN), "Europe/Berlin", "Mon 1 Mar 2027 08:05"),
        (datetime(2026, 11, 25, 18, tzinfo=ZoneInfo("Europe/Paris")), "Europe/Paris", "Wed 25 Nov 18:00"),
        (
            datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("America/New_York")),
            "America/New_York",
            "Wed 25 Nov 18:00 (12:00 in New York)",
        ),
        (
            datetime(2026, 11, 25, 22, tzinfo=ZoneInfo("America/New_York")),
            "America/New_York",
            "Thu 26 Nov 04:00 (Wed 22:00 in New York)",
        ),
        (datetime(2026, 11, 25, 18, tzinfo=BERLIN), "Nowhere/Atlantis", "Wed 25 Nov 18:00"),
        (datetime(2026, 11, 25, 17, tzinfo=UTC), "America/New_York", "Wed 25 Nov 18:00 (12:00 in New York)"),
        (datetime(2026, 11, 25, 17, tzinfo=UTC), "UTC", "Wed 25 Nov 18:00 (17:00 in UTC)"),
        (
            datetime(2026, 11, 25, 17, tzinfo=UTC),
            "America/Argentina/Buenos_Aires",
            "Wed 25 Nov 18:00 (14:00 in Buenos Aires)",
        ),
        (datetime.fromisoformat("2026-11-25T18:00+02:00"), "Europe/Berlin", "Wed 25 Nov 18:00"),
    ],
)
def test_a_moment_is_exact(start: datetime, timezone: str, words: str) -> None:
    """On the member's clock, with that of its own zone where it shows something else."""
    assert words == moment_words(start, NOW, timezone=timezone)


def test_a_whole_day_has_no_hour_and_never_moves() -> None:
    """It is the same day for a member in New York."""
    there = NOW.astimezone(ZoneInfo("America/New_York"))
    friday = whole_day(date(2026, 11, 27))

    assert "Fri 27 Nov" == moment_words(friday, there, all_day=True)
    assert "Fri" == short_moment(friday, there, all_day=True)


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (datetime(2026, 11, 23, 18, tzinfo=BERLIN), "today 18:00"),
        (datetime(2026, 11, 22, 18, tzinfo=BERLIN), "yesterday 18:00"),
        (datetime(2026, 11, 27, 18, tzinfo=BERLIN), "Fri 18:00"),
        (datetime.fromisoformat("2026-11-27T18:00+02:00"), "Fri 18:00"),
        (datetime(2026, 11, 29, 18, tzinfo=BERLIN), "Sun 18:00"),
        (datetime(2026, 11, 30, 18, tzinfo=BERLIN), "Mon 30 Nov"),
        (datetime(2026, 11, 21, 18, tzinfo=BERLIN), "Sat 21 Nov"),
        (datetime(2026, 12, 1, 18, tzinfo=BERLIN), "Tue 1 Dec"),
        (datetime(2026, 11, 20, 18, tzinfo=BERLIN), "Fri 20 Nov"),
    ],
)
def test_a_moment_near_now_is_said_shortly(start: datetime, words: str) -> None:
    """With its hour while that is near, then only the day."""
    assert words == short_moment(start, NOW, timezone="Europe/Berlin")


@given(st.datetimes(timezones=st.timezones()), st.sampled_from(["", "Asia/Tokyo", "America/New_York"]), st.booleans())
def test_every_moment_can_be_said(start: datetime, timezone: str, all_day: bool) -> None:
    """Also at the ends of the calendar."""
    assert moment_words(start, NOW, timezone=timezone, all_day=all_day)
    assert short_moment(start, NOW, timezone=timezone, all_day=all_day)


TITLES: list[tuple[Record, str]] = [
    (ANA, "Ana Silva"),
    (fresh(Member, NOW, name="Maya"), "Maya"),
    (fresh(Member, NOW), "You"),
    (fresh(Interest, NOW, who="ana", subject="Rust", on=NOW), "Rust (Ana Silva)"),
    (fresh(Interest, NOW, who="me", subject="Rust", on=NOW), "Rust (you)"),
    (fresh(Interest, NOW, who="gone", subject="Rust", on=NOW), "Rust (someone)"),
    (fresh(Community, NOW, name="Rust study group"), "Rust study group"),
    (fresh(Invitation, NOW, title="Lunch\nand talk"), "Lunch and talk"),
    (fresh(Commitment, NOW, what="Send the notes"), "Send the notes"),
    (fresh(Goal, NOW, text="Give a talk"), "Give a talk"),
    (fresh(Learning, NOW, text="Ask early", on=NOW), "Ask early"),
    (fresh(Story, NOW, title="A good day", body="# Else", on=NOW), "A good day"),
    (fresh(Story, NOW, body="\n## \n#  Dumplings\nLi brought them", on=NOW), "Dumplings"),
    (fresh(Story, NOW, body="#rust was fun", on=NOW), "#rust was fun"),
    (fresh(Story, NOW, on=NOW), "untitled"),
    (fresh(CheckIn, NOW, day=TODAY), "Check-in of Mon 23 Nov 2026"),
    (fresh(CheckIn, NOW, day=TODAY, kind=DayKind.SKIPPED), "A day off on Mon 23 Nov 2026"),
    (fresh(CheckIn, NOW, day=TODAY, kind=DayKind.PAUSED), "A pause from Mon 23 Nov 2026"),
    (fresh(Gone, NOW, kind="check_ins", on=NOW), "Removed from check-ins"),
    (fresh(Record, NOW), "untitled"),
]


@pytest.mark.parametrize(("record", "title"), TITLES, ids=[title for _, title in TITLES])
def test_every_record_has_a_title(record: Record, title: str) -> None:
    """One line by which the member knows it again."""
    assert title == title_of(record, BOOK)


@given(st.text(st.characters()))
def test_a_title_is_one_line_of_bounded_width(text: str) -> None:
    """Whatever the member wrote; the whole title is as it was written."""
    goal = fresh(Goal, NOW, text=text)

    assert 1 <= cells(title_of(goal, BOOK)) <= 72
    assert text == whole_title(goal, BOOK)


def test_people_are_named() -> None:
    """The member is "you"; who is gone is someone."""
    assert ("you", "Ana Silva", "someone") == tuple(person_words(one, BOOK) for one in ("me", "ana", "nobody"))


def test_a_moment_without_a_zone_of_its_own_is_said_on_one_clock() -> None:
    """Nothing is added where no other clock was agreed on."""
    assert "Wed 25 Nov 18:00" == moment_words(datetime(2026, 11, 25, 17, tzinfo=UTC), NOW)
