"""What all dialogs share: a box over the screen, Enter keeps, Escape leaves, an error keeps what was typed.

A dialog has fields and makes a Change of them. It writes the change down itself, so that where that fails nothing that
was typed is lost, and hands it back for the toast. What was typed when it is left stands there when it is opened again.
"""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from cop_tui.domain.change import Change
from cop_tui.domain.errors import Ambiguous, CopError, NotebookError
from cop_tui.exchange.editor import put_aside
from cop_tui.practice.when import When, understand
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.overlay import Overlay
from cop_tui.tui.markup import line, lines, literal
from cop_tui.tui.toasts import error_words
from cop_tui.tui.tones import FAINT, INK, TITLE, WAITS
from cop_tui.tui.widgets.choice import Choice
from cop_tui.tui.widgets.frame import KeysLine
from cop_tui.tui.widgets.lines import Lines

Box = Input | Lines | Choice
"""What a field is filled in with."""

CANDIDATES = 4
"""Records that an error lists at most."""


class Paper(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What the fields stand on; it scrolls with them, and leaves the arrows to them."""


class Dialog(Overlay[Change | None]):
    """A few fields that become one change."""

    BINDINGS: ClassVar = actions.bindings("dialog")

    TITLE_WORDS: ClassVar[str] = ""
    """What the dialog asks, as its title."""
    WHY: ClassVar[str] = ""
    """What it is for, in a few words beside the title."""

    def __init__(self, desk: Desk, about: tuple[str, ...] = ()) -> None:
        """Take the desk, and the ids of the records that the dialog is about, if any."""
        super().__init__()
        self.desk = desk
        """What to work with."""
        self.about = about
        """The ids of the records that it is about; some fields are filled in from them."""
        self._start: dict[str, str] = {}
        self._aside: Path | None = None

    @abstractmethod
    def fields(self) -> Iterable[Widget]:
        """Return the fields, in their order."""

    @abstractmethod
    def make(self) -> Change:
        """Return the change that the fields make.

        Raises:
            CopError: They make none; the sentence is shown in the dialog.
        """

    def heading(self) -> tuple[str, str]:
        """Return its title, and what it is for."""
        return self.TITLE_WORDS, self.WHY

    def compose(self) -> ComposeResult:
        """Put the fields into a box, with room for an error and the keys below."""
        title, why = self.heading()
        with Vertical(id="box"):
            with Paper(id="form"):
                yield Static(_title(title, why), markup=False, id="title")
                yield from self.fields()
                yield Static(markup=False, id="error")
            yield KeysLine()

    def on_mount(self) -> None:
        """Fill in what was typed and not kept when it was left before."""
        self._start = self._typed()
        draft = self.desk.drafts.get(self._draft)
        if draft is None:
            return
        for box in self._boxes():
            box.value = draft.get(box.id or "", box.value)
        self.query_one("#title", Static).update(_title(self.heading()[0], "as you left it"))

    def text(self, field: str) -> str:
        """Return what stands in a field, as it stands there."""
        return next((box.value for box in self._boxes() if box.id == field), "")

    def words(self, field: str) -> str:
        """Return what stands in a field, without the blanks around it."""
        return self.text(field).strip()

    def touched(self, field: str) -> str | None:
        """Return the words in a field that was filled in and is another one now; none where it is as it was."""
        return None if self.text(field) == self._start.get(field) else self.words(field)

    def pieces(self, field: str) -> list[str]:
        """Return what stands in a field for several things, parted by commas."""
        return [words for piece in self.words(field).split(",") if (words := piece.strip())]

    def moment(self, field: str) -> When | None:
        """Return the day or moment that the words in a field mean; none where there are no words.

        Raises:
            CopError: They mean none.
        """
        words = self.words(field)
        return understand(words, self.desk.now()) if words else None

    def show_error(self, error: CopError) -> None:
        """Say in the dialog what is wrong; everything typed stays."""
        found = error.candidates[:CANDIDATES] if isinstance(error, Ambiguous) else ()
        box = self.query_one("#error", Static)
        box.update(lines(literal(error_words(error), WAITS), *(literal(f"  {one}", INK) for one in found)))
        box.display = True
        self.call_after_refresh(box.scroll_visible, animate=False)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Make the change, write it down and close.

        Note: Writes to the notebook.
        """
        try:
            change = self.make()
            self._write_down(change)
        except CopError as error:
            self.show_error(error)
        else:
            self.desk.drafts.pop(self._draft, None)
            self.dismiss(change)

    def _write_down(self, change: Change) -> None:
        """Write the change down; where the notebook can't take it, a longer text is put into a file until it can."""
        try:
            self.desk.do(change)
        except NotebookError as error:
            self._forget_aside()
            text = "\n\n".join(box.value for box in self.query(Lines) if box.value.strip())
            self._aside = put_aside(text, error) if text else None
            raise
        self._forget_aside()

    def _forget_aside(self) -> None:
        """Take away the file with the text: it is written down now, or another one takes its place."""
        if self._aside is not None:
            self._aside.unlink(missing_ok=True)
            self._aside = None

    def action_leave(self) -> None:
        """Close without changing anything; what was typed stays for the next time."""
        typed = {field: words for field, words in self._typed().items() if words != self._start.get(field)}
        if typed:
            self.desk.drafts[self._draft] = typed
        else:
            self.desk.drafts.pop(self._draft, None)
        self.dismiss(None)

    @property
    def _draft(self) -> tuple[str, ...]:
        """The name under which what was typed is kept."""
        return (type(self).__name__, *self.about)

    def _boxes(self) -> Iterator[Box]:
        return (box for box in self.query("*") if isinstance(box, Box))

    def _typed(self) -> dict[str, str]:
        return {box.id or "": box.value for box in self._boxes()}


def _title(title: str, why: str) -> Content:
    return line((title, TITLE), ("  ", ""), (why, FAINT))
