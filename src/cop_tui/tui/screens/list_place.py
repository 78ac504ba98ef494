"""A place with a list: looked at from several sides, narrowed by one line, with the record in hand beside it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from cop_tui.domain.book import Book
from cop_tui.practice.narrowing import Keeps, Narrowing, keeps, narrowing
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.keys import place as keys
from cop_tui.tui.pages.page import COLUMNS
from cop_tui.tui.screens.beside import BesidePlace
from cop_tui.tui.widgets.filter_line import FilterLine
from cop_tui.tui.widgets.rows import NONE_LEFT, Column, Section
from cop_tui.tui.widgets.views import Name, Views

Filled = Callable[[Book, datetime, Keeps], Sequence[Section]]
"""What a view shows of a book at a moment, of the records that the filter keeps."""


@dataclass(frozen=True, kw_only=True)
class View:
    """One side from which a place can be looked at."""

    id: str
    """Its name in code."""
    name: str
    """What it is called."""
    sections: Filled
    """What its list shows; nothing where the view has a body of its own."""
    columns: tuple[Column, ...] = COLUMNS
    """How the columns of its list look."""
    count: Callable[[Desk], int] | None = None
    """How many things wait in it, where it counts any."""
    body: str = "rows"
    """The id of the widget that shows it: the list, or one that the place brings along."""
    empty: str = ""
    """What stands beside an empty list: what the place is for, and the key that begins."""


class ListPlace(BesidePlace):
    """What the places behind the numbers 2 to 8 have in common."""

    BINDINGS: ClassVar = actions.bindings(keys.AREA)
    AUTO_FOCUS = ""
    SHEETS: ClassVar[tuple[str, ...]] = ("place",)

    VIEWS: ClassVar[tuple[View, ...]] = ()
    """The sides from which it can be looked at; the first one is shown at first."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk; the first view is shown, with nothing left out."""
        super().__init__(desk)
        self.view = self.VIEWS[0]
        """The present view."""
        self.narrowed = Narrowing()
        """What the filter says."""
        self._views = Views()
        self._filter = FilterLine(desk)

    @property
    def nothing_in_hand(self) -> str:
        """What stands beside an empty list: what the present view is for, unless a filter emptied it."""
        return "" if self.narrowed else self.view.empty

    def compose_place(self) -> Iterable[Widget]:
        """Put views, filter and list at the left, the record in hand at the right."""
        bodies = [self.rows, *self.compose_bodies()]
        yield Horizontal(Vertical(self._views, self._filter, *bodies, id="left"), self.pane, id="page")

    def compose_bodies(self) -> Iterable[Widget]:
        """Return the widgets of views that are no list, each with the id that its view names."""
        return ()

    def take_focus(self) -> None:
        """Let the keys go to the list of the present view, or what it has in its place."""
        self.set_focus(self.begins_with())

    def show_book(self) -> None:
        """Fill the present view."""
        self.narrowed = narrowing(self.desk.book, self._filter.text, self.desk.now())
        self._show_views()
        self.fill_view(keeps(self.desk.book, self.narrowed))
        self._filter.show(self.narrowed, self.list_in_view().page.rows)

    def fill_view(self, is_kept: Keeps) -> None:
        """Fill the list of the present view; a place with bodies of its own fills them here too."""
        sections = self.view.sections(self.desk.book, self.desk.now(), is_kept)
        is_left = not self.narrowed or any(section.rows for section in sections)
        self.rows.show(sections if is_left else (Section("", empty=NONE_LEFT),), self.view.columns)

    @on(FilterLine.Narrowed)
    def narrow(self) -> None:
        """Show what the filter keeps."""
        self.show_book()

    @on(FilterLine.Left)
    def back_to_the_list(self) -> None:
        """Go on in the list."""
        self.set_focus(self.begins_with())

    @on(Views.Chosen)
    def choose_view(self, event: Views.Chosen) -> None:
        """Look at it from the side that was clicked."""
        self.show_view(self.VIEWS[event.index])

    def show_view(self, view: View) -> None:
        """Look at the place from a side."""
        self.view = view
        for one in self.VIEWS:
            self.query_one(f"#{one.body}").display = one.body == view.body
        self.show_book()
        self.set_focus(self.begins_with())
        self.call_after_refresh(self.list_in_view().bring_into_view)

    def action_view(self, by: int) -> None:
        """Look at it from the next side, or the one before."""
        self.show_view(self.VIEWS[(self.VIEWS.index(self.view) + by) % len(self.VIEWS)])

    async def action_filter(self) -> None:
        """Begin to narrow."""
        await self._filter.begin()

    def action_show_all(self) -> None:
        """Take the filter off."""
        self._filter.clear()
        self.set_focus(self.begins_with())

    def _show_views(self) -> None:
        names = [Name(view.name, view.count(self.desk) if view.count else 0) for view in self.VIEWS]
        self._views.show(names, self.VIEWS.index(self.view))
        self._views.display = len(names) > 1
