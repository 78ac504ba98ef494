"""Story."""

from typing import ClassVar

from cop_tui.tui import actions
from cop_tui.tui.screens.list_place import ListPlace, View


class StoryScreen(ListPlace):
    """Story."""

    PLACE = "story"
    BINDINGS: ClassVar = actions.bindings("story")
    VIEWS: ClassVar = (View(id="all", name="all", sections=lambda _book, _now, _keeps: ()),)
