"""One line with marks in it: `@Li` a person, `+Rust study group` a community, `>talk in June` a goal.

So that the check-in needs no form: whatever else belongs to a line is said in the line itself. A mark names what the
notebook knows already; one that names nothing known stays in the text as it was typed.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.domain.interest import folded
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record

PERSON, COMMUNITY, GOAL = "@", "+", ">"

MARK = re.compile(r"(?<!\S)([@+>])(?=\S)")
"""A mark within a line: at the start of a word."""

R = TypeVar("R", bound=Record)


class Marked(Struct, frozen=True, kw_only=True):
    """What a line says, and what its marks name."""

    text: str
    """The words without the marks; a name inside a sentence stays in it."""
    people: tuple[Person, ...] = ()
    """The people named, in their order."""
    community: Community | None = None
    """The community named last."""
    goal: Goal | None = None
    """The goal named last."""


def marked(book: Book, line: str) -> Marked:
    """Return what a line says and what its marks name."""
    names = _names(book)
    found: list[Record] = []
    text, rest = "", line
    while match := MARK.search(rest):
        named = _named(names[match[1]], rest[match.end() :])
        text += rest[: match.start()]
        if named is None:
            text, rest = text + match[0], rest[match.end() :]
            continue
        record, length = named
        found.append(record)
        name, rest = rest[match.end() : match.end() + length], rest[match.end() + length :]
        if match[1] == PERSON and not _only_marks(names, rest):
            text += name
        else:
            text, rest = text.rstrip() + (" " if rest.strip() else ""), rest.lstrip()
    return _told((text + rest).strip(), found)


def completions(book: Book) -> Mapping[str, tuple[str, ...]]:
    """Return the names that each mark may stand before, as they are written."""
    return {mark: tuple(name for name, _ in sorted(known.values())) for mark, known in _spelled(book).items()}


def _told(text: str, found: Iterable[Record]) -> Marked:
    people = {one.id: one for one in found if isinstance(one, Person)}
    communities = [one for one in found if isinstance(one, Community)]
    goals = [one for one in found if isinstance(one, Goal)]
    return Marked(
        text=text,
        people=tuple(people.values()),
        community=communities[-1] if communities else None,
        goal=goals[-1] if goals else None,
    )


def _spelled(book: Book) -> dict[str, dict[str, tuple[str, Record]]]:
    def by_name(records: Iterable[tuple[str, Record]]) -> dict[str, tuple[str, Record]]:
        return {folded(name): (name, record) for name, record in records if folded(name)}

    return {
        PERSON: by_name((one.name, one) for one in book.people.values()),
        COMMUNITY: by_name((one.name, one) for one in book.communities.values() if not one.archived),
        GOAL: by_name((one.text, one) for one in book.goals.values() if one.state is Pursuit.PURSUING),
    }


def _names(book: Book) -> dict[str, dict[str, Record]]:
    """Return what each mark may name by folded name; people also by a first name that only one of them has."""
    names = {mark: {key: record for key, (_, record) in known.items()} for mark, known in _spelled(book).items()}
    firsts: dict[str, list[Record]] = {}
    for key, record in names[PERSON].items():
        firsts.setdefault(key.split()[0], []).append(record)
    names[PERSON] = {first: ones[0] for first, ones in firsts.items() if len(ones) == 1} | names[PERSON]
    return names


def _named(names: Mapping[str, Record], words: str) -> tuple[Record, int] | None:
    """Return the record whose name the words begin with, the longest name first, and the length of the name."""
    ends = [match.end() for match in re.finditer(r"\w+", words)][:12]
    for end in reversed(ends):
        record = names.get(folded(words[:end]))
        if record is not None:
            return record, end
    return None


def _only_marks(names: Mapping[str, Mapping[str, Record]], rest: str) -> bool:
    """Tell whether nothing but marks and the stop at the end of a sentence follows."""
    words = rest.strip(" .,;")
    match = MARK.match(words)
    named = _named(names[match[1]], words[1:]) if match else None
    return not words or (named is not None and _only_marks(names, words[1 + named[1] :]))
