"""Remove: the record and all that refers to it, brought back whole by undo."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community, Taker
from cop_tui.domain.errors import NotFound
from cop_tui.domain.goal import Goal
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Answer, Invitation, Recipient
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.remove import remove
from cop_tui.practice.say_yes import say_yes, top_up

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
START = datetime(2026, 11, 25, 18, 0, tzinfo=ZoneInfo("Europe/Berlin"))
TITLES = {
    "people": "Ana",
    "li": "Li",
    "communities": "Rust",
    "goals": "Talk",
    "invitations": "Evening",
    "commitments": "Evening",
    "learning": "Pin",
    "stories": "A day",
    "interests": "Rust (Ana)",
    "mine": "Rust (you)",
    "member": "Kim",
    "check_ins": "Check-in of Mon 23 Nov 2026",
}
"""What a member reads of each of them."""


def everything() -> dict[str, Record]:
    """Return one record of each kind, that refer to each other wherever they can, by the name of its table."""
    ana, li = fresh(Person, NOW, name="Ana"), fresh(Person, NOW, name="Li")
    rust = fresh(Community, NOW, name="Rust", people=(Taker(person=ana.id), Taker(person=li.id)))
    goal = fresh(Goal, NOW, text="Talk")
    invitation = fresh(
        Invitation,
        NOW,
        title="Evening",
        community=rust.id,
        sender=ana.id,
        recipients=(Recipient(person=li.id), Recipient(person=ana.id)),
        start=START,
    )
    promised = fresh(Commitment, NOW, what="Evening", community=rust.id, invitation=invitation.id, start=START)
    about = {"community": rust.id, "people": (li.id, ana.id), "commitment": promised.id, "on": NOW}
    return {
        "people": ana,
        "li": li,
        "communities": rust,
        "goals": goal,
        "invitations": invitation,
        "commitments": promised,
        "learning": altered(fresh(Learning, NOW, text="Pin", on=NOW, goal=goal.id), NOW, **about),
        "stories": altered(fresh(Story, NOW, title="A day", on=NOW), NOW, **about),
        "interests": fresh(Interest, NOW, who=ana.id, subject="Rust", on=NOW),
        "mine": fresh(Interest, NOW, who=ME, subject="Rust", on=NOW),
        "member": fresh(Member, NOW, id=ME, name="Kim"),
        "check_ins": fresh(CheckIn, NOW, day=NOW.date()),
    }


def holding(records: Mapping[str, Record]) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=NOW, put=tuple(records.values())))


def tables(book: Book) -> dict[str, Mapping[str, Record]]:
    """Return what the book holds besides tombstones."""
    return {kind.table: book.of(kind) for kind in KINDS if kind is not Gone}


def mentions(book: Book, record: Record) -> list[Record]:
    """Return the records that have the id of another one anywhere in them."""
    return [one for one in book.records() if one.id != record.id and f"'{record.id}'" in repr(one)]


@pytest.mark.parametrize("name", list(everything()))
def test_nothing_refers_to_what_was_removed_and_undo_brings_all_back(name: str) -> None:
    """Whatever the record; what the member cares about stays without the member. A tombstone stays until then."""
    records = everything()
    book, record = holding(records), records[name]
    change = remove(book, record, now=NOW)
    after = book.apply(change)

    assert (f"Removed {TITLES[name]}", NOW) == (change.sentence, change.at)
    assert not after.holds(record)
    assert record.id in after.gone
    assert record.id == ME or [] == mentions(after, record)
    back = after.apply(book.undoing(change))
    assert tables(book) == tables(back)
    assert not back.gone


def test_a_person_goes_with_what_they_care_about_and_nothing_else() -> None:
    """Others in the same lists stay."""
    records = everything()
    book = holding(records)
    after = book.apply(remove(book, records["people"], now=NOW))

    li = records["li"].id
    assert [ME] == [one.who for one in after.interests.values()]
    assert [[li]] == [[taker.person for taker in one.people] for one in after.communities.values()]
    assert [(None, [li])] == [
        (one.sender, [recipient.person for recipient in one.recipients]) for one in after.invitations.values()
    ]
    assert [(li,)] == [one.people for one in after.learning.values()]
    assert [(li,)] == [one.people for one in after.stories.values()]


def test_an_invitation_goes_with_its_open_promises() -> None:
    """A closed one stays, with no invitation to refer to."""
    records = everything()
    book = holding(records)
    promised = book.commitments[records["commitments"].id]
    assert {} == book.apply(remove(book, records["invitations"], now=NOW)).commitments

    kept = altered(promised, NOW, outcome=Outcome.KEPT)
    book = book.apply(Change(sentence="", at=NOW, put=(kept,)))
    after = book.apply(remove(book, records["invitations"], now=NOW))
    assert [(Outcome.KEPT, None)] == [(one.outcome, one.invitation) for one in after.commitments.values()]


def weekly() -> tuple[Invitation, Invitation]:
    """Return a series and the invitation for one occurrence of it."""
    series = fresh(
        Invitation, NOW, title="Rust", uid="u", start=START, timezone="Europe/Berlin", recurrence="RRULE:FREQ=WEEKLY"
    )
    later = START + timedelta(days=7)
    return series, fresh(Invitation, NOW, title="Rust", uid="u", start=later, occurrence=later)


def test_a_series_goes_with_its_occurrences_and_one_occurrence_alone() -> None:
    """The series does not go with one of its occurrences."""
    series, one = weekly()
    book = holding({"series": series, "one": one})
    book = book.apply(say_yes(book, series, now=NOW))

    gone = book.apply(remove(book, series, now=NOW))
    assert ({}, {}) == (gone.invitations, gone.commitments)
    alone = book.apply(remove(book, one, now=NOW))
    assert ([series.id], 8) == (list(alone.invitations), len(alone.commitments))


@pytest.mark.parametrize("week", [0, 1])
def test_a_coming_promise_of_a_series_is_answered_with_no(week: int) -> None:
    """With an invitation of its own or without, and undo leads back."""
    series, one = weekly()
    book = holding({"series": series, "one": one})
    book = book.apply(say_yes(book, series, now=NOW))
    promised = sorted(book.commitments.values(), key=lambda kept: kept.start or NOW)[week]
    change = remove(book, promised, now=NOW)
    after = book.apply(change)

    declined = [kept for kept in after.invitations.values() if kept.answer is Answer.NO]
    assert [promised.occurrence] == [kept.occurrence and kept.occurrence.astimezone(NOW.tzinfo) for kept in declined]
    assert [NOW.astimezone(UTC)] == [kept.answered_on for kept in declined]
    assert week == 0 or [one.id] == [kept.id for kept in declined]
    assert not top_up(after, now=NOW)
    assert tables(book) == tables(after.apply(book.undoing(change)))


def test_a_promise_of_a_series_that_would_not_be_made_again_is_just_removed() -> None:
    """One that is closed or past, one whose series is gone or has no such date any more."""
    series, _ = weekly()
    book = holding({"series": series})
    book = book.apply(say_yes(book, series, now=NOW))
    promised = min(book.commitments.values(), key=lambda kept: kept.start or NOW)
    closed = altered(promised, NOW, outcome=Outcome.EXCUSED)
    orphan = altered(promised, NOW, invitation="gone")
    ended = altered(series, NOW, recurrence="RRULE:FREQ=WEEKLY;COUNT=1", start=START - timedelta(days=7))

    for changed, now in (((closed,), NOW), ((), NOW + timedelta(days=9)), ((orphan,), NOW), ((ended,), NOW)):
        altered_book = book.apply(Change(sentence="", at=NOW, put=changed))
        assert () == remove(altered_book, promised, now=now).put


def test_what_is_gone_cannot_be_removed_again() -> None:
    """Another window did it already."""
    with pytest.raises(NotFound):
        remove(Book(), fresh(Person, NOW, name="Ana"), now=NOW)


def test_a_promise_of_a_series_that_is_under_way_is_answered_with_no_too() -> None:
    """It is not over before its end."""
    series = altered(weekly()[0], NOW, start=NOW - timedelta(hours=1), end=NOW + timedelta(hours=1))
    book = holding({"series": series})
    book = book.apply(say_yes(book, series, now=NOW))
    first = min(book.commitments.values(), key=lambda kept: kept.start or NOW)

    declined = [one for one in remove(book, first, now=NOW).put if isinstance(one, Invitation)]

    assert [(Answer.NO, series.start)] == [(one.answer, one.start) for one in declined]
