"""Welcome: five short things to begin with; each may stay empty, and all of them may be skipped."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from cop_tui.domain.change import Change
from cop_tui.domain.errors import CopError
from cop_tui.practice.begin import begin
from cop_tui.practice.field import WHAT_IT_IS
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field, WhenField
from cop_tui.tui.markup import literal
from cop_tui.tui.toasts import tell_error
from cop_tui.tui.tones import SOFT


class WelcomeDialog(Dialog):
    """The first minute."""

    TITLE_WORDS: ClassVar[str] = "Welcome"
    WHY: ClassVar[str] = "five short things; each may stay empty, Escape skips them"

    def fields(self) -> Iterable[Widget]:
        """Return what a learning community is, and the five fields."""
        yield Static(literal(WHAT_IT_IS, SOFT), markup=False, id="quoted")
        yield Field("your name", "name", hint="as you want to be called", commas=False)
        yield Field("your mail", "email", hint="invitations find you by it", commas=False)
        yield Field("you care for", "subjects", hint="one thing, another")
        yield Field("a community", "community", hint="one that you are in, or would like to be in", commas=False)
        yield WhenField("you meet", "when", self.desk.now, hint="its next date: thu 18:00, 1 dec")

    def action_leave(self) -> None:
        """Skip it; it asks no more.

        Note: Writes to the settings.
        """
        try:
            self.desk.choose(welcomed=True)
        except CopError as error:
            tell_error(self.app, error)
        super().action_leave()

    def make(self) -> Change:
        """Return the change that notes all that was said."""
        when = self.moment("when")
        return begin(
            self.desk.book,
            now=self.desk.now(),
            name=self.words("name"),
            email=self.words("email"),
            subjects=self.pieces("subjects"),
            community=self.words("community"),
            start=when.start if when else None,
            all_day=bool(when and when.all_day),
        )
