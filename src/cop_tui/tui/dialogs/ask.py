"""Ask: note what someone cares about."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.practice.ask import ask
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field, people, subjects
from cop_tui.tui.dialogs.naming import person_in, shown, subjects_in


class AskDialog(Dialog):
    """Who, and what they care about. It may be about a person, and an interest whose subject it names."""

    TITLE_WORDS: ClassVar[str] = "Ask"
    WHY: ClassVar[str] = "what someone cares about"

    def fields(self) -> Iterable[Widget]:
        """Return the fields: who, subjects, organisation, their words."""
        book = self.desk.book
        names = [shown(book.people[one].name) for one in self.about if one in book.people]
        about = ", ".join(shown(book.interests[one].subject) for one in self.about if one in book.interests)
        organisations = {person.organisation for person in book.people.values()} - {""}
        yield Field("who", "who", value="".join(names[:1]), hint="their name", completes=people(book), commas=False)
        yield Field("cares about", "subjects", value=about, hint="one thing, another", completes=subjects(book))
        yield Field("from", "organisation", hint="where they work or belong", completes=organisations)
        yield Field("in words", "note", hint="what exactly, as they say it")

    def make(self) -> Change:
        """Return the change that notes it."""
        book = self.desk.book
        return ask(
            book,
            person_in(book, self.words("who"), self.about),
            subjects_in(book, self.words("subjects")),
            now=self.desk.now(),
            organisation=self.words("organisation"),
            note=self.words("note"),
        )
