"""The timeline of a community: everything that was noted in it, newest first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community
from cop_tui.domain.invitation import Invitation, Offer, Way
from cop_tui.domain.learning import Learning
from cop_tui.domain.moment import seen_from
from cop_tui.domain.purpose import RUNGS
from cop_tui.domain.story import Story
from cop_tui.practice.kept import day_of_promise
from cop_tui.practice.words import title_of

CAME_OF_IT = {
    Outcome.KEPT: "kept",
    Outcome.MISSED: "missed",
    Outcome.EXCUSED: "excused",
    Outcome.RELEASED: "called off",
}
"""What came of a promise, in a word."""


class Belonging(Struct, frozen=True, kw_only=True):
    """What belongs to one community."""

    commitments: list[Commitment] = []
    """Its promises."""
    invitations: list[Invitation] = []
    """Its invitations."""
    learning: list[Learning] = []
    """What was learned in it."""
    stories: list[Story] = []
    """What was told of it."""


class Event(Struct, frozen=True, kw_only=True):
    """One thing in a community's life."""

    day: date
    """The day, in the member's zone."""
    what: str
    """What happened, in a word or two."""
    title: str
    """What or whom it is about."""
    id: str
    """The id of the record that tells of it: the community itself for what happened to it as a whole."""
    place: int = 0
    """Which it was of several alike on one day, the first being 0."""


def belonging(book: Book, community: Community) -> Belonging:
    """Return what belongs to a community; the book is gone through once for all of them."""
    return _by_community(book).get(community.id, Belonging())


@lru_cache(maxsize=2)
def _by_community(book: Book) -> Mapping[str, Belonging]:
    found: defaultdict[str, Belonging] = defaultdict(Belonging)
    for name in Belonging.__struct_fields__:
        for record in getattr(book, name).values():
            if record.community:
                getattr(found[record.community], name).append(record)
    return found


def timeline(book: Book, community: Community, now: datetime) -> tuple[Event, ...]:
    """Return everything up to today that was noted in a community, newest first."""
    return _timeline(book, community, now.replace(hour=0, minute=0, second=0, microsecond=0, fold=0))


@lru_cache(maxsize=4)
def _timeline(book: Book, community: Community, now: datetime) -> tuple[Event, ...]:
    """Return it for a whole day, so that it is made once for a page that is drawn again and again."""
    sources = (_itself, _gatherings, _invitations, _learning, _stories, _people)
    found = [event for source in sources for event in source(book, community, now) if event.day <= now.date()]
    found.sort(key=lambda one: (-one.day.toordinal(), one.what, -one.place, one.title.casefold(), one.id))
    return tuple(found)


def _itself(_book: Book, community: Community, _now: datetime) -> Iterator[Event]:
    name, its = community.name, community.id
    for number, move in enumerate(community.stages):
        what = "began as" if number == 0 else "moved to"
        yield Event(day=move.on, what="stage", title=f"{what} {move.stage.value}", id=its, place=number)
    if community.joined_on:
        yield Event(day=community.joined_on, what="you", title=f"joined {name}", id=its)
    if community.left_on:
        yield Event(day=community.left_on, what="you", title=f"left {name}", id=its)


def _gatherings(book: Book, community: Community, now: datetime) -> Iterator[Event]:
    for one in belonging(book, community).commitments:
        if one.outcome is not Outcome.OPEN:
            done = "done" if one.kind is Promise.DO and one.outcome is Outcome.KEPT else CAME_OF_IT[one.outcome]
            yield Event(day=day_of_promise(one, now), what=done, title=one.what, id=one.id)


def _invitations(book: Book, community: Community, now: datetime) -> Iterator[Event]:
    for one in belonging(book, community).invitations:
        sent = "proposed" if one.kind is Offer.PROPOSAL else "invited"
        what = f"you {sent}" if one.way is Way.SENT else sent
        yield Event(day=_day(one.stamp or one.created, now), what=what, title=one.title, id=one.id)


def _learning(book: Book, community: Community, now: datetime) -> Iterator[Event]:
    for one in belonging(book, community).learning:
        title = title_of(one, book)
        yield Event(day=_day(one.on, now), what="learned", title=title, id=one.id)
        for climb in one.climbs:
            if climb.rung is not RUNGS[one.purpose][0]:
                yield Event(day=_day(climb.on, now), what=climb.rung.value, title=title, id=one.id)


def _stories(book: Book, community: Community, now: datetime) -> Iterator[Event]:
    for one in belonging(book, community).stories:
        title = title_of(one, book)
        yield Event(day=_day(one.on, now), what="told", title=title, id=one.id)
        for cycle in one.cycles:
            yield Event(day=_day(cycle.on, now), what=cycle.cycle.value, title=title, id=one.id)


def _people(book: Book, community: Community, now: datetime) -> Iterator[Event]:
    """Go through the people whom the member came to know while the community was there."""
    began = datetime.combine(min((move.on for move in community.stages), default=date.min), time(0), tzinfo=UTC)
    for taker in community.people:
        person = book.people.get(taker.person)
        if person is not None and person.created >= max(began, community.created):
            yield Event(day=_day(person.created, now), what="new", title=person.name, id=person.id)


def _day(moment: datetime, now: datetime) -> date:
    return seen_from(moment, now).date()
