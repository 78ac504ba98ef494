"""Discover: who cares about what, as a map to go about in; what you care about; what it could spark."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from cop_tui.domain.book import Book
from cop_tui.domain.interest import Interest
from cop_tui.domain.member import ME
from cop_tui.domain.record import Record
from cop_tui.practice.discovery import Spark, said_by, spark_about
from cop_tui.practice.interest_grid import cell_words, interest_grid
from cop_tui.practice.narrowing import Keeps
from cop_tui.practice.subjects import alike
from cop_tui.practice.words import person_words
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.markup import line, literal
from cop_tui.tui.messages import OpenDialog, OpenRecord
from cop_tui.tui.screens import discover_rows as rows
from cop_tui.tui.screens.list_place import ListPlace, View
from cop_tui.tui.tones import INK, SOFT
from cop_tui.tui.widgets.interest_lines import legend
from cop_tui.tui.widgets.interest_map import InterestMap

EMPTY = "Here you see who cares about what, with whom you share it, and what that could spark."
"""What the place is for."""

NOBODY = "Nobody has said yet what they care about. s shares what you do, a asks others."
"""What an empty map says, with the keys that begin."""


def _alike(book: Book, _now: datetime) -> Sequence[object]:
    """Return the subjects that may be one, as a reading that the desk makes once a book and minute."""
    return alike(book)


class DiscoverScreen(ListPlace):
    """What people care about."""

    PLACE = "discover"
    SHEETS: ClassVar = ("place", "discover")
    BINDINGS: ClassVar = actions.bindings("discover")
    VIEWS: ClassVar = (
        View(id="map", name="map", sections=lambda _book, _now, _keeps: (), body="map", empty=EMPTY),
        View(id="mine", name="mine", sections=rows.mine, columns=rows.MINE, empty=EMPTY),
        View(id="sparks", name="sparks", sections=rows.could_be, columns=rows.SPARKS, empty=EMPTY),
        View(
            id="subjects",
            name="subjects",
            sections=rows.subjects,
            columns=rows.SUBJECTS,
            count=lambda desk: len(desk.read(_alike)),
            empty=EMPTY,
        ),
    )

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        super().__init__(desk)
        self.map = InterestMap(id="interests")
        """The map."""
        self._said = Static(markup=False, id="said")

    def compose_bodies(self) -> Iterable[Widget]:
        """Put the map above the words of its marked cell, and what the marks mean below."""
        self.rows.display = False
        yield Vertical(self.map, self._said, Static(line(*legend()), markup=False, id="legend"), id="map")

    def show_book(self) -> None:
        """Fill the present view; of the map, say how many subjects it shows."""
        super().show_book()
        if self._is_map:
            self._filter.show(self.narrowed, len(self.map.told.subjects))

    def fill_view(self, is_kept: Keeps) -> None:
        """Fill the view that is shown."""
        super().fill_view(is_kept)
        if self._is_map:
            book, now = self.desk.book, self.desk.now()
            grid = interest_grid(book, now, is_kept) if self.narrowed else self.desk.read(interest_grid)
            self.map.show(grid, {who: person_words(who, book) for who in grid.people})

    def begins_with(self) -> Widget:
        """Return what the keys go to when the present view is shown."""
        return self.map if self._is_map else self.rows

    def in_list(self) -> Record | None:
        """Return the record that stands beside the list, or the map."""
        return self._interest() if self._is_map else super().in_list()

    def record_in_hand(self) -> Record | None:
        """Return the interest of the marked cell, or the record of the row that is highlighted."""
        return self._interest() if self._is_map and not self.pane.rows.has_focus else super().record_in_hand()

    def show_record(self) -> None:
        """Show what is in hand beside the list: an interest, a spark, or that there is nothing yet."""
        super().show_record()
        subject, row = self.map.subject, self.rows.row
        if self._is_map:
            self._say()
        if self.has_class("-narrow"):
            return
        if self._is_map and subject and not self._interest():
            self.pane.show_page(
                rows.nothing_page(self.desk.book, subject, self.map.who), f"{subject.key}:{self.map.who}"
            )
        elif self.view.id == "sparks" and row and (spark := self._spark(row.does)):
            self.pane.show_page(rows.spark_page(self.desk.book, spark), row.id)

    @on(InterestMap.Marked)
    def follow_map(self) -> None:
        """Show the cell that is marked now."""
        if self._is_map:
            self.show_record()

    @on(InterestMap.Opened)
    def open_cell(self) -> None:
        """Open the interest of the marked cell; where there is none, ask about it, or share it."""
        subject, interest = self.map.subject, self._interest()
        if interest:
            self.post_message(OpenRecord(interest.id))
        elif subject:
            other = rows.interest_about(self.desk.book, subject.subject)
            about = (other.id,) if other else ()
            asks = OpenDialog("ask", (self.map.who, *about))
            self.post_message(OpenDialog("share", about) if self.map.who == ME else asks)

    @property
    def _is_map(self) -> bool:
        return self.view.body == "map"

    def _interest(self) -> Interest | None:
        """Return the interest of the marked cell; none where it is empty."""
        subject = self.map.subject
        return said_by(self.desk.book, subject.key, self.map.who) if subject else None

    def _spark(self, does: tuple[str, ...]) -> Spark | None:
        interest = self.desk.book.interests.get(does[-1]) if does else None
        return spark_about(self.desk.book, interest.subject) if interest else None

    def _say(self) -> None:
        """Say below the map what its marked cell tells."""
        subject = self.map.subject
        self.query_one("#map").set_class(subject is None, "-empty")
        if subject is None:
            self._said.update(literal("Nothing fits the filter." if self.narrowed else NOBODY, SOFT))
            return
        hint = "" if self._interest() else "Enter shares it" if self.map.who == ME else "Enter asks"
        words = cell_words(self.desk.book, subject, self.map.who)
        self._said.update(line((words, INK), (f". {hint}." if hint else "", SOFT)))
