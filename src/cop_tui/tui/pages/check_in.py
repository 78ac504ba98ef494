"""The page of a day's check-in: what was done in it, or how long the pause is, and what else the day brought."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import CheckIn, DayKind, Step
from cop_tui.domain.learning import Learning
from cop_tui.domain.moment import seen_from
from cop_tui.domain.story import Story
from cop_tui.practice.words import whole_title
from cop_tui.tui.pages import around
from cop_tui.tui.pages.noted import noted
from cop_tui.tui.pages.page import Fact, RecordPage

KINDS: dict[DayKind, str] = {
    DayKind.DONE: "checked in",
    DayKind.SKIPPED: "a day off; the rhythm holds",
    DayKind.PAUSED: "a pause; the rhythm holds",
}
"""What became of a day, in words."""

STEPS: dict[Step, str] = {
    Step.SHOW_UP: "show up",
    Step.ASK: "ask, share",
    Step.INVITE: "invite",
    Step.LEARN: "learn",
    Step.TELL: "tell",
}
"""What each step is called."""


def told(book: Book, one: CheckIn, now: datetime) -> RecordPage:
    """Return the page."""
    done = [(STEPS[step.step], sentence) for step in one.steps for sentence in step.did]
    brought = around.record_rows(book, tuple(_of_day(book, one.day, now)), now)
    return RecordPage(
        title=whole_title(one, book),
        facts=tuple(_facts(one, now)),
        drawn=noted("What you did", done),
        texts=(one.note,),
        sections=around.shown(around.section("From that day", brought)) if one.kind is DayKind.DONE else (),
    )


def _facts(one: CheckIn, now: datetime) -> Iterator[Fact]:
    yield "it was", KINDS[one.kind]
    if one.kind is DayKind.PAUSED:
        yield "until", around.day(one.until, now) or "you come back"


def _of_day(book: Book, day: date, now: datetime) -> Iterator[Learning | Story]:
    """Go through what was learned and told on a day, on the clock of whoever looks."""
    near = (day - timedelta(days=1), day, day + timedelta(days=1))
    found = _by_day(book)
    return (one for each in near for one in found.get(each, ()) if seen_from(one.on, now).date() == day)


@lru_cache(maxsize=1)
def _by_day(book: Book) -> Mapping[date, list[Learning | Story]]:
    """Return what was learned and told by its own day; once a book, as the highlight goes from day to day."""
    found: dict[date, list[Learning | Story]] = {}
    told: tuple[Learning | Story, ...] = (*book.learning.values(), *book.stories.values())
    for one in told:
        found.setdefault(one.on.date(), []).append(one)
    return found
