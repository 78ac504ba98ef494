"""The check-in: about a minute a day, in five steps, each a few keys. A face of the talk, which knows the rest."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static

from cop_tui.domain.errors import CopError
from cop_tui.tui import actions
from cop_tui.tui.check_in import page
from cop_tui.tui.check_in.question import Line, Reading
from cop_tui.tui.check_in.talk import Talk, begin
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.fields import Completion, MarkedCompletion, subjects, understood
from cop_tui.tui.editor import edited
from cop_tui.tui.sheets import sheet
from cop_tui.tui.toasts import tell, tell_error
from cop_tui.tui.widgets.frame import Head, KeysLine


class CheckInScreen(Screen[None]):
    """The day's check-in."""

    BINDINGS: ClassVar = actions.bindings("check-in")
    AUTO_FOCUS = ""
    DEFAULT_CLASSES = "check-in"

    def __init__(self, desk: Desk) -> None:
        """Take the desk; the questions are those of this moment."""
        super().__init__()
        self.css_path = [sheet("check-in")]
        self.desk = desk
        """What to work with."""
        self.talk = begin(desk.book, desk.now())
        """Where it stands."""
        self._end_watch: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        """Put the talk on one page, with a line to type in the middle of it."""
        yield Head(self.desk)
        with VerticalScroll(id="paper", can_focus=False):
            yield Static(markup=False, id="above")
            with Horizontal(id="said"):
                yield Static("›", markup=False, id="sign")
                yield Input(compact=True, select_on_focus=False, id="line")
            yield Static(markup=False, id="echo")
            yield Static(markup=False, id="below")
        yield KeysLine()

    def on_mount(self) -> None:
        """Ask the first question; keep the head of the page up to date."""
        self._end_watch = self.desk.watch(self._refresh_head)
        self._ask()

    def on_unmount(self) -> None:
        """Watch no more."""
        self._end_watch()

    def on_resize(self) -> None:
        """Draw for the room that there is now."""
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that answer the present question."""
        now = self.talk.question
        match action:
            case "press":
                return now is not None and parameters[0] in now.keys
            case "back":
                return self.talk.before is not None and now is not None
            case "write":
                return now is not None and now.line is not None and now.line.long
        return True

    def action_press(self, key: str) -> None:
        """Answer with a key."""
        self._answer(lambda: self.talk.press(key, now=self.desk.now()))

    def action_on(self) -> None:
        """Pass the question over; at the end, close."""
        if self.talk.is_over:
            self.dismiss()
        else:
            self._answer(self.talk.go_on)

    @on(Input.Submitted)
    def say(self, event: Input.Submitted) -> None:
        """Answer with the line."""
        event.stop()
        self._answer(lambda: self.talk.say(event.value, now=self.desk.now()))

    @on(Input.Changed)
    def echo(self, event: Input.Changed) -> None:
        """Say which date the words mean, where a date is asked for."""
        now = self.talk.question
        is_date = now is not None and now.line is not None and now.line.reading is Reading.WHEN
        echo = self.query_one("#echo", Static)
        echo.display = is_date
        echo.update(understood(event.value, self.desk.now()) if is_date and event.value.strip() else "")

    def action_back(self) -> None:
        """Take the last answer of this step back."""
        self.talk = self.talk.go_back()
        self._ask()

    def action_write(self) -> None:
        """Write the answer in the member's editor.

        Note: Gives the terminal to the editor until it ends.
        """
        box = self.query_one("#line", Input)
        try:
            text = edited(self.app, box.value)
        except CopError as error:
            tell_error(self.app, error)
        else:
            self._answer(lambda: self.talk.say(text, now=self.desk.now()))

    def action_leave(self) -> None:
        """Leave; what was answered is kept.

        Note: Writes to the notebook.
        """
        if self._write(leaving=True):
            self.dismiss()

    def _refresh_head(self) -> None:
        self.query_one(Head).refresh()

    def _answer(self, answer: Callable[[], Talk]) -> None:
        """Take an answer; write what a step has gathered when it is over; ask on.

        Where that can't be written, the question stays with what was typed.
        """
        before = self.talk
        try:
            self.talk = answer()
        except CopError as error:
            tell_error(self.app, error)
            return
        if self._write():
            self._ask()
        else:
            self.talk = before

    def _write(self, *, leaving: bool = False) -> bool:
        change = self.talk.to_write(now=self.desk.now(), leaving=leaving)
        if change is None:
            return True
        try:
            self.desk.do(change, base=self.talk.base)
        except CopError as error:
            tell_error(self.app, error)
            return False
        if leaving:
            tell(self.app, change.sentence, undo=True)
        self.talk = self.talk.written(self.desk.book)
        return True

    def _ask(self) -> None:
        """Put the present question, with its line to type in if it has one."""
        now = self.talk.question
        said = self.query_one("#said")
        said.display = now is not None and now.line is not None
        self.query_one("#echo", Static).display = False
        box = self.query_one("#line", Input)
        if now and now.line:
            self._ready(box, now.line)
        else:
            self.set_focus(None)
        self._draw()
        self.refresh_bindings()

    def _ready(self, box: Input, line: Line) -> None:
        book = self.desk.book
        box.value = line.value
        box.placeholder = line.hint
        box.cursor_position = len(line.value)
        if line.reading is Reading.MARKED:
            box.suggester = MarkedCompletion(book)
        else:
            box.suggester = Completion(subjects(book) if line.reading is Reading.SUBJECTS else ())
        box.focus()

    def _draw(self) -> None:
        above, below = self.query_one("#above", Static), self.query_one("#below", Static)
        width = above.content_size.width or min(88, self.app.size.width - 6)
        if self.talk.is_over:
            above.update(page.ending(self.talk, self.desk.book, self.desk.now(), width))
        else:
            above.update(page.above(self.talk, width))
        below.update(page.below(self.talk))
