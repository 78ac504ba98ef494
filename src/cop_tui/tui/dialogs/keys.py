"""The keys of here, out of the one table."""

from collections.abc import Collection, Iterator, Sequence
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from cop_tui.tui import actions
from cop_tui.tui.action import Action
from cop_tui.tui.dialogs.overlay import Overlay
from cop_tui.tui.markup import line, lines
from cop_tui.tui.tones import FAINT, INK, KEY, TITLE

KEYS = 9
"""Cells for the keys."""
NAME = 19
"""Cells for what they are called."""
LEAST = 20
"""Cells for what they do, however narrow it is."""


class KeysDialog(Overlay[None]):
    """What can be done here, and by which key."""

    BINDINGS: ClassVar = actions.bindings("reading")

    def __init__(self, active: Collection[str]) -> None:
        """Take the ids of the actions that can be done here and now."""
        super().__init__()
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
                if shown := [one for one in actions.of(area) if one.keys and one.id in self._active]:
                    yield Static(line((title, TITLE)), markup=False)
                    yield KeyLines(shown)

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)


class KeyLines(Widget):
    """The keys of one area, each with all that it does, on as many lines as that takes."""

    def __init__(self, shown: Sequence[Action]) -> None:
        """Take the actions."""
        super().__init__(classes="keys")
        self._shown = shown

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as Textual has it
        """Return the lines that they take in this width."""
        return len(list(_lines(self._shown, width)))

    def render(self) -> Content:
        """Draw them."""
        return lines(*_lines(self._shown, self.content_size.width))


def _lines(shown: Sequence[Action], width: int) -> Iterator[Content]:
    for action in shown:
        keys = actions.signs(action)
        gap = " " * max(2, KEYS - cell_len(keys))
        first, *rest = wrap(action.help, max(LEAST, width - KEYS - NAME)) or [""]
        yield line((keys, KEY), (gap, ""), (action.name.ljust(NAME), INK), (first, FAINT))
        yield from (line((" " * (KEYS + NAME), ""), (words, FAINT)) for words in rest)
