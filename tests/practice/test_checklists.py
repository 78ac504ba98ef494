"""Checklists: their lines, and what the member did about them."""

from datetime import datetime

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Tick
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.checklists import lines_of, ticks_of, toggled
from cop_tui.practice.field import CHECKLISTS

BRING = Tick(checklist="before-gathering", item="bring", note="cake")
MET = Tick(checklist="at-gathering", item="met")


def holding(now: datetime, *records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=now, put=records))


def test_every_line_of_a_checklist_stands_with_what_was_done_about_it(now: datetime) -> None:
    """In the order of the list; what is only noted is not done."""
    done = Tick(checklist="leaving", item="keep", on=now.date())
    noted = Tick(checklist="leaving", item="why", note="moved away")
    other = Tick(checklist="joining", item="why", on=now.date())
    rust = fresh(Community, now, name="Rust", occasions=(other, done, noted))

    lines = list(lines_of(rust, CHECKLISTS["leaving"]))

    assert [("why", noted, False), ("keep", done, True), ("in-touch", None, False)] == [
        (line.item.key, line.tick, line.is_done) for line in lines
    ]
    assert {"leaving"} == {line.checklist.key for line in lines}


def test_ticks_are_those_of_getting_started_and_those_of_occasions(now: datetime) -> None:
    """A community has both, a gathering has its occasions, somebody has none."""
    start = Tick(checklist="launch-meeting", item="host")
    rust = fresh(Community, now, name="Rust", phases=(start,), occasions=(MET,))

    assert (start, MET) == ticks_of(rust)
    assert (BRING,) == ticks_of(fresh(Commitment, now, what="Rust", occasions=(BRING,)))
    assert () == ticks_of(fresh(Person, now, name="Ana"))


@pytest.mark.parametrize(("item", "note"), [("bring", "cake"), ("dress", "")])
def test_a_line_is_ticked_and_opened_again_by_turns(now: datetime, item: str, note: str) -> None:
    """Another line of the same list, and the same line of another, stay as they are; so does a note."""
    others = (
        Tick(checklist="before-gathering", item="another", on=now.date()),
        Tick(checklist="at-gathering", item=item, on=now.date()),
    )
    meeting = fresh(Commitment, now, what="Rust", occasions=(*others, *([BRING] if note else [])))
    book = holding(now, meeting)

    seen = []
    for _ in range(3):
        book = book.apply(toggled(book, meeting, "before-gathering", item, now=now))
        seen += [one for one in ticks_of(book.commitments[meeting.id]) if one not in others]

    assert [now.date(), None, now.date()] == [one.on for one in seen]
    assert {("before-gathering", item, note)} == {(one.checklist, one.item, one.note) for one in seen}
    assert set(others) < set(ticks_of(book.commitments[meeting.id]))


def test_what_is_toggled_is_said_as_it_is_ticked(now: datetime) -> None:
    """With the words of its line, and what it is for."""
    rust = fresh(Community, now, name="Rust")
    book = holding(now, rust)

    ticked = toggled(book, rust, "leaving", "keep", now=now)
    opened = toggled(book.apply(ticked), rust, "leaving", "keep", now=now)

    assert ["Ticked for Rust: What do I keep?", "Opened for Rust: What do I keep?"] == [
        change.sentence for change in (ticked, opened)
    ]


def test_only_communities_and_gatherings_have_checklists(now: datetime) -> None:
    """Somebody has none; what was removed has none any more."""
    ana = fresh(Person, now, name="Ana")

    with pytest.raises(Refused) as refused:
        toggled(holding(now, ana), ana, "leaving", "keep", now=now)
    with pytest.raises(NotFound):
        toggled(Book(), fresh(Community, now, name="Rust"), "leaving", "keep", now=now)

    assert "There is no checklist here" == refused.value.sentence
