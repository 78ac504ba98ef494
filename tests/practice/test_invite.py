"""Invite: invitations and proposals of one's own, what people answer, withdrawing."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.community import Community
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.invitation import Answer, Invitation, Offer, State, Way
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.invite import invite, revise, take_answer, withdraw
from cop_tui.practice.say_yes import say_yes
from cop_tui.practice.show_up import showed_up


def holding(now: datetime, *records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=now, put=records))


def made(change: Change) -> Invitation:
    """Return the invitation of a change."""
    return next(one for one in change.put if isinstance(one, Invitation))


def test_an_invitation_is_kept_with_all_that_was_said(now: datetime) -> None:
    """The people are made if new, and each waits to answer."""
    rust, ana = fresh(Community, now, name="Rust"), fresh(Person, now, name="Ana")
    start = datetime(2026, 11, 25, 18, 0, tzinfo=now.tzinfo)

    change = invite(
        holding(now, rust, ana),
        " Rust evening ",
        ["ana", "Li", "li "],
        now=now,
        community=rust,
        start=start,
        end=start + timedelta(hours=2),
        place="Room 1",
        link="https://x.org",
        note="Bring tea",
    )
    invitation = made(change)

    assert "Invited Ana, Li to Rust evening, Wed 25 Nov 18:00" == change.sentence
    assert (Way.SENT, Offer.INVITATION, "Rust evening", rust.id) == (
        invitation.way,
        invitation.kind,
        invitation.title,
        invitation.community,
    )
    assert (start, start + timedelta(hours=2), "Europe/Berlin") == (
        invitation.start,
        invitation.end,
        invitation.timezone,
    )
    assert ("Room 1", "https://x.org", "Bring tea") == (invitation.place, invitation.link, invitation.note)
    assert [Answer.WAITING] * 2 == [one.answer for one in invitation.recipients]
    assert ["Li"] == [one.name for one in change.put if isinstance(one, Person)]
    assert invitation.uid
    assert now.astimezone(UTC) == invitation.stamp


def test_an_invitation_is_nothing_but_a_title_where_no_more_was_said(now: datetime) -> None:
    """And still another one each time."""
    one, other = (made(invite(Book(), "x", [], now=now)) for _ in range(2))

    assert ("x", "", "", "", None) == (one.title, one.place, one.link, one.note, one.start)
    assert one.uid != other.uid


def test_a_proposal_needs_no_date(now: datetime) -> None:
    """And neither needs people."""
    proposed = invite(Book(), "Compilers", ["Ana"], now=now, kind=Offer.PROPOSAL)

    assert "Proposed Compilers, to Ana" == proposed.sentence
    assert (None, "", False) == (made(proposed).start, made(proposed).timezone, made(proposed).all_day)
    assert "Proposed Compilers" == invite(Book(), "Compilers", [], now=now, kind=Offer.PROPOSAL).sentence
    assert "Made an invitation to Compilers" == invite(Book(), "Compilers", [], now=now).sentence


def test_a_day_is_kept_as_a_day(now: datetime) -> None:
    """Whatever zone its moment came in."""
    day = datetime(2026, 11, 28, tzinfo=ZoneInfo("Asia/Tokyo"))
    change = invite(Book(), "Camp", ["Ana"], now=now, start=day, end=day + timedelta(days=2), all_day=True)

    assert "Invited Ana to Camp, Sat 28 Nov" == change.sentence
    assert (whole_day(day.date()), whole_day(datetime(2026, 11, 30, tzinfo=UTC).date()), "", True) == (
        made(change).start,
        made(change).end,
        made(change).timezone,
        made(change).all_day,
    )


def test_a_bare_offset_is_brought_into_the_members_zone(now: datetime) -> None:
    """For a zone is needed to hold its hour over a change of the clocks."""
    start = datetime.fromisoformat("2026-11-25T12:00:00-05:00")

    invitation = made(invite(Book(), "Call", [], now=now, start=start, end=start + timedelta(hours=1)))
    book = holding(now, invitation)
    moved = made(revise(book, invitation, now=now, start=start + timedelta(days=1)))

    assert [
        ("2026-11-25T18:00:00+01:00", "2026-11-25T19:00:00+01:00", "Europe/Berlin"),
        ("2026-11-26T18:00:00+01:00", "2026-11-26T19:00:00+01:00", "Europe/Berlin"),
    ] == [
        (one.start.isoformat(), one.end.isoformat(), one.timezone)
        for one in (invitation, moved)
        if one.start and one.end
    ]


def test_an_invitation_without_a_title_or_with_impossible_times_is_refused(now: datetime) -> None:
    """Each with its sentence."""
    with pytest.raises(Refused) as refused:
        invite(Book(), "\n", [], now=now)
    assert "An invitation needs a title" == refused.value.sentence
    assert "Say in a few words what you invite to" == refused.value.hint
    with pytest.raises(Refused, match="end before it starts"):
        invite(Book(), "x", [], now=now, start=now, end=now - timedelta(minutes=1))
    with pytest.raises(Refused, match="no start"):
        invite(Book(), "x", [], now=now, end=now)
    with pytest.raises(NotFound):
        invite(Book(), "x", [], now=now, community=fresh(Community, now, name="Rust"))


def test_an_answer_is_noted_on_the_invitation(now: datetime) -> None:
    """Of someone who was asked, and of someone who was not."""
    book = Book().apply(invite(Book(), "Rust", ["Ana"], now=now))
    (invitation,) = book.invitations.values()

    change = take_answer(book, invitation, "Ana", Answer.YES, now=now)
    book = book.apply(change)
    assert "Noted that Ana says yes to Rust" == change.sentence
    book = book.apply(take_answer(book, invitation, "Li", Answer.NO, now=now))

    names = {person.id: person.name for person in book.people.values()}
    assert [("Ana", Answer.YES), ("Li", Answer.NO)] == [
        (names[one.person], one.answer) for one in book.invitations[invitation.id].recipients
    ]


def test_an_answer_that_is_older_or_the_same_changes_nothing(now: datetime) -> None:
    """A reply read twice, or late, does no harm; a newer one counts, and another one of the same moment."""
    book = Book().apply(invite(Book(), "Rust", ["Ana"], now=now, start=now))
    (invitation,) = book.invitations.values()
    book = book.apply(take_answer(book, invitation, "Ana", Answer.YES, now=now, stamp=now))

    for again in (
        take_answer(book, invitation, "Ana", Answer.YES, now=now, stamp=now),
        take_answer(book, invitation, "Ana", Answer.YES, now=now),
    ):
        assert (False, "Ana says yes to Rust, Mon 23 Nov 09:00, as before", now) == (
            bool(again),
            again.sentence,
            again.at,
        )
    older = take_answer(book, invitation, "Ana", Answer.NO, now=now, stamp=now - timedelta(hours=1))
    assert (False, "Ana has given a newer answer since", now) == (bool(older), older.sentence, older.at)
    for stamp in (now, now + timedelta(hours=1)):
        newer = take_answer(book, invitation, "Ana", Answer.MAYBE, now=now, stamp=stamp)
        assert ([Answer.MAYBE], now) == ([one.answer for one in made(newer).recipients], newer.at)


def test_withdrawing_releases_what_was_promised(now: datetime) -> None:
    """A promise that is closed stays as it is."""
    book = Book().apply(invite(Book(), "Rust", ["Ana"], now=now, start=now))
    (invitation,) = book.invitations.values()
    book = book.apply(say_yes(book, invitation, now=now))
    (promise,) = book.commitments.values()

    later = now + timedelta(hours=1)
    change = withdraw(book, invitation, now=later)
    withdrawn = book.apply(change)

    assert "Withdrew Rust, Mon 23 Nov 09:00" == change.sentence
    assert (State.WITHDRAWN, 1, later.astimezone(UTC)) == (
        made(change).state,
        made(change).sequence,
        made(change).stamp,
    )
    released = withdrawn.commitments[promise.id]
    assert (Outcome.RELEASED, later.astimezone(UTC)) == (released.outcome, released.closed_on)
    kept = book.apply(showed_up(book, promise, now=now))
    assert Outcome.KEPT is kept.apply(withdraw(kept, invitation, now=now)).commitments[promise.id].outcome


def test_withdrawing_a_series_withdraws_its_occurrences(now: datetime) -> None:
    """A revision is the host's to count: one that was received keeps its number."""
    series = fresh(
        Invitation, now, title="Rust", start=now, recurrence="RRULE:FREQ=WEEKLY", uid="u", timezone="Europe/Berlin"
    )
    moved = fresh(Invitation, now, title="Rust", start=now, occurrence=now, uid="u")
    gone = fresh(
        Invitation, now, title="Rust", start=now, occurrence=now + timedelta(days=7), uid="u", state=State.WITHDRAWN
    )
    other = fresh(Invitation, now, title="Tea", uid="v")
    book = holding(now, series, moved, gone, other)

    after = book.apply(withdraw(book, series, now=now))

    assert {State.WITHDRAWN} == {after.invitations[one.id].state for one in (series, moved, gone)}
    assert State.OPEN is after.invitations[other.id].state
    assert {0} == {one.sequence for one in after.invitations.values()}


def tea(now: datetime, **fields: Any) -> Invitation:
    """Return an invitation to tea of the member's own."""
    usual: dict[str, Any] = {"way": Way.SENT, "title": "Tea", "start": now, "timezone": "Europe/Berlin", "uid": "tea"}
    return fresh(Invitation, now, **(usual | fields))


@pytest.mark.parametrize(
    ("fields", "verb", "sentence", "hint"),
    [
        (
            {"state": State.WITHDRAWN},
            lambda book, one, now: withdraw(book, one, now=now),
            "Tea, Mon 23 Nov 09:00 is withdrawn already",
            "Invite anew if it takes place after all",
        ),
        (
            {"state": State.WITHDRAWN},
            lambda book, one, now: revise(book, one, now=now, title="Cake"),
            "Tea, Mon 23 Nov 09:00 is withdrawn already",
            "Invite anew if it takes place after all",
        ),
        (
            {"way": Way.RECEIVED},
            lambda book, one, now: revise(book, one, now=now, title="Cake"),
            "Tea, Mon 23 Nov 09:00 is not yours to change",
            "Answer it with yes, maybe or no",
        ),
        (
            {"recurrence": "RRULE:FREQ=WEEKLY"},
            lambda book, one, now: revise(book, one, now=now, start=now + timedelta(days=1)),
            "Tea is a series",
            "Say which one of its dates moves",
        ),
        (
            {"recurrence": "RRULE:FREQ=WEEKLY"},
            lambda book, one, now: revise(book, one, now=now, occurrence=now + timedelta(days=1), title="Cake"),
            "Tea does not take place then",
            "Choose one of its own dates",
        ),
        (
            {},
            lambda book, one, now: revise(book, one, now=now, occurrence=now, title="Cake"),
            "Tea does not take place then",
            "Choose one of its own dates",
        ),
    ],
)
def test_what_can_not_be_changed_any_more_says_what_can_be_done(
    now: datetime,
    fields: dict[str, Any],
    verb: Callable[[Book, Invitation, datetime], Change],
    sentence: str,
    hint: str,
) -> None:
    """Withdrawn, somebody else's, a whole series, a date that it does not have; and what is no series has none."""
    invitation = tea(now, **fields)

    with pytest.raises(Refused) as refused:
        verb(holding(now, invitation), invitation, now)

    assert (sentence, hint) == (refused.value.sentence, refused.value.hint)


def test_a_new_day_keeps_the_hour_of_the_invitations_own_clock(now: datetime) -> None:
    """Also where its moment came in UTC, and over a change of the clocks."""
    invitation = tea(now, start=now.astimezone(UTC))
    july = whole_day(datetime(2027, 7, 2, tzinfo=UTC).date())

    moved = made(revise(holding(now, invitation), invitation, now=now, start=july, all_day=True))

    assert "2027-07-02T09:00:00+02:00" == (moved.start.isoformat() if moved.start else "")


def test_a_proposal_that_gets_a_day_keeps_it_as_a_day(now: datetime) -> None:
    """Whatever hour and zone came with it."""
    proposed = tea(now, kind=Offer.PROPOSAL, start=None, timezone="")
    day = datetime(2026, 11, 28, 15, tzinfo=ZoneInfo("Asia/Tokyo"))

    dated = made(revise(holding(now, proposed), proposed, now=now, start=day, all_day=True))

    assert (whole_day(day.date()), "", True) == (dated.start, dated.timezone, dated.all_day)


def test_nothing_new_about_an_invitation_is_dated_like_a_change(now: datetime) -> None:
    """It says so and changes nothing."""
    invitation = tea(now)

    change = revise(holding(now, invitation), invitation, now=now, title="Tea")

    assert (False, "Nothing changed in Tea", now) == (bool(change), change.sentence, change.at)
