"""The keys of Discover."""

from cop_tui.tui.action import Action

AREA = "discover"
"""Where they work."""

TITLE = "On Discover"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = ()
"""What can be done on it."""
