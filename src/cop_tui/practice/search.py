"""Search: every word must be found, in any case and with or without accents, in all that the member keeps."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal
from cop_tui.domain.gone import Gone
from cop_tui.domain.member import Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record
from cop_tui.practice.records import day_of, texts_of
from cop_tui.practice.words import ELLIPSIS, fold, one_line, title_of, whole_title

EXCERPT = 100
"""The cells of an excerpt at most."""

BEFORE = 6
"""Words that an excerpt shows before the one that was found."""


class Hit(Struct, frozen=True, kw_only=True):
    """One record in which all the words were found."""

    kind: str
    """Its table, as `list` names it: stories, check-ins."""
    id: str
    """Its id."""
    title: str
    """Its title, in one line."""
    excerpt: str
    """A line from around the first of the words, where it is not in the title; empty where all are."""
    on: date | None
    """The day that it is about; none where it has none."""


class _Page(Struct, frozen=True, gc=False):
    """A record with its words folded."""

    record: Record
    """The record."""
    title: str
    """Its title, folded."""
    text: str
    """All its other texts, folded."""


def search(book: Book, words: str, *, limit: int = 200) -> tuple[Hit, ...]:
    """Return the records in which every word is found.

    In the title before in the text; a community, a person, a goal before the many gatherings that bear its name; the
    newer before the older.
    """
    wanted = fold(words).split()
    if not wanted:
        return ()
    found = list(_pages(book))
    for word in wanted:
        found = [page for page in found if word in page.title or word in page.text]
    found.sort(key=lambda page: page.record.id)
    found.sort(key=lambda page: (_standing(page, wanted), _newness(page.record)), reverse=True)
    return tuple(_hit(page, book, wanted) for page in found[:limit])


def has_words(book: Book, record: Record, words: Sequence[str]) -> bool:
    """Tell whether a record has all of these words, folded, in its title or its texts."""
    page = _pages_by_id(book).get(record.id)
    return page is not None and all(word in page.title or word in page.text for word in words)


@lru_cache(maxsize=1)
def _pages_by_id(book: Book) -> Mapping[str, _Page]:
    return {page.record.id: page for page in _pages(book)}


@lru_cache(maxsize=1)
def _pages(book: Book) -> tuple[_Page, ...]:
    """Fold the book once, for the searches that follow each other as the member types."""
    return tuple(
        _Page(record, _searched(whole_title(record, book)), _searched("\n".join(texts_of(record, book))))
        for record in book.records()
        if not isinstance(record, (Member, Gone))
    )


def _searched(text: str) -> str:
    """Return a text in which folded words are found; its blanks and dashes may stay, for no word has any."""
    return text.lower() if text.isascii() else fold(text)


def _standing(page: _Page, wanted: Sequence[str]) -> tuple[bool, bool]:
    """Return how far up a record stands: whether the words name it, and whether it is one that others gather around."""
    return all(word in page.title for word in wanted), isinstance(page.record, (Community, Person, Goal))


def _newness(record: Record) -> date:
    return day_of(record) or record.updated.date()


def _hit(page: _Page, book: Book, wanted: Sequence[str]) -> Hit:
    record = page.record
    word = next((word for word in wanted if word not in page.title), "")
    return Hit(
        kind=record.table.replace("_", "-"),
        id=record.id,
        title=title_of(record, book),
        excerpt=_excerpt(record, book, word) if word else "",
        on=day_of(record),
    )


def _excerpt(record: Record, book: Book, word: str) -> str:
    """Return the words of a text around the one in which this one is found."""
    said = next(text for text in texts_of(record, book) if word in fold(text)).split()
    place = next((index for index, one in enumerate(said) if word in fold(one)), 0)
    first = max(0, place - BEFORE)
    return one_line((ELLIPSIS if first else "") + " ".join(said[first : place + EXCERPT]), EXCERPT)
