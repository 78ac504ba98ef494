"""The keys of a record that is open, and those of any record in hand."""

from cop_tui.tui.action import Action
from cop_tui.tui.deeds.deed import AREA as IN_HAND
from cop_tui.tui.deeds.table import DEEDS

AREA = "page"
"""The area of keys of a record that is open."""

TITLE = "On an open record"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="page.back",
        key="escape",
        name="Back",
        help="Back to where you were",
        do="back",
        area=AREA,
        foot="back",
        palette=False,
    ),
    Action(
        id="page.tick",
        key="space",
        name="Tick",
        help="Tick the line of a checklist, or open it again",
        do="tick",
        area=AREA,
        foot="tick",
        palette=False,
    ),
)
"""What can be done on it."""

IN_HAND_TITLE = "With the record in hand"
"""What the area of keys that work on any record is called."""

DEED_ACTIONS: tuple[Action, ...] = (
    *(deed.action for deed in DEEDS.values()),
    Action(
        id="record.copy",
        key="Y",
        name="Copy",
        help="Copy its words to the clipboard",
        do="copy",
        area=IN_HAND,
    ),
)
"""What can be done with it."""
