"""What all dialogs share: a box over the screen, Enter keeps, Escape leaves, an error keeps what was typed.

A dialog has fields and makes a Change of them. It writes the change down itself, so that where that fails nothing that
was typed is lost, and hands it back for the toast.
"""

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from cop_tui.domain.change import Change
from cop_tui.domain.errors import CopError
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.markup import line, literal
from cop_tui.tui.sheets import sheet
from cop_tui.tui.toasts import error_words
from cop_tui.tui.tones import FAINT, TITLE, WAITS
from cop_tui.tui.widgets.frame import KeysLine


class Dialog(ModalScreen[Change | None]):
    """A few fields that become one change."""

    BINDINGS: ClassVar = actions.bindings("dialog")

    TITLE_WORDS: ClassVar[str] = ""
    """What the dialog asks, as its title."""
    WHY: ClassVar[str] = ""
    """What it is for, in a few words beside the title."""

    def __init__(self, desk: Desk, about: tuple[str, ...] = ()) -> None:
        """Take the desk, and the ids of the records that the dialog is about, if any."""
        super().__init__()
        self.css_path = [sheet("dialogs")]
        self.desk = desk
        """What to work with."""
        self.about = about
        """The ids of the records that it is about; some fields are filled in from them."""

    @abstractmethod
    def fields(self) -> Iterable[Widget]:
        """Return the fields, in their order."""

    @abstractmethod
    def make(self) -> Change:
        """Return the change that the fields make.

        Raises:
            CopError: They make none; the sentence is shown in the dialog.
        """

    def compose(self) -> ComposeResult:
        """Put the fields into a box, with room for an error and the keys below."""
        with VerticalScroll(id="box", can_focus=False):
            yield Static(line((self.TITLE_WORDS, TITLE), ("  ", ""), (self.WHY, FAINT)), markup=False, id="title")
            yield from self.fields()
            yield Static(markup=False, id="error")
            yield KeysLine()

    def words(self, field: str) -> str:
        """Return what stands in a field."""
        return self.query_one(f"#{field}", Input).value.strip()

    def pieces(self, field: str) -> list[str]:
        """Return what stands in a field for several things, parted by commas."""
        return [words for piece in self.words(field).split(",") if (words := piece.strip())]

    def show_error(self, error: CopError) -> None:
        """Say in the dialog what is wrong; everything typed stays."""
        box = self.query_one("#error", Static)
        box.update(literal(error_words(error), WAITS))
        box.display = True

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Make the change, write it down and close.

        Note: Writes to the notebook.
        """
        try:
            change = self.make()
            self.desk.do(change)
        except CopError as error:
            self.show_error(error)
        else:
            self.dismiss(change)

    def action_leave(self) -> None:
        """Close without changing anything."""
        self.dismiss(None)
