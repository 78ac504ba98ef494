"""Learning."""

from typing import ClassVar

from cop_tui.tui import actions
from cop_tui.tui.screens.list_place import ListPlace, View


class LearningScreen(ListPlace):
    """Learning."""

    PLACE = "learning"
    BINDINGS: ClassVar = actions.bindings("learning")
    VIEWS: ClassVar = (View(id="all", name="all", sections=lambda _book, _now, _keeps: ()),)
