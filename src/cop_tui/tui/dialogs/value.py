"""What value showed: one cycle of a value-creation story, under its own question."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from cop_tui.domain.change import Change
from cop_tui.domain.errors import gone
from cop_tui.domain.story import Story, Value
from cop_tui.practice.field import VALUE_TEXTS
from cop_tui.practice.tell import add_cycle
from cop_tui.practice.words import title_of
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import ChoiceField, TextField
from cop_tui.tui.markup import line
from cop_tui.tui.tones import SAID
from cop_tui.tui.widgets.choice import Option

CYCLES = tuple(Option(one.value.value, one.title.casefold(), one.question) for one in VALUE_TEXTS.values())
"""The five cycles with the question of each, as a choice."""


class ValueDialog(Dialog):
    """In which cycle, and what showed. It is about a story, and the cycle that is asked about if one is."""

    TITLE_WORDS: ClassVar[str] = "What value showed"
    WHY: ClassVar[str] = "begin in any cycle; none has to be filled"

    def fields(self) -> Iterable[Widget]:
        """Return the story, the cycles with their questions, and lines for what showed."""
        story = self._story()
        yield Static(line((title_of(story, self.desk.book) if story else "", SAID)), markup=False, id="quoted")
        yield ChoiceField("cycle", "cycle", CYCLES, value=self._cycle(story))
        yield TextField("in words", "text", hint="a line will do")

    def make(self) -> Change:
        """Return the change that adds it."""
        story = self._story()
        if story is None:
            raise gone()
        return add_cycle(self.desk.book, story, Value(self.words("cycle")), self.words("text"), now=self.desk.now())

    def _story(self) -> Story | None:
        return self.desk.book.stories.get(self.about[0])

    def _cycle(self, story: Story | None) -> str:
        """Return the cycle that is asked about: the one that was named, else the first in which nothing shows yet."""
        if len(self.about) > 1:
            return self.about[1]
        shown = {one.cycle for one in story.cycles} if story else set()
        return next((one.value for one in Value if one not in shown), Value.REFRAMING.value)
