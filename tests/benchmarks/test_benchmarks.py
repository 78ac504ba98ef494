"""The benchmarks can be run: a small book, one figure, no judgement of its time."""

import os
import subprocess
from pathlib import Path

from tests.conftest import python

ROOT = Path(__file__).parents[2]


def test_a_figure_is_measured_beside_its_peer_and_told() -> None:
    """One command makes a book, runs a figure and what stands beside it, and prints both with their ratio."""
    command = [python(), "-m", "tests.benchmarks", "--size", "120", "--runs", "1", "--only", "saved change"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])}

    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, encoding="utf-8")

    told = [line for line in done.stdout.splitlines() if line.startswith("one saved change, in process")]
    assert (1, "") == (len(told), done.stderr)
    assert "encode, write, fsync, rename" in told[0]
