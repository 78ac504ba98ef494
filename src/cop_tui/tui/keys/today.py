"""The keys of Today: the nudges. What can be said about a row stands with the records."""

from cop_tui.tui.action import Action

AREA = "today"
"""Where they work."""

TITLE = "On Today"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="today.follow",
        key="f",
        name="The nudge",
        help="Do what it suggests",
        do="follow(0)",
        area=AREA,
    ),
    Action(
        id="today.follow-second",
        key="F",
        name="The other nudge",
        help="Do what that one suggests",
        do="follow(1)",
        area=AREA,
    ),
)
"""What can be done on it."""
