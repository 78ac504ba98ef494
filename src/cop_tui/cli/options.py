"""What many commands take: where files are, WHEN, TEXT, REF, a community, JSON. Callbacks turn words into values."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cop_tui.cli.completion import offer_communities, offer_people, offer_records
from cop_tui.cli.context import Here
from cop_tui.domain.errors import CopError, NotFound

if TYPE_CHECKING:
    from datetime import datetime

    from cop_tui.domain.book import Book
    from cop_tui.domain.community import Community
    from cop_tui.domain.record import Record
    from cop_tui.practice.when import When

F = TypeVar("F", bound=Callable[..., Any] | click.Command)

Callback = Callable[[click.Context, click.Parameter, Any], Any]
"""What click calls with the words of an option or argument, to get its value."""

First = Callable[["Book", "datetime"], "Iterable[Record]"]
"""What picks the records that words mean before all others."""


class FilePath(click.Path):
    """A path of the member's, which need not be there; refused where no system has such a name."""

    def __init__(self) -> None:
        """Turn words into a `Path`."""
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, unless it could not be asked for: a NUL, half a character."""
        try:
            if b"\0" in os.fsencode(value):
                self.fail("no file can have a NUL in its name", param, ctx)
        except UnicodeEncodeError:
            self.fail("it is not UTF-8 text", param, ctx)
        return super().convert(value, param, ctx)


def here_of(ctx: click.Context) -> Here:
    """Return where this command runs."""
    return ctx.ensure_object(Here)


def with_places(command: click.Command, *, hidden: bool = True) -> click.Command:
    """Let a command, and those below it, take `--data` and `--config`; it is altered and returned."""
    if not any(param.name == "data" for param in command.params):
        for name, help_text in (("data", "The notebook to use."), ("config", "The settings to use.")):
            command.params.append(
                click.Option(
                    [f"--{name}"],
                    type=FilePath(),
                    is_eager=True,
                    expose_value=False,
                    hidden=hidden,
                    callback=_place,
                    metavar="FILE",
                    help=help_text,
                )
            )
    for below in getattr(command, "commands", {}).values():
        with_places(below)
    return command


def _place(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        setattr(here_of(ctx), str(param.name), value)


def as_line(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Return words as one line without needless blanks; refuse what is empty."""
    return None if value is None else _line(value)


def as_lines(ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return each value as one line."""
    return () if ctx.resilient_parsing else tuple(_line(value) for value in values)


def as_text(ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> str:
    """Return words as they were typed, joined by blanks; a single `-` reads stdin."""
    if ctx.resilient_parsing or not values:
        return ""
    text = from_stdin() if values == ("-",) else _sound(" ".join(values))
    if not text.strip():
        raise click.BadParameter("it is empty")
    return text.strip()


def as_title(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> str:
    """Return words as one line, joined by blanks; a single `-` reads stdin."""
    return " ".join(as_text(ctx, param, values).split())


def as_note(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    """Return the words of a note, which may be empty; `-` reads stdin."""
    return (from_stdin() if value == "-" else _sound(value or "")).strip()


def as_when(ctx: click.Context, _param: click.Parameter, value: str | None) -> "When | None":
    """Return the moment or day that the words mean, as seen from now."""
    if value is None or ctx.resilient_parsing:
        return None
    from cop_tui.practice.when import understand

    return understand(value, here_of(ctx).now)


def as_community(
    ctx: click.Context, _param: click.Parameter, value: str | tuple[str, ...] | None
) -> "Community | None":
    """Return the community that the words name, among those that are not archived."""
    if not value or ctx.resilient_parsing:
        return None
    from cop_tui.cli.finding import community_named

    return community_named(here_of(ctx).book, value if isinstance(value, str) else " ".join(value))


def as_any_community(ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> "Community | None":
    """Return the community that the words name, archived ones too."""
    if not values or ctx.resilient_parsing:
        return None
    from cop_tui.cli.finding import community_named

    return community_named(here_of(ctx).book, " ".join(values), archived=True)


def as_past(ctx: click.Context, param: click.Parameter, value: str | None) -> "When | None":
    """Return the moment or day that the words mean; a weekday is the one that was, not the one to come."""
    when = as_when(ctx, param, value)
    if when is None or value is None or when.start <= here_of(ctx).now:
        return when
    from cop_tui.practice.when import understand

    with suppress(CopError):
        before = understand(f"last {value}", here_of(ctx).now)
        return before if before.start <= here_of(ctx).now else when
    return when


def as_record(*kinds: "type[Record]", first: First | None = None) -> Callback:
    """Make a callback that returns the record, of one of these kinds, that the words refer to.

    What `first` picks from the book is looked through first, and alone where the words are found in it.
    """

    def found(ctx: click.Context, _param: click.Parameter, value: str | tuple[str, ...] | None) -> "Record | None":
        if not value or ctx.resilient_parsing:
            return None
        from cop_tui.practice.resolve import resolve

        here, words = here_of(ctx), value if isinstance(value, str) else " ".join(value)
        if first is not None:
            with suppress(NotFound):
                return resolve(here.book, words, *kinds, among=first(here.book, here.now))
        return resolve(here.book, words, *kinds)

    return found


def from_stdin() -> str:
    """Read all of stdin as UTF-8.

    Raises:
        CopError: It is closed, or not UTF-8.
    """
    if sys.stdin is None:
        raise CopError("There is nothing to read: stdin is closed")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CopError(
            f"What came on stdin is not UTF-8 (byte {error.start + 1})", "Convert it to UTF-8 first"
        ) from error


def _line(value: str) -> str:
    line = " ".join(_sound(value).split())
    if not line:
        raise click.BadParameter("it is empty")
    return line


def _sound(value: str) -> str:
    """Return the words, unless the shell handed over bytes that are no text."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter("it is not UTF-8 text") from error
    return value


def text_argument(name: str = "text", *, callback: Callback = as_text) -> Callable[[F], F]:
    """Add TEXT: words as they come, or `-` for stdin."""
    return click.argument(name, nargs=-1, required=True, callback=callback, metavar=f"{name.upper()}…")


def ref_argument(*kinds: "type[Record]", name: str = "record", first: First | None = None) -> Callable[[F], F]:
    """Add REF: an id, the beginning of one, or words of a title, looked for in what `first` picks before all else."""
    found, offered = as_record(*kinds, first=first), offer_records(*kinds)
    return click.argument(name, nargs=-1, required=True, callback=found, metavar="REF…", shell_complete=offered)


def when_option(name: str, help_text: str) -> Callable[[F], F]:
    """Add an option that takes a WHEN."""
    return click.option(name, callback=as_when, metavar="WHEN", help=help_text)


def past_option(name: str, help_text: str, *, to: str | None = None) -> Callable[[F], F]:
    """Add an option that takes a WHEN in the past."""
    return click.option(name, *([to] if to else []), callback=as_past, metavar="WHEN", help=help_text)


def people_option(*names: str, help_text: str, required: bool = False) -> Callable[[F], F]:
    """Add an option that takes a person and may be given more than once."""
    return click.option(
        *names,
        multiple=True,
        required=required,
        callback=as_lines,
        metavar="PERSON",
        shell_complete=offer_people,
        help=help_text,
    )


def line_option(name: str, metavar: str, help_text: str) -> Callable[[F], F]:
    """Add an option that takes one line of words."""
    return click.option(name, callback=as_line, metavar=metavar, help=help_text)


def note_option(help_text: str = "A word about it; - reads stdin.") -> Callable[[F], F]:
    """Add `--note`."""
    return click.option("--note", callback=as_note, metavar="TEXT", help=help_text)


def community_option(help_text: str = "The community that it belongs to.") -> Callable[[F], F]:
    """Add `-c`, which names a community."""
    return click.option(
        "-c",
        "--community",
        callback=as_community,
        metavar="COMMUNITY",
        shell_complete=offer_communities,
        help=help_text,
    )


def json_option() -> Callable[[F], F]:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
