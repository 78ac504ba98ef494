"""Tick: a line of a checklist is done, or something is noted beside it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Tick
from cop_tui.domain.errors import gone
from cop_tui.practice.checklists import ticks_of
from cop_tui.practice.community import tick
from cop_tui.practice.field import CHECKLISTS, checklist_line
from cop_tui.practice.words import visible
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import ChoiceField, TextField
from cop_tui.tui.markup import literal
from cop_tui.tui.tones import STRONG
from cop_tui.tui.widgets.choice import Option

DONE = "done"
"""What the choice says where the line is done."""


class TickDialog(Dialog):
    """One line of a checklist, with room for a note. It is about a record, a checklist and a line."""

    OPTIONS: ClassVar = (Option("", "open"), Option(DONE, "done"))

    def heading(self) -> tuple[str, str]:
        """Say which checklist it is."""
        checklist = CHECKLISTS[self.about[1]]
        return checklist.title, checklist.text

    def fields(self) -> Iterable[Widget]:
        """Return the line, what was noted beside it, and whether it is done."""
        _, checklist, item = self.about
        known = self._known()
        line = checklist_line(checklist, item)
        yield Static(literal(line.text if line else item, STRONG), markup=False, id="quoted")
        yield TextField("note", "note", hint="your own words", value=visible(known.note) if known else "")
        yield ChoiceField("it is", "done", self.OPTIONS, value=DONE if known and known.on else "")

    def make(self) -> Change:
        """Return the change that ticks the line, or notes something beside it."""
        record = self.desk.book.find(self.about[0])
        if not isinstance(record, Community | Commitment):
            raise gone()
        _, checklist, item = self.about
        note, done, known = self.touched("note"), self.touched("done"), self._known()
        return tick(
            self.desk.book,
            record,
            checklist,
            item,
            now=self.desk.now(),
            note=note or "",
            clear=note is not None,
            done=bool(known and known.on) if done is None else done == DONE,
        )

    def _known(self) -> Tick | None:
        """Return what is noted of the line by now; none where nothing is."""
        _, checklist, item = self.about
        return next((one for one in self._ticks() if (one.checklist, one.item) == (checklist, item)), None)

    def _ticks(self) -> Iterable[Tick]:
        record = self.desk.book.find(self.about[0])
        return ticks_of(record) if record else ()
