"""The page of a goal: what for, by when, how it stands, and what serves it."""

from collections.abc import Iterator
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.practice.phrases import counted
from cop_tui.tui.pages import around
from cop_tui.tui.pages.marks import ladder
from cop_tui.tui.pages.page import Fact, RecordPage
from cop_tui.tui.widgets.rows import Row, Rows

STATES: dict[Pursuit, str] = {
    Pursuit.PURSUING: "you pursue it",
    Pursuit.REACHED: "reached",
    Pursuit.LET_GO: "let go",
}
"""How a goal stands, in words."""


def told(book: Book, one: Goal, now: datetime) -> RecordPage:
    """Return the page."""
    serve = [entry for entry in book.learning.values() if entry.goal == one.id]
    serve.sort(key=lambda entry: (entry.on.timestamp(), entry.id), reverse=True)
    rows = Rows(serve, lambda entry: Row(entry.id, (entry.text, ladder(entry), around.near(entry.on, now))))
    empty = "Nothing serves it yet. l writes down what you learn towards it."
    return RecordPage(
        title=one.text,
        facts=tuple(_facts(one, now)),
        sections=(around.section("What serves it", rows, empty=empty),),
    )


def _facts(one: Goal, now: datetime) -> Iterator[Fact]:
    yield "why", one.why
    yield "by", around.day(one.by, now)
    left = (one.by - now.date()).days if one.by and one.state is Pursuit.PURSUING else -1
    yield "that is", f"in {counted(left, 'day')}" if left > 0 else "today" if left == 0 else ""
    closed = f", {around.day(one.closed_on, now)}" if one.closed_on else ""
    yield "it is", f"{STATES[one.state]}{closed}"
    yield "set", around.day(one.created, now)
