"""Story: what you told, beside the page; value that showed; prompts; on this day; your days."""

from typing import ClassVar

from cop_tui.practice.narrowing import Keeps
from cop_tui.practice.prompts import Prompt
from cop_tui.practice.words import visible
from cop_tui.tui import actions
from cop_tui.tui.desk import Desk
from cop_tui.tui.screens import story_rows as rows
from cop_tui.tui.screens.list_place import ListPlace, View


class StoryScreen(ListPlace):
    """Your story."""

    PLACE = "story"
    BINDINGS: ClassVar = actions.bindings("story")
    VIEWS: ClassVar = (
        View(
            id="entries",
            name="entries",
            sections=rows.entries,
            columns=rows.ENTRIES,
            empty="Here your story grows, entry by entry, in your own words.",
        ),
        View(
            id="value",
            name="value",
            sections=rows.value,
            columns=rows.VALUE,
            empty="A story of value follows what came of something: it was good, you took something away, you used it, "
            "it made a difference, you see success in another way.",
        ),
        View(
            id="starred",
            name="starred",
            sections=rows.starred,
            columns=rows.ENTRIES,
            empty="A star marks a story that you want to come back to.",
        ),
        View(
            id="this-day",
            name="on this day",
            sections=rows.this_day,
            columns=rows.ENTRIES,
            empty="What you told and learned on this day in other years comes back here.",
        ),
        View(id="prompts", name="prompts", sections=lambda _book, _now, _keeps: (), columns=rows.PROMPTS),
        View(
            id="days",
            name="days",
            sections=rows.days,
            columns=rows.DAYS,
            empty="A day off, a pause: say so, and your rhythm holds.",
        ),
    )

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        super().__init__(desk)
        self._prompts: dict[str, Prompt] = {}

    @property
    def nothing_in_hand(self) -> str:
        """What stands beside a list without a record in hand: the prompt that is marked, or what the view is for."""
        row = self.rows.row
        prompt = self._prompts.get(row.id) if row and self.view.id == "prompts" else None
        if prompt is None:
            return super().nothing_in_hand
        return visible(f"{prompt.text}\n\n{prompt.why}.\n\nEnter gives you a page to write on under it.")

    def fill_view(self, is_kept: Keeps) -> None:
        """Fill the list of the present view."""
        if self.view.id == "prompts":
            sections, self._prompts = rows.asked(self.desk.book, self.desk.now(), self.narrowed)
            self.rows.show(sections, self.view.columns)
        else:
            super().fill_view(is_kept)
