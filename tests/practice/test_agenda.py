"""The agenda, by example and by property."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community
from cop_tui.domain.invitation import Answer, Invitation, State, Way
from cop_tui.domain.moment import whole_day
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.agenda import agenda, is_due, load, next_yes

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def promise(what: str, start: datetime | None, **fields: Any) -> Commitment:
    """Return an open promise."""
    return fresh(Commitment, NOW, what=what, start=start, **fields)


def invited(title: str, start: datetime | None, **fields: Any) -> Invitation:
    """Return an invitation that waits."""
    return fresh(Invitation, NOW, title=title, start=start, **fields)


def test_an_empty_book_has_an_empty_agenda() -> None:
    """Nothing is due, waits or comes."""
    plate = agenda(Book(), NOW)

    assert (plate.due, plate.waiting, plate.upcoming, plate.still_coming) == ((), (), (), ())


def test_what_has_begun_is_due_oldest_first() -> None:
    """Open gatherings before now are due, closed ones are not."""
    recent, old = promise("recent", NOW - HOUR), promise("old", NOW - DAY)
    closed = promise("closed", NOW - DAY, outcome=Outcome.MISSED)

    assert (old, recent) == agenda(book_of(recent, closed, old), NOW).due


@pytest.mark.parametrize("kind", list(Promise))
def test_a_day_without_hours_is_due_when_it_is_over(kind: Promise) -> None:
    """Today's all-day promise is still ahead, yesterday's is due."""
    today = promise("today", whole_day(NOW.date()), all_day=True, kind=kind)
    yesterday = promise("yesterday", whole_day(NOW.date() - DAY), all_day=True, kind=kind)

    plate = agenda(book_of(today, yesterday), NOW)

    assert (yesterday,) == plate.due
    assert (today,) == plate.upcoming


def test_what_is_to_be_done_today_is_not_due_before_the_day_is_over() -> None:
    """A thing to do has its whole day, also where an hour was said."""
    early = promise("notes", NOW - HOUR, kind=Promise.DO)

    plate = agenda(book_of(early), NOW)

    assert () == plate.due
    assert (early,) == plate.upcoming


def test_upcoming_ends_after_the_days_asked_for_and_has_the_undated_last() -> None:
    """Seven days ahead, and then what has no date."""
    undated, soon = promise("some day", None), promise("soon", NOW + DAY)
    last, later = promise("last", NOW + 7 * DAY), promise("later", NOW + 7 * DAY + HOUR)
    book = book_of(undated, last, later, soon)

    assert (soon, last, undated) == agenda(book, NOW).upcoming
    assert (soon, undated) == agenda(book, NOW, days=1).upcoming


def test_promises_at_one_moment_are_in_the_order_of_their_names() -> None:
    """Ties are broken by the title, then by the id."""
    b, a = promise("B", NOW + HOUR), promise("a", NOW + HOUR)
    twins = [promise("c", NOW + HOUR, id="2"), promise("c", NOW + HOUR, id="1")]

    assert (a, b, twins[1], twins[0]) == agenda(book_of(*twins, b, a), NOW).upcoming


def test_waiting_are_open_invitations_received_and_not_past() -> None:
    """Answered, withdrawn, sent and past ones don't wait."""
    soon, later = invited("soon", NOW + HOUR), invited("later", NOW + DAY)
    going_on = invited("going on", NOW - HOUR, end=NOW + HOUR)
    undated = invited("some day", None)
    others = (
        invited("answered", NOW + HOUR, answer=Answer.MAYBE),
        invited("withdrawn", NOW + HOUR, state=State.WITHDRAWN),
        invited("sent", NOW + HOUR, way=Way.SENT),
        invited("past", NOW - HOUR),
        invited("over", NOW - 2 * HOUR, end=NOW - HOUR),
    )

    assert (going_on, soon, later, undated) == agenda(book_of(later, *others, undated, soon, going_on), NOW).waiting


def test_an_invitation_for_days_waits_until_its_last_day_is_over() -> None:
    """The end of an all-day invitation is the day after its last."""
    today, yesterday = whole_day(NOW.date()), whole_day(NOW.date() - DAY)
    one_day = invited("today", today, all_day=True)
    three_days = invited("three days", yesterday, end=yesterday + 3 * DAY, all_day=True)
    over = invited("over", yesterday, end=today, all_day=True)
    odd = invited("ends as it begins", today, end=today, all_day=True)

    plate = agenda(book_of(one_day, three_days, over, odd), NOW)

    assert {one_day, three_days, odd} == set(plate.waiting)


def test_a_series_waits_by_its_next_gathering() -> None:
    """A weekly series from last year is sorted by its next time; one that has ended waits no more."""
    start = datetime(2025, 11, 25, 18, 0, tzinfo=NOW.tzinfo)
    weekly = invited("weekly", start, recurrence="RRULE:FREQ=WEEKLY", timezone="Europe/Berlin")
    ended = invited("ended", start, recurrence="RRULE:FREQ=WEEKLY;COUNT=2", timezone="Europe/Berlin")
    before, after = invited("before", NOW + DAY), invited("after", NOW + 3 * DAY)

    assert (before, weekly, after) == agenda(book_of(weekly, ended, before, after), NOW).waiting


def test_a_yes_is_asked_about_within_its_cut_off_until_it_was_confirmed() -> None:
    """A day before, or as its community says; once; gatherings only."""
    community = fresh(Community, NOW, name="Slow", cut_off=48)
    tomorrow = promise("tomorrow", NOW + DAY)
    slow = promise("slow", NOW + 2 * DAY, community=community.id)
    others = (
        promise("later", NOW + DAY + HOUR),
        promise("confirmed", NOW + HOUR, confirmed_on=NOW),
        promise("to do", NOW + HOUR, kind=Promise.DO),
        promise("begun", NOW - HOUR),
        promise("some day", None),
    )

    assert (tomorrow, slow) == agenda(book_of(community, *others, slow, tomorrow), NOW).still_coming


def test_a_community_may_ask_right_before() -> None:
    """A cut-off of no hours asks never, and is not taken for none given."""
    community = fresh(Community, NOW, name="Easy", cut_off=0)
    soon = promise("soon", NOW + HOUR, community=community.id)

    assert () == agenda(book_of(community, soon), NOW).still_coming


def test_the_days_are_those_of_whoever_looks() -> None:
    """An all-day promise for today is not due in any zone as long as it is that day there."""
    start = whole_day(date(2026, 11, 23))
    one = promise("today", start, all_day=True)

    assert not is_due(one, datetime(2026, 11, 23, 23, 30, tzinfo=ZoneInfo("America/New_York")))
    assert is_due(one, datetime(2026, 11, 24, 0, 30, tzinfo=ZoneInfo("Pacific/Auckland")))


def test_the_next_yes_is_the_soonest_ahead() -> None:
    """What is due or has no date is not next."""
    soon = promise("soon", NOW + 30 * DAY)

    assert soon == next_yes(book_of(promise("begun", NOW - HOUR), promise("some day", None), soon), NOW)
    assert next_yes(book_of(promise("some day", None)), NOW) is None


def test_load_is_the_week_of_the_invitation_from_monday_to_sunday() -> None:
    """Open promises of that week count, its own and other weeks' don't."""
    invitation = invited("Wednesday", NOW + 2 * DAY)
    monday, sunday = promise("Monday", NOW), promise("Sunday", NOW + 6 * DAY)
    others = (
        promise("next Monday", NOW + 7 * DAY),
        promise("last Sunday", NOW - DAY),
        promise("its own", NOW + 2 * DAY, invitation=invitation.id),
        promise("excused", NOW + DAY, outcome=Outcome.EXCUSED),
        promise("some day", None),
    )

    assert (monday, sunday) == load(book_of(invitation, sunday, *others, monday), invitation, NOW)


def test_load_of_a_series_is_the_week_of_its_next_gathering() -> None:
    """And of a series that is over, the week in which it began; without a date there is no week."""
    start = datetime(2025, 11, 25, 18, 0, tzinfo=NOW.tzinfo)
    weekly = invited("weekly", start, recurrence="RRULE:FREQ=WEEKLY", timezone="Europe/Berlin")
    ended = invited("ended", start, recurrence="RRULE:FREQ=WEEKLY;COUNT=2", timezone="Europe/Berlin")
    this_week, then = promise("this week", NOW + DAY), promise("then", start)
    book = book_of(this_week, then)

    assert (this_week,) == load(book, weekly, NOW)
    assert (then,) == load(book, ended, NOW)
    assert () == load(book, invited("some day", None), NOW)


@pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/New_York"])
def test_the_ends_of_the_calendar_do_no_harm(moment: datetime, zone: str) -> None:
    """Somebody's file may say year 1 or 9999."""
    now = NOW.astimezone(ZoneInfo(zone))
    one, invitation = promise("x", moment), invited("x", moment, end=moment)

    book = book_of(one, invitation)

    assert (one,) == (agenda(book, now).due or (next_yes(book, now),))
    assert (one,) == load(book_of(one), invitation, now)


MOMENTS = st.none() | st.integers(-20 * 24, 20 * 24).map(lambda hours: NOW + hours * HOUR)


@st.composite
def promises(draw: st.DrawFn) -> Commitment:
    """Draw a promise of any kind, zone and outcome."""
    start, all_day = draw(MOMENTS), draw(st.booleans())
    if start is not None:
        start = whole_day(start.date()) if all_day else start.astimezone(draw(st.sampled_from([UTC, NOW.tzinfo])))
    return promise(
        draw(st.sampled_from("abc")),
        start,
        all_day=all_day,
        kind=draw(st.sampled_from(Promise)),
        outcome=draw(st.sampled_from(Outcome)),
    )


@given(st.lists(promises(), max_size=12))
def test_every_open_promise_stands_in_at_most_one_list(commitments: list[Commitment]) -> None:
    """Due and upcoming are disjoint, hold open ones only, and what is asked about is upcoming."""
    book = book_of(*commitments)

    plate = agenda(book, NOW, days=30)

    due, upcoming = {one.id for one in plate.due}, {one.id for one in plate.upcoming}
    assert not due & upcoming
    assert {one.id for one in commitments if one.outcome is Outcome.OPEN} == due | upcoming
    assert {one.id for one in plate.still_coming} <= upcoming
    assert plate == agenda(book_of(*reversed(commitments)), NOW, days=30)


def test_what_begins_this_very_moment_is_neither_due_nor_asked_about() -> None:
    """Whether one came can be said once it has begun, and "still coming?" only before it does."""
    one = promise("now", NOW)

    plate = agenda(book_of(one), NOW)

    assert ((), (one,), ()) == (plate.due, plate.upcoming, plate.still_coming)


def test_a_gathering_begins_when_its_own_clock_says_so() -> None:
    """Where the rules of its zone have changed since it was noted, the hour that was agreed counts, not the offset."""
    half_past_nine = datetime.fromisoformat("2026-11-23T09:30+02:00")
    one = promise("agreed before the rules changed", half_past_nine, timezone="Europe/Berlin")

    assert not is_due(one, NOW)
    assert is_due(one, NOW + HOUR)
