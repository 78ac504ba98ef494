"""Recurrence rules: what dateutil names, asked for in any span, with work that stays small whoever wrote the rule."""
# ruff: noqa: DTZ001 - a rule is read on a wall clock

import time
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.errors import Refused
from cop_tui.practice.recurrence import LONGEST, rule_of, wall

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
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "1997-08-05 09:00", ["5 Aug", "10 Aug", "19 Aug", "24 Aug"]),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "1997-08-05 09:00", ["5 Aug", "17 Aug", "19 Aug", "31 Aug"]),
    ("FREQ=WEEKLY;BYDAY=2MO", "2026-11-23 18:00", ["23 Nov", "30 Nov", "7 Dec", "14 Dec"]),
    ("FREQ=MONTHLY", "2026-11-15 18:00", ["15 Nov", "15 Dec", "15 Jan", "15 Feb"]),
    ("FREQ=MONTHLY;INTERVAL=5", "2026-10-15 18:00", ["15 Oct", "15 Mar", "15 Aug", "15 Jan"]),
    ("FREQ=MONTHLY;BYDAY=1MO,FR", "2026-10-16 18:00", ["16 Oct", "23 Oct", "30 Oct", "2 Nov"]),
    ("FREQ=MONTHLY;BYDAY=1MO,FR", "2026-11-02 18:00", ["2 Nov", "6 Nov", "13 Nov", "20 Nov"]),
    ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19 09:00", ["19 May", "18 May", "17 May", "15 May"]),
    ("FREQ=YEARLY;BYDAY=1MO,FR", "2027-12-24 18:00", ["24 Dec", "31 Dec", "3 Jan", "7 Jan"]),
    ("FREQ=YEARLY;BYMONTH=3,9;BYDAY=-1SU", "2026-03-29 18:00", ["29 Mar", "27 Sep", "28 Mar", "26 Sep"]),
    ("FREQ=YEARLY;INTERVAL=2", "2025-05-04 18:00", ["4 May", "4 May", "4 May", "4 May"]),
]


@pytest.mark.parametrize(("text", "first", "days"), KNOWN, ids=[text for text, _, _ in KNOWN])
def test_a_rule_names_the_days_that_people_mean(text: str, first: str, days: list[str]) -> None:
    """The rules that communities use: every other week, the first Thursday, the last working day."""
    begin = datetime.fromisoformat(first)

    found = [moment for moment, _ in zip(rule_of(text).moments(begin, begin, FAR), range(4), strict=False)]

    assert days == [f"{moment.day} {moment:%b}" for moment in found]
    assert {begin.time()} == {moment.time() for moment in found}


LATER = [
    ("FREQ=YEARLY;INTERVAL=3", "2024-03-10", "2026-11-23", ["10 Mar 2027", "10 Mar 2030"]),
    (
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=1,9;BYMONTHDAY=1,15",
        "2024-09-15",
        "2026-01-01",
        ["1 Jan 2026", "15 Jan 2026", "1 Sep 2026"],
    ),
    (
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1,31",
        "2026-10-31",
        "2027-04-01",
        ["1 Apr 2027", "1 Jul 2027", "31 Jul 2027"],
    ),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "2026-11-26", "2027-04-11", ["12 Apr 2027", "15 Apr 2027", "26 Apr 2027"]),
    ("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=3", "2026-11-25", "2026-12-03", ["4 Dec 2026", "11 Dec 2026"]),
    ("FREQ=WEEKLY;BYDAY=SU,WE,FR;BYSETPOS=2;WKST=SU", "2026-11-25", "2026-12-02", ["2 Dec 2026", "9 Dec 2026"]),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=SU", "2026-11-26", "2026-12-01", ["6 Dec 2026", "10 Dec 2026"]),
    ("FREQ=DAILY;INTERVAL=3", "2026-11-24", "2026-11-29", ["30 Nov 2026", "3 Dec 2026"]),
    ("FREQ=DAILY;COUNT=10", "2026-11-24", "2026-12-02", ["2 Dec 2026", "3 Dec 2026"]),
]


@pytest.mark.parametrize(("text", "first", "after", "days"), LATER, ids=[text for text, *_ in LATER])
def test_a_rule_is_asked_for_far_from_its_beginning(text: str, first: str, after: str, days: list[str]) -> None:
    """It names what it would name if one had gone through it from there."""
    begin = datetime.fromisoformat(f"{first}T18:00")

    found = rule_of(text).moments(begin, datetime.fromisoformat(after), FAR)

    assert days == [f"{moment.day} {moment:%b %Y}" for moment, _ in zip(found, days, strict=False)]


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


LONG = "9" * 60
REASONS = {
    "FREQ=HOURLY": "the rule repeats more often than daily (hourly)",
    "INTERVAL=2": "the rule does not say how often",
    "FREQ=WEEKLY;BYMONTHDAY=1": "the rule is weekly and names days by BYMONTHDAY, which does not go together",
    f"FREQ=DAILY;BYDAY={'X' * 60}": "the rule names a weekday that is none: XX",
    f"FREQ=DAILY;WKST={'X' * 60}": f"the rule names a weekday that is none: {'X' * 40}",
    "FREQ=MONTHLY;BYDAY=6MO": "BYDAY of the rule is not a number that can be: 6",
    "FREQ=YEARLY;BYDAY=54MO": "BYDAY of the rule is not a number that can be: 54",
    "FREQ=YEARLY;BYMONTH=5;BYDAY=6MO": "BYDAY of the rule is not a number that can be: 6",
    "FREQ=YEARLY;BYMONTH=13": "BYMONTH of the rule is not a number that can be: 13",
    "FREQ=MONTHLY;BYMONTHDAY=0": "BYMONTHDAY of the rule is not a number that can be: 0",
    f"FREQ=DAILY;COUNT={LONG}": f"COUNT of the rule is not a number that can be: {LONG[:40]}",
    f"FREQ=DAILY;UNTIL={LONG}": f"the rule ends on a day that is none: {LONG[:40]}",
    "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYSECOND=1,2,3,4,5": "the rule repeats more often than hourly",
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30": "the rule names a day that its months don't have",
    "FREQ=WEEKLY;BYSETPOS=8": "the rule names a place beyond the last",
    "FREQ=DAILY" + " " * LONGEST: "the rule is longer than any that somebody means",
}


@pytest.mark.parametrize(("text", "reason"), REASONS.items(), ids=REASONS.values())
def test_a_rule_is_refused_with_its_reason(text: str, reason: str) -> None:
    """What is quoted of it is cut."""
    with pytest.raises(Refused) as caught:
        rule_of(text)

    assert reason == str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        f"FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))}",
        "FREQ=YEARLY;BYDAY=53MO,-53TU",
        "FREQ=WEEKLY;BYSETPOS=7",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;INTERVAL=10000",
        "FREQ=DAILY".ljust(LONGEST),
    ],
)
def test_a_rule_at_the_edge_of_what_can_be_is_read(text: str) -> None:
    """Each hour of a day, the last week of a year, no time at all."""
    assert "DAILY WEEKLY YEARLY".count(rule_of(text).frequency)


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20261125", datetime(2026, 11, 25, 23, 59, 59)),
        ("20261125T180000Z", datetime(2026, 11, 25, 18)),
        ("20261125t180000", datetime(2026, 11, 25, 18)),
    ],
)
def test_a_rule_goes_on_until_the_end_of_its_last_day(until: str, last: datetime) -> None:
    """Or until the moment that it names."""
    assert last == rule_of(f"FREQ=DAILY;UNTIL={until}").until


def test_a_span_has_its_first_moment_and_not_its_last() -> None:
    """Also where the rule ends with that first one."""
    rule, first = rule_of("FREQ=DAILY;UNTIL=20261125T180000"), datetime(2026, 11, 23, 18)
    last = first + timedelta(days=2)

    assert [last] == list(rule.moments(first, last, FAR))
    assert [first, first + timedelta(days=1)] == list(rule.moments(first, first, last))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("FREQ=DAILY", [28, 29, 30, 31]),
        ("FREQ=WEEKLY;BYDAY=TU,SU", [28]),
        ("FREQ=WEEKLY;BYDAY=FR,SA", [31]),
        ("FREQ=MONTHLY;BYMONTHDAY=30,31", [30, 31]),
    ],
)
def test_a_rule_ends_with_the_calendar(text: str, days: list[int]) -> None:
    """The last week of the year 9999 ends on a Friday."""
    first = datetime(9999, 12, 28, 18)

    assert days == [moment.day for moment in rule_of(text).moments(first, first, datetime(9999, 12, 31, 23))]


def test_no_more_than_four_hundred_years_are_looked_at() -> None:
    """After them the calendar repeats itself."""
    first = datetime(2000, 3, 1, 18)

    found = rule_of("FREQ=YEARLY;INTERVAL=100").moments(first, first, datetime(9000, 1, 1))

    assert [2000, 2100, 2200, 2300] == [moment.year for moment in found]


def test_a_rule_may_begin_with_the_calendar() -> None:
    """Where the week of its first day has no beginning, nothing breaks."""
    first = datetime(1, 1, 1, 18)

    found = rule_of("FREQ=WEEKLY;WKST=SU").moments(first, first, datetime(1, 1, 9))

    assert {first, first + timedelta(days=7)} >= set(found)


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
