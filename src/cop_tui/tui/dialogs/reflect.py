"""Reflect: how a gathering was, what you take away, in your own words."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.errors import gone
from cop_tui.practice.people import edit
from cop_tui.practice.words import title_of
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import TextField


class ReflectDialog(Dialog):
    """The words about one promise."""

    TITLE_WORDS: ClassVar[str] = "How was it?"

    def heading(self) -> tuple[str, str]:
        """Say which promise it is about."""
        one = self._commitment()
        return self.TITLE_WORDS, title_of(one, self.desk.book) if one else ""

    def fields(self) -> Iterable[Widget]:
        """Return the text, as it was left."""
        one = self._commitment()
        value = one.reflection if one else ""
        yield TextField("in words", "reflection", hint="how it was, what you take away", value=value)

    def make(self) -> Change:
        """Return the change that writes it down."""
        one = self._commitment()
        if one is None:
            raise gone()
        words = self.touched("reflection")
        return edit(self.desk.book, one, now=self.desk.now(), **({} if words is None else {"reflection": words}))

    def _commitment(self) -> Commitment | None:
        return self.desk.book.commitments.get(self.about[0])
