"""The keys of Story."""

from cop_tui.tui.action import Action

AREA = "story"
"""Where they work."""

TITLE = "On Story"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = ()
"""What can be done on it."""
