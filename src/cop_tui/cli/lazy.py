"""A group of commands that imports a command only when it is called.

The table of commands carries a line of help for each, so that the overview costs no more than click itself.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import NamedTuple

import click

from cop_tui.cli.options import with_places
from cop_tui.domain.errors import WrongUse


class Entry(NamedTuple):
    """Where a command is found, and what it does in one line."""

    where: str
    """Module and attribute: `cop_tui.cli.asking:ask`."""
    help: str
    """What it does; the first line of its own help."""


class Group(click.Group):
    """A group that says what a word that is no command of it may have been meant to be."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first word names.

        Raises:
            WrongUse: There is none of this name.
        """
        names = self.list_commands(ctx)
        if args[0] not in names and not ctx.resilient_parsing:
            path = ctx.command_path
            near = get_close_matches(args[0], names, n=2, cutoff=0.6)
            hint = f"Did you mean {' or '.join(near)}?" if near else f"{path} --help lists the commands"
            raise WrongUse(f"There is no command {path} {args[0]}", hint)
        return super().resolve_command(ctx, args)


class LazyGroup(Group):
    """A group whose commands stand in a table, section by section."""

    def __init__(
        self, name: str | None = None, *, sections: Mapping[str, Mapping[str, Entry]], **given: object
    ) -> None:
        """Hold the table; nothing of it is imported yet."""
        super().__init__(name, **given)  # type: ignore[arg-type]  # click types its many options one by one
        self.sections = sections
        self.entries = {name: entry for section in sections.values() for name, entry in section.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """Return the names of all commands, in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Import the command of this name."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.where.partition(":")
        return with_places(getattr(import_module(module), attribute))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the overview out of the table, without importing a command."""
        for title, section in self.sections.items():
            with formatter.section(title):
                formatter.write_dl([(name, entry.help) for name, entry in section.items()])
