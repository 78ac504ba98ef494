"""Goals: set, reached, let go, taken up again."""

from datetime import UTC, date, datetime

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Refused
from cop_tui.domain.goal import Pursuit
from cop_tui.practice.goals import add_goal, let_go, reach_goal, take_up_goal


def test_a_goal_has_its_words_its_reason_and_its_day(now: datetime) -> None:
    """As the member said them."""
    change = add_goal(Book(), " Give a talk ", now=now, why=" to be braver ", by=date(2027, 3, 1))
    (goal,) = Book().apply(change).goals.values()

    assert "Set the goal Give a talk" == change.sentence
    assert ("Give a talk", "to be braver", date(2027, 3, 1), Pursuit.PURSUING) == (
        goal.text,
        goal.why,
        goal.by,
        goal.state,
    )


def test_a_goal_needs_words(now: datetime) -> None:
    """Blanks are no goal."""
    with pytest.raises(Refused) as refused:
        add_goal(Book(), "\t", now=now)

    assert ("A goal needs words", "Say what you want to become able to do") == (
        refused.value.sentence,
        refused.value.hint,
    )


def test_a_goal_needs_no_reason(now: datetime) -> None:
    """Nor a day."""
    (goal,) = Book().apply(add_goal(Book(), "Give a talk", now=now)).goals.values()

    assert ("", None) == (goal.why, goal.by)


def test_a_goal_is_reached_let_go_and_taken_up_again(now: datetime) -> None:
    """Each is dated, and a goal taken up again is open."""
    book = Book().apply(add_goal(Book(), "Give a talk", now=now))
    (goal,) = book.goals.values()

    reached = reach_goal(book, goal, now=now)
    assert "Reached Give a talk" == reached.sentence
    book = book.apply(reached)
    assert (Pursuit.REACHED, now.astimezone(UTC)) == (book.goals[goal.id].state, book.goals[goal.id].closed_on)
    change = let_go(book, goal, now=now)
    book = book.apply(change)
    assert ("Let go of Give a talk", Pursuit.LET_GO) == (change.sentence, book.goals[goal.id].state)
    with pytest.raises(Refused) as refused:
        let_go(book, goal, now=now)
    assert ("Give a talk is let go already", "Nothing needs to be done") == (refused.value.sentence, refused.value.hint)
    change = take_up_goal(book, goal, now=now)
    book = book.apply(change)
    assert "Took up again Give a talk" == change.sentence
    assert (Pursuit.PURSUING, None) == (book.goals[goal.id].state, book.goals[goal.id].closed_on)
