"""Learning: what you learned, by purpose and rung; your goals; what comes back to be asked about."""

from typing import ClassVar

from cop_tui.practice.ask_again import ask_again
from cop_tui.tui import actions
from cop_tui.tui.messages import OpenDialog
from cop_tui.tui.screens import learning_rows as rows
from cop_tui.tui.screens.list_place import ListPlace, View


class LearningScreen(ListPlace):
    """What you learned."""

    PLACE = "learning"
    BINDINGS: ClassVar = actions.bindings("learning")
    VIEWS: ClassVar = (
        View(
            id="purpose",
            name="by purpose",
            sections=rows.by_purpose,
            columns=rows.COLUMNS,
            empty="What you learn stands here, by what it is for and how far it has come.",
        ),
        View(id="newest", name="newest", sections=rows.newest, columns=rows.COLUMNS),
        View(
            id="goals",
            name="goals",
            sections=rows.goals,
            columns=rows.GOALS,
            empty="A goal is something you want to become able to do. What you learn may serve one.",
        ),
        View(
            id="back",
            name="comes back",
            sections=rows.comes_back,
            columns=rows.COLUMNS,
            count=lambda desk: len(desk.read(ask_again)),
            empty="What you learn comes back after 30 and after 90 days: was it used, and what came of it?",
        ),
    )

    def action_new(self) -> None:
        """Write down what was learned; among the goals, a new goal."""
        is_goal = self.view.id == "goals"
        self.post_message(OpenDialog("new", ("goals",)) if is_goal else OpenDialog("learn"))
