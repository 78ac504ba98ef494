"""Journals go out so that jrnl itself reads them, and come back as they were."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community
from cop_tui.domain.interest import folded
from cop_tui.domain.learning import FollowUp, Learning
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Cycle, Story, Value
from cop_tui.exchange import jrnl, jrnl_out
from cop_tui.exchange.jrnl_text import GUARD
from cop_tui.practice.demo import demo_book

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
FRIDAY = datetime(2026, 11, 20, 18, 5, 30, tzinfo=ZoneInfo("Europe/Berlin"))


def book_of(*records: Record) -> Book:
    """Return a book with these records."""
    tables: dict[str, dict[str, Record]] = {}
    for one in records:
        tables.setdefault(one.table, {})[one.id] = one
    filled: Any = tables
    return Book(**filled)


def story(title: str = "", body: str = "", **fields: Any) -> Story:
    """Return a story of Friday evening."""
    return fresh(Story, NOW, title=title, body=body, **{"on": FRIDAY, **fields})


def back(text: str) -> list[Story]:
    """Return the stories that a text brings into an empty book."""
    return [one for one in jrnl.read(text.encode(), "j.txt", Book(), now=NOW).change.put if isinstance(one, Story)]


def by_jrnl(text: str) -> list[Any]:
    """Return the entries that jrnl finds in a text, in its order."""
    journals = pytest.importorskip("jrnl.journals")
    found: list[Any] = journals.Journal("x", timeformat="%F %r", tagsymbols="#@")._parse(text)
    return found


def test_an_entry_stands_as_jrnl_writes_it() -> None:
    """Date in twelve hours, title, star; the tags that the text doesn't name in a last line; a blank line between."""
    first = story("Tea", "With a #cup", tags=("fun", "cup", "Board Games"), starred=True)
    second = story("", "Only words", on=FRIDAY + timedelta(hours=8))

    assert (
        "[2026-11-20 06:05:30 PM] Tea *\nWith a #cup\n\nTags: #fun #Board-Games\n\n"
        "[2026-11-21 02:05:30 AM] \nOnly words\n"
    ) == jrnl_out.write(book_of(second, first), now=NOW)


def test_what_was_learned_is_tagged() -> None:
    """With its links, and what came of it; its first line is the title."""
    learned = fresh(
        Learning,
        NOW,
        text="Ask early\nand often",
        on=FRIDAY,
        tags=("asking",),
        links=("https://example.org",),
        follow_ups=(FollowUp(on=NOW, text="It works"), FollowUp(on=NOW)),
    )

    assert (
        "[2026-11-20 06:05:30 PM] Ask early\nand often\n\nhttps://example.org\n\n"
        "Came back to it, 23 November 2026: It works\n\nTags: #learned #asking\n"
    ) == jrnl_out.write(book_of(learned), now=NOW)


def test_the_cycles_of_a_value_story_follow_its_text() -> None:
    """Each with its name and its day."""
    told = story("Tea", "Good", cycles=(Cycle(cycle=Value.APPLIED, text="Used it", on=NOW),))

    assert "Good\n\nApplied, 23 November 2026: Used it\n" in jrnl_out.write(book_of(told), now=NOW)


@pytest.mark.parametrize("write", [jrnl_out.write, jrnl_out.write_json])
def test_days_and_a_community_are_chosen(write: Callable[..., str]) -> None:
    """The first and the last day are in it; days are those of where the member was."""
    tokyo = FRIDAY.astimezone(ZoneInfo("Asia/Tokyo"))
    circle = fresh(Community, NOW, id="circle", name="Circle")
    book = book_of(story("Ours", community="circle"), story("Far", on=tokyo), circle)

    assert "Far" not in write(book, now=NOW, until=date(2026, 11, 20))
    assert "Ours" in write(book, now=NOW, since=date(2026, 11, 20), until=date(2026, 11, 20))
    assert "Ours" not in write(book, now=NOW, since=date(2026, 11, 21))
    assert "Far" in write(book, now=NOW, since=date(2026, 11, 21))
    assert "Ours" in write(book, now=NOW, community=circle)
    assert "Far" not in write(book, now=NOW, community=circle)
    assert [] == by_no_one(write(Book(), now=NOW))


def by_no_one(text: str) -> list[object]:
    """Return the entries of an empty journal, text or JSON."""
    entries: list[object] = json.loads(text)["entries"] if text else []
    return entries


@pytest.mark.parametrize(
    "body",
    [
        "[2020-01-01 10:00:00 AM] Not an entry",
        "[tomorrow at nine] neither",
        "Before\n[an open bracket\nAfter",
        "[1] a footnote\n[x] done\n[ ] not yet\n[A talk](https://example.org)",
        f"{GUARD}[2020-01-01 10:00:00 AM] With a guard of its own",
        "Words\n\nTags: #mine",
        "#",
        "",
    ],
)
def test_no_line_of_a_body_becomes_an_entry(body: str) -> None:
    """Neither for jrnl nor for us, and it comes back as it was."""
    text = jrnl_out.write(book_of(story("One *", body), story("Two", on=FRIDAY + timedelta(days=1))), now=NOW)

    assert ["One *", "Two"] == [entry.title.replace(GUARD, "") for entry in by_jrnl(text)]
    assert [("One *", body, False), ("Two", "", False)] == [(one.title, one.body, one.starred) for one in back(text)]


def test_only_what_needs_it_is_guarded() -> None:
    """A checklist, a footnote and a link are written as they are."""
    plain = (
        "[1] a footnote\n[x] done\n[ ] not yet\n[A talk](https://example.org)\n[Seven or more]\n  [indented words] x"
    )

    assert GUARD not in jrnl_out.write(book_of(story("Tea", plain)), now=NOW)


LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r")
LINES = st.lists(
    st.sampled_from(
        [
            "[2020-01-01 10:00:00 AM] x",
            "[tomorrow] y",
            "[open",
            "x] y",
            "# A",
            "#tag @Ana",
            "* a",
            "Tags: #a",
            " ",
            "",
            GUARD,
        ]
    )
    | st.text(LETTERS, max_size=12),
    max_size=5,
).map("\n".join)
TITLES = st.sampled_from(["", "*", "a *", "* a", "**a**", f"a*{GUARD}", "[2020-01-01] x", "a #b"]) | st.text(max_size=9)
TAGS = st.lists(st.sampled_from(["fun", "Big", "c++", "two words", "b"]), max_size=3, unique=True).map(tuple)
STORIES = st.lists(
    st.builds(
        story,
        TITLES.filter(lambda text: text.isprintable()),
        LINES,
        tags=TAGS,
        starred=st.booleans(),
        on=st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001 - the zone is given
            lambda wall: wall.replace(microsecond=0, tzinfo=UTC)
        ),
    ),
    max_size=4,
)


def order(stories: Sequence[Story]) -> list[Story]:
    """Return stories in the order in which they are written."""
    return sorted(stories, key=lambda one: (one.on, one.id))


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_a_book_comes_back_from_its_text(stories: list[Story]) -> None:
    """Titles, bodies, tags, stars and times; and where it came from, nothing is new."""
    book = book_of(*stories)
    text = jrnl_out.write(book, now=NOW)
    found = back(text)

    assert [(one.title.strip(), trimmed(one), one.starred) for one in order(stories)] == [
        (one.title, one.body, one.starred) for one in found
    ]
    assert [one.on.replace(tzinfo=None) for one in order(stories)] == [one.on.replace(tzinfo=None) for one in found]
    for before, after in zip(order(stories), found, strict=True):
        assert {folded(tag) for tag in before.tags} <= {folded(tag) for tag in after.tags}
    again = jrnl.read(text.encode(), "j", book, now=NOW)
    assert ({}, len(stories)) == (again.added, again.unchanged)
    json_again = jrnl.read_json(jrnl_out.write_json(book, now=NOW).encode(), "j", book, now=NOW)
    assert ({}, len(stories)) == (json_again.added, json_again.unchanged)


def trimmed(one: Story) -> str:
    """Return a body without blank lines around it; where there is no title, without blanks before it."""
    lines = one.body.split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    body = "\n".join(lines).rstrip()
    return body if one.title.strip() else body.lstrip()


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_jrnl_finds_the_same_entries(stories: list[Story]) -> None:
    """As many, with the same times, titles, stars and tags."""
    if not stories:
        return  # of an empty journal jrnl makes an entry of now
    entries = by_jrnl(jrnl_out.write(book_of(*stories), now=NOW))
    ours = json.loads(jrnl_out.write_json(book_of(*stories), now=NOW))["entries"]

    minutes = [one.date.replace(second=0) for one in entries]  # of the first minute of a day jrnl drops the seconds
    assert [one.on.replace(tzinfo=None, second=0) for one in order(stories)] == minutes
    assert [one.starred for one in order(stories)] == [one.starred for one in entries]
    assert [one["tags"] for one in ours] == [sorted(one.tags) for one in entries]
    for before, after in zip(order(stories), entries, strict=True):
        if before.title.strip():
            assert before.title.strip().replace(GUARD, "") == after.title.replace(GUARD, "").strip()
        tags = {folded(tag.lstrip("#@")) for tag in after.tags}
        assert {folded(tag) for tag in before.tags} <= tags


def test_the_demo_book_goes_through_jrnl_itself(of_jrnl: Callable[[bytes], list[dict[str, Any]]]) -> None:
    """What jrnl makes of the text is what we write as JSON; it comes back to a book that knows it all."""
    book = demo_book(NOW)
    theirs = of_jrnl(jrnl_out.write(book, now=NOW).encode())
    for one in theirs:
        one["tags"] = sorted(one["tags"])
    ours = json.loads(jrnl_out.write_json(book, now=NOW))

    assert ours["entries"] == theirs
    assert len(book.stories) + len(book.learning) == len(theirs)
    data = json.dumps({"tags": {}, "entries": theirs}).encode()
    again = jrnl.read_json(data, "j", book, now=NOW)
    assert ({}, len(theirs)) == (again.added, again.unchanged)
    anew = jrnl.read(jrnl_out.write(book, now=NOW).encode(), "j", Book(), now=NOW)
    assert {"stories": len(theirs)} == anew.added
    out, anew_out = (jrnl_out.write(one, now=NOW) + "\n" for one in (book, anew.book))
    assert sorted(out.split("\n\n[")) == sorted(anew_out.split("\n\n["))
