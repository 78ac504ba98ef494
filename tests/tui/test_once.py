"""No reading goes over the whole book more than once for a screen."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.benchmarks.books import NOW, records_of

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.settings.table import Settings
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.app import CopApp
from cop_tui.tui.desk import Desk

LONG = ("people", "interests", "invitations", "commitments", "learning", "stories", "check_ins")
"""The tables that grow with the years."""

Walks = Counter[tuple[str, str]]
"""How often each table was gone over by each reading."""


class Watched(dict[str, Any]):
    """A table that notes who goes over it."""

    def __init__(self, name: str, table: dict[str, Any], walks: Walks) -> None:
        """Watch a table."""
        super().__init__(table)
        self._name = name
        self._walks = walks

    def values(self) -> Any:
        """Go over the records."""
        self._note()
        return super().values()

    def items(self) -> Any:
        """Go over ids and records."""
        self._note()
        return super().items()

    def __iter__(self) -> Iterator[str]:
        """Go over the ids."""
        self._note()
        return super().__iter__()

    def _note(self) -> None:
        frame = sys._getframe(2)
        names: list[str] = []
        while frame.f_back and len(names) < 2:
            code = frame.f_code
            if "cop_tui" in code.co_filename and not code.co_name.startswith("<"):
                names.append(f"{Path(code.co_filename).stem}.{code.co_name}")
            frame = frame.f_back
        self._walks[self._name, " for ".join(names)] += 1


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45)])
async def test_a_screen_goes_over_each_table_once_a_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """From Today through all places, each for the first time; what several ask for is reckoned once."""
    walks: Walks = Counter()
    notebook = Notebook.open(tmp_path / "notebook.json", now=NOW)
    book = notebook.apply(Change(sentence="Began", at=NOW, put=records_of(1_000)))
    tables = {one.name: Watched(one.name, getattr(book, one.name), walks) for one in fields(book)}
    notebook._state = msgspec.structs.replace(notebook._state, book=Book(**tables))
    monkeypatch.setattr("cop_tui.tui.desk.top_up", lambda _, *, now: Change(sentence="", at=now))
    app = CopApp(Desk(lambda: notebook, lambda: NOW, Settings(welcomed=True)))
    again = {}
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert {table for table, _ in walks} >= set(LONG)
        for key in "12345678":
            await pilot.press(key)
            await pilot.pause()
            again[key] = {walk: times for walk, times in walks.items() if times > 1 and walk[0] in LONG}
            walks.clear()

    assert again == {key: {} for key in "12345678"}
