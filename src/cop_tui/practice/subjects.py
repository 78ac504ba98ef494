"""Subjects: which words mean the same one, and making two of them one."""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.interest import Interest, folded
from cop_tui.domain.record import altered
from cop_tui.practice.words import one_line

FILLING = frozenset(
    (
        *("a", "an", "the", "of", "and", "for", "in", "on", "to", "with", "my", "our"),
        *("lang", "language", "programming", "learning", "basics", "intro", "introduction"),
    )
)
"""Words that make no other subject of one."""

_WORD = re.compile(r"[^\W_]+[+#]*")

WIDTH = 60
"""The cells that a subject may take in a sentence."""


def key_of(book: Book, subject: str) -> str:
    """Return the key that a subject shares with all words that mean the same, aliases resolved."""
    key = _folded(subject)
    return _aliases(book).get(key, key)


@lru_cache(maxsize=4096)
def _folded(subject: str) -> str:
    """Fold a subject once: many people say the same few."""
    return folded(subject)


def same(book: Book, a: str, b: str) -> bool:
    """Tell whether two words mean the same subject."""
    return key_of(book, a) == key_of(book, b)


def merge_subjects(book: Book, keep: str, other: str, *, now: datetime) -> Change:
    """Make two subjects one: from now on `other` is another word for `keep`, whoever said it."""
    keep, other = " ".join(keep.split()), " ".join(other.split())
    if not folded(keep) or not folded(other) or same(book, keep, other):
        raise Refused("Those are one subject already", "Name two subjects that are to be one")
    about = [one for one in book.interests.values() if same(book, one.subject, keep) or same(book, one.subject, other)]
    if not about:
        raise NotFound(f"Nobody cares about {one_line(keep, WIDTH)} or {one_line(other, WIDTH)} yet")
    put = tuple(altered(one, now, subject=keep, aliases=_with(one, keep, other)) for one in about)
    sentence = f"Took {one_line(other, WIDTH)} for another word for {one_line(keep, WIDTH)}"
    return Change(sentence=sentence, at=now, put=put)


def _with(interest: Interest, keep: str, other: str) -> tuple[str, ...]:
    words = {folded(word): word for word in (other, interest.subject, *interest.aliases)}
    return tuple(word for key, word in words.items() if key != folded(keep))


def alike(book: Book) -> tuple[tuple[str, ...], ...]:
    """Return the subjects that may be the same under other names, as groups of their names, by name.

    They have one stem: "Rust", "rust-lang" and "Rust language"; "Open data" and "data, open". What is one subject
    already stands under one name.
    """
    names: dict[str, dict[str, str]] = {}
    for subject in sorted({one.subject for one in book.interests.values()}):
        if stem := stem_of(subject):
            names.setdefault(stem, {}).setdefault(key_of(book, subject), subject)
    groups = (tuple(sorted(found.values(), key=_by_length)) for found in names.values() if len(found) > 1)
    return tuple(sorted(groups, key=lambda group: group[0].casefold()))


@lru_cache(maxsize=1)
def spellings(book: Book) -> Mapping[str, tuple[str, ...]]:
    """Return all the words for each subject, by its key: as it was said, and its aliases, each spelling once."""
    found: dict[str, dict[str, str]] = {}
    for one in book.interests.values():
        names = found.setdefault(key_of(book, one.subject), {})
        for word in (one.subject, *one.aliases):
            names.setdefault(folded(word), word)
    return {key: tuple(sorted(names.values(), key=str.casefold)) for key, names in found.items()}


def stem_of(subject: str) -> str:
    """Return what is left of a subject without the words that say nothing of it: filling, plurals, order, stops."""
    words = _WORD.findall(folded(subject))
    bare = [word for word in words if word not in FILLING] or words
    return " ".join(sorted(_singular(word) for word in bare))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _by_length(subject: str) -> tuple[int, str]:
    return len(subject), subject


@lru_cache(maxsize=4)
def _aliases(book: Book) -> Mapping[str, str]:
    """Return, of each word that is in a group of words that mean the same, the key of the group."""
    chief: dict[str, str] = {}

    def root(key: str) -> str:
        while key in chief:
            key = chief[key]
        return key

    pairs = ((folded(one.subject), folded(alias)) for one in book.interests.values() for alias in one.aliases)
    for subject, alias in sorted(pairs):
        if root(alias) != root(subject):
            chief[root(alias)] = root(subject)
    return {key: root(key) for key in chief}
