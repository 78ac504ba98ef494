"""What came of it: something learned or told some time ago comes back and is asked about."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from cop_tui.domain.change import Change
from cop_tui.domain.errors import Refused, gone
from cop_tui.domain.learning import Learning
from cop_tui.domain.purpose import RUNGS
from cop_tui.domain.story import Story
from cop_tui.practice.field import PURPOSES
from cop_tui.practice.learn import came_back, climb
from cop_tui.practice.manners import said
from cop_tui.practice.words import title_of
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import ChoiceField, Field
from cop_tui.tui.markup import line
from cop_tui.tui.tones import SAID
from cop_tui.tui.widgets.choice import Option

STAY = ""
"""What the choice says where the rung stays as it is."""


class CameBackDialog(Dialog):
    """Was it used, and did it come a rung further?"""

    TITLE_WORDS: ClassVar[str] = "What came of it"
    WHY: ClassVar[str] = "was it used?"

    def fields(self) -> Iterable[Widget]:
        """Return what it was, a line for what came of it and, where there is one, the next rung."""
        record = self._record()
        yield Static(line((title_of(record, self.desk.book) if record else "", SAID)), markup=False, id="quoted")
        yield Field("in words", "text", hint="what came of it")
        if isinstance(record, Learning) and (rungs := _rungs(record)):
            yield ChoiceField("its rung", "rung", rungs)

    def make(self) -> Change:
        """Return the change that notes it, with the rung climbed."""
        book, now, record = self.desk.book, self.desk.now(), self._record()
        if record is None:
            raise gone()
        text, rung = self.words("text"), self.words("rung")
        if rung == STAY:
            said(text, "Nothing is said of it yet", "A few words will do")
        change = came_back(book, record, text, now=now)
        if isinstance(record, Learning) and rung != STAY:
            if rung not in (one.value for one in _rungs(record)):
                raise Refused(f"It is on {record.rung} by now", "Leave, and open it once more")
            change = change.then(climb(book.apply(change), record, now=now))
        return change

    def _record(self) -> Learning | Story | None:
        found = (self.desk.book.find(one) for one in self.about)
        return next((one for one in found if isinstance(one, Learning | Story)), None)


def _rungs(record: Learning) -> tuple[Option, ...]:
    """Return the rung it is on and the next one; nothing at the top."""
    ladder = PURPOSES[record.purpose].rungs
    reached = RUNGS[record.purpose].index(record.rung) if record.rung in RUNGS[record.purpose] else -1
    if reached + 1 == len(ladder):
        return ()
    following = ladder[reached + 1]
    return (
        Option(STAY, f"stays on {record.rung}", "it may rest there"),
        Option(following.rung.value, f"climbs to {following.rung}", following.text),
    )
