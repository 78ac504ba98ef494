"""Communities with their three elements: bars of five, heavy where there is life, with a word beside them."""

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content

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


class Life(Struct, frozen=True):
    """How one community does."""

    name: str
    """Its name."""
    marks: tuple[int, int, int]
    """Focus, people and practice, 0 to 5 each."""
    word: str
    """Its pulse in a word, or what is missing to tell it."""
    is_quiet: bool = False
    """Whether it has gone quiet."""


def bar(marks: int, tone: str = ALIVE) -> list[Piece]:
    """Return a bar of five."""
    full = max(0, min(marks, LENGTH))
    return [(FULL * full, tone), (EMPTY * (LENGTH - full), LINE)]


def communities(title: Sequence[Piece], lives: Sequence[Life], width: int) -> Content:
    """Return a line for each community, with a title and the names of the elements above."""
    room = max(8, width - 3 * STEP - WORD - 1)
    gap = " " * max(1, room + 1 - sum(cell_len(words) for words, _ in title))
    head = line(*title, (gap, ""), *((name.ljust(STEP), FAINT) for name in HEADS))
    return lines(head, *(_line(life, room) for life in lives))


def _line(life: Life, room: int) -> Content:
    bars: list[Piece] = []
    for marks in life.marks:
        bars += [*bar(marks, SOFT if life.is_quiet else ALIVE), (" " * (STEP - LENGTH), "")]
    return line((fitted(life.name, room), SOFT if life.is_quiet else INK), (" ", ""), *bars, (life.word, FAINT))
