"""A member's own Markdown, shown as a page: nothing in it acts by itself, and nothing is fetched."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from cop_tui.tui.markup import lines
from cop_tui.tui.widgets.prose_lines import laid


class Prose(Widget):
    """A text in Markdown, to read; as high as it needs to be."""

    DEFAULT_CSS = "Prose { height: auto; }"

    def __init__(self, text: str) -> None:
        """Take the text."""
        super().__init__(classes="prose")
        self._text = text

    def show(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as Textual has it
        """Return how many lines it takes."""
        return len(laid(self._text, width))

    def render(self) -> Content:
        """Draw it for the room that there is."""
        return lines(*laid(self._text, self.content_size.width))


def renew(prose: Widget, text: str) -> None:
    """Show another text."""
    if isinstance(prose, Prose):
        prose.show(text)
