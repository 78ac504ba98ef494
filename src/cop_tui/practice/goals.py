"""Goals: what the member wants to become able to do, reached or let go."""

from datetime import date, datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Refused
from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.domain.record import altered, fresh
from cop_tui.practice.manners import here, named, said, utc


def add_goal(book: Book, text: str, *, now: datetime, why: str = "", by: date | None = None) -> Change:  # noqa: ARG001
    """Set oneself a goal; `by` is the day by which."""
    words = said(text, "A goal needs words", "Say what you want to become able to do")
    goal = fresh(Goal, now, text=words, why=why.strip(), by=by)
    return Change(sentence=f"Set the goal {named(words)}", at=now, put=(goal,))


def reach_goal(book: Book, goal: Goal, *, now: datetime) -> Change:
    """Note that a goal is reached."""
    return _move(book, goal, Pursuit.REACHED, "Reached", now=now)


def let_go(book: Book, goal: Goal, *, now: datetime) -> Change:
    """Let go of a goal that no longer matters."""
    return _move(book, goal, Pursuit.LET_GO, "Let go of", now=now)


def take_up_goal(book: Book, goal: Goal, *, now: datetime) -> Change:
    """Take a goal up again that was reached or let go."""
    return _move(book, goal, Pursuit.PURSUING, "Took up again", now=now)


def _move(book: Book, goal: Goal, state: Pursuit, done: str, *, now: datetime) -> Change:
    before = here(book, goal)
    if before.state is state:
        raise Refused(f"{named(before.text)} is {state.replace('-', ' ')} already", "Nothing needs to be done")
    closed_on = None if state is Pursuit.PURSUING else utc(now)
    after = altered(before, now, state=state, closed_on=closed_on)
    return Change(sentence=f"{done} {named(before.text)}", at=now, put=(after,))
