"""The map of interests: people by subjects, with a mark that grows with the depth."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.interest import Depth
from cop_tui.domain.member import ME
from cop_tui.exchange.markdown_choice import Choice
from cop_tui.practice.discovery import Shared, interest_map
from cop_tui.practice.printable import cells, one_line
from cop_tui.practice.words import person_words

MOST_SUBJECTS = 16
"""The columns that are drawn at most: the subjects that most share."""

MOST_PEOPLE = 60
"""The rows that are drawn at most."""

WIDTH = 26
"""The cells of a name in the map at most."""

_LETTER = 7.4
_SAID = {Depth.CURIOUS: "curious", Depth.LEARNING: "learning", Depth.PRACTISING: "practising"}


class Mark(Struct, frozen=True):
    """One person's interest in one subject."""

    column: int
    """Which subject, from 0."""
    depth: str
    """How deep they are in it."""


class Row(Struct, frozen=True):
    """One person."""

    name: str
    """As they are called."""
    marks: tuple[Mark, ...]
    """What they care about, by column."""
    is_teller: bool
    """Whether it is whose page this is."""


class Interests(Struct, frozen=True, kw_only=True):
    """The whole map."""

    subjects: tuple[str, ...]
    """The columns, the most shared first."""
    rows: tuple[Row, ...]
    """The rows: the teller first, then those who care about the same beside each other."""
    rise: float
    """How high the names of the subjects rise, which lean."""
    reach: float
    """How far they reach to the right."""
    left_out: str
    """What is not drawn, in words; empty where all is."""
    words: str
    """All that is drawn, in sentences."""


def interests(book: Book, choice: Choice) -> Interests | None:
    """Return the map of what those who come up care about; none where nobody said so."""
    people = {one.id for one in choice.people} | {ME}
    told = [one for one in interest_map(book) if people & one.depths.keys()]
    told.sort(key=lambda one: -len(people & one.depths.keys()))
    shared = [one for one in told if len(people & one.depths.keys()) > 1] or told
    columns = shared[:MOST_SUBJECTS]
    if not columns:
        return None
    cares = {one: _columns(one, columns) for column in columns for one in column.depths if one in people}
    who = sorted(cares, key=lambda one: (one != ME, cares[one], name_in(book, one).casefold(), one))
    rows = tuple(_row(book, one, columns) for one in who[:MOST_PEOPLE])
    longest = max(cells(one_line(one.subject, WIDTH)) for one in columns)
    return Interests(
        subjects=tuple(one_line(one.subject, WIDTH) for one in columns),
        rows=rows,
        rise=round(14 + 0.79 * _LETTER * longest, 2),
        reach=round(14 + 0.62 * _LETTER * longest, 2),
        left_out=" and ".join(_left_out(len(columns), len(told), len(rows), len(who))),
        words=" ".join(_sentences(book, columns, who[:MOST_PEOPLE])),
    )


def _left_out(columns: int, subjects: int, rows: int, people: int) -> Iterator[str]:
    if columns < subjects:
        yield f"the {columns} subjects of {subjects} that most share"
    if rows < people:
        yield f"{rows} people of {people}"


def _columns(who: str, columns: Sequence[Shared]) -> list[int]:
    return [number for number, column in enumerate(columns) if who in column.depths]


def name_in(book: Book, who: str) -> str:
    """Return the name of a person, or of the teller, on a page that others read."""
    return (book.me.name or "The teller") if who == ME else person_words(who, book) or "Someone"


def depth_words(depth: Depth) -> str:
    """Return how a depth is said."""
    return _SAID.get(depth, "can help")


def _row(book: Book, who: str, columns: Sequence[Shared]) -> Row:
    marks = tuple(Mark(number, columns[number].depths[who].value) for number in _columns(who, columns))
    return Row(one_line(name_in(book, who), WIDTH), marks, who == ME)


def _sentences(book: Book, columns: Sequence[Shared], who: Sequence[str]) -> Iterator[str]:
    for column in columns:
        said = (f"{name_in(book, one)} ({depth_words(column.depths[one])})" for one in who if one in column.depths)
        yield f"{column.subject}: {', '.join(said)}."
