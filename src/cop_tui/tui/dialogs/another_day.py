"""Another day: a promise moves."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.errors import gone
from cop_tui.practice.show_up import another_day
from cop_tui.practice.when import understand
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import WhenField


class AnotherDayDialog(Dialog):
    """The day to which it moves."""

    TITLE_WORDS: ClassVar[str] = "Another day"
    WHY: ClassVar[str] = "when is it now?"

    def fields(self) -> Iterable[Widget]:
        """Return the one field."""
        yield WhenField("when", "when", self.desk.now)

    def make(self) -> Change:
        """Return the change that moves the promise."""
        now = self.desk.now()
        commitment = self.desk.book.find(self.about[0])
        if not isinstance(commitment, Commitment):
            raise gone()
        when = understand(self.words("when"), now)
        return another_day(self.desk.book, commitment, when.start, now=now, all_day=when.all_day)
