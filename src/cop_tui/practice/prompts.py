"""Prompts: questions under which something can be told; one for the day, and all that there are."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community, Element, Stage, StageMove
from cop_tui.domain.learning import Learning
from cop_tui.domain.moment import seen_from
from cop_tui.practice.activity import happenings
from cop_tui.practice.agenda import is_due
from cop_tui.practice.cultivation import Life, elements
from cop_tui.practice.field import ELEMENT_TEXTS, MONTHLY, VALUE_TEXTS, WEEKLY, YEARLY
from cop_tui.practice.on_this_day import on_this_day
from cop_tui.practice.phrases import counted, quoted
from cop_tui.practice.words import day_words, short_moment, title_of

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

OF_GATHERING = {
    "before": ("What do you bring, and what would you like to take home?", "Before {what}"),
    "at": ("Whom did you meet, and which question was answered?", "You were at {what}"),
    "after": ("What do you take away, and what will you try?", "After {what}"),
}
"""The questions around a gathering, each with when it fits; without one to name it is just a gathering."""

OF_OCCASION = {
    "joining": ("Why are you in it, and who made you welcome?", "When you join a community"),
    "convening": ("What was it like to call people together, and who was new?", "When you convene"),
    "weekly": ("Who went quiet this week, and who should meet whom?", "Once a week"),
    "monthly": ("Where do your communities stand, and are you in them as far as you like?", "Once a month"),
    "yearly": ("What do you know, do and pass on now that you didn't a year ago?", "Once a year"),
    "leaving": (
        "Why do you leave, what do you keep, and with whom do you stay in touch?",
        "When you leave a community",
    ),
}
"""The question of each other occasion, with when it fits."""

TODAY, OCCASIONS, VALUE, ANY = "Today", "Occasions", "What value showed", "Any day"
"""What prompts belong to that belong to no community."""


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
    group: str = TODAY
    """What it belongs to among all that there are: today, a community by its name, occasions, value, any day."""


def prompt_for(book: Book, now: datetime) -> Prompt:
    """Return the question of the day: about what the day brings, by turns, else one for any day."""
    communities = _communities(book)
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


def prompts(book: Book, now: datetime) -> tuple[Prompt, ...]:
    """Return every question there is: today's, those of each community, of the occasions, of value, of any day."""
    return (
        prompt_for(book, now),
        *(one for community in _communities(book) for one in _of_community(book, community, now)),
        *_of_gatherings(book, now),
        *(Prompt(text=text, why=why, group=OCCASIONS) for text, why in OF_OCCASION.values()),
        *_of_rounds(),
        *(Prompt(text=one.question, why=f"{one.title} value: {one.text}", group=VALUE) for one in VALUE_TEXTS.values()),
        *(Prompt(text=text, why="For any day", group=ANY) for text in ANY_DAY),
    )


def _of_rounds() -> Iterator[Prompt]:
    """Go through what to look at once a week, once a month, once a year, line by line."""
    for one in (WEEKLY, MONTHLY, YEARLY):
        for item in one.items:
            yield Prompt(text=item.text, why=f"{one.title}. {one.text}", group=one.title)


def _communities(book: Book) -> list[Community]:
    there = (one for one in book.communities.values() if not one.archived)
    return sorted(there, key=lambda one: (one.name.casefold(), one.id))


def _of_community(book: Book, community: Community, now: datetime) -> Iterator[Prompt]:
    """Go through the questions of a community: that of its stage, and of each of its elements as it does now."""
    yield Prompt(
        text=OF_STAGE[community.stage].format(name=community.name),
        why=f"{community.name} is at stage {community.stage.value}",
        community=community.id,
        group=community.name,
    )
    for reading in elements(book, community, now):
        title = ELEMENT_TEXTS[reading.element].title
        yield Prompt(
            text=OF_ELEMENT[reading.element].format(name=community.name),
            why=f"{title}: {reading.state.value}. {reading.why}",
            community=community.id,
            element=reading.element,
            group=community.name,
        )


def _of_gatherings(book: Book, now: datetime) -> Iterator[Prompt]:
    """Go through the questions before, at and after a gathering: the next one, and the last one you were at."""
    dated = [one for one in book.commitments.values() if one.start is not None and one.kind is Promise.SHOW_UP]
    ahead = (one for one in dated if one.outcome is Outcome.OPEN and not is_due(one, now))
    over = (one for one in dated if one.outcome is Outcome.KEPT and _start(one, now) < now)
    coming = min(ahead, key=lambda one: (_start(one, now), one.id), default=None)
    last = max(over, key=lambda one: (_start(one, now), one.id), default=None)
    for (text, why), one in zip(OF_GATHERING.values(), (coming, last, last), strict=True):
        what = "a gathering"
        if one is not None and one.start is not None:
            when = short_moment(one.start, now, timezone=one.timezone, all_day=one.all_day)
            what = f"{title_of(one, book)}, {when}"
        where = one.community if one else None
        yield Prompt(text=text, why=why.format(what=what), community=where, group=OCCASIONS)


def _start(one: Commitment, now: datetime) -> datetime:
    return seen_from(one.start or now, now, timezone=one.timezone, all_day=one.all_day)


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
