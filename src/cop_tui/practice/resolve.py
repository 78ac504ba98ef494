"""Resolve what a member refers to: an id, the beginning of one, or words of a title."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar, cast

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community
from cop_tui.domain.errors import Ambiguous, NotFound
from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.domain.gone import Gone
from cop_tui.domain.invitation import Answer, Invitation, State, Way
from cop_tui.domain.record import Record
from cop_tui.practice.records import day_of
from cop_tui.practice.words import exact_day, fold, one_line, title_of, whole_title

SHORT = 8
"""Letters of an id that are shown; more where two ids begin alike."""

MOST = 12
"""Candidates that are listed at most."""

NAMES = {
    "people": "person",
    "interests": "interest",
    "communities": "community",
    "invitations": "invitation",
    "commitments": "commitment",
    "goals": "goal",
    "learning": "learning entry",
    "stories": "story",
    "check_ins": "check-in",
}
"""What one record of each table is called."""

_EVERY_KIND = tuple(kind for kind in KINDS if kind is not Gone)
_ID = re.compile("[0-9a-f]{4,32}")

R = TypeVar("R", bound=Record)


def resolve(book: Book, ref: str, *kinds: type[R], among: Iterable[R] | None = None) -> R:
    """Return the one record of these kinds, or of any, that the words refer to.

    An id, or four letters or more that only one id begins with; otherwise words that must all be in one title. The
    title itself goes before whole words, those before parts of words; what is open goes before what is closed. Words of
    its date tell one gathering of a series from the next: "rust 27 nov".

    Args:
        book: Where to look.
        ref: What the member wrote.
        kinds: The kinds that can be meant; all, where none is given.
        among: The records that words can mean; an id reaches the others too.

    Raises:
        NotFound: Nothing answers to it.
        Ambiguous: Several do; they are listed.
    """
    wanted = kinds or cast("tuple[type[R], ...]", _EVERY_KIND)
    pool = [record for kind in wanted for record in book.of(kind).values()]
    by_id = list(_by_id(pool, ref.strip().casefold()))
    found = list(
        {record.id: record for record in (*by_id, *_by_words(book, pool if among is None else among, ref))}.values()
    )
    if len(found) == 1 or (by_id and by_id[0].id == ref.strip().casefold()):
        return found[0]
    if not found:
        raise NotFound(_nothing(ref, kinds), "Name it by words of its title, or by its id")
    lines = [candidate_line(record, book) for record in found[:MOST]]
    more = [f"and {len(found) - MOST} more"] if len(found) > MOST else []
    raise Ambiguous(f"{_quoted(ref)} could be any of these", (*lines, *more), "Add a word or its day, or take the id")


def is_open(record: Record) -> bool:
    """Tell whether something can still become of a record; those that never close are always open."""
    match record:
        case Commitment():
            return record.outcome is Outcome.OPEN
        case Invitation():
            return record.state is State.OPEN and (record.way is Way.SENT or record.answer is Answer.WAITING)
        case Goal():
            return record.state is Pursuit.PURSUING
        case Community():
            return not record.archived
    return True


def short_id(record: Record, book: Book) -> str:
    """Return the beginning of a record's id that no other record's id has."""
    alike = _alike(book).get(record.id[:SHORT], set()) - {record.id}
    length = SHORT
    while any(other.startswith(record.id[:length]) for other in alike) and length < len(record.id):
        length += 1
    return record.id[:length]


@lru_cache(maxsize=2)
def _alike(book: Book) -> Mapping[str, set[str]]:
    """Return the ids that share their beginning with another's, by that beginning; gone over once a book."""
    counts = Counter(record.id[:SHORT] for record in book.records())
    alike: dict[str, set[str]] = {begins: set() for begins, count in counts.items() if count > 1}
    for record in book.records() if alike else ():
        if record.id[:SHORT] in alike:
            alike[record.id[:SHORT]].add(record.id)
    return alike


def candidate_line(record: Record, book: Book) -> str:
    """Return a line to choose a record by: "1a2b3c4d  Rust study group, Fri 27 Nov 2026"."""
    day = day_of(record)
    return f"{short_id(record, book)}  {title_of(record, book)}{f', {exact_day(day)}' if day else ''}"


def _by_id(pool: Iterable[R], ref: str) -> Iterator[R]:
    """Go through the records whose id begins so; the one whose id it is comes first."""
    if _ID.fullmatch(ref):
        yield from sorted((record for record in pool if record.id.startswith(ref)), key=lambda one: one.id)


def _by_words(book: Book, pool: Iterable[R], ref: str) -> Sequence[R]:
    """Return the records that the words fit best: open before closed, the whole title before parts of it."""
    words = fold(ref).split()
    titles = [(record, fold(whole_title(record, book))) for record in pool] if words else []
    for wanted in (True, False):
        group = [(record, title) for record, title in titles if is_open(record) is wanted]
        for fits in _FITS:
            found = [record for record, title in group if fits(words, title, record)]
            if found:
                return sorted(found, key=lambda one: (day_of(one) or date.max, one.id))
    return ()


def _is_title(words: list[str], title: str, _record: Record) -> bool:
    return " ".join(words) == title


def _has_words(words: list[str], title: str, _record: Record) -> bool:
    return set(words) <= set(title.split())


def _has_parts(words: list[str], title: str, _record: Record) -> bool:
    return all(word in title for word in words)


def _has_words_and_day(words: list[str], title: str, record: Record) -> bool:
    day = day_of(record)
    said = fold(f"{exact_day(day)} {day}").split() if day else []
    left = [word for word in words if word not in said]
    return bool(left) and len(left) < len(words) and _has_parts(left, title, record)


_FITS: tuple[Callable[[list[str], str, Record], bool], ...] = (_is_title, _has_words, _has_parts, _has_words_and_day)


def _nothing(ref: str, kinds: Sequence[type[Record]]) -> str:
    names = [NAMES.get(kind.table, kind.table) for kind in kinds]
    return f"No {' or '.join(names) if names else 'record'} fits {_quoted(ref)}"


def _quoted(ref: str) -> str:
    return f"“{one_line(ref, 40)}”"
