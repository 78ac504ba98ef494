"""Following the file: it is opened when Today is on the screen, and looked at again every second."""

from textual.app import App
from textual.events import Event, InputEvent

from cop_tui.domain.errors import CopError
from cop_tui.tui.desk import Desk
from cop_tui.tui.toasts import tell_error

LOOK_AGAIN = 1.0
"""Seconds after which the app looks whether another program wrote to the notebook."""


class Following(App[int]):
    """An app on a desk on which the whole book need not lie yet, and on which another one may lie a moment later."""

    desk: Desk
    """What screens and dialogs are given to work with."""
    failure: CopError | None = None
    """Why the app ended, where the notebook had been seen and could not be opened any more."""
    _unreadable = ""

    async def on_event(self, event: Event) -> None:
        """Let what the member does meet the whole book, and not what was seen of it."""
        if isinstance(event, InputEvent):
            self.settle()
        await super().on_event(event)

    def settle(self) -> None:
        """Open the notebook if that was not done yet; where it can't be done any more, leave, and know why."""
        try:
            self.desk.settle()
        except CopError as error:
            self.failure = error
            self.exit(return_code=1)

    def follow(self) -> None:
        """Begin to look for what others write."""
        self.set_interval(LOOK_AGAIN, self._look)

    def _look(self) -> None:
        """Look for what others wrote, which `u` would take back first; say once if the file can't be read any more."""
        try:
            if self.desk.poll():
                self.clear_notifications()
        except CopError as error:
            if error.sentence != self._unreadable:
                tell_error(self, error)
            self._unreadable = error.sentence
        else:
            self._unreadable = ""
