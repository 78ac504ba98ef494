"""How the communities are, all of them at one glance."""

from datetime import datetime

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.practice.cultivation import Beat, elements, pulse


class Glance(Struct, frozen=True):
    """How one community does."""

    community: str
    """Its id."""
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
    order = list(Beat)
    found = [(pulse(book, one, now).word, one) for one in book.communities.values() if not one.archived]
    found.sort(key=lambda pair: (order.index(pair[0]), pair[1].name.casefold(), pair[1].id))
    return tuple(_glance(book, one, beat, now) for beat, one in found)


def beat_word(beat: Beat) -> str:
    """Return a pulse in a word; where it can't be told, what is missing."""
    return "rhythm?" if beat is Beat.UNKNOWN else beat.value


def _glance(book: Book, one: Community, beat: Beat, now: datetime) -> Glance:
    focus, people, practice = (reading.marks for reading in elements(book, one, now))
    return Glance(one.id, one.name, (focus, people, practice), beat_word(beat), is_quiet=beat is Beat.QUIET)
