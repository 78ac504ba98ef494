"""Rebase: what both sides altered stays, field by field."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.person import Person
from cop_tui.domain.rebase import rebase
from cop_tui.domain.record import altered, fresh

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ANA = fresh(Person, NOW, id="a", name="Ana", emails=("a@old.example", "a@home.example"))
WORDS = st.sampled_from(["", "x", "y"])
MAILS = st.lists(st.sampled_from("abcd"), unique=True, max_size=4).map(tuple)


def with_people(*people: Person) -> Book:
    """Return a book with these people."""
    return Book(people={person.id: person for person in people})


def merged(mine: Person, before: Person, theirs: Person) -> Person:
    """Return what becomes of my version on a book that holds theirs."""
    change = rebase(Change(sentence="Changed", at=NOW, put=(mine,)), with_people(before), with_people(theirs))
    (record,) = change.put
    assert isinstance(record, Person)
    return record


def test_each_side_keeps_the_field_that_it_altered() -> None:
    """And the time of the member's change is when it was last updated."""
    mine = altered(ANA, NOW + timedelta(hours=2), note="met")
    theirs = altered(ANA, NOW + timedelta(hours=1), organisation="UZ")

    kept = merged(mine, ANA, theirs)

    assert ("met", "UZ", mine.updated) == (kept.note, kept.organisation, kept.updated)


def test_the_member_wins_where_both_altered_the_same_field() -> None:
    """They did it last."""
    assert "mine" == merged(altered(ANA, NOW, note="mine"), ANA, altered(ANA, NOW, note="theirs")).note


def test_what_both_added_to_a_list_stays() -> None:
    """And what either took out of it is out; theirs come first."""
    mine = altered(ANA, NOW, emails=("a@old.example", "a@home.example", "a@mine.example"))
    theirs = altered(ANA, NOW, emails=("a@theirs.example", "a@home.example"))

    assert ("a@theirs.example", "a@home.example", "a@mine.example") == merged(mine, ANA, theirs).emails


def test_what_is_new_here_or_gone_there_is_put_as_it_is() -> None:
    """There is nothing to merge it with."""
    change = Change(sentence="Changed", at=NOW, put=(ANA,))

    assert change == rebase(change, with_people(), with_people(ANA))
    assert change == rebase(change, with_people(ANA), with_people())
    assert change == rebase(change, with_people(), with_people(altered(ANA, NOW, note="theirs")))


def test_what_is_taken_out_is_taken_as_it_is_there() -> None:
    """So that its tombstone tells of the record that went."""
    theirs = altered(ANA, NOW, note="theirs")
    change = Change(sentence="Removed", at=NOW, take=(ANA,))

    assert (theirs,) == rebase(change, with_people(ANA), with_people(theirs)).take
    assert (ANA,) == rebase(change, with_people(ANA), with_people()).take


@st.composite
def versions(draw: st.DrawFn) -> Person:
    """Draw a version of one person."""
    return altered(ANA, NOW, note=draw(WORDS), organisation=draw(WORDS), emails=draw(MAILS))


@given(mine=versions(), before=versions())
def test_nothing_changes_where_the_other_side_did_nothing(mine: Person, before: Person) -> None:
    """A rebase onto the same book is the change itself."""
    assert mine == merged(mine, before, before)


@given(before=versions(), theirs=versions())
def test_where_the_member_did_nothing_the_other_side_stays(before: Person, theirs: Person) -> None:
    """A field that is not altered is not the member's."""
    assert theirs == merged(before, before, theirs)


@given(mine=versions(), before=versions(), theirs=versions())
def test_nobodys_addition_is_lost(mine: Person, before: Person, theirs: Person) -> None:
    """Every address that either side added is there, none twice, and none that the two of them took out."""
    kept = merged(mine, before, theirs).emails

    assert len(set(kept)) == len(kept)
    assert (set(mine.emails) | set(theirs.emails)) - set(before.emails) <= set(kept)
    assert not (set(before.emails) - set(mine.emails) - set(theirs.emails)) & set(kept)
    assert set(before.emails) & set(mine.emails) & set(theirs.emails) <= set(kept)


@given(mine=versions(), before=versions(), theirs=versions())
def test_a_second_rebase_onto_the_same_changes_nothing(mine: Person, before: Person, theirs: Person) -> None:
    """What was merged once stays."""
    once = merged(mine, before, theirs)

    assert once == merged(once, theirs, theirs)
