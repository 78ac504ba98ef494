"""How a series comes again, in words that leave nothing out."""

import pytest

from cop_tui.practice.again_words import again_words


@pytest.mark.parametrize(
    ("recurrence", "words"),
    [
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every week on Monday, Tuesday, Wednesday, Thursday and Friday"),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=1,15", "every month on day 1 and 15"),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5", "every month on day 1, 2, 3, 4 and 5"),
        ("RRULE:FREQ=WEEKLY\nRRULE:FREQ=MONTHLY;BYMONTHDAY=1", "every week; every month on day 1"),
        ("RRULE:FREQ=WEEKLY;UNTIL=20261201T18:00", "by a rule of its own"),
    ],
)
def test_every_day_and_every_rule_is_told(recurrence: str, words: str) -> None:
    """However many there are; a rule that nobody can read is one all the same."""
    assert words == again_words(recurrence)


@pytest.mark.parametrize(
    ("recurrence", "words"),
    [
        ("", ""),
        ("RRULE:FREQ=WEEKLY", "every week"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "every 2 weeks on Thursday"),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=8", "every week on Monday and Wednesday, 8 times"),
        ("RRULE:FREQ=MONTHLY;BYDAY=3TU", "every month on the third Tuesday"),
        ("RRULE:FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", "every month on the last Friday"),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=15", "every month on day 15"),
        ("RRULE:FREQ=DAILY;UNTIL=20271201T000000Z", "every day, until Wed 1 Dec 2027"),
        ("RRULE:FREQ=YEARLY;BYMONTH=3", "by a rule of its own"),
        ("RRULE:FREQ=NEVER", "by a rule of its own"),
        ("RDATE:20261201T180000", "on dates of its own"),
        ("RRULE:FREQ=WEEKLY\nEXDATE:20261201T180000", "every week"),
    ],
)
def test_a_series_says_how_it_comes_again(recurrence: str, words: str) -> None:
    """In words, and never in half of what it is."""
    assert words == again_words(recurrence)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month on the last weekday"),
        ("FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1", "every month on the first day of a weekend"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=2", "every month on the second day"),
        ("FREQ=MONTHLY;BYDAY=2MO,4MO", "every month on the second Monday and the fourth Monday"),
        ("FREQ=MONTHLY;BYDAY=-2FR", "every month on the last but one Friday"),
        ("FREQ=MONTHLY;BYDAY=+5SU", "every month on the fifth Sunday"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,15,1", "every month on day 1 and 15 and the last day"),
        ("FREQ=WEEKLY;BYDAY=2TH", "every week on Thursday"),
        ("FREQ=WEEKLY;COUNT=1", "every week, once"),
    ],
)
def test_the_rules_of_calendar_programs_have_words(rule: str, words: str) -> None:
    """Counted from the end too, several days taken together, and numbers where they mean nothing."""
    assert words == again_words(f"RRULE:{rule}")


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=1,3",
        "FREQ=MONTHLY;BYDAY=MO,TH;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=1",
        "FREQ=YEARLY;BYDAY=FR;BYSETPOS=1",
        "FREQ=YEARLY;BYDAY=10MO",
        "FREQ=WEEKLY;BYSETPOS=1",
    ],
)
def test_nothing_is_told_in_half(rule: str) -> None:
    """A rule for which there are no whole words is one of its own."""
    assert "by a rule of its own" == again_words(f"RRULE:{rule}")
