"""A place with a list: looked at from several sides, narrowed by one line, with the record in hand beside it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from cop_tui.domain.book import Book
from cop_tui.domain.record import Record
from cop_tui.practice.narrowing import Keeps, Narrowing, keeps, narrowing
from cop_tui.tui import actions
from cop_tui.tui.deeds.deed import AREA as IN_HAND
from cop_tui.tui.desk import Desk
from cop_tui.tui.keys import place as keys
from cop_tui.tui.messages import OpenDialog, OpenRecord
from cop_tui.tui.pages.page import COLUMNS
from cop_tui.tui.screens.place import PlaceScreen
from cop_tui.tui.widgets.filter_line import FilterBox, FilterLine
from cop_tui.tui.widgets.record_view import RecordView
from cop_tui.tui.widgets.row_list import RowList
from cop_tui.tui.widgets.rows import Column, Section
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


class ListPlace(PlaceScreen):
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
        self.rows = RowList(id="rows")
        """The list."""
        self.pane = RecordView(desk, id="pane")
        """What stands beside it."""
        self._views = Views()
        self._filter = FilterLine(desk)

    def compose_place(self) -> Iterable[Widget]:
        """Put views, filter and list at the left, the record in hand at the right."""
        bodies = [self.rows, *self.compose_bodies()]
        yield Horizontal(Vertical(self._views, self._filter, *bodies, id="left"), self.pane, id="page")

    def compose_bodies(self) -> Iterable[Widget]:
        """Return the widgets of views that are no list, each with the id that its view names."""
        return ()

    def on_mount(self) -> None:
        """Fill the place; the keys go to its list."""
        super().on_mount()
        self.begins_with().focus()

    def show_book(self) -> None:
        """Fill the present view."""
        self.narrowed = narrowing(self.desk.book, self._filter.text, self.desk.now())
        self._show_views()
        self.fill_view(keeps(self.desk.book, self.narrowed))
        self._filter.show(self.narrowed, self.list_in_view().page.rows)
        self.show_record()

    def fill_view(self, is_kept: Keeps) -> None:
        """Fill the list of the present view; a place with bodies of its own fills them here too."""
        self.rows.show(self.view.sections(self.desk.book, self.desk.now(), is_kept), self.view.columns)

    def record_in_hand(self) -> Record | None:
        """Return the record of the row that is highlighted: beside the list, where the member is there."""
        pane = self.pane.rows
        row = pane.row if pane.has_focus else self.list_in_view().row
        return self.desk.book.find(row.id) if row else None

    def told_elsewhere(self) -> str:
        """Return the area of keys that stand below the rows of this view, if they do."""
        return IN_HAND if any(section.keys for section in self.list_in_view().page.sections) else ""

    def in_list(self) -> Record | None:
        """Return the record that stands beside the list."""
        row = self.list_in_view().row
        return self.desk.book.find(row.id) if row else None

    def list_in_view(self) -> RowList:
        """Return the list of the present view; a view with a body of its own may have one too."""
        return self.rows

    def begins_with(self) -> Widget:
        """Return what the keys go to when the present view is shown."""
        return self.list_in_view()

    def show_record(self) -> None:
        """Show the record in hand beside the list, where there is room."""
        if not self.has_class("-narrow"):
            self.pane.show(self.in_list(), empty=self.view.empty)
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Fill what has come into sight."""
        self.show_record()

    @on(RowList.Highlighted)
    def follow(self, event: RowList.Highlighted) -> None:
        """Show the row that is highlighted now; beside the list, offer the keys of its row."""
        if event.rows is self.list_in_view():
            self.show_record()
        else:
            self.refresh_bindings()

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """Open a row: its page, or the dialog that it stands for."""
        event.stop()
        does = event.row.does
        self.post_message(OpenDialog(does[0], does[1:]) if does else OpenRecord(event.row.id))

    @on(FilterLine.Narrowed)
    def narrow(self) -> None:
        """Show what the filter keeps."""
        self.show_book()

    @on(FilterBox.Left)
    def back_to_the_list(self) -> None:
        """Go on in the list."""
        self.begins_with().focus()

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
        self.begins_with().focus()

    def action_view(self, by: int) -> None:
        """Look at it from the next side, or the one before."""
        self.show_view(self.VIEWS[(self.VIEWS.index(self.view) + by) % len(self.VIEWS)])

    def action_filter(self) -> None:
        """Begin to narrow."""
        self._filter.begin()

    def action_show_all(self) -> None:
        """Take the filter off."""
        self._filter.clear()
        self.begins_with().focus()

    def _show_views(self) -> None:
        names = [Name(view.name, view.count(self.desk) if view.count else 0) for view in self.VIEWS]
        self._views.show(names, self.VIEWS.index(self.view))
        self._views.display = len(names) > 1
