"""When: ISO and plain words."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cop_tui.domain.errors import WrongUse
from cop_tui.domain.moment import whole_day
from cop_tui.practice.days import months_on
from cop_tui.practice.when import HINT, LONGEST, When, day_of, moment_of, understand

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN)
"""A Monday."""

_WORDS = (
    "next last this coming fri friday tuesday mon week month year days weeks hours minutes ago from now in at on "
    "the of first fifth end start 27 31st 0 nov feb february 2027 0000 9999 6pm 13pm 18:00 25:61 18h noon tonight "
    "evening tomorrow yesterday a one 999999 2026-11-27 2026-02-30 27.11. 31.12.2027 UTC Europe/Berlin 03/04 , . -"
)
WORDS = _WORDS.split()


def told(text: str, now: datetime = NOW) -> str:
    """Return what was understood, as a day or as a moment on its own clock."""
    found = understand(text, now)
    if found.all_day:
        assert (UTC, time(0)) == (found.start.tzinfo, found.start.time())
        return f"{found.start:%Y-%m-%d}"
    return f"{found.start:%Y-%m-%d %H:%M}"


DAYS = {
    "2026-11-27": "2026-11-27",
    "today": "2026-11-23",
    "Tomorrow": "2026-11-24",
    "yesterday": "2026-11-22",
    "the day after tomorrow": "2026-11-25",
    "day before yesterday": "2026-11-21",
    "fri": "2026-11-27",
    "on friday": "2026-11-27",
    "this friday": "2026-11-27",
    "coming friday": "2026-11-27",
    "past friday": "2026-11-20",
    "monday": "2026-11-23",
    "next monday": "2026-11-30",
    "next tuesday": "2026-11-24",
    "last friday": "2026-11-20",
    "last monday": "2026-11-16",
    "friday next week": "2026-12-04",
    "next week monday": "2026-11-30",
    "in 2 weeks": "2026-12-07",
    "in a fortnight": "2026-12-07",
    "in 2 fortnights": "2026-12-21",
    "two weeks from now": "2026-12-07",
    "in one day": "2026-11-24",
    "3 days ago": "2026-11-20",
    "a week ago": "2026-11-16",
    "an year ago": "2025-11-23",
    "next month": "2026-12-23",
    "last year": "2025-11-23",
    "in 3 months": "2027-02-23",
    "27 nov": "2026-11-27",
    "27th of November": "2026-11-27",
    "nov 27 2027": "2027-11-27",
    "Nov 27th, 2027": "2027-11-27",
    "fri 27 nov": "2026-11-27",
    "Tue 1 Dec": "2026-12-01",
    "27.11.": "2026-11-27",
    "27.11.2027": "2027-11-27",
    "20 nov": "2026-11-20",
    "25 aug": "2026-08-25",
    "24 aug": "2027-08-24",
    "1 june": "2027-06-01",
    "tue 16 jun": "2026-06-16",
    "3 jan": "2027-01-03",
    "29 feb": "2028-02-29",
    "the 15th": "2026-12-15",
    "the 1st": "2026-12-01",
    "5th": "2026-12-05",
    "the 23rd": "2026-11-23",
    "31st": "2026-12-31",
    "15th of next month": "2026-12-15",
    "first thursday of next month": "2026-12-03",
    "last friday of november": "2026-11-27",
    "1 sept": "2026-09-01",
    "second tuesday of jan 2027": "2027-01-12",
    "first monday of this month": "2026-11-02",
    "end of month": "2026-11-30",
    "end of next month": "2026-12-31",
    "start of february": "2027-02-01",
    "end of the week": "2026-11-29",
    "end of this week": "2026-11-29",
    "start of last week": "2026-11-16",
    "start of this year": "2026-01-01",
    "end of last year": "2025-12-31",
    "beginning of next week": "2026-11-30",
    "end of the year": "2026-12-31",
    "start of next year": "2027-01-01",
}
"""Days in words, and what they mean on Monday, 23 November 2026."""


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_days_in_plain_words(text: str, day: str) -> None:
    """No hour was said, so it is the whole day."""
    assert day == told(text)


MOMENTS = {
    "2026-11-27 18:00": "2026-11-27 18:00",
    "2026-11-27T18:00": "2026-11-27 18:00",
    "2026-11-27T18:00+03:00": "2026-11-27 16:00",
    "2026-11-27t17:00:00z": "2026-11-27 18:00",
    "2026-11-27 6pm": "2026-11-27 18:00",
    "now": "2026-11-23 09:00",
    "noon": "2026-11-23 12:00",
    "tomorrow at noon": "2026-11-24 12:00",
    "tonight": "2026-11-23 20:00",
    "tonight at 8": "2026-11-23 20:00",
    "this evening": "2026-11-23 19:00",
    "tomorrow morning": "2026-11-24 09:00",
    "friday evening 7:30": "2026-11-27 19:30",
    "friday evening 20:30": "2026-11-27 20:30",
    "this morning at 6": "2026-11-23 06:00",
    "fri 18:00": "2026-11-27 18:00",
    "18:00 on friday": "2026-11-27 18:00",
    "mon 10:00": "2026-11-23 10:00",
    "mon 08:00": "2026-11-30 08:00",
    "mon 9:00": "2026-11-30 09:00",
    "fri at 0": "2026-11-27 00:00",
    "1am": "2026-11-23 01:00",
    "friday afternoon 1:00": "2026-11-27 13:00",
    "friday afternoon 12:30": "2026-11-27 12:30",
    "next tuesday 6pm": "2026-11-24 18:00",
    "6pm": "2026-11-23 18:00",
    "6:30 p.m.": "2026-11-23 18:30",
    "6.30pm": "2026-11-23 18:30",
    "12am": "2026-11-23 00:00",
    "12 pm": "2026-11-23 12:00",
    "18h": "2026-11-23 18:00",
    "fri 18h30": "2026-11-27 18:30",
    "fri at 18": "2026-11-27 18:00",
    "in 2 weeks at 6pm": "2026-12-07 18:00",
    "Wed 25 Nov 18:00": "2026-11-25 18:00",
    "in 3 hours": "2026-11-23 12:00",
    "an hour ago": "2026-11-23 08:00",
    "20 minutes from now": "2026-11-23 09:20",
    "fri 12:00 America/New_York": "2026-11-27 12:00",
    "2026-11-27 12:00 UTC": "2026-11-27 12:00",
}
"""Moments in words."""


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items())
def test_moments_in_plain_words(text: str, moment: str) -> None:
    """On the member's clock, unless a zone was named."""
    assert moment == told(text)


THURSDAY = {
    "thursday": "2026-11-26",
    "fri": "2026-11-27",
    "wed": "2026-12-02",
    "next wed": "2026-12-02",
    "last fri": "2026-11-20",
    "fri next week": "2026-12-04",
    "next week mon": "2026-11-30",
    "start of the week": "2026-11-23",
    "end of the week": "2026-11-29",
    "end of last week": "2026-11-22",
}
"""The same on the Thursday of that week."""


@pytest.mark.parametrize(("text", "day"), THURSDAY.items())
def test_days_in_plain_words_on_another_day_of_the_week(text: str, day: str) -> None:
    """A week begins on its Monday, whatever day it is."""
    assert day == told(text, NOW + timedelta(days=3))


@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_the_last_year_have_their_days(year: int) -> None:
    """A date without a year is understood there too."""
    assert date(year, 11, 27) == understand("27 nov", NOW.replace(year=year)).start.date()


def test_seconds_are_kept_where_they_are_said() -> None:
    """And only there: what is counted from now begins with its minute."""
    now = NOW.replace(second=40, microsecond=5)

    assert "2026-11-27T18:00:30+01:00" == understand("fri 18:00:30", now).start.isoformat()
    assert "2026-11-23T12:00:00+01:00" == understand("in 3 hours", now).start.isoformat()


def test_it_is_known_whether_an_hour_was_said() -> None:
    """However it was said."""
    texts = ("2026-11-27T18:00+03:00", "now", "fri 18:00", "fri")

    assert [False, False, False, True] == [understand(text, NOW).all_day for text in texts]


SENTENCES = {
    "03/04": ("“03/04” could be two different days", "Write 2026-04-03, or 3 apr"),
    "30 feb": ("There is no “30 feb” on the calendar or the clock", HINT),
    "fri at 1": ("“fri at 1” could be in the morning or in the evening", "Write 6am or 6pm, 06:00 or 18:00"),
    "a" * 60: (f"“{'a' * 39}…” is not a day or a time that can be understood", HINT),
}


@pytest.mark.parametrize(("text", "words"), SENTENCES.items())
def test_what_is_refused_is_quoted_and_says_what_to_write(text: str, words: tuple[str, str]) -> None:
    """In one line that is not too long."""
    with pytest.raises(WrongUse) as caught:
        understand(text, NOW)

    assert words == (caught.value.sentence, caught.value.hint)


def test_a_text_of_the_greatest_length_is_read() -> None:
    """One letter more, and it is not looked at."""
    assert "2026-11-24" == told("tomorrow".rjust(LONGEST))
    with pytest.raises(WrongUse, match="not a day or a time"):
        understand("tomorrow".rjust(LONGEST + 1), NOW)


IN_NEW_YORK = NOW.astimezone(ZoneInfo("America/New_York"))


@pytest.mark.parametrize(
    ("text", "moment", "day"),
    [
        ("fri 02:00 Europe/Berlin", "2026-11-26T20:00:00-05:00", "2026-11-26"),
        ("fri 18:00", "2026-11-27T18:00:00-05:00", "2026-11-27"),
        ("fri", "2026-11-27T12:00:00-05:00", "2026-11-27"),
        ("today", "2026-11-23T03:00:00-05:00", "2026-11-23"),
    ],
)
def test_a_record_is_dated_where_the_member_is(text: str, moment: str, day: str) -> None:
    """A day without an hour is noon of that day, and today is now."""
    when = understand(text, IN_NEW_YORK)
    dated = moment_of(when, IN_NEW_YORK)

    assert dated is not None
    assert (moment, day) == (dated.isoformat(), str(day_of(when, IN_NEW_YORK)))


def test_where_nothing_is_said_there_is_no_date() -> None:
    """Neither a moment nor a day."""
    assert (None, None) == (moment_of(None, NOW), day_of(None, NOW))


def test_months_end_with_the_calendar() -> None:
    """The first and the last year are reached, and no further."""
    assert date(1, 1, 31) == months_on(date(2, 1, 31), -12)
    assert date(9999, 12, 31) == months_on(date(9998, 12, 31), 12)
    for day, months in ((date(1, 1, 1), -1), (date(9999, 12, 1), 1)):
        with pytest.raises(OverflowError):
            months_on(day, months)


def test_a_named_zone_is_kept() -> None:
    """So that the gathering stays on that wall clock."""
    there = understand("fri 12:00 America/New_York", NOW).start

    assert (ZoneInfo("America/New_York"), datetime(2026, 11, 27, 17, tzinfo=UTC)) == (there.tzinfo, there)


NOTHING = [
    *("", "   ", "in", "on", "at", "this", "soon", "fri fri", "18:00 19:00", "5 nov nov", "nov", "nov nov", "midnight"),
    *(
        "next",
        "next thing",
        "3 things ago",
        "some days ago",
        "many days",
        "first thursday of may 27",
        "5 nov 27 27",
        "some hours ago",
        "last week of may",
        "rust next month",
        "5 nov 2027 2028",
    ),
    *(
        "tonight morning",
        "end of nowhere",
        "fri Europe/Berlin",
        "fri 18:00 Atlantis/Nowhere",
        "rust study group",
        "first thursday of it",
    ),
    *("١٢:٠٠", "2026-11-27T18:00Europe", "x" * LONGEST + " tomorrow", "5 nov 27", "a nov"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_not_understood_is_not_guessed(text: str) -> None:
    """A sentence and what can be written instead."""
    with pytest.raises(WrongUse, match="not a day or a time") as caught:
        understand(text, NOW)

    assert "next tuesday 6pm" in str(caught.value.hint)


IMPOSSIBLE = [
    *("30 feb", "2026-02-30", "2026-13-45", "0000-01-01", "0 nov", "32nd", "0th", "31st of next year 25:00", "25:00"),
    *("13pm", "0am", "18:61", "thu 27 nov", "fifth monday of feb", "1 may 0000", "in 999999 years", "999999 weeks ago"),
    *("2026-11-27 25:00", "0001-01-01T00:00:00+14:00", "mon 29 feb", "30.02.", "31st of this month", "999999 days ago"),
    *("at 24", "first monday of jan 0000", "thu 27 nov 2026", "thu 25 nov"),
]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_what_does_not_exist_is_said_so(text: str) -> None:
    """No day is moved to the next possible one behind the member's back."""
    with pytest.raises(WrongUse, match="There is no"):
        understand(text, NOW)


@pytest.mark.parametrize("text", ["03/04", "03/04/2027", "on 3 / 4"])
def test_slashes_are_two_dates(text: str) -> None:
    """The hint shows what is not."""
    with pytest.raises(WrongUse, match="two different days") as caught:
        understand(text, NOW)

    assert "2026-04-03" in str(caught.value.hint)


def test_six_is_twice_a_day() -> None:
    """At 6 could be either; at 12 and at 18 could not."""
    with pytest.raises(WrongUse, match="in the morning or in the evening"):
        understand("fri at 6", NOW)
    assert "2026-11-23 12:00" == told("at 12")


def test_an_hour_that_the_clocks_leap_over_is_moved_on() -> None:
    """02:30 does not exist in Berlin on 28 March 2027."""
    assert "2027-03-28 03:30" == told("2027-03-28 02:30")


def test_hours_are_counted_through_a_change_of_the_clocks() -> None:
    """Three hours are three hours."""
    before = datetime(2027, 3, 28, 0, 30, tzinfo=BERLIN)

    assert "2027-03-28 04:30" == told("in 3 hours", before)


def test_the_year_turns() -> None:
    """A date without a year, from January: the past one while it is near."""
    january = datetime(2027, 1, 4, 9, tzinfo=BERLIN)

    assert "2026-12-28" == told("28 dec", january)
    assert "2027-09-28" == told("28 sep", january)


@pytest.mark.parametrize("now", [datetime(9999, 12, 31, 20, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC)])
@pytest.mark.parametrize(
    "text", ["tomorrow", "29 feb", "yesterday", "in 3 hours", "3 hours ago", "next month", "31st", "30th", "30 dec"]
)
def test_the_calendar_has_ends(now: datetime, text: str) -> None:
    """There, words are understood or refused, as everywhere."""
    try:
        understand(text, now)
    except WrongUse as error:
        assert "There is no" in error.sentence  # noqa: PT017 - either is right


ANY_NOW = st.datetimes(timezones=st.timezones())


@given(st.text(st.characters()), ANY_NOW)
@example("\ud800", NOW)
def test_any_text_is_understood_or_refused(text: str, now: datetime) -> None:
    """Never anything but an answer or a WrongUse with a hint."""
    try:
        found = understand(text, now)
    except WrongUse as error:
        assert error.hint  # noqa: PT017 - either is right
    else:
        assert isinstance(found, When)


@given(st.lists(st.sampled_from(WORDS), max_size=7), ANY_NOW)
def test_any_words_are_understood_or_refused(words: list[str], now: datetime) -> None:
    """Also those of its own grammar, in any order."""
    text = " ".join(words)
    try:
        found = understand(text, now)
    except WrongUse as error:
        assert error.sentence  # noqa: PT017 - either is right
    else:
        assert found.start.utcoffset() is not None
        assert not found.all_day or re.search("[0-9a-z]", text)


def test_a_long_text_costs_nothing() -> None:
    """It is not looked at: no pattern meets more than a line."""
    for word in (
        "9" * 100_000,
        "in " * 50_000,
        "a" * 100_000,
        "1" + " " * 100_000 + "/",
        "1 /" * 40_000,
        "a/" * 50_000,
    ):
        with pytest.raises(WrongUse):
            understand(word, NOW)


@given(st.datetimes(min_value=datetime(1, 1, 3), max_value=datetime(9999, 12, 29), timezones=st.timezones()))  # noqa: DTZ001
def test_an_iso_moment_with_its_offset_comes_back(moment: datetime) -> None:
    """To the microsecond, in the member's zone."""
    found = understand(moment.isoformat(), NOW)

    assert (moment.astimezone(UTC), False) == (found.start.astimezone(UTC), found.all_day)
    assert BERLIN is found.start.tzinfo


@given(st.dates())
def test_an_iso_day_comes_back(day: date) -> None:
    """As a whole day."""
    assert When(whole_day(day), all_day=True) == understand(day.isoformat(), NOW)


@given(st.dates(min_value=date(1, 2, 1), max_value=date(9999, 11, 30)), st.integers(0, 6), st.times())
def test_weekdays_are_near(today: date, weekday: int, clock: time) -> None:
    """The next one within a week and never today, the last one likewise, the bare one from today on."""
    name = ("mon", "tues", "weds", "thurs", "fri", "saturday", "sun")[weekday]
    now = datetime.combine(today, clock, tzinfo=UTC)
    coming, bare, past = (understand(f"{which}{name}", now).start.date() for which in ("next ", "", "last "))

    assert {weekday} == {day.weekday() for day in (coming, bare, past)}
    assert 1 <= (coming - today).days <= 7
    assert 0 <= (bare - today).days <= 6
    assert 1 <= (today - past).days <= 7


@given(st.dates(min_value=date(1, 2, 1), max_value=date(9999, 1, 1)), st.integers(0, 23))
def test_months_on_keep_the_day_where_they_can(day: date, months: int) -> None:
    """Shorter months have it on their last day."""
    if day.year < 9990:
        later = months_on(day, months)

        assert later.day == day.day or (later + timedelta(days=1)).day == 1
        assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
