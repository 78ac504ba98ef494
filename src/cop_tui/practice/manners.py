"""What all verbs hold to: no empty words, no record that is gone, titles that fit into a sentence.

Kept apart so that each verb says only what is its own.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TypeVar

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.interest import folded
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.moment import whole_day, zone_name
from cop_tui.domain.record import Record
from cop_tui.practice.words import moment_words, one_line

WIDTH = 60
"""The cells that a title may take in a sentence; what is longer ends in an ellipsis."""

TAG = re.compile(r"(?<![^\s(])#(\w[\w-]*)")
"""A tag within a text: # at the start of a word."""

R = TypeVar("R", bound=Record)


def said(words: str, sentence: str, hint: str) -> str:
    """Return the member's words without the blanks around them; refuse, with this sentence, where none are left."""
    kept = words.strip()
    if not kept:
        raise Refused(sentence, hint)
    return kept


def here(book: Book, record: R) -> R:
    """Return the record as the book has it now; the one that a caller holds may be older."""
    kept = book.of(type(record)).get(record.id)
    if kept is None:
        raise NotFound("That is no longer in your notebook", "It was removed meanwhile; undo may bring it back")
    return kept


def nothing(sentence: str, now: datetime) -> Change:
    """Return the change that changes nothing, with the sentence that says why."""
    return Change(sentence=sentence, at=now)


def named(words: str) -> str:
    """Return a title as it stands in a sentence: one line that is not too long."""
    return one_line(words, WIDTH) or "untitled"


def listed(words: Iterable[str]) -> str:
    """Return several titles as they stand in a sentence, after one another."""
    return named(", ".join(words))


def dated(title: str, start: datetime | None, now: datetime, *, timezone: str = "", all_day: bool = False) -> str:
    """Return a title with its moment, as they stand in a sentence."""
    if start is None:
        return named(title)
    return f"{named(title)}, {moment_words(start, now, timezone=timezone, all_day=all_day)}"


def called(record: Invitation | Commitment, now: datetime) -> str:
    """Return an invitation or a commitment as it stands in a sentence: its title and its moment."""
    title = record.title if isinstance(record, Invitation) else record.what
    return dated(title, record.start, now, timezone=record.timezone, all_day=record.all_day)


def placed(moment: datetime, now: datetime, *, all_day: bool) -> tuple[datetime, str]:
    """Return a moment as records keep it, and the name of the zone whose wall clock counts."""
    if all_day:
        return whole_day(moment.date()), ""
    if zone_name(moment):
        return moment, zone_name(moment)
    return moment.astimezone(now.tzinfo), zone_name(now)


def in_order(start: datetime | None, end: datetime | None) -> None:
    """Refuse an end without a start or before it."""
    if end is None:
        return
    if start is None:
        raise Refused("It has an end and no start", "Give the start too")
    if end < start:
        raise Refused("It would end before it starts", "Give an end after the start")


def tagged(text: str, tags: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the tags that were given and those in the text, each once, without their marks."""
    kept: dict[str, str] = {}
    for tag in (*tags, *TAG.findall(text)):
        bare = tag.strip().lstrip("#@")
        if bare:
            kept.setdefault(folded(bare), bare)
    return tuple(kept.values())


def utc(moment: datetime) -> datetime:
    """Return the moment in UTC, as the fields are kept that no wall clock counts for."""
    return moment.astimezone(UTC)
