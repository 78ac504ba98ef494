"""The page of a community: what it is about, how it lives, who is in it, its checklists, its whole timeline."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.community import Community, Level, Stage
from cop_tui.domain.purpose import Rung
from cop_tui.domain.record import Record
from cop_tui.practice.checklists import ticks_of
from cop_tui.practice.cultivation import elements, give_and_take, pulse, rhythm_of
from cop_tui.practice.field import (
    CONVENING,
    JOINING,
    LEAVING,
    LEVEL_TEXTS,
    PHASES,
    PURPOSES,
    Checklist,
)
from cop_tui.practice.phrases import counted, every
from cop_tui.practice.rhythm import Kept, kept_by_community, kept_words
from cop_tui.practice.timeline import Event, belonging, timeline
from cop_tui.practice.words import MONTHS
from cop_tui.tui.links import is_page
from cop_tui.tui.pages import around
from cop_tui.tui.pages.checklists import checklist_section
from cop_tui.tui.pages.community_drawn import stage_strip, three_elements
from cop_tui.tui.pages.noted import noted
from cop_tui.tui.pages.page import Fact, RecordPage
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Section

COLUMNS = (Column(tone=INK), Column(most=36, tone=SOFT), Column(most=12, tone=FAINT))
"""What, what is noted beside it, when or what it is."""


def told(book: Book, one: Community, now: datetime) -> RecordPage:
    """Return the page."""
    more = [(label, words) for label, words in _more(book, one, now) if words]
    return RecordPage(
        title=one.name,
        facts=tuple(_facts(book, one, now)),
        drawn=(stage_strip(one, now), three_elements(book, one, now), *noted("Besides", more)),
        sections=around.shown(*_sections(book, one, now)),
        columns=COLUMNS,
    )


def _facts(book: Book, one: Community, now: datetime) -> Iterator[Fact]:
    beat, days = pulse(book, one, now), rhythm_of(one)
    yield "about", one.subject
    yield "why", one.why
    yield "it is", "archived" if one.archived else ""
    yield "left", around.day(one.left_on, now)
    yield "you are", one.level.value
    yield "meets", every(days) if days else "no rhythm yet: how often does it meet?"
    last = f"; last {around.near(beat.last, now)}" if beat.last else ", nothing is noted in it yet"
    yield "pulse", f"{beat.word.value}{last}"


def _more(book: Book, one: Community, now: datetime) -> Iterator[Fact]:
    """Go through what is good to know besides."""
    if one.purpose:
        also = ", ".join(PURPOSES[each].title.casefold() for each in one.other_purposes)
        yield "for", PURPOSES[one.purpose].title.casefold() + (f"; also {also}" if also else "")
    yield "crosses", ", ".join(one.organisations)
    yield "people", counted(len(one.people), "person", "people") if one.people else ""
    yield "promises", kept_words(kept_by_community(book).get(one.id, Kept()))
    given, taken = give_and_take(book, one)
    yield "give, take", f"you gave {given} times and took {taken}" if given or taken else ""
    yield "joined", around.day(one.joined_on, now)
    yield "cut-off", f"{one.cut_off} hours before a gathering" if one.cut_off else ""
    yield "in touch", f"with its people {every(one.reconnect_every)}" if one.reconnect_every else ""
    yield "voluntary", "" if one.voluntary else "not only: some have to be in it"


def _sections(book: Book, one: Community, now: datetime) -> Iterator[Section]:
    yield Section("Behind the elements", tuple(_behind(book, one, now)))
    yield from _people(book, one)
    yield around.section("Ahead", around.record_rows(book, _ahead(book, one), now))
    yield around.section("Open questions", around.record_rows(book, _questions(book, one), now))
    yield around.section("Where it meets and talks", tuple(_places(one)))
    yield from (checklist_section(one, checklist) for checklist in _checklists(one))
    yield from _timeline(timeline(book, one, now), now)


def _behind(book: Book, one: Community, now: datetime) -> Iterator[Row]:
    """Go through the elements that rest on records; opening one lists them."""
    for reading in elements(book, one, now):
        if reading.records:
            element = reading.element.value
            does = ("behind", one.id, element)
            yield Row(f"behind:{element}", (f"What feeds the {element}", str(len(reading.records)), ""), does=does)


def _people(book: Book, one: Community) -> Iterator[Section]:
    """Go through who takes part, by how far in."""
    for level in Level:
        takers = [(book.people[each.person], each) for each in one.people if each.person in book.people]
        here = sorted(
            ((person, taker) for person, taker in takers if taker.level is level),
            key=lambda pair: (pair[0].name.casefold(), pair[0].id),
        )
        rows = tuple(Row(person.id, (person.name, taker.part, person.organisation)) for person, taker in here)
        yield around.section(LEVEL_TEXTS[level].title, rows)


def _ahead(book: Book, one: Community) -> Sequence[Record]:
    found = [each for each in belonging(book, one).commitments if each.outcome is Outcome.OPEN]
    return sorted(found, key=lambda each: (each.start is None, each.start or each.created, each.id))[:5]


def _questions(book: Book, one: Community) -> Sequence[Record]:
    found = [each for each in belonging(book, one).learning if each.rung is Rung.ASKED]
    return sorted(found, key=lambda each: (each.on, each.id), reverse=True)


def _places(one: Community) -> Iterator[Row]:
    for number, place in enumerate(one.places):
        does = ("link", place.text) if is_page(place.text) or "@" in place.text else ()
        yield Row(f"place:{number}", (place.text, place.kind, ""), does=does or ("edit", one.id))


def _checklists(one: Community) -> Iterator[Checklist]:
    """Go through the checklists that fit its time of life, and those on which something is noted."""
    begun = {tick.checklist for tick in ticks_of(one)}
    young = one.stage in (Stage.POTENTIAL, Stage.COALESCING)
    fitting = {
        **{phase.key: young for phase in PHASES},
        JOINING.key: one.left_on is None and not one.archived,
        CONVENING.key: one.level is Level.CORE and not one.archived,
        LEAVING.key: one.left_on is not None or one.stage is Stage.TRANSFORMATION,
    }
    for checklist in (*PHASES, JOINING, CONVENING, LEAVING):
        if fitting[checklist.key] or checklist.key in begun:
            yield checklist


def _timeline(events: Sequence[Event], now: datetime) -> Iterator[Section]:
    """Go through the timeline month by month."""
    for (year, month), group in groupby(events, lambda one: (one.day.year, one.day.month)):
        ones = list(group)
        name = MONTHS[month - 1] if year == now.year else f"{MONTHS[month - 1]} {year}"
        rows = tuple(Row(one.record, (one.title, one.what, around.short_day(one.day, now))) for one in ones)
        yield Section(name, rows, count=str(len(rows)))
