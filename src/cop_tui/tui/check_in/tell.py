"""Steps 4 and 5: learn, and tell."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import Step
from cop_tui.domain.learning import Learning
from cop_tui.domain.story import Story
from cop_tui.practice.ask_again import AskAgain
from cop_tui.practice.learn import came_back, learn
from cop_tui.practice.marked import Marked, marked
from cop_tui.practice.prompts import Prompt
from cop_tui.practice.tell import tell
from cop_tui.practice.todays_steps import Steps
from cop_tui.practice.words import title_of
from cop_tui.tui.check_in.question import Line, Question, Reading, Reply

MARKS = "@ who   + community   > goal"
"""The marks that a line may carry."""


def learned(book: Book, steps: Steps) -> Iterator[Question]:
    """Ask what was learned, and what came of one thing learned some time ago."""
    line = Line(hint=f"in one line   {MARKS}", reading=Reading.MARKED)
    yield Learned(step=Step.LEARN, what="What did you learn?", line=line)
    for again in steps.again[:1]:
        yield CameBack(
            step=Step.LEARN,
            what=title_of(again.record, book),
            why=again.why,
            line=Line(hint="in one line"),
            about=again,
        )


def told(steps: Steps) -> Iterator[Question]:
    """Ask for the story, under the prompt of the day."""
    line = Line(hint="in one line, or ctrl+e for more", reading=Reading.MARKED, long=True)
    yield Told(step=Step.TELL, what=steps.prompt.text, why=steps.prompt.why, line=line, about=steps.prompt)


@dataclass(frozen=True, kw_only=True)
class Learned(Question):
    """What did you learn?"""

    def say(self, book: Book, words: str, *, now: datetime) -> Reply:
        """Log it, with what its marks name."""
        said = marked(book, words)
        change = learn(book, said.text, now=now, community=said.community, people=said.people, goal=said.goal)
        return Reply(change=change, word=said.text)


@dataclass(frozen=True, kw_only=True)
class CameBack(Question):
    """Was it used?"""

    about: AskAgain
    """What came back."""

    def say(self, book: Book, words: str, *, now: datetime) -> Reply:
        """Keep what came of it."""
        record: Learning | Story = self.about.record
        return Reply(change=came_back(book, record, words, now=now), word=words)


@dataclass(frozen=True, kw_only=True)
class Told(Question):
    """Tell the story, under a prompt."""

    about: Prompt
    """The prompt."""

    def say(self, book: Book, words: str, *, now: datetime) -> Reply:
        """Write the entry, with what its marks name; else it belongs where the prompt came from.

        Markdown of several lines has no marks: `>` and `+` mean something else in it.
        """
        said = marked(book, words) if "\n" not in words else Marked(text=words)
        prompted = book.communities.get(self.about.community or "")
        community = said.community or prompted
        element = self.about.element if community == prompted else None
        change = tell(book, said.text, now=now, community=community, people=said.people, element=element)
        return Reply(change=change, word=said.text)
