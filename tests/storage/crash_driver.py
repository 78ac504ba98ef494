"""Kills writers in the middle of writing, and looks each time whether what they acknowledged is there.

Started by the tests as a program of its own: it forks a writer, which changes and undoes as fast as it can and tells
of each step when it is done; kills it at a random moment; opens the notebook; and so on.
"""

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from cop_tui.domain.change import Change
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.domain.story import Story
from cop_tui.storage.notebook import Notebook

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SHORTEST = 0.025
"""Within how many seconds at least a writer is killed; within five changes where those take longer here."""

READY = b"ready\n"


def write_for_ever(path: Path, first: int, told: int) -> NoReturn:
    """Add people named by number; take every fourth back; tell of each step when it is done."""
    notebook = Notebook.open(path, now=NOW)
    os.write(told, READY)
    number = first
    while True:
        person = fresh(Person, NOW, name=str(number))
        notebook.apply(Change(sentence=f"Added {number}", at=NOW, put=(person,)), back_up_first=number % 7 == 0)
        os.write(told, f"+{number}\n".encode())
        if number % 4 == 0:
            notebook.undo(now=NOW)
            os.write(told, f"-{number}\n".encode())
        number += 1


def kill_one(path: Path, first: int, moment: float) -> tuple[set[int], set[int]]:
    """Start a writer and kill it; return the numbers that it said it added, and those it said it took back."""
    heard, told = os.pipe()
    writer = os.fork()
    if writer == 0:
        os.close(heard)
        write_for_ever(path, first, told)
    os.close(told)
    os.read(heard, len(READY))
    time.sleep(moment)
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    with os.fdopen(heard, encoding="ascii") as steps:
        lines = steps.read().split()
    return (
        {int(line[1:]) for line in lines if line.startswith("+")},
        {int(line[1:]) for line in lines if line.startswith("-")},
    )


def main(path: Path, rounds: int, seed: int) -> None:
    """Kill so many writers; print how many steps they acknowledged, or fail with what was lost."""
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    much = tuple(fresh(Story, NOW, on=NOW, body="How it went. " * 20) for _ in range(300))
    Notebook.open(path, now=NOW).apply(Change(sentence="Told much", at=NOW, put=much))
    begun = time.perf_counter()
    Notebook.open(path, now=NOW).back_up(now=NOW)
    longest = max(SHORTEST, 5 * (time.perf_counter() - begun))
    there: set[int] = set()
    acknowledged = 0
    for turn in range(rounds):
        first = max(there, default=0) + 4
        added, back = kill_one(path, first, dice.uniform(0, longest))
        acknowledged += len(added) + len(back)
        book = Notebook.open(path, now=NOW).book
        found = {int(person.name) for person in book.people.values()}
        sure, between = (there | added) - back, max({*added, first - 1}) + 1
        one_step_on = {between} if max(added, default=1) % 4 or max(added) in back else {between, max(added)}
        lost = sure - found - {number for number in one_step_on if number % 4 == 0}
        assert not lost, f"seed {seed}, round {turn}: lost {lost}"
        assert found - sure <= {between}, f"seed {seed}, round {turn}: {found - sure} came from nowhere"
        assert len(book.stories) == len(much), f"seed {seed}, round {turn}: stories lost"
        left = [one.name for one in path.parent.rglob("*.tmp")]
        assert len(left) <= 2, f"seed {seed}, round {turn}: temporary files pile up: {left}"
        there = found
    notebook = Notebook.open(path, now=NOW)
    notebook.apply(Change(sentence="Last", at=NOW, put=(fresh(Person, NOW, name="0"),)), back_up_first=True)
    assert not list(path.parent.rglob("*.tmp")), "temporary files stay behind"
    assert all(backup.whole for backup in notebook.backups()), "a backup is not whole"
    sys.stdout.write(f"{acknowledged}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
