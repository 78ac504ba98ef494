"""Learn: write down what you learned; or, of something learned before, what came of it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.learning import Learning
from cop_tui.domain.purpose import RUNGS, Purpose
from cop_tui.domain.story import Story
from cop_tui.practice.field import PURPOSES
from cop_tui.practice.learn import learn
from cop_tui.practice.when import moment_of
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.came_back import CameBackDialog
from cop_tui.tui.dialogs.fields import ChoiceField, Field, WhenField, community_field, goals, people_field
from cop_tui.tui.dialogs.naming import community_in, goal_in, people_in
from cop_tui.tui.widgets.choice import Option

PURPOSE_OPTIONS = (
    Option("", "its community's", "or your own development"),
    *(Option(one.value, PURPOSES[one].title.casefold(), ", ".join(RUNGS[one])) for one in Purpose),
)
"""What it may be for, with the rungs that it climbs."""


def learn_dialog(desk: Desk, about: tuple[str, ...] = ()) -> Dialog:
    """Return the dialog to learn in; about something learned or told before, the one for what came of it."""
    came_back = any(isinstance(desk.book.find(one), Learning | Story) for one in about)
    return CameBackDialog(desk, about) if came_back else LearnDialog(desk, about)


class LearnDialog(Dialog):
    """What, from whom, what for."""

    TITLE_WORDS: ClassVar[str] = "Learn"
    WHY: ClassVar[str] = "what you learned, in a line"

    def fields(self) -> Iterable[Widget]:
        """Return the fields, filled in from the people or the community that it is about."""
        book = self.desk.book
        yield Field("I learned", "text", hint="what it is; a word with # is a tag")
        yield people_field(book, "from", self.about)
        yield community_field(book, self.about)
        yield Field("towards", "goal", hint="a goal of yours", completes=goals(book), commas=False)
        yield ChoiceField("purpose", "purpose", PURPOSE_OPTIONS)
        yield WhenField("when", "when", self.desk.now, hint="today; or yesterday, last friday, 3 nov")

    def make(self) -> Change:
        """Return the change that writes it down."""
        book, now, purpose = self.desk.book, self.desk.now(), self.words("purpose")
        return learn(
            book,
            self.words("text"),
            now=now,
            on=moment_of(self.moment("when"), now),
            community=community_in(book, self.words("community"), self.about),
            people=people_in(book, self.words("people"), self.about),
            goal=goal_in(book, self.words("goal")),
            purpose=Purpose(purpose) if purpose else None,
        )
