"""The page of a person: how to reach them, what they care about, where you meet, what came of it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.community import Level
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.record import Record
from cop_tui.practice import together
from cop_tui.practice.activity import last_touch
from cop_tui.practice.merge import perhaps_same
from cop_tui.practice.phrases import every
from cop_tui.practice.reconnect import reconnect_of
from cop_tui.practice.words import exact_day
from cop_tui.tui.pages import around
from cop_tui.tui.pages.interest import DEPTHS
from cop_tui.tui.pages.page import LABEL, Fact, RecordPage
from cop_tui.tui.tones import INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Section

COLUMNS = (Column(tone=INK), Column(most=15, tone=SOFT))
"""What, and how deep or when."""

LEVEL_WORDS: dict[Level, str] = {
    Level.CORE: "helps carry it",
    Level.ACTIVE: "takes part",
    Level.PERIPHERAL: "listens in",
}
"""How far in someone is, in words."""


def told(book: Book, one: Person, now: datetime) -> RecordPage:
    """Return the page."""
    return RecordPage(
        title=one.name,
        facts=tuple(_facts(book, one, now)),
        texts=(one.note,),
        sections=tuple(_sections(book, one, now)),
        columns=COLUMNS,
    )


def cares_section(book: Book, who: str, title: str, *, empty: str) -> Section:
    """Return what someone, or the member, cares about, with their own words; a row opens the interest."""
    rows = tuple(
        Row(one.id, (f"{one.subject}: {one.note}" if one.note else one.subject, DEPTHS[one.depth]))
        for one in together.cares(book, who)
    )
    return around.section(title, rows, empty=empty)


def _facts(book: Book, one: Person, now: datetime) -> Iterator[Fact]:
    yield "at", one.organisation
    yield "mail", ", ".join(one.emails)
    for channel in one.channels:
        is_short = 0 < len(channel.kind) < LABEL and channel.kind.isprintable()
        yield (channel.kind, channel.address) if is_short else ("reach by", f"{channel.kind}: {channel.address}")
    last = last_touch(book, one.id, now)
    yield "last spoke", around.near(last, now) if last else "not yet, as far as is written here"
    due = reconnect_of(book, one, now)
    if due:
        day = exact_day(due.due, now.date())
        when = f"due since {day}" if due.due < now.date() else f"next {around.near(due.due, now)}"
        yield "in touch", f"{every(due.every)}, {when}"
    yield "you share", ", ".join(together.in_common(book, one.id))


def _sections(book: Book, one: Person, now: datetime) -> Iterator[Section]:
    yield from around.shown(_perhaps(book, one))
    nothing_yet = "You have not asked yet. a notes what they care about."
    yield cares_section(book, one.id, "Cares about", empty=nothing_yet)
    yield from around.shown(
        around.section("In communities", tuple(_communities(book, one))),
        around.section("In touch", tuple(_contacts(one, now))),
        _of_records(book, "You learned from them", together.learned_from(book, one.id), now),
        _of_records(book, "Stories with them", together.stories_with(book, one.id), now),
        _of_records(book, "Invitations and promises", together.gatherings_with(book, one.id), now),
    )


def _of_records(book: Book, title: str, records: Sequence[Record], now: datetime) -> Section:
    return around.section(title, around.record_rows(book, records, now))


def _perhaps(book: Book, one: Person) -> Section:
    """Return who may be the same person; opening a row makes them one."""
    others = perhaps_same(book, one)
    rows = tuple(
        Row(f"same:{other.id}", (_with_place(other), "are they one?"), does=("merge", one.id, other.id))
        for other in others
    )
    return around.section("Perhaps the same person", rows)


def _communities(book: Book, one: Person) -> Iterator[Row]:
    for community in together.communities_of(book, one.id):
        mine = next(taker for taker in community.people if taker.person == one.id)
        yield Row(
            community.id, (f"{community.name}, {mine.part}" if mine.part else community.name, LEVEL_WORDS[mine.level])
        )


def _contacts(one: Person, now: datetime) -> Iterator[Row]:
    """Go through the contacts, the newest first; opening one opens the form in which all of them stand."""
    for number, contact in reversed(tuple(enumerate(one.contacts))):
        yield Row(f"contact:{number}", (_words(contact), around.near(contact.on, now)), does=("edit", one.id))


def _with_place(one: Person) -> str:
    return ", ".join(words for words in (one.name, one.organisation, *one.emails[:1]) if words)


def _words(contact: Contact) -> str:
    return contact.text if contact.text.strip() else "in touch"
