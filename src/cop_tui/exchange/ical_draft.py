"""A book being written into, while calendars are read: found by UID and by mail address, closed as one Change."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, altered, derived_id, fresh
from cop_tui.exchange.ical_events import Someone, mail_of
from cop_tui.exchange.intake import word_for

Group = dict[datetime | None, Invitation]
"""The invitations of one UID, by their occurrence; the series itself under none."""


class Draft:
    """What is read so far, over a book that stays as it is."""

    def __init__(self, book: Book, now: datetime) -> None:
        """Begin with a book, at the moment of reading."""
        self.book = book
        """The book before."""
        self.now = now
        """The moment of reading, in the member's zone."""
        self.along: Counter[str] = Counter()
        """Records made on the way, by their kind."""
        self.mine = frozenset(filter(None, map(mail_of, book.me.emails)))
        """The member's own addresses."""
        self._put: dict[str, Record] = {}
        self._groups: dict[str, Group] = {
            uid: {one.occurrence: one for one in reversed(group)} for uid, group in book.invitations_by_uid.items()
        }
        self._people = {
            mail: person.id for person in book.people.values() for one in person.emails if (mail := mail_of(one))
        }

    def group(self, uid: str) -> Group:
        """Return the invitations of a UID by their occurrence."""
        return self._groups.get(uid, {})

    def put(self, record: Record) -> None:
        """Keep a record, new or altered."""
        self._put[record.id] = record
        if isinstance(record, Invitation):
            self._groups.setdefault(record.uid, {})[record.occurrence] = record

    def commitments(self, group: Iterable[Invitation]) -> list[Commitment]:
        """Return the open commitments that came of these invitations, as they are now."""
        kept = (self.book.commitments_by_invitation.get(one.id, ()) for one in group)
        now = (self._put.get(one.id, one) for some in kept for one in some)
        return [one for one in now if isinstance(one, Commitment) and one.outcome is Outcome.OPEN]

    def release(self, commitments: Iterable[Commitment], why: str) -> int:
        """Release commitments, with the reason as their reflection; tell how many."""
        count = 0
        for count, one in enumerate(commitments, start=1):  # noqa: B007 - the count is what is wanted
            words = "\n\n".join(filter(None, (one.reflection, why)))
            closed = self.now.astimezone(UTC)
            self.put(altered(one, self.now, outcome=Outcome.RELEASED, closed_on=closed, reflection=words))
        return count

    def known(self, who: Someone) -> str | None:
        """Return the id of the person of this address, if there is one."""
        return self._people.get(who.mail) if who.mail else None

    def person(self, who: Someone) -> str:
        """Return the id of the person of this address; made if new, and then told by name where there is no address."""
        found = self.known(who)
        if found is not None:
            return found
        person_id = derived_id("person", who.mail or who.name)
        if person_id not in self._put and person_id not in self.book.people:
            emails = (who.mail,) if who.mail else ()
            self.put(fresh(Person, self.now, id=person_id, name=who.name, emails=emails))
            self.along[word_for(Person)] += 1
        if who.mail:
            self._people[who.mail] = person_id
        return person_id

    def change(self, sentence: str) -> Change:
        """Return what was written as one Change."""
        return Change(sentence=sentence, at=self.now, put=tuple(self._put.values()))
