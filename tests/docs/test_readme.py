"""The README is a door: what it says can be typed."""

import re
import shlex
from pathlib import Path

import click
import pytest

from cop_tui.cli.main import root
from cop_tui.cli.table import commands_table
from cop_tui.settings.table import settings_table
from cop_tui.tui.actions import keys_table

PROJECT = Path(__file__).parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(?:sh|console)\n(.*?)```", README, re.DOTALL)


def between(name: str) -> str:
    """Return what stands between the two marks of a table."""
    found = re.search(rf"<!-- {name}: begin[^>]*-->\n(.*?)<!-- {name}: end -->", README, re.DOTALL)
    assert found, name
    return found[1]


def commands() -> list[list[str]]:
    """Return every use of the program in the README's blocks and sentences, as words."""
    lines = [line.split(" # ")[0] for block in BLOCKS for line in block.splitlines()]
    said = [*lines, *re.findall(r"`(cop-tui [^`]*)`", README.replace(between("commands"), ""))]
    uses = [re.sub(r"^.*?cop-tui ", "", line) for line in said if re.search(r"(^|/)cop-tui [a-z-]", line)]
    return [shlex.split(use.split(" && ")[0].split(" | ")[0].split(" 2>")[0]) for use in uses]


def test_the_tables_are_those_of_the_code() -> None:
    """Every command, key and setting stands in the README, as the code has them."""
    assert between("commands") == commands_table()
    assert between("keys") == keys_table()
    assert between("settings") == settings_table()


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_what_it_tells_to_type_is_understood(words: list[str]) -> None:
    """Each command of the README exists, with the options that it is given."""
    group: click.Command = root
    ctx = click.Context(root)
    while isinstance(group, click.Group) and words:
        name = words.pop(0)
        found = group.get_command(ctx, name)
        assert found is not None, f"there is no command {name}"
        group = found
    known = {option for parameter in group.params for option in (*parameter.opts, *parameter.secondary_opts)}

    assert {word for word in words if word.startswith("-") and word != "-"} <= known | {"--help"}


def test_its_two_commands_do_all_the_set_up() -> None:
    """One opens the demo book, one runs the tests; the second is the very line that CI runs."""
    demo, tests = (block.strip() for block in BLOCKS[:2])

    assert demo.endswith("/cop-tui demo")
    assert tests.endswith("/pytest")
    assert all(line.startswith("python3 -m venv .venv && ") for line in (demo, tests))
    assert tests in (PROJECT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_its_pictures_are_there() -> None:
    """Each picture that it shows is in the project, and was written by the script."""
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)

    assert pictures
    assert [picture for picture in pictures if not (PROJECT / picture).is_file()] == []
