"""What is drawn on a community's page: the strip of its stages, its three elements."""

from datetime import datetime

from textual.content import Content

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community, Stage
from cop_tui.practice.cultivation import Life, Reading, elements
from cop_tui.practice.field import ELEMENT_TEXTS, STAGE_TEXTS
from cop_tui.practice.prompts import latest_move
from cop_tui.tui.markup import Piece, line, lines, literal
from cop_tui.tui.pages import around
from cop_tui.tui.pages.page import Drawing
from cop_tui.tui.tones import ALIVE, FAINT, INK, LINE, SOFT, TITLE
from cop_tui.tui.widgets.elements import bar

HERE, ELSEWHERE = "●", "○"
"""The marks of the present stage, and of those that were or may come."""

NAME = 10
"""Cells of an element's name."""


def stage_strip(community: Community, now: datetime) -> Drawing:
    """Return what draws the five stages with the present one filled, since when, and what one can do now."""
    text = STAGE_TEXTS[community.stage]
    move = latest_move(community)
    since = f"since {around.short_day(move.on, now)}" if move else ""
    order = list(Stage)
    place = order.index(community.stage)

    def drawn(width: int) -> Content:
        marks: list[Piece] = []
        for number in range(len(order)):
            marks += [("─", LINE)] if number else []
            marks.append((HERE if number == place else ELSEWHERE, ALIVE if number == place else FAINT))
        head = line(("Stage  ", TITLE), *marks, (f"  {text.title.casefold()}", INK), (f"  {since}", FAINT))
        now_words = literal(f"Now: {' · '.join(text.now)}", SOFT).wrap(width)
        return lines(head, *literal(text.going_on, SOFT).wrap(width), *now_words)

    return drawn


def three_elements(book: Book, community: Community, now: datetime) -> Drawing:
    """Return what draws the three elements: a bar, how each does, and why."""
    readings = elements(book, community, now)

    def drawn(width: int) -> Content:
        parts = [line(("Three elements", TITLE))]
        for reading in readings:
            parts += _element(reading, width)
        return lines(*parts)

    return drawn


def _element(reading: Reading, width: int) -> list[Content]:
    """Return an element with its reason; a quiet one with one small step."""
    quiet = reading.state is Life.QUIET
    tone = SOFT if quiet else ALIVE
    head = line(
        (reading.element.value.ljust(NAME), INK),
        *bar(reading.marks, tone),
        (f"  {reading.state.value}", SOFT if quiet else INK),
    )
    room = max(10, width - NAME)
    why = [Content(" " * NAME) + each for each in literal(reading.why, FAINT).wrap(room)]
    step = ELEMENT_TEXTS[reading.element].step
    steps = [Content(" " * NAME) + each for each in literal(step, SOFT).wrap(room)] if quiet else []
    return [head, *why, *steps]
