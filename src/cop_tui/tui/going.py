"""Going from place to place: each is put together when the member first goes there, and stays."""

from functools import partial

from textual.app import App
from textual.screen import Screen

from cop_tui.tui.desk import Desk
from cop_tui.tui.doors import door
from cop_tui.tui.places import PLACES, Place

AT_ONCE = 0.005
"""Seconds in which a place that was shown before is filled anew, if it has to be."""


class Going(App[int]):
    """An app with places to go to."""

    DEFAULT_MODE = PLACES[0].id

    desk: Desk
    """What the places are given to work with."""
    _is_there = False

    def add_places(self) -> None:
        """Let the member go to all places that there are."""
        for place in PLACES:
            self.add_mode(place.id, partial(self._screen_of, place))

    def action_go(self, place: str) -> None:
        """Go to a place; one that was shown before stands there at once."""
        self._is_there = place in self._screen_stacks
        self.switch_mode(place)
        self._is_there = False

    def delay_update(self, delay: float = 0.05) -> None:
        """Hold back what is drawn, as Textual does while a place is put together; less so for one that is there."""
        super().delay_update(AT_ONCE if self._is_there else delay)

    def _screen_of(self, place: Place) -> Screen[None]:
        screen: Screen[None] = door(place.screen)(self.desk)
        screen._css_update_count = self._css_update_count  # noqa: SLF001 - it begins in the present theme
        return screen
