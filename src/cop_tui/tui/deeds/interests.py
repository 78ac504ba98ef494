"""What a member does with an interest."""

from cop_tui.tui.deeds.deed import Deed

DEEDS: tuple[Deed, ...] = ()
"""What can be done with it."""
