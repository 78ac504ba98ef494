"""The keys of People."""

from cop_tui.tui.action import Action

AREA = "people"
"""Where they work."""

TITLE = "On People"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = ()
"""What can be done on it."""
