"""A record that is open: its page over the whole screen, with the keys of its kind."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widget import Widget

from cop_tui.domain.errors import gone
from cop_tui.domain.record import Record
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.keys import record as keys
from cop_tui.tui.places import HOME
from cop_tui.tui.screens.place import PlaceScreen
from cop_tui.tui.toasts import tell_error
from cop_tui.tui.widgets.record_view import RecordView
from cop_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from cop_tui.tui.dialogs.edit import MemberDialog

TICK = "tick"
"""The dialog that notes something beside a line of a checklist; such a row is about a record, a list and a line."""


def own_page(desk: Desk, about: tuple[str, ...] = ()) -> "RecordScreen | MemberDialog":
    """Return the member's own page; as long as nobody has said who they are, the dialog that asks for it."""
    from cop_tui.tui.dialogs.edit import MemberDialog

    return RecordScreen(desk, desk.book.me) if desk.book.member else MemberDialog(desk, about)


class RecordScreen(PlaceScreen):
    """The page of one record."""

    BINDINGS: ClassVar = actions.bindings(keys.AREA)
    AUTO_FOCUS = ""
    SHEETS: ClassVar[tuple[str, ...]] = ("place",)

    def __init__(self, desk: Desk, record: Record) -> None:
        """Take the desk and the record."""
        super().__init__(desk)
        self.here = HOME[record.table]
        self.shows = record.id
        """The id of the record."""
        self._record = record
        self.view = RecordView(desk, id="record")
        """The page."""

    def compose_place(self) -> Iterable[Widget]:
        """Put the page on the screen."""
        yield self.view

    def take_focus(self) -> None:
        """Let the keys go to its rows."""
        self.view.rows.focus(scroll_visible=False)

    def on_screen_resume(self) -> None:
        """Close the page where its record went while a dialog stood before it."""
        if self.record_in_hand() is None:
            self.call_later(self.action_back)

    def show_book(self) -> None:
        """Fill the page; close it where the record is gone."""
        record = self.record_in_hand()
        if record is None:
            self.call_later(self.action_back)
        else:
            self.view.show(record)
            self.refresh_bindings()

    def record_in_hand(self) -> Record | None:
        """Return the record as it is now; none where it is gone."""
        return self.desk.book.find(self._record.id)

    @on(RowList.Highlighted)
    def renew_keys(self) -> None:
        """Offer the keys of the row."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to tick only where there is a line of a checklist."""
        if action == "tick":
            row = self.view.rows.row
            return row is not None and row.does[:1] == (TICK,)
        return super().check_action(action, parameters)

    def action_tick(self) -> None:
        """Tick the line of a checklist, or open it again.

        Note: Writes to the notebook.
        """
        from cop_tui.practice.checklists import toggled

        row, record = self.view.rows.row, self.record_in_hand()
        if row is None or record is None:
            tell_error(self.app, gone())
            return
        _, _, checklist, item = row.does
        self.attempt(lambda: toggled(self.desk.book, record, checklist, item, now=self.desk.now()))

    def action_back(self) -> None:
        """Go back to where the member was; a page behind a dialog waits until that is closed."""
        if self.is_active and len(self.app.screen_stack) > 1:
            self.dismiss()
