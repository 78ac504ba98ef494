"""Tell: the story as it goes, in a few lines or in your own editor."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.community import Element
from cop_tui.domain.errors import CopError
from cop_tui.domain.learning import Learning
from cop_tui.domain.story import Story
from cop_tui.practice.field import ELEMENT_TEXTS
from cop_tui.practice.tell import tell
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.came_back import CameBackDialog
from cop_tui.tui.dialogs.fields import ChoiceField, Field, TextField, community_field, people_field
from cop_tui.tui.dialogs.naming import community_in, people_in
from cop_tui.tui.editor import edited
from cop_tui.tui.widgets.choice import Option
from cop_tui.tui.widgets.lines import Lines

ELEMENT_OPTIONS = (
    Option("", "all of it", "nothing in particular"),
    *(Option(one.value, ELEMENT_TEXTS[one].title.casefold(), ELEMENT_TEXTS[one].text) for one in Element),
)
"""Which of the three elements it may be about."""


def tell_dialog(desk: Desk, about: tuple[str, ...] = ()) -> Dialog:
    """Return the dialog to tell in; about something told or learned before, the one for what came of it."""
    came_back = any(isinstance(desk.book.find(one), Learning | Story) for one in about)
    return CameBackDialog(desk, about) if came_back else TellDialog(desk, about)


class TellDialog(Dialog):
    """What happened, where and with whom."""

    TITLE_WORDS: ClassVar[str] = "Tell"
    WHY: ClassVar[str] = "the story as it goes"

    def fields(self) -> Iterable[Widget]:
        """Return the fields, filled in from the people or the community that it is about."""
        book = self.desk.book
        yield TextField("story", "text", hint="A line will do; it may grow.")
        yield Field("title", "title", hint="if it has one")
        yield community_field(book, self.about)
        yield people_field(book, "with", self.about)
        yield ChoiceField("about", "element", ELEMENT_OPTIONS)

    def make(self) -> Change:
        """Return the change that tells it."""
        book, element = self.desk.book, self.words("element")
        return tell(
            book,
            self.text("text"),
            now=self.desk.now(),
            title=self.words("title"),
            community=community_in(book, self.words("community"), self.about),
            people=people_in(book, self.words("people"), self.about),
            element=Element(element) if element else None,
        )

    def action_write(self) -> None:
        """Go on in the member's editor, and come back with the text.

        Note: Gives the terminal to the editor until it ends.
        """
        box = self.query_one(Lines)
        try:
            box.value = edited(self.app, box.value)
        except CopError as error:
            self.show_error(error)
