"""A place: what every screen behind a number key has in common.

It has the frame around it, is filled from the book, and is filled anew when the book or the minute is another one.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.errors import CopError, gone
from cop_tui.domain.record import Record
from cop_tui.practice.words import title_of
from cop_tui.tui import actions
from cop_tui.tui.deeds.deed import AREA as IN_HAND
from cop_tui.tui.deeds.table import DEEDS, done, fits
from cop_tui.tui.desk import Desk
from cop_tui.tui.messages import OpenDialog, OpenRecord
from cop_tui.tui.sheets import sheet
from cop_tui.tui.toasts import tell, tell_error
from cop_tui.tui.widgets.frame import Head, KeysLine, Tabs
from cop_tui.tui.widgets.row_list import RowList


class PlaceScreen(Screen[None]):
    """A screen with the frame around it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-normal"), (150, "-wide")]  # noqa: RUF012 - so Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012

    BINDINGS: ClassVar = actions.bindings(IN_HAND)

    PLACE: ClassVar[str] = ""
    """The id of the place; the area of its keys is called the same."""

    SHEETS: ClassVar[tuple[str, ...]] = ()
    """The names of its stylesheets."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        super().__init__()
        self.css_path = [sheet(name) for name in self.SHEETS]
        self.desk = desk
        """What to work with."""
        self.here = self.PLACE
        """The id of the place whose tab is marked."""
        self._end_watch: Callable[[], None] = lambda: None
        self._is_stale = False

    def compose(self) -> ComposeResult:
        """Put the frame around what the place shows, for the room that there is: no other layout is seen first."""
        self.add_class(*self._of_size(self.app.size), update=False)
        yield Head(self.desk)
        yield Tabs(self.desk, self.here)
        yield from self.compose_place()
        yield KeysLine(without=self.told_elsewhere)

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
        self.take_focus()

    def on_unmount(self) -> None:
        """Watch no more."""
        self._end_watch()

    def on_screen_resume(self) -> None:
        """Fill the place anew if the book changed while another one was shown."""
        if self._is_stale:
            self._fill()

    def take_focus(self) -> None:
        """Let the keys go to what the place begins with."""

    def told_elsewhere(self) -> str:
        """Return the area of keys that stand below the rows and not in the footer, if any do now."""
        return ""

    def record_in_hand(self) -> Record | None:
        """Return the record that keys work on: the highlighted one, or the one that is open."""
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what fits the record in hand."""
        if action == "deed":
            return fits(DEEDS[str(parameters[0])], self.desk.book, self.record_in_hand(), self.desk.now())
        return action != "copy" or self.record_in_hand() is not None

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """Open a row: the page of its record, or the dialog that it stands for."""
        event.stop()
        does = event.row.does
        self.post_message(OpenDialog(does[0], does[1:]) if does else OpenRecord(event.row.id))

    def action_deed(self, name: str) -> None:
        """Do something with the record in hand; where more has to be known, a dialog asks for it.

        Note: Writes to the notebook.
        """
        deed, record = DEEDS[name], self.record_in_hand()
        if record is None:
            tell_error(self.app, gone())
        elif deed.copies:
            from cop_tui.tui.clipboard import copy

            copy(self.app, *deed.copies(self.desk.book, record))
        elif deed.dialog:
            self.post_message(OpenDialog(deed.dialog, (record.id,)))
        else:
            self.attempt(lambda: done(deed, self.desk.book, record, self.desk.now()))

    def action_copy(self) -> None:
        """Copy the words of the record in hand."""
        from cop_tui.tui.clipboard import copy
        from cop_tui.tui.pages.telling import plain_words

        record = self.record_in_hand()
        if record is not None:
            copy(self.app, plain_words(self.desk.book, record, self.desk.now()), title_of(record, self.desk.book))

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

    def _of_size(self, size: Size) -> Iterator[str]:
        """Go through the classes that Textual gives the screen, too, but only when it has been laid out once."""
        for length, steps in zip(size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True):
            yield next(name for least, name in reversed(steps) if length >= least)

    def _compositor_refresh(self) -> None:
        """Draw nothing that Textual throws away: while it holds updates back, all is drawn when it lets them go."""
        if not self.app._batch_count:  # noqa: SLF001 - there is no other way to know
            super()._compositor_refresh()

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
