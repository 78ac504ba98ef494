"""Communities: add, join, leave, move through the stages, take part, tick the checklists."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community, Level, Stage, StageMove, Taker, Tick
from cop_tui.domain.errors import Refused
from cop_tui.domain.interest import folded
from cop_tui.domain.person import Person
from cop_tui.domain.purpose import Purpose
from cop_tui.domain.record import altered, fresh
from cop_tui.practice.field import LEAVING, PHASES, checklist_line
from cop_tui.practice.manners import here, named, said
from cop_tui.practice.people import someone, unknown_yet
from cop_tui.practice.words import exact_day, title_of

GETTING_STARTED = tuple(phase.key for phase in PHASES)
"""The checklists of the four phases of getting started; every other one is for an occasion."""

T = TypeVar("T", bound=Community | Commitment)


def add_community(
    book: Book,
    name: str,
    *,
    now: datetime,
    subject: str = "",
    purpose: Purpose | None = None,
    stage: Stage = Stage.POTENTIAL,
    level: Level = Level.PERIPHERAL,
    organisations: Sequence[str] = (),
    rhythm: int | None = None,
) -> Change:
    """Note a community; `rhythm` is the days from one meeting to the next."""
    words = said(name, "A community needs a name", "Say what it calls itself, or what it is about")
    if any(folded(one.name) == folded(words) and not one.archived for one in book.communities.values()):
        raise Refused(f"{named(words)} is already among your communities", "Give the new one another name")
    if rhythm is not None and rhythm < 1:
        raise Refused("A rhythm is a number of days, 1 or more", "A week is 7, a month about 30")
    crossed = {folded(one): one.strip() for one in organisations if one.strip()}
    community = fresh(
        Community,
        now,
        name=words,
        subject=subject.strip(),
        purpose=purpose,
        stage=stage,
        stages=(StageMove(stage=stage, on=now.date()),),
        level=level,
        organisations=tuple(crossed.values()),
        rhythm=rhythm,
    )
    return Change(sentence=f"Added the community {named(words)}", at=now, put=(community,))


def join(book: Book, community: Community, *, now: datetime, why: str = "", level: Level | None = None) -> Change:
    """Join a community, or come back to it, with one sentence why."""
    before = here(book, community)
    if before.joined_on and not before.left_on:
        raise Refused(f"You are in {named(before.name)} already", "Change your level if you take part more, or less")
    after = altered(
        before,
        now,
        joined_on=now.date(),
        left_on=None,
        archived=False,
        why=why.strip() or before.why,
        level=level or before.level,
    )
    return Change(sentence=f"Joined {named(before.name)}", at=now, put=(after,))


def leave(book: Book, community: Community, *, now: datetime, why: str = "") -> Change:
    """Leave a community: its story is kept and put out of sight; what was promised to it still stands."""
    before = here(book, community)
    if before.left_on:
        raise Refused(f"You left {named(before.name)} already", "Join it again if you came back")
    noted = Tick(checklist=LEAVING.key, item="why", on=now.date(), note=why.strip())
    occasions = _ticked(before.occasions, noted) if noted.note else before.occasions
    after = altered(before, now, left_on=now.date(), archived=True, occasions=occasions)
    promises = sum(one.community == before.id and one.outcome is Outcome.OPEN for one in book.commitments.values())
    words = f"; promises that still stand: {promises}" if promises else ""
    return Change(sentence=f"Left {named(before.name)}{words}", at=now, put=(after,))


def archive(book: Book, community: Community, *, now: datetime) -> Change:
    """Put a community out of sight that is over; all that belongs to it is kept."""
    before = here(book, community)
    if before.archived:
        raise Refused(f"{named(before.name)} is archived already", "Bring it back to change it")
    return Change(sentence=f"Archived {named(before.name)}", at=now, put=(altered(before, now, archived=True),))


def bring_back(book: Book, community: Community, *, now: datetime) -> Change:
    """Bring an archived community back into sight."""
    before = here(book, community)
    if not before.archived:
        raise Refused(f"{named(before.name)} is not archived", "There is nothing to bring back")
    return Change(sentence=f"Brought back {named(before.name)}", at=now, put=(altered(before, now, archived=False),))


def move_stage(book: Book, community: Community, stage: Stage, *, now: datetime, on: date | None = None) -> Change:
    """Move a community to another stage of its life, on or back; the move is dated."""
    before = here(book, community)
    day = on or now.date()
    if before.stage is stage:
        raise Refused(f"{named(before.name)} is at the stage {stage} already", "Choose another stage, or leave it so")
    if day > now.date():
        raise Refused("A stage is noted when it is reached", "Give a day that has come")
    last = before.stages[-1] if before.stages else None
    if last and day < last.on:
        was = f"{last.stage} on {exact_day(last.on, now.date())}"
        raise Refused(f"{named(before.name)} came to {was}", "Give that day or a later one")
    after = altered(before, now, stage=stage, stages=(*before.stages, StageMove(stage=stage, on=day)))
    return Change(sentence=f"Moved {named(before.name)} from {before.stage} to {stage}", at=now, put=(after,))


def set_level(book: Book, community: Community, level: Level, *, now: datetime) -> Change:
    """Choose how far in the member takes part."""
    before = here(book, community)
    if before.level is level:
        raise Refused(f"Your level in {named(before.name)} is {level} already", "Choose another, or leave it so")
    after = altered(before, now, level=level)
    return Change(sentence=f"Chose to be {level} in {named(before.name)}", at=now, put=(after,))


def add_taker(
    book: Book,
    community: Community,
    person: str | Person,
    *,
    now: datetime,
    level: Level = Level.PERIPHERAL,
    part: str = "",
) -> Change:
    """Note who takes part in a community, how far in, and what they do in it; someone noted before is updated."""
    before = here(book, community)
    who = someone(book, person, now=now)
    taker = Taker(person=who.id, level=level, part=part.strip())
    known = any(one.person == who.id for one in before.people)
    people = tuple(taker if one.person == who.id else one for one in before.people)
    after = altered(before, now, people=people if known else (*people, taker))
    sentence = f"Noted {named(who.name)} in {named(before.name)}: {level}"
    return Change(sentence=sentence, at=now, put=(*unknown_yet(book, (who,)), after))


def tick(
    book: Book,
    record: T,
    checklist: str,
    item: str,
    *,
    now: datetime,
    note: str = "",
    done: bool = True,
    clear: bool = False,
) -> Change:
    """Tick one line of a checklist, or note something beside it, on a community or a gathering.

    Done before stays dated as it was. Without `done` the line is open again; without a note the old one stays, unless
    it is to be cleared.
    """
    before = here(book, record)
    field = "phases" if isinstance(before, Community) and checklist in GETTING_STARTED else "occasions"
    ticks: tuple[Tick, ...] = getattr(before, field)
    known = next((one for one in ticks if (one.checklist, one.item) == (checklist, item)), None)
    on = (known.on if known and known.on else now.date()) if done else None
    words = note.strip() or ("" if clear or not known else known.note)
    after = altered(before, now, **{field: _ticked(ticks, Tick(checklist=checklist, item=item, on=on, note=words))})
    verb = "Ticked" if done else "Noted" if words else "Opened"
    line = checklist_line(checklist, item)
    return Change(
        sentence=f"{verb} for {title_of(before, book)}: {named(line.text if line else item)}", at=now, put=(after,)
    )


def _ticked(ticks: tuple[Tick, ...], tick: Tick) -> tuple[Tick, ...]:
    return (*(one for one in ticks if (one.checklist, one.item) != (tick.checklist, tick.item)), tick)
