"""Share: what the member cares about."""

from datetime import datetime

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Refused
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.member import ME
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.practice.ask import ask
from cop_tui.practice.share import deeper, less_deep, share


def test_sharing_notes_what_the_member_cares_about(now: datetime) -> None:
    """The interest is the member's own."""
    change = share(Book(), ["Rust", "tea"], now=now, depth=Depth.LEARNING, note="in the evening")
    book = Book().apply(change)

    assert "Noted that you care about Rust, tea" == change.sentence
    assert {(ME, "Rust", Depth.LEARNING), (ME, "tea", Depth.LEARNING)} == {
        (one.who, one.subject, one.depth) for one in book.interests.values()
    }


def test_sharing_it_again_doubles_nothing_and_keeps_the_depth(now: datetime) -> None:
    """A depth said anew counts; one not said stays."""
    book = Book().apply(ask(Book(), "Ana", ["Rust"], now=now))
    book = book.apply(share(book, ["Rust"], now=now))
    book = book.apply(share(book, ["rust "], now=now, depth=Depth.CAN_HELP))
    book = book.apply(share(book, ["RUST"], now=now))

    (mine,) = book.interests_by_person[ME]
    assert ("Rust", Depth.CAN_HELP) == (mine.subject, mine.depth)


def test_a_depth_may_be_taken_back(now: datetime) -> None:
    """What is said is what counts."""
    book = Book().apply(share(Book(), ["Rust"], now=now, depth=Depth.CAN_HELP))
    book = book.apply(share(book, ["Rust"], now=now, depth=Depth.CURIOUS))

    assert [Depth.CURIOUS] == [one.depth for one in book.interests.values()]


def test_sharing_nothing_is_refused(now: datetime) -> None:
    """Blanks are no subject."""
    with pytest.raises(Refused, match="no subject"):
        share(Book(), [" "], now=now)


def test_a_depth_goes_step_by_step_and_ends_at_either_end(now: datetime) -> None:
    """From curious to being able to help and back; of others, too."""
    ana = fresh(Person, now, id="ana", name="Ana")
    said = fresh(Interest, now, who="ana", subject="Rust", on=now)
    book = Book().apply(Change(sentence="", at=now, put=(ana, said)))
    for sentence in ("Ana is learning Rust", "Ana is practising Rust", "Ana can help with Rust"):
        change = deeper(book, said, now=now)
        assert f"Noted that {sentence}" == change.sentence
        book = book.apply(change)
    with pytest.raises(Refused):
        deeper(book, said, now=now)

    book = book.apply(less_deep(book, said, now=now))
    assert Depth.PRACTISING is book.interests[said.id].depth
    with pytest.raises(Refused):
        less_deep(Book().apply(Change(sentence="", at=now, put=(said,))), said, now=now)
