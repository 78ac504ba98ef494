"""Resolving what a member refers to."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community
from cop_tui.domain.errors import Ambiguous, NotFound
from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Answer, Invitation, State, Way
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.resolve import candidate_line, is_open, resolve, short_id

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
FRIDAY = datetime(2026, 11, 27, 18, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def yes(what: str, start: datetime | None = FRIDAY, **fields: Any) -> Commitment:
    """Return a promise."""
    return fresh(Commitment, NOW, what=what, start=start, timezone="Europe/Berlin", **fields)


RUST = yes("Rust study group", id="1a2b3c4d" + "0" * 24)
NOTES = yes("Send Ana the notes", None, id="1a2b9999" + "0" * 24)
GOAL = fresh(Goal, NOW, text="Rust without fear", id="face0000" + "0" * 24)
BOOK = book_of(RUST, NOTES, GOAL)


@pytest.mark.parametrize(
    "ref",
    [
        RUST.id,
        "1a2b3c4d",
        "1a2b3",
        " 1A2B3C ",
        "rust study group",
        "study",
        "GROUP rust",
        "stúdy grp".replace("grp", "group"),
    ],
)
def test_an_id_its_beginning_and_words_find_a_record(ref: str) -> None:
    """In any case, with or without accents."""
    assert RUST is resolve(BOOK, ref, Commitment)


def test_any_kind_can_be_meant() -> None:
    """Where no kind was given."""
    assert (GOAL, NOTES) == (resolve(BOOK, "without"), resolve(BOOK, "1a2b99"))


def test_several_are_listed() -> None:
    """Each with its id, its title and its day, soonest first, undated ones last."""
    with pytest.raises(Ambiguous) as caught:
        resolve(BOOK, "1a2b", Commitment)

    assert "“1a2b” could be any of these" == caught.value.sentence
    assert ("1a2b3c4d  Rust study group, Fri 27 Nov 2026", "1a2b9999  Send Ana the notes") == caught.value.candidates
    assert "Add a word or its day, or take the id" == caught.value.hint


def test_a_beginning_that_is_also_a_word_is_asked_about() -> None:
    """It is not for chance to choose between an id and a title."""
    face = yes("Face to face")

    with pytest.raises(Ambiguous) as caught:
        resolve(book_of(GOAL, face), "face")
    assert 2 == len(caught.value.candidates)
    assert face is resolve(book_of(GOAL, face), "face", Commitment)


def test_a_whole_id_is_never_ambiguous() -> None:
    """Also where a longer one begins with it, or a title has it."""
    short, long = yes("A", id="abcd"), yes("abcd", id="abcdef")

    assert short is resolve(book_of(long, short), "abcd", Commitment)


@pytest.mark.parametrize(("ref", "title"), [("ana", "Ana"), ("ANA talks", "Ana talks"), ("banana", "Banana talk")])
def test_the_whole_title_goes_before_whole_words_before_parts(ref: str, title: str) -> None:
    """So that a short name can be reached."""
    book = book_of(yes("Ana"), yes("Ana talks"), yes("Banana talk"))

    assert title == resolve(book, ref, Commitment).what


def test_whole_words_go_before_parts() -> None:
    """Here no title is the word alone."""
    book = book_of(yes("Ana comes by"), yes("Banana talk"))

    assert "Ana comes by" == resolve(book, "ana", Commitment).what


def test_what_is_open_goes_before_what_is_closed() -> None:
    """What is closed is found where nothing open fits."""
    kept, planned = yes("Rust study", outcome=Outcome.KEPT), yes("Rust study group, again")

    assert planned is resolve(book_of(kept, planned), "rust study", Commitment)
    assert kept is resolve(book_of(kept), "rust study", Commitment)


@pytest.mark.parametrize(
    ("record", "open_"),
    [
        (yes("A"), True),
        (yes("A", outcome=Outcome.MISSED), False),
        (fresh(Invitation, NOW, title="A"), True),
        (fresh(Invitation, NOW, title="A", answer=Answer.YES), False),
        (fresh(Invitation, NOW, title="A", state=State.LAPSED), False),
        (fresh(Invitation, NOW, title="A", way=Way.SENT, answer=Answer.YES), True),
        (fresh(Goal, NOW, text="A"), True),
        (fresh(Goal, NOW, text="A", state=Pursuit.LET_GO), False),
        (fresh(Community, NOW, name="A"), True),
        (fresh(Community, NOW, name="A", archived=True), False),
        (fresh(Person, NOW, name="A"), True),
    ],
)
def test_what_can_still_become_something_is_open(record: Record, open_: bool) -> None:
    """People are always open."""
    assert open_ is is_open(record)


def test_its_day_tells_one_gathering_of_a_series_from_the_next() -> None:
    """Words or numbers of the date, beside words of the title."""
    book = book_of(*(yes("Rust study group", FRIDAY + timedelta(weeks=week)) for week in range(3)))

    for ref in ("rust 4 dec", "rust study fri 4 dec 2026", "group 2026-12-04"):
        assert FRIDAY + timedelta(weeks=1) == resolve(book, ref, Commitment).start
    with pytest.raises(Ambiguous):
        resolve(book, "rust fri", Commitment)
    with pytest.raises(NotFound):
        resolve(book, "4 dec", Commitment)
    with pytest.raises(NotFound):
        resolve(book, "rust 24 dec", Commitment)


def test_words_mean_one_among_the_candidates() -> None:
    """An id reaches the others too."""
    other = yes("Rust evening")
    book = book_of(RUST, other)

    assert other is resolve(book, "rust", Commitment, among=[other])
    assert RUST is resolve(book, "1a2b3c", Commitment, among=[other])


@pytest.mark.parametrize("ref", ["", "  ", "-", "haskell", "1a2", "ffff0000", "rust haskell", "\ud800"])
def test_nothing_is_said_kindly(ref: str) -> None:
    """With what to do instead."""
    with pytest.raises(NotFound, match=r"^No commitment or goal fits “") as caught:
        resolve(BOOK, ref, Commitment, Goal)

    assert "Name it by words of its title, or by its id" == caught.value.hint


def test_a_long_list_ends() -> None:
    """A dozen lines, and how many more there are."""
    with pytest.raises(Ambiguous) as caught:
        resolve(book_of(*(yes("Rust") for _ in range(40))), "rust")

    assert (13, "and 28 more") == (len(caught.value.candidates), caught.value.candidates[-1])
    with pytest.raises(Ambiguous) as dozen:
        resolve(book_of(*(yes("Rust") for _ in range(12))), "rust")
    assert 12 == len([line for line in dozen.value.candidates if line.endswith("  Rust, Fri 27 Nov 2026")])
    assert 12 == len(dozen.value.candidates)


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        ((), "No record fits “rust”"),
        ((Goal,), "No goal fits “rust”"),
        ((Commitment, Goal), "No commitment or goal fits “rust”"),
        ((Learning, CheckIn), "No learning entry or check-in fits “rust”"),
        ((Member,), "No member fits “rust”"),
    ],
)
def test_what_was_looked_for_is_said(kinds: tuple[type[Record], ...], sentence: str) -> None:
    """In the member's words for each kind."""
    with pytest.raises(NotFound) as caught:
        resolve(Book(), "rust", *kinds)

    assert sentence == caught.value.sentence


def test_what_somebody_cares_about_is_found_by_their_name() -> None:
    """It is part of its title, and of the line by which it is chosen."""
    ana = fresh(Person, NOW, name="Ana Lind")
    care = fresh(Interest, NOW, id="12345678", who=ana.id, subject="Sailing", on=NOW)
    book = book_of(ana, care, fresh(Interest, NOW, who="me", subject="Sailing", on=NOW))

    assert care is resolve(book, "sailing lind", Interest)
    assert candidate_line(care, book).startswith("12345678  Sailing (Ana Lind)")


def test_a_short_id_is_one_of_a_kind() -> None:
    """Longer where two begin alike; never longer than the id."""
    one, two, three = (yes("A", id=f"1a2b3c4d{end}") for end in ("", "00", "01"))
    book = book_of(one, two, three, RUST)

    assert ["1a2b3c4d", "1a2b3c4d00", "1a2b3c4d01"] == [short_id(record, book) for record in (one, two, three)]
    four, five = yes("A", id="face0000" + "1" * 24), yes("A", id="face0000" + "2" * 24)
    assert ["face00001", "face00002"] == [short_id(record, book_of(four, five)) for record in (four, five)]


def test_a_candidate_has_its_day_on_its_own_clock() -> None:
    """Late in New York is not yet tomorrow."""
    late = datetime(2026, 11, 28, 3, 0, tzinfo=UTC)
    there = fresh(Commitment, NOW, id="12345678", what="Late", start=late, timezone="America/New_York")

    assert "12345678  Late, Fri 27 Nov 2026" == candidate_line(there, Book())


@given(st.text(st.characters()), st.text(st.characters(), min_size=1))
def test_any_words_resolve_or_say_why_not(ref: str, title: str) -> None:
    """Whatever is written, and whatever the title."""
    book = book_of(yes(title), RUST)
    try:
        assert resolve(book, ref, Commitment) in book.commitments.values()
    except (NotFound, Ambiguous) as error:
        assert error.sentence  # noqa: PT017 - either is right


def test_candidates_are_listed_by_their_day() -> None:
    """The soonest first; those without a day last, by their ids."""
    last, first = yes("Rust", None, id="b" * 32), yes("Rust", None, id="a" * 32)
    later, sooner = yes("Rust", FRIDAY + timedelta(weeks=1), id="c" * 32), yes("Rust", id="d" * 32)

    with pytest.raises(Ambiguous) as caught:
        resolve(book_of(last, later, first, sooner), "rust")

    assert ["d", "c", "a", "b"] == [line[0] for line in caught.value.candidates]


@pytest.mark.parametrize(
    ("ref", "title"), [("ana talks", "Ana talks"), ("talks ana", "Ana talks"), ("ana talks on", "Ana talks on")]
)
def test_a_title_of_several_words_is_reached_though_others_begin_alike(ref: str, title: str) -> None:
    """In its order, or in another where no longer title has whole words as well."""
    others = [yes("Banana talks")] if ref == "talks ana" else [yes("Ana talks on and on")]
    book = book_of(yes(title), *others)

    assert title == resolve(book, ref, Commitment).what


def test_a_long_reference_is_cut_where_it_is_repeated() -> None:
    """It has its place in a sentence."""
    with pytest.raises(NotFound) as caught:
        resolve(Book(), "x" * 50, Goal)

    assert f"No goal fits “{'x' * 39}…”" == caught.value.sentence
