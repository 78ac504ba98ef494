"""Ask: what someone cares about, each subject once."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Refused
from cop_tui.domain.interest import Depth
from cop_tui.practice.ask import ask
from cop_tui.practice.subjects import key_of, merge_subjects


def test_asking_notes_the_person_what_they_care_about_and_the_contact(now: datetime) -> None:
    """One question makes all three."""
    change = ask(Book(), "Ana Silva", ["Rust", "compilers"], now=now, organisation="Initech", note="at work")
    book = Book().apply(change)

    (ana,) = book.people.values()
    assert "Noted that Ana Silva cares about Rust, compilers" == change.sentence
    assert "Initech" == ana.organisation
    assert [(now, "cares about Rust, compilers")] == [(one.on, one.text) for one in ana.contacts]
    assert {("Rust", "at work", ana.id), ("compilers", "at work", ana.id)} == {
        (one.subject, one.note, one.who) for one in book.interests.values()
    }


def test_the_same_subject_twice_is_one_interest(now: datetime) -> None:
    """It is brought up to date: the day, the depth, the note; a depth once said is not lost."""
    later = now + timedelta(days=30)
    book = Book().apply(ask(Book(), "Ana", ["rust "], now=now, note="embedded", depth=Depth.PRACTISING))
    book = book.apply(ask(book, "ana", ["Rust", "RUST"], now=later))

    (interest,) = book.interests.values()
    assert ("rust", later, "embedded", Depth.PRACTISING) == (
        interest.subject,
        interest.on,
        interest.note,
        interest.depth,
    )
    assert 1 == len(book.people)
    book = book.apply(ask(book, "ana", ["Rust"], now=later, note="all", depth=Depth.CAN_HELP))
    assert [("all", Depth.CAN_HELP)] == [(one.note, one.depth) for one in book.interests.values()]


def test_another_word_for_a_subject_is_the_same_interest(now: datetime) -> None:
    """Aliases count."""
    book = Book().apply(ask(Book(), "Ana", ["Rust"], now=now))
    book = book.apply(merge_subjects(book, "Rust", "rust-lang", now=now))
    book = book.apply(ask(book, "Ana", ["rust-lang"], now=now))

    assert 1 == len(book.interests)


def test_one_subject_of_two_people_is_two_interests(now: datetime) -> None:
    """Each has their own."""
    book = Book().apply(ask(Book(), "Ana", ["Rust"], now=now))
    book = book.apply(ask(book, "Li", ["Rust"], now=now))

    assert 2 == len(book.interests)


@pytest.mark.parametrize("subjects", [[], ["", " \n"]])
def test_asking_without_a_subject_is_refused(now: datetime, subjects: list[str]) -> None:
    """There is nothing to note."""
    with pytest.raises(Refused, match="no subject"):
        ask(Book(), "Ana", subjects, now=now)


@given(subjects=st.lists(st.text(max_size=200).filter(str.strip), min_size=1, max_size=8))
def test_words_are_taken_literally_and_the_sentence_is_one_line(subjects: list[str]) -> None:
    """Whatever the words, each key is kept once, and the sentence has no line ends and an end."""
    now = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
    change = ask(Book(), "Ana", subjects, now=now)
    book = Book().apply(change)

    kept = [one.subject for one in book.interests.values()]
    assert {key_of(book, one.strip()) for one in subjects} == {key_of(book, one) for one in kept}
    assert len(kept) == len({key_of(book, one) for one in kept})
    assert set(kept) <= {one.strip() for one in subjects}
    assert 1 == len(change.sentence.splitlines())
    assert len(change.sentence) < 400
