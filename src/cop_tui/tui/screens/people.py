"""People."""

from typing import ClassVar

from cop_tui.tui import actions
from cop_tui.tui.screens.list_place import ListPlace, View


class PeopleScreen(ListPlace):
    """People."""

    PLACE = "people"
    BINDINGS: ClassVar = actions.bindings("people")
    VIEWS: ClassVar = (View(id="all", name="all", sections=lambda _book, _now, _keeps: ()),)
