"""Share: note what the member cares about, and that someone is deeper in it now, or less deep."""

from collections.abc import Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Refused
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.member import ME
from cop_tui.domain.record import altered
from cop_tui.practice.caring import cared_about
from cop_tui.practice.manners import here, listed, named
from cop_tui.practice.words import person_words


def share(book: Book, subjects: Sequence[str], *, now: datetime, depth: Depth | None = None, note: str = "") -> Change:
    """Note what the member cares about; a subject said before is brought up to date and not doubled."""
    interests = cared_about(book, ME, subjects, now=now, note=note, depth=depth)
    return Change(
        sentence=f"Noted that you care about {listed(one.subject for one in interests)}", at=now, put=interests
    )


def deeper(book: Book, interest: Interest, *, now: datetime) -> Change:
    """Note that someone, or the member, is one step deeper in a subject.

    Raises:
        Refused: Nothing is deeper than to be able to help.
    """
    return _step(book, interest, 1, now)


def less_deep(book: Book, interest: Interest, *, now: datetime) -> Change:
    """Note that someone, or the member, is one step less deep in a subject.

    Raises:
        Refused: Nothing is less deep than to be curious.
    """
    return _step(book, interest, -1, now)


def depth_words(who: str, depth: Depth, book: Book) -> str:
    """Return how deep someone is in something, as a sentence goes on: "Li is practising", "you can help with"."""
    name, be = named(person_words(who, book)), "are" if who == ME else "is"
    doing = {
        Depth.CURIOUS: f"{be} curious about",
        Depth.LEARNING: f"{be} learning",
        Depth.PRACTISING: f"{be} practising",
        Depth.CAN_HELP: "can help with",
    }
    return f"{name} {doing[depth]}"


def _step(book: Book, interest: Interest, by: int, now: datetime) -> Change:
    before = here(book, interest)
    steps = list(Depth)
    place = steps.index(before.depth) + by
    if not 0 <= place < len(steps):
        end = "the deepest there is" if by > 0 else "the first step there is"
        raise Refused(f"That is {end}", "To take it out altogether, remove it")
    after = altered(before, now, depth=steps[place])
    sentence = f"Noted that {depth_words(after.who, after.depth, book)} {named(after.subject)}"
    return Change(sentence=sentence, at=now, put=(after,))
