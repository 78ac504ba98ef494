"""A place: what every screen behind a number key has in common.

It has the frame around it, is filled from the book, and is filled anew when the book or the minute is another one.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.errors import CopError
from cop_tui.tui.desk import Desk
from cop_tui.tui.sheets import sheet
from cop_tui.tui.toasts import tell, tell_error
from cop_tui.tui.widgets.frame import Head, KeysLine, Tabs


class PlaceScreen(Screen[None]):
    """A screen with the frame around it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-normal"), (150, "-wide")]  # noqa: RUF012 - so Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012

    PLACE: ClassVar[str] = ""
    """The id of the place; its stylesheet and the area of its keys are called the same."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        super().__init__()
        self.css_path = [sheet(self.PLACE)]
        self.desk = desk
        """What to work with."""
        self._end_watch: Callable[[], None] = lambda: None
        self._is_stale = False

    def compose(self) -> ComposeResult:
        """Put the frame around what the place shows."""
        yield Head(self.desk)
        yield Tabs(self.desk, self.PLACE)
        yield from self.compose_place()
        yield KeysLine()

    @abstractmethod
    def compose_place(self) -> Iterable[Widget]:
        """Return the widgets of the place itself."""

    @abstractmethod
    def show_book(self) -> None:
        """Fill the widgets from the book as it is now."""

    def on_mount(self) -> None:
        """Fill the place, and watch the book from now on."""
        self._end_watch = self.desk.watch(self._changed)
        self.show_book()

    def on_unmount(self) -> None:
        """Watch no more."""
        self._end_watch()

    def on_screen_resume(self) -> None:
        """Fill the place anew if the book changed while another one was shown."""
        if self._is_stale:
            self._fill()

    def attempt(self, make: Callable[[], Change]) -> None:
        """Make a change and write it down, saying so; where that can't be, say why.

        Note: Writes to the notebook.
        """
        try:
            change = make()
            self.desk.do(change)
        except CopError as error:
            tell_error(self.app, error)
        else:
            tell(self.app, change.sentence, undo=bool(change))

    def _changed(self) -> None:
        self._is_stale = True
        if self.is_mounted and self in self.app.screen_stack:
            self._fill()

    def _fill(self) -> None:
        self._is_stale = False
        self.show_book()
        for widget in self.query(Head):
            widget.refresh()
        for tabs in self.query(Tabs):
            tabs.refresh()
