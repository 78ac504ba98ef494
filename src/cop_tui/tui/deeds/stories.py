"""What a member does with a story."""

from cop_tui.domain.story import Story
from cop_tui.practice.ask_again import comes_back
from cop_tui.tui.deeds.deed import Deed

DEEDS: tuple[Deed, ...] = (
    Deed(
        name="star",
        kind=Story,
        key="asterisk",
        title="Star",
        help="One to come back to; again takes the star off",
        word="star",
        verb="cop_tui.practice.tell:star",
    ),
    Deed(
        name="write-on",
        kind=Story,
        key="w",
        title="Go on writing",
        help="Its text alone, with nothing else on the screen",
        word="write",
        dialog="write",
    ),
    Deed(
        name="in-editor",
        kind=Story,
        key="E",
        title="In the editor",
        help="Its text in your own editor",
        word="editor",
        dialog="editor",
    ),
    Deed(
        name="value",
        kind=Story,
        key="greater_than_sign",
        title="What value showed",
        help="Follow what came of it through the five cycles",
        word="value",
        dialog="value",
    ),
    Deed(
        name="story-came-of-it",
        kind=Story,
        key="o",
        title="What came of a story",
        help="Note what came of it since",
        word="what came of it",
        dialog="tell",
    ),
    Deed(
        name="story-not-now",
        kind=Story,
        key="x",
        title="A story, not now",
        help="It came back; put it off until the next time",
        word="not now",
        verb="cop_tui.practice.learn:came_back",
        fits=lambda _book, one, now: comes_back(one, now) is not None,
    ),
)
"""Putting off fits a story of value that came back."""
