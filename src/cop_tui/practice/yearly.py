"""Once a year (FIELD 9): what the records of a year answer to its five questions.

Counts and records, never a score: a question under which nothing stands is one to think about.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Outcome, Promise
from cop_tui.domain.goal import Pursuit
from cop_tui.domain.interest import Depth
from cop_tui.domain.invitation import Way
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME
from cop_tui.domain.moment import seen_from
from cop_tui.domain.purpose import Rung
from cop_tui.domain.record import Record
from cop_tui.domain.story import Story, Value
from cop_tui.practice.activity import moment_kept, touches
from cop_tui.practice.field import YEARLY
from cop_tui.practice.field.shapes import ChecklistItem

_SKILLED = (Rung.REACHED,)
_CHANGED = (Rung.TRIED, Rung.VERIFIED, Rung.IMPROVED, Rung.EXPLORED, Rung.APPLIED)
_PASSED_ON = (Rung.HELPED, Rung.SOLVED, Rung.SHARED, Rung.PUBLISHED)
_USED = (Value.APPLIED, Value.REALISED, Value.REFRAMING)


class Note(msgspec.Struct, frozen=True):
    """One record that answers to a question."""

    on: date
    """When it came to this, on the member's clock."""
    record: Record
    """The record."""
    how: str
    """Why it stands here, in a word: learned, reached, met."""


class Question(msgspec.Struct, frozen=True):
    """One of the five questions, with the records that answer to it."""

    item: ChecklistItem
    """The question."""
    notes: tuple[Note, ...]
    """What answers to it, in the order of the days."""


def yearly(book: Book, year: int, *, now: datetime) -> tuple[Question, ...]:
    """Return the five questions with what a year's records answer, up to now.

    A record stands once, with the question that it has come furthest to: what was passed on is not named again as
    something learned.

    Args:
        book: What is told of.
        year: Which year.
        now: The moment of looking, in the member's zone: days are the member's.
    """
    sources = {
        "passed-on": _passed_on,
        "differently": _differently,
        "skill": _skill,
        "ties": _ties,
        "knowledge": _knowledge,
    }
    seen: set[str] = set()
    found: dict[str, tuple[Note, ...]] = {}
    for key, source in sources.items():
        notes = {note.record.id: note for note in sorted(source(book, now), key=_order) if _is_of(note, year, now)}
        found[key] = tuple(sorted((note for one, note in notes.items() if one not in seen), key=_order))
        seen |= notes.keys()
    return tuple(Question(item, found[item.key]) for item in YEARLY.items)


def _is_of(note: Note, year: int, now: datetime) -> bool:
    return note.on.year == year and note.on <= now.date()


def _order(note: Note) -> tuple[date, str]:
    return note.on, note.record.id


def _knowledge(book: Book, now: datetime) -> Iterator[Note]:
    for entry in book.learning.values():
        yield Note(_day(entry.on, now), entry, "learned")


def _skill(book: Book, now: datetime) -> Iterator[Note]:
    yield from _climbed(book, now, _SKILLED)
    for goal in book.goals.values():
        if goal.state is Pursuit.REACHED:
            yield Note(_day(goal.closed_on or goal.updated, now), goal, "reached")
    for interest in book.interests.values():
        if interest.who == ME and interest.depth in (Depth.PRACTISING, Depth.CAN_HELP):
            yield Note(_day(interest.on, now), interest, interest.depth.value.replace("-", " "))


def _ties(book: Book, now: datetime) -> Iterator[Note]:
    """Go through the people by the day on which the member was first in touch with them, and the communities joined."""
    for person, moments in touches(book).items():
        if moments:
            yield Note(_day(moments[0], now), book.people[person], "met")
    for community in book.communities.values():
        if community.joined_on:
            yield Note(community.joined_on, community, "joined")


def _differently(book: Book, now: datetime) -> Iterator[Note]:
    yield from _climbed(book, now, _CHANGED)
    records: list[Learning | Story] = [*book.learning.values(), *book.stories.values()]
    for record in records:
        for again in record.follow_ups:
            if again.text:
                yield Note(_day(again.on, now), record, "came back to")
    for story in book.stories.values():
        for cycle in story.cycles:
            if cycle.cycle in _USED:
                yield Note(_day(cycle.on, now), story, cycle.cycle.value)


def _passed_on(book: Book, now: datetime) -> Iterator[Note]:
    yield from _climbed(book, now, _PASSED_ON)
    for one in book.invitations.values():
        if one.way is Way.SENT:
            yield Note(_day(one.created, now), one, "invited")
    for promise in book.commitments.values():
        if promise.kind is Promise.DO and promise.outcome is Outcome.KEPT:
            moment, all_day = moment_kept(promise)
            yield Note(seen_from(moment, now, all_day=all_day).date(), promise, "done")


def _climbed(book: Book, now: datetime, rungs: tuple[Rung, ...]) -> Iterator[Note]:
    """Go through the entries that reached one of these rungs, by the day on which they did."""
    is_meant: Callable[[Rung], bool] = set(rungs).__contains__
    for entry in book.learning.values():
        for rung, on in _rungs(entry):
            if is_meant(rung):
                yield Note(_day(on, now), entry, rung.value)


def _rungs(entry: Learning) -> Iterator[tuple[Rung, datetime]]:
    """Go through the rungs that an entry reached; one that began above the lowest says so by its rung alone."""
    if not any(climb.rung is entry.rung for climb in entry.climbs):
        yield entry.rung, entry.on
    for climb in entry.climbs:
        yield climb.rung, climb.on


def _day(moment: datetime, now: datetime) -> date:
    return seen_from(moment, now).date()
