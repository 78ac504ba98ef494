"""A place with a list and the record in hand beside it, where there is room for both."""

from textual import on
from textual.widget import Widget

from cop_tui.domain.record import Record
from cop_tui.tui.deeds.deed import AREA as IN_HAND
from cop_tui.tui.desk import Desk
from cop_tui.tui.screens.place import PlaceScreen
from cop_tui.tui.widgets.record_view import RecordView
from cop_tui.tui.widgets.row_list import RowList


class BesidePlace(PlaceScreen):
    """What a list and the page beside it have to do with each other."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        super().__init__(desk)
        self.rows = RowList(id="rows")
        """The list."""
        self.pane = RecordView(desk, id="pane")
        """What stands beside it."""
        self.pane.rows.is_quiet = True

    @property
    def nothing_in_hand(self) -> str:
        """What stands beside an empty list."""
        return ""

    def list_in_view(self) -> RowList:
        """Return the list of the present view; a view with a body of its own may have one too."""
        return self.rows

    def begins_with(self) -> Widget:
        """Return what the keys go to when the present view is shown."""
        return self.list_in_view()

    def record_in_hand(self) -> Record | None:
        """Return the record of the row that is highlighted: beside the list, where the member is there."""
        pane = self.pane.rows
        row = pane.row if pane.has_focus else self.list_in_view().row
        return self.desk.book.find(row.id) if row else None

    def in_list(self) -> Record | None:
        """Return the record that stands beside the list."""
        row = self.list_in_view().row
        return self.desk.book.find(row.id) if row else None

    def told_elsewhere(self) -> str:
        """Return the area of keys that stand below the rows around the highlighted one, if they do."""
        section = self.list_in_view().section
        return IN_HAND if section and section.keys and not self.pane.rows.has_focus else ""

    def show_record(self) -> None:
        """Show the record in hand beside the list, where there is room."""
        if not self.has_class("-narrow"):
            self.pane.show(self.in_list(), empty=self.nothing_in_hand)
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
