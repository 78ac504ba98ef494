"""Recurrence rules name what RFC 5545 says, and never cost more than the span that is asked for."""
# ruff: noqa: DTZ001 - rules stand on wall clocks

import datetime as dt
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import takewhile
from types import SimpleNamespace

import dateutil.rrule
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.errors import Refused
from cop_tui.practice.recurrence import rule_of, wall

SPAN = timedelta(days=5 * 366)

days = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
nth_days = st.builds("{}{}".format, st.sampled_from(["1", "2", "-1", "-2", "5"]), days)


def listed(values: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    """Return strategies for one to three values with commas between."""
    return st.lists(values, min_size=1, max_size=3, unique=True).map(lambda some: ",".join(map(str, some)))


PARTS = {
    "INTERVAL": st.integers(1, 5).map(str),
    "COUNT": st.integers(1, 40).map(str),
    "BYMONTH": listed(st.integers(1, 12)),
    "BYMONTHDAY": listed(st.sampled_from([1, 2, 13, 28, 29, 30, 31, -1, -2, -31])),
    "BYSETPOS": listed(st.sampled_from([1, 2, -1, -2])),
    "BYHOUR": listed(st.integers(0, 23)),
    "BYMINUTE": listed(st.sampled_from([0, 15, 59])),
    "WKST": days,
}


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Draw the value of a RRULE as people and programs write them."""
    frequency = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]))
    chosen = draw(st.fixed_dictionaries({}, optional=PARTS))
    if draw(st.booleans()):
        nth = frequency in ("YEARLY", "MONTHLY") and draw(st.booleans())
        chosen["BYDAY"] = draw(listed(nth_days if nth else days))
    if frequency == "YEARLY" and draw(st.integers(0, 3)) == 0:
        chosen["BYYEARDAY"] = draw(listed(st.sampled_from([1, 100, 366, -1, -366])))
    if frequency == "WEEKLY":
        chosen.pop("BYMONTHDAY", None)
        chosen.pop("BYSETPOS", None)  # dateutil counts from the first day of the series, not of its week
    if "COUNT" not in chosen and draw(st.booleans()):
        chosen["UNTIL"] = f"{draw(starts) + timedelta(days=400):%Y%m%dT%H%M%S}"
    return ";".join([f"FREQ={frequency}", *(f"{name}={value}" for name, value in chosen.items())])


starts = st.datetimes(datetime(1999, 1, 1), datetime(2030, 12, 31)).map(
    lambda one: one.replace(second=0, microsecond=0)
)


@pytest.fixture(scope="module")
def a_nearer_end_of_time() -> Iterator[None]:
    """Let dateutil look ahead to 2045 only: it goes on to the year 9999 where a rule names nothing."""
    with pytest.MonkeyPatch.context() as patch:
        near = SimpleNamespace(**{name: getattr(dt, name) for name in dir(dt)} | {"MAXYEAR": 2045})
        patch.setattr(dateutil.rrule, "datetime", near)
        yield


@settings(max_examples=300, deadline=None)
@given(text=rules(), first=starts, later=st.integers(0, 1500))
@pytest.mark.usefixtures("a_nearer_end_of_time")
def test_a_rule_names_the_moments_that_dateutil_names(text: str, first: datetime, later: int) -> None:
    """What our rules name in any span is what dateutil's name in it."""
    after, before = first + timedelta(days=later), first + SPAN

    expected = [one for one in takewhile(before.__gt__, rrulestr(text, dtstart=first)) if one >= after]

    assert list(rule_of(text).moments(first, after, before)) == expected


@given(first=starts, weeks=st.sets(st.integers(1, 53), min_size=1, max_size=3), day=days)
def test_weeks_by_number_are_those_of_the_iso_calendar(first: datetime, weeks: set[int], day: str) -> None:
    """BYWEEKNO names what Python's isocalendar calls those weeks; dateutil errs about the last one of some years."""
    text = f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, weeks))};BYDAY={day}"
    every = (first + timedelta(days=number) for number in range(6 * 366))

    expected = [one for one in every if one.isocalendar()[1] in weeks and f"{one:%a}"[:2].upper() == day]

    assert list(rule_of(text).moments(first, first, first + timedelta(days=6 * 366))) == expected


def test_the_last_week_of_a_year_is_found_from_its_end() -> None:
    """BYWEEKNO=-1 is week 53 in a year that has one, and week 52 in the others."""
    first = datetime(2026, 1, 1, 18)

    found = rule_of("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=MO").moments(first, first, datetime(2028, 12, 31))

    assert list(found) == [datetime(2026, 12, 28, 18), datetime(2027, 12, 27, 18), datetime(2028, 12, 25, 18)]


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4,6,9,11",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=WEEKLY;BYSETPOS=300",
        "FREQ=DAILY;COUNT=1000000000;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=YEARLY;INTERVAL=9999",
    ],
)
def test_a_rule_that_names_nothing_ends_at_once(text: str) -> None:
    """A rule without any moment costs its span and not all years up to 9999."""
    first = datetime(2026, 1, 1, 18)
    begun = time.process_time()

    found = list(rule_of(text).moments(first, first + timedelta(days=1), first + timedelta(days=12 * 366)))

    assert found == []
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=5",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,10,20,30,40,50,59",
        "",
        "FREQ=SOMETIMES",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=-3",
        "FREQ=DAILY;COUNT=many",
        "FREQ=DAILY;COUNT=٣",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=99MO",
        "FREQ=MONTHLY;BYDAY=--1MO",
        "FREQ=MONTHLY;BYMONTHDAY=-",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTH=13",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;UNTIL=20269999",
    ],
)
def test_a_rule_that_cannot_be_is_refused(text: str) -> None:
    """What is no rule, or one for every second, is refused with a sentence."""
    with pytest.raises(Refused):
        rule_of(text)


def test_a_place_in_the_week_counts_from_its_first_day() -> None:
    """The first of Monday and Tuesday is Monday, in the week too in which the series begins with the Tuesday."""
    tuesday = datetime(2026, 11, 24, 18)

    found = rule_of("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1").moments(tuesday, tuesday, tuesday + timedelta(days=14))

    assert list(found) == [datetime(2026, 11, 30, 18), datetime(2026, 12, 7, 18)]


def test_until_as_a_day_holds_to_its_last_second() -> None:
    """UNTIL given as a day takes in what begins on that day."""
    first = datetime(2026, 11, 24, 18)

    found = list(rule_of("FREQ=DAILY;UNTIL=20261126").moments(first, first, first + timedelta(days=30)))

    assert found == [datetime(2026, 11, day, 18) for day in (24, 25, 26)]


def test_a_moment_of_a_line_is_read_with_or_without_hours_and_z() -> None:
    """`20261124T180000Z`, `20261124t180000` and `20261124` are moments; words are not."""
    assert wall("20261124T180000Z") == wall(" 20261124t180000 ") == datetime(2026, 11, 24, 18)
    assert wall("20261124") == datetime(2026, 11, 24)
    with pytest.raises(ValueError, match="SOON"):
        wall("soon")
