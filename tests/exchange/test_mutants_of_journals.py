"""Journals that were damaged on their way never bring the program down, nor leave half of anything."""

import json
import random
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import datetime
from functools import partial
from typing import Any

import msgspec
import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.errors import CopError
from cop_tui.domain.story import Story
from cop_tui.exchange import day_one, jrnl
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.json_book import read, write

TEXT = """Words before\n[09.06.2013 15:39] Tea ☕ *
[2020-01-01 10:00] no [x] date
Tags: #fun #big

[10.07.2013 03:40:12 PM] * Walk
[ ] to do\n\nTags: #a\n
[Monday, 1 June 2020 at 10:00] Über **die** Brücke
[2019-07 14:23] Odd @Ana
"""
JRNL_JSON = json.dumps(
    {
        "tags": {"@ana": 1},
        "entries": [
            {
                "title": "Tea ☕ @ana",
                "body": "A\nb\n\nTags: #x",
                "date": "2013-06-09",
                "time": "15:39",
                "starred": True,
            },
            {"title": "", "body": "Walk", "date": "2013-07-10", "time": "03:40:12", "tags": ["#a"], "starred": False},
        ],
    },
    indent=1,
)
DAY_ONE = json.dumps(
    {
        "metadata": {"version": "1.0"},
        "entries": [
            {
                "uuid": "A1",
                "creationDate": "2020-06-01T23:30:00Z",
                "modifiedDate": "2020-06-02T08:00:00Z",
                "timeZone": "America/New_York",
                "text": "![](dayone-moment://X)\n\n# Tea ☕\\.\n\nGood\\!",
                "photos": [{"identifier": "X"}, {"identifier": "Y"}],
                "location": {"placeName": "Kitchen", "country": "Chile"},
                "weather": {"temperatureCelsius": 4.5, "conditionsDescription": "Clear"},
                "tags": ["a", "Board Games"],
                "starred": True,
            },
            {"creationDate": "2020-06-01T23:30:00Z", "richText": '{"contents":[{"text":"Hi"}]}'},
        ],
    },
    indent=1,
)
TOKENS = [
    *(b"\xff", b"\x00", b"\r", b"\n", b"[", b"]", b"] ", b"{", b"}", b'"', b"\\", b"*", b"#", b"null", b"1e999", b"-"),
    *(
        b"[9999-12-31 23:59] ",
        b"[0001-01-01 00:00] ",
        b"[31/02/2020] ",
        b"[1 jan 99999] ",
        b"9999-12-31T23:59:59-14:00",
    ),
    *(
        "\u200b".encode(),
        "\u2028".encode(),
        b"\\ud800",
        b"+23:59]",
        b"2020-01-01T00:00:00.9999999Z",
        b"[[[[",
        b"Tags: #",
    ),
]
ODD: list[Any] = [
    *(None, True, -1, 1e300, 10**30, "", "x" * 999, "\0", [], {}, [[]], {"a": {}}, "[", "{", '{"contents": [7]}'),
    *("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2020-02-31", "24:00", "Europe", "../etc", "Z" * 99),
]


def mutants(data: bytes, dice: random.Random, count: int) -> Iterator[bytes]:
    """Damage a file: bytes flipped, cut out, doubled, put in."""
    for _ in range(count):
        made = bytearray(data)
        for _ in range(dice.randint(1, 5)):
            place, end = sorted(dice.choices(range(len(made) + 1), k=2))
            end = min(end, place + dice.choice((1, 4, 60, 10_000)))
            match dice.randrange(4):
                case 0:
                    made[place:end] = bytes(dice.randrange(256) for _ in range(min(end - place, 8)))
                case 1:
                    del made[place:end]
                case 2:
                    made[end:end] = made[place:end]
                case _:
                    made[place:place] = dice.choice(TOKENS)
        yield bytes(made)


def warped(data: bytes, dice: random.Random, count: int) -> Iterator[bytes]:
    """Damage a JSON document inside: values of other kinds in the place of some of its own."""
    for _ in range(count):
        made = json.loads(data)
        for _ in range(dice.randint(1, 3)):
            place: Any = made["entries"]
            while True:
                key = dice.choice([*place] if isinstance(place, dict) else range(len(place)))
                if not isinstance(place[key], dict | list) or not place[key] or dice.random() < 0.2:
                    break
                place = place[key]
            place[key] = deepcopy(dice.choice(ODD))
        yield json.dumps(made).encode()


SAMPLES: dict[str, tuple[Callable[..., Intake], bytes, Callable[..., Iterator[bytes]]]] = {
    "text": (jrnl.read, TEXT.encode(), mutants),
    "wide text": (jrnl.read, TEXT.replace("\n", "\r\n").encode("utf-16"), mutants),
    "json": (jrnl.read_json, JRNL_JSON.encode(), mutants),
    "warped json": (jrnl.read_json, JRNL_JSON.encode(), warped),
    "day one": (day_one.read, DAY_ONE.encode(), mutants),
    "warped day one": (day_one.read, DAY_ONE.encode(), warped),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_no_damage_brings_it_down(name: str, now: datetime) -> None:
    """Of each of 2,000 mutants comes an intake or a clear refusal, soon; what was read is whole."""
    reader, sample, damaged = SAMPLES[name]
    take = partial(reader, path="mutant", now=now)
    known = take(sample, book=Book()).book
    read_whole = 0
    for number, mutant in enumerate(damaged(sample, random.Random(7), 2000)):  # noqa: S311 - for damage
        begun = time.process_time()
        try:
            intake = take(mutant, book=known if number % 2 else Book())
        except CopError:
            continue
        finally:
            assert time.process_time() - begun < 5
        read_whole += 1
        if number % 4 < 2:
            check(intake, take(mutant, book=intake.book), now)

    assert read_whole > 100


def check(intake: Intake, again: Intake, now: datetime) -> None:
    """Check that what was read is whole: a second time brings nothing, and it goes out and comes back."""
    assert (intake.items, {}, {}) == (again.items, again.added, again.changed)

    stories = {one.id: msgspec.convert(msgspec.to_builtins(one), Story) for one in intake.book.stories.values()}
    assert stories == intake.book.stories
    if intake.change:
        assert intake.book.stories == read(write(intake.book), "book", Book(), now=now).book.stories
