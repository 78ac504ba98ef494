"""People: whom you know, what they care about, and with whom it is time to be in touch."""

from typing import ClassVar

from cop_tui.practice.reconnect import due_to_reconnect
from cop_tui.tui import actions
from cop_tui.tui.screens import people_rows as rows
from cop_tui.tui.screens.list_place import ListPlace, View


class PeopleScreen(ListPlace):
    """Whom you know."""

    PLACE = "people"
    BINDINGS: ClassVar = actions.bindings("people")
    VIEWS: ClassVar = (
        View(
            id="all",
            name="all",
            sections=rows.everyone,
            columns=rows.COLUMNS,
            empty="Here are the people you know: what each cares about, what you share, when you last spoke.",
        ),
        View(
            id="in-touch",
            name="in touch",
            sections=rows.due,
            columns=rows.WORDS,
            count=lambda desk: len(desk.read(due_to_reconnect)),
            empty="Here are those whom you have not spoken to for as long as you say you like at most.",
        ),
        View(id="shared", name="you share", sections=rows.sharing, columns=rows.WORDS),
        View(id="organisations", name="by organisation", sections=rows.by_organisation, columns=rows.COLUMNS[:3]),
    )
