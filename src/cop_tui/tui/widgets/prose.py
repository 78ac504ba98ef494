"""A member's own Markdown, shown as a page: nothing in it acts by itself, and nothing is fetched."""

from textual.widget import Widget
from textual.widgets import Markdown

from cop_tui.practice.words import visible


class Prose(Markdown):
    """A text in Markdown, to read."""

    def __init__(self, text: str) -> None:
        """Take the text."""
        super().__init__(visible_lines(text), classes="prose", open_links=False)


def visible_lines(text: str) -> str:
    """Return a text with its lines, every other control character made visible."""
    return "\n".join(visible(line.replace("\t", "    ")) for line in text.splitlines())


def renew(prose: Widget, text: str) -> None:
    """Show another text."""
    if isinstance(prose, Prose):
        prose.update(visible_lines(text))
