"""What someone cares about, as interests: each subject once, whatever the spelling."""

from collections.abc import Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Refused
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.record import altered, fresh
from cop_tui.practice.subjects import key_of


def cared_about(
    book: Book, who: str, subjects: Sequence[str], *, now: datetime, note: str = "", depth: Depth | None = None
) -> tuple[Interest, ...]:
    """Return the interests of a person, or of the member, in these subjects, new or brought up to date.

    Without a depth, a new interest is curious and a known one stays as deep as it was.
    """
    found = {key_of(book, one.subject): one for one in book.interests_by_person.get(who, ())}
    told: dict[str, Interest] = {}
    for subject in subjects:
        words = subject.strip()
        key = key_of(book, words)
        if not words or key in told:
            continue
        known = found.get(key) or fresh(Interest, now, who=who, subject=words, on=now)
        told[key] = altered(known, now, on=now, note=note.strip() or known.note, depth=depth or known.depth)
    if not told:
        raise Refused("There is no subject in it", "Name one thing that they, or you, care about")
    return tuple(told.values())
