"""The keys of Commitments."""

from cop_tui.tui.action import Action

AREA = "commitments"
"""Where they work."""

TITLE = "On Commitments"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = ()
"""What can be done on it."""
