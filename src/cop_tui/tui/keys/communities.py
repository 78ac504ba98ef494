"""The keys of Communities."""

from cop_tui.tui.action import Action

AREA = "communities"
"""Where they work."""

TITLE = "On Communities"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="communities.new",
        key="n",
        name="A community",
        help="Note one that is, or one that could be",
        do="app.open('new', ('communities',))",
        area=AREA,
        foot="new",
    ),
)
"""What can be done on it."""
