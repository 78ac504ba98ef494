"""Steps 2 and 3: ask and share, then invite."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import Step
from cop_tui.domain.invitation import Offer
from cop_tui.domain.person import Person
from cop_tui.practice.ask import ask
from cop_tui.practice.discovery import Spark, proposal
from cop_tui.practice.invite import invite
from cop_tui.practice.share import share
from cop_tui.practice.todays_steps import Steps
from cop_tui.tui.check_in.question import Line, Question, Reading, Reply, names, pieces

SUBJECTS = Line(hint="one thing, another", reading=Reading.SUBJECTS)


def ask_and_share(steps: Steps) -> Iterator[Question]:
    """Ask one person, if there is one to ask, and the member."""
    if steps.person:
        person = steps.person.person
        yield Caring(
            step=Step.ASK,
            what=person.name,
            who=person.organisation,
            why=steps.person.why,
            asks="What do they care about now?",
            line=SUBJECTS,
            about=person,
        )
    yield Sharing(step=Step.ASK, what="And you?", asks="What do you care about now?", line=SUBJECTS)


def invitation(book: Book, steps: Steps) -> Iterator[Question]:
    """Put one spark before the member, with a proposal drafted."""
    if steps.spark:
        draft = proposal(steps.spark)
        people = ", ".join(names(steps.spark.people, book))
        yield Drafted(
            step=Step.INVITE,
            what=draft,
            who=f"to {people}",
            why=steps.spark.why,
            keys=("keep-proposal", "change-proposal"),
            about=steps.spark,
        )


@dataclass(frozen=True, kw_only=True)
class Caring(Question):
    """What does someone care about now?"""

    about: Person
    """Who was asked."""

    def say(self, book: Book, words: str, *, now: datetime) -> Reply:
        """Note it."""
        return Reply(change=ask(book, book.people.get(self.about.id, self.about), pieces(words), now=now), word=words)


@dataclass(frozen=True, kw_only=True)
class Sharing(Question):
    """What does the member care about now?"""

    def say(self, book: Book, words: str, *, now: datetime) -> Reply:
        """Note it."""
        return Reply(change=share(book, pieces(words), now=now), word=words)


@dataclass(frozen=True, kw_only=True)
class Drafted(Question):
    """A proposal, drafted: to keep, to change or to leave."""

    about: Spark
    """What sparked it."""

    def press(self, book: Book, key: str, *, now: datetime) -> Reply:
        """Keep the draft as it is, or take it up to change it."""
        if key == "keep-proposal":
            return self.say(book, self.what, now=now)
        line = Line(hint="what you propose", value=self.what)
        return Reply(
            follow=Drafted(step=self.step, what=self.what, who=self.who, goes_on=True, line=line, about=self.about)
        )

    def say(self, book: Book, words: str, *, now: datetime) -> Reply:
        """Keep the proposal in these words."""
        to = [book.people[one] for one in self.about.people if one in book.people]
        change = invite(book, words, to, now=now, note=self.about.why, kind=Offer.PROPOSAL)
        return Reply(change=change, word="kept")
