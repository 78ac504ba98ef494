"""Share: what the member cares about."""

from collections.abc import Callable
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
from cop_tui.practice.share import deeper, depth_words, less_deep, share

Step = Callable[..., Change]


def test_sharing_notes_what_the_member_cares_about(now: datetime) -> None:
    """The interest is the member's own."""
    change = share(Book(), ["Rust", "tea"], now=now, depth=Depth.LEARNING, note="in the evening")
    book = Book().apply(change)

    assert ("Noted that you care about Rust, tea", now) == (change.sentence, change.at)
    assert {(ME, "Rust", Depth.LEARNING, "in the evening"), (ME, "tea", Depth.LEARNING, "in the evening")} == {
        (one.who, one.subject, one.depth, one.note) for one in book.interests.values()
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
        assert (f"Noted that {sentence}", now) == (change.sentence, change.at)
        book = book.apply(change)
    for depth in (Depth.PRACTISING, Depth.LEARNING, Depth.CURIOUS):
        book = book.apply(less_deep(book, said, now=now))
        assert depth is book.interests[said.id].depth


@pytest.mark.parametrize(
    ("verb", "depth", "sentence"),
    [
        (deeper, Depth.CAN_HELP, "That is the deepest there is"),
        (less_deep, Depth.CURIOUS, "That is the first step there is"),
    ],
)
def test_beyond_either_end_there_is_no_step(now: datetime, verb: Step, depth: Depth, sentence: str) -> None:
    """It says which end it is, and how to let go of the subject."""
    book = Book().apply(share(Book(), ["Rust"], now=now, depth=depth))
    (mine,) = book.interests_by_person[ME]

    with pytest.raises(Refused) as refused:
        verb(book, mine, now=now)

    assert (sentence, "To take it out altogether, remove it") == (refused.value.sentence, refused.value.hint)


def test_what_is_shared_without_a_note_has_none(now: datetime) -> None:
    """Nothing is put into the member's mouth."""
    (interest,) = Book().apply(share(Book(), ["Rust"], now=now)).interests.values()

    assert "" == interest.note


@pytest.mark.parametrize(
    ("depth", "mine", "theirs"),
    [
        (Depth.CURIOUS, "you are curious about", "Ana is curious about"),
        (Depth.LEARNING, "you are learning", "Ana is learning"),
        (Depth.PRACTISING, "you are practising", "Ana is practising"),
        (Depth.CAN_HELP, "you can help with", "Ana can help with"),
    ],
)
def test_how_deep_someone_is_in_something_is_said(now: datetime, depth: Depth, mine: str, theirs: str) -> None:
    """Of the member as of others."""
    ana = fresh(Person, now, id="ana", name="Ana")
    book = Book().apply(Change(sentence="", at=now, put=(ana,)))

    assert [mine, theirs] == [depth_words(who, depth, book) for who in (ME, "ana")]
