"""Invitations: what waits for your answer, what you answered, whom you invited, what is proposed."""

from typing import ClassVar

from textual import on

from cop_tui.tui import actions
from cop_tui.tui.screens import invitations_rows as rows
from cop_tui.tui.screens.list_place import ListPlace, View
from cop_tui.tui.screens.today_rows import load_words
from cop_tui.tui.widgets.row_list import RowList


class InvitationsScreen(ListPlace):
    """What people ask you, and you ask them."""

    PLACE = "invitations"
    BINDINGS: ClassVar = actions.bindings("invitations")
    VIEWS: ClassVar = (
        View(
            id="waiting",
            name="waiting",
            sections=rows.waiting,
            count=lambda desk: len(desk.agenda.waiting),
            empty="Here lies what people invite you to, until you answer. cop-tui import reads it from your mail.",
        ),
        View(id="answered", name="answered", sections=rows.answered, columns=rows.COLUMNS),
        View(id="sent", name="sent", sections=rows.sent, columns=rows.COLUMNS),
        View(id="proposals", name="proposals", sections=rows.proposals, columns=rows.COLUMNS),
    )

    @on(RowList.Highlighted)
    def tell_load(self) -> None:
        """Say how much was said yes to in the week of the invitation, before another yes."""
        self.rows.aside = load_words(self.desk.book, self.in_list(), self.desk.now())
