"""Communities."""

from typing import ClassVar

from cop_tui.tui import actions
from cop_tui.tui.screens.list_place import ListPlace, View


class CommunitiesScreen(ListPlace):
    """Communities."""

    PLACE = "communities"
    BINDINGS: ClassVar = actions.bindings("communities")
    VIEWS: ClassVar = (View(id="all", name="all", sections=lambda _book, _now, _keeps: ()),)
