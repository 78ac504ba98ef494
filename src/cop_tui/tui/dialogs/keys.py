"""The keys of here, out of the one table."""

from collections.abc import Collection, Iterator
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
NAME = 19
"""Cells for what they are called."""


class KeysDialog(ModalScreen[None]):
    """What can be done here, and by which key."""

    BINDINGS: ClassVar = actions.bindings("reading")

    def __init__(self, active: Collection[str]) -> None:
        """Take the ids of the actions that can be done here and now."""
        super().__init__()
        self.css_path = [sheet("dialogs")]
        self._active = active

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
                if page := list(_page(area, self._active)):
                    yield Static(line((title, TITLE)), markup=False)
                    yield Static(lines(*page), markup=False, classes="keys")

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)


def _page(area: str, active: Collection[str]) -> Iterator[Content]:
    for action in actions.of(area):
        if action.keys and action.id in active:
            keys = actions.signs(action)
            gap = " " * max(2, KEYS - cell_len(keys))
            yield line((keys, KEY), (gap, ""), (action.name.ljust(NAME), INK), (action.help, FAINT))
