"""Address books and lists of communities that were damaged never bring the program down, nor come in by halves."""

import json
import random
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.errors import CopError
from cop_tui.domain.member import ME, Member
from cop_tui.domain.record import fresh
from cop_tui.exchange import communities_file
from cop_tui.exchange.community_rows import COLUMNS
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.json_book import read, write
from cop_tui.exchange.registry import read_files

CARDS = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BC=
ller;J=C3=B6rg;;;
TEL;WORK;FAX:+49 30 1234
EMAIL;PREF;INTERNET:joerg@example.org
NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=
two
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJ
 RgABAQEA

END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Ana Ruiz
item1.EMAIL;type=pref:ana@example.org
item1.X-ABLabel:_$!<Work>!$_
item2.TEL:+33 1 23 45
item2.X-ABLabel:Boat house
ORG:Acme\\, Inc.;Tools
NICKNAME:Ani
NOTE:met in Lyon\\nlikes tea\\; and
  trains
END:VCARD
BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:6f1f5a0e-6c1d-4b0e-9a53-0c9d6c0e7a11
FN:Zoë ☕
EMAIL;PREF=1:zoe@example.org
EMAIL:ana@example.org
TEL;VALUE=uri;TYPE="work,cell":tel:+1-418
IMPP:xmpp:zoe@example.org
ORG:Bolt
END:VCARD
"""
TABLE = """name,purpose,stage,organisations,people,rhythm,places,why,colour
Rust,helping,maturing,"Acme; Bolt, Inc.","Ana <ana@example.org> (core; convenes)
Ben",monthly - third Tuesday,"list: rust@example.org; room: 2.14",It is ☕,red
Tea,knowledge,,,Sam <sam@example.net> (active),14,https://chat.example.org,"so ""nice"" it is",
rust,,coalescing,Cave,Ben,biweekly,,,
"""
LIST = json.dumps(
    {
        "communities": [
            {"name": "Rust", "people": [{"name": "Ana", "emails": ["a@example.org"], "level": "core"}, "Ben (hosts)"]},
            {"name": "Tea", "rhythm": 14, "places": [{"kind": "room", "text": "2.14"}], "stage": "maturing"},
        ]
    }
)
TOKENS = (
    *(b"BEGIN:VCARD\n", b"END:VCARD\n", b"AGENT:\n", b"FN:Ana Ruiz\n", b"UID:urn:uuid:me\n", b"VERSION:2.1\n"),
    *(b"EMAIL:ana@example.org\n", b"TEL;" + b"," * 99, b";QUOTED-PRINTABLE:", b"=\n", b"=C3", b"ORG:Cave\n"),
    *(b"\xff", b"\xff\xfe", b"\x00", b"\r", b"\n ", b'"', b'""', b":", b";", b",", b"\\", b"[", b"{", b"(", b")"),
    *(b"Ana", b"Tea", b"name", b"null", b"1e999", b'"\\ud800"', b"[" * 5000, b"\t", b"<ana@example.org>"),
)


def mutants(data: bytes, dice: random.Random, count: int) -> Iterator[bytes]:
    """Damage a file: bytes flipped, cut out, doubled, put in, lines in another order."""
    for _ in range(count):
        made = bytearray(data)
        for _ in range(dice.randint(1, 5)):
            place, end = sorted(dice.choices(range(len(made) + 1), k=2))
            end = min(end, place + dice.choice((1, 4, 60, 10_000)))
            match dice.randrange(6):
                case 0:
                    made[place:end] = bytes(dice.randrange(256) for _ in range(min(end - place, 8)))
                case 1:
                    del made[place:end]
                case 2:
                    made[end:end] = made[place:end]
                case 3 | 4:
                    made[place:place] = dice.choice(TOKENS)
                case _:
                    lines = bytes(made).splitlines(keepends=True)
                    dice.shuffle(lines)
                    made[:] = b"".join(lines)
        yield bytes(made)


@pytest.mark.parametrize(
    ("sample", "count"), [(CARDS, 1000), (TABLE, 700), (LIST, 300)], ids=["cards", "table", "list"]
)
@pytest.mark.parametrize("seed", range(2))
def test_no_damage_brings_it_down(sample: str, count: int, seed: int, tmp_path: Path, now: datetime) -> None:
    """Of each mutant comes an intake or a clear refusal, soon; what was read is whole, and known the second time."""
    path = tmp_path / "mutant"
    path.write_text(sample, encoding="utf-8")
    sam = Book(member={ME: fresh(Member, now, id=ME, emails=("sam@example.net",))})
    known = read_files([path], sam, now=now).book
    dice = random.Random(seed)  # noqa: S311 - for damage, not for secrets
    data = sample.replace("\n", "\r\n").encode() if seed else sample.encode()

    for number, mutant in enumerate(mutants(data, dice, count)):
        path.write_bytes(mutant)
        begun = time.process_time()
        try:
            intake = read_files([path], known if number % 2 else sam, now=now)
        except CopError:
            continue
        finally:
            assert time.process_time() - begun < 5
        check(intake, path, now)


def check(intake: Intake, path: Path, now: datetime) -> None:
    """Check that what was read is whole: a second time brings nothing, and it can be written down and read again."""
    again = read_files([path], intake.book, now=now)
    assert (intake.items, {}, {}, {}) == (again.items, again.added, again.changed, again.along)
    back = read(write(intake.book), "back.json", Book(), now=now).book
    assert {one.id: one for one in intake.book.records()} == {one.id: one for one in back.records()}


NOW = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
KEYS = [*COLUMNS, "kind", "text", "email", "emails", "person", "part", "organisation", "x"]
WORDS = ["", "Tea", "tea ", "Ana <ana@example.org> (core; hosts)", "ana@example.org", "core", "weekly", "room: 2", "["]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 99) | st.floats(-9, 9) | st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=6), max_size=4))
@settings(max_examples=150, deadline=None)
def test_anything_under_the_known_keys_is_taken_or_named(items: list[dict[str, object]]) -> None:
    """Whatever kind of value stands under whichever key, each item is read or skipped, and known the second time."""
    data = json.dumps(items).encode()

    took = communities_file.read(data, "x", Book(), now=NOW)
    again = communities_file.read(data, "x", took.book, now=NOW)

    assert len(items) == took.items == again.items
    assert not again.change
