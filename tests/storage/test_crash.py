"""Killed in the middle of writing: the file opens, what was acknowledged is there, nothing piles up."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

DRIVER = Path(__file__).with_name("crash_driver.py")
DEEDS = Path(__file__).with_name("crash_deeds.py")
ROUNDS = int(os.environ.get("COP_TUI_CRASH_ROUNDS", "100"))
"""How many writers are killed; a thousand before a release."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork, so nobody can be killed quickly"),
]


def killed(driver: Path, *arguments: object, rounds: int) -> int:
    """Run a driver, which must find nothing wrong; return how many steps were made before the kills."""
    seed = random.SystemRandom().randrange(10**6)
    done = subprocess.run(
        [sys.executable, str(driver), *map(str, arguments), str(rounds), str(seed)],
        capture_output=True,
        text=True,
        check=False,
        timeout=rounds * 0.5 + 60,
    )
    assert (0, "") == (done.returncode, done.stderr)
    return int(done.stdout)


def test_a_killed_writer_loses_nothing_that_it_acknowledged(path: Path) -> None:
    """A hundred times kill -9 at a random moment of adding, undoing and backing up."""
    steps = killed(DRIVER, path, rounds=ROUNDS)

    assert steps > ROUNDS / 4, "the writers were killed before they wrote anything: nothing was tried"


@pytest.mark.parametrize("deed", ["import", "restore", "migrate", "mend", "bring-back"])
def test_whoever_is_killed_in_a_great_deed_leaves_the_state_before_or_after(path: Path, deed: str) -> None:
    """Ten times each kill -9 in the middle of what writes more than one file."""
    rounds = max(1, ROUNDS // 10)

    steps = killed(DEEDS, path, deed, rounds=rounds)

    assert steps >= rounds
