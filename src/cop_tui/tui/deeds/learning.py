"""What a member does with something learned."""

from cop_tui.tui.deeds.deed import Deed

DEEDS: tuple[Deed, ...] = ()
"""What can be done with it."""
