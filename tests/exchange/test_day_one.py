"""Day One's journals come in entry for entry, readable, on the clock of where they were written."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Unreadable
from cop_tui.domain.record import altered
from cop_tui.domain.story import Story
from cop_tui.exchange.day_one import read
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.registry import read_files
from cop_tui.practice.remove import remove

Take = Callable[..., Intake]
ENTRY = {"uuid": "A1", "creationDate": "2020-06-01T23:30:00Z", "modifiedDate": "2020-06-02T08:00:00Z"}


@pytest.fixture
def take(now: datetime) -> Take:
    """Return what reads entries into a book."""

    def taking(*entries: object, book: Book | None = None) -> Intake:
        document = json.dumps({"metadata": {"version": "1.0"}, "entries": entries})
        return read(document.encode(), "Journal.json", book or Book(), now=now)

    return taking


def one(intake: Intake) -> Story:
    """Return the only story that came in."""
    (story,) = intake.change.put
    assert isinstance(story, Story)
    return story


def told(take: Take, **fields: Any) -> Story:
    """Return the story that an entry with these fields becomes."""
    return one(take({**ENTRY, **fields}))


def test_a_real_journal_comes_in_whole(cases: Path, now: datetime) -> None:
    """All 54 entries with their stars and tags; a second time all 54 are known."""
    path = cases / "dayone" / "Journal.json"
    entries = json.loads(path.read_text(encoding="utf-8"))["entries"]
    intake = read_files([path], Book(), now=now)
    again = read_files([path], intake.book, now=now)
    stories = [story for story in intake.change.put if isinstance(story, Story)]

    assert ({"stories": 54}, (), 54) == (intake.added, intake.skipped, len(intake.book.stories))
    assert ({}, {}, 54, False) == (again.added, again.changed, again.unchanged, bool(again.change))
    assert [entry["starred"] for entry in entries] == [story.starred for story in stories]
    assert [set(entry["tags"]) for entry in entries] == [set(story.tags) for story in stories]
    created = [datetime.fromisoformat(entry["creationDate"]) for entry in entries]
    assert created == [story.on for story in stories]
    assert ("Journal.json: 166 photos not taken along; a word stands where each was",) == intake.notes
    for story in stories:
        assert "dayone-moment" not in story.body
        assert not re.search(r"(?<!\\)\\[.!()-]", story.body)


def test_the_clock_is_that_of_the_place(take: Take) -> None:
    """So that an evening in New York stays that evening."""
    assert "2020-06-01T19:30:00-04:00" == told(take, text="a", timeZone="America/New_York").on.isoformat()
    assert "2020-06-02T01:30:00+02:00" == told(take, text="a").on.isoformat()


def test_a_zone_that_nobody_knows_is_told(take: Take) -> None:
    """Its entries are on the member's clock."""
    intake = take({**ENTRY, "timeZone": "Middle/Earth"})

    assert "2020-06-02T01:30:00+02:00" == one(intake).on.isoformat()
    assert ("Journal.json: “Middle/Earth” is no time zone that is known; its entries are on your own clock",) == (
        intake.notes
    )


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (r"Well\. A half\-day\! \(so\)", "", "Well. A half-day! (so)"),
        ("# A day\n\nGood", "A day", "Good"),
        (r"\#tag and C\# at 5 \+ 3", "", "#tag and C# at 5 + 3"),
        (r"2 \* 3 \_ \[x\] \\ \`", "", r"2 \* 3 \_ \[x\] \\ \`"),
        ("a ![](dayone-moment://X) b", "", "a *(a photo, left in Day One)* b"),
        ("![](dayone-moment:/video/X)\n\n# Out\n\nWalked", "Out", "Walked\n\n*(a video, left in Day One)*"),
        ("![](dayone-moment:/audio/X)", "", "*(a recording, left in Day One)*"),
        ("\n  code\n\n", "", "  code"),
        ("A\0\x1b[31m", "", "A\0\x1b[31m"),
    ],
)
def test_the_text_is_readable(take: Take, text: str, title: str, body: str) -> None:
    """Without backslashes that nothing needs, with words in the place of photos; controls stay as they are."""
    story = told(take, text=text)

    assert (title, body) == (story.title, story.body)


def test_rich_text_stands_in_for_a_missing_text(take: Take) -> None:
    """With its headings, lists and photos; a broken one is none."""
    rich = {
        "contents": [
            {"text": "A day\n", "attributes": {"line": {"header": 1}}},
            {"text": "Half a ", "attributes": {"bold": True}},
            {"text": "line\n"},
            {"text": "bread\n", "attributes": {"line": {"listStyle": "bulleted"}}},
            {"text": "milk\n", "attributes": {"line": {"listStyle": "checkbox", "checked": True}}},
            {"embeddedObjects": [{"type": "photo", "identifier": "X"}]},
        ]
    }
    story = told(take, richText=json.dumps(rich))

    assert ("A day", "Half a line\n- bread\n- [x] milk\n\n\n*(a photo, left in Day One)*") == (story.title, story.body)
    assert "" == told(take, richText="{").body
    assert "" == told(take, richText='{"contents": ' + "[" * 100_000).body


def test_an_entry_without_text_is_kept(take: Take) -> None:
    """What was attached to it is named; one with nothing at all keeps its day."""
    pictures = {"photos": [{"identifier": "X"}, {}], "videos": [{"identifier": "Y"}]}
    intake = take({**ENTRY, **pictures}, {**ENTRY, "uuid": "A2"})
    first, second = intake.change.put

    photo, video = "*(a photo, left in Day One)*", "*(a video, left in Day One)*"
    assert f"{photo} {photo} {video}" == first.body  # type: ignore[attr-defined]
    assert ("", "") == (second.title, second.body)  # type: ignore[attr-defined]
    assert "2 photos, 1 video not taken along" in intake.notes[0]


def test_place_and_weather_are_the_last_line(take: Take) -> None:
    """As far as they are said."""
    place = {"placeName": "Kaffee\nKirsch", "localityName": "Berlin", "country": "Germany", "latitude": 1}
    weather = {"temperatureCelsius": 4.6, "conditionsDescription": "Clear"}

    assert (
        "Tea\n\nKaffee Kirsch, Berlin, Germany · 5 °C, Clear"
        == told(take, text="Tea", location=place, weather=weather).body
    )
    assert "Tea\n\nBerlin" == told(take, text="Tea", location={"placeName": "Berlin", "localityName": "Berlin"}).body
    assert "Tea" == told(take, text="Tea", location=5, weather={"temperatureCelsius": 1e300}).body


def test_two_entries_of_one_second_stay_two(take: Take) -> None:
    """With ids of their own, with none, and with one that is used twice."""
    same = {"creationDate": "2020-06-01T23:30:00Z"}
    entries = [{**same, "uuid": "A"}, {**same, "uuid": "B"}, {**same, "uuid": "B", "text": "Other"}, same, same]
    intake = take(*entries)
    again = take(*entries, book=intake.book)

    assert ({"stories": 5}, 5) == (intake.added, again.unchanged)


def test_a_later_export_brings_what_is_new_in_it(take: Take, now: datetime) -> None:
    """The newer words count; what was added to the story here stays."""
    first = take({**ENTRY, "text": "Tea"})
    known = altered(one(first), datetime.fromisoformat("2020-07-01T00:00:00Z"), people=("ana",), body="Mine")
    book = first.book.apply(Change(sentence="", at=now, put=(known,)))
    older = take({**ENTRY, "text": "Cake", "modifiedDate": "2020-06-30T00:00:00Z"}, book=book)
    newer = take({**ENTRY, "text": "Cake", "modifiedDate": "2020-07-02T00:00:00Z"}, book=book)

    assert ({}, 1) == (older.changed, older.unchanged)
    assert {"stories": 1} == newer.changed
    assert ("Cake", ("ana",)) == (one(newer).body, one(newer).people)


def test_what_was_removed_stays_removed(take: Take, now: datetime) -> None:
    """It says so."""
    first = take({**ENTRY, "text": "Tea"})
    book = first.book.apply(remove(first.book, one(first), now=now))
    again = take({**ENTRY, "text": "Tea"}, book=book)

    assert ({}, 1, False) == (again.added, again.unchanged, bool(again.change))
    assert ("Journal.json: what you removed since stays removed",) == again.notes


def test_a_bad_entry_is_named_and_its_neighbours_come(take: Take) -> None:
    """Where it is none, or has no date; fields of the wrong kind count as missing."""
    odd = {"creationDate": "2020-01-01T00:00:00", "text": 5, "tags": "x", "photos": [7], "starred": "yes", "uuid": None}
    intake = take(7, {}, {"creationDate": "9999-12-31T23:59:59Z"}, {"creationDate": "soon"}, odd)

    assert ({"stories": 1}, 5) == (intake.added, intake.items)
    assert ["entry 1", "entry 2", "entry 3", "entry 4"] == [skipped.item for skipped in intake.skipped]
    assert (False, ()) == (one(intake).starred, one(intake).tags)


def test_a_long_journal_tells_how_far_it_is(now: datetime) -> None:
    """Now and then, and at the end."""
    told: list[tuple[int, int]] = []
    document = json.dumps({"metadata": {}, "entries": [ENTRY] * 60}).encode()
    read(document, "Journal.json", Book(), now=now, progress=lambda done, of: told.append((done, of)))

    assert [(50, 60), (60, 60)] == told


def test_a_journal_that_is_cut_off_is_refused(now: datetime) -> None:
    """In one sentence, and nothing is changed."""
    with pytest.raises(Unreadable, match="not a whole Day One journal"):
        read(b'{"metadata": {}, "entries": [{"uuid": ', "Journal.json", Book(), now=now)


@pytest.mark.parametrize("filling", ["a", "![", "[](dayone-moment:/", "![](dayone-moment://A)", "\\", "\\."])
def test_a_text_of_megabytes_is_read_soon(take: Take, filling: str) -> None:
    """Whatever it repeats."""
    assert {"stories": 1} == take({**ENTRY, "text": filling * (1_000_000 // len(filling))}).added
