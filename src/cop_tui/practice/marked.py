"""One line with marks in it: `@Li` a person, `+Rust study group` a community, `>talk in June` a goal.

So that the check-in needs no form: whatever else belongs to a line is said in the line itself. A mark names what the
notebook knows already; one that names nothing known stays in the text as it was typed. Marks at the end are labels and
leave the text; a name that belongs to the sentence stays in it, without its mark.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

_END = re.compile(r"(?=$|\s|[,.;:!?…)\]}'’\"”]+(?:\s|$)|['’]s\b)")
_STOPS = ".!?…"
_BETWEEN = " \t,;:"
_LEADING_ON = (
    *("about", "after", "and", "as", "at", "before", "between", "by", "for", "from", "in", "into", "like", "near"),
    *("of", "on", "our", "than", "the", "through", "to", "via", "with"),
)

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


class _Name(Struct, frozen=True):
    mark: str
    words: str
    record: Record


def marked(book: Book, line: str) -> Marked:
    """Return what a line says and what its marks name."""
    names = _names(book) if MARK.search(line) else {}
    pieces = list(_pieces(names, line))
    return _told(_text(pieces), [piece.record for piece in pieces if isinstance(piece, _Name)])


def completions(book: Book) -> Mapping[str, tuple[str, ...]]:
    """Return the names that each mark may stand before, as they are written."""
    return {mark: tuple(name for name, _ in sorted(known.values())) for mark, known in _spelled(book).items()}


def _pieces(names: Mapping[str, Mapping[str, Record]], line: str) -> Iterator[str | _Name]:
    """Go through a line: words, and names that stand behind a mark, by turns; words come first and last."""
    start = at = 0
    while match := MARK.search(line, at):
        at = match.end()
        named = _named(names[match[1]], line[at:])
        if named:
            yield line[start : match.start()]
            record, length = named
            start, at = at + length, at + length
            yield _Name(match[1], line[start - length : start], record)
    yield line[start:]


def _text(pieces: Sequence[str | _Name]) -> str:
    """Return the line without its marks: labels go, what belongs to the sentence stays."""
    names = [piece for piece in pieces if isinstance(piece, _Name)]
    words = [piece for piece in pieces if isinstance(piece, str)]
    labels = len(names)
    while labels and not words[labels].strip(_BETWEEN + _STOPS):
        labels -= 1
    text = words[0]
    for name, after in zip(names[:labels], words[1 : labels + 1], strict=True):
        is_label = not text.strip() and name.mark != PERSON
        text = after.lstrip() if is_label else text + name.words + after
    return _closed(text, names[labels:], words[labels + 1 :])


def _closed(text: str, names: Sequence[_Name], after: Sequence[str]) -> str:
    """Return a text with the names at its end: those that its last word leads on to stay, the others go."""
    if not names:
        return text.strip()
    text, leads_on = text.rstrip(), _leads_on(text)
    for name, between in zip(names, after, strict=True):
        if leads_on:
            text = f"{text} {name.words},"
            leads_on = between.strip() == ","
    text = text.rstrip(_BETWEEN)
    stop = after[-1].strip(_BETWEEN)
    return text if not text or text[-1] in _STOPS else text + stop


def _leads_on(text: str) -> bool:
    last = text.rsplit(maxsplit=1)[-1:]
    return bool(last) and last[0].casefold() in _LEADING_ON


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
        PERSON: by_name((one.name, one) for one in sorted(book.people.values(), key=_youngest_first)),
        COMMUNITY: by_name((one.name, one) for one in book.communities.values() if not one.archived),
        GOAL: by_name((one.text, one) for one in book.goals.values() if one.state is Pursuit.PURSUING),
    }


def _youngest_first(person: Person) -> float:
    return -person.created.timestamp()


def _names(book: Book) -> dict[str, dict[str, Record]]:
    """Return what each mark may name by folded name; people also by the beginning of a name that only one has."""
    names = {mark: {key: record for key, (_, record) in known.items()} for mark, known in _spelled(book).items()}
    beginnings: dict[str, list[Record]] = {}
    for key, record in names[PERSON].items():
        words = key.split()
        for count in range(1, len(words)):
            beginnings.setdefault(" ".join(words[:count]), []).append(record)
    names[PERSON] = {short: ones[0] for short, ones in beginnings.items() if len(ones) == 1} | names[PERSON]
    return names


def _named(names: Mapping[str, Record], words: str) -> tuple[Record, int] | None:
    """Return the record whose name the words begin with, the longest name first, and the length of the name."""
    longest = 2 * max(map(len, names), default=0)
    ends = [match.start() for match in _END.finditer(words[: longest + 2]) if 0 < match.start() <= longest]
    for end in reversed(ends):
        record = names.get(folded(words[:end])) if not words[end - 1].isspace() else None
        if record is not None:
            return record, end
    return None
