"""The least that Textual can show with a frame around it: what an app's first second is measured against."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Footer, Header, Static


class Bare(App[None]):
    """One text, a header, a footer."""

    TITLE = "Bare"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Leave it")]

    def compose(self) -> ComposeResult:
        """Put the text between header and footer."""
        yield Header()
        yield Static("Nothing to see")
        yield Footer()


if __name__ == "__main__":
    Bare().run()
