"""A plot of months: one column each, what was kept standing on what was missed, the numbers below."""

from collections.abc import Sequence

from textual.content import Content

from cop_tui.practice.kept import Month
from cop_tui.practice.words import MONTHS
from cop_tui.tui.markup import Piece, line, lines
from cop_tui.tui.tones import ALIVE, FAINT, INK, SOFT

HEIGHT = 6
"""Lines of the columns."""
STEP = 6
"""Cells from one column to the next."""
BAR = 3
"""Cells of a column."""
AXIS = 4
"""Cells of the numbers at the left."""
EIGHTHS = " ▁▂▃▄▅▆▇█"
"""Parts of a line that a column fills."""


def plot(months: Sequence[Month], width: int) -> Content:
    """Return the plot of the last months that find room in a width in cells; it says so where there is nothing yet."""
    shown = months[-max(1, (width - AXIS) // STEP) :]
    most = max((one.kept.kept + one.kept.missed for one in shown), default=0)
    if not most:
        return line(("No promise has come due yet.", SOFT))
    rows = (_row(level, shown, most) for level in reversed(range(HEIGHT)))
    return lines(*rows, _names(shown), _numbers(shown), *_excused(shown))


def _row(level: int, shown: Sequence[Month], most: int) -> Content:
    """Return one line of the columns; the uppermost one has the greatest number beside it."""
    label = str(most) if level == HEIGHT - 1 else ""
    pieces: list[Piece] = [(label.rjust(AXIS - 1) + " ", FAINT)]
    for one in shown:
        kept, all_of_it = (_filled(count, most, level) for count in (one.kept.kept, one.kept.kept + one.kept.missed))
        mark, tone = (EIGHTHS[kept], ALIVE) if kept else ("░" if all_of_it else " ", FAINT)
        pieces += [(mark * BAR, tone), (" " * (STEP - BAR), "")]
    return line(*pieces)


def _filled(count: int, most: int, level: int) -> int:
    """Return how many eighths of a line a column of so many fills."""
    eighths = round(count * HEIGHT * 8 / most)
    return max(0, min(8, eighths - 8 * level))


def _names(shown: Sequence[Month]) -> Content:
    return line((" " * AXIS, ""), *((MONTHS[one.first.month - 1].ljust(STEP), SOFT) for one in shown))


def _numbers(shown: Sequence[Month]) -> Content:
    """Return how many were kept of how many, below each month."""
    words = (f"{one.kept.kept}/{one.kept.kept + one.kept.missed}" for one in shown)
    return line((" " * AXIS, ""), *((("" if word == "0/0" else word).ljust(STEP), INK) for word in words))


def _excused(shown: Sequence[Month]) -> list[Content]:
    """Return how many were excused in time, where any were."""
    if not any(one.kept.excused for one in shown):
        return []
    counts = (str(one.kept.excused) if one.kept.excused else "" for one in shown)
    return [line((" " * AXIS, ""), *((f"+{count}".ljust(STEP) if count else " " * STEP, FAINT) for count in counts))]
