"""The lines of the map of interests, as pieces of words. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.cells import cell_len

from cop_tui.domain.interest import Depth
from cop_tui.domain.member import ME
from cop_tui.practice.interest_grid import Grid
from cop_tui.practice.phrases import counted
from cop_tui.tui.markup import Piece
from cop_tui.tui.tones import ALIVE, FAINT, INK, KEY, SOFT, TITLE
from cop_tui.tui.widgets.rows import fitted

MARKS: dict[Depth, Piece] = {
    Depth.CURIOUS: ("·", SOFT),
    Depth.LEARNING: ("○", SOFT),
    Depth.PRACTISING: ("◐", INK),
    Depth.CAN_HELP: ("●", ALIVE),
}
"""The mark of how deep someone is in it."""

CELL = 3
"""Cells of a column."""
ABOVE = 2
"""Lines above the first subject: the name of the marked column, the initials of all."""
POINTER = 3
"""Cells before a subject: the pointer stands there."""
HERE = "bold $background on $primary"
"""The tone of the marked cell."""
GROUND = "on $panel"
"""The ground of its row and its column."""

Spot = tuple[int, int]
"""Which subject, and which person, counted from 0."""

Ink = tuple[str, str, str]
"""A piece of a line: its words, its tone, its ground."""


@dataclass(frozen=True)
class Sight:
    """What is seen of the map."""

    grid: Grid
    """The map."""
    names: Mapping[str, str]
    """What everyone is called."""
    spot: Spot
    """The marked cell."""
    label: int
    """Cells of the subjects."""
    first: int
    """The first column that is seen."""
    width: int
    """Cells of a line."""

    @property
    def left(self) -> int:
        """Cells before the first column."""
        return POINTER + self.label + 1

    @property
    def columns(self) -> range:
        """The columns that are seen."""
        count = max(1, (self.width - self.left) // CELL)
        return range(self.first, min(self.first + count, len(self.grid.people)))


def name_line(sight: Sight) -> Iterator[Ink]:
    """Go through the line with the name of the marked column, above it or as near as there is room."""
    words = fitted(sight.names.get(sight.grid.people[sight.spot[1]], ""), max(0, sight.width - sight.left)).rstrip()
    at = sight.left + CELL * (sight.spot[1] - sight.first)
    count = counted(len(sight.grid.subjects), "subject")
    yield f"{' ' * POINTER}{fitted(count, sight.label)}", FAINT, ""
    yield " " * max(1, min(at, sight.width - cell_len(words)) - sight.left + 1), "", ""
    yield words, TITLE, ""


def initials_line(sight: Sight) -> Iterator[Ink]:
    """Go through the line with the initials of everyone who is seen."""
    count = counted(len(sight.grid.people) - 1, "person", "people")
    yield f"{' ' * POINTER}{fitted(count, sight.label)} ", FAINT, ""
    for column in sight.columns:
        is_here = column == sight.spot[1]
        words = fitted(initials(sight.names.get(sight.grid.people[column], "")), CELL - 1)
        if sight.grid.people[column] == ME:
            words = fitted("me", CELL - 1)
        yield f"{words} ", TITLE if is_here else FAINT, GROUND if is_here else ""


def subject_line(sight: Sight, row: int) -> Iterator[Ink]:
    """Go through the line of one subject: a mark for everyone who is seen and cares about it."""
    subject, is_here = sight.grid.subjects[row], row == sight.spot[0]
    ground = GROUND if is_here else ""
    yield " ▸ " if is_here else " " * POINTER, KEY, ground
    yield f"{fitted(subject.subject, sight.label)} ", INK if is_here or subject.mine else SOFT, ground
    for column in sight.columns:
        depth = subject.depths.get(sight.grid.people[column])
        mark, tone = MARKS[depth] if depth else (" ", "")
        if (row, column) == sight.spot:
            yield f"‹{mark}›", HERE, ""
        else:
            yield f" {mark} ", tone, ground or (GROUND if column == sight.spot[1] else "")


def initials(name: str) -> str:
    """Return the first letters of a name's first and last word; one alone where that is all there is."""
    letters = [next((letter for letter in word if letter.isalnum()), "") for word in name[:200].split()]
    found = [letter for letter in letters if letter]
    return "".join(found if len(found) < 2 else (found[0], found[-1])).upper()


def legend() -> Iterator[Piece]:
    """Go through the pieces that tell what the marks mean."""
    words = ("curious", "learning", "practising", "can help")
    for (mark, tone), meaning in zip(MARKS.values(), words, strict=True):
        yield mark, tone
        yield f" {meaning}   ", FAINT
