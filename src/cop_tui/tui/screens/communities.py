"""Communities: yours and how they do, by the stage of their life, and those that are over."""

from typing import ClassVar

from cop_tui.tui import actions
from cop_tui.tui.screens import communities_rows as rows
from cop_tui.tui.screens.list_place import ListPlace, View


class CommunitiesScreen(ListPlace):
    """The groups that you learn in."""

    PLACE = "communities"
    BINDINGS: ClassVar = actions.bindings("communities")
    VIEWS: ClassVar = (
        View(id="yours", name="yours", sections=rows.yours, columns=rows.COLUMNS, empty=rows.NONE_YET),
        View(id="stages", name="by stage", sections=rows.by_stage, columns=rows.BY_STAGE),
        View(id="archived", name="out of sight", sections=rows.out_of_sight, columns=rows.BY_STAGE),
    )
