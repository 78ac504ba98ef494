"""The keys of Discover, and of the map of interests."""

from cop_tui.tui.action import Action

AREA = "discover"
"""Where they work."""

TITLE = "On Discover"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="discover.new",
        key="n",
        name="A new interest",
        help="Share something else that you care about",
        do="app.open('share')",
        area=AREA,
        foot="new",
    ),
)
"""What can be done on it."""

MAP = "map"
"""The area of keys of the map."""

MAP_TITLE = "In the map of interests"
"""What it is called."""

MAP_ACTIONS: tuple[Action, ...] = (
    *(
        Action(id=f"map.{name}", key=key, name=title, help=text, do=do, area=MAP, palette=False)
        for name, key, title, text, do in (
            ("right", "right", "Right", "The next person", "go(0, 1)"),
            ("left", "left", "Left", "The person before", "go(0, -1)"),
            ("down", "down,j", "Down", "The next subject", "go(1, 0)"),
            ("up", "up,k", "Up", "The subject before", "go(-1, 0)"),
            ("page-down", "pagedown", "A page down", "As many subjects on as fit the screen", "turn(1)"),
            ("page-up", "pageup", "A page up", "As many subjects back as fit the screen", "turn(-1)"),
            ("you", "home", "To yourself", "The first column: what you care about", "edge(-1)"),
            ("last-person", "end", "The last person", "The last column", "edge(1)"),
            ("first", "g", "First", "The subject that most share", "end(-1)"),
            ("last", "G", "Last", "The last subject", "end(1)"),
        )
    ),
    Action(
        id="map.open",
        key="enter",
        name="Open, or ask",
        help="All there is about this interest; where there is none, ask about it",
        do="open",
        area=MAP,
        foot="open",
        palette=False,
    ),
)
"""What can be done in it."""
