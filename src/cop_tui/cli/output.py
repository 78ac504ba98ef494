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

WIDTH = 100
"""Cells of a line where there is no terminal to ask."""


def say(text: str = "", *, style: str = "") -> None:
    """Print to stdout; `style` is bold or dim and shows on a terminal only."""
    _print(text, sys.stdout, style)


def narrate(text: str) -> None:
    """Print to stderr: what goes on, what went wrong."""
    _print(text, sys.stderr, "")


def say_json(value: object) -> None:
    """Print one JSON document, indented by two, UTF-8 whatever the locale says."""
    import msgspec

    document = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    safe = _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", document)
    click.echo(safe.encode())


def say_verbatim(data: bytes) -> None:
    """Write a file's content to stdout; on a terminal its control characters are made visible."""
    if sys.stdout.isatty():
        say(data.decode(errors="replace").rstrip("\n"))
    else:
        click.echo(data, nl=False)


def one(text: str) -> str:
    """Return a sentence as one line, without the full stop that it may end with."""
    return " ".join(text.split()).removesuffix(".")


def coloured() -> bool:
    """Tell whether stdout may be styled: a terminal, and the member did not say otherwise."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def columns(rows: Sequence[Sequence[str]], *, most: Sequence[int] = (), indent: int = 2) -> list[str]:
    """Return rows as lines whose columns stand under each other; long cells end in an ellipsis.

    Args:
        rows: The cells, all rows with as many.
        most: How many cells of width each column may have; the last ones may be left out.
        indent: Blanks before each line.
    """
    from cop_tui.practice.words import cells, one_line

    bounds = [*most, *([WIDTH] * (len(rows[0]) - len(most)))] if rows else []
    cut = [[one_line(cell, bound) for cell, bound in zip(row, bounds, strict=True)] for row in rows]
    wide = [max(cells(row[index]) for row in cut) for index in range(len(bounds))]
    padded = ([cell + " " * (size - cells(cell)) for cell, size in zip(row, wide, strict=True)] for row in cut)
    return [" " * indent + "  ".join(row).rstrip() for row in padded]


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
        safe = click.style(safe, bold=style == "bold", dim=style == "dim")
    click.echo(safe, file=stream, color=True if style and coloured() else None)
