"""A line with marks: what it says, and whom, where and what for."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community
from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.marked import MARK, completions, marked

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def book_of(*records: Record) -> Book:
    """Return a book of these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def person(name: str) -> Person:
    """Return a person whose id is their name in lower case."""
    return fresh(Person, NOW, id=name.casefold(), name=name)


BOOK = book_of(
    person("Ana Lind"),
    person("Li"),
    person("Kofi Mensah"),
    person("Kofi Boateng"),
    person("Jean-Luc Petit"),
    person("[/x] é 你好"),
    person("Dr. Who (she)"),
    fresh(Community, NOW, id="rust", name="Rust study group"),
    fresh(Community, NOW, id="rust-short", name="Rust"),
    fresh(Community, NOW, id="c++", name="C++"),
    fresh(Community, NOW, id="old", name="Old circle", archived=True),
    fresh(Goal, NOW, id="talk", text="Give a talk in June"),
    fresh(Goal, NOW, id="done", text="Run a marathon", state=Pursuit.REACHED),
)
NAMES = [name for names in completions(BOOK).values() for name in names]


def told(line: str) -> tuple[str, tuple[str, ...], str | None, str | None]:
    """Return what a line says, with the ids of what it names."""
    said = marked(BOOK, line)
    return (
        said.text,
        tuple(one.id for one in said.people),
        said.community.id if said.community else None,
        said.goal.id if said.goal else None,
    )


def test_marks_at_the_end_are_labels() -> None:
    """They leave the text, whatever their order, and nothing of them stays behind."""
    assert ("A loan has a due date", ("li",), "rust", "talk") == told(
        "A loan has a due date @Li +Rust study group >Give a talk in June"
    )
    assert ("A loan ends", ("li", "ana lind"), None, None) == told("A loan ends @Li, @Ana Lind")
    assert ("A loan ends.", ("li",), "rust", None) == told("A loan ends @Li +Rust study group.")
    assert ("Done!", ("li",), None, None) == told("Done! @Li.")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Today @Li showed me lifetimes", "Today Li showed me lifetimes"),
        ("@Li showed me lifetimes", "Li showed me lifetimes"),
        ("@Li's talk was good", "Li's talk was good"),
        ("Met at +Rust study group, and laughed", "Met at Rust study group, and laughed"),
        ("Used >Give a talk in June as a reason", "Used Give a talk in June as a reason"),
        ("I have it from @Ana Lind", "I have it from Ana Lind"),
        ("I have it from @Ana Lind.", "I have it from Ana Lind."),
        ("Went there with @Li, @Ana Lind and @Jean-Luc", "Went there with Li, Ana Lind and Jean-Luc"),
        ("Went there with @Li, @Ana Lind +Rust", "Went there with Li, Ana Lind"),
        ("Heard it in +Rust study group @Li", "Heard it in Rust study group"),
        ("Heard it from @Li,", "Heard it from Li"),
        ("Heard it from @Li  , @Ana Lind", "Heard it from Li, Ana Lind"),
        ("A loan ends @Li;", "A loan ends"),
        ("With @Li", "With Li"),
    ],
)
def test_a_name_that_belongs_to_the_sentence_stays_in_it(line: str, text: str) -> None:
    """Only its mark goes, so that the sentence still reads as one, with no blank too many."""
    said = marked(BOOK, line)

    assert text == said.text
    assert said.people or said.community or said.goal


def test_a_community_or_goal_in_front_is_a_label() -> None:
    """It says where the line belongs; the line begins after it."""
    assert ("lints are sentences", (), "rust", None) == told("+Rust study group lints are sentences")
    assert ("lints are sentences", (), None, "talk") == told(">Give a talk in June lints are sentences")


@pytest.mark.parametrize(
    "line",
    [
        "Wrote to @nobody about +nothing and >no goal",
        "Met in the +Old circle",
        "Towards >Run a marathon",
        "mail li@example.org, @li@example.org or @Li.example",
        "Ask @Kofi which one",
        "a @ b + c > d",
        "> quoted, and 1 +1",
        "@Lisbeth @Li-Wei @Li2 @李",
        "+@Li and @Li@Li stay",
        "(@Li)",
        "#tag [/x] [@click=app.quit]x[/]",
    ],
)
def test_a_mark_that_names_nothing_known_stays_as_typed(line: str) -> None:
    """An address, a sum, a quotation, a stranger or a first name that two have: nothing is guessed."""
    said = marked(BOOK, line)

    assert line == said.text
    assert (said.people, said.community, said.goal) == ((), None, None)


def test_names_may_hold_blanks_dashes_and_other_marks() -> None:
    """Blanks, dashes and case are as good as each other; the longest name that fits is meant."""
    assert ("x", ("ana lind",), "rust", None) == told("x @ana   LIND +rust-study_group")
    assert ("x", (), "rust-short", None) == told("x +Rust")
    assert ("x", (), "c++", None) == told("x +C++")
    assert ("x", ("[/x] é 你好", "dr. who (she)"), None, None) == told("x @[/x] é 你好 @Dr. Who (she)")


def test_a_first_name_is_enough_where_only_one_has_it() -> None:
    """Of two who share it, neither is meant; the whole name tells them apart."""
    assert ("x", ("ana lind", "jean-luc petit"), None, None) == told("x @Ana @Jean-Luc")
    assert ("x", ("kofi boateng",), None, None) == told("x @Kofi Boateng")
    assert ("x @Kofi", (), None, None) == told("x @Kofi")
    assert ("x", ("jean-luc petit",), None, None) == told("x @Jean")


@pytest.mark.parametrize(("name", "line"), [("A", "x @A"), ("Ana L", "x @Ana L"), ("Li", "x @Li!")])
def test_a_name_may_be_as_short_as_one_letter(name: str, line: str) -> None:
    """Also the last word of it, also where nobody else is known."""
    assert [name] == [one.name for one in marked(book_of(person(name)), line).people]


@pytest.mark.parametrize(("name", "line"), [("Li", "x @Lisbeth"), ("Ana Lind", "x @- y")])
def test_nobody_is_meant_by_what_is_not_their_name(name: str, line: str) -> None:
    """Neither by a longer name nor by a dash, though nobody else is known."""
    assert (line, ()) == (marked(book_of(person(name)), line).text, marked(book_of(person(name)), line).people)


def test_of_two_with_one_name_the_one_known_longest_is_meant() -> None:
    """As wherever else a person is named."""
    older = fresh(Person, NOW - timedelta(days=9), id="older", name="Li Zhang")
    younger = fresh(Person, NOW, id="younger", name="Li Zhang")

    for book in (book_of(older, younger), book_of(younger, older)):
        assert (older,) == marked(book, "x @li zhang").people


def test_each_person_counts_once_and_the_last_community_and_goal_count() -> None:
    """Who is named twice was there once; a later community takes the place of the one before."""
    assert ("x", ("li",), "rust-short", None) == told("x @Li @li +Rust study group +Rust")


def test_a_line_of_nothing_but_marks_says_nothing() -> None:
    """What was named is known; what was said is still missing, and the verb says so."""
    assert ("", ("li",), "rust", None) == told(" @Li  +Rust study group ")
    assert ("", (), None, None) == told("  ")


def test_thousands_of_marks_are_read_like_one() -> None:
    """A line that a cat typed neither ends the program nor takes long."""
    assert ("x", ("li",), None, None) == told("x " + "@Li " * 3_000)


def test_completions_are_names_as_they_are_written() -> None:
    """People after @, communities that live after +, goals that are pursued after >."""
    offered = completions(BOOK)

    assert {"@", "+", ">"} == set(offered)
    assert ("C++", "Rust", "Rust study group") == offered["+"]
    assert ("Give a talk in June",) == offered[">"]
    assert "Ana Lind" in offered["@"]


PLAIN = st.text(st.characters(exclude_characters="@+>", exclude_categories=["Cs"]), max_size=60)
WORDS = st.from_regex(r"[a-z]{1,8}", fullmatch=True).filter(lambda word: word not in {"ana", "li", "rust", "jean"})
LABELS = st.sampled_from(["@Ana Lind", "@Li", "@Kofi Mensah", "+Rust study group", "+C++", ">Give a talk in June"])
PIECES = st.lists(WORDS | LABELS | st.sampled_from([",", "@nobody", "> x", "a@b"]), max_size=12)


@given(PLAIN)
def test_a_line_without_marks_is_what_it_says(line: str) -> None:
    """Nothing is taken from it but the blanks around it."""
    assert line.strip() == marked(BOOK, line).text


@given(st.text(max_size=80))
def test_in_an_empty_book_every_line_stays_as_it_is(line: str) -> None:
    """Where nothing is known, nothing can be meant."""
    assert line.strip() == marked(Book(), line).text


@given(PIECES)
def test_no_word_is_ever_lost(pieces: list[str]) -> None:
    """The words that are no names stand in the text in their order, whatever marks stand between them."""
    line = " ".join(pieces)
    words = [piece for piece in pieces if re.fullmatch("[a-z]+|@nobody|> x|a@b", piece)]

    rest = marked(BOOK, line).text
    for word in words:
        _, found, rest = rest.partition(word)
        assert found, (line, word)


@given(PIECES)
def test_what_was_read_is_marked_no_more(pieces: list[str]) -> None:
    """Known names have lost their marks, no blank is doubled, and reading the text again changes nothing."""
    text = marked(BOOK, " ".join(pieces)).text

    assert "  " not in text
    assert {"@nobody"} >= {f"{mark[1]}{text[mark.end() :].split()[0]}" for mark in MARK.finditer(text)}
    assert text == marked(BOOK, text).text
    assert text == text.strip()


@given(st.sampled_from(NAMES), WORDS)
def test_every_name_that_is_offered_is_understood(name: str, word: str) -> None:
    """What completion writes is what is meant."""
    mark = next(mark for mark, names in completions(BOOK).items() if name in names)
    said = marked(BOOK, f"{word} {mark}{name}")

    found = {*(one.name for one in said.people)}
    found |= {said.community.name} if said.community else set()
    found |= {said.goal.text} if said.goal else set()
    assert {name} == found
