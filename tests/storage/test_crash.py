"""Killed in the middle of writing: the file opens, what was acknowledged is there, nothing piles up."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

DRIVER = Path(__file__).with_name("crash_driver.py")
ROUNDS = int(os.environ.get("COP_TUI_CRASH_ROUNDS", "300"))


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork, so the writers cannot be killed quickly")
def test_a_killed_writer_loses_nothing_that_it_acknowledged(path: Path) -> None:
    """Three hundred times kill -9 at a random moment of adding, undoing and backing up."""
    seed = random.SystemRandom().randrange(10**6)

    done = subprocess.run(
        [sys.executable, str(DRIVER), str(path), str(ROUNDS), str(seed)],
        capture_output=True,
        text=True,
        check=False,
        timeout=ROUNDS * 0.5 + 30,
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert int(done.stdout) > ROUNDS / 4, "the writers were killed before they wrote anything: nothing was tried"
