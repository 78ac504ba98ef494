"""How often: the days after which you like to be in touch with someone again."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.errors import gone
from cop_tui.domain.person import Person
from cop_tui.practice.people import edit
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field
from cop_tui.tui.dialogs.forms.kinds import number


class HowOftenDialog(Dialog):
    """A number of days. It is about a person."""

    TITLE_WORDS: ClassVar[str] = "How often do you like to be in touch?"

    def heading(self) -> tuple[str, str]:
        """Say with whom."""
        person = self._person()
        return self.TITLE_WORDS, f"with {person.name}" if person else ""

    def fields(self) -> Iterable[Widget]:
        """Return the one field."""
        person = self._person()
        days = person.reconnect_every if person else None
        yield Field("days apart", "days", value=str(days or ""), hint="14 is every two weeks; empty is as it comes")

    def make(self) -> Change:
        """Return the change that notes it."""
        person = self._person()
        if person is None:
            raise gone()
        return edit(self.desk.book, person, now=self.desk.now(), reconnect_every=number(self.words("days")))

    def _person(self) -> Person | None:
        return self.desk.book.people.get(self.about[0])
