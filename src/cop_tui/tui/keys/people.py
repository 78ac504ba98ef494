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
        name="A new person",
        help="Note someone you know, or just met",
        do="app.open('new', ('people',))",
        area=AREA,
        foot="new",
    ),
)
"""What can be done on it."""
