"""The map of interests: who cares about what, in which order, and each cell in words."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.member import ME
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.practice.interest_grid import Grid, cell_words, interest_grid
from cop_tui.practice.narrowing import keeps, narrowing

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def cares(who: str, subject: str, **fields: Any) -> Interest:
    """Return an interest."""
    return fresh(Interest, NOW, who=who, subject=subject, on=NOW, **fields)


BOOK = Book().apply(
    Change(
        sentence="",
        at=NOW,
        put=(
            *(fresh(Person, NOW, id=name.casefold(), name=name) for name in ("Ana", "Kofi", "Li", "Ole")),
            cares(ME, "Rust", depth=Depth.LEARNING),
            cares(ME, "Chess"),
            cares("li", "rust-lang", aliases=("rust",), depth=Depth.PRACTISING, note="the borrow\nchecker"),
            cares("li", "chess"),
            cares("kofi", "Rust", depth=Depth.CAN_HELP),
            cares("ana", "Bread"),
        ),
    )
)


def test_the_member_stands_first_then_who_shares_most() -> None:
    """Then by name; who cares about nothing has no column, and other words for one subject are one row."""
    grid = interest_grid(BOOK, NOW)

    assert grid
    assert (ME, "li", "kofi", "ana") == grid.people
    assert ["Rust", "Chess", "Bread"] == [one.subject for one in grid.subjects]


def test_a_cell_is_said_in_words() -> None:
    """How deep and what exactly; of the member in the second person; where nothing was said, that."""
    rust, chess, bread = interest_grid(BOOK, NOW).subjects

    assert "Li is practising rust-lang: the borrow checker" == cell_words(BOOK, rust, "li")
    assert "You are curious about Chess" == cell_words(BOOK, chess, ME)
    assert "Kofi can help with Rust" == cell_words(BOOK, rust, "kofi")
    assert "Ana has not spoken of Chess" == cell_words(BOOK, chess, "ana")
    assert "You have not shared Bread" == cell_words(BOOK, bread, ME)


def test_a_filter_leaves_only_what_it_keeps() -> None:
    """Rows and columns of the interests that are kept."""
    grid = interest_grid(BOOK, NOW, keeps(BOOK, narrowing(BOOK, "@Ana", NOW)))

    assert ((ME, "ana"), ["Bread"]) == (grid.people, [one.subject for one in grid.subjects])
    assert not interest_grid(Book(), NOW)
    assert Grid() == interest_grid(BOOK, NOW, lambda _: False)


def columns(*said: tuple[str, str]) -> tuple[str, ...]:
    """Return the columns of a map in which these people care about these subjects, each person by a small letter."""
    people = [fresh(Person, NOW, id=who, name=who) for who in sorted({who for who, _ in said} - {ME})]
    interests = [cares(who, subject) for who, subject in said]
    return interest_grid(Book().apply(Change(sentence="", at=NOW, put=(*people, *interests))), NOW).people


def test_sharing_more_with_the_member_goes_before_sharing_more_with_others() -> None:
    """Each subject that both care about counts."""
    with_others = [(who, subject) for subject in ("a", "b") for who in ("ana", "bo")]
    with_me = [("zoe", "c"), ("zoe", "d"), ("ana", "z"), (ME, "c"), (ME, "d"), (ME, "z")]

    assert (ME, "zoe", "ana", "bo") == columns(*with_others, *with_me)


def test_of_those_who_share_nothing_with_the_member_who_shares_more_stands_first() -> None:
    """What someone alone cares about is not shared."""
    shared = [("zoe", "a"), ("kim", "a"), ("zoe", "b"), ("lou", "b")]
    alone = [("ana", subject) for subject in ("x", "y", "z")]

    assert (ME, "zoe", "kim", "lou", "ana") == columns(*shared, *alone)
