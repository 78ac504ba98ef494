"""The page of something learned: from whom, what for, its climb with its days, what came of it, where to read on."""

from collections.abc import Iterator
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.learning import Learning
from cop_tui.practice.ask_again import comes_back
from cop_tui.practice.field import PURPOSES
from cop_tui.practice.words import title_of
from cop_tui.tui.links import link_section
from cop_tui.tui.pages import around
from cop_tui.tui.pages.marks import ladder, tags
from cop_tui.tui.pages.noted import came_of_it, noted
from cop_tui.tui.pages.page import Drawing, Fact, RecordPage


def told(book: Book, one: Learning, now: datetime) -> RecordPage:
    """Return the page."""
    belongs = around.record_rows(book, around.belongings(book, one), now)
    return RecordPage(
        title=one.text,
        facts=tuple(_facts(book, one, now)),
        drawn=(*_climb(one, now), *came_of_it(one.follow_ups, now)),
        sections=around.shown(link_section(one.links), around.section("Around it", belongs)),
    )


def _facts(book: Book, one: Learning, now: datetime) -> Iterator[Fact]:
    again = comes_back(one, now)
    yield "asks", again.why if again else ""
    yield "when", around.moment(one.on, now)
    yield "in", around.community(book, one.community)
    yield "from", around.people(book, one.people)
    at = book.commitments.get(one.commitment or "")
    yield "at", title_of(at, book) if at else ""
    goal = book.goals.get(one.goal or "")
    yield "towards", title_of(goal, book) if goal else ""
    yield "for", PURPOSES[one.purpose].title.casefold()
    yield "rung", ladder(one)
    yield "tags", tags(one.tags)


def _climb(one: Learning, now: datetime) -> tuple[Drawing, ...]:
    """Return what draws the rungs that were reached, each with its day and what it means, and the next one."""
    texts = {rung.rung: rung.text for rung in PURPOSES[one.purpose].rungs}
    parts = [
        (climb.rung.value, f"{around.day(climb.on, now)}   {texts.get(climb.rung, '')}".rstrip())
        for climb in one.climbs
    ]
    ladder_ = [rung.rung for rung in PURPOSES[one.purpose].rungs]
    above = ladder_[ladder_.index(one.rung) + 1 :] if one.rung in ladder_ else ladder_
    aside = f"> climbs to {above[0].value}" if above else "at the top"
    return noted("The climb", parts or [(one.rung.value, texts.get(one.rung, ""))], aside=aside)
