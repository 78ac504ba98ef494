"""A text of several lines that grows as it is written."""

from typing import ClassVar

from rich.text import Text
from textual.widgets import TextArea

from cop_tui.practice.printable import pictured
from cop_tui.tui import actions


class Lines(TextArea):
    """A few lines to write on; Tab leaves them, Enter begins a new one."""

    BINDINGS: ClassVar = actions.bindings("writing")

    def __init__(self, text: str = "", *, hint: str = "", id: str) -> None:  # noqa: A002 - its name
        """Take what stands on them at first, and what stands there faint as long as they are empty."""
        super().__init__(
            text,
            placeholder=hint,
            id=id,
            compact=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            show_line_numbers=False,
            theme="css",
        )

    @property
    def value(self) -> str:
        """The text."""
        return self.text

    @value.setter
    def value(self, value: str) -> None:
        self.text = value
        self.move_cursor(self.document.end)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is drawn: what would steer the terminal as a picture of itself."""
        return Text(pictured(self.document.get_line(line_index)), end="", no_wrap=True)

    def action_break_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")
