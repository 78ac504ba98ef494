"""Merge subjects: two words mean one subject."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.errors import Refused
from cop_tui.practice.subjects import merge_subjects
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import Field, subjects
from cop_tui.tui.dialogs.naming import shown, subjects_in


class MergeSubjectDialog(Dialog):
    """Which words mean one subject. It is about interests: the first one's subject stays, the others' go into it."""

    TITLE_WORDS: ClassVar[str] = "The same subject"
    WHY: ClassVar[str] = "whoever said it, from now on it is one"

    def fields(self) -> Iterable[Widget]:
        """Return the fields: the name that stays, and the other words for it."""
        book = self.desk.book
        first, *rest = [shown(book.interests[one].subject) for one in self.about if one in book.interests] or [""]
        known = subjects(book)
        yield Field("it is called", "keep", value=first, completes=known, commas=False)
        yield Field("and not", "others", value=", ".join(rest), hint="rust-lang, another word for it", completes=known)

    def make(self) -> Change:
        """Return the change that makes them one."""
        book, now = self.desk.book, self.desk.now()
        others = subjects_in(book, self.words("others"))
        if not others:
            raise Refused("It takes two", "Write the other word for it; it becomes known even if nobody said it yet")
        done = Change(sentence="", at=now)
        for other in others:
            change = merge_subjects(book.apply(done), self.words("keep"), other, now=now)
            done = done.then(change, change.sentence)
        return done
