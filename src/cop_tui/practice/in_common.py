"""What the member and a person have in common: communities, learning, stories, invitations, promises."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.learning import Learning
from cop_tui.domain.record import Record
from cop_tui.domain.story import Story


class InCommon(Struct, frozen=True, kw_only=True):
    """All that one person has to do with."""

    learned: tuple[Learning, ...] = ()
    """What the member learned from them, the newest first."""
    told: tuple[Story, ...] = ()
    """Stories with them in it, the newest first."""
    around: tuple[Invitation | Commitment, ...] = ()
    """Invitations from and to them, and the promises that came of those, the newest first."""


def in_common(book: Book, person_id: str) -> InCommon:
    """Return what a person has to do with."""
    found = _by_person(book).get(person_id, [])
    learned = [one for one in found if isinstance(one, Learning)]
    told = [one for one in found if isinstance(one, Story)]
    around = [one for one in found if isinstance(one, Invitation | Commitment)]
    return InCommon(
        learned=tuple(sorted(learned, key=lambda one: (one.on, one.id), reverse=True)),
        told=tuple(sorted(told, key=lambda one: (one.on, one.id), reverse=True)),
        around=tuple(sorted(around, key=lambda one: (one.start or one.created, one.id), reverse=True)),
    )


@lru_cache(maxsize=1)
def _by_person(book: Book) -> Mapping[str, list[Record]]:
    """Go over the book once, for all the people whom the member looks at."""
    found: dict[str, list[Record]] = {}
    for person_id, record in _pairs(book):
        found.setdefault(person_id, []).append(record)
    return found


def _pairs(book: Book) -> Iterator[tuple[str, Record]]:
    for table in (book.learning, book.stories):
        for entry in table.values():
            yield from ((person, entry) for person in entry.people)
    for invitation in book.invitations.values():
        people = dict.fromkeys((invitation.sender, *(one.person for one in invitation.recipients)))
        promised = book.commitments_by_invitation.get(invitation.id, ())
        for person in people:
            if person:
                yield from ((person, record) for record in (invitation, *promised))
