"""What `--json` prints, field by field as INTERFACE.md promises it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

Did = Callable[..., str]
Data = Callable[..., Any]

FIELDS = {
    "people": "name emails organisation channels note reconnect_every contacts",
    "interests": "who subject depth note on",
    "communities": "name subject purpose other_purposes stage stages level organisations people rhythm places phases "
    "archived",
    "invitations": "way kind title note community sender recipients start end all_day timezone recurrence place link "
    "uid sequence answer state",
    "commitments": "what community invitation start end all_day timezone kind outcome closed_on reflection",
    "goals": "text why by state",
    "learning": "text on community people commitment goal purpose rung climbs tags links",
    "stories": "on title body community people element commitment tags starred cycles",
    "check-ins": "day kind steps",
}


@pytest.fixture
def life(did: Did) -> None:
    """Put one record of every kind into the notebook."""
    did("me", "--name", "Ana", "--email", "ana@x.org")
    did("ask", "Li", "Rust", "--org", "ACME")
    did("share", "Rust", "--depth", "can-help")
    did("community", "add", "Bees", "--purpose", "best-practices")
    did("invite", "Tea", "--to", "Li", "--on", "fri 18:00")
    did("yes", "bake", "--on", "yesterday")
    did("yes", "bread", "--on", "tomorrow")
    did("goal", "add", "speak")
    did("learn", "knots", "--from", "Li")
    did("tell", "a day")
    did("skip", "--on", "yesterday")


@pytest.mark.usefixtures("life")
@pytest.mark.parametrize("kind", FIELDS)
def test_a_list_holds_every_field(data: Data, kind: str) -> None:
    """Absent values are null or empty and not left out."""
    records = data("list", kind)

    assert records
    for record in records:
        assert {"id", "created", "updated", *FIELDS[kind].split()} <= record.keys()
        assert datetime.fromisoformat(record["created"]).tzinfo is not None


@pytest.mark.usefixtures("life")
def test_enums_are_words_in_kebab_case_and_references_are_ids(data: Data) -> None:
    """As the tables hold them."""
    people, communities = data("list", "people"), data("list", "communities")

    assert communities[0]["purpose"] == "best-practices"
    assert communities[0]["stages"][0].keys() == {"stage", "on"}
    assert {one["who"]: one["depth"] for one in data("list", "interests")} == {
        "me": "can-help",
        people[0]["id"]: "curious",
    }
    assert data("list", "learning")[0]["people"] == [people[0]["id"]]
    assert data("list", "learning")[0]["climbs"][0].keys() == {"rung", "on"}
    recipient = data("list", "invitations")[0]["recipients"][0]
    assert (recipient["person"], recipient["answer"]) == (people[0]["id"], "waiting")
    assert people[0]["contacts"][0].keys() == {"on", "text"}
    assert data("list", "check-ins")[0]["day"] == "2026-11-22"


@pytest.mark.usefixtures("life")
def test_today_holds_the_day(data: Data, asked: Callable[..., str], now: datetime) -> None:
    """Now, the member, the agenda, nudges and the rhythm."""
    waiting = asked("Rust study group", now + timedelta(days=2))

    day = data("today")

    assert {"now", "member", "due", "waiting", "upcoming", "nudges", "rhythm"} <= day.keys()
    assert day["now"] == "2026-11-23T09:00:00+01:00"
    assert day["member"]["name"] == "Ana"
    assert [one["what"] for one in day["due"]] == ["bake"]
    assert [one["id"] for one in day["waiting"]] == [waiting]
    assert [one["what"] for one in day["upcoming"]] == ["bread"]
    assert set(FIELDS["commitments"].split()) <= day["due"][0].keys()
    assert all(one.keys() == {"text", "why", "command"} for one in day["nudges"])
    assert day["nudges"]
    expected = {"streak": 0, "checked_in_today": False, "kept": 0, "missed": 0, "excused": 0, "open": 2}
    assert expected.items() <= day["rhythm"].items()


@pytest.mark.usefixtures("life")
def test_search_and_sparks_hold_what_is_promised(data: Data) -> None:
    """The fields of INTERFACE.md and no others."""
    assert data("search", "knots")[0].keys() == {"kind", "id", "title", "excerpt", "on"}
    assert data("sparks")[0].keys() == {"subject", "people", "organisations", "why"}
    assert data("sparks")[0]["people"] == ["Li"]


def test_json_lets_nothing_steer_a_terminal(did: Did, data: Data) -> None:
    """Control characters are escaped, and read back as they were."""
    words = "a\x1b[31m b\x9b31m c\u202ed\x7f"
    did("tell", "-", stdin=words.encode())

    printed = did("list", "stories", "--json")

    assert not {"\x1b", "\x9b", "\u202e", "\x7f"} & set(printed)
    assert data("list", "stories")[0]["body"] == words


@pytest.mark.parametrize("words", [["list", "stories"], ["search", "day"], ["show", "day"], ["today"], ["history"]])
def test_pages_make_control_characters_visible(did: Did, words: list[str]) -> None:
    """An ESC from anywhere never reaches the terminal."""
    did("tell", "-", stdin=b"day \x1b[31m red\x07\nand \x1b]0;title\x07 more")
    did("yes", "-", "--on", "yesterday", stdin=b"x\x1b[2J")

    assert not {"\x1b", "\x07"} & set(did(*words))


def test_json_is_utf8_whatever_the_locale(did: Did) -> None:
    """Letters are letters and not escapes."""
    did("tell", "Grüße aus 東京")

    assert "Grüße aus 東京" in did("list", "stories", "--json")
