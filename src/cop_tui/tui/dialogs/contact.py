"""In touch: note that you were in touch with someone."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.practice.people import in_touch, someone
from cop_tui.practice.when import moment_of
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field, WhenField, people
from cop_tui.tui.dialogs.naming import person_in, shown


class ContactDialog(Dialog):
    """With whom, about what, when."""

    TITLE_WORDS: ClassVar[str] = "In touch"
    WHY: ClassVar[str] = "with someone you know, or now do"

    def fields(self) -> Iterable[Widget]:
        """Return the fields, filled in from the person that it is about."""
        book = self.desk.book
        names = [shown(book.people[one].name) for one in self.about if one in book.people]
        yield Field("with", "who", value="".join(names[:1]), hint="their name", completes=people(book), commas=False)
        yield Field("a word", "text", hint="what it was about")
        yield WhenField("when", "when", self.desk.now, hint="today; or yesterday, last friday, 3 nov")

    def make(self) -> Change:
        """Return the change that notes it."""
        book, now = self.desk.book, self.desk.now()
        person = someone(book, person_in(book, self.words("who"), self.about), now=now)
        return in_touch(book, person, self.words("text"), now=now, on=moment_of(self.moment("when"), now))
