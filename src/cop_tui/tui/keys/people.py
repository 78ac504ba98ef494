"""The keys of People."""

from cop_tui.tui.action import Action

AREA = "people"
"""Where they work."""

TITLE = "On People"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="people.new",
        key="n",
        name="Someone new",
        help="Note someone you know, or just met",
        do="app.open('new', ('people',))",
        area=AREA,
        foot="new",
    ),
    Action(
        id="people.copy-address",
        key="at",
        name="Copy the address",
        help="Copy the first mail address of the person in hand",
        do="copy_address",
        area=AREA,
        foot="address",
    ),
)
"""What can be done on it."""
