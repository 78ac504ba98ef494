"""Resting: a day off, a pause until a day or until you come back, and coming back. The rhythm holds."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.practice.check_in import pause, resume, skip_day
from cop_tui.practice.when import moment_of
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field, WhenField


class DayOffDialog(Dialog):
    """A day without a check-in."""

    TITLE_WORDS: ClassVar[str] = "A day off"
    WHY: ClassVar[str] = "your rhythm holds"

    def fields(self) -> Iterable[Widget]:
        """Return the fields for the day and for why."""
        yield WhenField("which day", "day", self.desk.now, hint="today; or tomorrow, fri, 24 dec")
        yield Field("note", "note", hint="why, if you like", commas=False)

    def make(self) -> Change:
        """Return the change that takes it off."""
        now = self.desk.now()
        on = moment_of(self.moment("day"), now)
        return skip_day(self.desk.book, now=now, day=on.date() if on else None, note=self.words("note"))


class PauseDialog(Dialog):
    """A while without check-ins."""

    TITLE_WORDS: ClassVar[str] = "A pause"
    WHY: ClassVar[str] = "from today; your rhythm holds"

    def fields(self) -> Iterable[Widget]:
        """Return the fields for its last day and for why."""
        yield WhenField("until", "until", self.desk.now, hint="until you come back; or 6 jan, in 2 weeks")
        yield Field("note", "note", hint="why, if you like", commas=False)

    def make(self) -> Change:
        """Return the change that begins it."""
        now = self.desk.now()
        until = moment_of(self.moment("until"), now)
        return pause(self.desk.book, now=now, until=until.date() if until else None, note=self.words("note"))


class ResumeDialog(Dialog):
    """The end of a pause: nothing is asked."""

    TITLE_WORDS: ClassVar[str] = "Come back"
    WHY: ClassVar[str] = "the pause ends with yesterday"

    def fields(self) -> Iterable[Widget]:
        """Return none."""
        return ()

    def make(self) -> Change:
        """Return the change that ends it."""
        return resume(self.desk.book, now=self.desk.now())
