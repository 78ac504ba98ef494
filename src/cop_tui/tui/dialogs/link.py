"""An address: shown in full before it is opened or copied; only pages of the web are opened."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from cop_tui.domain.change import Change
from cop_tui.tui import actions
from cop_tui.tui.clipboard import copy
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.overlay import Overlay
from cop_tui.tui.links import is_page
from cop_tui.tui.markup import line, lines, literal
from cop_tui.tui.toasts import tell
from cop_tui.tui.tones import FAINT, INK, SOFT, TITLE
from cop_tui.tui.widgets.frame import KeysLine

OTHER = "This is no page of the web, so it is not opened from here. You can copy it."
"""What is said of an address that is not opened."""


class LinkDialog(Overlay[Change | None]):
    """One address, whole."""

    BINDINGS: ClassVar = actions.bindings("link")

    def __init__(self, desk: Desk, about: tuple[str, ...]) -> None:
        """Take the desk, and the address that it is about."""
        super().__init__()
        self.desk = desk
        """What to work with; nothing is written here."""
        self.address = about[0]
        """The address."""

    def compose(self) -> ComposeResult:
        """Show it in a box."""
        why = "opens in your browser" if is_page(self.address) else "not opened from here"
        words = lines(line(("An address", TITLE), ("  ", ""), (why, FAINT)), line(), literal(self.address, INK))
        with VerticalScroll(id="box", can_focus=False):
            yield Static(words if is_page(self.address) else lines(words, line(), literal(OTHER, SOFT)), markup=False)
            yield KeysLine()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - as Textual has it
        """Offer to open only what is a page of the web."""
        return action != "open_page" or is_page(self.address)

    def action_open_page(self) -> None:
        """Open it in the browser.

        Note: Starts another program.
        """
        self.app.open_url(self.address)
        self.dismiss(None)
        tell(self.app, "Opened it in your browser")

    def action_copy(self) -> None:
        """Copy it."""
        copy(self.app, self.address, "the address")
        self.dismiss(None)

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)
