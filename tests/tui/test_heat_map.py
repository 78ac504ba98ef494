"""The heat map: five sizes of mark, so that it reads without colour."""

from datetime import date, timedelta

from rich.cells import cell_len

from cop_tui.domain.check_in import DayKind
from cop_tui.practice.rhythm import Day
from cop_tui.tui.widgets.heat_map import LABEL, MARKS, SPOKEN_FOR, heat_map, size

TODAY = date(2026, 11, 23)
FIRST = date(2026, 6, 1)


def days(counts: dict[date, int], kinds: dict[date, DayKind] | None = None) -> list[Day]:
    """Return 26 weeks of days with these counts and kinds."""
    all_days = (FIRST + timedelta(days=number) for number in range(182))
    return [Day(day=day, count=counts.get(day, 0), kind=(kinds or {}).get(day)) for day in all_days]


def test_the_marks_are_five_sizes_of_one_cell() -> None:
    """Nothing, and four steps up; more done never makes a smaller mark."""
    assert len(set(MARKS)) == 5
    assert all(cell_len(mark) == 1 for mark in (*MARKS, SPOKEN_FOR))
    assert [size(count) for count in (0, 1, 2, 3, 4, 6, 7, 50)] == [0, 1, 2, 2, 3, 3, 4, 4]


def test_each_day_stands_in_its_week_and_row() -> None:
    """The days of the week go down, the weeks go right, Monday first; days to come are blank."""
    lines = heat_map(days({FIRST: 7, TODAY: 1, TODAY - timedelta(days=1): 2}), TODAY).plain.splitlines()

    assert len(lines) == 8
    monday, sunday = lines[1], lines[7]
    assert monday[LABEL] == MARKS[4]
    assert monday[LABEL + 2 * 25] == MARKS[1]
    assert sunday[LABEL + 2 * 24] == MARKS[2]
    assert len(lines[2].rstrip()) == LABEL + 2 * 25 - 1
    assert max(map(cell_len, lines)) == LABEL + 2 * 26 - 1


def test_a_day_spoken_for_has_a_mark_of_its_own() -> None:
    """A skipped or paused day shows that it was, unless something was done on it after all."""
    skipped, paused, done = FIRST, FIRST + timedelta(days=7), FIRST + timedelta(days=14)
    kinds = {skipped: DayKind.SKIPPED, paused: DayKind.PAUSED, done: DayKind.SKIPPED}

    monday = heat_map(days({done: 1}, kinds), TODAY).plain.splitlines()[1]

    assert [monday[LABEL + 2 * week] for week in range(4)] == [SPOKEN_FOR, SPOKEN_FOR, MARKS[1], MARKS[0]]


def test_months_stand_over_the_weeks_in_which_they_begin() -> None:
    """The line above names each month once, in the same words in every locale."""
    months = heat_map(days({}), TODAY).plain.splitlines()[0]

    assert months.split() == ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    assert months.index("Jun") == LABEL
    assert months.index("Nov") == LABEL + 2 * 21
