"""All there is about one record, as text for a pane or a dialog."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from textual.content import Content

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.invitation import Answer, Invitation, Offer
from cop_tui.domain.record import Record
from cop_tui.practice.agenda import load
from cop_tui.practice.phrases import counted
from cop_tui.practice.words import moment_words, title_of
from cop_tui.tui.markup import line, lines, literal
from cop_tui.tui.tones import FAINT, INK, SOFT, STRONG

LABEL = 11
"""Cells of what stands before a fact."""

WIDEST = 88
"""Cells of a line of text at most."""

Fact = tuple[str, str]
"""One fact: what it is, and the words."""


def detail(book: Book, record: Record, now: datetime, *, width: int = WIDEST) -> Content:
    """Return all there is about a record, for a width in cells: its title, its facts, and what was said about it."""
    facts = [(label, words) for label, words in _facts(book, record, now) if words]
    parts = [literal(_title(book, record), STRONG), *([Content("")] if facts else [])]
    parts += [_fact(label, words, width) for label, words in facts]
    for words in _texts(record):
        parts += [Content(""), literal(words, SOFT)]
    return lines(*parts)


def _fact(label: str, words: str, width: int) -> Content:
    """Return a fact, its words beside the label however many lines they take."""
    first, *rest = literal(words, INK).wrap(max(8, width - LABEL))
    indented = (Content(" " * LABEL) + more for more in rest)
    return lines(line((label.ljust(LABEL), FAINT)) + first, *indented)


def _title(book: Book, record: Record) -> str:
    match record:
        case Commitment():
            return record.what
        case Invitation():
            return record.title
    return title_of(record, book)


def _facts(book: Book, record: Record, now: datetime) -> Iterator[Fact]:
    tell: Callable[[Book, Any, datetime], Iterator[Fact]] | None = _TELLERS.get(type(record))
    if tell is not None:
        yield from tell(book, record, now)


def _of_commitment(book: Book, one: Commitment, now: datetime) -> Iterator[Fact]:
    yield "when", _when(one, now)
    yield "where", _community(book, one.community)
    yield "promise", "to be there" if one.kind is Promise.SHOW_UP else "to do it"
    yield "came of it", "" if one.outcome is Outcome.OPEN else one.outcome.value
    invitation = book.invitations.get(one.invitation or "")
    if invitation:
        yield "from", person(book, invitation.sender)
        yield "place", invitation.place
        yield "link", invitation.link


def _of_invitation(book: Book, one: Invitation, now: datetime) -> Iterator[Fact]:
    yield "when", _when(one, now) or ("a proposal, without a date" if one.kind is Offer.PROPOSAL else "")
    yield "series", "again and again" if one.recurrence else ""
    if one.answer is Answer.WAITING and (count := len(load(book, one, now))):
        yield "that week", f"already {counted(count, 'yes', 'yeses')}"
    yield "from", person(book, one.sender)
    yield "community", _community(book, one.community)
    yield "place", one.place
    yield "link", one.link
    yield "you said", "" if one.answer is Answer.WAITING else one.answer.value
    if one.recipients:
        names = (person(book, taker.person) for taker in one.recipients[:8])
        yield "asked too", ", ".join(name for name in names if name)


_TELLERS: dict[type[Record], Callable[[Book, Any, datetime], Iterator[Fact]]] = {
    Commitment: _of_commitment,
    Invitation: _of_invitation,
}


def _texts(record: Record) -> Iterator[str]:
    for name in ("note", "reflection", "body"):
        words = str(getattr(record, name, ""))
        if words:
            yield words


def _when(one: Commitment | Invitation, now: datetime) -> str:
    if one.start is None:
        return ""
    return moment_words(one.start, now, timezone=one.timezone, all_day=one.all_day)


def person(book: Book, person_id: str | None) -> str:
    """Return a person's name; nothing where nobody is meant or they are gone."""
    found = book.people.get(person_id or "")
    return found.name if found else ""


def _community(book: Book, community_id: str | None) -> str:
    found = book.communities.get(community_id or "")
    return found.name if found else ""
