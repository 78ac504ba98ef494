"""Once a year five questions are answered by the records of the year: each stands once, nothing is scored."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Invitation, Way
from cop_tui.domain.learning import Climb, FollowUp, Learning
from cop_tui.domain.member import ME
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.purpose import Purpose, Rung
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Cycle, Story, Value
from cop_tui.practice.demo import demo_book
from cop_tui.practice.field import YEARLY
from cop_tui.practice.yearly import yearly

MAY = datetime(2026, 5, 4, 12, tzinfo=UTC)
JUNE = datetime(2026, 6, 4, 12, tzinfo=UTC)
BEFORE = datetime(2025, 5, 4, 12, tzinfo=UTC)


def answers(now: datetime, *records: Record, year: int = 2026) -> dict[str, list[tuple[date, str]]]:
    """Return the days and words under each question that has some."""
    book = Book().apply(Change(sentence="Put", at=now, put=records))
    return {
        one.item.key: [(note.on, note.how) for note in one.notes] for one in yearly(book, year, now=now) if one.notes
    }


def test_the_questions_are_those_of_the_field(now: datetime) -> None:
    """All five in their order, whether something answers to them or not."""
    assert list(YEARLY.items) == [one.item for one in yearly(Book(), 2026, now=now)]


@pytest.mark.parametrize(
    ("purpose", "rung", "key"),
    [
        (Purpose.INDIVIDUAL_DEVELOPMENT, Rung.NOTICED, "knowledge"),
        (Purpose.INDIVIDUAL_DEVELOPMENT, Rung.TRIED, "differently"),
        (Purpose.INDIVIDUAL_DEVELOPMENT, Rung.REACHED, "skill"),
        (Purpose.HELPING, Rung.SOLVED, "passed-on"),
        (Purpose.BEST_PRACTICES, Rung.SHARED, "passed-on"),
        (Purpose.KNOWLEDGE, Rung.PUBLISHED, "passed-on"),
        (Purpose.INNOVATION, Rung.APPLIED, "differently"),
    ],
)
def test_what_was_learned_stands_where_it_has_come_to(now: datetime, purpose: Purpose, rung: Rung, key: str) -> None:
    """By the rung that it reached in the year, and once."""
    entry = fresh(Learning, now, text="x", on=MAY, purpose=purpose, rung=rung)

    found = answers(now, entry)

    assert {key: [(MAY.date(), "learned" if key == "knowledge" else rung.value)]} == found


def test_an_entry_of_an_earlier_year_stands_with_what_came_of_it_in_this_one(now: datetime) -> None:
    """It was learned before; that it was tried, and that it came back, is of this year: the last of it counts."""
    climbs = (Climb(rung=Rung.NOTICED, on=BEFORE), Climb(rung=Rung.TRIED, on=MAY))
    again = (FollowUp(on=MAY + timedelta(days=9), text="I do it daily"), FollowUp(on=MAY + timedelta(days=10)))
    entry = fresh(Learning, now, text="x", on=BEFORE, rung=Rung.TRIED, climbs=climbs, follow_ups=again)

    assert {"differently": [(date(2026, 5, 13), "came back to")]} == answers(now, entry)
    assert {"knowledge": [(BEFORE.date(), "learned")]} == answers(now, entry, year=2025)


def test_ties_are_people_first_met_and_communities_joined(now: datetime) -> None:
    """Whoever was only written down, or was known before, is no new tie."""
    contacts = (Contact(on=MAY, text="tea"), Contact(on=MAY + timedelta(days=1), text="again"))
    known = (Contact(on=BEFORE, text="tea"), *contacts)
    records = (
        fresh(Person, now, name="Ana", contacts=contacts),
        fresh(Person, now, name="Li", contacts=known),
        fresh(Person, now, name="Written down"),
        fresh(Community, now, name="Bees", joined_on=date(2026, 6, 1)),
        fresh(Community, now, name="Only heard of"),
    )

    assert {"ties": [(MAY.date(), "met"), (date(2026, 6, 1), "joined")]} == answers(now, *records)


def test_skill_is_goals_reached_and_what_one_can_do(now: datetime) -> None:
    """A goal let go, and a subject that one is only curious about, are not."""
    records = (
        fresh(Goal, now, text="a", state=Pursuit.REACHED, closed_on=MAY),
        fresh(Goal, now, text="b", state=Pursuit.LET_GO, closed_on=JUNE),
        fresh(Interest, now, who=ME, subject="Rust", depth=Depth.CAN_HELP, on=MAY + timedelta(days=1)),
        fresh(Interest, now, who=ME, subject="Bees", depth=Depth.CURIOUS, on=MAY),
        fresh(Interest, now, who="ana", subject="Tea", depth=Depth.CAN_HELP, on=MAY),
    )

    assert {"skill": [(MAY.date(), "reached"), (date(2026, 5, 5), "can help")]} == answers(now, *records)


def test_passed_on_is_invitations_sent_and_promises_done(now: datetime) -> None:
    """What was promised and not done, and what others invited to, is not."""
    records = (
        fresh(Invitation, MAY, title="Tea", way=Way.SENT),
        fresh(Invitation, JUNE, title="Tea", way=Way.RECEIVED),
        fresh(Commitment, now, what="Bring cake", kind=Promise.DO, outcome=Outcome.KEPT, closed_on=MAY),
        fresh(Commitment, now, what="Forgotten", kind=Promise.DO, outcome=Outcome.MISSED, closed_on=JUNE),
        fresh(Commitment, now, what="Be there", outcome=Outcome.KEPT, closed_on=JUNE),
    )

    found = answers(now, *records)["passed-on"]
    assert [(MAY.date(), "done"), (MAY.date(), "invited")] == sorted(found)


def test_what_was_to_be_done_on_a_day_was_done_on_that_day_everywhere(now: datetime) -> None:
    """Midnight UTC is still the year before in New York."""
    day = date(2026, 1, 1)
    cake = fresh(
        Commitment, now, what="Cake", kind=Promise.DO, outcome=Outcome.KEPT, start=whole_day(day), all_day=True
    )

    assert {"passed-on": [(day, "done")]} == answers(now.astimezone(ZoneInfo("America/New_York")), cake)


def test_an_entry_whose_rung_was_set_by_hand_stands_with_it_too(now: datetime) -> None:
    """On the day of the entry, for the rung has none of its own."""
    climbs = (Climb(rung=Rung.NOTICED, on=MAY),)
    entry = fresh(Learning, now, text="x", on=MAY, rung=Rung.TRIED, climbs=climbs)

    assert {"differently": [(MAY.date(), "tried")]} == answers(now, entry)


def test_value_that_was_used_is_what_one_does_differently(now: datetime) -> None:
    """That it was good to be there is not."""
    cycles = tuple(Cycle(cycle=value, text="x", on=MAY) for value in (Value.IMMEDIATE, Value.APPLIED))

    assert {"differently": [(MAY.date(), "applied")]} == answers(now, fresh(Story, now, on=MAY, cycles=cycles))


def test_what_is_still_to_come_is_not_told(now: datetime) -> None:
    """And the days are those of the member: the last evening of a year is of that year where they are."""
    entry = fresh(Learning, now, text="x", on=now + timedelta(days=1))
    silvester = fresh(Learning, now, text="y", on=datetime(2025, 12, 31, 23, 30, tzinfo=UTC))

    today = fresh(Learning, now, text="z", on=now)

    assert {"knowledge": [(date(2026, 1, 1), "learned"), (now.date(), "learned")]} == answers(
        now, entry, silvester, today
    )


def test_no_record_of_the_sample_year_stands_twice(now: datetime) -> None:
    """Every question has an answer there, and no record two places."""
    questions = yearly(demo_book(now), 2026, now=now)

    ids = [note.record.id for one in questions for note in one.notes]
    assert all(one.notes for one in questions)
    assert len(set(ids)) == len(ids)
