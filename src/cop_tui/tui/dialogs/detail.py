"""All there is about one record, over the screen: for terminals with no room beside the list."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.details import detail
from cop_tui.tui.sheets import sheet
from cop_tui.tui.widgets.frame import KeysLine

ROOM = 66
"""Cells of a line in the box, where the terminal has them."""
AROUND = 14
"""Cells that the terminal has besides."""


class DetailDialog(ModalScreen[None]):
    """One record, to read."""

    BINDINGS: ClassVar = actions.bindings("reading")

    def __init__(self, desk: Desk, about: tuple[str, ...]) -> None:
        """Take the desk and the id of the record."""
        super().__init__()
        self.css_path = [sheet("dialogs")]
        self._record = desk.book.find(about[0])
        self._desk = desk

    def compose(self) -> ComposeResult:
        """Put the text into a box, with the keys below."""
        width = min(ROOM, self.app.size.width - AROUND)
        known = self._record and detail(self._desk.book, self._record, self._desk.now(), width=width)
        with VerticalScroll(id="box"):
            yield Static(known or "It is no longer there.", markup=False)
            yield KeysLine()

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)
