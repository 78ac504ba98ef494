"""The keys of Learning."""

from cop_tui.tui.action import Action

AREA = "learning"
"""Where they work."""

TITLE = "On Learning"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="learning.new",
        key="n",
        name="New",
        help="Write down what you learned; among the goals, a new goal",
        do="new",
        area=AREA,
        foot="new",
    ),
)
"""What can be done on it."""
