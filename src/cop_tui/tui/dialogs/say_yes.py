"""Say yes: to what waits, once more to what begins soon, or to something of one's own."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.errors import gone
from cop_tui.domain.invitation import Invitation
from cop_tui.practice.say_yes import promise, say_yes, still_coming
from cop_tui.practice.words import fold
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field, WhenField, community_field
from cop_tui.tui.dialogs.naming import community_in
from cop_tui.tui.markup import literal
from cop_tui.tui.screens.today_rows import COLUMNS, commitment_row, invitation_row, load_words
from cop_tui.tui.tones import SOFT
from cop_tui.tui.widgets.row_list import RowList
from cop_tui.tui.widgets.rows import Row, Section, filled

OWN = "own"
"""The id of the row that stands for a promise of one's own."""


class Picker(Input):
    """A line to type in, from which the arrows go through the rows."""

    BINDINGS: ClassVar = actions.bindings("picking")


class YesDialog(Dialog):
    """What waits for a yes, narrowed by what is typed; what is typed may also be a promise of one's own."""

    BINDINGS: ClassVar = actions.bindings("picking")

    TITLE_WORDS: ClassVar[str] = "Say yes"
    WHY: ClassVar[str] = "to what waits for you, or to something of your own"

    def __init__(self, desk: Desk, about: tuple[str, ...] = ()) -> None:
        """Take the desk, and the id of the row that is marked at first, if any."""
        super().__init__(desk, about)
        self._rows = RowList(COLUMNS, id="picks")
        self._rows.can_focus = False
        self._when = WhenField("when", "when", desk.now)
        self._place = community_field(desk.book)

    def fields(self) -> Iterable[Widget]:
        """Return the line to type in, the rows to pick from, and what belongs to a promise."""
        yield Field("to", "what", hint="type to narrow, or what you will do", box=Picker)
        yield self._rows
        yield Static(markup=False, id="beside")
        yield self._when
        yield self._place

    def on_mount(self) -> None:
        """Show the rows; the one that the dialog is about is marked."""
        self._narrow()
        indices = (self._rows.page.index(one) for one in self.about)
        self._rows.cursor = next((index for index in indices if index is not None), 0)

    def make(self) -> Change:
        """Return the change that says yes to the marked row."""
        book, now, row = self.desk.book, self.desk.now(), self._rows.row
        if row is None or row.id == OWN:
            return self._promise()
        match book.find(row.id):
            case Commitment() as commitment:
                return still_coming(book, commitment, now=now)
            case Invitation() as invitation:
                when = None if invitation.start else self.moment("when")
                all_day = when.all_day if when else None
                return say_yes(book, invitation, now=now, start=when.start if when else None, all_day=all_day)
            case _:
                raise gone()

    @on(Input.Changed, "#what")
    def narrow(self) -> None:
        """Show the rows that have the words typed in them, and mark the first."""
        self._narrow()
        self._rows.cursor = 0

    @on(RowList.Highlighted)
    def show_what_belongs_to_it(self) -> None:
        """Show the load of the week, and ask for a date only where there is none yet."""
        row, book = self._rows.row, self.desk.book
        record = book.find(row.id) if row else None
        is_own = row is not None and row.id == OWN
        self._when.display = is_own or (isinstance(record, Invitation) and record.start is None)
        self._place.display = is_own
        load = load_words(book, record, self.desk.now())
        self.query_one("#beside", Static).update(literal(load, SOFT))

    @on(RowList.Opened)
    def keep_clicked(self, event: RowList.Opened) -> None:
        """Say yes to the row that was clicked twice."""
        event.stop()
        self.action_keep()

    def action_pick(self, by: int) -> None:
        """Mark a row that stands so many on or back."""
        self._rows.action_move(by)

    def _narrow(self) -> None:
        book, now, agenda = self.desk.book, self.desk.now(), self.desk.agenda
        wanted = fold(self.words("what")).split()
        still = [commitment_row(book, one, now, asks="coming?") for one in agenda.still_coming]
        waiting = [invitation_row(book, one, now) for one in agenda.waiting]
        found = filled(
            Section("Still coming?", _with_words(still, wanted)),
            Section("Waiting for your answer", _with_words(waiting, wanted)),
            Section("A promise of your own", (Row(OWN, (self.words("what"),)),) if wanted else ()),
            empty="Nothing waits for you. Type what you would like to promise.",
        )
        self._rows.show(found)

    def _promise(self) -> Change:
        book, when = self.desk.book, self.moment("when")
        return promise(
            book,
            self.words("what"),
            now=self.desk.now(),
            start=when.start if when else None,
            all_day=bool(when and when.all_day),
            community=community_in(book, self.words("community"), self.about),
        )


def _with_words(rows: Iterable[Row], wanted: Iterable[str]) -> tuple[Row, ...]:
    words = list(wanted)
    return tuple(row for row in rows if all(word in fold(" ".join(row.cells)) for word in words))
