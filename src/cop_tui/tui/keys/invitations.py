"""The keys of Invitations."""

from cop_tui.tui.action import Action

AREA = "invitations"
"""Where they work."""

TITLE = "On Invitations"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = ()
"""What can be done on it: what can be said about an invitation stands with the records, `i` makes one."""
