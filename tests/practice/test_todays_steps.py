"""What today's check-in begins with."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn, DayKind
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation, Way
from cop_tui.domain.learning import Learning
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.todays_steps import person_to_ask, todays_steps

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def person(name: str, ago: int | None, every: int | None = None) -> Person:
    """Return someone last spoken to so many days ago."""
    contacts = () if ago is None else (Contact(on=NOW - ago * DAY),)
    return fresh(Person, NOW - 300 * DAY, id=name, name=name, reconnect_every=every, contacts=contacts)


def sharing(who: str, *subjects: str) -> list[Interest]:
    """Return interests, noted long ago, of someone and the member."""
    on = NOW - 200 * DAY
    return [fresh(Interest, NOW, who=one, subject=subject, on=on) for subject in subjects for one in (who, "me")]


def test_the_steps_of_an_empty_book_are_a_question() -> None:
    """Nothing else waits."""
    steps = todays_steps(Book(), NOW)

    assert steps.prompt.text
    assert (None, None, None) == (steps.person, steps.spark, steps.done_today)
    assert ((), (), (), ()) == (steps.due, steps.waiting, steps.still_coming, steps.again)


def test_all_that_waits_stands_in_its_step() -> None:
    """The agenda, a person, a spark, what came back, and today's check-in if it is done."""
    due = fresh(Commitment, NOW, what="due", start=NOW - DAY)
    soon = fresh(Commitment, NOW, what="soon", start=NOW + timedelta(hours=2))
    invitation = fresh(Invitation, NOW, title="come", start=NOW + DAY)
    entry = fresh(Learning, NOW, text="x", on=NOW - 30 * DAY)
    done = fresh(CheckIn, NOW, day=NOW.date())
    skipped = fresh(CheckIn, NOW, day=NOW.date(), kind=DayKind.SKIPPED)

    steps = todays_steps(
        book_of(due, soon, invitation, entry, skipped, done, person("Ana", 40), *sharing("Ana", "rust")), NOW
    )

    assert ((due,), (soon,), (invitation,)) == (steps.due, steps.still_coming, steps.waiting)
    assert (done, [entry]) == (steps.done_today, [one.record for one in steps.again])
    assert steps.person is not None
    assert "Ana" == steps.person.person.name
    assert steps.spark is not None
    assert "rust" == steps.spark.subject


def test_a_spark_that_was_proposed_is_not_offered_again() -> None:
    """While the proposal stands."""
    sent = fresh(Invitation, NOW, title="Shall we learn Rust?", way=Way.SENT)

    assert todays_steps(book_of(sent, person("Ana", 40), *sharing("Ana", "rust")), NOW).spark is None


@pytest.mark.parametrize(
    ("subjects", "ago", "why"),
    [
        ((), 100, "You last spoke in August"),
        (("rust",), 40, "You both care about rust and last spoke 5 weeks ago"),
        (("a", "b", "c"), 100, "You share 3 interests and last spoke in August"),
        ((), None, "You have not spoken yet"),
    ],
)
def test_the_person_comes_with_a_reason(subjects: tuple[str, ...], ago: int | None, why: str) -> None:
    """What they share and when they last spoke."""
    found = person_to_ask(book_of(person("Ana", 300), person("Bo", ago), *sharing("Bo", *subjects)), NOW)
    alone = person_to_ask(book_of(person("Bo", ago), *sharing("Bo", *subjects)[:0]), NOW)

    assert alone is not None
    if subjects:
        assert found is not None
        assert ("Bo", why) == (found.person.name, found.why)
    else:
        assert why == alone.why


def test_whom_it_is_time_to_be_in_touch_with_goes_first() -> None:
    """Before those who share more."""
    book = book_of(person("Ana", 100), person("Bo", 40, 30), *sharing("Ana", "rust", "go"), *sharing("Bo", "chess"))

    found = person_to_ask(book, NOW)

    assert found is not None
    assert ("Bo", "You both care about chess and last spoke 5 weeks ago") == (found.person.name, found.why)


def test_whom_it_will_be_time_to_be_in_touch_with_tomorrow_does_not_go_first_today() -> None:
    """Everything in its time."""
    book = book_of(person("Ana", 100), person("Bo", 29, 30), *sharing("Ana", "rust"))

    found = person_to_ask(book, NOW)

    assert found is not None
    assert "Ana" == found.person.name


def test_then_who_shares_most_and_was_silent_longest() -> None:
    """Whom the member just spoke to is left in peace; who was never spoken to comes last; ties go by name."""
    ana, bo, cy, di, ed = (
        person("Ana", 13),
        person("Bo", 20),
        person("Cy", 30),
        person("Di", None),
        person("Ed", 30),
    )

    def picked(*people: Person) -> str | None:
        found = person_to_ask(book_of(*people, *sharing("Ana", "rust")), NOW)
        return found.person.name if found else None

    assert "Cy" == picked(di, ed, bo, ana, cy)
    assert "Bo" == picked(di, ana, bo)
    assert "Di" == picked(ana, di)
    assert picked(ana) is None
    assert "Flo" == picked(ana, person("Flo", 14))
