"""Communities: added, joined, left, moved through their stages, their checklists ticked."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community, Level, Stage, StageMove, Taker, Tick
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.purpose import Purpose
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.practice.community import (
    GETTING_STARTED,
    add_community,
    add_taker,
    archive,
    bring_back,
    join,
    leave,
    move_stage,
    set_level,
    tick,
)

Verb = Callable[[Book, Community, datetime], Change]


def holding(now: datetime, *records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=now, put=records))


def only(book: Book) -> Community:
    """Return the one community of the book."""
    (community,) = book.communities.values()
    return community


def test_a_community_is_kept_with_all_that_was_said(now: datetime) -> None:
    """Its stage is dated; each organisation stands once."""
    change = add_community(
        Book(),
        " Rust Berlin ",
        now=now,
        subject=" Rust ",
        purpose=Purpose.HELPING,
        stage=Stage.MATURING,
        level=Level.ACTIVE,
        organisations=["Initech", "initech ", "", "Hooli"],
        rhythm=14,
    )
    rust = only(Book().apply(change))

    assert "Added the community Rust Berlin" == change.sentence
    assert ("Rust Berlin", "Rust", Purpose.HELPING, Level.ACTIVE, 14) == (
        rust.name,
        rust.subject,
        rust.purpose,
        rust.level,
        rust.rhythm,
    )
    assert (Stage.MATURING, (StageMove(stage=Stage.MATURING, on=now.date()),)) == (rust.stage, rust.stages)
    assert ["initech", "hooli"] == [one.strip().lower() for one in rust.organisations]


def test_a_community_needs_a_name_of_its_own(now: datetime) -> None:
    """The name of one that is archived is free again."""
    book = Book().apply(add_community(Book(), "Rust", now=now))

    with pytest.raises(Refused, match="needs a name"):
        add_community(Book(), "", now=now)
    with pytest.raises(Refused, match="already among your communities"):
        add_community(book, "rust ", now=now)
    book = book.apply(archive(book, only(book), now=now))
    assert add_community(book, "rust", now=now)


@pytest.mark.parametrize("rhythm", [0, -7])
def test_a_rhythm_is_a_number_of_days(now: datetime, rhythm: int) -> None:
    """Nothing meets every no days."""
    with pytest.raises(Refused, match="number of days"):
        add_community(Book(), "Rust", now=now, rhythm=rhythm)


def test_one_joins_leaves_and_comes_back(now: datetime) -> None:
    """Each is dated, with why; leaving puts it out of sight and says which promises still stand."""
    book = Book().apply(add_community(Book(), "Rust", now=now))
    rust = only(book)
    book = book.apply(join(book, rust, now=now, why=" to learn ", level=Level.ACTIVE))
    assert (now.date(), "to learn", Level.ACTIVE) == (only(book).joined_on, only(book).why, only(book).level)
    with pytest.raises(Refused, match="You are in Rust already"):
        join(book, rust, now=now)

    promised = fresh(Commitment, now, what="Host", community=rust.id)
    asked = fresh(Commitment, now, what="Bring tea", community=rust.id)
    told = altered(fresh(Commitment, now, what="Came", community=rust.id), now, outcome=Outcome.KEPT)
    book = book.apply(Change(sentence="", at=now, put=(promised, asked, told)))
    change = leave(book, rust, now=now, why="moved away")
    book = book.apply(change)
    assert "Left Rust; promises that still stand: 2" == change.sentence
    assert (now.date(), True) == (only(book).left_on, only(book).archived)
    assert (Tick(checklist="leaving", item="why", on=now.date(), note="moved away"),) == only(book).occasions
    with pytest.raises(Refused, match="You left Rust already"):
        leave(book, rust, now=now)

    later = now + timedelta(days=30)
    book = book.apply(join(book, rust, now=later))
    back = only(book)
    assert (later.date(), None, False, "to learn", Level.ACTIVE) == (
        back.joined_on,
        back.left_on,
        back.archived,
        back.why,
        back.level,
    )


def test_one_may_leave_without_a_word(now: datetime) -> None:
    """Then nothing is noted but the day."""
    book = Book().apply(add_community(Book(), "Rust", now=now))
    change = leave(book, only(book), now=now)

    assert ("Left Rust", ()) == (change.sentence, only(book.apply(change)).occasions)


def test_a_community_is_archived_and_brought_back(now: datetime) -> None:
    """Twice is refused, both ways."""
    book = Book().apply(add_community(Book(), "Rust", now=now))
    rust = only(book)

    with pytest.raises(Refused, match="is not archived"):
        bring_back(book, rust, now=now)
    book = book.apply(archive(book, rust, now=now))
    assert only(book).archived
    with pytest.raises(Refused, match="is archived already"):
        archive(book, rust, now=now)
    assert only(book.apply(bring_back(book, rust, now=now))).archived is False


def test_a_stage_moves_on_and_back_each_time_dated(now: datetime) -> None:
    """The history keeps its order."""
    book = Book().apply(add_community(Book(), "Rust", now=now - timedelta(days=90)))
    rust = only(book)
    first = now.date() - timedelta(days=90)
    change = move_stage(book, rust, Stage.COALESCING, now=now, on=date(2026, 11, 1))
    book = book.apply(change)
    book = book.apply(move_stage(book, rust, Stage.POTENTIAL, now=now))

    assert "Moved Rust from potential to coalescing" == change.sentence
    assert [
        (Stage.POTENTIAL, first),
        (Stage.COALESCING, date(2026, 11, 1)),
        (Stage.POTENTIAL, now.date()),
    ] == [(one.stage, one.on) for one in only(book).stages]
    assert Stage.POTENTIAL is only(book).stage


def test_a_stage_that_cannot_be_is_refused(now: datetime) -> None:
    """The same one, one to come, one before the last; without a history any day goes."""
    bare = fresh(Community, now, name="Rust")
    assert move_stage(holding(now, bare), bare, Stage.MATURING, now=now, on=date(2020, 1, 1))

    book = Book().apply(add_community(Book(), "Rust", now=now))
    with pytest.raises(Refused, match="at the stage potential already"):
        move_stage(book, only(book), Stage.POTENTIAL, now=now)
    with pytest.raises(Refused, match="when it is reached"):
        move_stage(book, only(book), Stage.MATURING, now=now, on=now.date() + timedelta(days=1))
    with pytest.raises(Refused, match="came to potential on Mon 23 Nov"):
        move_stage(book, only(book), Stage.MATURING, now=now, on=now.date() - timedelta(days=1))


def test_a_level_is_chosen(now: datetime) -> None:
    """The same one again is refused."""
    book = Book().apply(add_community(Book(), "Rust", now=now))
    change = set_level(book, only(book), Level.CORE, now=now)
    book = book.apply(change)

    assert ("Chose to be core in Rust", Level.CORE) == (change.sentence, only(book).level)
    with pytest.raises(Refused, match="core already"):
        set_level(book, only(book), Level.CORE, now=now)


def test_who_takes_part_is_noted_once(now: datetime) -> None:
    """Someone new comes into the book; someone noted before is brought up to date in their place."""
    book = Book().apply(add_community(Book(), "Rust", now=now))
    for name in ("Ana", "Li"):
        change = add_taker(book, only(book), name, now=now)
        book = book.apply(change)
    assert "Noted Li in Rust: peripheral" == change.sentence

    ana, li = book.people.values()
    book = book.apply(add_taker(book, only(book), ana, now=now, level=Level.CORE, part=" hosts "))
    assert (Taker(person=ana.id, level=Level.CORE, part="hosts"), Taker(person=li.id)) == only(book).people


def test_a_checklist_is_ticked_noted_and_opened_again(now: datetime) -> None:
    """The day it was done stays, and so does a note until another one comes."""
    book = Book().apply(add_community(Book(), "Rust", now=now))
    rust, phase = only(book), GETTING_STARTED[0]
    change = tick(book, rust, phase, "idea", now=now, note=" told Ana ")
    book = book.apply(change)
    later = now + timedelta(days=1)

    assert "Ticked for Rust: Say what your idea is" == change.sentence
    book = book.apply(tick(book, rust, phase, "idea", now=later))
    assert (Tick(checklist=phase, item="idea", on=now.date(), note="told Ana"),) == only(book).phases
    opened = tick(book, rust, phase, "idea", now=later, done=False)
    assert "Noted for Rust: Say what your idea is" == opened.sentence
    assert (Tick(checklist=phase, item="idea", note="told Ana"),) == only(book.apply(opened)).phases
    assert "Opened for Rust: who" == tick(book, rust, phase, "who", now=now, done=False).sentence
    book = book.apply(tick(book, rust, phase, "who", now=now))
    assert ["idea", "who"] == [one.item for one in only(book).phases]


def test_an_occasion_is_ticked_on_a_community_or_a_gathering(now: datetime) -> None:
    """It stands apart from getting started."""
    rust, meeting = fresh(Community, now, name="Rust"), fresh(Commitment, now, what="Meeting")
    book = holding(now, rust, meeting)
    book = book.apply(tick(book, rust, "joining", "why", now=now))
    book = book.apply(tick(book, meeting, "after", "takeaway", now=now, note="ask Li"))

    assert ((), ["why"]) == (only(book).phases, [one.item for one in only(book).occasions])
    assert (Tick(checklist="after", item="takeaway", on=now.date(), note="ask Li"),) == book.commitments[
        meeting.id
    ].occasions


def test_a_community_that_is_gone_cannot_be_joined(now: datetime) -> None:
    """Another window removed it."""
    with pytest.raises(NotFound):
        join(Book(), fresh(Community, now, name="Rust"), now=now)


@pytest.mark.parametrize(
    ("verb", "sentence", "hint"),
    [
        (
            lambda book, _, now: add_community(book, " ", now=now),
            "A community needs a name",
            "Say what it calls itself, or what it is about",
        ),
        (
            lambda book, _, now: add_community(book, "RUST", now=now),
            "RUST is already among your communities",
            "Give the new one another name",
        ),
        (
            lambda book, _, now: add_community(book, "Tea", now=now, rhythm=0),
            "A rhythm is a number of days, 1 or more",
            "A week is 7, a month about 30",
        ),
        (
            lambda book, rust, now: join(book, rust, now=now),
            "You are in Rust already",
            "Change your level if you take part more, or less",
        ),
        (
            lambda book, rust, now: leave(book.apply(leave(book, rust, now=now)), rust, now=now),
            "You left Rust already",
            "Join it again if you came back",
        ),
        (
            lambda book, rust, now: archive(book.apply(archive(book, rust, now=now)), rust, now=now),
            "Rust is archived already",
            "Bring it back to change it",
        ),
        (
            lambda book, rust, now: bring_back(book, rust, now=now),
            "Rust is not archived",
            "There is nothing to bring back",
        ),
        (
            lambda book, rust, now: move_stage(book, rust, Stage.POTENTIAL, now=now),
            "Rust is at the stage potential already",
            "Choose another stage, or leave it so",
        ),
        (
            lambda book, rust, now: move_stage(book, rust, Stage.MATURING, now=now, on=date(2026, 11, 24)),
            "A stage is noted when it is reached",
            "Give a day that has come",
        ),
        (
            lambda book, rust, now: move_stage(book, rust, Stage.MATURING, now=now, on=date(2026, 11, 22)),
            "Rust came to potential on Mon 23 Nov",
            "Give that day or a later one",
        ),
        (
            lambda book, rust, now: set_level(book, rust, Level.PERIPHERAL, now=now),
            "Your level in Rust is peripheral already",
            "Choose another, or leave it so",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_a_way_on(now: datetime, verb: Verb, sentence: str, hint: str) -> None:
    """A member reads what stands in the way, and what to do instead."""
    book = Book().apply(add_community(Book(), "Rust", now=now))
    book = book.apply(join(book, only(book), now=now))

    with pytest.raises(Refused) as refused:
        verb(book, only(book), now)

    assert (sentence, hint) == (refused.value.sentence, refused.value.hint)


@pytest.mark.parametrize(
    ("verb", "sentence"),
    [
        (lambda book, _, now: add_community(book, "Tea", now=now), "Added the community Tea"),
        (lambda book, rust, now: join(book, rust, now=now), "Joined Rust"),
        (lambda book, rust, now: leave(book, rust, now=now), "Left Rust"),
        (lambda book, rust, now: archive(book, rust, now=now), "Archived Rust"),
        (
            lambda book, rust, now: bring_back(book.apply(archive(book, rust, now=now)), rust, now=now),
            "Brought back Rust",
        ),
        (
            lambda book, rust, now: move_stage(book, rust, Stage.MATURING, now=now),
            "Moved Rust from potential to maturing",
        ),
        (lambda book, rust, now: set_level(book, rust, Level.CORE, now=now), "Chose to be core in Rust"),
        (lambda book, rust, now: add_taker(book, rust, "Ana", now=now), "Noted Ana in Rust: peripheral"),
        (
            lambda book, rust, now: tick(book, rust, "joining", "why", now=now),
            "Ticked for Rust: Why am I in it? One sentence",
        ),
        (lambda book, rust, now: tick(book, rust, "joining", "my own line", now=now), "Ticked for Rust: my own line"),
    ],
)
def test_what_was_done_is_said_and_dated(now: datetime, verb: Verb, sentence: str) -> None:
    """Each verb gives one sentence and its moment."""
    book = Book().apply(add_community(Book(), "Rust", now=now - timedelta(days=1)))

    change = verb(book, only(book), now)

    assert (sentence, now) == (change.sentence, change.at)


def test_a_community_needs_no_more_than_a_name(now: datetime) -> None:
    """Whoever joins or leaves without a word leaves no words."""
    book = Book().apply(add_community(Book(), "Rust", now=now))
    assert ("", None, Stage.POTENTIAL, Level.PERIPHERAL, (), None) == (
        only(book).subject,
        only(book).purpose,
        only(book).stage,
        only(book).level,
        only(book).organisations,
        only(book).rhythm,
    )

    joined = only(book.apply(join(book, only(book), now=now)))
    taken = only(book.apply(add_taker(book, only(book), "Ana", now=now))).people
    assert ("", [""]) == (joined.why, [one.part for one in taken])


def test_a_community_may_meet_every_day(now: datetime) -> None:
    """One day is the shortest rhythm there is."""
    assert 1 == only(Book().apply(add_community(Book(), "Rust", now=now, rhythm=1))).rhythm


def test_an_organisation_is_kept_as_it_is_written(now: datetime) -> None:
    """But for the blanks around it."""
    change = add_community(Book(), "Rust", now=now, organisations=[" Initech ", "Hooli"])

    assert ("Initech", "Hooli") == only(Book().apply(change)).organisations


def test_a_note_beside_a_line_is_cleared_only_where_that_is_meant(now: datetime) -> None:
    """The line stays as it was, ticked or not."""
    book = Book().apply(add_community(Book(), "Rust", now=now))
    book = book.apply(tick(book, only(book), "joining", "why", now=now, note="to learn"))

    cleared = tick(book, only(book), "joining", "why", now=now, clear=True)
    opened = tick(book, only(book), "joining", "why", now=now, done=False, clear=True)

    assert (Tick(checklist="joining", item="why", on=now.date()),) == only(book.apply(cleared)).occasions
    assert "Opened for Rust: Why am I in it? One sentence" == opened.sentence
    assert (Tick(checklist="joining", item="why"),) == only(book.apply(opened)).occasions


def test_a_stage_may_change_twice_on_a_day(now: datetime) -> None:
    """Whoever chose wrongly chooses again."""
    book = Book().apply(add_community(Book(), "Rust", now=now))

    moved = only(book.apply(move_stage(book, only(book), Stage.MATURING, now=now)))

    assert [now.date()] * 2 == [one.on for one in moved.stages]
