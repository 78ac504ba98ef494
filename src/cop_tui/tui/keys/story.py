"""The keys of Story, and of the writing mode."""

from cop_tui.tui.action import ANYWHERE, Action

AREA = "story"
"""Where they work."""

TITLE = "On Story"
"""What the area is called."""

ACTIONS: tuple[Action, ...] = (
    Action(
        id="story.new",
        key="n",
        name="A story",
        help="Tell the story as it goes",
        do="app.open('tell')",
        area=AREA,
        foot="new",
    ),
    Action(
        id="story.write",
        key="W",
        name="Write",
        help="A new page, with nothing else on the screen",
        do="app.open('write')",
        area=AREA,
        foot="a new page",
        palette=False,
    ),
    Action(
        id="verb.write",
        key="",
        name="Write",
        help="A new page of your story, with nothing else on the screen",
        do="app.open('write')",
        area=ANYWHERE,
    ),
    Action(
        id="verb.day-off",
        key="",
        name="Take today off",
        help="A day without a check-in; your rhythm holds",
        do="app.open('day-off')",
        area=ANYWHERE,
    ),
    Action(
        id="verb.pause",
        key="",
        name="Pause the check-ins",
        help="Until a day, or until you come back; your rhythm holds",
        do="app.open('pause')",
        area=ANYWHERE,
    ),
    Action(
        id="verb.resume",
        key="",
        name="Come back",
        help="End the pause of the check-ins",
        do="app.open('resume')",
        area=ANYWHERE,
    ),
)
"""What can be done on it, and what belongs to it and can be done anywhere."""

PAGE = "blank-page"
"""The area of keys of the writing mode."""

PAGE_TITLE = "In the writing mode"
"""What it is called."""

PAGE_ACTIONS: tuple[Action, ...] = (
    Action(
        id="blank-page.leave",
        key="escape",
        name="Leave",
        help="Back to where you were; what is not kept yet waits here for you",
        do="leave",
        area=PAGE,
        foot="leave",
        palette=False,
    ),
)
"""What can be done in it; keeping and the editor are those of every text of several lines."""
