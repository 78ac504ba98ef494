"""A save costs little more than bringing its bytes to the disk, also after ten years of writing."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import perf_counter

import msgspec
import pytest

from cop_tui.domain.change import Change
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.domain.story import Story
from cop_tui.storage.codec import decode_tables
from cop_tui.storage.notebook import Notebook


def timed(act: Callable[[], object]) -> float:
    """Return how long it takes, in seconds."""
    begun = perf_counter()
    act()
    return perf_counter() - begun


@pytest.mark.slow
def test_a_change_costs_at_most_half_again_what_the_disk_costs(path: Path, notebook: Notebook, now: datetime) -> None:
    """20,000 stories, 12 MB: against the bare encoding, writing, syncing and renaming of the same bytes."""
    much = tuple(
        fresh(Story, now, on=now, title=f"Day {number}", body="How it went. " * 27) for number in range(20_000)
    )
    notebook.apply(Change(sentence="Imported", at=now, put=much))
    tables = decode_tables(path.read_bytes())
    assert 12e6 < path.stat().st_size < 14e6

    def bare() -> None:
        data = msgspec.json.encode(tables)
        with path.with_name("bare.tmp").open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path.with_name("bare.tmp").replace(path.with_name("bare.json"))

    def change() -> None:
        notebook.apply(Change(sentence="Added Ana", at=now, put=(fresh(Person, now, name="Ana"),)))

    times = [(timed(bare), timed(change)) for _ in range(15)]

    assert min(ours for _, ours in times) <= 1.5 * min(theirs for theirs, _ in times)
