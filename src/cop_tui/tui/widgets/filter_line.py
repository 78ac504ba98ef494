"""The filter of a place: one line that narrows its list while it is typed, and says back what it understood."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from cop_tui.practice.narrowing import Narrowing
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.fields import MarkedCompletion
from cop_tui.tui.markup import line, literal
from cop_tui.tui.tones import ALIVE, FAINT, SOFT


class FilterBox(Input):
    """The box to type in; Enter and ↓ go back to the list, Escape takes the filter off."""

    BINDINGS: ClassVar = actions.bindings("filter")

    @dataclass
    class Left(Message):
        """The member is done with the box."""

        is_off: bool
        """Whether the filter is to be taken off."""

    def action_keep(self) -> None:
        """Go back to the list, with the filter on."""
        self.post_message(self.Left(is_off=False))

    def action_leave(self) -> None:
        """Take the filter off."""
        self.post_message(self.Left(is_off=True))


class FilterLine(Horizontal):
    """The line; it is there as long as there is something in it, or somebody types."""

    class Narrowed(Message):
        """Another filter is on."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk; the line is empty."""
        super().__init__()
        self._desk = desk
        self._last = ""
        self._box = FilterBox(
            placeholder="words  @person  +community  #tag  about:focus  since:oct", compact=True, select_on_focus=False
        )
        self._box.tooltip = literal("Words must all be in it; @ is a person, + a community, # a tag; Escape shows all")
        self._echo = Static(markup=False, classes="echo")
        self.display = False

    def compose(self) -> ComposeResult:
        """Put a sign before the box, and what was understood behind it."""
        yield Static("only", markup=False, classes="label")
        yield self._box
        yield self._echo

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._box.value

    def begin(self) -> None:
        """Show the line and let the member type."""
        self.display = True
        self._box.suggester = MarkedCompletion(self._desk.book)
        self._box.focus()

    def show(self, narrowed: Narrowing, found: int) -> None:
        """Say back what was understood, and how many there are."""
        parts = [(f"{found} shown" if narrowed else "", SOFT), (f"  {narrowed.told}" if narrowed.told else "", ALIVE)]
        if narrowed.unknown:
            parts.append((f"  {' '.join(narrowed.unknown)} means nothing here", FAINT))
        self._echo.update(line(*parts))

    def clear(self) -> None:
        """Take the filter off and the line away."""
        self._box.value = ""
        self.display = False

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Narrow with what is typed."""
        event.stop()
        if event.value != self._last:
            self._last = event.value
            self.post_message(self.Narrowed())

    @on(FilterBox.Left)
    def end(self, event: FilterBox.Left) -> None:
        """Take the line away where nothing is in it, or nothing is to be."""
        if event.is_off:
            self.clear()
        elif not self.text.strip():
            self.display = False
