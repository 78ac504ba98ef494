"""The page of a community: what it is about, how it lives, who is in it, its checklists, its whole timeline."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.community import Community, Level, Stage
from cop_tui.domain.purpose import Purpose, Rung
from cop_tui.domain.record import Record
from cop_tui.practice.checklists import lines_of, ticks_of
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
from cop_tui.tui.widgets.rows import Column, Row, Rows, Section

COLUMNS = (Column(tone=INK), Column(most=16, tone=SOFT), Column(most=16, tone=FAINT))
"""What or who, when or which part, what it is or where from."""

EVENTS = (Column(tone=INK), Column(most=12, tone=SOFT), Column(most=8, tone=FAINT))
"""Of the timeline: about what, what it was, when."""

NEW = 90
"""Days for which a member is new in a community."""


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
    yield "it is", "out of sight, archived" if one.archived else ""
    yield "left", around.day(one.left_on, now)
    yield "you are", one.level.value
    yield "meets", every(days) if days else "no rhythm yet: how often does it meet?"
    last = f"; last {around.near(beat.last, now)}" if beat.last else ", nothing is noted in it yet"
    yield "pulse", f"{beat.word.value}{last}"


def _more(book: Book, one: Community, now: datetime) -> Iterator[Fact]:
    """Go through what is good to know besides."""
    yield "for", _purpose(one.purpose) if one.purpose else ""
    for number, each in enumerate(one.other_purposes):
        yield "" if number else "and for", _purpose(each)
    yield "crosses", ", ".join(one.organisations)
    yield "people", counted(len(one.people), "person", "people") if one.people else ""
    yield "promises", kept_words(kept_by_community(book).get(one.id, Kept()))
    given, taken = give_and_take(book, one)
    yield "give, take", f"you gave {given} times and took {taken}" if given or taken else ""
    yield "joined", around.day(one.joined_on, now)
    yield "cut-off", f"{one.cut_off} hours before a gathering" if one.cut_off is not None else ""
    yield "in touch", f"with its people {every(one.reconnect_every)}" if one.reconnect_every else ""
    yield "voluntary", "" if one.voluntary else "not only: some have to be in it"


def _purpose(purpose: Purpose) -> str:
    text = PURPOSES[purpose]
    return f"{text.title.casefold()}. {text.text}"


def _sections(book: Book, one: Community, now: datetime) -> Iterator[Section]:
    yield Section("Behind the elements", tuple(_behind(book, one, now)))
    yield from _people(book, one)
    yield around.section("Ahead", around.record_rows(book, _ahead(book, one), now))
    yield around.section("Open questions", around.record_rows(book, _questions(book, one), now))
    yield around.section("Where it meets and talks", tuple(_places(one)))
    fitting = list(_fitting(one, now))
    yield from (checklist_section(one, checklist, now) for checklist in fitting)
    yield Section("From before", tuple(_folded(one, fitting)))
    yield from _timeline(timeline(book, one, now), one, now)


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


def _fitting(one: Community, now: datetime) -> Iterator[Checklist]:
    """Go through the checklists that fit its time of life."""
    is_over = one.left_on is not None or one.archived
    if _is_young(one):
        yield from PHASES
    if not is_over and (_is_new(one, now) or not _is_filled(one, JOINING)):
        yield JOINING
    if one.level is Level.CORE and not one.archived:
        yield CONVENING
    if one.left_on is not None or one.stage is Stage.TRANSFORMATION:
        yield LEAVING


def _folded(one: Community, fitting: Collection[Checklist]) -> Iterator[Row]:
    """Go through the lines that stand for what was done and noted on checklists that fit no longer, each unfolded."""
    begun = {tick.checklist for tick in ticks_of(one)}
    for title, checklists in (
        ("Getting started", PHASES),
        *((each.title, (each,)) for each in (JOINING, CONVENING, LEAVING)),
    ):
        keys = [each.key for each in checklists if each not in fitting]
        if not begun.isdisjoint(keys):
            lines = [line for each in checklists for line in lines_of(one, each)]
            words = f"{sum(line.is_done for line in lines)} of {len(lines)} done"
            yield Row(f"before:{title}", (title, words, ""), does=("checklists", one.id, *keys))


def _is_young(one: Community) -> bool:
    return one.stage in (Stage.POTENTIAL, Stage.COALESCING)


def _is_new(one: Community, now: datetime) -> bool:
    return one.joined_on is None or (now.date() - one.joined_on).days <= NEW


def _is_filled(one: Community, checklist: Checklist) -> bool:
    """Tell whether something is done or noted on each line."""
    return all(line.tick is not None for line in lines_of(one, checklist))


def _timeline(events: Sequence[Event], one: Community, now: datetime) -> Iterator[Section]:
    """Go through the timeline month by month; rows are made when they are seen."""
    for (year, month), group in groupby(events, lambda event: (event.day.year, event.day.month)):
        rows = Rows(list(group), lambda event: _event(event, one, now))
        name = MONTHS[month - 1] if year == now.year else f"{MONTHS[month - 1]} {year}"
        yield Section(name, rows, count=str(len(rows)), columns=EVENTS)


def _event(event: Event, one: Community, now: datetime) -> Row:
    """Return the row of an event; what happened to the community itself opens what changes it, not its page again."""
    does = () if event.id != one.id else ("stage", one.id) if event.what == "stage" else ("edit", one.id)
    return Row(event.id, (event.title, event.what, _day(event.day, now)), does=does)


def _day(day: date, now: datetime) -> str:
    """Return a day under its month: the year stands there."""
    return "today" if day == now.date() else f"{day.day} {MONTHS[day.month - 1]}"
