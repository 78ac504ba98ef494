"""What ties people to the rest of the book: their communities, what came of them, what the member shares with them.

Reckoned once a book, so that going from person to person walks over no table.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.learning import Learning
from cop_tui.domain.person import Person
from cop_tui.domain.story import Story
from cop_tui.practice.discovery import shared_interests

_DEEPEST = {depth: number for number, depth in enumerate(reversed(Depth))}


def communities_of(book: Book, person_id: str) -> tuple[Community, ...]:
    """Return the communities in which a person takes part, those that are out of sight last."""
    return _communities(book).get(person_id, ())


def cares(book: Book, who: str) -> tuple[Interest, ...]:
    """Return what a person, or the member, cares about: the deepest first, and of those the latest said."""
    found = book.interests_by_person.get(who, ())
    return tuple(sorted(found, key=lambda one: (_DEEPEST[one.depth], -one.on.timestamp(), one.id)))


def in_common(book: Book, person_id: str) -> tuple[str, ...]:
    """Return the subjects that the member and a person both care about."""
    return _shared(book).get(person_id, ())


def learned_from(book: Book, person_id: str) -> tuple[Learning, ...]:
    """Return what the member learned from a person, the latest first."""
    return tuple(one for one in _latest_first_with(book, person_id) if isinstance(one, Learning))


def stories_with(book: Book, person_id: str) -> tuple[Story, ...]:
    """Return the stories in which a person is, the latest first."""
    return tuple(one for one in _latest_first_with(book, person_id) if isinstance(one, Story))


def gatherings_with(book: Book, person_id: str) -> tuple[Invitation | Commitment, ...]:
    """Return the invitations from or to a person and the promises that came of them, the latest first."""
    invited = _invited(book).get(person_id, ())
    promises = (promise for one in invited for promise in book.commitments_by_invitation.get(one.id, ()))
    return tuple(sorted((*invited, *promises), key=_latest_first, reverse=True))


def by_name(person: Person) -> tuple[str, str]:
    """Return the key by which people stand in the order of their names."""
    return person.name.casefold(), person.id


def _latest_first(one: Invitation | Commitment) -> tuple[datetime, str]:
    return one.start or one.created, one.id


@lru_cache(maxsize=2)
def _communities(book: Book) -> Mapping[str, tuple[Community, ...]]:
    found: dict[str, dict[str, Community]] = {}
    in_order = sorted(book.communities.values(), key=lambda one: (one.archived, one.name.casefold(), one.id))
    for community in in_order:
        for taker in community.people:
            found.setdefault(taker.person, {})[community.id] = community
    return {person: tuple(ones.values()) for person, ones in found.items()}


@lru_cache(maxsize=2)
def _shared(book: Book) -> Mapping[str, tuple[str, ...]]:
    return shared_interests(book)


def _latest_first_with(book: Book, person_id: str) -> list[Learning | Story]:
    return sorted(_entries(book).get(person_id, ()), key=lambda one: (one.on, one.id), reverse=True)


@lru_cache(maxsize=2)
def _entries(book: Book) -> Mapping[str, tuple[Learning | Story, ...]]:
    found: dict[str, list[Learning | Story]] = {}
    entries: list[Learning | Story] = [*book.learning.values(), *book.stories.values()]
    for entry in entries:
        for person in dict.fromkeys(entry.people):
            found.setdefault(person, []).append(entry)
    return {person: tuple(ones) for person, ones in found.items()}


@lru_cache(maxsize=2)
def _invited(book: Book) -> Mapping[str, tuple[Invitation, ...]]:
    found: dict[str, list[Invitation]] = {}
    for invitation in book.invitations.values():
        for person in dict.fromkeys(_asked_and_asking(invitation)):
            found.setdefault(person, []).append(invitation)
    return {person: tuple(ones) for person, ones in found.items()}


def _asked_and_asking(invitation: Invitation) -> Iterable[str]:
    if invitation.sender:
        yield invitation.sender
    yield from (one.person for one in invitation.recipients)
