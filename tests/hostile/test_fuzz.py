"""Whatever bytes come to whichever reader: an intake that is whole, or a refusal in a sentence; nothing else."""

import json
import random
import tempfile
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hostile.readers import NOW, READERS, reader_of, takes_or_refuses

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.errors import CopError
from cop_tui.exchange import registry
from cop_tui.exchange.folder import LIST, known_in
from cop_tui.exchange.json_book import read, write
from cop_tui.practice.demo.year import demo_book

TOKENS = (
    *(
        b"BEGIN:VCALENDAR\r\n",
        b"BEGIN:VEVENT\n",
        b"END:VEVENT\n",
        b"END:VCALENDAR\n",
        b"UID:1\n",
        b"SUMMARY:T\n",
        b"METHOD:REPLY\n",
    ),
    *(
        b"DTSTART:20261127T180000Z\n",
        b"DTSTART;TZID=X:20261127T180000\n",
        b"RRULE:FREQ=DAILY\n",
        b"RDATE:2026\n",
        b"DURATION:PT\n",
    ),
    *(
        b"BEGIN:VTIMEZONE\n",
        b"TZID:X\n",
        b"ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.org\n",
        b"RECURRENCE-ID:20261127T180000Z\n",
    ),
    *(
        b"BEGIN:VCARD\n",
        b"END:VCARD\n",
        b"FN:A\n",
        b"N:;;;;\n",
        b"EMAIL:a@b.org\n",
        b"TEL;TYPE=x:1\n",
        b"VERSION:2.1\n",
        b"=C3=\n",
    ),
    *(
        b"From: a@b.org\n",
        b"Subject: =?utf-8?q?=C3?=\n",
        b"Content-Type: text/calendar; charset=x\n",
        b"MIME-Version: 1.0\n\n",
    ),
    *(b"Content-Type: multipart/mixed; boundary=b\n\n", b"--b\n", b"--b--\n", b"Content-Transfer-Encoding: base64\n\n"),
    *(
        b"---\n",
        b"title: x\n",
        b"cop-tui: story\n",
        b"id: x\n",
        b"tags: [a, *b]\n",
        b"date: 2026-13-45\n",
        b"# h\n",
        b"[[a|b]]",
        b"- [ ] x\n",
    ),
    *(
        b"[2026-01-01 10:00] x *\n",
        b"[99/99/9999] ",
        b"[1 jan 1] ",
        b"Tags: #a\n",
        b"name,purpose,stage\n",
        b'"a\n',
        b"a;b\t,\n",
    ),
    *(
        b'{"cop-tui":{"schema":1},"people":[',
        b'{"id":"a"}',
        b"]}",
        b'{"tags":{},"entries":[',
        b'{"metadata":{},"entries":[',
    ),
    *(
        b'{"date":"2026-01-01","title":"x"}',
        b'{"creationDate":"2026-01-01T00:00:00Z"}',
        b"null",
        b"1e999",
        b'"\\ud800"',
        b",",
    ),
    *(
        b"\xff",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\0",
        b"\r",
        b"\n",
        b" ",
        b":",
        b";",
        b"\\",
        b'"',
        b"{",
        b"[",
        b"<a@b.org>",
        "é".encode(),
    ),
)
SOUP = st.lists(st.sampled_from(TOKENS) | st.binary(max_size=6), max_size=24).map(b"".join)


@pytest.mark.parametrize("name", READERS)
@given(data=SOUP)
@settings(max_examples=80, deadline=None)
def test_every_reader_takes_or_refuses_any_bytes(name: str, data: bytes) -> None:
    """Also of other formats; and a second time brings nothing."""
    takes_or_refuses(reader_of(name), data)


@given(data=SOUP)
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_one_format_or_none(data: bytes) -> None:
    """To look at what a file is never fails."""
    with suppress(CopError):
        assert registry.recognise(data, Path("file")) in registry.FORMATS


ODD: tuple[Any, ...] = (
    *(None, True, -1, 1e300, 2**70, "", "me", "x" * 999, "\0", "\x1b[2J", [], {}, [[]], {"a": {}}, [None]),
    *("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2026-11-23", "2026-11-23T09:00:00", "open", "../x"),
)


def warped(document: dict[str, Any], dice: random.Random) -> bytes:
    """Return a document with odd values in the place of some of its own, or keys that are gone or double."""
    made = deepcopy(document)
    for _ in range(dice.randint(1, 4)):
        place: Any = made
        while place:
            key = dice.choice([*place] if isinstance(place, dict) else range(len(place)))
            if not isinstance(place[key], dict | list) or not place[key] or dice.random() < 0.1:
                break
            place = place[key]
        match dice.randrange(4) if place else -1:
            case -1:
                return json.dumps(made).encode()
            case 0:
                del place[key]
            case 1 if isinstance(place, list):
                place.append(deepcopy(place[key]))
            case _:
                place[key] = deepcopy(dice.choice(ODD))
    return json.dumps(made).encode()


def small_book() -> dict[str, Any]:
    """Return the document of a book with a few records of every kind."""
    sample = demo_book(NOW)
    document: dict[str, Any] = json.loads(write(sample))
    return {name: table[:3] if isinstance(table, list) else table for name, table in document.items()}


def test_no_warped_notebook_comes_in_by_halves() -> None:
    """Of 1,000 exports with odd values each is read, its bad records named, or refused; what was read is whole."""
    document, dice, whole = small_book(), random.Random(3), 0  # noqa: S311 - for damage
    count = sum(len(table) for table in document.values() if isinstance(table, list))
    assert count > 2 * (len(KINDS) - 2)

    for _ in range(1_000):
        try:
            took = read(warped(document, dice), "x", Book(), now=NOW)
        except CopError:
            continue
        whole += 1
        again = read(write(took.book), "x", Book(), now=NOW)
        assert {one.id: one for one in took.book.records()} == {one.id: one for one in again.book.records()}
        for one in took.book.records():
            assert one == msgspec.convert(msgspec.to_builtins(one), type(one))
    assert whole > 700


def test_no_warped_list_of_a_folder_leads_out_of_it() -> None:
    """The list that an export keeps in its folder may be anybody's: what it names lies in the folder, or is refused."""
    dice = random.Random(5)  # noqa: S311 - for damage
    items = {str(n): {"path": f"a/{n}.md", "digest": "0" * 64} for n in range(4)}
    document = {"format": "cop-tui folder", "version": 1, "kind": "vault", "items": items}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(800):
            Path(folder, LIST).write_bytes(warped(document, dice))
            try:
                paths = known_in(Path(folder))
            except CopError:
                continue
            assert not {path for path in paths.values() if path.startswith("/") or ".." in path.split("/")}
