"""A text of several lines that grows as it is written."""

from typing import ClassVar

from textual.widgets import TextArea

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

    def action_break_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")
