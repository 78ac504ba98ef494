"""Two thousand damages: each is opened, or refused with a sentence that names the way back; each can be mended."""

import json
import os
import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cop_tui.domain.book import TABLES
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Taker
from cop_tui.domain.errors import CopError, Damaged, NewerNotebook
from cop_tui.domain.goal import Goal
from cop_tui.domain.interest import Interest
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.record import derived_id, fresh
from cop_tui.domain.story import Story
from cop_tui.storage import snapshot
from cop_tui.storage.codec import Documents, decode_tables
from cop_tui.storage.doctor import examine
from cop_tui.storage.mending import mend
from cop_tui.storage.migrations import current_schema
from cop_tui.storage.notebook import Notebook

SEEDS = 8
EACH = 250
EVERY = 1 if os.environ.get("COP_TUI_MEND_ALL") else 5
"""Of how many damages one is mended too; of all of them with `COP_TUI_MEND_ALL`."""

HUGE = 50_000_000

Dice = random.Random
Damage = Callable[[bytes, Dice], bytes]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else is writing here and no power fails, so there is nothing to wait for."""
    monkeypatch.setattr(snapshot, "pause", lambda _: None)
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def filled(path: Path, notebook: Notebook, now: datetime) -> Path:
    """Return a notebook with something of most kinds, a past and a backup of all of it."""
    people = [
        fresh(Person, now, id=derived_id(name), name=name, contacts=(Contact(on=now, text="met"),))
        for name in ("Ana", "Bèn", "Ĉem", "李")
    ]
    ids = tuple(one.id for one in people)
    rust = fresh(Community, now, name="Rust", people=tuple(Taker(person=one) for one in ids), rhythm=7)
    cares = [fresh(Interest, now, who=one, subject="compilers", on=now) for one in ids]
    goal = fresh(Goal, now, text="Speak Dutch")
    notebook.apply(Change(sentence="Began", at=now, put=(*people, rust, *cares, goal)))
    stories = [fresh(Story, now, on=now, body=f"“{n}” {{\n", community=rust.id, people=ids[:n]) for n in range(5)]
    notebook.apply(Change(sentence="Told", at=now, put=tuple(stories)))
    notebook.apply(Change(sentence="Let go", at=now, take=(goal,)))
    notebook.back_up(now=now + timedelta(minutes=1))
    return path


def flipped(data: bytes, dice: Dice) -> bytes:
    """Flip one to three bits."""
    torn = bytearray(data)
    for _ in range(dice.randrange(1, 4)):
        torn[dice.randrange(len(torn))] ^= 1 << dice.randrange(8)
    return bytes(torn)


def cut_short(data: bytes, dice: Dice) -> bytes:
    """Cut the end off."""
    return data[: dice.randrange(len(data))]


def cut_out(data: bytes, dice: Dice) -> bytes:
    """Cut a piece out of the middle."""
    start = dice.randrange(len(data))
    return data[:start] + data[start + dice.randrange(1, 400) :]


def doubled(data: bytes, dice: Dice) -> bytes:
    """Write a piece twice."""
    start = dice.randrange(len(data))
    end = start + dice.randrange(1, 400)
    return data[:end] + data[start:end] + data[end:]


def overwritten(data: bytes, dice: Dice) -> bytes:
    """Write noise or zeros over a piece, as a broken disk does."""
    start, length = dice.randrange(len(data)), dice.randrange(1, 400)
    noise = dice.choice([bytes(length), dice.randbytes(length)])
    return data[:start] + noise + data[start + length :]


def mistyped(data: bytes, dice: Dice) -> bytes:
    """Put a value of some other type into a field."""

    def alter(document: dict[str, Any]) -> None:
        document[dice.choice(list(document))] = dice.choice([None, 7, -1, 1e300, "x", [], {}, [1], {"a": 1}, True])

    return _altered(data, dice, alter)


def unnumbered(data: bytes, dice: Dice) -> bytes:
    """Write NaN or an infinity where a number or a word was."""

    def alter(document: dict[str, Any]) -> None:
        document[dice.choice(list(document))] = dice.choice([float("nan"), float("inf"), float("-inf")])

    return _altered(data, dice, alter)


def forgetful(data: bytes, dice: Dice) -> bytes:
    """Leave a field out."""

    def alter(document: dict[str, Any]) -> None:
        document.pop(dice.choice(list(document)))

    return _altered(data, dice, alter)


def without_table(data: bytes, dice: Dice) -> bytes:
    """Leave a table out, or make something else of it."""
    tables = json.loads(data)
    name = dice.choice([name for name in tables if name != "meta"])
    documents = tables.pop(name)
    if dice.random() < 0.6:
        tables[name] = dice.choice([None, 7, "x", [], list(documents.values()), {"1": None}, {"1": [1]}])
    return json.dumps(tables).encode()


def twice(data: bytes, dice: Dice) -> bytes:
    """Give a record the id of another one, of its own table or of any."""
    tables = json.loads(data)
    table = dice.choice([table for table in tables.values() if len(table) > 1])
    other = dice.choice([table for name, table in tables.items() if table and name != "meta"])
    dice.choice(list(table.values()))["id"] = dice.choice(list(other.values())).get("id")
    return json.dumps(tables).encode()


def _altered(data: bytes, dice: Dice, alter: Callable[[dict[str, Any]], None]) -> bytes:
    tables = json.loads(data)
    table = dice.choice([table for table in tables.values() if table])
    alter(dice.choice(list(table.values())))
    return json.dumps(tables).encode()


DAMAGES: tuple[Damage, ...] = (
    flipped,
    flipped,
    cut_short,
    cut_out,
    doubled,
    overwritten,
    mistyped,
    unnumbered,
    forgetful,
    without_table,
    twice,
)


def opened(path: Path, now: datetime) -> CopError | None:
    """Open a notebook and look at all of it; return the error where it is refused."""
    try:
        notebook = Notebook.open(path, now=now)
    except CopError as error:
        return error
    assert list(notebook.book.records()) is not None
    notebook.history()
    return None


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_happens_to_a_notebook_it_is_opened_or_refused_and_can_be_mended(
    filled: Path, now: datetime, seed: int
) -> None:
    """The file is never altered by looking; a copy is kept; mended, it holds no fewer records than the backup."""
    whole, dice = filled.read_bytes(), random.Random(seed)  # noqa: S311 - not for secrets
    newest = examine(filled).newest_backup
    refused = 0

    for number in range(EACH):
        damage = dice.choice(DAMAGES)
        data = damage(whole, dice)
        filled.write_bytes(data)
        told = f"seed {seed}, number {number}: {damage.__name__}"
        error = opened(filled, now)
        assert data == filled.read_bytes(), told
        if error is not None:
            refused += 1
            assert "\n" not in error.sentence, told
            assert len(error.sentence) < 600, told
            assert str(newest) in str(error.hint) or isinstance(error, NewerNotebook), told
            _kept(filled, data, error, told)
        if number % EVERY == 0 and not isinstance(error, NewerNotebook):
            _mended(filled, now, told)

    assert EACH / 10 < refused < EACH


def test_what_is_read_at_one_go_is_what_is_read_table_by_table(filled: Path) -> None:
    """Whatever happened to the file: record by record and document by document; or it is not read at one go at all."""
    whole, dice, straight = filled.read_bytes(), random.Random(1), 0  # noqa: S311 - not for secrets
    for number in range(EACH):
        damage = dice.choice(DAMAGES)
        data = damage(whole, dice)
        if found := Documents.read_whole(data, current_schema()):
            documents, book = Documents.read(decode_tables(data))
            assert documents.tables == found[0].tables, (number, damage.__name__)
            assert list(book.records()) == list(found[1].records()), (number, damage.__name__)
            straight += 1

    assert EACH / 5 < straight < EACH


def _kept(path: Path, data: bytes, error: CopError, told: str) -> None:
    """See that the doctor says what is wrong, and that a copy of the damaged state is kept; take it away again."""
    report = examine(path)
    assert not report.whole, told
    assert report.findings, told
    if isinstance(error, Damaged):
        copies = list(path.parent.glob("notebook.damaged-*"))
        assert data in [one.read_bytes() for one in copies], told
        for one in copies:
            one.unlink()


def _mended(path: Path, now: datetime, told: str) -> None:
    """Mend it: it opens, nothing is left to be mended, and as many records are there as there were."""
    backups = {one.name for one in (path.parent / "backups").iterdir()}
    done = mend(path, now=now).done
    report = examine(path)
    assert report.whole, told
    assert [] == [one.text for one in report.findings if "--mend" in one.hint], told
    book = Notebook.open(path, now=now).book
    homeless = sum("was of someone who is not there" in line for line in done)
    assert len(book.interests) >= 4 - homeless, (told, done)
    assert len(list(book.records())) - len(book.interests) >= 10, (told, done)
    for one in (*path.parent.glob("notebook.*-*"), *(path.parent / "backups").iterdir()):
        if one.name not in backups:
            one.unlink()


@pytest.mark.slow
def test_fifty_megabytes_of_one_field_are_read_in_seconds(filled: Path, now: datetime) -> None:
    """A field of ours, one of nobody's, a name of a table; and cut short, so that each byte is looked for."""
    whole = filled.read_bytes()
    huge = b"x" * HUGE
    forms = (
        (whole.replace(b"Ana", huge), False),
        (whole.replace(b'"name":"Ana"', b'"name":"Ana","other":"' + huge + b'"'), False),
        (whole.replace(b'"history"', b'"' + huge + b'"'), False),
        (whole.replace(b'"name":"Ana"', b'"name":"' + huge), True),
        (whole.replace(b'"name":"Ana"', b'"name":' + b"[" * HUGE), True),
    )
    for data, is_refused in forms:
        filled.write_bytes(data)
        begun = time.perf_counter()
        error = opened(filled, now)
        assert is_refused == isinstance(error, Damaged)
        if is_refused:
            mend(filled, now=now)
            assert "李" in {one.name for one in Notebook.open(filled, now=now).book.people.values()}
        assert time.perf_counter() - begun < 10
        for one in filled.parent.glob("notebook.*-*"):
            one.unlink()
    assert set(TABLES) <= set(examine(filled).records)
