"""The keys of Learning."""

from cop_tui.tui.action import Action

AREA = "learning"
"""Where they work."""

TITLE = "On Learning"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = ()
"""What can be done on it."""
