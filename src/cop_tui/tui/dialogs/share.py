"""Share: note what you care about."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.interest import Depth
from cop_tui.practice.share import share
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import ChoiceField, Field, subjects
from cop_tui.tui.dialogs.naming import shown, subjects_in
from cop_tui.tui.widgets.choice import Option

DEPTHS = (
    Option("", "curious", "a subject that you shared before stays as deep as it was"),
    Option(Depth.LEARNING.value, "learning", "you are at it"),
    Option(Depth.PRACTISING.value, "practising", "you do it, and do it better each time"),
    Option(Depth.CAN_HELP.value, "can help", "others may come and ask you"),
)
"""How deep the member is in it."""


class ShareDialog(Dialog):
    """What you care about, and how deep you are in it."""

    TITLE_WORDS: ClassVar[str] = "Share"
    WHY: ClassVar[str] = "what you care about"

    def fields(self) -> Iterable[Widget]:
        """Return the fields: subjects, depth, in words."""
        book = self.desk.book
        about = ", ".join(shown(book.interests[one].subject) for one in self.about if one in book.interests)
        yield Field("I care about", "subjects", value=about, hint="one thing, another", completes=subjects(book))
        yield ChoiceField("and I am", "depth", DEPTHS)
        yield Field("in words", "note", hint="what exactly")

    def make(self) -> Change:
        """Return the change that notes it."""
        depth = self.words("depth")
        return share(
            self.desk.book,
            subjects_in(self.desk.book, self.words("subjects")),
            now=self.desk.now(),
            depth=Depth(depth) if depth else None,
            note=self.words("note"),
        )
