"""Prompts: one question a day under which something can be told."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community, Element, Stage, StageMove
from cop_tui.domain.learning import Learning
from cop_tui.domain.moment import seen_from
from cop_tui.practice.activity import happenings
from cop_tui.practice.cultivation import Life, elements
from cop_tui.practice.on_this_day import on_this_day
from cop_tui.practice.phrases import counted, quoted
from cop_tui.practice.words import day_words, title_of

LATELY = 14
"""Days for which a stage that was reached is news."""

ANY_DAY = (
    "Who made your day easier, and how?",
    "What did you try for the first time?",
    "Which question won't leave you alone?",
    "What did someone say that you want to remember?",
    "What would you do in another way next time?",
    "Whom did you bring together, or who brought you together with someone?",
    "What do you know today that you didn't know a week ago?",
    "What was good about being there?",
    "What did you pass on that you once got from someone else?",
    "What surprised you?",
    "Where did something that you learned come in useful?",
    "What are you looking forward to, and with whom?",
    "Which small thing would be a pity to forget?",
)
"""Questions for a day on which nothing else asks for a word."""

OF_ELEMENT = {
    Element.FOCUS: "Which question is open in {name} just now?",
    Element.PEOPLE: "Who in {name} should hear from you, and what about?",
    Element.PRACTICE: "What could you try out together in {name}?",
}
"""The question that each element asks when it has gone quiet."""

OF_STAGE = {
    Stage.POTENTIAL: "How did {name} come to your mind, and who else might care?",
    Stage.COALESCING: "What was it like when {name} came together?",
    Stage.MATURING: "What does {name} know now that it could write down?",
    Stage.STEWARDSHIP: "What keeps {name} alive, and who is new in it?",
    Stage.TRANSFORMATION: "What would you like to keep of {name}, and whom do you thank?",
}
"""The question that each stage asks when it was reached lately."""


class Prompt(Struct, frozen=True, kw_only=True):
    """One question under which to tell something."""

    text: str
    """The question."""
    why: str
    """Why it comes today."""
    community: str | None = None
    """The id of the community that it is about."""
    element: Element | None = None
    """The element that it is about."""


def prompt_for(book: Book, now: datetime) -> Prompt:
    """Return the question of the day: about what the day brings, by turns, else one for any day."""
    communities = sorted(
        (one for one in book.communities.values() if not one.archived),
        key=lambda one: (one.name.casefold(), one.id),
    )
    turn = now.date().toordinal()
    occasions = [
        prompts[turn % len(prompts)]
        for prompts in (
            list(_quiet(book, communities, now)),
            list(_reached(communities, now)),
            list(_years_ago(book, now)),
        )
        if prompts
    ]
    if occasions:
        return occasions[turn % len(occasions)]
    return Prompt(text=ANY_DAY[turn % len(ANY_DAY)], why="A question for today")


def _quiet(book: Book, communities: list[Community], now: datetime) -> Iterator[Prompt]:
    """Go through the quiet elements of communities in which anything ever happened."""
    for community in communities:
        if happenings(book).get(community.id):
            for reading in elements(book, community, now):
                if reading.state is Life.QUIET:
                    text = OF_ELEMENT[reading.element].format(name=community.name)
                    yield Prompt(text=text, why=reading.why, community=community.id, element=reading.element)


def _reached(communities: list[Community], now: datetime) -> Iterator[Prompt]:
    today = now.date()
    for community in communities:
        move = latest_move(community)
        if move is not None and today - timedelta(days=LATELY) <= move.on <= today:
            text = OF_STAGE[move.stage].format(name=community.name)
            why = f"{community.name} has been at stage {move.stage.value} since {day_words(move.on, today)}"
            yield Prompt(text=text, why=why, community=community.id)


def _years_ago(book: Book, now: datetime) -> Iterator[Prompt]:
    for entry in on_this_day(book, now):
        years = now.year - seen_from(entry.on, now).year
        told = "learned" if isinstance(entry, Learning) else "told"
        ago = "A year" if years == 1 else counted(years, "year")
        yield Prompt(
            text="What has come of it since?",
            why=f"{ago} ago today you {told} {quoted(title_of(entry, book))}",
            community=entry.community,
            element=None if isinstance(entry, Learning) else entry.element,
        )


def latest_move(community: Community) -> StageMove | None:
    """Return a community's latest move from stage to stage; none where none is dated."""
    return max(community.stages, key=lambda move: move.on, default=None)
