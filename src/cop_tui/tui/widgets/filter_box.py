"""The box of a filter, to type in."""

from typing import ClassVar

from textual.widgets import Input

from cop_tui.tui import actions
from cop_tui.tui.markup import literal
from cop_tui.tui.widgets.filter_line import FilterLine


class FilterBox(Input):
    """The box; Enter and ↓ go back to the list, Escape takes the filter off."""

    BINDINGS: ClassVar = actions.bindings("filter")

    def __init__(self) -> None:
        """Begin with nothing in it."""
        words = "words  @person  +community  #tag  about:focus  since:oct"
        super().__init__(placeholder=words, compact=True, select_on_focus=False)
        self.tooltip = literal("Words must all be in it; @ is a person, + a community, # a tag; Escape shows all")

    def action_keep(self) -> None:
        """Go back to the list, with the filter on."""
        self.post_message(FilterLine.Left(is_off=False))

    def action_leave(self) -> None:
        """Take the filter off."""
        self.post_message(FilterLine.Left(is_off=True))
