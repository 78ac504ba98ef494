"""Recurrence rules: what dateutil names, asked for in any span, with work that stays small whoever wrote the rule."""
# ruff: noqa: DTZ001 - a rule is read on a wall clock

import time
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.errors import Refused
from cop_tui.practice.recurrence import rule_of, wall

FAR = datetime(2040, 1, 1)

KNOWN = [
    ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-24 18:00", ["24 Nov", "26 Nov", "1 Dec", "3 Dec"]),
    ("FREQ=WEEKLY;INTERVAL=2", "2026-11-25 18:00", ["25 Nov", "9 Dec", "23 Dec", "6 Jan"]),
    ("FREQ=MONTHLY;BYDAY=1TH", "2026-11-05 18:00", ["5 Nov", "3 Dec", "7 Jan", "4 Feb"]),
    ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27 18:00", ["27 Nov", "25 Dec", "29 Jan", "26 Feb"]),
    ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-31 18:00", ["31 Oct", "31 Dec", "31 Jan", "31 Mar"]),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30 18:00", ["30 Nov", "31 Dec", "29 Jan", "26 Feb"]),
    ("FREQ=YEARLY", "2024-02-29 18:00", ["29 Feb", "29 Feb", "29 Feb", "29 Feb"]),
    ("FREQ=DAILY;COUNT=3", "2026-11-24 18:00", ["24 Nov", "25 Nov", "26 Nov"]),
    ("FREQ=DAILY;UNTIL=20261125T180000", "2026-11-24 18:00", ["24 Nov", "25 Nov"]),
    ("FREQ=WEEKLY;UNTIL=20261208", "2026-11-24 18:00", ["24 Nov", "1 Dec", "8 Dec"]),
]


@pytest.mark.parametrize(("text", "first", "days"), KNOWN, ids=[text for text, _, _ in KNOWN])
def test_a_rule_names_the_days_that_people_mean(text: str, first: str, days: list[str]) -> None:
    """The rules that communities use: every other week, the first Thursday, the last working day."""
    begin = datetime.fromisoformat(first)

    found = [moment for moment, _ in zip(rule_of(text).moments(begin, begin, FAR), range(4), strict=False)]

    assert days == [f"{moment.day} {moment:%b}" for moment in found]
    assert {begin.time()} == {moment.time() for moment in found}


USUAL = st.sampled_from([text for text, _, _ in KNOWN] + ["FREQ=DAILY;INTERVAL=3", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"])
BEGINS = st.datetimes(datetime(1999, 1, 1), datetime(2030, 12, 31)).map(lambda one: one.replace(microsecond=0))


@settings(max_examples=150, deadline=None)
@given(text=USUAL, first=BEGINS, cut=st.integers(0, 900), length=st.integers(0, 400))
def test_a_span_may_be_cut_anywhere(text: str, first: datetime, cut: int, length: int) -> None:
    """What is named in a span is what is named in the whole, however far on it begins; in order, each once."""
    rule, after = rule_of(text), first + timedelta(days=cut)
    before = after + timedelta(days=length)

    whole = list(rule.moments(first, first, before))
    part = list(rule.moments(first, after, before))

    assert part == [moment for moment in whole if moment >= after]
    assert part == sorted(set(part))


@settings(max_examples=60, deadline=None)
@given(first=BEGINS, count=st.integers(1, 30), cut=st.integers(0, 60))
def test_a_count_counts_from_the_beginning(first: datetime, count: int, cut: int) -> None:
    """A span that begins later sees only what is left of it."""
    rule = rule_of(f"FREQ=DAILY;COUNT={count}")

    left = list(rule.moments(first, first + timedelta(days=cut), first + timedelta(days=400)))

    assert len(left) == max(0, count - cut)


HARMFUL = [
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;INTERVAL=90",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4,6,9,11",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=WEEKLY;BYSETPOS=300",
    "FREQ=DAILY;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,1,2,3,4,5",
    "FREQ=WEEKLY;BYDAY=99MO;BYMONTHDAY=1",
    "FREQ=MONTHLY;BYDAY=99MO",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=--1",
    "FREQ=DAILY;COUNT=x",
    "FREQ=DAILY;UNTIL=tomorrow",
    "FREQ=NEVER",
    "FREQ=DAILY;BYDAY=XX",
    "INTERVAL=2",
    "",
    "FREQ=DAILY;BYMONTH=" + ",".join(["1"] * 1000),
]


@pytest.mark.parametrize("text", HARMFUL)
def test_a_rule_that_can_not_be_or_would_never_end_is_refused(text: str) -> None:
    """It says why in a sentence."""
    with pytest.raises(Refused, match="rule"):
        rule_of(text)


SLOW = [
    "FREQ=DAILY;COUNT=1000000000",
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=5",
    "FREQ=YEARLY;INTERVAL=9999",
    "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
    "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=7",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
    "FREQ=DAILY;COUNT=1000000000;BYMONTHDAY=29;BYMONTH=2",
]


@pytest.mark.parametrize("first", [datetime(2026, 11, 23, 18), datetime(1601, 1, 1)])
@pytest.mark.parametrize("text", SLOW)
def test_a_rule_that_names_little_costs_little(text: str, first: datetime) -> None:
    """Where dateutil would go on to the year 9999, the work ends long before a member notices."""
    begun = time.process_time()

    list(rule_of(text).moments(first, datetime(2026, 11, 23), datetime(2027, 1, 22)))

    assert time.process_time() - begun < 3


def test_a_wall_clock_is_read_as_recurrence_lines_write_it() -> None:
    """With and without hours, with and without a Z."""
    assert wall("20261124T180000Z") == datetime(2026, 11, 24, 18)
    assert wall("20261124") == datetime(2026, 11, 24)
    with pytest.raises(ValueError, match="match"):
        wall("2026")
