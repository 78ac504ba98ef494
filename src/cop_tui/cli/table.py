"""The commands as a table in Markdown, for the README; made from the commands themselves."""

from collections.abc import Iterator

import click

from cop_tui.cli.guard import NAME
from cop_tui.cli.lazy import LazyGroup
from cop_tui.cli.main import root


def commands_table() -> str:
    """Return every command with its arguments and what it does, section by section."""
    lines = ["| command | does |", "|---|---|"]
    for title, entries in root.sections.items():
        lines.append(f"| **{title}** | |")
        for name in entries:
            lines += _rows(root, name, NAME)
    return "\n".join(lines) + "\n"


def _rows(group: click.Group, name: str, path: str) -> Iterator[str]:
    command = group.get_command(click.Context(group), name)
    assert command is not None, name  # noqa: S101 - the table names only what there is
    here = f"{path} {name}"
    if isinstance(command, click.Group) and not isinstance(command, LazyGroup):
        for inner in command.list_commands(click.Context(command)):
            yield from _rows(command, inner, here)
    else:
        yield f"| `{_usage(command, here)}` | {_does(command)} |"


def _usage(command: click.Command, path: str) -> str:
    pieces = command.collect_usage_pieces(click.Context(command, info_name=path))
    return " ".join((path, *(piece for piece in pieces if piece != "[OPTIONS]"))).replace("|", "\\|")


def _does(command: click.Command) -> str:
    return command.get_short_help_str(limit=200)
