"""How the communities are, all of them at one glance."""

from datetime import datetime

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.practice.cultivation import Beat, elements, pulse


class Glance(Struct, frozen=True):
    """How one community does."""

    name: str
    """Its name."""
    marks: tuple[int, int, int]
    """Focus, people and practice, 0 to 5 each."""
    word: str
    """Its pulse in a word, or what is missing to tell it."""
    is_quiet: bool = False
    """Whether it has gone quiet."""


def at_a_glance(book: Book, now: datetime) -> tuple[Glance, ...]:
    """Return how the member's communities do, the liveliest first; those that are archived are left out."""
    kept = [one for one in book.communities.values() if not one.archived]
    found = [_of(book, one, now) for one in kept]
    return tuple(glance for _, glance in sorted(found, key=lambda pair: (pair[0], pair[1].name.casefold())))


def _of(book: Book, community: Community, now: datetime) -> tuple[int, Glance]:
    beat = pulse(book, community, now).word
    focus, people, practice = (reading.marks for reading in elements(book, community, now))
    word = "rhythm?" if beat is Beat.UNKNOWN else beat.value
    glance = Glance(community.name, (focus, people, practice), word, is_quiet=beat is Beat.QUIET)
    return list(Beat).index(beat), glance
