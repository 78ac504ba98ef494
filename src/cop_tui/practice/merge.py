"""Merge: two records of one person become one, in one change that undo takes apart again. Nothing of either is lost."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import TypeVar

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Level, Taker
from cop_tui.domain.errors import Refused
from cop_tui.domain.interest import Depth, Interest, folded
from cop_tui.domain.invitation import Answer, Recipient
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, altered
from cop_tui.practice.called import also_called, name_key, names_of
from cop_tui.practice.manners import here, named
from cop_tui.practice.subjects import key_of

_DEPTHS = tuple(Depth)
_LEVELS = (Level.PERIPHERAL, Level.ACTIVE, Level.CORE)
_BEFORE = datetime.min.replace(tzinfo=UTC)

T = TypeVar("T")


def merge_people(book: Book, kept: Person, other: Person, *, now: datetime) -> Change:
    """Make two people one: what is known of the other is from now on known of the kept one, who keeps their name.

    Whatever refers to the other refers to the kept one. A subject that both care about is one interest, as deep as the
    deeper of the two. Another name and another organisation are noted.

    Raises:
        Refused: They are one person already.
        NotFound: One of them is no longer there.
    """
    if kept.id == other.id:
        raise Refused("That is the same person already", "Name the other entry of the same person")
    kept, other = here(book, kept), here(book, other)
    interests, dropped = _interests(book, kept, other, now)
    meant = (_meaning(record, kept.id, other.id, now) for record in book.records())
    return Change(
        sentence=f"Took {named(other.name)} and {named(kept.name)} for one person",
        at=now,
        put=(_joined(kept, other, now), *interests, *(one for one in meant if one is not None)),
        take=(other, *dropped),
    )


def perhaps_same(book: Book, person: Person) -> tuple[Person, ...]:
    """Return the others who may be the same person, by name: those with the same name or a mail address in common."""
    others = _alike(book)
    found = {one for key in _signs(person) for one in others.get(key, ())} - {person.id}
    people = (book.people[one] for one in found)
    return tuple(sorted(people, key=lambda one: (one.name.casefold(), one.created, one.id)))


@lru_cache(maxsize=2)
def _alike(book: Book) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of those who share a name or an address, by it."""
    found: dict[str, list[str]] = {}
    for person in book.people.values():
        for sign in _signs(person):
            found.setdefault(sign, []).append(person.id)
    return {sign: tuple(ones) for sign, ones in found.items() if len(ones) > 1}


def _signs(person: Person) -> set[str]:
    return {folded(person.name), *(email.casefold() for email in person.emails)} - {""}


def _joined(kept: Person, other: Person, now: datetime) -> Person:
    """Return the kept person with all that is known of both."""
    return altered(
        kept,
        now,
        created=min(kept.created, other.created),
        emails=_once((*kept.emails, *other.emails), str.casefold),
        organisation=kept.organisation or other.organisation,
        channels=_once((*kept.channels, *other.channels), lambda one: (one.kind.casefold(), one.address)),
        note=_paragraphs((kept.note, *_also(kept, other), other.note)),
        reconnect_every=kept.reconnect_every or other.reconnect_every,
        contacts=tuple(sorted(dict.fromkeys((*kept.contacts, *other.contacts)), key=lambda one: one.on)),
    )


def _also(kept: Person, other: Person) -> Iterator[str]:
    """Go through what the other is called and belongs to, where the kept one has something else there."""
    if other.name not in other.emails and name_key(other.name) not in {"", *names_of(kept)}:
        yield also_called(other.name)
    if kept.organisation and folded(other.organisation) not in {"", folded(kept.organisation)}:
        yield f"Also at {other.organisation.strip()}"


def _interests(
    book: Book, kept: Person, other: Person, now: datetime
) -> tuple[tuple[Interest, ...], tuple[Interest, ...]]:
    """Return what the kept one cares about now, as far as that is new, and the interests that went into another."""
    known = book.interests_by_person.get(kept.id, ())
    found = {key_of(book, one.subject): one for one in reversed(known)}
    dropped = list[Interest]()
    for one in book.interests_by_person.get(other.id, ()):
        key = key_of(book, one.subject)
        if key in found:
            found[key] = _deeper(found[key], one, now)
            dropped.append(one)
        else:
            found[key] = altered(one, now, who=kept.id)
    return tuple(one for one in found.values() if book.interests.get(one.id) != one), tuple(dropped)


def _deeper(kept: Interest, other: Interest, now: datetime) -> Interest:
    """Return one interest of two in the same subject; what else the subject is called stays known."""
    aliases = _once((*kept.aliases, other.subject, *other.aliases), folded)
    return altered(
        kept,
        now,
        depth=max(kept.depth, other.depth, key=_DEPTHS.index),
        note=_paragraphs((kept.note, other.note), between="; "),
        on=max(kept.on, other.on),
        aliases=tuple(alias for alias in aliases if folded(alias) != folded(kept.subject)),
    )


def _meaning(record: Record, kept: str, other: str, now: datetime) -> Record | None:
    """Return a record that means the kept one where it meant the other; none where it did not."""
    fields: dict[str, object] = {}
    if getattr(record, "sender", None) == other:
        fields["sender"] = kept
    for name in ("people", "recipients"):
        held: tuple[str | Taker | Recipient, ...] = getattr(record, name, ())
        if other in (getattr(one, "person", one) for one in held):
            fields[name] = _each_once(held, kept, other)
    return altered(record, now, **fields) if fields else None


def _each_once(held: Iterable[str | Taker | Recipient], kept: str, other: str) -> tuple[object, ...]:
    """Return ids, or parts with an id, in which the kept one stands for both, and everybody once."""
    found: dict[str, str | Taker | Recipient] = {}
    for one in held:
        part = _renamed(one, kept, other)
        person = part if isinstance(part, str) else part.person
        found[person] = _one_of_two(found[person], part) if person in found else part
    return tuple(found.values())


def _renamed(one: str | Taker | Recipient, kept: str, other: str) -> str | Taker | Recipient:
    if isinstance(one, str):
        return kept if one == other else one
    return msgspec.structs.replace(one, person=kept) if one.person == other else one


def _one_of_two(one: str | Taker | Recipient, two: str | Taker | Recipient) -> str | Taker | Recipient:
    """Return one part of two: the deeper level with both parts; the later answer, and any before none."""
    match one, two:
        case Taker(), Taker():
            level = max(one.level, two.level, key=_LEVELS.index)
            return msgspec.structs.replace(one, level=level, part=_paragraphs((one.part, two.part), between=", "))
        case Recipient(), Recipient():
            return max(one, two, key=lambda each: (each.answer is not Answer.WAITING, each.stamp or _BEFORE))
    return one


def _paragraphs(texts: Iterable[str], *, between: str = "\n\n") -> str:
    """Return texts as one, each once; the first one alone is as it was, to the letter."""
    return between.join(dict.fromkeys(text for text in texts if text.strip()))


def _once(things: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """Return things in their order, each once by a key."""
    found: dict[Hashable, T] = {}
    for one in things:
        found.setdefault(key(one), one)
    return tuple(found.values())
