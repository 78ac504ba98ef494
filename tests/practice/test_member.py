"""The member: who they are."""

from datetime import datetime

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Refused
from cop_tui.domain.member import ME
from cop_tui.practice.member import set_me


def test_the_member_says_who_they_are(now: datetime) -> None:
    """There is one member, whose addresses each stand once."""
    emails = ["k@example.org", "K@example.org", "mailto:kim@example.net"]
    change = set_me(Book(), now=now, name=" Kim ", emails=emails, organisation="Hooli", timezone="America/New_York")
    me = Book().apply(change).me

    assert "Noted who you are: Kim" == change.sentence
    assert (ME, "Kim", ("k@example.org", "kim@example.net"), "Hooli", "America/New_York") == (
        me.id,
        me.name,
        me.emails,
        me.organisation,
        me.timezone,
    )


def test_what_is_not_said_stays(now: datetime) -> None:
    """Each field is set alone; the zone can be left to the machine again."""
    book = Book().apply(set_me(Book(), now=now, name="Kim", timezone="Europe/Berlin"))
    book = book.apply(set_me(book, now=now, emails=["k@example.org"]))
    book = book.apply(set_me(book, now=now, timezone=""))

    assert ("Kim", ("k@example.org",), "") == (book.me.name, book.me.emails, book.me.timezone)
    assert 1 == len(book.member)


def test_a_member_may_have_no_name(now: datetime) -> None:
    """The sentence does without."""
    assert "Noted who you are" == set_me(Book(), now=now, organisation="Hooli").sentence


def test_nothing_said_changes_nothing(now: datetime) -> None:
    """Neither in an empty book nor in one that knows the member."""
    book = Book().apply(set_me(Book(), now=now, name="Kim"))

    for change in (set_me(Book(), now=now), set_me(book, now=now, name="Kim")):
        assert (False, "Nothing changed in who you are", now) == (bool(change), change.sentence, change.at)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "Berlin\x00", "a" * 300])
def test_an_unknown_zone_is_refused(now: datetime, zone: str) -> None:
    """The sentence names it on one line, the hint shows what one looks like."""
    with pytest.raises(Refused, match="no time zone") as refused:
        set_me(Book(), now=now, timezone=zone)

    assert "Name it as Europe/Berlin or America/New_York" == refused.value.hint
    assert len(refused.value.sentence) < 100


@pytest.mark.parametrize("email", ["", "kim", "kim @example.org", "a@b\nc"])
def test_what_is_no_address_is_refused(now: datetime, email: str) -> None:
    """Invitations could never match it."""
    with pytest.raises(Refused, match=" is not a mail address") as refused:
        set_me(Book(), now=now, emails=[email])

    assert refused.value.sentence.startswith(email.replace("\n", " ") or "That is")
    assert "An address looks like ana@example.org" == refused.value.hint
