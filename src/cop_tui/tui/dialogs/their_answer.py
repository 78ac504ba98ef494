"""Their answer: what someone said to an invitation of yours."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.errors import gone
from cop_tui.domain.invitation import Answer, Invitation
from cop_tui.practice.invite import take_answer
from cop_tui.practice.words import person_words
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import ChoiceField
from cop_tui.tui.widgets.choice import Option

ANSWERS = (
    Option(Answer.YES.value, "yes", "they will be there"),
    Option(Answer.MAYBE.value, "perhaps", "they would like to"),
    Option(Answer.NO.value, "no", "not this time"),
    Option(Answer.WAITING.value, "not yet", "they have not said"),
)
"""What they may have said."""


class TheirAnswerDialog(Dialog):
    """One person's answer. It is about an invitation and a person."""

    TITLE_WORDS: ClassVar[str] = "Their answer"

    def heading(self) -> tuple[str, str]:
        """Say whose it is."""
        return f"What does {person_words(self.about[1], self.desk.book)} say?", ""

    def fields(self) -> Iterable[Widget]:
        """Return the one choice, as it was noted."""
        invitation = self._invitation()
        known = (one.answer.value for one in invitation.recipients if one.person == self.about[1]) if invitation else ()
        yield ChoiceField("they say", "answer", ANSWERS, value=next(iter(known), Answer.YES.value))

    def make(self) -> Change:
        """Return the change that notes it."""
        invitation, person = self._invitation(), self.desk.book.people.get(self.about[1])
        if invitation is None or person is None:
            raise gone()
        return take_answer(self.desk.book, invitation, person, Answer(self.words("answer")), now=self.desk.now())

    def _invitation(self) -> Invitation | None:
        return self.desk.book.invitations.get(self.about[0])
