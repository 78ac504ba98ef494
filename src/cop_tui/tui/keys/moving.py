"""The keys that move in a list."""

from cop_tui.tui.action import Action

AREA = "moving"
"""Where they work."""

TITLE = "In a list"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="moving.down",
        key="down,j",
        name="Down",
        help="The next row",
        do="move(1)",
        area=AREA,
        palette=False,
    ),
    Action(
        id="moving.up",
        key="up,k",
        name="Up",
        help="The row before",
        do="move(-1)",
        area=AREA,
        palette=False,
    ),
    Action(
        id="moving.page-down",
        key="pagedown",
        name="A page down",
        help="As many rows on as fit the screen",
        do="turn(1)",
        area=AREA,
        palette=False,
    ),
    Action(
        id="moving.page-up",
        key="pageup",
        name="A page up",
        help="As many rows back as fit the screen",
        do="turn(-1)",
        area=AREA,
        palette=False,
    ),
    Action(
        id="moving.first",
        key="g,home",
        name="First",
        help="The first row",
        do="end(-1)",
        area=AREA,
        palette=False,
    ),
    Action(
        id="moving.last",
        key="G,end",
        name="Last",
        help="The last row",
        do="end(1)",
        area=AREA,
        palette=False,
    ),
    Action(
        id="moving.open",
        key="enter",
        name="Open",
        help="All there is about this row",
        do="open",
        area=AREA,
        foot="open",
        palette=False,
    ),
)
"""What can be done in it."""
