"""The page of a story: when, where and with whom, its text, what value showed in it, what came of it since."""

from collections.abc import Iterator
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.story import Story, Value
from cop_tui.practice.ask_again import comes_back
from cop_tui.practice.field import ELEMENT_TEXTS, VALUE_TEXTS
from cop_tui.practice.words import title_of
from cop_tui.tui.links import link_section, links_in
from cop_tui.tui.pages import around
from cop_tui.tui.pages.marks import strip, tags
from cop_tui.tui.pages.noted import came_of_it, noted
from cop_tui.tui.pages.page import Drawing, Fact, RecordPage
from cop_tui.tui.widgets.rows import Row, Section


def told(book: Book, one: Story, now: datetime) -> RecordPage:
    """Return the page; a story without a title goes by its day."""
    belongs = around.record_rows(book, around.belongings(book, one), now)
    return RecordPage(
        title=one.title or around.moment(one.on, now),
        facts=tuple(_facts(book, one, now)),
        prose=one.body,
        below=(*_cycles(one, now), *came_of_it(one.follow_ups, now)),
        sections=around.shown(
            link_section(links_in(one.body), "Addresses in it"), _questions(one), around.section("Around it", belongs)
        ),
    )


def _facts(book: Book, one: Story, now: datetime) -> Iterator[Fact]:
    again = comes_back(one, now)
    yield "asks", again.why if again else ""
    yield "when", around.moment(one.on, now) if one.title else ""
    yield "in", around.community(book, one.community)
    yield "with", around.people(book, one.people)
    at = book.commitments.get(one.commitment or "")
    yield "at", title_of(at, book) if at else ""
    yield "about", ELEMENT_TEXTS[one.element].title.casefold() if one.element else ""
    yield "tags", tags(one.tags)
    yield "star", "★ one to come back to" if one.starred else ""


def _cycles(one: Story, now: datetime) -> tuple[Drawing, ...]:
    """Return what draws the cycles in which something showed, in their order, each with its day and its words."""
    order = list(Value)
    found = sorted(one.cycles, key=lambda cycle: (order.index(cycle.cycle), cycle.on))
    parts = [(cycle.cycle.value, f"{cycle.text} ({around.day(cycle.on, now)})") for cycle in found]
    return noted("What value showed", parts, aside=strip(one))


def _questions(one: Story) -> Section:
    """Return the questions of the cycles in which nothing showed yet; of a plain story, the door to them."""
    if not one.cycles:
        return Section("", (Row("value", ("Follow its value, in five questions",), does=("value", one.id)),))
    shown = {cycle.cycle for cycle in one.cycles}
    rows = tuple(
        Row(f"value:{value}", (VALUE_TEXTS[value].question, value.value), does=("value", one.id, value.value))
        for value in Value
        if value not in shown
    )
    return Section("And what else showed?", rows)
