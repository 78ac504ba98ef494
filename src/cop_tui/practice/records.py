"""What a reading needs of a record of any kind: its day, and the words in it."""

from collections.abc import Iterator
from datetime import date

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import CheckIn
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Tick
from cop_tui.domain.goal import Goal
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.learning import FollowUp, Learning
from cop_tui.domain.moment import in_zone
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record
from cop_tui.domain.story import Story
from cop_tui.practice.words import person_words


def day_of(record: Record) -> date | None:
    """Return the day that a record is about, on the clock of its own zone; none where it has none."""
    match record:
        case Story() | Learning() | Interest():
            return record.on.date()
        case CheckIn():
            return record.day
        case Goal():
            return record.by
        case Commitment() | Invitation() if record.start is not None:
            return (record.start if record.all_day else in_zone(record.start, record.timezone)).date()
    return None


def texts_of(record: Record, book: Book) -> Iterator[str]:
    """Go through every text in a record besides its title, in the order in which it is likely to be looked for."""
    match record:
        case Story():
            yield from (record.body, *(cycle.text for cycle in record.cycles))
            yield from _around(book, record.community, record.people, record.tags, record.follow_ups)
        case Learning():
            yield from record.links
            yield from _around(book, record.community, record.people, record.tags, record.follow_ups)
        case Interest():
            yield from (record.note, *record.aliases)
        case Person():
            yield from (record.organisation, record.note, *record.emails)
            yield from (channel.address for channel in record.channels)
            yield from (contact.text for contact in reversed(record.contacts))
            yield from _of_person(record, book)
        case Goal():
            yield record.why
        case CheckIn():
            yield record.note
            yield from (sentence for step in record.steps for sentence in step.did)
        case _:
            yield from _of_gatherings(record, book)


def _of_person(person: Person, book: Book) -> Iterator[str]:
    """Go through what a person cares about, and the communities in which they take part."""
    for interest in book.interests_by_person.get(person.id, ()):
        yield from (interest.subject, interest.note)
    yield from (community.name for community in book.communities_by_person.get(person.id, ()))


def _of_gatherings(record: Record, book: Book) -> Iterator[str]:
    match record:
        case Community():
            yield from (record.subject, record.why, *record.organisations)
            yield from (words for taker in record.people for words in (person_words(taker.person, book), taker.part))
            yield from (place.text for place in record.places)
            yield from _notes(*record.phases, *record.occasions)
        case Invitation():
            people = (record.sender, *(one.person for one in record.recipients))
            yield from (record.note, record.place, record.link)
            yield from _around(book, record.community, people)
        case Commitment():
            yield record.reflection
            yield from _notes(*record.occasions)
            yield from _around(book, record.community)


def _around(
    book: Book,
    community: str | None,
    people: tuple[str | None, ...] = (),
    tags: tuple[str, ...] = (),
    follow_ups: tuple[FollowUp, ...] = (),
) -> Iterator[str]:
    """Go through what stands around a text: what came of it, its community, the people in it, its tags."""
    yield from (follow_up.text for follow_up in follow_ups)
    known = book.communities.get(community or "")
    if known is not None:
        yield known.name
    yield from (book.people[one].name for one in people if one and one in book.people)
    yield from tags


def _notes(*ticks: Tick) -> Iterator[str]:
    return (tick.note for tick in ticks)
