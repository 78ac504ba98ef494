"""Learn: log it, climb its rungs, tell what came of it."""

from datetime import datetime, timedelta

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.goal import Goal
from cop_tui.domain.learning import Climb, Learning
from cop_tui.domain.person import Person
from cop_tui.domain.purpose import RUNGS, Purpose, Rung
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.learn import came_back, climb, learn


def holding(now: datetime, *records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=now, put=records))


def learned(change: Change) -> Learning:
    """Return the learning entry of a change."""
    return next(one for one in change.put if isinstance(one, Learning))


def test_what_was_learned_is_kept_with_all_that_was_said(now: datetime) -> None:
    """Community, people, goal, day and tags; new people are noted."""
    rust, goal = fresh(Community, now, name="Rust", purpose=Purpose.HELPING), fresh(Goal, now, text="Talk")
    ana, day = fresh(Person, now, name="Ana"), now - timedelta(days=2)
    book = holding(now, rust, goal, ana)

    change = learn(
        book,
        " Pin is #tricky ",
        now=now,
        on=day,
        community=rust,
        people=[ana, "Li"],
        goal=goal,
        tags=["#async", "@Tricky", " # "],
    )
    entry = learned(change)

    assert "Learned: Pin is #tricky" == change.sentence
    assert ("Pin is #tricky", day, rust.id, goal.id) == (entry.text, entry.on, entry.community, entry.goal)
    assert (Purpose.HELPING, Rung.ASKED, (Climb(rung=Rung.ASKED, on=day),)) == (entry.purpose, entry.rung, entry.climbs)
    assert ("async", "Tricky") == entry.tags
    assert ["Li"] == [one.name for one in change.put if isinstance(one, Person)]
    assert ana.id == entry.people[0]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#one and (#two) #one #ONE", ("one", "two")),
        ("C# and a#b and https://x.org/#part", ()),
        ("# heading", ()),
        ("#_ # ## #", ("_",)),
        ("#größe, #a-b.", ("größe", "a-b")),
    ],
)
def test_tags_are_found_in_the_text(now: datetime, text: str, tags: tuple[str, ...]) -> None:
    """A tag begins a word; each stands once."""
    assert tags == learned(learn(Book(), text, now=now)).tags


@pytest.mark.parametrize(
    ("given", "communitys", "purpose"),
    [
        (None, None, Purpose.INDIVIDUAL_DEVELOPMENT),
        (None, Purpose.INNOVATION, Purpose.INNOVATION),
        (Purpose.KNOWLEDGE, Purpose.INNOVATION, Purpose.KNOWLEDGE),
    ],
)
def test_the_purpose_is_the_one_given_else_the_communitys(
    now: datetime, given: Purpose | None, communitys: Purpose | None, purpose: Purpose
) -> None:
    """Else it is for oneself."""
    rust = fresh(Community, now, name="Rust", purpose=communitys)

    entry = learned(learn(holding(now, rust), "x", now=now, community=rust, purpose=given))

    assert (purpose, RUNGS[purpose][0]) == (entry.purpose, entry.rung)


def test_learning_at_a_gathering_belongs_to_its_community(now: datetime) -> None:
    """Unless another one is named; a gathering may belong to none."""
    rust, tea = fresh(Community, now, name="Rust"), fresh(Community, now, name="Tea")
    meeting = fresh(Commitment, now, what="Meeting", community=rust.id)
    walk = fresh(Commitment, now, what="Walk")
    book = holding(now, rust, tea, meeting, walk)

    assert rust.id == learned(learn(book, "x", now=now, commitment=meeting)).community
    assert tea.id == learned(learn(book, "x", now=now, commitment=meeting, community=tea)).community
    assert learned(learn(book, "x", now=now, commitment=walk)).community is None
    assert walk.id == learned(learn(book, "x", now=now, commitment=walk)).commitment


def test_nothing_learned_is_refused(now: datetime) -> None:
    """It asks for one line."""
    with pytest.raises(Refused) as refused:
        learn(Book(), " ", now=now)

    assert ("There is nothing to keep yet", "Say in one line what you learned") == (
        refused.value.sentence,
        refused.value.hint,
    )


def test_a_community_that_is_gone_is_not_referred_to(now: datetime) -> None:
    """A screen may hold one that another window removed."""
    with pytest.raises(NotFound):
        learn(Book(), "x", now=now, community=fresh(Community, now, name="Rust"))


@pytest.mark.parametrize("purpose", list(Purpose))
def test_learning_climbs_the_rungs_of_its_purpose_to_the_top(now: datetime, purpose: Purpose) -> None:
    """Each rung is dated; above the top there is none."""
    book = Book().apply(learn(Book(), "x", now=now, purpose=purpose))
    (entry,) = book.learning.values()
    for days in (1, 2):
        book = book.apply(climb(book, entry, now=now + timedelta(days=days)))

    climbs = book.learning[entry.id].climbs
    assert RUNGS[purpose] == tuple(one.rung for one in climbs)
    assert [now + timedelta(days=days) for days in range(3)] == [one.on for one in climbs]
    with pytest.raises(Refused, match="top rung") as refused:
        climb(book, entry, now=now)
    assert "Tell its story, or pass it on" == refused.value.hint


def test_an_entry_whose_purpose_was_changed_begins_at_the_first_rung(now: datetime) -> None:
    """Its old rung is not one of the new ladder's."""
    entry = fresh(Learning, now, text="x", on=now, purpose=Purpose.HELPING, rung=Rung.TRIED)

    change = climb(holding(now, entry), entry, now=now)

    assert (Rung.ASKED, "Climbed to asked: x") == (learned(change).rung, change.sentence)


def test_what_came_of_it_is_noted_or_put_off(now: datetime) -> None:
    """On learning entries and on stories, one after another."""
    entry, story = fresh(Learning, now, text="x", on=now), fresh(Story, now, on=now, title="A day")
    book = holding(now, entry, story)

    change = came_back(book, entry, " used it ", now=now)
    book = book.apply(change)
    assert "Noted what came of x" == change.sentence
    book = book.apply(came_back(book, entry, now=now))
    assert ["used it", ""] == [one.text for one in book.learning[entry.id].follow_ups]
    assert "Put off A day" == came_back(book, story, " ", now=now).sentence
