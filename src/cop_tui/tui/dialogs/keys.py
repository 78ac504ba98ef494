"""The keys of here, out of the one table."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from cop_tui.tui import actions
from cop_tui.tui.markup import line, lines
from cop_tui.tui.sheets import sheet
from cop_tui.tui.tones import FAINT, INK, KEY, TITLE

KEYS = 9
"""Cells for the keys."""
NAME = 17
"""Cells for what they are called."""


class KeysDialog(ModalScreen[None]):
    """What can be done here, and by which key."""

    BINDINGS: ClassVar = actions.bindings("reading")

    def __init__(self, areas: set[str]) -> None:
        """Take the areas whose keys work here."""
        super().__init__()
        self.css_path = [sheet("dialogs")]
        self._areas = areas

    def compose(self) -> ComposeResult:
        """Put the keys into a box, an area under the other."""
        with VerticalScroll(id="box", classes="-roomy"):
            yield Static(
                line(
                    ("The keys of here", TITLE), ("  ", ""), (f"{actions.BY_ID['reading.leave'].sign} goes back", FAINT)
                ),
                markup=False,
                id="title",
            )
            for area, title in actions.AREAS.items():
                if area in self._areas:
                    yield Static(line((title, TITLE)), markup=False)
                    yield Static(lines(*_page(area)), markup=False, classes="keys")

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)


def _page(area: str) -> Iterator[Content]:
    for action in actions.of(area):
        if action.keys:
            keys = actions.signs(action)
            gap = " " * max(2, KEYS - cell_len(keys))
            yield line((keys, KEY), (gap, ""), (action.name.ljust(NAME), INK), (action.help, FAINT))
