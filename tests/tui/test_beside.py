"""The app beside another process on the same notebook: both write, both survive, the screen shows it."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

from cop_tui.domain.commitment import Outcome
from cop_tui.domain.record import Record
from cop_tui.storage.notebook import Notebook

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
