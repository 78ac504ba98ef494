"""What the names in a field mean: people, a community, a goal. Pure.

A field shows names as they can be shown and parts them by commas; a name with a comma in it, or with something in it
that no terminal shows, still means its person.
"""

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.domain.interest import folded
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record
from cop_tui.practice.resolve import resolve
from cop_tui.practice.words import visible

COMMAS = 3
"""Commas that a name may hold."""

R = TypeVar("R", bound=Record)


def shown(words: str) -> str:
    """Return a name as it stands in a field: in one line, everything visible."""
    return visible(" ".join(words.split()))


def people_in(book: Book, words: str, about: Collection[str] = ()) -> list[str | Person]:
    """Return the people whom words name, parted by commas; those who are not known yet as they were named.

    Of several with one name, the one with an id in `about` is meant, else the one known longest.
    """
    known = _by_key(book.people.values(), lambda person: person.name, about)
    pieces, found = words.split(","), list[str | Person]()
    while pieces:
        taken, name = _longest(pieces, known)
        pieces = pieces[taken:]
        if name:
            found.append(known.get(folded(name), name))
    return found


def subjects_in(book: Book, words: str) -> list[str]:
    """Return the subjects that words name, parted by commas; one that is known may have commas in it."""
    return parted(words, (one.subject for one in book.interests.values()))


def parted(words: str, known: Iterable[str]) -> list[str]:
    """Return the names between commas; one that is known may have commas in it, and comes as it is known."""
    exact = {shown(one): one for one in known}
    keys = {folded(name) for name in exact}
    pieces, found = words.split(","), list[str]()
    while pieces:
        taken, name = _longest(pieces, keys)
        pieces = pieces[taken:]
        if name:
            found.append(exact.get(name, name))
    return found


def person_in(book: Book, words: str, about: Collection[str] = ()) -> str | Person:
    """Return the one person whom words name, commas and all; as they were named, where they are not known yet."""
    return _by_key(book.people.values(), lambda person: person.name, about).get(folded(words), words)


def community_in(book: Book, words: str, about: Collection[str] = ()) -> Community | None:
    """Return the community that words name; none where there are no words.

    Raises:
        CopError: There is none such, or there are several.
    """
    open_ones = [one for one in book.communities.values() if not one.archived]
    return _named(book, Community, words, _by_key(open_ones, lambda one: one.name, about))


def goal_in(book: Book, words: str) -> Goal | None:
    """Return the goal that words name; none where there are no words.

    Raises:
        CopError: There is none such, or there are several.
    """
    pursued = [one for one in book.goals.values() if one.state is Pursuit.PURSUING]
    return _named(book, Goal, words, _by_key(pursued, lambda one: one.text, ()))


def _named(book: Book, kind: type[R], words: str, known: dict[str, R]) -> R | None:
    if not words.strip():
        return None
    return known.get(folded(words)) or resolve(book, words, kind)


def _by_key(records: Iterable[R], name: Callable[[R], str], about: Collection[str]) -> dict[str, R]:
    """Return records by the key of the name that is shown; of several, the best one."""
    best_last = sorted(records, key=lambda one: (one.id in about, -one.created.timestamp(), one.id))
    return {folded(shown(name(one))): one for one in best_last}


def _longest(pieces: list[str], known: Collection[str]) -> tuple[int, str]:
    """Return how many of the pieces, from the first on, make up one name, and the name."""
    for taken in range(min(len(pieces), COMMAS + 1), 1, -1):
        name = ",".join(pieces[:taken]).strip()
        if folded(name) in known:
            return taken, name
    return 1, pieces[0].strip()
