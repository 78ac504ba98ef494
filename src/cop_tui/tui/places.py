"""The places that a member can go to, each with its number key; from this table come tabs, keys and modes."""

from collections.abc import Callable
from dataclasses import dataclass

from cop_tui.tui.desk import Desk


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place: a tab, a number key, a screen."""

    id: str
    """Its name in code: the mode, and the area of its keys."""
    key: str
    """The number that goes there."""
    name: str
    """What the tab says."""
    screen: str
    """Where its screen is, as `module:Class`; imported when the member first goes there."""
    count: Callable[[Desk], int] | None = None
    """How many things wait for the member there, if the place counts any."""


PLACES: tuple[Place, ...] = (Place(id="today", key="1", name="Today", screen="cop_tui.tui.screens.today:TodayScreen"),)
"""Every place, in the order of the tabs."""
