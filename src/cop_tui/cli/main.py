"""The command line: the root of all commands, and what click calls errors."""

import os
from collections.abc import Sequence

import click

from cop_tui import __version__
from cop_tui.cli.commands import SECTIONS
from cop_tui.cli.context import Here
from cop_tui.cli.guard import NAME, guarded, interrupted, told
from cop_tui.cli.lazy import LazyGroup
from cop_tui.cli.options import with_places

COMPLETE = "_COP_TUI_COMPLETE"
"""The variable by which a shell asks for completion."""


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click calls it so
    if wanted:
        click.echo(f"{NAME} {__version__}")
        ctx.exit()


@click.group(
    NAME,
    cls=LazyGroup,
    sections=SECTIONS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say which version."
)
@click.pass_context
def root(ctx: click.Context) -> None:
    """Your own place for your communities of practice.

    Ask people what they care about, share what you care about, invite, say yes and show up, learn, tell the story
    as you go. Without a command the app opens on Today.
    """
    here = ctx.ensure_object(Here)
    if ctx.invoked_subcommand is None:
        from cop_tui.cli.app import open_app

        ctx.exit(open_app(here))


with_places(root, hidden=False)


def run(argv: Sequence[str]) -> int:
    """Run one command and return its exit code; no traceback reaches the member.

    Returns:
        0 done, 1 it could not be done, 2 wrong usage or settings, 130 interrupted.
    """
    return guarded(lambda: _invoke(argv))


def _invoke(argv: Sequence[str]) -> int:
    if instruction := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(root, {}, NAME, COMPLETE, instruction)
    try:
        with root.make_context(NAME, list(argv)) as ctx:
            root.invoke(ctx)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.Abort as stopped:
        return interrupted(stopped)
    except click.UsageError as error:
        return told(error.format_message(), _usage_hint(error), 2)
    except click.ClickException as error:
        return told(error.format_message(), None)
    return 0


def _usage_hint(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else NAME
    if isinstance(error, click.NoSuchOption) and error.possibilities:
        return f"Did you mean {' or '.join(sorted(error.possibilities))}?"
    if isinstance(error, click.NoSuchOption) and " " in error.option_name:
        return "A text that begins with a dash goes after --"
    return f"{path} --help shows how"
