"""The talk: where the check-in stands, and what each answer makes of it. Pure; a screen shows it and writes.

Answers gather within a step and are written together, as one change, when the step is over; whoever leaves half-way
writes what was gathered so far. Until a step is written, each of its answers can be taken back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import Step, StepDone
from cop_tui.practice.check_in import check_in
from cop_tui.practice.todays_steps import todays_steps
from cop_tui.tui.check_in import reach_out, show_up, tell
from cop_tui.tui.check_in.question import Question, Reply


@dataclass(frozen=True)
class Asked:
    """A question in the talk, and what became of it."""

    question: Question
    """The question."""
    word: str = ""
    """What stands behind it: the answer in a word; empty where it was passed over or is still to come."""


@dataclass(frozen=True, kw_only=True)
class Talk:
    """Where the check-in stands. Each answer makes another talk."""

    asked: tuple[Asked, ...]
    """All questions, in their order."""
    at: int = 0
    """Which of them is asked now; their number when all is said."""
    base: Book
    """The book on which the unwritten answers were given."""
    book: Book
    """The book as it will be with them."""
    changes: tuple[Change, ...] = ()
    """The unwritten answers."""
    step: Step | None = None
    """The step of the unwritten answers."""
    did: tuple[str, ...] = ()
    """The sentences of all that was written in this check-in."""
    is_kept: bool = False
    """Whether the check-in itself is written."""
    before: "Talk | None" = None
    """The talk before the last unwritten answer."""

    @property
    def question(self) -> Question | None:
        """The question that is asked now; none when all is said."""
        return self.asked[self.at].question if self.at < len(self.asked) else None

    @property
    def is_over(self) -> bool:
        """Whether all is said."""
        return self.question is None

    def press(self, key: str, *, now: datetime) -> "Talk":
        """Answer with a key.

        Raises:
            CopError: A rule of the practice says no; the talk stands where it stood.
        """
        if self.question is None:
            return self
        return self._after(self.question.press(self.book, key, now=now))

    def say(self, words: str, *, now: datetime) -> "Talk":
        """Answer with a line; an empty one passes the question over.

        Raises:
            CopError: The words can't be understood, or a rule says no; the talk stands where it stood.
        """
        if self.question is None or not words.strip():
            return self.go_on()
        return self._after(self.question.say(self.book, words.strip(), now=now))

    def go_on(self) -> "Talk":
        """Pass the question over."""
        return self if self.is_over else replace(self, at=self.at + 1, before=self)

    def go_back(self) -> "Talk":
        """Take the last unwritten answer back, with what went on about it; where there is none, nothing changes."""
        talk = self.before or self
        while talk.before and talk.question and talk.question.goes_on:
            talk = talk.before
        return talk

    def to_write(self, *, now: datetime, leaving: bool = False) -> Change | None:
        """Return what is to be written now; none as long as a step goes on.

        The check-in itself is written with the last step, or alone where all was passed over; of one that is left
        half-way, with what was done in it.
        """
        is_step_over = self.question is None or self.question.step is not self.step
        if self.changes and (is_step_over or leaving):
            return self._gathered(now)
        if self.is_over and not self.is_kept:
            return check_in(self.book, (), now=now)
        return None

    def written(self, book: Book) -> "Talk":
        """Return the talk after what was to write was written; from now on undo takes it back."""
        did = tuple(one.sentence for one in self.changes)
        return replace(self, base=book, book=book, changes=(), step=None, did=self.did + did, is_kept=True, before=None)

    def _after(self, reply: Reply) -> "Talk":
        asked = list(self.asked)
        if reply.word:
            first = self.at
            while asked[first].question.goes_on:
                first -= 1
            asked[first] = replace(asked[first], word=reply.word)
        if reply.follow:
            asked.insert(self.at + 1, Asked(reply.follow))
        step = asked[self.at].question.step
        changed = (reply.change,) if reply.change else ()
        return replace(
            self,
            asked=tuple(asked),
            at=self.at + 1,
            book=self.book.apply(reply.change) if reply.change else self.book,
            changes=self.changes + changed,
            step=step if changed else self.step,
            before=self,
        )

    def _gathered(self, now: datetime) -> Change:
        first, *rest = self.changes
        gathered = first
        for later in rest:
            gathered = gathered.then(later, _together(first.sentence, len(rest)))
        done = StepDone(step=self.step or Step.TELL, did=tuple(one.sentence for one in self.changes))
        kept = check_in(self.book, (done,), now=now)
        return gathered.then(kept, gathered.sentence)


def begin(book: Book, now: datetime) -> Talk:
    """Return the talk of today, with nothing said yet."""
    steps = todays_steps(book, now)
    questions: Sequence[Question] = (
        *show_up.questions(book, steps, now),
        *reach_out.ask_and_share(steps),
        *reach_out.invitation(book, steps),
        *tell.learned(book, steps),
        *tell.told(steps),
    )
    return Talk(asked=tuple(Asked(one) for one in questions), base=book, book=book)


def _together(sentence: str, more: int) -> str:
    return f"{sentence}, and {more} more" if more else sentence
