"""The views of a place: the sides from which it can be looked at, the present one marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from cop_tui.tui.markup import line, literal
from cop_tui.tui.tones import FAINT, SOFT, WAITS

GAP = "   "
"""What stands between two views."""


@dataclass(frozen=True)
class Name:
    """One view by its name."""

    words: str
    """What it is called."""
    count: int = 0
    """How many things wait in it, where it counts any."""


class Views(Widget):
    """One line with the names of the views."""

    names: reactive[tuple[Name, ...]] = reactive(())
    """What they are called."""
    index: reactive[int] = reactive(0)
    """Which one is shown."""

    @dataclass
    class Chosen(Message):
        """The member chose a view."""

        index: int
        """Which."""

    def show(self, names: Sequence[Name], index: int) -> None:
        """Show other names, and which of them is the present one."""
        self.names, self.index = tuple(names), index

    def render(self) -> Content:
        """Draw the line."""
        return Content(GAP).join(self._told(number) for number in range(len(self.names)))

    def on_mount(self) -> None:
        """Say by which keys one goes from view to view."""
        self.tooltip = literal("v shows the next one, V the one before; a click shows the one you point at")

    def on_click(self, event: Click) -> None:
        """Choose the view that was clicked."""
        start = 0
        for number in range(len(self.names)):
            end = start + self._told(number).cell_length
            if start <= event.get_content_offset_capture(self).x < end:
                self.post_message(self.Chosen(number))
            start = end + len(GAP)

    def _told(self, number: int) -> Content:
        name = self.names[number]
        tone = "bold underline $foreground" if number == self.index else SOFT if self.has_focus else FAINT
        return line((name.words, tone), *([(f" {name.count}", WAITS)] if name.count else []))
