"""Print: data to stdout, narration to stderr, nothing that could steer a terminal.

Whatever comes from the notebook goes through `visible`, so that an ESC from an imported file stays a picture of one.
"""

import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from datetime import datetime

    from cop_tui.practice.when import When

_STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What JSON lets through and a terminal may obey."""

LONGEST = 400
"""Cells that a column may have where nothing else bounds it."""

NARROWEST = 12
"""Cells that a column keeps, however narrow the terminal is."""


def say(text: str = "", *, style: str = "") -> None:
    """Print to stdout; `style` is bold or dim and shows on a terminal only."""
    _print(text, sys.stdout, style)


def narrate(text: str) -> None:
    """Print to stderr: what goes on, what went wrong."""
    _print(text, sys.stderr, "")


def say_json(value: object) -> None:
    """Print one JSON document, indented by two, UTF-8 whatever the locale says."""
    import msgspec

    say_document(msgspec.json.format(msgspec.json.encode(value), indent=2))


def say_document(document: bytes) -> None:
    """Print JSON that is written already; what could steer a terminal is escaped and reads back as it was."""
    if not document.isascii() or b"\x7f" in document:
        document = _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", document.decode()).encode()
    click.echo(document.rstrip(b"\n"))


def say_file(text: str) -> None:
    """Print what is in a text file, UTF-8 whatever the locale says; what could steer a terminal is made visible."""
    from cop_tui.practice.printable import visible

    click.echo(visible(text).removesuffix("\n").encode())


def one(text: str) -> str:
    """Return a sentence as one line, without the full stop that it may end with."""
    return " ".join(text.split()).removesuffix(".")


def coloured() -> bool:
    """Tell whether stdout may be styled: a terminal, and the member did not say otherwise."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def columns(rows: Sequence[Sequence[str]], *, most: Sequence[int] = (), indent: int = 2) -> list[str]:
    """Return rows as lines whose columns stand under each other; long cells end in an ellipsis.

    A column in which nothing stands is left out. On a terminal that is too narrow the widest column gives way.

    Args:
        rows: The cells, all rows with as many.
        most: How many cells of width each column may have; the last ones may be left out.
        indent: Blanks before each line.
    """
    from cop_tui.practice.printable import cells, one_line

    wide = _widths(rows, most, indent)
    lines = []
    for row in rows:
        cut = [(one_line(cell, size), size) for cell, size in zip(row, wide, strict=True) if size]
        lines.append(" " * indent + "  ".join(cell + " " * (size - cells(cell)) for cell, size in cut).rstrip())
    return lines


def _widths(rows: Sequence[Sequence[str]], most: Sequence[int], indent: int) -> list[int]:
    """Return the cells of each column; none of a column in which nothing stands."""
    from cop_tui.practice.printable import cells, one_line

    bounds = [*most, *([LONGEST] * (len(rows[0]) - len(most)))] if rows else []
    wide = [min(bound, max(cells(one_line(row[index], bound)) for row in rows)) for index, bound in enumerate(bounds)]
    missing = indent + 2 * (len(wide) - 1) + sum(wide) - _terminal_width()
    if missing > 0:
        widest = wide.index(max(wide))
        wide[widest] = max(wide[widest] - missing, min(wide[widest], NARROWEST))
    return wide


def _terminal_width() -> int:
    """Return the cells of a terminal's line; as good as endless where stdout is none."""
    import shutil

    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    return shutil.get_terminal_size().columns if is_terminal else LONGEST


def exact(when: "When", now: "datetime") -> str:
    """Return the moment that was understood, so that nothing is left to guess: weekday, date, time, zone."""
    from cop_tui.domain.moment import zone_name
    from cop_tui.practice.words import exact_day

    if when.all_day:
        return exact_day(when.start.date())
    start = when.start.astimezone(now.tzinfo)
    return f"{exact_day(start.date())} {start:%H:%M} {zone_name(start) or f'{start:%z}'}"


def say_lines(lines: Iterable[str]) -> None:
    """Print line by line."""
    for line in lines:
        say(line)


def _print(text: str, stream: TextIO, style: str) -> None:
    from cop_tui.practice.printable import visible

    safe = visible(text)
    if style and stream is sys.stdout and coloured():
        safe = click.style(safe, bold=style == "bold" or None, dim=style == "dim" or None)
    click.echo(safe, file=stream, color=True if style and coloured() else None)
