"""Step 1: did you show up, are you still coming, and what do you say to those who wait for an answer?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, TypedDict

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import Step
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.invitation import Invitation, Offer
from cop_tui.practice.agenda import load
from cop_tui.practice.say_yes import say_maybe, say_no, say_yes, still_coming
from cop_tui.practice.series import next_start
from cop_tui.practice.show_up import another_day, excuse, missed, showed_up
from cop_tui.practice.todays_steps import Steps
from cop_tui.practice.when import understand
from cop_tui.practice.words import moment_words, short_moment
from cop_tui.tui.check_in.question import Line, Question, Reading, Reply

Close = Callable[..., Change]


class Row(TypedDict, total=False):
    """What stands in the row of a promise or an invitation, as a question has it."""

    what: str
    when: str
    who: str
    why: str


CLOSINGS: Mapping[str, tuple[Close, str, str]] = {
    "showed-up": (showed_up, "showed up", "how was it?"),
    "missed": (missed, "missed", "a word about it?"),
    "excused": (excuse, "excused", "a word about it?"),
}
"""By key: the verb, the word that stays, and what the line after it asks."""

ANSWERS: Mapping[str, tuple[Close, str]] = {
    "yes": (say_yes, "yes"),
    "perhaps": (say_maybe, "perhaps"),
    "no": (say_no, "no"),
}
"""By key: the verb and the word that stays."""


def questions(book: Book, steps: Steps, now: datetime) -> Iterator[Question]:
    """Go through what was due, what is near, and what waits for an answer."""
    for commitment in steps.due:
        yield Due(step=Step.SHOW_UP, about=commitment, keys=Due.KEYS, **_row(book, commitment, now))
    for commitment in steps.still_coming:
        row = _row(book, commitment, now)
        yield StillComing(step=Step.SHOW_UP, about=commitment, keys=StillComing.KEYS, asks="Still coming?", **row)
    for invitation in steps.waiting:
        yield Waiting(
            step=Step.SHOW_UP, about=invitation, keys=tuple(ANSWERS), **_invitation_row(book, invitation, now)
        )


@dataclass(frozen=True, kw_only=True)
class Due(Question):
    """Did you show up?"""

    KEYS: ClassVar[tuple[str, ...]] = ("showed-up", "missed", "excused", "another-day")

    about: Commitment
    """What was promised."""

    def press(self, book: Book, key: str, *, now: datetime) -> Reply:
        """Say what came of it; then there is room for one line, or for another day."""
        if key == "another-day":
            return Reply(follow=AnotherDay(step=self.step, what=self.what, about=self.about, goes_on=True, line=WHEN))
        close, word, asks = CLOSINGS[key]
        note = Note(step=self.step, what=self.what, goes_on=True, about=self.about, key=key, line=Line(hint=asks))
        return Reply(change=close(book, self.about, now=now), word=word, follow=note)


@dataclass(frozen=True, kw_only=True)
class Note(Question):
    """One line about what has just been closed."""

    about: Commitment
    """What was promised."""
    key: str
    """How it was closed."""

    def say(self, book: Book, words: str, *, now: datetime) -> Reply:
        """Keep the line as the reflection."""
        return Reply(change=CLOSINGS[self.key][0](book, self.about, now=now, note=words))


WHEN = Line(hint="fri 18:00, tomorrow, in 2 weeks", reading=Reading.WHEN)


@dataclass(frozen=True, kw_only=True)
class AnotherDay(Question):
    """To which day does it move?"""

    about: Commitment
    """What was promised."""

    def say(self, book: Book, words: str, *, now: datetime) -> Reply:
        """Move it to the moment that the words mean."""
        when = understand(words, now)
        change = another_day(book, self.about, when.start, now=now, all_day=when.all_day)
        return Reply(change=change, word=short_moment(when.start, now, all_day=when.all_day))


@dataclass(frozen=True, kw_only=True)
class StillComing(Due):
    """A yes whose day is near: still coming?"""

    KEYS: ClassVar[tuple[str, ...]] = ("still-coming", "excused", "another-day")

    def press(self, book: Book, key: str, *, now: datetime) -> Reply:
        """Say that you are coming, or what became of it."""
        if key == "still-coming":
            return Reply(change=still_coming(book, self.about, now=now), word="coming")
        return super().press(book, key, now=now)


@dataclass(frozen=True, kw_only=True)
class Waiting(Question):
    """An invitation that waits for an answer."""

    about: Invitation
    """The invitation."""

    def press(self, book: Book, key: str, *, now: datetime) -> Reply:
        """Answer it."""
        answer, word = ANSWERS[key]
        return Reply(change=answer(book, self.about, now=now), word=word)


def _row(book: Book, one: Commitment, now: datetime) -> Row:
    when = short_moment(one.start, now, timezone=one.timezone, all_day=one.all_day) if one.start else ""
    community = book.communities.get(one.community or "")
    return {"what": one.what, "when": when, "who": community.name if community else "a promise"}


def _invitation_row(book: Book, one: Invitation, now: datetime) -> Row:
    start = (next_start(one, now) if one.recurrence else None) or one.start
    when = short_moment(start, now, timezone=one.timezone, all_day=one.all_day) if start else ""
    exact = moment_words(start, now, timezone=one.timezone, all_day=one.all_day) if start else ""
    sender = book.people.get(one.sender or "")
    yeses = len(load(book, one, now))
    known = [exact, one.place, f"you already said yes to {yeses} that week" if yeses else ""]
    return {
        "what": one.title,
        "when": when or ("proposal" if one.kind is Offer.PROPOSAL else "no date yet"),
        "who": f"from {sender.name}" if sender else "",
        "why": " · ".join(words for words in known if words),
    }
