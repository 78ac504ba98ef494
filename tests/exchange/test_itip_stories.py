"""Invitations as they come by mail: asked, moved, called off, answered, forged."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.invitation import Answer, Invitation, State, Way
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.exchange.icalendar import read
from cop_tui.exchange.intake import Intake
from cop_tui.practice.remove import remove
from cop_tui.practice.say_yes import say_no, say_yes, top_up

ANA = "ORGANIZER;CN=Ana Ruiz:mailto:ana@example.org"
ME_ASKED = "ATTENDEE;PARTSTAT=NEEDS-ACTION:MAILTO:Sam@Example.NET"
OWN = "ORGANIZER:mailto:sam@example.net"

Read = Callable[..., Intake]


@pytest.fixture
def book(now: datetime) -> Book:
    """Return the empty notebook of Sam."""
    return Book(member={ME: fresh(Member, now, id=ME, name="Sam", emails=("sam@example.net",))})


@pytest.fixture
def take(now: datetime) -> Read:
    """Return what reads a message of these lines into a book."""

    def taken(book: Book, *lines: str, method: str = "REQUEST") -> Intake:
        return read(message(*lines, method=method), "mail.ics", book, now=now)

    return taken


def message(*lines: str, method: str = "REQUEST") -> bytes:
    """Return a calendar of events, each given as the lines that differ from the usual; `--` parts two events."""
    events: list[list[str]] = [[]]
    for line in lines:
        if line == "--":
            events.append([])
        else:
            events[-1].append(line)
    text = ["BEGIN:VCALENDAR", "VERSION:2.0", *([f"METHOD:{method}"] if method else [])]
    for event in events:
        text += ["BEGIN:VEVENT", *_whole(event), "END:VEVENT"]
    return "\r\n".join([*text, "END:VCALENDAR", ""]).encode()


def _whole(lines: list[str]) -> list[str]:
    usual = {
        "UID": "UID:rust-1",
        "SUMMARY": "SUMMARY:Rust study group",
        "SEQUENCE": "SEQUENCE:0",
        "DTSTAMP": "DTSTAMP:20261120T080000Z",
        "DTSTART": "DTSTART;TZID=Europe/Berlin:20261127T180000",
    }
    given = {line.split(":")[0].split(";")[0] for line in lines}
    return [line for name, line in usual.items() if name not in given] + [line for line in lines if line[-1:] != ":"]


def only(book: Book) -> Invitation:
    """Return the one invitation of a book."""
    (invitation,) = book.invitations.values()
    return invitation


def promises(book: Book) -> list[Commitment]:
    """Return the commitments of a book, soonest first."""
    return sorted(book.commitments.values(), key=lambda one: one.start or datetime.max.replace(tzinfo=UTC))


def outcomes(book: Book) -> list[Outcome]:
    """Return what came of the commitments of a book, soonest first."""
    return [one.outcome for one in promises(book)]


def test_a_request_is_an_invitation_from_the_organiser(book: Book, take: Read) -> None:
    """The member is an attendee: received, waiting, from a person who is made of the organiser."""
    took = take(book, ANA, ME_ASKED, "LOCATION:Library", "DESCRIPTION:Bring a laptop\\, and tea\\nand cake")

    invitation = only(took.book)
    sender = took.book.people[invitation.sender or ""]
    assert (Way.RECEIVED, Answer.WAITING, State.OPEN) == (invitation.way, invitation.answer, invitation.state)
    assert ("Ana Ruiz", ("ana@example.org",)) == (sender.name, sender.emails)
    assert ("Library", "Bring a laptop, and tea\nand cake") == (invitation.place, invitation.note)
    assert ({"invitations": 1}, {"people": 1}) == (took.added, took.along)
    assert took.change.sentence == "Imported 1 item from mail.ics"


def test_an_organiser_who_is_known_by_address_is_not_made_again(book: Book, take: Read, now: datetime) -> None:
    """Addresses are the same whatever their case; nobody is known by a mere name."""
    ana = fresh(Person, now, name="Anita", emails=("ANA@example.org",))

    took = take(with_people(book, ana), ANA, ME_ASKED)

    assert only(took.book).sender == ana.id
    assert took.along == {}


def with_people(book: Book, *people: Person) -> Book:
    """Return the book with these people."""
    return Book(member=book.member, people={one.id: one for one in people})


def test_yes_then_called_off_releases_the_promise(book: Book, take: Read, now: datetime) -> None:
    """A CANCEL withdraws the invitation; its open promise is released, and nothing is deleted."""
    asked = take(book, ANA, ME_ASKED).book
    said = asked.apply(say_yes(asked, only(asked), now=now))

    took = take(said, ANA, "SEQUENCE:1", method="CANCEL")

    (promised,) = promises(took.book)
    assert only(took.book).state is State.WITHDRAWN
    assert (Outcome.RELEASED, "Called off by the host") == (promised.outcome, promised.reflection)
    assert took.changed == {"invitations": 1}
    assert not take(took.book, ANA, "SEQUENCE:1", method="CANCEL").change


def test_a_cancel_of_something_unknown_is_named(book: Book, take: Read) -> None:
    """What isn't there can't be called off; it is skipped with its reason."""
    took = take(book, ANA, method="CANCEL")

    assert [one.why for one in took.skipped] == ["it calls off something that you don't have"]


def test_a_moved_time_asks_again(book: Book, take: Read, now: datetime) -> None:
    """A higher SEQUENCE with another time: the yes waits again, its promise is released, and it is said so."""
    asked = take(book, ANA, ME_ASKED).book
    said = asked.apply(say_yes(asked, only(asked), now=now))

    took = take(said, ANA, ME_ASKED, "SEQUENCE:1", "DTSTART;TZID=Europe/Berlin:20261128T180000")

    invitation = only(took.book)
    (promised,) = promises(took.book)
    assert (Answer.WAITING, 28) == (invitation.answer, invitation.start and invitation.start.day)
    assert (Outcome.RELEASED, "The time moved") == (promised.outcome, promised.reflection)
    assert took.notes == ("mail.ics: “Rust study group” moved to another time; it asks again",)
    again = took.book.apply(say_yes(took.book, invitation, now=now))
    assert [(one.outcome, one.start and one.start.day) for one in promises(again)] == [(Outcome.OPEN, 28)]


def test_a_moved_time_waits_even_where_the_file_has_an_old_yes(book: Book, take: Read, now: datetime) -> None:
    """A yes that the host's program copied from before the move is not a yes to the new time; nor the second time."""
    asked = take(book, ANA, ME_ASKED).book
    said = asked.apply(say_yes(asked, only(asked), now=now))
    lines = (ANA, ME_ASKED.replace("NEEDS-ACTION", "ACCEPTED"), "SEQUENCE:1", "DTSTART:20261128T170000Z")

    took = take(said, *lines)

    assert only(took.book).answer is Answer.WAITING
    assert not take(took.book, *lines).change


def test_a_new_text_keeps_the_yes(book: Book, take: Read, now: datetime) -> None:
    """A revision that moves nothing leaves the answer, and its promise takes the new title."""
    asked = take(book, ANA, ME_ASKED).book
    said = asked.apply(say_yes(asked, only(asked), now=now))

    took = take(said, ANA, ME_ASKED, "SEQUENCE:1", "SUMMARY:Rust evening", "LOCATION:Room 2")

    assert (Answer.YES, "Rust evening", "Room 2") == (
        only(took.book).answer,
        only(took.book).title,
        only(took.book).place,
    )
    assert [(one.what, one.outcome) for one in promises(took.book)] == [("Rust evening", Outcome.OPEN)]
    assert took.notes == ()


def test_an_old_revision_after_a_new_one_is_ignored(book: Book, take: Read) -> None:
    """A lower SEQUENCE changes nothing, nor does the same one written earlier."""
    newer = take(book, ANA, ME_ASKED, "SEQUENCE:2", "SUMMARY:New").book

    for lines in (("SEQUENCE:1", "SUMMARY:Old"), ("SEQUENCE:2", "SUMMARY:Old", "DTSTAMP:20261101T080000Z")):
        took = take(newer, ANA, ME_ASKED, *lines)

        assert (1, "New", False) == (took.unchanged, only(took.book).title, bool(took.change))


def test_the_same_sequence_written_later_is_newer(book: Book, take: Read) -> None:
    """Equal SEQUENCE and a later DTSTAMP with other content updates; with the same content it changes nothing."""
    known = take(book, ANA, ME_ASKED).book

    same = take(known, ANA, ME_ASKED, "DTSTAMP:20261121T080000Z")
    other = take(known, ANA, ME_ASKED, "DTSTAMP:20261121T080000Z", "SUMMARY:Rust evening")

    assert (1, False) == (same.unchanged, bool(same.change))
    assert ({"invitations": 1}, "Rust evening") == (other.changed, only(other.book).title)


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "PUBLISH", ""])
@pytest.mark.parametrize("host", ["ORGANIZER;CN=Ana Ruiz:mailto:ana@evil.example", "ORGANIZER:", OWN])
def test_a_forged_organiser_is_refused(book: Book, take: Read, now: datetime, method: str, host: str) -> None:
    """Whoever is not the host, or does not say who they are, can't move or call off what somebody else asked."""
    asked = take(book, ANA, ME_ASKED).book
    said = asked.apply(say_yes(asked, only(asked), now=now))

    took = take(said, host, ME_ASKED, "SEQUENCE:9", "SUMMARY:Pay here", method=method)

    assert [one.item for one in took.skipped] == ["Pay here"]
    assert "mailto:ana@example.org" in took.skipped[0].why
    assert not took.change


def test_a_stranger_cannot_change_what_the_member_sent(book: Book, take: Read) -> None:
    """An invitation of one's own is changed by nobody else."""
    sent = take(book, OWN, "ATTENDEE:mailto:li@example.org").book

    for method in ("REQUEST", "CANCEL"):
        took = take(sent, ANA, "SEQUENCE:5", "ATTENDEE:mailto:li@example.org", method=method)

        assert took.skipped[0].why == "it comes from mailto:ana@example.org, but you asked"
        assert not took.change


@pytest.mark.parametrize(
    ("partstat", "answer", "count"), [("ACCEPTED", "yes", 1), ("TENTATIVE", "maybe", 0), ("DECLINED", "no", 0)]
)
def test_an_answer_given_elsewhere_comes_along(book: Book, take: Read, partstat: str, answer: str, count: int) -> None:
    """The member's PARTSTAT is their answer; a yes makes its promise."""
    took = take(book, ANA, f"ATTENDEE;PARTSTAT={partstat}:mailto:sam@example.net", method="")

    assert (answer, count) == (only(took.book).answer, len(took.book.commitments))
    assert took.along == {"people": 1} | ({"commitments": 1} if count else {})
    assert not take(took.book, ANA, f"ATTENDEE;PARTSTAT={partstat}:mailto:sam@example.net", method="").change


def test_an_answer_in_the_notebook_stays(book: Book, take: Read, now: datetime) -> None:
    """No older or equal revision takes back what the member said here."""
    asked = take(book, ANA, ME_ASKED).book
    said = asked.apply(say_no(asked, only(asked), now=now))

    took = take(said, ANA, ME_ASKED.replace("NEEDS-ACTION", "ACCEPTED"))

    assert (Answer.NO, False) == (only(took.book).answer, bool(took.change))


def test_an_answer_given_elsewhere_later_counts(book: Book, take: Read, now: datetime) -> None:
    """A newer revision with a newer answer is taken: a no elsewhere takes back the yes here."""
    asked = take(book, ANA, ME_ASKED).book
    said = asked.apply(say_yes(asked, only(asked), now=now - timedelta(days=1)))

    took = take(said, ANA, ME_ASKED.replace("NEEDS-ACTION", "DECLINED"), "DTSTAMP:20261123T070000Z")

    assert (Answer.NO, [Outcome.RELEASED]) == (only(took.book).answer, outcomes(took.book))


def test_a_published_event_is_an_open_invitation(book: Book, take: Read) -> None:
    """PUBLISH, or no method: open, received, from whoever is named or nobody."""
    took = take(book, method="PUBLISH")

    assert (Way.RECEIVED, Answer.WAITING, None) == (
        only(took.book).way,
        only(took.book).answer,
        only(took.book).sender,
    )


def test_what_is_over_has_lapsed(book: Book, take: Read) -> None:
    """An event of the past that nobody answered is not waiting; a series that goes on is."""
    past = "DTSTART:20200101T170000Z"

    assert only(take(book, past).book).state is State.LAPSED
    assert only(take(book, past, "RRULE:FREQ=WEEKLY").book).state is State.OPEN
    assert only(take(book, past, "RRULE:FREQ=WEEKLY;COUNT=3").book).state is State.LAPSED
    assert only(take(book, "DTSTART;VALUE=DATE:20261123").book).state is State.OPEN


def test_where_the_member_is_the_host_it_is_sent(book: Book, take: Read) -> None:
    """The attendees are people who were asked, with what they say; none of them is the member."""
    took = take(book, OWN, "ATTENDEE;CN=Li;PARTSTAT=ACCEPTED:mailto:li@example.org", "ATTENDEE:mailto:sam@example.net")

    invitation = only(took.book)
    assert (Way.SENT, None) == (invitation.way, invitation.sender)
    assert [(took.book.people[one.person].name, one.answer) for one in invitation.recipients] == [("Li", Answer.YES)]


def test_a_reply_is_noted_on_what_was_sent(book: Book, take: Read) -> None:
    """An attendee's answer is kept with its time; an older one after it changes nothing."""
    sent = take(book, OWN, "ATTENDEE;CN=Li:mailto:li@example.org").book
    yes = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:LI@example.org"

    took = take(sent, OWN, yes, "DTSTAMP:20261122T090000Z", method="REPLY")
    late = take(took.book, OWN, yes.replace("ACCEPTED", "DECLINED"), "DTSTAMP:20261121T090000Z", method="REPLY")

    (said,) = only(took.book).recipients
    assert (Answer.YES, datetime(2026, 11, 22, 9, tzinfo=UTC)) == (said.answer, said.stamp)
    assert ({"invitations": 1}, 1) == (took.changed, late.unchanged)
    assert not late.change


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("ATTENDEE;CN=Max;PARTSTAT=ACCEPTED:mailto:max@example.org",), "Max answers, but was not invited"),
        (("UID:other", "ATTENDEE:mailto:li@example.org"), "it answers something that you don't have"),
        (("ATTENDEE:mailto:sam@example.net",), "it is an answer of your own"),
        ((), "it is a reply that names nobody, or several"),
    ],
)
def test_a_reply_that_cannot_be_taken_is_named(book: Book, take: Read, lines: tuple[str, ...], why: str) -> None:
    """Whoever was not invited, or answers what isn't there, is skipped with a sentence."""
    sent = take(book, OWN, "ATTENDEE;CN=Li:mailto:li@example.org").book

    took = take(sent, OWN, *lines, method="REPLY")

    assert [one.why for one in took.skipped] == [why]
    assert not took.change


def test_a_reply_to_an_older_version_is_named(book: Book, take: Read) -> None:
    """A yes to a time that has moved since is not a yes to the new one."""
    li = "ATTENDEE;CN=Li;PARTSTAT=ACCEPTED:mailto:li@example.org"
    sent = take(book, OWN, "ATTENDEE;CN=Li:mailto:li@example.org", "SEQUENCE:3").book
    weekly = take(book, OWN, "ATTENDEE;CN=Li:mailto:li@example.org", "SEQUENCE:3", "RRULE:FREQ=WEEKLY").book

    for book_, line in (
        (sent, "DTSTART:20261127T160000Z"),
        (sent, "DTSTART:"),
        (sent, "DURATION:PT2H"),
        (weekly, "NOTE:"),
    ):
        took = take(book_, OWN, li, "SEQUENCE:2", line, method="REPLY")

        assert took.skipped[0].why == "Li answers an older version of it"


def test_a_reply_to_an_older_version_for_the_same_time_counts(book: Book, take: Read) -> None:
    """Where only the words changed since, a yes is still a yes."""
    sent = take(book, OWN, "ATTENDEE;CN=Li:mailto:li@example.org", "SEQUENCE:3", "SUMMARY:Rust evening").book

    took = take(sent, OWN, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:li@example.org", "SEQUENCE:2", method="REPLY")

    assert [Answer.YES] == [one.answer for one in only(took.book).recipients]


def test_a_reply_for_one_occurrence_is_kept_for_that_one(book: Book, take: Read) -> None:
    """An answer with a RECURRENCE-ID stands on an invitation for that occurrence, beside the series."""
    sent = take(book, OWN, "ATTENDEE;CN=Li:mailto:li@example.org", "RRULE:FREQ=WEEKLY").book
    no = "ATTENDEE;PARTSTAT=DECLINED:mailto:li@example.org"

    took = take(sent, OWN, no, "RECURRENCE-ID;TZID=Europe/Berlin:20261204T180000", method="REPLY")

    series, one = took.book.invitations_by_uid["rust-1"]
    assert [Answer.WAITING] == [said.answer for said in series.recipients]
    assert [Answer.NO] == [said.answer for said in one.recipients]
    assert one.occurrence == datetime(2026, 12, 4, 17, tzinfo=UTC)


@pytest.mark.parametrize("method", ["COUNTER", "REFRESH", "ADD", "DECLINECOUNTER", "X-ODD"])
def test_other_messages_are_named(book: Book, take: Read, method: str) -> None:
    """What can't be taken is skipped with a sentence that says what it is."""
    took = take(book, ANA, ME_ASKED, method=method)

    assert took.skipped[0].why.startswith("it ")
    assert not took.change


@pytest.fixture
def weekly(book: Book, take: Read, now: datetime) -> Book:
    """Return Sam's book with a weekly series that Sam said yes to: Fridays at 18:00."""
    asked = take(book, ANA, ME_ASKED, "RRULE:FREQ=WEEKLY;COUNT=4").book
    return asked.apply(say_yes(asked, only(asked), now=now))


def test_one_moved_occurrence_moves_that_one_only(weekly: Book, take: Read, now: datetime) -> None:
    """A REQUEST for one occurrence stands beside the series; the other promises stay."""
    took = take(
        weekly,
        ANA,
        ME_ASKED,
        "SEQUENCE:1",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261204T180000",
        "DTSTART;TZID=Europe/Berlin:20261205T100000",
    )

    series, one = took.book.invitations_by_uid["rust-1"]
    assert weekly.invitations[series.id] == series
    assert (Answer.YES, Answer.WAITING) == (series.answer, one.answer)
    assert [Outcome.OPEN, Outcome.RELEASED, Outcome.OPEN, Outcome.OPEN] == outcomes(took.book)
    assert took.added == {"invitations": 1}
    assert "moved" in took.notes[0]
    assert not top_up(took.book, now=now)
    again = took.book.apply(say_yes(took.book, one, now=now))
    assert [Outcome.OPEN] * 4 == outcomes(again)
    assert [27, 5, 11, 18] == [promised.start.day for promised in promises(again) if promised.start]


def test_one_occurrence_with_another_text_keeps_the_yes(weekly: Book, take: Read) -> None:
    """An occurrence that stays where it is has the answer of its series."""
    took = take(
        weekly, ANA, ME_ASKED, "RECURRENCE-ID:20261204T170000Z", "DTSTART:20261204T170000Z", "SUMMARY:Guest talk"
    )

    assert [Answer.YES, Answer.YES] == [one.answer for one in took.book.invitations_by_uid["rust-1"]]
    assert [Outcome.OPEN] * 4 == outcomes(took.book)


def test_one_occurrence_called_off_releases_that_one_only(weekly: Book, take: Read, now: datetime) -> None:
    """A CANCEL with a RECURRENCE-ID makes an invitation for that one, withdrawn; no later top-up brings it back."""
    lines = (ANA, "SEQUENCE:1", "RECURRENCE-ID;TZID=Europe/Berlin:20261204T180000")

    took = take(weekly, *lines, method="CANCEL")

    series, one = took.book.invitations_by_uid["rust-1"]
    assert (State.OPEN, State.WITHDRAWN) == (series.state, one.state)
    assert [Outcome.OPEN, Outcome.RELEASED, Outcome.OPEN, Outcome.OPEN] == outcomes(took.book)
    assert not top_up(took.book, now=now)
    assert not take(took.book, *lines, method="CANCEL").change


def test_a_day_that_the_series_has_not_cannot_be_called_off(weekly: Book, take: Read) -> None:
    """A CANCEL for an occurrence that there is not is named."""
    took = take(weekly, ANA, "SEQUENCE:1", "RECURRENCE-ID:20261203T170000Z", method="CANCEL")

    assert took.skipped[0].why == "the series has nothing on that day"


def test_a_series_called_off_releases_what_was_to_come(weekly: Book, take: Read) -> None:
    """A CANCEL of all withdraws the series and what stands beside it."""
    beside = take(weekly, ANA, "SEQUENCE:1", "RECURRENCE-ID:20261204T170000Z", "DTSTART:20261205T170000Z").book

    took = take(beside, ANA, "SEQUENCE:2", method="CANCEL")

    assert {State.WITHDRAWN} == {one.state for one in took.book.invitations.values()}
    assert [Outcome.RELEASED] * 4 == outcomes(took.book)


def test_a_date_taken_out_of_a_series_keeps_the_yes(weekly: Book, take: Read) -> None:
    """A revision that only leaves out a gathering releases that one and asks nothing."""
    took = take(
        weekly, ANA, ME_ASKED, "SEQUENCE:1", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20261204T180000"
    )

    assert (Answer.YES, ()) == (only(took.book).answer, took.notes)
    assert [Outcome.OPEN, Outcome.RELEASED, Outcome.OPEN, Outcome.OPEN] == outcomes(took.book)


def test_a_series_that_moves_asks_again_and_keeps_what_was(book: Book, take: Read, now: datetime) -> None:
    """What was kept in the past stays as it was; what was to come is released."""
    asked = take(book, ANA, ME_ASKED, "RRULE:FREQ=WEEKLY;COUNT=4").book
    said = asked.apply(say_yes(asked, only(asked), now=now))
    later = datetime(2026, 11, 30, 9, tzinfo=ZoneInfo("Europe/Berlin"))

    moved = message(ANA, ME_ASKED, "SEQUENCE:1", "RRULE:FREQ=WEEKLY;COUNT=4", "DTSTART:20261127T190000Z")
    took = read(moved, "mail.ics", said, now=later)

    assert [Outcome.OPEN, Outcome.RELEASED, Outcome.RELEASED, Outcome.RELEASED] == outcomes(took.book)
    assert only(took.book).answer is Answer.WAITING


def test_an_occurrence_without_its_series_is_taken(book: Book, take: Read) -> None:
    """An orphan stands by itself; its series finds its place beside it later."""
    orphan = take(book, ANA, ME_ASKED, "RECURRENCE-ID:20261204T170000Z", "DTSTART:20261205T170000Z").book

    took = take(orphan, ANA, ME_ASKED, "RRULE:FREQ=WEEKLY")

    assert [None, datetime(2026, 12, 4, 17, tzinfo=UTC)] == [
        one.occurrence for one in took.book.invitations_by_uid["rust-1"]
    ]


def test_a_series_and_its_exceptions_come_in_any_order(book: Book, take: Read) -> None:
    """The exception before its series, in one file, with a yes to both: four promises, one of them moved."""
    me = ME_ASKED.replace("NEEDS-ACTION", "ACCEPTED")
    lines = (
        *(ANA, me, "RECURRENCE-ID;TZID=Europe/Berlin:20261204T180000", "DTSTART:20261205T090000Z", "--"),
        *(ANA, me, "RRULE:FREQ=WEEKLY;COUNT=4"),
    )

    took = take(book, *lines, method="")

    assert [27, 5, 11, 18] == [one.start.day for one in promises(took.book) if one.start]
    assert {Answer.YES} == {one.answer for one in took.book.invitations.values()}
    assert not take(took.book, *lines, method="").change


def test_this_and_all_following_is_named(weekly: Book, take: Read) -> None:
    """RANGE=THISANDFUTURE is not half understood: it is skipped with a sentence."""
    for method in ("REQUEST", "CANCEL"):
        took = take(weekly, ANA, "SEQUENCE:1", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261204T170000Z", method=method)

        assert "all later ones" in took.skipped[0].why
        assert not took.change


def test_a_status_of_cancelled_calls_off(book: Book, take: Read, now: datetime) -> None:
    """STATUS:CANCELLED in a calendar withdraws what is known, and comes in withdrawn where it is new."""
    asked = take(book, ANA, ME_ASKED).book
    said = asked.apply(say_yes(asked, only(asked), now=now))

    known = take(said, ANA, "SEQUENCE:1", "STATUS:CANCELLED", method="")
    new = take(book, "STATUS:cancelled", method="")

    assert (State.WITHDRAWN, [Outcome.RELEASED]) == (only(known.book).state, outcomes(known.book))
    assert (State.WITHDRAWN, {"invitations": 1}) == (only(new.book).state, new.added)


def test_an_invitation_called_off_can_be_made_again(book: Book, take: Read) -> None:
    """A higher SEQUENCE after a CANCEL opens it again; the old message does not."""
    off = take(take(book, ANA, ME_ASKED).book, ANA, "SEQUENCE:1", method="CANCEL").book

    late = take(off, ANA, ME_ASKED, "DTSTAMP:20261122T080000Z")
    anew = take(off, ANA, ME_ASKED, "SEQUENCE:2")

    assert (State.WITHDRAWN, False) == (only(late.book).state, bool(late.change))
    assert (State.OPEN, Answer.WAITING) == (only(anew.book).state, only(anew.book).answer)


def test_what_the_member_removed_stays_removed(book: Book, take: Read, now: datetime) -> None:
    """The same file again does not bring back what was taken out, and says so; a newer word of the host does."""
    asked = take(book, ANA, ME_ASKED).book
    removed = asked.apply(remove(asked, only(asked), now=now))

    same = take(removed, ANA, ME_ASKED)
    newer = take(removed, ANA, ME_ASKED, "DTSTAMP:20261201T080000Z", "SEQUENCE:1")

    assert (1, False, 1) == (same.unchanged, bool(same.change), len(same.notes))
    assert newer.added == {"invitations": 1}
