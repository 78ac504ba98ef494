"""Communities with their three elements: bars of five, heavy where there is life, with a word beside them."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from cop_tui.practice.at_a_glance import Glance
from cop_tui.tui.markup import Piece, line, lines
from cop_tui.tui.tones import ALIVE, FAINT, INK, LINE, SOFT
from cop_tui.tui.widgets.rows import fitted

FULL, EMPTY = "━", "─"
"""A mark that is there, and one that is not."""
LENGTH = 5
"""Marks of a bar."""
HEADS = ("focus", "people", "practice")
"""The three elements, in the order of the bars."""
STEP = 8
"""Cells from one bar to the next."""
WORD = 7
"""Cells of the word at the end."""


def bar(marks: int, tone: str = ALIVE) -> list[Piece]:
    """Return a bar of five."""
    full = max(0, min(marks, LENGTH))
    return [(FULL * full, tone), (EMPTY * (LENGTH - full), LINE)]


def communities(title: Sequence[Piece], found: Sequence[Glance], width: int) -> Content:
    """Return a line for each community, with a title and the names of the elements above."""
    room = max(8, width - 3 * STEP - WORD - 1)
    gap = " " * max(1, room + 1 - sum(cell_len(words) for words, _ in title))
    head = line(*title, (gap, ""), *((name.ljust(STEP), FAINT) for name in HEADS))
    return lines(head, *(_line(one, room) for one in found))


def _line(glance: Glance, room: int) -> Content:
    bars: list[Piece] = []
    for marks in glance.marks:
        bars += [*bar(marks, SOFT if glance.is_quiet else ALIVE), (" " * (STEP - LENGTH), "")]
    return line((fitted(glance.name, room), SOFT if glance.is_quiet else INK), (" ", ""), *bars, (glance.word, FAINT))
