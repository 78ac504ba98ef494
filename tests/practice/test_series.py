"""The gatherings of a series stand on its own wall clock, wherever the member is."""

from datetime import UTC, date, datetime, time, timedelta
from time import process_time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.invitation import Invitation
from cop_tui.domain.moment import seen_from, whole_day
from cop_tui.domain.record import fresh
from cop_tui.practice.series import next_start, occurrences, pattern_of

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")


def series(now: datetime, recurrence: str = "RRULE:FREQ=WEEKLY", **fields: Any) -> Invitation:
    """Return an invitation for Tuesdays at 18:00 in Berlin."""
    start = datetime(2026, 11, 24, 18, tzinfo=BERLIN)
    usual: dict[str, Any] = {
        "title": "Rust study group",
        "start": start,
        "end": start + timedelta(hours=2),
        "timezone": "Europe/Berlin",
    }
    return fresh(Invitation, now, recurrence=recurrence, **(usual | fields))


@pytest.mark.parametrize("zone", [BERLIN, NEW_YORK, ZoneInfo("Asia/Kolkata"), ZoneInfo("Pacific/Auckland")])
def test_a_meeting_stays_at_its_hour_over_a_change_of_the_clocks(zone: ZoneInfo) -> None:
    """18:00 in Berlin is 18:00 in Berlin before and after 2027-03-28, seen from wherever."""
    now = datetime(2027, 3, 1, 9, tzinfo=zone)

    found = occurrences(series(now), now, now + timedelta(days=60))

    assert {one.start.replace(tzinfo=None).time() for one in found} == {time(18)}
    assert {one.start.astimezone(BERLIN).hour for one in found} == {18}
    assert [one.start.astimezone(UTC).hour for one in found[:5]] == [17, 17, 17, 17, 16]
    assert all(one.end is not None and one.end - one.start == timedelta(hours=2) for one in found)


def test_a_member_in_new_york_sees_the_hour_shift_between_the_two_changes() -> None:
    """Between the American and the European change the meeting is an hour later in New York."""
    now = datetime(2027, 3, 1, 9, tzinfo=NEW_YORK)

    seen = [
        seen_from(one.start, now, timezone="Europe/Berlin")
        for one in occurrences(series(now), now, now + timedelta(35))
    ]

    assert [(one.day, one.hour) for one in seen] == [(2, 12), (9, 12), (16, 13), (23, 13), (30, 12)]


def test_an_hour_that_the_clock_leaps_over_is_moved_on() -> None:
    """02:30 on the night of the change is 03:30, that day only."""
    now = datetime(2027, 3, 26, 9, tzinfo=BERLIN)
    start = datetime(2027, 3, 27, 2, 30, tzinfo=BERLIN)

    found = occurrences(series(now, "RRULE:FREQ=DAILY;COUNT=3", start=start, end=None), now, now + timedelta(days=9))

    assert [f"{one.start:%d %H:%M}" for one in found] == ["27 02:30", "28 03:30", "29 02:30"]
    assert [one.end for one in found] == [None, None, None]


def test_single_dates_are_added_and_left_out(now: datetime) -> None:
    """RDATE adds a gathering, EXDATE leaves one out, a day without an hour leaves out all of its day."""
    text = "RRULE:FREQ=WEEKLY;COUNT=4\nRDATE:20261127T090000,20261215T180000\nEXDATE:20261201T180000\nEXDATE:20261208"

    found = occurrences(series(now, text), now, now + timedelta(days=60))

    assert [f"{one.start:%d %H:%M}" for one in found] == ["24 18:00", "27 09:00", "15 18:00"]


def test_each_gathering_knows_the_start_that_it_has_in_the_series(now: datetime) -> None:
    """The original start is in UTC, and an invitation for one occurrence keeps the one it was moved from."""
    moved = datetime(2026, 12, 1, 17, tzinfo=UTC)

    plain = occurrences(series(now), now, now + timedelta(days=7))
    one = occurrences(series(now, "", occurrence=moved), now, now + timedelta(days=7))

    assert [found.original for found in plain] == [datetime(2026, 11, 24, 17, tzinfo=UTC)]
    assert [found.original for found in one] == [moved]


def test_a_whole_day_is_the_same_day_everywhere() -> None:
    """A day without hours is kept as midnight UTC and is still to come until it is over where the member is."""
    day = whole_day(date(2026, 11, 24))
    fields: dict[str, Any] = {"start": day, "end": day + timedelta(days=1), "timezone": "", "all_day": True}

    for name in ("Pacific/Auckland", "America/Los_Angeles", "Europe/Berlin"):
        now = datetime(2026, 11, 24, 23, 30, tzinfo=ZoneInfo(name))
        weekly = series(now, "RRULE:FREQ=WEEKLY\nEXDATE:20261201", **fields)
        found = occurrences(weekly, now, now + timedelta(days=15))

        assert [one.start for one in found] == [day, day + timedelta(days=14)]
        assert next_start(weekly, now + timedelta(hours=1)) == day + timedelta(days=14)


def test_the_next_gathering_is_found_however_far_ahead(now: datetime) -> None:
    """A single date in thirty years, a 29 February and a series that is over are all told rightly."""
    leap = datetime(2024, 2, 29, 10, tzinfo=BERLIN)
    far = datetime(2056, 1, 1, 18, tzinfo=BERLIN)

    assert next_start(series(now, "", start=far, end=None), now) == far
    assert next_start(series(now, "RRULE:FREQ=YEARLY", start=leap, end=None), now) == leap.replace(year=2028)
    assert next_start(series(now, "RRULE:FREQ=DAILY;COUNT=2", start=leap, end=None), now) is None
    assert next_start(series(now, "", start=leap, end=None), now) is None
    assert next_start(series(now, start=None, end=None), now) is None


def test_lines_that_cannot_be_read_count_as_if_they_were_not_there(now: datetime) -> None:
    """A rule for every second, a bad date and noise leave the first gathering as it is, and cost nothing."""
    text = "RRULE:FREQ=SECONDLY\nRDATE:soon,20261125T180000\nEXDATE:\nnoise\nX-RULE:FREQ=DAILY"
    begun = process_time()

    found = occurrences(series(now, text), now, now + timedelta(days=4000))

    assert [one.start.day for one in found] == [24, 25]
    assert pattern_of(text).rules == ()
    assert process_time() - begun < 0.2


def test_no_more_gatherings_are_given_than_asked_for(now: datetime) -> None:
    """The limit holds, and a limit of years costs next to nothing."""
    assert len(occurrences(series(now, "RRULE:FREQ=DAILY"), now, now + timedelta(days=9000), limit=7)) == 7


def test_a_series_without_a_known_zone_keeps_its_offset(now: datetime) -> None:
    """Where no zone is named, the offset of the first gathering is that of all."""
    start = datetime.fromisoformat("2026-11-24T18:00:00+05:00")

    found = occurrences(
        series(now, "RRULE:FREQ=DAILY;COUNT=2", start=start, end=None, timezone=""), now, now + timedelta(9)
    )

    assert [one.start.isoformat() for one in found] == ["2026-11-24T18:00:00+05:00", "2026-11-25T18:00:00+05:00"]


def test_the_edges_of_time_do_no_harm(now: datetime) -> None:
    """Asking up to the last moment there is, or from the first, is answered."""
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)

    assert len(occurrences(series(now), first, last, limit=3)) == 3


STORED = ["2026-11-24T18:00+01:00", "2026-11-24T17:00+00:00", "2026-11-24T18:00+02:00"]


@pytest.mark.parametrize("start", STORED, ids=["as written", "in UTC", "before the rules of the zone changed"])
def test_a_series_from_a_file_stays_on_the_clock_of_its_zone(now: datetime, start: str) -> None:
    """A file keeps an offset; the zone says what 18:00 is in summer, and what it was agreed to be."""
    kept = datetime.fromisoformat(start)
    weekly = series(now, start=kept, end=kept + timedelta(hours=2))

    summer = occurrences(weekly, datetime(2027, 7, 1, tzinfo=UTC), datetime(2027, 7, 9, tzinfo=UTC))

    assert ["2027-07-06T18:00:00+02:00"] == [one.start.isoformat() for one in summer]
    assert ["2027-07-06T20:00:00+02:00"] == [one.end.isoformat() for one in summer if one.end]


def test_what_a_gathering_is_known_by_is_written_in_utc(now: datetime) -> None:
    """So that it is the same on every machine."""
    (one,) = occurrences(series(now), now, now + timedelta(days=7))

    assert "2026-11-24T17:00:00+00:00" == one.original.isoformat()


def test_a_span_has_its_first_moment_and_not_its_last(now: datetime) -> None:
    """A gathering that begins as the span does is in it, one that begins as the span ends is in the next."""
    first = datetime(2026, 11, 24, 18, tzinfo=BERLIN)

    assert [first] == [one.start for one in occurrences(series(now), first, first + timedelta(days=7))]


def test_a_span_has_the_days_whose_midnight_is_before_its_end(now: datetime) -> None:
    """Midnight where the member is."""
    day = whole_day(date(2026, 11, 24))
    daily = series(now, "RRULE:FREQ=DAILY", start=day, end=None, timezone="", all_day=True)
    midnight = datetime(2026, 11, 26, tzinfo=BERLIN)

    days = [
        [one.start.day for one in occurrences(daily, now, before)] for before in (midnight, midnight + timedelta(0, 1))
    ]

    assert [[24, 25], [24, 25, 26]] == days


def test_a_next_gathering_after_more_than_twelve_years_is_not_looked_for(now: datetime) -> None:
    """It is far enough for every 29 February."""
    seldom = series(now, "RRULE:FREQ=YEARLY;INTERVAL=20", start=datetime(2024, 2, 29, 10, tzinfo=BERLIN), end=None)

    assert next_start(seldom, now) is None


def test_a_year_of_days_is_given_where_nothing_else_is_said(now: datetime) -> None:
    """And a month more."""
    assert 400 == len(occurrences(series(now, "RRULE:FREQ=DAILY"), now, now + timedelta(days=900)))
