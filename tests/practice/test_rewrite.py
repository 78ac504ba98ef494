"""Writing on a story: another text in the place of its own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.record import fresh
from cop_tui.domain.story import Story
from cop_tui.practice.tell import rewrite, written

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
TITLED = fresh(
    Story, NOW, id="titled", on=NOW, title="Learn C #", body="One.\n\n# Not the title\n", tags=("own", "old")
)
BARE = fresh(Story, NOW, id="bare", on=NOW, body="One line #old", tags=("own", "old"))


def book_of(story: Story) -> Book:
    """Return a book that holds this story."""
    return Book().apply(Change(sentence="", at=NOW, put=(story,)))


@pytest.mark.parametrize("story", [TITLED, BARE])
def test_a_text_that_was_not_touched_changes_nothing(story: Story) -> None:
    """Title and body come back to the letter, whatever signs are in them."""
    change = rewrite(book_of(story), story, written(story), now=NOW)

    assert not change
    assert (f"Nothing new in {story.title or story.body}", NOW) == (change.sentence, change.at)


def test_another_text_becomes_title_and_body() -> None:
    """A first heading is the title; tags of the old text go with it, others stay."""
    change = rewrite(book_of(BARE), BARE, "# A title\n\nOther words #new\n", now=NOW)

    after = book_of(BARE).apply(change).stories["bare"]
    assert ("A title", "Other words #new", ("own", "new")) == (after.title, after.body, after.tags)
    assert ("Wrote on A title", NOW) == (change.sentence, change.at)


def test_a_heading_taken_out_is_no_title_any_more() -> None:
    """What is left is the body."""
    change = rewrite(book_of(TITLED), TITLED, "Only words", now=NOW)

    after = book_of(TITLED).apply(change).stories["titled"]
    assert ("", "Only words") == (after.title, after.body)


def test_what_somebody_else_wrote_meanwhile_stays() -> None:
    """Of two bodies, both; of a title that only they changed, theirs."""
    theirs = msgspec.structs.replace(BARE, title="Theirs", body="Their words", starred=True)

    change = rewrite(book_of(theirs), BARE, "My words", now=NOW)

    after = book_of(theirs).apply(change).stories["bare"]
    assert ("Theirs", "My words\n\n---\n\nTheir words", True) == (after.title, after.body, after.starred)


def test_nothing_takes_the_place_of_a_text() -> None:
    """An empty text is refused, one whose story is gone finds none."""
    with pytest.raises(Refused) as refused:
        rewrite(book_of(BARE), BARE, " \n", now=NOW)
    assert ("There is no story left", "Write one line; D takes the whole story out") == (
        refused.value.sentence,
        refused.value.hint,
    )
    with pytest.raises(NotFound):
        rewrite(book_of(TITLED), BARE, "words", now=NOW)


@pytest.mark.parametrize("body", ["    code first\nand words", "X marks the spot, signed X"])
def test_a_body_is_kept_but_for_the_blanks_after_it(body: str) -> None:
    """Line ends around it go too; blanks before it mean something."""
    change = rewrite(book_of(BARE), BARE, f"# A title\r\n\n{body} \n\n", now=NOW)

    assert body == book_of(BARE).apply(change).stories["bare"].body
