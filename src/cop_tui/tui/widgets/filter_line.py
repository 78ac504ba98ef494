"""The filter of a place: one line that narrows its list while it is typed, and says back what it understood."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from cop_tui.practice.narrowing import Narrowing
from cop_tui.tui.desk import Desk
from cop_tui.tui.doors import door
from cop_tui.tui.markup import line
from cop_tui.tui.tones import ALIVE, FAINT, SOFT

if TYPE_CHECKING:
    from textual.widgets import Input


class FilterLine(Horizontal):
    """The line; it is there as long as there is something in it, or somebody types, and made when they begin."""

    class Narrowed(Message):
        """Another filter is on."""

    @dataclass
    class Left(Message):
        """The member is done with the box."""

        is_off: bool
        """Whether the filter is to be taken off."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk; the line is empty."""
        super().__init__()
        self._desk = desk
        self._last = ""
        self._box: Input | None = None
        self._echo = Static(markup=False, classes="echo")
        self.display = False

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._box.value if self._box else ""

    async def begin(self) -> None:
        """Show the line and let the member type: what is typed from now on is typed there."""
        box = self._box or await self._made()
        self.display = True
        box.suggester = door("cop_tui.tui.dialogs.fields:MarkedCompletion")(self._desk.book)
        self.screen.set_focus(box)

    def show(self, narrowed: Narrowing, found: int) -> None:
        """Say back what was understood, and how many there are."""
        parts = [(f"{found} shown" if narrowed else "", SOFT), (f"  {narrowed.told}" if narrowed.told else "", ALIVE)]
        if narrowed.unknown:
            parts.append((f"  {' '.join(narrowed.unknown)} means nothing here", FAINT))
        self._echo.update(line(*parts))

    def clear(self) -> None:
        """Take the filter off and the line away."""
        if self._box:
            self._box.value = ""
        self.display = False

    def on_input_changed(self, event: "Input.Changed") -> None:
        """Narrow with what is typed."""
        event.stop()
        if event.value != self._last:
            self._last = event.value
            self.post_message(self.Narrowed())

    @on(Left)
    def end(self, event: Left) -> None:
        """Take the line away where nothing is in it, or nothing is to be."""
        if event.is_off:
            self.clear()
        elif not self.text.strip():
            self.display = False

    async def _made(self) -> "Input":
        """Put a sign before a box, and what was understood behind it."""
        box: Input = door("cop_tui.tui.widgets.filter_box:FilterBox")()
        await self.mount(Static("only", markup=False, classes="label"), box, self._echo)
        self._box = box
        return box
