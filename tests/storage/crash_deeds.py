"""Kills whoever migrates, imports, restores, undoes or mends in the middle of it, and looks what the file is then.

Started by the tests as a program of its own. Each deed leads from one state of the file to another and back; after
each kill the file is the one or the other, never something between.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.person import Person
from cop_tui.domain.record import derived_id, fresh
from cop_tui.domain.story import Story
from cop_tui.storage import migrations, snapshot
from cop_tui.storage.disk import write_whole
from cop_tui.storage.mending import mend
from cop_tui.storage.notebook import Notebook
from cop_tui.storage.recovery import bring_back

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SHORTEST = 0.03
"""Within how many seconds at least somebody is killed; within three steps where those take longer here."""

STEP = b"."


@dataclass
class Deed:
    """One deed, done and taken back for ever."""

    steps: tuple[Callable[[], object], ...]
    """What is done again and again, one after the other."""
    states: tuple[int, ...]
    """How many people may be there, whenever it is killed."""


def people(count: int) -> tuple[Person, ...]:
    """Return so many people, each with much to read."""
    return tuple(
        fresh(Person, NOW, id=derived_id(str(n)), name=f"Person {n}", note="How we met. " * 30) for n in range(count)
    )


def importing(path: Path) -> Deed:
    """Take in two hundred people at once, with a backup before; undo it."""
    change = Change(sentence="Imported", at=NOW, put=people(200))

    def take_in() -> None:
        Notebook.open(path, now=NOW).apply(change, back_up_first=True)

    return Deed((take_in, lambda: Notebook.open(path, now=NOW).undo(now=NOW)), (0, 200))


def restoring(path: Path) -> Deed:
    """Go back to a backup with nobody in it, and to one with two hundred."""
    notebook = Notebook.open(path, now=NOW)
    none = notebook.back_up(now=NOW).name
    notebook.apply(Change(sentence="Added", at=NOW, put=people(200)))
    all_of_them = notebook.back_up(now=NOW + timedelta(minutes=1)).name

    def restore(name: str) -> None:
        Notebook.open(path, now=NOW).restore(name, now=NOW)

    return Deed((lambda: restore(none), lambda: restore(all_of_them)), (0, 200))


def migrating(path: Path) -> Deed:
    """Open a notebook of the schema before this one."""
    Notebook.open(path, now=NOW).apply(Change(sentence="Added", at=NOW, put=people(150)))
    old = path.read_bytes()

    def shout(tables: migrations.Plain) -> None:
        for one in migrations.documents_of(tables, "people"):
            one["name"] = one["name"].upper()

    migrations.STEPS.append(shout)
    return Deed((lambda: write_whole(path, old), lambda: Notebook.open(path, now=NOW)), (150,))


def mending(path: Path) -> Deed:
    """Mend a notebook in which one record cannot be read, and one refers to nothing."""
    damaged = _damaged(path)
    return Deed((lambda: write_whole(path, damaged), lambda: mend(path, now=NOW)), (150,))


def bringing_back(path: Path) -> Deed:
    """Put a backup in the place of a damaged notebook."""
    damaged = _damaged(path)
    name = Notebook.open(path, now=NOW).back_up(now=NOW + timedelta(minutes=2)).name
    return Deed((lambda: write_whole(path, damaged), lambda: bring_back(path, name, now=NOW)), (150,))


def _damaged(path: Path) -> bytes:
    notebook = Notebook.open(path, now=NOW)
    notebook.apply(Change(sentence="Added", at=NOW, put=people(150)))
    notebook.back_up(now=NOW + timedelta(minutes=1))
    tables = json.loads(path.read_bytes())
    tables["people"]["7"]["name"] = 7
    tables["stories"]["1"]["people"] = ["nobody"]
    return json.dumps(tables).encode()


DEEDS: dict[str, Callable[[Path], Deed]] = {
    "import": importing,
    "restore": restoring,
    "migrate": migrating,
    "mend": mending,
    "bring-back": bringing_back,
}


def do_for_ever(deed: Deed, told: int) -> NoReturn:
    """Do it again and again; tell of each step."""
    while True:
        for step in deed.steps:
            step()
            os.write(told, STEP)


def time_of(deed: Deed) -> float:
    """Do it once from end to end; return how long the longest step took."""
    times = []
    for step in deed.steps:
        begun = time.perf_counter()
        step()
        times.append(time.perf_counter() - begun)
    return max(times)


def kill_one(deed: Deed, moment: float) -> int:
    """Start the deed and kill it; return how many steps it made."""
    heard, told = os.pipe()
    doer = os.fork()
    if doer == 0:
        os.close(heard)
        do_for_ever(deed, told)
    os.close(told)
    first = os.read(heard, 1)
    time.sleep(moment)
    os.kill(doer, signal.SIGKILL)
    os.waitpid(doer, 0)
    with os.fdopen(heard, "rb") as steps:
        return len(first) + len(steps.read())


def opened(path: Path) -> Book:
    """Return what is in the file; a damaged one, which is the state before, is mended."""
    if b'"name": 7' in path.read_bytes():
        mend(path, now=NOW)
    return Notebook.open(path, now=NOW).book


def main(path: Path, name: str, rounds: int, seed: int) -> None:
    """Kill the deed so many times; print how many steps it made, or fail with what was between."""
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    vars(snapshot)["pause"] = lambda _: None
    told = fresh(Story, NOW, on=NOW, body="How it went")
    Notebook.open(path, now=NOW).apply(Change(sentence="Told", at=NOW, put=(told,)))
    deed = DEEDS[name](path)
    longest = max(SHORTEST, 3 * time_of(deed))
    kept = {one.name for one in (path.parent / "backups").iterdir()}
    steps = 0
    for turn in range(rounds):
        steps += kill_one(deed, dice.uniform(0, longest))
        where = f"{name}, seed {seed}, round {turn}"
        book = opened(path)
        assert len(book.people) in deed.states, f"{where}: {len(book.people)} people"
        assert len(book.stories) == 1, f"{where}: the story is lost"
        left = [one.name for one in path.parent.rglob("*.tmp")]
        assert len(left) <= 3, f"{where}: temporary files pile up: {left}"
        notebook = Notebook.open(path, now=NOW)
        assert all(backup.whole for backup in notebook.backups()), f"{where}: a backup is not whole"
        for one in (path.parent / "backups").glob("*.json"):
            if one.name not in kept:
                one.unlink()
    deed.steps[-1]()
    last = Notebook.open(path, now=NOW)
    last.apply(Change(sentence="Last", at=NOW, put=people(1)), back_up_first=True)
    assert not list(path.parent.rglob("*.tmp")), f"temporary files stay behind: {list(path.parent.rglob('*.tmp'))}"
    sys.stdout.write(f"{steps}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
