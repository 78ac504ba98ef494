"""How often: after how many days one likes to be in touch with someone again."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotFound
from cop_tui.domain.person import Person
from cop_tui.practice.people import edit
from cop_tui.practice.words import title_of
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field
from cop_tui.tui.dialogs.forms.kinds import number


class HowOftenDialog(Dialog):
    """A number of days. It is about a person."""

    TITLE_WORDS: ClassVar[str] = "How often do you like to be in touch?"

    def heading(self) -> tuple[str, str]:
        """Ask it about the person."""
        person = self._person()
        return self.TITLE_WORDS, title_of(person, self.desk.book) if person else ""

    def fields(self) -> Iterable[Widget]:
        """Return the one field, as it was noted."""
        person = self._person()
        days = person.reconnect_every if person else None
        yield Field("every", "days", value=str(days or ""), hint="30 is every month; nothing is no wish")

    def make(self) -> Change:
        """Return the change that notes it."""
        person = self._person()
        if person is None:
            raise NotFound("It is no longer there", "Somebody else has removed it")
        return edit(self.desk.book, person, now=self.desk.now(), reconnect_every=number(self.words("days")))

    def _person(self) -> Person | None:
        return self.desk.book.people.get(self.about[0])
