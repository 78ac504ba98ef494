"""A story in the member's own editor: the text is kept, whatever happens."""

from textual.screen import ModalScreen

from cop_tui.domain.change import Change
from cop_tui.domain.errors import CopError, gone
from cop_tui.practice.tell import rewrite, written
from cop_tui.tui.desk import Desk
from cop_tui.tui.editor import taken_from_editor
from cop_tui.tui.sheets import sheet
from cop_tui.tui.toasts import tell_error


class InEditorScreen(ModalScreen[Change | None]):
    """What stands on the screen while the editor has it: nothing."""

    def __init__(self, desk: Desk, about: tuple[str, ...]) -> None:
        """Take the desk, and the id of the story."""
        super().__init__()
        self.css_path = [sheet("writing")]
        self.desk = desk
        """What to work with."""
        self._story = desk.book.stories.get(about[0])

    def on_mount(self) -> None:
        """Begin as soon as the screen is there."""
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        """Let the member write, and write it down; where that can't be, the text is in a file that is named.

        Note: Gives the terminal to the editor until it ends; writes to the notebook.
        """
        change: Change | None = None
        try:
            change = self._written()
        except CopError as error:
            tell_error(self.app, error)
        self.dismiss(change)

    def _written(self) -> Change:
        if self._story is None:
            raise gone()
        with taken_from_editor(self.app, written(self._story)) as text:
            self.desk.poll()
            book = self.desk.book
            change = rewrite(book, self._story, text, now=self.desk.now())
            self.desk.do(change, base=book)
        return change
