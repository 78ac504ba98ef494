"""The keys of Communities."""

from cop_tui.tui.action import Action

AREA = "communities"
"""Where they work."""

TITLE = "On Communities"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = ()
"""What can be done on it."""
