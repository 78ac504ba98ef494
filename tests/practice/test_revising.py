"""Changing what one invited to: the next revision is higher, and who was asked is asked again where the time moved."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.errors import Refused
from cop_tui.domain.invitation import Answer, Invitation, Offer, Recipient, State, Way
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.practice.gatherings import one_of
from cop_tui.practice.invite import invite, revise, take_answer, withdraw
from cop_tui.practice.people import edit
from cop_tui.practice.say_yes import say_yes

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = datetime(2026, 11, 27, 18, tzinfo=BERLIN)


def holding(now: datetime, *records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=now, put=records))


def asked(now: datetime, **fields: Any) -> Book:
    """Return a book with an invitation that was sent to Ana, who said yes."""
    ana = fresh(Person, now, name="Ana", emails=("ana@example.org",))
    said = (Recipient(person=ana.id, answer=Answer.YES, stamp=now.astimezone(UTC)),)
    usual: dict[str, Any] = {
        "way": Way.SENT,
        "title": "Tea",
        "start": FRIDAY,
        "end": FRIDAY + timedelta(hours=2),
        "timezone": "Europe/Berlin",
        "uid": "tea@cop-tui",
        "recipients": said,
    }
    return holding(now, ana, fresh(Invitation, now, **(usual | fields)))


def only(book: Book) -> Invitation:
    """Return the one invitation of a book, or the series of which others are occurrences."""
    (invitation,) = (one for one in book.invitations.values() if one.occurrence is None)
    return invitation


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"title": "Tea and cake"}, Answer.YES),
        ({"place": "Room 2"}, Answer.YES),
        ({"link": "https://meet.example.org/x"}, Answer.YES),
        ({"note": "Bring a cup"}, Answer.YES),
        ({"kind": Offer.PROPOSAL}, Answer.YES),
        ({"start": FRIDAY + timedelta(hours=1)}, Answer.WAITING),
        ({"end": FRIDAY + timedelta(hours=3)}, Answer.WAITING),
        ({"recurrence": "RRULE:FREQ=WEEKLY"}, Answer.WAITING),
    ],
)
def test_what_guests_are_told_makes_another_revision(now: datetime, fields: dict[str, Any], answer: Answer) -> None:
    """Its sequence rises with every edit; a yes waits again where the time moved, and stands where it did not."""
    book, later = asked(now), now + timedelta(hours=1)

    after = book.apply(edit(book, only(book), now=later, **fields))
    again = after.apply(edit(after, only(after), now=later, title="Once more"))

    stamp = None if answer is Answer.WAITING else now.astimezone(UTC)
    assert (1, later.astimezone(UTC), [(answer, stamp)]) == (
        only(after).sequence,
        only(after).stamp,
        [(one.answer, one.stamp) for one in only(after).recipients],
    )
    assert 2 == only(again).sequence


def test_what_only_the_member_sees_is_no_revision(now: datetime) -> None:
    """Neither its community, nor an answer that came, nor somebody more who is asked."""
    book = asked(now, sequence=4)

    edited = book.apply(edit(book, only(book), now=now, community="c"))
    answered = edited.apply(take_answer(edited, only(edited), "Ana", Answer.NO, now=now))
    wider = answered.apply(revise(answered, only(answered), now=now, to=["Li <li@example.org>"]))

    assert [4, 4, 4] == [only(one).sequence for one in (edited, answered, wider)]
    assert [Answer.NO, Answer.WAITING] == [one.answer for one in only(wider).recipients]
    assert ["Ana", "Li"] == sorted(one.name for one in wider.people.values())


def test_what_somebody_else_sent_is_revised_by_them_alone(now: datetime) -> None:
    """The member's own change of an invitation received keeps its revision, or the host's next would be refused."""
    book = asked(now, way=Way.RECEIVED)

    after = book.apply(edit(book, only(book), now=now, title="Tea, with Ana", end=FRIDAY))

    assert (0, [Answer.YES]) == (only(after).sequence, [one.answer for one in only(after).recipients])
    with pytest.raises(Refused, match="not yours to change"):
        revise(book, only(book), now=now, title="x")


def test_a_new_day_keeps_the_hour_and_the_length(now: datetime) -> None:
    """Over a change of the clocks too; a moment is taken as it is given."""
    book = asked(now, start=FRIDAY, end=FRIDAY + timedelta(hours=2))

    change = revise(book, only(book), now=now, start=whole_day(datetime(2027, 7, 2, tzinfo=UTC).date()), all_day=True)
    hour = revise(book, only(book), now=now, start=datetime(2026, 11, 28, 10, tzinfo=BERLIN))

    moved, other = only(book.apply(change)), only(book.apply(hour))
    assert "Changed Tea, Fri 2 Jul 2027 18:00" == change.sentence
    assert ["2027-07-02T18:00:00+02:00", "2027-07-02T20:00:00+02:00"] == [
        one.isoformat() for one in (moved.start, moved.end) if one
    ]
    assert ["2026-11-28T10:00:00+01:00", "2026-11-28T12:00:00+01:00"] == [
        one.isoformat() for one in (other.start, other.end) if one
    ]


def test_whole_days_and_proposals_without_a_date_take_a_day(now: datetime) -> None:
    """What has no hour gets none by a day alone."""
    day = whole_day(datetime(2026, 11, 28, tzinfo=UTC).date())
    book = Book().apply(invite(Book(), "Camp", [], now=now, kind=Offer.PROPOSAL))

    dated = book.apply(revise(book, only(book), now=now, start=day, all_day=True))
    moved = dated.apply(revise(dated, only(dated), now=now, start=day + timedelta(days=1), all_day=True))
    hour = moved.apply(revise(moved, only(moved), now=now, start=FRIDAY))

    assert [(day, True, 1), (day + timedelta(days=1), True, 2), (FRIDAY, False, 3)] == [
        (only(one).start, only(one).all_day, only(one).sequence) for one in (dated, moved, hour)
    ]


def test_nothing_to_change_changes_nothing(now: datetime) -> None:
    """The same words again are no revision."""
    book = asked(now)

    assert not revise(book, only(book), now=now, title="Tea", to=["Ana"])


def test_one_gathering_of_a_series_is_revised_alone(now: datetime) -> None:
    """The series stays as it was; the whole of a series is not moved by a date."""
    book = asked(now, recurrence="RRULE:FREQ=WEEKLY;COUNT=4")
    second = FRIDAY + timedelta(days=7)

    after = book.apply(revise(book, only(book), now=now, occurrence=second, start=second + timedelta(days=1)))
    again = after.apply(revise(after, only(after), now=now, occurrence=second, place="Room 2"))

    (one,) = (found for found in again.invitations.values() if found.occurrence)
    assert only(book) == only(again)
    assert (second, second + timedelta(days=1), "Room 2", 2) == (one.occurrence, one.start, one.place, one.sequence)
    with pytest.raises(Refused, match="is a series"):
        revise(book, only(book), now=now, start=second)
    for wrong in (second + timedelta(days=1), FRIDAY - timedelta(days=7)):
        with pytest.raises(Refused, match="does not take place then"):
            revise(book, only(book), now=now, occurrence=wrong, title="x")
    with pytest.raises(Refused, match="does not take place then"):
        revise(again, one, now=now, occurrence=second, title="x")


def test_one_gathering_of_a_series_is_withdrawn_alone(now: datetime) -> None:
    """Its promise is released, the others stay open; a second time is refused."""
    book = asked(now, recurrence="RRULE:FREQ=WEEKLY;COUNT=4")
    book = book.apply(say_yes(book, only(book), now=now))
    second = FRIDAY + timedelta(days=7)

    after = book.apply(withdraw(book, only(book), now=now, occurrence=second))

    one = one_of(after, only(after), second, now=now)
    assert one is not None
    assert (State.OPEN, State.WITHDRAWN, 1) == (only(after).state, one.state, one.sequence)
    assert [Outcome.OPEN, Outcome.RELEASED, Outcome.OPEN, Outcome.OPEN] == [kept.outcome for kept in in_order(after)]
    for verb in (withdraw, revise):
        with pytest.raises(Refused, match="withdrawn already"):
            verb(after, only(after), now=now, occurrence=second)


def in_order(book: Book) -> list[Commitment]:
    """Return the commitments of a book, soonest first."""
    return sorted(book.commitments.values(), key=lambda one: one.start or FRIDAY)


def test_a_higher_sequence_that_is_given_stays(now: datetime) -> None:
    """What comes from a calendar of the member's own may be further on."""
    book = asked(now, sequence=2)

    after = book.apply(edit(book, only(book), now=now, title="Tea at last", sequence=9))

    assert 9 == only(after).sequence
    assert only(after) == altered(only(after), now)
