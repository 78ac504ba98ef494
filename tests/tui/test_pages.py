"""All there is about a record, as text."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community
from cop_tui.domain.invitation import Answer, Invitation, Offer, Recipient, Way
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.tui.pages.around import person
from cop_tui.tui.pages.page import head
from cop_tui.tui.pages.telling import page_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def told(*records: Record, width: int = 88) -> list[str]:
    """Return the lines that tell the first of some records."""
    book = Book().apply(Change(sentence="", at=NOW, put=records))
    return head(page_of(book, records[0], NOW), width).plain.splitlines()


def test_a_promise_is_told_with_the_invitation_it_came_of() -> None:
    """When, in which community, what it is, what came of it, who asked, where, and the member's words."""
    promise = fresh(
        Commitment,
        NOW,
        what="Open evening",
        community="rust",
        invitation="asked",
        start=NOW + timedelta(hours=9),
        timezone="Europe/Berlin",
        outcome=Outcome.KEPT,
        reflection="It was warm.",
    )
    rust = fresh(Community, NOW, id="rust", name="Rust study group")
    li = fresh(Person, NOW, id="li", name="Li Zhang")
    asked = fresh(
        Invitation, NOW, id="asked", title="Open evening", sender="li", place="Hall", link="https://x.example"
    )

    assert told(promise, rust, li, asked) == [
        "Open evening",
        "",
        "when       Mon 23 Nov 18:00",
        "where      Rust study group",
        "promise    to be there",
        "came of it kept",
        "from       Li Zhang",
        "place      Hall",
        "link       https://x.example",
        "",
        "It was warm.",
    ]


def test_what_nobody_said_takes_no_line() -> None:
    """A promise of one's own without a date is its words and what it is."""
    assert told(fresh(Commitment, NOW, what="Write it up", kind=Promise.DO)) == [
        "Write it up",
        "",
        "promise    to do it",
    ]


def test_an_invitation_tells_who_was_asked_and_what_was_said() -> None:
    """A series that was answered, with others."""
    series = fresh(
        Invitation,
        NOW,
        title="Every week",
        way=Way.RECEIVED,
        start=NOW.astimezone(ZoneInfo("America/New_York")),
        timezone="America/New_York",
        recurrence="RRULE:FREQ=WEEKLY",
        answer=Answer.MAYBE,
        recipients=(Recipient(person="li"), Recipient(person="gone")),
        note="Bring a chair.",
    )

    assert told(series, fresh(Person, NOW, id="li", name="Li Zhang")) == [
        "Every week",
        "",
        "when       Mon 23 Nov 09:00 (03:00 in New York)",
        "again      every week",
        "you said   perhaps",
        "",
        "Bring a chair.",
    ]


def test_a_proposal_without_a_date_says_so() -> None:
    """There is no when, and that is told."""
    assert "when       a proposal, without a date" in told(fresh(Invitation, NOW, title="Swap?", kind=Offer.PROPOSAL))


def test_facts_keep_their_column_when_they_wrap() -> None:
    """Long words go on below where they began, within the width."""
    lines = told(
        fresh(Invitation, NOW, title="Walk", place="Beside the old mill at the upper end of the canal"), width=30
    )

    assert lines[2:] == ["place      Beside the old mill", "           at the upper end of", "           the canal"]


def test_nobody_has_no_name() -> None:
    """Someone who is gone, or was never said, is told as nothing."""
    assert person(Book(), None) == person(Book(), "gone") == ""
