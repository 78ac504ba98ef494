"""Learn: log what was learned, climb its rungs, note what came of it later."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community
from cop_tui.domain.errors import Refused
from cop_tui.domain.goal import Goal
from cop_tui.domain.learning import Climb, FollowUp, Learning
from cop_tui.domain.person import Person
from cop_tui.domain.purpose import RUNGS, Purpose
from cop_tui.domain.record import altered, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.manners import here, named, said, tagged
from cop_tui.practice.people import met, unknown_yet
from cop_tui.practice.words import title_of

E = TypeVar("E", bound=Learning | Story)


def learn(
    book: Book,
    text: str,
    *,
    now: datetime,
    on: datetime | None = None,
    community: Community | None = None,
    people: Sequence[str | Person] = (),
    goal: Goal | None = None,
    purpose: Purpose | None = None,
    commitment: Commitment | None = None,
    tags: Sequence[str] = (),
) -> Change:
    """Log one thing learned, on the first rung of its purpose; #tags in the text are kept with it.

    The purpose is the one given, else the community's, else individual development. What was learned at a gathering
    belongs to the gathering's community unless another one is named.
    """
    words = said(text, "There is nothing to keep yet", "Say in one line what you learned")
    place = _place(book, community, commitment)
    sources = met(book, people, now=now)
    aim = purpose or (place.purpose if place else None) or Purpose.INDIVIDUAL_DEVELOPMENT
    rung = RUNGS[aim][0]
    entry = fresh(
        Learning,
        now,
        text=words,
        on=on or now,
        community=place.id if place else None,
        people=tuple(person.id for person in sources),
        commitment=here(book, commitment).id if commitment else None,
        goal=here(book, goal).id if goal else None,
        purpose=aim,
        rung=rung,
        climbs=(Climb(rung=rung, on=on or now),),
        tags=tagged(words, tags),
    )
    return Change(sentence=f"Learned: {named(words)}", at=now, put=(*unknown_yet(book, sources), entry))


def climb(book: Book, learning: Learning, *, now: datetime) -> Change:
    """Move what was learned to the next rung of its purpose."""
    before = here(book, learning)
    ladder = RUNGS[before.purpose]
    reached = ladder.index(before.rung) + 1 if before.rung in ladder else 0
    if reached == len(ladder):
        raise Refused(f"{named(before.text)} is on its top rung: {before.rung}", "Tell its story, or pass it on")
    rung = ladder[reached]
    after = altered(before, now, rung=rung, climbs=(*before.climbs, Climb(rung=rung, on=now)))
    return Change(sentence=f"Climbed to {rung}: {named(before.text)}", at=now, put=(after,))


def came_back(book: Book, record: E, text: str = "", *, now: datetime) -> Change:
    """Note what came of a learning entry or a story since; without words it is put off until the next time."""
    before = here(book, record)
    words = text.strip()
    after = altered(before, now, follow_ups=(*before.follow_ups, FollowUp(on=now, text=words)))
    done = "Noted what came of" if words else "Put off"
    return Change(sentence=f"{done} {title_of(before, book)}", at=now, put=(after,))


def _place(book: Book, community: Community | None, commitment: Commitment | None) -> Community | None:
    if community:
        return here(book, community)
    return book.communities.get(commitment.community or "") if commitment else None
