"""The page of a promise: when and where, what came of it, what to think of before, at and after it."""

from collections.abc import Iterator
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.practice.agenda import is_due
from cop_tui.practice.field import AFTER, AT, BEFORE
from cop_tui.tui.pages import around
from cop_tui.tui.pages.checklists import checklist_section
from cop_tui.tui.pages.page import Fact, RecordPage
from cop_tui.tui.tones import INK, SOFT
from cop_tui.tui.widgets.rows import Column, Section

COLUMNS = (Column(tone=INK), Column(most=20, tone=SOFT), Column(most=10, tone=SOFT))
"""A line or a title, what is noted beside it, what it is."""

CAME_OF_IT: dict[Outcome, str] = {
    Outcome.OPEN: "",
    Outcome.KEPT: "kept",
    Outcome.MISSED: "missed",
    Outcome.EXCUSED: "excused in time",
    Outcome.RELEASED: "called off",
}
"""What came of a promise, in words."""


def told(book: Book, one: Commitment, now: datetime) -> RecordPage:
    """Return the page."""
    return RecordPage(
        title=one.what,
        facts=tuple(_facts(book, one, now)),
        texts=(one.reflection,),
        sections=tuple(_sections(book, one, now)),
        columns=COLUMNS,
    )


def _facts(book: Book, one: Commitment, now: datetime) -> Iterator[Fact]:
    yield "when", around.moment(one.start, now, timezone=one.timezone, all_day=one.all_day)
    if one.end and not one.all_day:
        yield "until", around.moment(one.end, now, timezone=one.timezone)
    yield "where", around.community(book, one.community)
    yield "promise", "to be there" if one.kind is Promise.SHOW_UP else "to do it"
    came = CAME_OF_IT[one.outcome]
    yield "came of it", f"{came}, noted {around.near(one.closed_on, now)}" if came and one.closed_on else came
    if one.confirmed_on and one.outcome is Outcome.OPEN:
        yield "coming", f"you said so again {around.near(one.confirmed_on, now)}"
    invitation = book.invitations.get(one.invitation or "")
    if invitation:
        yield "from", around.person(book, invitation.sender)
        yield "place", invitation.place
        yield "link", invitation.link


def _sections(book: Book, one: Commitment, now: datetime) -> Iterator[Section]:
    """Go through the checklists that fit the time, and what was learned and told of it."""
    if one.kind is Promise.SHOW_UP:
        over = one.outcome is not Outcome.OPEN or is_due(one, now)
        shown = (AFTER, AT) if over else (BEFORE, AT, AFTER)
        yield from (checklist_section(one, checklist, now) for checklist in shown)
    learned = [entry for entry in book.learning.values() if entry.commitment == one.id]
    told_of = [story for story in book.stories.values() if story.commitment == one.id]
    came = around.record_rows(book, (*learned, *told_of), now)
    yield from around.shown(around.section("Learned and told there", came))
    invitation = book.invitations.get(one.invitation or "")
    if invitation:
        yield around.section("It came of", (around.record_row(book, invitation, now),))
