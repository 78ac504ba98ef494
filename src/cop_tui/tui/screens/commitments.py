"""Commitments."""

from typing import ClassVar

from cop_tui.tui import actions
from cop_tui.tui.screens.list_place import ListPlace, View


class CommitmentsScreen(ListPlace):
    """Commitments."""

    PLACE = "commitments"
    BINDINGS: ClassVar = actions.bindings("commitments")
    VIEWS: ClassVar = (View(id="all", name="all", sections=lambda _book, _now, _keeps: ()),)
