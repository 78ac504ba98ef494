"""People while files are read: told apart by id, mail address and name, brought up to date and never doubled.

Built once for a whole book, so that a large address book costs one look for each card and not one for each pair.
"""

from collections import Counter
from datetime import datetime

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.interest import folded
from cop_tui.domain.person import Channel, Person
from cop_tui.domain.record import altered, derived_id, fresh
from cop_tui.exchange.ical_events import mail_of
from cop_tui.exchange.intake import Tally, word_for
from cop_tui.practice.called import also_called, name_key, names_of
from cop_tui.practice.manners import named

MOST_NAMES = 8
"""How many names one address may have before it is taken for that of an office, and not of a person."""


class Described(msgspec.Struct, frozen=True, kw_only=True):
    """Someone as a file describes them."""

    name: str
    """What they are called; a mail address where nothing else is known."""
    id: str = ""
    """The id of the person that the file means, where it is one of ours."""
    emails: tuple[str, ...] = ()
    """Their mail addresses, the preferred one first."""
    organisation: str = ""
    """Where they work."""
    channels: tuple[Channel, ...] = ()
    """Other ways to reach them."""
    note: str = ""
    """What is noted about them."""


class Acquaintances:
    """The people of a book, and those that come while files are read."""

    def __init__(self, book: Book, now: datetime, tally: Tally) -> None:
        """Begin with the people of a book, at the moment of reading; what the member must know goes into the tally."""
        self.put: dict[str, Person] = {}
        """Who is new or altered, by id."""
        self.along: Counter[str] = Counter()
        """Records made on the way, by their kind."""
        self._book = book
        self._now = now
        self._tally = tally
        self._mine = frozenset(filter(None, map(mail_of, book.me.emails)))
        self._mails: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._placed: set[str] = set()
        for person in sorted(book.people.values(), key=lambda one: (one.created, one.id)):
            self._index(person)

    def is_me(self, who: Described) -> bool:
        """Tell whether someone has an address of the member's own."""
        return any(mail_of(one) in self._mine for one in who.emails)

    def was_removed(self, who: Described) -> bool:
        """Tell whether the member removed this person and nobody else answers to the description."""
        return self.known(who) is None and self._id_for(who) in self._book.gone

    def take(self, who: Described) -> tuple[Person, Person | None]:
        """Return someone as they are with what a file says of them, and as they were before; none where they are new.

        Who is new, or is altered, is kept.
        """
        before = self.known(who)
        after = self._told(before, who) if before is not None else self._new(who)
        if after is not before:
            self.put[after.id] = after
            self._index(after)
        if who.organisation:
            self._placed.add(after.id)
        return after, before

    def meet(self, who: Described) -> Person:
        """Return someone who is named beside something else that is read; whoever is new is counted as made along."""
        after, before = self.take(who)
        self.along[word_for(Person)] += before is None
        return after

    def known(self, who: Described) -> Person | None:
        """Return whom a description means: of this id, or mail address, or name; of this name first, of several."""
        if self._of(who.id) is not None:
            return self._of(who.id)
        by_mail = next((found for one in who.emails if (found := self._of(self._mails.get(mail_of(one))))), None)
        key = "" if _is_nameless(who) else folded(who.name)
        by_name = self._of(self._names.get(key)) if key else None
        names = names_of(by_mail) if by_mail is not None else set()
        is_theirs = not key or key in names or (by_name is None and len(names) < MOST_NAMES)
        return (by_mail if is_theirs else None) or by_name or self._of(self._id_for(who))

    def _of(self, person_id: str | None) -> Person | None:
        return self.put.get(person_id or "") or self._book.people.get(person_id or "")

    def _id_for(self, who: Described) -> str:
        """Return the id that someone new gets: their own, else one that follows from the address or the name."""
        if who.id and (who.id in self._book.people or self._book.find(who.id) is None):
            return who.id
        mail = next(filter(None, map(mail_of, who.emails)), "")
        is_taken = mail in self._mails and not _is_nameless(who)
        return derived_id("person", who.name if is_taken or not mail else mail)

    def _new(self, who: Described) -> Person:
        return fresh(
            Person,
            self._now,
            id=self._id_for(who),
            name=who.name,
            emails=who.emails,
            organisation=who.organisation,
            channels=who.channels,
            note=who.note,
        )

    def _told(self, known: Person, who: Described) -> Person:
        """Return a known person with what is new about them; nothing that the member has is lost."""
        mails = set(map(mail_of, known.emails))
        reached = {(one.kind.casefold(), one.address) for one in known.channels}
        name, note = known.name, _with_note(known.note, who.note)
        if not _is_nameless(who) and name_key(who.name) not in names_of(known):
            if known.name in known.emails:
                name = who.name
            else:
                note = "\n\n".join(filter(None, (note, also_called(who.name))))
                self._tally.note(f"{named(known.name)} and {named(who.name)} have one address and are one person now")
        return altered(
            known,
            self._now,
            name=name,
            emails=(*known.emails, *(one for one in who.emails if mail_of(one) not in mails)),
            organisation=self._organisation(known, who),
            channels=(*known.channels, *(one for one in who.channels if _key(one) not in reached)),
            note=note,
        )

    def _organisation(self, known: Person, who: Described) -> str:
        """Return where someone works now: as the first file item of a reading says that says anything."""
        new = who.organisation
        if not new or known.id in self._placed or folded(new) == folded(known.organisation):
            return known.organisation
        if known.organisation:
            self._tally.note(f"{named(known.name)} was with {named(known.organisation)} and is with {named(new)} now")
        return new

    def _index(self, person: Person) -> None:
        for mail in filter(None, map(mail_of, person.emails)):
            self._mails.setdefault(mail, person.id)
        for key in names_of(person):
            self._names.setdefault(key, person.id)


def _is_nameless(who: Described) -> bool:
    return who.name in who.emails


def _key(channel: Channel) -> tuple[str, str]:
    return channel.kind.casefold(), channel.address


def _with_note(note: str, more: str) -> str:
    return "\n\n".join(filter(None, (note, more))) if more not in note else note
