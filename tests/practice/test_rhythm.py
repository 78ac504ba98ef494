"""The rhythm, by example and by property."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn, DayKind
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.interest import Interest
from cop_tui.domain.learning import Learning
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.rhythm import Kept, kept_by_community, kept_percent, kept_words, rhythm

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()
DAY = timedelta(days=1)


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def check_in(ago: int, kind: DayKind = DayKind.DONE, until: date | None = None) -> CheckIn:
    """Return the check-in of so many days ago."""
    return fresh(CheckIn, NOW, day=TODAY - ago * DAY, kind=kind, until=until)


def streak_of(*check_ins: CheckIn) -> tuple[int, int]:
    """Return the streak of today and the longest."""
    reading = rhythm(book_of(*check_ins), NOW)
    return reading.streak, reading.longest


def test_an_empty_book_has_26_calm_weeks() -> None:
    """The strip begins on a Monday and ends with this week's Sunday; all is 0."""
    reading = rhythm(Book(), NOW)

    assert 182 == len(reading.days)
    assert 0 == reading.days[0].day.weekday()
    assert date(2026, 11, 29) == reading.days[-1].day
    assert {0} == {day.count for day in reading.days}
    assert (0, 0, False) == (reading.streak, reading.longest, reading.checked_in_today)


def test_the_streak_counts_days_in_a_row_up_to_today_or_yesterday() -> None:
    """It is not over before the day is."""
    assert (3, 3) == streak_of(check_in(0), check_in(1), check_in(2))
    assert (2, 2) == streak_of(check_in(1), check_in(2))
    assert (0, 2) == streak_of(check_in(2), check_in(3))
    assert (1, 2) == streak_of(check_in(0), check_in(2), check_in(3))


def test_a_skipped_day_neither_breaks_nor_lengthens_the_streak() -> None:
    """It is as if the day were not there."""
    assert (2, 2) == streak_of(check_in(0), check_in(1, DayKind.SKIPPED), check_in(2))
    assert (1, 1) == streak_of(check_in(0, DayKind.SKIPPED), check_in(1))
    assert (0, 0) == streak_of(check_in(0, DayKind.SKIPPED))


def test_a_pause_neither_breaks_nor_lengthens_the_streak() -> None:
    """Neither one with an end nor one that is still open, nor one planned beyond today."""
    assert (2, 2) == streak_of(check_in(0), check_in(20, DayKind.PAUSED, TODAY - DAY), check_in(21))
    assert (1, 1) == streak_of(check_in(10, DayKind.PAUSED), check_in(11))
    assert (1, 1) == streak_of(check_in(10, DayKind.PAUSED, TODAY + 9 * DAY), check_in(11))
    assert (0, 1) == streak_of(check_in(10, DayKind.PAUSED, TODAY - 5 * DAY), check_in(11))


def test_a_check_in_during_a_pause_counts() -> None:
    """The day is done, and the pause goes on around it."""
    reading = rhythm(book_of(check_in(5, DayKind.PAUSED), check_in(2), check_in(6)), NOW)

    assert 2 == reading.streak
    kinds = {day.day: day.kind for day in reading.days}
    assert DayKind.DONE is kinds[TODAY - 2 * DAY]
    assert DayKind.PAUSED is kinds[TODAY - 3 * DAY]
    assert DayKind.PAUSED is kinds[TODAY]
    assert kinds[TODAY + DAY] is None


def test_days_to_come_are_not_counted() -> None:
    """A check-in dated tomorrow by another clock changes nothing yet."""
    reading = rhythm(book_of(check_in(-1), check_in(0)), NOW)

    assert (1, 1, True) == (reading.streak, reading.longest, reading.checked_in_today)
    assert 1 == sum(day.count for day in reading.days)


def test_a_pause_of_centuries_costs_nothing() -> None:
    """A first day long ago is cut to the strip."""
    ages = fresh(CheckIn, NOW, day=date.min, kind=DayKind.PAUSED, until=date.max)

    reading = rhythm(book_of(ages), NOW)

    assert DayKind.PAUSED is reading.days[0].kind
    assert 0 == reading.streak


def test_a_day_counts_all_that_was_done_on_it() -> None:
    """Check-in, kept promise, story, learning, interest and contact: one each."""
    moment = NOW - 3 * DAY
    book = book_of(
        check_in(3),
        fresh(Commitment, NOW, what="kept", start=moment, outcome=Outcome.KEPT, closed_on=NOW),
        fresh(Commitment, NOW, what="missed", start=moment, outcome=Outcome.MISSED, closed_on=NOW),
        fresh(Story, NOW, on=moment),
        fresh(Learning, NOW, text="x", on=moment),
        fresh(Interest, NOW, who="me", subject="x", on=moment),
        fresh(Person, NOW, name="Ana", contacts=(Contact(on=moment),)),
        fresh(Story, NOW, on=NOW - 300 * DAY),
    )

    counts = {day.day: day.count for day in rhythm(book, NOW).days if day.count}

    assert {moment.date(): 6} == counts


def test_a_promise_is_kept_on_its_day_or_before_it_when_it_was_closed() -> None:
    """The gathering's own day; the day of closing where there is none or it lies ahead; whole days stay whole."""
    past = NOW - 2 * DAY
    kept: dict[str, dict[str, Any]] = {
        "gathering": {"start": past, "closed_on": NOW},
        "whole day": {"start": whole_day(TODAY - 4 * DAY), "all_day": True, "closed_on": NOW},
        "before its day": {"start": NOW + DAY, "closed_on": NOW - DAY},
        "undated": {"closed_on": NOW - 3 * DAY},
        "unclosed": {},
        "long ago": {"start": NOW - 300 * DAY},
    }
    made = [fresh(Commitment, NOW, what=what, outcome=Outcome.KEPT, **fields) for what, fields in kept.items()]

    counts = {(TODAY - day.day).days for day in rhythm(book_of(*made), NOW).days if day.count}

    assert {0, 1, 2, 3, 4} == counts


def test_days_are_those_of_the_zone_that_now_carries() -> None:
    """A story at 23:30 in New York was told on the next morning in Berlin."""
    told = datetime(2026, 11, 20, 23, 30, tzinfo=ZoneInfo("America/New_York"))
    book = book_of(fresh(Story, NOW, on=told))

    in_berlin = rhythm(book, NOW)
    in_new_york = rhythm(book, NOW.astimezone(ZoneInfo("America/New_York")))

    assert [date(2026, 11, 21)] == [day.day for day in in_berlin.days if day.count]
    assert [date(2026, 11, 20)] == [day.day for day in in_new_york.days if day.count]


def test_promises_are_counted_by_what_came_of_them() -> None:
    """Altogether and by community."""
    outcomes = [Outcome.KEPT, Outcome.KEPT, Outcome.MISSED, Outcome.OPEN]
    book = book_of(
        *(fresh(Commitment, NOW, what="x", community="c", outcome=one) for one in outcomes),
        fresh(Commitment, NOW, what="x", outcome=Outcome.EXCUSED),
    )

    reading, by_community = rhythm(book, NOW), kept_by_community(book)

    assert (2, 1, 1, 0, 1) == (reading.kept, reading.missed, reading.excused, reading.released, reading.open)
    assert {"c": Kept(kept=2, missed=1, open=1), None: Kept(excused=1)} == by_community


def test_kept_is_told_with_its_counts() -> None:
    """Excused and called off stand apart, and nothing closed has its own words."""
    assert "kept 18 of 20, excused 3" == kept_words(Kept(kept=18, missed=2, excused=3))
    assert "kept 0 of 1, called off 2" == kept_words(Kept(missed=1, released=2))
    assert "excused 1" == kept_words(Kept(excused=1))
    assert "no promise has come due yet" == kept_words(Kept(open=4))


def test_there_is_no_percentage_below_five() -> None:
    """Four closed promises say too little."""
    assert kept_percent(Kept(kept=4, excused=9)) is None
    assert 80 == kept_percent(Kept(kept=4, missed=1))


KINDS = st.dictionaries(st.integers(0, 40), st.sampled_from(DayKind), max_size=30)


@given(KINDS)
def test_the_streak_is_never_negative_nor_more_than_the_days_done(kinds: dict[int, DayKind]) -> None:
    """0 ≤ streak ≤ longest ≤ days done."""
    streak, longest = streak_of(*(check_in(ago, kind, TODAY - ago * DAY) for ago, kind in kinds.items()))

    assert 0 <= streak <= longest <= sum(kind is DayKind.DONE for kind in kinds.values())


@given(KINDS)
def test_the_streak_is_what_one_counts_by_hand(kinds: dict[int, DayKind]) -> None:
    """Going back from today: done days count, spoken-for days are passed over, any other day but today ends it."""
    by_hand, ago = 0, 0 if 0 in kinds else 1
    while ago in kinds:
        by_hand += kinds[ago] is DayKind.DONE
        ago += 1

    assert by_hand == streak_of(*(check_in(ago, kind, TODAY - ago * DAY) for ago, kind in kinds.items()))[0]


@given(KINDS, st.integers(0, 40))
def test_to_skip_a_free_day_never_takes_from_the_streak(kinds: dict[int, DayKind], ago: int) -> None:
    """Nor from the longest."""
    check_ins = [check_in(number, kind, TODAY - number * DAY) for number, kind in kinds.items() if number != ago]

    before, after = streak_of(*check_ins), streak_of(*check_ins, check_in(ago, DayKind.SKIPPED))

    assert after[0] >= before[0]
    assert after[1] >= before[1]


@given(st.lists(st.sampled_from(Outcome), max_size=30))
def test_every_promise_is_counted_once(outcomes: list[Outcome]) -> None:
    """Kept, missed, excused, released and open are all there are."""
    reading = rhythm(book_of(*(fresh(Commitment, NOW, what="x", outcome=one) for one in outcomes)), NOW)

    assert len(outcomes) == reading.kept + reading.missed + reading.excused + reading.released + reading.open


@pytest.mark.parametrize("ago", range(7))
def test_the_strip_begins_on_a_monday_whatever_day_it_is(ago: int) -> None:
    """And ends with that week's Sunday."""
    days = rhythm(Book(), NOW - ago * DAY).days

    assert (0, 6, 182) == (days[0].day.weekday(), days[-1].day.weekday(), len(days))
    assert days[-1].day - 6 * DAY <= (NOW - ago * DAY).date() <= days[-1].day


def test_today_is_done_by_a_check_in_of_today() -> None:
    """Neither by yesterday's nor by a day off."""
    done = [
        rhythm(book_of(one), NOW).checked_in_today for one in (check_in(0), check_in(1), check_in(0, DayKind.SKIPPED))
    ]

    assert [True, False, False] == done


def test_what_was_done_on_the_first_day_of_the_strip_counts() -> None:
    """Also where the clock of those days was two days behind that of whoever looks."""
    there = NOW.astimezone(ZoneInfo("Pacific/Kiritimati"))
    first = rhythm(Book(), there).days[0].day
    told = datetime.fromisoformat(f"{first - 2 * DAY}T23:30-12:00")
    book = book_of(
        fresh(Story, NOW, on=told), fresh(Commitment, NOW, what="x", start=told, outcome=Outcome.KEPT, closed_on=NOW)
    )

    assert 2 == rhythm(book, there).days[0].count


@pytest.mark.parametrize(
    ("fields", "zone", "day"),
    [
        ({"start": "2026-11-20T00:30+03:00", "timezone": "Europe/Berlin"}, "Europe/Berlin", date(2026, 11, 20)),
        ({"start": "2026-11-20T00:00+00:00", "all_day": True}, "America/New_York", date(2026, 11, 20)),
        (
            {"start": "2026-11-30T18:00-05:00", "timezone": "America/New_York", "closed_on": "2026-11-19T23:30+01:00"},
            "Europe/Berlin",
            date(2026, 11, 19),
        ),
    ],
    ids=["by the hour that was agreed", "by its whole day", "by the hour at which it was closed"],
)
def test_a_promise_counts_on_the_day_on_which_it_was_kept(fields: dict[str, Any], zone: str, day: date) -> None:
    """The zone of a gathering says nothing of the moment at which the member closed it before."""
    moments = {name: datetime.fromisoformat(fields[name]) for name in ("start", "closed_on") if name in fields}
    one = fresh(Commitment, NOW, what="x", outcome=Outcome.KEPT, **({"closed_on": NOW} | fields | moments))

    assert [day] == [one.day for one in rhythm(book_of(one), NOW.astimezone(ZoneInfo(zone))).days if one.count]
