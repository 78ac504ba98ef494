"""INTERFACE.md is a promise: every command and option that it names is there."""

import re
from pathlib import Path

import click
import pytest

from cop_tui.cli.lazy import LazyGroup
from cop_tui.cli.main import root

INTERFACE = Path(__file__).parents[2].parent / "shared" / "INTERFACE.md"


def promised() -> list[str]:
    """Return the usages in the first column of the table of commands; none where the file is missing."""
    if not INTERFACE.exists():
        return []
    section = INTERFACE.read_text(encoding="utf-8").partition("## Commands")[2].partition("\n## ")[0]
    cells = [re.split(r"(?<!\\)\|", line)[1] for line in section.splitlines() if line.startswith("| `")]
    return [usage.replace("\\|", "|") for cell in cells for usage in re.findall(r"`([^`]+)`", cell)]


def commands_of(usage: str) -> list[tuple[list[str], set[str]]]:
    """Return the commands that a usage names, each as its path with the options that it has."""
    words = re.sub(r"\[|\]", " ", usage).split()
    path: list[str] = []
    for word in words:
        if not re.fullmatch(r"[a-z][a-z|-]*", word):
            break
        path.append(word)
    options = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", usage))
    last = path[-1].split("|")
    return [([*path[:-1], name], options) for name in last]


def test_the_table_of_commands_is_here() -> None:
    """Skip, saying so, where the promise can't be read."""
    if not INTERFACE.exists():
        pytest.skip(f"the interface is not here: {INTERFACE.name}")
    assert len(promised()) > 30


@pytest.mark.parametrize("usage", [usage for usage in promised() if not usage.startswith(("cop-tui", "--", "["))])
def test_every_promised_command_is_there_with_its_options(usage: str) -> None:
    """A command of the table exists, by this name, and takes what the table says."""
    for path, options in commands_of(usage):
        command: click.Command = root
        for name in path:
            assert isinstance(command, click.Group)
            found = command.get_command(click.Context(command), name)
            assert found is not None, f"{usage}: no {name}"
            command = found
        known = {option for param in command.params for option in param.opts}
        assert options <= known, f"{usage}: no {options - known}"


def test_the_app_the_check_in_and_the_demo_are_commands() -> None:
    """What opens the app stands in the table, too."""
    assert isinstance(root, LazyGroup)
    assert {"checkin", "demo", "today"} <= set(root.entries)
