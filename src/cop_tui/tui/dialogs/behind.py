"""Behind: the records that one element of a community rests on."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from cop_tui.domain.change import Change
from cop_tui.domain.community import Element
from cop_tui.practice.cultivation import Reading, elements
from cop_tui.practice.field import ELEMENT_TEXTS
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.overlay import Overlay
from cop_tui.tui.markup import line, literal
from cop_tui.tui.messages import OpenRecord
from cop_tui.tui.pages import around
from cop_tui.tui.pages.page import COLUMNS
from cop_tui.tui.tones import FAINT, SOFT, TITLE
from cop_tui.tui.widgets.frame import KeysLine
from cop_tui.tui.widgets.row_list import RowList
from cop_tui.tui.widgets.rows import Section


class BehindDialog(Overlay[Change | None]):
    """The records behind an element. It is about a community, and the name of the element."""

    BINDINGS: ClassVar = actions.bindings("reading")

    def __init__(self, desk: Desk, about: tuple[str, ...]) -> None:
        """Take the desk, the community's id and the name of the element."""
        super().__init__()
        self._desk = desk
        self._about = about
        self._rows = RowList(COLUMNS, id="found")

    def compose(self) -> ComposeResult:
        """Put what the element is above its records."""
        text = ELEMENT_TEXTS[Element(self._about[1])]
        with Vertical(id="box", classes="-roomy"):
            yield Static(line((text.title, TITLE), ("  ", ""), (text.text, FAINT)), markup=False, id="title")
            yield Static(literal(self._why(), SOFT), markup=False)
            yield self._rows
            yield KeysLine()

    def on_mount(self) -> None:
        """Show the records."""
        book, now = self._desk.book, self._desk.now()
        found = (book.find(one) for one in self._reading_records())
        records = [one for one in found if one is not None]
        self._rows.show((Section("", around.record_rows(book, records, now), empty="Nothing lately."),))
        self._rows.focus()

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """Open a record."""
        event.stop()
        self.dismiss(None)
        self.app.post_message(OpenRecord(event.row.id))

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)

    def _why(self) -> str:
        return next((one.why for one in self._readings() if one.element.value == self._about[1]), "")

    def _reading_records(self) -> tuple[str, ...]:
        return next((one.records for one in self._readings() if one.element.value == self._about[1]), ())

    def _readings(self) -> tuple[Reading, ...]:
        community = self._desk.book.communities.get(self._about[0])
        return elements(self._desk.book, community, self._desk.now()) if community else ()
