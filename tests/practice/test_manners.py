"""What all verbs do alike: take the newest of a record, refuse in whole sentences."""

from datetime import datetime

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.practice.manners import here, named, utc
from cop_tui.practice.share import share


def test_a_record_that_is_gone_is_said_to_be(now: datetime) -> None:
    """With the way in which it may come back."""
    with pytest.raises(NotFound) as gone:
        here(Book(), fresh(Person, now, name="Ana"))

    assert "That is no longer in your notebook" == gone.value.sentence
    assert "It was removed meanwhile; undo may bring it back" == gone.value.hint


@pytest.mark.parametrize("subjects", [[], [""], [" ", "\n"]])
def test_to_care_about_nothing_is_refused(now: datetime, subjects: list[str]) -> None:
    """Blanks are none."""
    with pytest.raises(Refused) as refused:
        share(Book(), subjects, now=now)

    assert "There is no subject in it" == refused.value.sentence
    assert "Name one thing that they, or you, care about" == refused.value.hint


def test_what_someone_cares_about_is_noted_at_its_moment_and_with_nothing_else(now: datetime) -> None:
    """No words that nobody said."""
    (interest,) = share(Book(), ["Rust"], now=now).put

    assert (now, "") == (getattr(interest, "on", None), getattr(interest, "note", None))


def test_what_has_no_words_is_untitled() -> None:
    """Also where it is blanks only."""
    assert ["untitled", "untitled", "Ana"] == [named(words) for words in ("", " \n", "Ana")]


def test_a_moment_is_kept_in_utc(now: datetime) -> None:
    """Whatever the machine's own zone."""
    assert "2026-11-23T08:00:00+00:00" == utc(now).isoformat()
