"""The keys that all places with a list share: views, the filter, what is open beside the list."""

from cop_tui.tui.action import Action

AREA = "place"
"""Where they work."""

TITLE = "In a place with a list"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="place.next-view",
        key="v",
        name="Next view",
        help="Look at it from the next side",
        do="view(1)",
        area=AREA,
        foot="view",
    ),
    Action(
        id="place.view-before",
        key="V",
        name="View before",
        help="Look at it from the side before",
        do="view(-1)",
        area=AREA,
    ),
    Action(
        id="place.filter",
        key="f",
        name="Filter",
        help="Show only some, by words, @person, +community, #tag, since:oct",
        do="filter",
        area=AREA,
        foot="filter",
    ),
    Action(
        id="place.show-all",
        key="escape",
        name="Show all",
        help="Take the filter off",
        do="show_all",
        area=AREA,
        palette=False,
    ),
)
"""What can be done in it."""

FILTER = "filter"
"""The area of keys of the filter line."""

FILTER_TITLE = "In the filter"
"""What it is called."""

FILTER_ACTIONS: tuple[Action, ...] = (
    Action(
        id="filter.keep",
        key="enter,down",
        name="Keep the filter",
        help="Back to the list, with the filter on",
        do="keep",
        area=FILTER,
        foot="keep",
        palette=False,
    ),
    Action(
        id="filter.leave",
        key="escape",
        name="Take the filter off",
        help="Back to the whole list",
        do="leave",
        area=FILTER,
        foot="show all",
        palette=False,
    ),
)
"""What can be done in the filter line."""
