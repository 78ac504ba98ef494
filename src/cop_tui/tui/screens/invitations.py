"""Invitations."""

from typing import ClassVar

from cop_tui.tui import actions
from cop_tui.tui.screens.list_place import ListPlace, View


class InvitationsScreen(ListPlace):
    """Invitations."""

    PLACE = "invitations"
    BINDINGS: ClassVar = actions.bindings("invitations")
    VIEWS: ClassVar = (View(id="all", name="all", sections=lambda _book, _now, _keeps: ()),)
