"""The app beside another process on the same notebook: both write, both survive, the screen shows it."""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where

from cop_tui.domain.commitment import Outcome
from cop_tui.domain.record import Record
from cop_tui.storage.notebook import Notebook

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from cop_tui.domain.change import Change
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.storage.notebook import Notebook

now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
notebook = Notebook.open(Path(sys.argv[1]), now=now)
for number in range(int(sys.argv[3])):
    person = fresh(Person, now, name=f"{sys.argv[2]}{number}")
    notebook.apply(Change(sentence=f"Added {person.name}", at=now, put=(person,)))
"""

EACH = 500
"""How many changes each of two processes makes while the app is open."""

WITHIN = 2.0
"""Seconds after which the screen must show what another process wrote."""


async def cop_tui(data: Path, *words: str) -> None:
    """Run one command in a process of its own, on this notebook."""
    env = {**os.environ, "COP_TUI_DATA": str(data)}
    program = await asyncio.create_subprocess_exec(sys.executable, "-m", "cop_tui", *words, env=env)
    assert await program.wait() == 0


async def test_what_another_process_wrote_is_shown_and_nothing_is_lost(
    opened: Any, day: tuple[Record, ...], tmp_path: Path, now: Any
) -> None:
    """A command tells and promises while the app is open on Today; then the app writes on top of it."""
    today = opened(*day)
    data = tmp_path / "notebook.json"
    async with today.app.run_test(size=(120, 36)) as pilot:
        await cop_tui(data, "tell", "Told in another window [/x]")
        await cop_tui(data, "yes", "Water the ferns", "--on", "tomorrow")
        for _ in range(20):
            await pilot.pause(WITHIN / 20)
            if "Water the ferns" in today.shown():
                break
        assert "Water the ferns" in today.shown()

        await pilot.press("m")
        await pilot.pause()

    book = Notebook.open(data, now=now).book
    assert "Told in another window [/x]" in {story.body for story in book.stories.values()}
    assert "Water the ferns" in {promise.what for promise in book.commitments.values()}
    assert book.commitments["circle"].outcome is Outcome.MISSED


async def test_two_processes_with_five_hundred_changes_each_beside_the_app_lose_none(
    opened: Any, day: tuple[Record, ...], tmp_path: Path, now: Any
) -> None:
    """A thousand are there, none twice; the app, which looks and writes meanwhile, loses nothing either."""
    today = opened(*day)
    data = tmp_path / "notebook.json"
    before, seen = len(today.book.people), [0]
    async with today.app.run_test(size=(120, 36)) as pilot:
        today.notebook.subscribe(lambda book: seen.append(len(book.people)))
        writers = [
            await asyncio.create_subprocess_exec(sys.executable, "-c", WRITER, str(data), name, str(EACH))
            for name in ("a", "b")
        ]
        while seen[-1] < EACH // 2:
            await pilot.pause(0.1)
        await pilot.press("m")
        assert [0, 0] == [await writer.wait() for writer in writers]
        for _ in range(50):
            if seen[-1] == before + 2 * EACH:
                break
            await pilot.pause(0.1)

    book = Notebook.open(data, now=now).book
    names = sorted(one.name for one in book.people.values() if one.name[1:].isdecimal())
    assert sorted(f"{name}{number}" for name in "ab" for number in range(EACH)) == names
    assert book.commitments["circle"].outcome is Outcome.MISSED
    assert seen == sorted(seen)
    assert before + 2 * EACH == seen[-1]


def by_a_sync_tool(path: Path) -> None:
    """Rename another file over the notebook, as a sync tool does."""
    tables = json.loads(path.read_bytes())
    _promise(tables)["what"] = "Other evening"
    other = path.with_name(".notebook.json.sync-conflict")
    other.write_text(json.dumps(tables), encoding="utf-8")
    other.replace(path)


def by_hand(path: Path) -> None:
    """Write into the file in place, as some editors do, with blanks and a byte order mark."""
    tables = json.loads(path.read_bytes())
    _promise(tables)["what"] = "Other evening"
    path.write_text(json.dumps(tables, indent=4), encoding="utf-8-sig")


def by_a_stock_tinydb(path: Path) -> None:
    """Let a program that knows nothing of us write."""
    with TinyDB(path) as stock:
        stock.table("commitments").update({"what": "Other evening"}, where("id") == "tonight")


def _promise(tables: Any) -> Any:
    return next(one for one in tables["commitments"].values() if one["id"] == "tonight")


@pytest.mark.parametrize("replace", [by_a_sync_tool, by_hand, by_a_stock_tinydb])
async def test_what_replaced_the_file_is_shown_and_the_members_change_made_on_it(
    opened: Any, day: tuple[Record, ...], tmp_path: Path, now: Any, replace: Callable[[Path], None]
) -> None:
    """With a key pressed before the app has looked; undo, too, looks first, and leaves there what came."""
    today, data = opened(*day), tmp_path / "notebook.json"
    async with today.app.run_test(size=(120, 36)) as pilot:
        replace(data)
        await pilot.press("m")
        await pilot.pause()
        assert "Other evening" in today.shown()

        replace(data)
        await pilot.press("u", "u")
        await pilot.pause()

    book = Notebook.open(data, now=now).book
    assert "Other evening" == book.commitments["tonight"].what
    assert book.commitments["circle"].outcome is Outcome.OPEN
    assert not any("damaged" in name for name in os.listdir(tmp_path))  # noqa: PTH208 - not with pathlib in here
