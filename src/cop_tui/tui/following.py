"""Following the file: the notebook is opened before the member does anything, and looked at again every second."""

from textual.app import App
from textual.events import Event, InputEvent

from cop_tui.domain.errors import CopError
from cop_tui.tui.desk import Desk
from cop_tui.tui.toasts import tell_error

LOOK_AGAIN = 1.0
"""Seconds after which the app looks whether another program wrote to the notebook."""


class Following(App[int]):
    """An app that shows what lies on a desk: at first what was seen of a notebook, then the notebook as it changes."""

    desk: Desk
    """What screens and dialogs are given to work with."""
    failure: BaseException | None = None
    """Why the app ends, where a notebook that had been seen can't be opened any more."""
    _unreadable = ""
    """What was said last of a file that can't be read."""

    async def on_event(self, event: Event) -> None:
        """Let what the member does meet the whole book; nothing is done any more where there is none."""
        if not isinstance(event, InputEvent) or self.settle():
            await super().on_event(event)

    def settle(self) -> bool:
        """Open the notebook if that was not done yet; tell whether it is open. Where it can't be, the app ends."""
        try:
            self.desk.settle()
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - told in the shell, as if there were no app yet
            self.failure = error
            self.exit(return_code=1)
        return self.failure is None

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
