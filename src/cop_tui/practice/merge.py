"""Merge: two entries for one person become one, and nothing of either is lost."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Level, Taker
from cop_tui.domain.errors import Refused
from cop_tui.domain.interest import Depth, Interest, folded
from cop_tui.domain.invitation import Answer, Invitation, Recipient
from cop_tui.domain.learning import Learning
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, altered
from cop_tui.domain.story import Story
from cop_tui.practice.manners import here, named
from cop_tui.practice.subjects import key_of


def merge_people(book: Book, kept: Person, other: Person, *, now: datetime) -> Change:
    """Make two people one: all that refers to the other refers to the one who is kept, and the other is taken out.

    What both have is joined: contacts in the order of their days, addresses, notes, what they care about by subject.
    Another name and another organisation of the other are noted.

    Raises:
        Refused: They are one already.
        NotFound: One of them is gone.
    """
    one, two = here(book, kept), here(book, other)
    if one.id == two.id:
        raise Refused("That is the same entry", "Name the other one, which is to become one with it")
    moved, doubles = _interests(book, one, two, now)
    rest = (_referring(record, one.id, two.id, now) for record in _referring_kinds(book))
    put = (_joined(one, two, now), *moved, *(record for record in rest if record is not None))
    sentence = f"Took {named(two.name)} and {named(one.name)} for one person"
    return Change(sentence=sentence, at=now, put=put, take=(two, *doubles))


def seem_one(book: Book, person: Person) -> tuple[Person, ...]:
    """Return the people who may be the same as a person: of the same name or address, the one known longest first."""
    name, addresses = folded(person.name), {one.casefold() for one in person.emails}
    found = [
        one
        for one in book.people.values()
        if one.id != person.id
        and (folded(one.name) == name or any(each.casefold() in addresses for each in one.emails))
    ]
    return tuple(sorted(found, key=lambda one: (one.created, one.id)))


def _joined(one: Person, two: Person, now: datetime) -> Person:
    wishes = [days for days in (one.reconnect_every, two.reconnect_every) if days]
    return altered(
        one,
        now,
        emails=_once((*one.emails, *two.emails), str.casefold),
        organisation=one.organisation or two.organisation,
        channels=tuple(dict.fromkeys((*one.channels, *two.channels))),
        note="\n\n".join(dict.fromkeys(words for words in _notes(one, two) if words.strip())),
        reconnect_every=min(wishes, default=None),
        contacts=tuple(sorted(dict.fromkeys((*one.contacts, *two.contacts)), key=lambda each: each.on)),
    )


def _notes(one: Person, two: Person) -> Iterator[str]:
    """Go through the notes of both, and what finds no other place."""
    yield one.note
    yield two.note
    if folded(one.name) != folded(two.name):
        yield f"Also known as {two.name}"
    if one.organisation and two.organisation and folded(one.organisation) != folded(two.organisation):
        yield f"Also at {two.organisation}"


def _interests(book: Book, one: Person, two: Person, now: datetime) -> tuple[list[Interest], list[Interest]]:
    """Return what the other cares about as what the kept one cares about, and what is taken out as said twice."""
    known = {key_of(book, each.subject): each for each in book.interests_by_person.get(one.id, ())}
    moved, doubles = dict[str, Interest](), list[Interest]()
    for each in book.interests_by_person.get(two.id, ()):
        key = key_of(book, each.subject)
        if key in known:
            known[key] = moved[key] = _deeper(known[key], each, now)
            doubles.append(each)
        else:
            known[key] = moved[key] = altered(each, now, who=one.id)
    return list(moved.values()), doubles


def _deeper(one: Interest, two: Interest, now: datetime) -> Interest:
    steps = list(Depth)
    other = () if folded(two.subject) == folded(one.subject) else (two.subject,)
    names = _once((*one.aliases, *other, *two.aliases), folded)
    return altered(
        one,
        now,
        depth=max(one.depth, two.depth, key=steps.index),
        note="\n".join(dict.fromkeys(words for words in (one.note, two.note) if words.strip())),
        on=max(one.on, two.on),
        aliases=tuple(name for name in names if folded(name) != folded(one.subject)),
    )


def _referring_kinds(book: Book) -> Iterator[Record]:
    for table in (book.communities, book.invitations, book.learning, book.stories):
        yield from table.values()


def _referring(record: Record, one: str, two: str, now: datetime) -> Record | None:
    """Return a record that refers to the other as it refers to the kept one; none where it does not."""
    match record:
        case Community() if any(each.person == two for each in record.people):
            return altered(record, now, people=_takers(record.people, one, two))
        case Invitation() if record.sender == two or any(each.person == two for each in record.recipients):
            sender = one if record.sender == two else record.sender
            return altered(record, now, sender=sender, recipients=_recipients(record.recipients, one, two))
        case Learning() | Story() if two in record.people:
            people = dict.fromkeys(one if each == two else each for each in record.people)
            return altered(record, now, people=tuple(people))
    return None


def _takers(takers: Sequence[Taker], one: str, two: str) -> tuple[Taker, ...]:
    """Return who takes part; of both, as the one who does so more, with both parts."""
    found = dict[str, Taker]()
    for each in takers:
        who = one if each.person == two else each.person
        before = found.get(who)
        levels = [each.level, *([before.level] if before else [])]
        parts = dict.fromkeys(part for part in (before.part if before else "", each.part) if part)
        found[who] = Taker(person=who, level=min(levels, key=list(Level).index), part=", ".join(parts))
    return tuple(found.values())


def _recipients(asked: Sequence[Recipient], one: str, two: str) -> tuple[Recipient, ...]:
    """Return who was asked; of both, with the answer that was given last."""
    found = dict[str, Recipient]()
    for each in asked:
        who = one if each.person == two else each.person
        before = found.get(who)
        later = max((before, each), key=_newness) if before else each
        found[who] = Recipient(person=who, answer=later.answer, stamp=later.stamp)
    return tuple(found.values())


def _newness(one: Recipient) -> tuple[bool, float]:
    return one.answer is not Answer.WAITING, one.stamp.timestamp() if one.stamp else 0.0


def _once(words: Iterable[str], key: Callable[[str], str]) -> tuple[str, ...]:
    """Return words each once, the first spelling of each."""
    found = dict[str, str]()
    for one in words:
        found.setdefault(key(one), one)
    return tuple(found.values())
