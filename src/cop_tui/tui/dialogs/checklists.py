"""Checklists from before: those of a community that are behind it, one below the other."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from cop_tui.domain.change import Change
from cop_tui.practice.field import CHECKLISTS
from cop_tui.practice.words import title_of
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.overlay import Overlay
from cop_tui.tui.markup import line
from cop_tui.tui.messages import OpenDialog
from cop_tui.tui.pages.checklists import COLUMNS, checklist_section
from cop_tui.tui.tones import FAINT, TITLE
from cop_tui.tui.widgets.frame import KeysLine
from cop_tui.tui.widgets.row_list import RowList


class ChecklistsDialog(Overlay[Change | None]):
    """What was done and noted. It is about a community, and the keys of some checklists."""

    BINDINGS: ClassVar = actions.bindings("reading")

    def __init__(self, desk: Desk, about: tuple[str, ...]) -> None:
        """Take the desk, the community's id and the keys of the checklists."""
        super().__init__()
        self._desk = desk
        self._about = about
        self._rows = RowList(COLUMNS, id="found")
        self._end_watch: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        """Put the community's name above the lines."""
        community = self._desk.book.communities.get(self._about[0])
        name = title_of(community, self._desk.book) if community else ""
        with Vertical(id="box", classes="-roomy"):
            yield Static(line(("From before", TITLE), ("  ", ""), (name, FAINT)), markup=False, id="title")
            yield self._rows
            yield KeysLine()

    def on_mount(self) -> None:
        """Show the lines, and again whenever something is ticked."""
        self._end_watch = self._desk.watch(self._fill)
        self._fill()
        self._rows.focus()

    def on_unmount(self) -> None:
        """Watch no more."""
        self._end_watch()

    @on(RowList.Opened)
    def open_line(self, event: RowList.Opened) -> None:
        """Tick a line, or note something beside it."""
        event.stop()
        self.app.post_message(OpenDialog(event.row.does[0], event.row.does[1:]))

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)

    def _fill(self) -> None:
        community = self._desk.book.communities.get(self._about[0])
        if community is None:
            self._rows.show(())
        else:
            found = (CHECKLISTS[key] for key in self._about[1:])
            self._rows.show(tuple(checklist_section(community, one, self._desk.now()) for one in found))
