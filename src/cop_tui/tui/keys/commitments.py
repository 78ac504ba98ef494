"""The keys of Commitments, and of the page of a month."""

from cop_tui.tui.action import Action

AREA = "commitments"
"""Where they work."""

TITLE = "On Commitments"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="commitments.new",
        key="n",
        name="A promise",
        help="Promise something of your own",
        do="app.open('yes')",
        area=AREA,
        foot="new",
    ),
)
"""What can be done on it."""

MONTH = "month"
"""The area of keys of a month's page."""

MONTH_TITLE = "In a month"
"""What it is called."""

MONTH_ACTIONS: tuple[Action, ...] = (
    *(
        Action(id=f"month.{name}", key=key, name=title, help=text, do=f"days({by})", area=MONTH, palette=False)
        for name, key, title, text, by in (
            ("right", "right", "A day on", "The next day", 1),
            ("left", "left", "A day back", "The day before", -1),
            ("down", "down,j", "A week on", "The same day a week on", 7),
            ("up", "up,k", "A week back", "The same day a week back", -7),
        )
    ),
    Action(
        id="month.next",
        key="pagedown",
        name="A month on",
        help="The next month",
        do="months(1)",
        area=MONTH,
        foot="month on",
        palette=False,
    ),
    Action(
        id="month.before",
        key="pageup",
        name="A month back",
        help="The month before",
        do="months(-1)",
        area=MONTH,
        foot="back",
        palette=False,
    ),
    Action(
        id="month.today",
        key="home,g",
        name="Today",
        help="Back to today",
        do="today",
        area=MONTH,
        palette=False,
    ),
    Action(
        id="month.into",
        key="enter",
        name="Into the day",
        help="Go to the promises of this day",
        do="into",
        area=MONTH,
        foot="into the day",
        palette=False,
    ),
)
"""What can be done in it."""
