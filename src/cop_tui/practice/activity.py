"""What happened in each community and with each person, gathered once for the readings that rest on it.

Kept apart so that a screen with many communities goes over the tables once and not once for each of them.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Element
from cop_tui.domain.learning import Learning
from cop_tui.domain.moment import seen_from
from cop_tui.domain.purpose import RUNGS, Purpose, Rung


class What(StrEnum):
    """What kind of thing happened, as one says it of one."""

    LEARNED = "learning entry"
    ASKED = "open question"
    TOLD = "story"
    NEWCOMER = "new person"
    TOUCH = "contact"
    INVITED = "invitation"
    KEPT = "gathering kept"
    DONE = "promise kept"
    CLIMBED = "entry climbed"
    MADE = "piece of knowledge"


class Happening(Struct, frozen=True, gc=False):
    """One thing that happened in a community."""

    on: datetime
    """When; midnight UTC of the day where it is all day."""
    what: What
    """What kind of thing."""
    element: Element
    """Which of the three elements it nourishes."""
    record: str
    """The id of the record that tells of it."""
    all_day: bool = False
    """Whether it is about a day and not about an hour."""

    def day(self, now: datetime) -> date:
        """Return its day in the zone that `now` carries."""
        return seen_from(self.on, now, all_day=self.all_day).date()


@lru_cache(maxsize=2)
def happenings(book: Book) -> Mapping[str, tuple[Happening, ...]]:
    """Return what happened in each community, by its id, the newest first.

    The order is that of the dates that the moments were noted with, which is found far quicker than that of the
    moments themselves; those are at most two days off.
    """
    found: dict[str, list[Happening]] = {community: [] for community in book.communities}
    for source in (_learned, _told, _kept, _invited, _touched):
        for community, happening in source(book):
            found.setdefault(community, []).append(happening)
    return {
        community: tuple(sorted(group, key=lambda one: one.on.toordinal(), reverse=True))
        for community, group in found.items()
    }


@lru_cache(maxsize=2)
def touches(book: Book) -> Mapping[str, tuple[datetime, ...]]:
    """Return when the member was in touch with each person, by the person's id, oldest first.

    In touch means a contact, asking what they care about, learning from them, telling of something with them.
    """
    found: dict[str, list[datetime]] = {
        person.id: [contact.on for contact in person.contacts] for person in book.people.values()
    }
    for interest in book.interests.values():
        if interest.who in found:
            found[interest.who].append(interest.on)
    for table in (book.learning, book.stories):
        for entry in table.values():
            for person_id in entry.people:
                if person_id in found:
                    found[person_id].append(entry.on)
    return {person_id: tuple(sorted(moments, key=datetime.timestamp)) for person_id, moments in found.items()}


def last_touch(book: Book, person_id: str, now: datetime) -> date | None:
    """Return the day on which the member was last in touch with a person; none where they never were."""
    past = [moment for moment in touches(book).get(person_id, ()) if moment <= now]
    return seen_from(past[-1], now).date() if past else None


def moment_kept(commitment: Commitment) -> tuple[datetime, bool]:
    """Return when a kept promise was kept, and whether that is about a day: its start, unless it was kept before."""
    closed = commitment.closed_on or commitment.updated
    if commitment.start is not None and commitment.start <= closed:
        return commitment.start, commitment.all_day
    return closed, False


def _learned(book: Book) -> Iterator[tuple[str, Happening]]:
    for entry in book.learning.values():
        if entry.community:
            for happening in _of_learning(entry):
                yield entry.community, happening


def _of_learning(entry: Learning) -> Iterator[Happening]:
    what = What.ASKED if entry.rung is Rung.ASKED else What.LEARNED
    yield Happening(entry.on, what, Element.FOCUS, entry.id)
    if entry.purpose is Purpose.KNOWLEDGE:
        yield Happening(entry.on, What.MADE, Element.PRACTICE, entry.id)
    for climb in entry.climbs:
        if climb.rung is not RUNGS[entry.purpose][0]:
            yield Happening(climb.on, What.CLIMBED, Element.PRACTICE, entry.id)


def _told(book: Book) -> Iterator[tuple[str, Happening]]:
    for story in book.stories.values():
        if story.community:
            yield story.community, Happening(story.on, What.TOLD, story.element or Element.FOCUS, story.id)


def _kept(book: Book) -> Iterator[tuple[str, Happening]]:
    for commitment in book.commitments.values():
        if commitment.community and commitment.outcome is Outcome.KEPT:
            what = What.KEPT if commitment.kind is Promise.SHOW_UP else What.DONE
            on, all_day = moment_kept(commitment)
            yield commitment.community, Happening(on, what, Element.PRACTICE, commitment.id, all_day)


def _invited(book: Book) -> Iterator[tuple[str, Happening]]:
    for invitation in book.invitations.values():
        if invitation.community:
            on = invitation.stamp or invitation.created
            yield invitation.community, Happening(on, What.INVITED, Element.PEOPLE, invitation.id)


def _touched(book: Book) -> Iterator[tuple[str, Happening]]:
    for community in book.communities.values():
        for taker in community.people:
            person = book.people.get(taker.person)
            if person is not None:
                yield community.id, Happening(person.created, What.NEWCOMER, Element.PEOPLE, person.id)
                for contact in person.contacts:
                    yield community.id, Happening(contact.on, What.TOUCH, Element.PEOPLE, person.id)
