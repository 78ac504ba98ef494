"""The page of a person: how to reach them, what they care about, what you have to do with each other."""

from collections.abc import Iterator
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.person import Contact, Person
from cop_tui.practice.activity import last_touch
from cop_tui.practice.discovery import shared_interests
from cop_tui.practice.in_common import in_common
from cop_tui.practice.phrases import every, listed, since
from cop_tui.practice.reconnect import reconnect_with
from cop_tui.tui.pages import around
from cop_tui.tui.pages.interest import DEPTHS
from cop_tui.tui.pages.page import Fact, RecordPage
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Section

COLUMNS = (Column(tone=INK), Column(most=14, tone=SOFT), Column(most=28, tone=FAINT))
"""What, when or how deep, which kind or what exactly."""

MOST_SHARED = 12
"""Subjects that are named as shared at most."""


def told(book: Book, one: Person, now: datetime) -> RecordPage:
    """Return the page."""
    return RecordPage(
        title=one.name,
        facts=tuple(_facts(book, one, now)),
        texts=(one.note,),
        sections=around.shown(*_sections(book, one, now)),
        columns=COLUMNS,
    )


def interests_of(book: Book, person_id: str) -> tuple[Interest, ...]:
    """Return what a person cares about, the deepest first."""
    steps = list(Depth)
    found = book.interests_by_person.get(person_id, ())
    return tuple(sorted(found, key=lambda one: (-steps.index(one.depth), one.subject.casefold(), one.id)))


def _facts(book: Book, one: Person, now: datetime) -> Iterator[Fact]:
    yield "at", one.organisation
    yield "mail", ", ".join(one.emails)
    for number, channel in enumerate(one.channels):
        yield "" if number else "reach by", f"{channel.kind}: {channel.address}"
    last = last_touch(book, one.id, now)
    yield "last spoke", f"{since(last, now.date())}, {around.day(last, now)}" if last else "not yet"
    reconnect = reconnect_with(book, one, now)
    if reconnect:
        whose = "" if one.reconnect_every else ", as in your community"
        yield "wish", f"to be in touch {every(reconnect.every)}{whose}"
        yield (
            "due",
            around.near(reconnect.due, now)
            if reconnect.due >= now.date()
            else f"since {around.day(reconnect.due, now)}",
        )
    yield "you share", listed(shared_interests(book).get(one.id, ()), most=MOST_SHARED)


def _sections(book: Book, one: Person, now: datetime) -> Iterator[Section]:
    cares = tuple(Row(each.id, (each.subject, DEPTHS[each.depth], each.note)) for each in interests_of(book, one.id))
    yield around.section("Cares about", cares, empty="You have not asked yet. a asks.")
    communities = book.communities_by_person.get(one.id, ())
    yield around.section("Takes part in", tuple(_part(each, one.id) for each in communities))
    contacts = tuple(_contact(one, number, each, now) for number, each in enumerate(reversed(one.contacts)))
    yield around.section("In touch", contacts)
    common = in_common(book, one.id)
    yield around.section("You learned from them", around.record_rows(book, common.learned, now))
    yield around.section("Stories with them", around.record_rows(book, common.told, now))
    yield around.section("Invitations and promises", around.record_rows(book, common.around, now))


def _part(community: Community, person_id: str) -> Row:
    taker = next(each for each in community.people if each.person == person_id)
    return Row(community.id, (community.name, str(taker.level), taker.part))


def _contact(person: Person, number: int, contact: Contact, now: datetime) -> Row:
    """Return the row of a contact; opening it opens the form in which it can be changed."""
    words = " ".join(contact.text.split()) or "in touch"
    return Row(f"contact:{number}", (words, around.near(contact.on, now), ""), does=("edit", person.id))
