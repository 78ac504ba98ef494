"""The people whom the member knows: finding them, adding them, being in touch; and changing any record."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Ambiguous, Refused
from cop_tui.domain.interest import folded
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.practice.called import name_key
from cop_tui.practice.following import follow
from cop_tui.practice.manners import here, in_order, named, nothing, said
from cop_tui.practice.revising import as_revision
from cop_tui.practice.words import title_of

ADDRESSED = re.compile(r"(?P<name>.*?)\s*<(?P<email>[^<>@\s]+@[^<>@\s]+)>", re.DOTALL)
"""A name with a mail address after it, as mail programs write it."""

ADDRESS = re.compile(r"[^<>@\s]+@[^<>@\s]+")
"""A mail address alone."""

NEEDED = {
    "people": ("name", "a name"),
    "interests": ("subject", "a subject"),
    "communities": ("name", "a name"),
    "invitations": ("title", "a title"),
    "commitments": ("what", "a few words on what was promised"),
    "goals": ("text", "a few words on what it is"),
    "learning": ("text", "a few words on what was learned"),
}
"""What a record of each table can't be without, and how that is said."""


def person_called(book: Book, words: str) -> Person | None:
    """Return the person of this name or mail address; of several, the one known longest."""
    name, email = _name_and_address(words)
    for people in (_by_address(book, email), _by_name(book, name)):
        if people:
            return min(people, key=lambda person: (person.created, person.id))
    return None


def someone(book: Book, who: str | Person, *, now: datetime, organisation: str = "") -> Person:
    """Return the person meant by a name, an address or a record, or a new one who is not yet in the book.

    A first name alone means the one person who has it. An organisation or an address that is given and not yet known
    is noted on the person returned.

    Raises:
        Ambiguous: several people have this first name, and it is all that was given.
    """
    words, email = ("", "") if isinstance(who, Person) else _name_and_address(_given(who))
    known = _newest(book, who) if isinstance(who, Person) else person_called(book, who)
    known = known or _of_first_name(book, words)
    organisation = organisation.strip()
    if known is None:
        emails = (email,) if email else ()
        return fresh(Person, now, name=words or email, emails=emails, organisation=organisation)
    new_address = email and not _has_address(known, email)
    return altered(
        known,
        now,
        organisation=organisation or known.organisation,
        emails=(*known.emails, email) if new_address else known.emails,
    )


def met(book: Book, people: Iterable[str | Person], *, now: datetime) -> tuple[Person, ...]:
    """Return the people meant by names or records, each once; new ones are not yet in the book."""
    found: dict[str, Person] = {}
    for who in people:
        person = someone(book, who, now=now)
        found[person.id] = person
        book = book.apply(Change(sentence="", at=now, put=(person,)))
    return tuple(found.values())


def unknown_yet(book: Book, people: Sequence[Person]) -> tuple[Person, ...]:
    """Return those of the people whom the book doesn't hold, or not as they are now."""
    return tuple(person for person in people if book.people.get(person.id) != person)


def add_person(book: Book, name: str, *, now: datetime, **fields: object) -> Change:
    """Note someone whom the member knows; two people of one name need to be told apart."""
    words, email = _name_and_address(_given(name))
    if person_called(book, name):
        raise Refused(f"{named(words or email)} is already among your people", "Add a surname to tell two apart")
    if email:
        fields.setdefault("emails", (email,))
    person = altered(fresh(Person, now, name=words or email), now, **fields)
    return Change(sentence=f"Added {named(person.name)}", at=now, put=(person,))


def in_touch(book: Book, person: Person, text: str = "", *, now: datetime, on: datetime | None = None) -> Change:
    """Log that the member and a person were in touch; the person may be one who is not in the book yet."""
    person = contacted(_newest(book, person), text, now=now, on=on)
    words = f": {named(text)}" if text.strip() else ""
    return Change(sentence=f"Was in touch with {named(person.name)}{words}", at=now, put=(person,))


def contacted(person: Person, text: str, *, now: datetime, on: datetime | None = None) -> Person:
    """Return the person with one contact more, in the order of the days."""
    contacts = (*person.contacts, Contact(on=on or now, text=text.strip()))
    return altered(person, now, contacts=tuple(sorted(contacts, key=lambda contact: contact.on)))


def edit(book: Book, record: Record, *, now: datetime, **fields: object) -> Change:
    """Change fields of any record; what a record can't be without is not left empty.

    The open promises of an invitation follow it; one that the member sent becomes another revision.
    """
    before = here(book, record)
    after = altered(before, now, **fields)
    if after is before:
        return nothing(f"Nothing changed in {title_of(before, book)}", now)
    field, words = NEEDED.get(after.table, ("id", ""))
    said(getattr(after, field), f"It needs {words}", "Undo brings a removed record back; to take it out, remove it")
    in_order(getattr(after, "start", None), getattr(after, "end", None))
    sentence = f"Changed {title_of(after, book)}"
    if isinstance(before, Invitation) and isinstance(after, Invitation):
        revised = as_revision(before, after, now=now)
        return Change(sentence=sentence, at=now, put=(revised,)).then(follow(book, before, revised, now=now), sentence)
    return Change(sentence=sentence, at=now, put=(after,))


def _newest(book: Book, person: Person) -> Person:
    """Return the person as the book has them, with what the caller found out about them since."""
    kept = book.people.get(person.id, person)
    if kept == person or person.updated < kept.updated:
        return kept
    return msgspec.structs.replace(
        kept,
        updated=person.updated,
        emails=(*kept.emails, *(email for email in person.emails if not _has_address(kept, email))),
        organisation=person.organisation or kept.organisation,
    )


def _of_first_name(book: Book, words: str) -> Person | None:
    """Return the one person of this first name; none where nobody has it."""
    first = folded(words).split()
    found = [one for one in book.people.values() if folded(one.name).split()[:1] == first] if len(first) == 1 else []
    if len(found) > 1:
        names = tuple(sorted(one.name for one in found))
        raise Ambiguous(f"{len(found)} people are called {named(words)}", names, "Say the surname too")
    return found[0] if found else None


def _given(name: str) -> str:
    return said(name, "A person needs a name", "Say whom you mean")


def _name_and_address(words: str) -> tuple[str, str]:
    words = words.strip()
    match = ADDRESSED.fullmatch(words)
    if match:
        return match["name"].strip("\"' "), match["email"]
    return ("", words) if ADDRESS.fullmatch(words) else (words, "")


def _has_address(person: Person, email: str) -> bool:
    return email.casefold() in (known.casefold() for known in person.emails)


def _by_address(book: Book, email: str) -> list[Person]:
    return [person for person in book.people.values() if email and _has_address(person, email)]


def _by_name(book: Book, name: str) -> list[Person]:
    key = name_key(name)
    return [person for person in book.people.values() if key and name_key(person.name) == key]
