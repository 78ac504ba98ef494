"""What a member does with a goal."""

from cop_tui.tui.deeds.deed import Deed

DEEDS: tuple[Deed, ...] = ()
"""What can be done with it."""
