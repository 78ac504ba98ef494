"""One date: an answer to a single date of a series, or to all of them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.errors import gone
from cop_tui.domain.invitation import Invitation
from cop_tui.practice.say_yes import say_maybe, say_no, say_yes
from cop_tui.practice.words import moment_words
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import ChoiceField
from cop_tui.tui.widgets.choice import Option

VERBS: dict[str, Callable[..., Change]] = {"yes": say_yes, "perhaps": say_maybe, "no": say_no}
"""The verb of each answer."""

ALL = "all"
"""What the choice says where the answer is to the whole series."""


class OneDateDialog(Dialog):
    """One date of a series. It is about the series, and the start that the date has in it."""

    TITLE_WORDS: ClassVar[str] = "This one date"

    def heading(self) -> tuple[str, str]:
        """Say which date of what."""
        series, now = self._series(), self.desk.now()
        when = moment_words(self._occurrence, now, timezone=series.timezone, all_day=series.all_day) if series else ""
        return when or self.TITLE_WORDS, series.title if series else ""

    def fields(self) -> Iterable[Widget]:
        """Return the answer, and what it is to."""
        yield ChoiceField(
            "you say",
            "answer",
            (
                Option("yes", "yes", "you will be there"),
                Option("perhaps", "perhaps", "you would like to and can't promise it"),
                Option("no", "no", "not this time"),
            ),
        )
        yield ChoiceField(
            "to",
            "reach",
            (Option("", "this date", "the others stay as they are"), Option(ALL, "the whole series", "every date")),
        )

    def make(self) -> Change:
        """Return the change that answers it."""
        series = self._series()
        if series is None:
            raise gone()
        verb = VERBS[self.words("answer")]
        occurrence = None if self.words("reach") == ALL else self._occurrence
        return verb(self.desk.book, series, now=self.desk.now(), occurrence=occurrence)

    @property
    def _occurrence(self) -> datetime:
        return datetime.fromisoformat(self.about[1])

    def _series(self) -> Invitation | None:
        return self.desk.book.invitations.get(self.about[0])
