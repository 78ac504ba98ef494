"""Discover."""

from typing import ClassVar

from cop_tui.tui import actions
from cop_tui.tui.screens.list_place import ListPlace, View


class DiscoverScreen(ListPlace):
    """Discover."""

    PLACE = "discover"
    BINDINGS: ClassVar = actions.bindings("discover")
    VIEWS: ClassVar = (View(id="all", name="all", sections=lambda _book, _now, _keeps: ()),)
