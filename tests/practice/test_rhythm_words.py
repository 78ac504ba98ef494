"""Words for how often a community meets become a number of days where they mean exactly one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.practice.rhythm_words import LONGEST, MOST_LETTERS, days_of, is_whole


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("7", 7),
        ("daily", 1),
        ("Every day", 1),
        ("Weekly", 7),
        ("every Tuesday", 7),
        ("once a week", 7),
        ("weekly starting Tuesday December 7th, 2021", 7),
        ("twice a week", 4),
        ("biweekly", 14),
        ("bi-weekly starting Tuesday August 13, 2019", 14),
        ("every two weeks", 14),
        ("every other Friday", 14),
        ("every second week", 14),
        ("fortnightly", 14),
        ("two weeks", 14),
        ("twice a month", 15),
        ("semi-monthly", 15),
        ("2nd and 4th Thursday", 15),
        ("monthly, 1st & 3rd Friday", 15),
        ("1st Tuesday and 3rd Thursday of the month", 15),
        ("every four weeks", 28),
        ("monthly", 30),
        ("monthly - third Tuesday", 30),
        ("monthly - Wednesday, after the fourth Tuesday, every month", 30),
        ("every third Wednesday of the month", 30),
        ("every first Thursday", 30),
        ("every 1st Thursday", 30),
        ("every last Thursday", 30),
        ("last Friday each month", 30),
        ("every other month", 61),
        ("quarterly", 91),
        ("every 3 months", 91),
        ("four times a year", 91),
        ("twice a year", 183),
        ("semi-annually", 183),
        ("yearly", 365),
        ("annually in May", 365),
        ("biweekly starting 2024-02-27", 14),
    ],
)
def test_words_that_mean_one_number_of_days_become_it(words: str, days: int) -> None:
    """Capitals, dashes and what stands around the rhythm don't matter."""
    assert days == days_of(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "0",
        "3661",
        "99999999999999999999",
        "-7",
        "-7 days",
        "2-3 times a week",
        "2.5 times a week",
        "every 0 days",
        "9 times a day",
        "every 9999 years",
        "bimonthly",
        "biannually",
        "weekly or monthly",
        "weekly, then monthly",
        "every second Tuesday",
        "every third Wednesday",
        "no longer weekly",
        "ad hoc",
        "as needed",
        "irregularly, about monthly",
        "Tuesday 9:00",
        "when the moon is full",
        "weekly " * 60,
    ],
)
def test_words_that_mean_none_or_two_stay_words(words: str) -> None:
    """Nothing is guessed: what may mean two things, or can't be reckoned with, has no number."""
    assert days_of(words) is None


@pytest.mark.parametrize("words", ["Weekly", "bi-weekly", "every 6 weeks", "every other month", "twice a year", "30"])
def test_a_number_of_days_can_say_all(words: str) -> None:
    """Of a bare rhythm nothing is lost when only its days are kept."""
    assert is_whole(words)


@pytest.mark.parametrize("words", ["monthly - third Tuesday", "biweekly starting Tuesday", "every Tuesday", "ad hoc"])
def test_a_number_of_days_can_say_too_little(words: str) -> None:
    """A weekday, a beginning or a remark is more than a number of days says."""
    assert not is_whole(words)


PIECES = [
    "every",
    "other",
    "second",
    "2nd",
    "4th",
    "and",
    ",",
    "-",
    "or",
    "weekly",
    "bi",
    "monthly",
    "months",
    "Tuesday",
]
MORE = ["3", "0", "99999", "times", "a", "of", "the", "month", "first", "last", "year"]


@given(st.lists(st.sampled_from(PIECES + MORE), max_size=12).map(" ".join) | st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_whatever_is_said_there_is_a_sane_number_or_none(words: str) -> None:
    """Any words give days within ten years, or nothing."""
    days = days_of(words)

    assert days is None or 1 <= days <= LONGEST


@pytest.mark.parametrize(("words", "days"), [("1", 1), (str(LONGEST), LONGEST), ("Two weeks.", 14), ("0007", 7)])
def test_the_shortest_and_the_longest_rhythm_are_numbers(words: str, days: int) -> None:
    """From every day to every ten years; a full stop is nothing."""
    assert days == days_of(words)


def test_words_of_the_greatest_length_are_read() -> None:
    """One letter more, and they are no longer looked at."""
    weekly = "weekly".ljust(MOST_LETTERS)

    assert (7, None) == (days_of(weekly), days_of(f"{weekly} "))
