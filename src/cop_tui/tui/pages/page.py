"""The shape of a record's page: its title, its facts, what is drawn, what was said, and rows that can be opened."""

from collections.abc import Callable

from msgspec import Struct
from textual.content import Content

from cop_tui.tui.markup import line, lines, literal
from cop_tui.tui.tones import FAINT, INK, SOFT, STRONG
from cop_tui.tui.widgets.rows import Column, Section

LABEL = 11
"""Cells of what stands before a fact."""

WIDEST = 88
"""Cells of a line of text at most."""

Fact = tuple[str, str]
"""One fact: what it is, and the words."""

COLUMNS = (Column(tone=INK), Column(most=18, tone=SOFT), Column(most=20, tone=FAINT))
"""What, when, who: the columns of a page's rows, where it says nothing else."""

Drawing = Callable[[int], Content]
"""What draws something for a width in cells."""


class RecordPage(Struct, frozen=True, kw_only=True):
    """All there is about one record."""

    title: str
    """Its title, uncut."""
    facts: tuple[Fact, ...] = ()
    """Its facts in their order; those without words are left out."""
    drawn: tuple[Drawing, ...] = ()
    """What is drawn below the facts: a strip of stages, bars."""
    texts: tuple[str, ...] = ()
    """What was said about it, as it was written."""
    prose: str = ""
    """A text of its own in Markdown, shown as a page."""
    below: tuple[Drawing, ...] = ()
    """What is drawn below that text."""
    sections: tuple[Section, ...] = ()
    """What belongs to it, as rows that can be opened."""
    columns: tuple[Column, ...] = COLUMNS
    """How the columns of those rows look."""


def head(page: RecordPage, width: int = WIDEST) -> Content:
    """Return what stands above a page's rows, for a width in cells: title, facts, what is drawn, what was said."""
    facts = [(label, words) for label, words in page.facts if words]
    parts = [literal(page.title, STRONG), *([Content("")] if facts else [])]
    parts += [fact(label, words, width) for label, words in facts]
    for drawing in page.drawn:
        parts += [Content(""), drawing(width)]
    for words in page.texts:
        if words:
            parts += [Content(""), literal(words, SOFT)]
    return lines(*parts)


def tail(page: RecordPage, width: int = WIDEST) -> Content:
    """Return what is drawn between a page's own text and its rows, for a width in cells."""
    return Content("\n\n").join(drawing(width) for drawing in page.below)


def fact(label: str, words: str, width: int) -> Content:
    """Return a fact, its words beside the label however many lines they take."""
    first, *rest = literal(words, INK).wrap(max(8, width - LABEL))
    indented = (Content(" " * LABEL) + more for more in rest)
    return lines(line((label.ljust(LABEL), FAINT)) + first, *indented)
