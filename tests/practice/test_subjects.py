"""Subjects and the words for them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.interest import Interest
from cop_tui.domain.record import fresh
from cop_tui.practice.subjects import alike, key_of, merge_subjects, same, stem_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def book_of(*interests: Interest) -> Book:
    """Return a book that holds these interests."""
    return Book().apply(Change(sentence="", at=NOW, put=interests))


def cares(subject: str, *aliases: str, who: str = "me") -> Interest:
    """Return an interest with its aliases."""
    return fresh(Interest, NOW, who=who, subject=subject, on=NOW, aliases=aliases)


def test_spelling_does_not_make_a_subject_another() -> None:
    """Case, blanks and dashes are nothing."""
    assert same(Book(), "Rust-Lang", " rust  lang")
    assert not same(Book(), "Rust", "Rust language")


def test_aliases_hold_for_everybody() -> None:
    """One who notes an alias says it of the subject, whoever cares about it."""
    book = book_of(cares("Rust", "rust-lang"), cares("Rust lang", "Oxide", who="ana"))

    assert {key_of(book, one) for one in ("RUST", "rust_lang", "oxide")} == {"rust"}


def test_aliases_that_point_at_each_other_are_one_subject() -> None:
    """A ring of words has one key."""
    book = book_of(cares("A", "B"), cares("B", "C"), cares("C", "A"))

    assert 1 == len({key_of(book, one) for one in "ABC"})


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.lists(st.sampled_from("abcde"), max_size=3)), max_size=6))
def test_being_the_same_goes_through(said: list[tuple[str, list[str]]]) -> None:
    """Whatever aliases there are, each word is the same as those it was said with."""
    book = book_of(*(cares(subject, *aliases) for subject, aliases in said))

    for subject, aliases in said:
        assert all(same(book, subject, alias) for alias in aliases)
    assert [key_of(book, key_of(book, one)) for one in "abcde"] == [key_of(book, one) for one in "abcde"]


def test_two_subjects_become_one() -> None:
    """Everybody's interest takes the kept word; the other stays as an alias."""
    book = book_of(cares("Rust"), cares("rust-lang", who="ana"), cares("Cooking"))

    change = merge_subjects(book, "Rust", "Rust lang", now=NOW)
    after = book.apply(change)

    assert "Took Rust lang for another word for Rust" == change.sentence
    assert ["Cooking", "Rust", "Rust"] == sorted(one.subject for one in after.interests.values())
    assert same(after, "rust-lang", "rust")
    assert not same(after, "cooking", "rust")


def test_a_new_word_can_be_kept() -> None:
    """Also where only the other one was said so far."""
    book = book_of(cares("rust-lang", "oxide"))

    (interest,) = merge_subjects(book, "Rust", "rust-lang", now=NOW).put

    assert isinstance(interest, Interest)
    assert ("Rust", {"rust-lang", "oxide"}) == (interest.subject, set(interest.aliases))


@pytest.mark.parametrize(("keep", "other"), [("Rust", "rust "), ("", "Rust"), ("Rust", " "), ("Rust", "oxide")])
def test_one_subject_is_not_merged_with_itself(keep: str, other: str) -> None:
    """Nor with nothing, nor with its own alias."""
    with pytest.raises(Refused) as caught:
        merge_subjects(book_of(cares("Rust", "Oxide")), keep, other, now=NOW)

    assert "Those are one subject already" == str(caught.value)
    assert "Name two subjects that are to be one" == caught.value.hint


def test_subjects_of_nobody_are_not_merged() -> None:
    """There is nothing to change."""
    with pytest.raises(NotFound, match="Nobody cares about A or B yet"):
        merge_subjects(Book(), "A", "B", now=NOW)


def test_subjects_that_may_be_one_are_found() -> None:
    """By what is left without filling words, order and plurals; what is one already stands once."""
    words = ("Rust", "rust-lang", "Rust language", "Open data", "data, open", "Chess", "C++", "C", "Go", "of the")
    book = book_of(*(cares(word) for word in words))

    assert (("Open data", "data, open"), ("Rust", "rust-lang", "Rust language")) == alike(book)
    merged = book.apply(merge_subjects(book, "Rust", "rust-lang", now=NOW))
    assert ("Rust", "Rust language") == alike(merged)[1]
    assert () == alike(Book())


def test_the_blanks_in_a_subject_are_one_blank_each() -> None:
    """Whatever was typed between its words; the change is dated now."""
    change = merge_subjects(book_of(cares("Open data")), " Public   data ", "open  data", now=NOW)

    assert ("Took open data for another word for Public data", NOW) == (change.sentence, change.at)


def test_groups_that_may_be_one_come_by_name() -> None:
    """Whether it begins with a capital or not; the shortest name stands for its group."""
    book = book_of(*(cares(word) for word in ("Zinc", "the Zinc", "alder", "alders", "Bread", "the bread")))

    assert ["alder", "Bread", "Zinc"] == [group[0] for group in alike(book)]


def test_groups_come_by_the_name_that_stands_first_in_them() -> None:
    """Not by one that is longer."""
    book = book_of(*(cares(word) for word in ("Oak", "an Oak", "Elm", "the Elm")))

    assert [("Elm", "the Elm"), ("Oak", "an Oak")] == list(alike(book))


@pytest.mark.parametrize(
    ("subject", "stem"),
    [("Compilers", "compiler"), ("cats", "cat"), ("bus", "bus"), ("chess", "chess"), ("Rust", "rust"), ("Go", "go")],
)
def test_one_and_many_are_one_subject(subject: str, stem: str) -> None:
    """Of words that are long enough to have a plural."""
    assert stem == stem_of(subject)
