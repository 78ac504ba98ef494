"""What a list shows: rows in sections, and on which line each of them stands. Pure, and quick for any length."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import accumulate, chain, islice
from typing import Any, Protocol, TypeVar, overload

from msgspec import Struct
from rich.cells import cell_len, set_cell_size

from cop_tui.practice.words import visible
from cop_tui.tui.tones import SOFT


class Identified(Protocol):
    """What a row can be made of: a record, or what else has the id of one."""

    @property
    def id(self) -> str:
        """Its id."""


R = TypeVar("R", bound=Identified)

MEASURED = 200
"""Rows of a section that are measured for the widths of columns, and half of those of all sections: enough to look
right, few enough to be quick."""

GAP = "  "
"""What stands between two columns."""
LEAST = 24
"""Cells that the column that takes what is left keeps, before the last ones must do with less."""
SHORTEST = 7
"""Cells below which a column is left out: it would say nothing."""


class Row(Struct, frozen=True):
    """One row, as words."""

    id: str
    """What the row is about: the id of its record. The highlight keeps to it."""
    cells: tuple[str, ...]
    """Its words, a cell for each column."""
    asks: str = ""
    """A question put in passing; it stands in the last column, in place of what stands there otherwise."""
    does: tuple[str, ...] = ()
    """What opening it does: the name of a dialog, and what the dialog is about; empty where it opens its record."""
    tone: str = ""
    """The tone of its first words, where that is another one than the column's."""


class Rows(Sequence[Row]):
    """Rows that are made when they are seen, so that a list of 20,000 costs what is on the screen."""

    def __init__(self, records: Sequence[R], make: Callable[[R], Row]) -> None:
        """Take the records, and what makes a row of one; its id is the record's."""
        self._records = records
        self._make: Callable[[Any], Row] = make
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        if index not in self._made:
            self._made[index] = self._make(self._records[index])
        return self._made[index]

    def ids(self) -> Iterator[str]:
        """Go through the ids of the rows without making them."""
        return (record.id for record in self._records)


class Column(Struct, frozen=True):
    """How one column of a list looks."""

    most: int = 0
    """Cells that it takes at most; 0 for the one that takes what is left."""
    tone: str = SOFT
    """Its tone."""


class Section(Struct, frozen=True):
    """Rows that belong together, under a title."""

    title: str
    """What is asked or told here; an empty one takes no line."""
    rows: Sequence[Row] = ()
    """The rows."""
    count: str = ""
    """What stands beside the title, faint."""
    keys: tuple[tuple[str, str], ...] = ()
    """The keys that work on its rows, as Textual names them, each with its word; they stand below them."""
    empty: str = ""
    """What is said where there are no rows."""
    columns: tuple[Column, ...] = ()
    """How the columns of its rows look, where they are not those of the list."""


NONE_LEFT = "Nothing has all of that. Escape shows everything."
"""What is said where a filter leaves nothing."""


def filled(*sections: Section, empty: str) -> tuple[Section, ...]:
    """Return the sections that have rows; one that says what is not there where none has."""
    return tuple(section for section in sections if section.rows) or (Section("", empty=empty),)


class Part(Enum):
    """What a line of the list is."""

    TITLE = auto()
    ROW = auto()
    KEYS = auto()
    EMPTY = auto()
    BLANK = auto()


class Place(Struct, frozen=True):
    """What stands on one line."""

    part: Part
    """What the line is."""
    section: Section | None = None
    """In which section."""
    index: int = -1
    """Which row of all, where it is a row."""


@dataclass(frozen=True)
class Page:
    """Sections laid out on lines."""

    sections: tuple[Section, ...] = ()
    """The sections, in their order."""
    row_starts: tuple[int, ...] = field(init=False)
    """How many rows stand before each section, and the number of all."""
    line_starts: tuple[int, ...] = field(init=False)
    """The line on which each section begins, and the number of all lines."""

    def __post_init__(self) -> None:
        """Reckon where each section begins."""
        rows = accumulate((len(section.rows) for section in self.sections), initial=0)
        heights = accumulate((_height(section) + 1 for section in self.sections), initial=0)
        object.__setattr__(self, "row_starts", tuple(rows))
        object.__setattr__(self, "line_starts", tuple(heights))

    @property
    def rows(self) -> int:
        """The number of rows."""
        return self.row_starts[-1]

    @property
    def lines(self) -> int:
        """The number of lines; no blank one after the last section."""
        return max(0, self.line_starts[-1] - 1)

    def row(self, index: int) -> Row | None:
        """Return one row of all; none where there is no such row."""
        if not 0 <= index < self.rows:
            return None
        number = self._section_with(index)
        return self.sections[number].rows[index - self.row_starts[number]]

    def section(self, index: int) -> Section | None:
        """Return the section in which a row stands."""
        return self.sections[self._section_with(index)] if 0 <= index < self.rows else None

    def line(self, index: int) -> int:
        """Return the line on which a row stands."""
        number = self._section_with(index)
        return self.line_starts[number] + bool(self.sections[number].title) + index - self.row_starts[number]

    def index(self, row_id: str) -> int | None:
        """Return where the row of this id stands; none where it is gone."""
        ids = chain.from_iterable(_ids(section.rows) for section in self.sections)
        return next((index for index, one in enumerate(ids) if one == row_id), None)

    def at(self, line: int) -> Place:
        """Return what stands on a line."""
        if not 0 <= line < self.lines:
            return Place(Part.BLANK)
        number = bisect_right(self.line_starts, line) - 1
        section = self.sections[number]
        below = line - self.line_starts[number] - bool(section.title)
        if below < 0:
            return Place(Part.TITLE, section)
        if below < len(section.rows):
            return Place(Part.ROW, section, self.row_starts[number] + below)
        rest = _below_rows(section)
        below -= len(section.rows)
        return Place(rest[below] if below < len(rest) else Part.BLANK, section)

    def widths(self, columns: Sequence[Column], room: int, *, usual: Sequence[Column] | None = None) -> tuple[int, ...]:
        """Return the width of each column so that all sections align; a column that finds no room gets 0.

        Args:
            columns: The columns; sections that have other ones are not looked at.
            room: The cells there are.
            usual: The columns of the sections that have none of their own, where those are others.
        """
        usual = tuple(columns if usual is None else usual)
        alike = [section for section in self.sections if (section.columns or usual) == tuple(columns)]
        wanted = [
            min(column.most, _widest(alike, number)) if column.most else 0 for number, column in enumerate(columns)
        ]
        free = next((number for number, column in enumerate(columns) if not column.most), 0)
        for number in reversed(range(len(columns))):
            lacking = LEAST - (room - sum(width + len(GAP) for width in wanted if width))
            if lacking > 0 and wanted[number]:
                left = wanted[number] - lacking
                wanted[number] = left if left >= SHORTEST else 0
        wanted[free] = max(0, room - sum(width + len(GAP) for width in wanted if width))
        return tuple(wanted)

    def _section_with(self, index: int) -> int:
        return bisect_right(self.row_starts, index) - 1


def fitted(words: str, width: int) -> str:
    """Return words in one line of exactly this many cells, control characters made visible, cut where too long."""
    line = visible(" ".join(words[: width * 8 + 80].split()))
    if cell_len(line) <= width:
        return set_cell_size(line, width)
    return set_cell_size(set_cell_size(line, width - 1).rstrip() + "…", width) if width else ""


def _widest(sections: Sequence[Section], column: int) -> int:
    """Return the cells that the longest words of a column take, questions put in passing among them."""
    rows: Iterator[Row] = (row for section in sections for row in islice(section.rows, MEASURED))
    return max((cell_len(_words(row, column)[:100]) for row in islice(rows, 2 * MEASURED)), default=0)


def _ids(rows: Sequence[Row]) -> Iterator[str]:
    return rows.ids() if isinstance(rows, Rows) else (row.id for row in rows)


def _words(row: Row, column: int) -> str:
    if row.asks and column == len(row.cells) - 1:
        return row.asks
    return row.cells[column] if column < len(row.cells) else ""


def _height(section: Section) -> int:
    return bool(section.title) + len(section.rows) + len(_below_rows(section))


def _below_rows(section: Section) -> tuple[Part, ...]:
    """Return what stands below the rows of a section."""
    empty = (Part.EMPTY,) if section.empty and not section.rows else ()
    return (*empty, Part.KEYS) if section.keys else empty
