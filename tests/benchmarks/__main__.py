"""All figures in one table: `python -m tests.benchmarks`, from the top of the checkout.

Each figure stands beside its floor or its peer, measured in turns in the same run; medians and their ratio are told.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from tests.benchmarks import journals
from tests.benchmarks.figures import Bench, Figure, figures, growing, has_dooit, has_terminal

INSTALL = "pip install -e '.[bench]'"
"""What installs all that is measured beside it."""

_COLUMNS = "{:<30} {:>9}   {:<29} {:>9} {:>8} {:>8}  {}"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; return 1 where a figure is above what it may be."""
    asked = _asked(argv)
    with tempfile.TemporaryDirectory(prefix="cop-tui-bench-") as folder:
        bench = Bench(Path(folder), asked.size, asked.calendar)
        load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
        _say(f"{datetime.now(UTC):%Y-%m-%d}, {asked.size:,} records, {os.cpu_count()} cores{load}")
        for skipped in _skipped():
            _say(skipped)
        _say(_COLUMNS.format("figure", "median", "beside", "median", "ratio", "at most", ""))
        table = [*figures(bench), *(growing(bench, asked.grow) if asked.grow else ())]
        wanted = [one for one in table if not asked.only or any(word in one.name for word in asked.only)]
        missed = [one.name for one in wanted if not _measured(one, asked.runs or one.runs)]
    return 1 if missed else 0


def _measured(figure: Figure, runs: int) -> bool:
    """Measure a figure and what stands beside it in turns, print both, and tell whether it is within its limit.

    What runs more than one time runs one time before it counts: the first one fills the caches.
    """
    ours, theirs = [], []
    if runs > 1:
        figure.ours()
    for _ in range(runs):
        ours.append(figure.ours())
        if figure.theirs:
            theirs.append(figure.theirs())
    unit = 1 if figure.unit == "MB" else 1000
    mine, other = median(ours) * unit, median(theirs) * unit if theirs else 0.0
    ratio = mine / other if other else mine
    is_within = ratio <= figure.at_most
    _say(
        _COLUMNS.format(
            figure.name,
            f"{mine:.0f} {figure.unit}",
            figure.beside,
            f"{other:.0f} {figure.unit}" if other else "",
            f"{ratio:.3f}" if other else "",
            f"{figure.at_most:g}" if other else f"{figure.at_most:g} ms",
            "" if is_within else "MISSED",
        )
    )
    return is_within


def _skipped() -> Iterator[str]:
    """Go through what stands in the table elsewhere and cannot be measured here, with the reason."""
    if not has_dooit():
        yield f"dooit: skipped, not installed ({INSTALL})"
    if not journals.is_there():
        yield f"jrnl: skipped, not installed ({INSTALL})"
    if not has_terminal():
        yield f"first frame: skipped, there is no pty or no pyte ({INSTALL})"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _asked(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--size", type=int, default=20_000, help="records of the book (20000)")
    parser.add_argument("--grow", type=int, help="measure a book of this size, too, beside the first")
    parser.add_argument("--only", nargs="+", metavar="WORD", help="only figures with one of these in their name")
    parser.add_argument("--runs", type=int, help="runs of each, instead of its own number")
    parser.add_argument("--calendar", type=Path, metavar="FILE", help="import this calendar instead of one made up")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
