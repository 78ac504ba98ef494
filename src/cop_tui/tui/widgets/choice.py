"""A choice between a few, on one line: the one chosen, and what it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from cop_tui.tui import actions
from cop_tui.tui.markup import line
from cop_tui.tui.tones import FAINT, INK, KEY, SOFT
from cop_tui.tui.widgets.rows import fitted


@dataclass(frozen=True)
class Option:
    """One of the few."""

    value: str
    """What is noted where it is chosen."""
    name: str
    """What it is called."""
    why: str = ""
    """What it means, in a few words."""


class Choice(Widget, can_focus=True):
    """A few options of which one is chosen, with the arrows or a click."""

    BINDINGS: ClassVar = actions.bindings("choosing")

    index: reactive[int] = reactive(0)
    """Which one is chosen."""

    def __init__(self, options: Sequence[Option], *, id: str) -> None:  # noqa: A002 - its name
        """Take the options; the first one is chosen."""
        super().__init__(id=id)
        self.options = tuple(options)
        """The options, in their order."""

    @property
    def value(self) -> str:
        """What the chosen option stands for."""
        return self.options[self.index].value

    @value.setter
    def value(self, value: str) -> None:
        values = [option.value for option in self.options]
        self.index = values.index(value) if value in values else 0

    def render(self) -> Content:
        """Draw the chosen one between arrows, and what it means beside it."""
        chosen = self.options[self.index]
        arrows, means = (KEY, SOFT) if self.has_focus else (SOFT, FAINT)
        why = fitted(chosen.why, max(0, self.content_size.width - len(chosen.name) - 6)).rstrip()
        return line(("‹ ", arrows), (chosen.name, INK), (" ›", arrows), ("  ", ""), (why, means))

    def on_click(self) -> None:
        """Choose the next one."""
        self.action_choose(1)

    def action_choose(self, by: int) -> None:
        """Choose one that stands so many on or back; after the last comes the first."""
        self.index = (self.index + by) % len(self.options)
