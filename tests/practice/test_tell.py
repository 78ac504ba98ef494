"""Tell: the story as it goes, and its value through the cycles."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Element
from cop_tui.domain.errors import Refused
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story, Value
from cop_tui.practice.tell import add_cycle, star, tell


def holding(now: datetime, *records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=now, put=records))


def told(change: Change) -> Story:
    """Return the story of a change."""
    return next(one for one in change.put if isinstance(one, Story))


def test_a_story_is_kept_with_all_that_was_said(now: datetime) -> None:
    """Community, people, element, gathering, tags and star."""
    rust, tea = fresh(Community, now, name="Rust"), fresh(Community, now, name="Tea")
    meeting = fresh(Commitment, now, what="Meeting", community=tea.id)
    day = now - timedelta(days=1)

    change = tell(
        holding(now, rust, tea, meeting),
        "We met. #first",
        now=now,
        on=day,
        title=" The start ",
        community=rust,
        people=["Ana", "ana"],
        element=Element.PEOPLE,
        commitment=meeting,
        tags=["joy"],
        starred=True,
    )
    story = told(change)

    assert ("Told: The start", now) == (change.sentence, change.at)
    assert ("The start", "We met. #first", day, rust.id, meeting.id) == (
        story.title,
        story.body,
        story.on,
        story.community,
        story.commitment,
    )
    assert (1, Element.PEOPLE, ("joy", "first"), True) == (
        len(story.people),
        story.element,
        story.tags,
        story.starred,
    )


def test_a_story_of_a_gathering_belongs_to_its_community(now: datetime) -> None:
    """Unless another one is named."""
    rust = fresh(Community, now, name="Rust")
    meeting = fresh(Commitment, now, what="Meeting", community=rust.id)

    assert rust.id == told(tell(holding(now, rust, meeting), "x", now=now, commitment=meeting)).community
    assert told(tell(Book(), "x", now=now)).community is None


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("X marks the spot, signed X", "", "X marks the spot, signed X"),
        ("# A day\n\nIt was good.\n", "A day", "It was good."),
        ("\n\n# A day #\r\nIt was good.", "A day", "It was good."),
        ("# A day", "A day", ""),
        ("One line", "", "One line"),
        ("## Smaller\nx", "", "## Smaller\nx"),
        ("#tag first", "", "#tag first"),
        ("#\nx", "", "#\nx"),
        ("    code\n\n# later", "", "    code\n\n# later"),
        ("# C#\nx", "C#", "x"),
        (" \n  # A day\nx", "A day", "x"),
        ("    # no heading but code", "", "    # no heading but code"),
        ("# a" + " b" * 5000 + " #", "a" + " b" * 5000, ""),
    ],
)
def test_a_leading_heading_becomes_the_title(now: datetime, text: str, title: str, body: str) -> None:
    """Only one of the first level, and only as the first line."""
    story = told(tell(Book(), text, now=now))

    assert (title, body) == (story.title, story.body)


def test_a_title_that_is_given_leaves_the_text_as_it_is(now: datetime) -> None:
    """Also a heading in it."""
    story = told(tell(Book(), "# Inside\nx", now=now, title="Outside"))

    assert ("Outside", "# Inside\nx") == (story.title, story.body)


def test_a_title_alone_is_a_story(now: datetime) -> None:
    """Nothing at all is none."""
    assert "A day" == told(tell(Book(), "", now=now, title="A day")).title
    with pytest.raises(Refused, match="no story yet"):
        tell(Book(), " \n", now=now)


@given(text=st.text(min_size=1).filter(lambda words: words.strip() and not words.lstrip().startswith("#")))
def test_a_text_is_kept_literally(text: str) -> None:
    """But for blanks after it and line ends around it."""
    now = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
    change = tell(Book(), text, now=now)

    assert text.strip("\r\n").rstrip() == told(change).body
    assert 1 == len(change.sentence.splitlines())


def test_value_is_followed_through_its_cycles(now: datetime) -> None:
    """It may start in any, and one may show twice."""
    story = fresh(Story, now, on=now, title="The parser")
    book = holding(now, story)
    for cycle in (Value.APPLIED, Value.IMMEDIATE, Value.APPLIED):
        change = add_cycle(book, story, cycle, " it ran ", now=now)
        book = book.apply(change)

    assert ("Added applied value to The parser", now) == (change.sentence, change.at)
    assert [(Value.APPLIED, "it ran", now), (Value.IMMEDIATE, "it ran", now), (Value.APPLIED, "it ran", now)] == [
        (one.cycle, one.text, one.on) for one in book.stories[story.id].cycles
    ]
    with pytest.raises(Refused, match="nothing to add"):
        add_cycle(book, story, Value.REALISED, "", now=now)


def test_a_star_is_given_and_taken(now: datetime) -> None:
    """By the same verb."""
    story = fresh(Story, now, on=now, title="The parser")
    book = holding(now, story)

    given_star = star(book, story, now=now)
    taken = star(book.apply(given_star), story, now=now)

    assert ("Starred The parser", True, now) == (given_star.sentence, told(given_star).starred, given_star.at)
    assert ("Took the star off The parser", False) == (taken.sentence, told(taken).starred)


def test_a_story_has_no_star_until_it_is_given_one(now: datetime) -> None:
    """Nor anything else that was not said."""
    story = told(tell(Book(), "x", now=now))

    assert (False, "", (), None, ()) == (story.starred, story.title, story.people, story.element, story.tags)


def test_words_that_are_missing_are_asked_for(now: datetime) -> None:
    """A member reads what is missing, and how little is enough."""
    story = fresh(Story, now, on=now, title="The parser")

    with pytest.raises(Refused) as untold:
        tell(Book(), " ", now=now)
    with pytest.raises(Refused) as nothing_added:
        add_cycle(holding(now, story), story, Value.REALISED, " ", now=now)

    assert [
        ("There is no story yet", "Write one line; it may grow later"),
        ("There is nothing to add yet", "Say in a line what showed"),
    ] == [(one.value.sentence, one.value.hint) for one in (untold, nothing_added)]
