"""`import` and `export`: what comes from outside, and what goes there."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import community_option, json_option, past_option
from cop_tui.cli.output import narrate, say, say_document, say_json
from cop_tui.domain.community import Community
from cop_tui.domain.errors import WrongUse
from cop_tui.practice.when import When

if TYPE_CHECKING:
    from cop_tui.exchange.intake import Intake

FORMATS = ("markdown", "html", "json", "jrnl", "jrnl-json", "ics", "vault", "vdir")
"""What `export` knows by name, whether it can be written yet or not."""


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--dry-run", is_flag=True, help="Say what would come in, and change nothing.")
@json_option()
@click.pass_obj
def import_files(here: Here, *, files: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Read invitations and notebooks from files.

    What a file is shows by its content. A bad item is left out and named, its neighbours come in; the same file a
    second time brings nothing new. Before anything is changed a backup is made.
    """
    from cop_tui.exchange.registry import read_files

    with _Progress() as progress:
        intake = read_files(files, here.book, now=here.now, progress=progress)
    if not dry_run and intake.change:
        here.apply(intake.change, back_up_first=True)
    if as_json:
        say_json(_summary(intake))
    else:
        _tell(intake, dry_run=dry_run)


class _Progress:
    """One line on a terminal's stderr that counts while files are read, and is gone afterwards."""

    def __init__(self) -> None:
        import sys

        self._stream = sys.stderr if sys.stderr is not None and sys.stderr.isatty() else None
        self._shown = ""

    def __enter__(self) -> "Callable[[int, int], None] | None":
        return self._show if self._stream else None

    def __exit__(self, *_: object) -> None:
        if self._stream and self._shown:
            self._stream.write("\r" + " " * len(self._shown) + "\r")
            self._stream.flush()

    def _show(self, done: int, of: int) -> None:
        line = f"Reading {done} of {of}"
        if self._stream and (done == of or done % 25 == 0):
            self._stream.write("\r" + line.ljust(len(self._shown)))
            self._stream.flush()
            self._shown = line


def _summary(intake: "Intake") -> dict[str, object]:
    skipped = [{"file": one.file, "item": one.item, "why": one.why} for one in intake.skipped]
    return {
        "added": intake.added,
        "changed": intake.changed,
        "unchanged": intake.unchanged,
        "skipped": skipped,
        "along": intake.along,
        "notes": intake.notes,
    }


def _tell(intake: "Intake", *, dry_run: bool) -> None:
    say("Would come in, nothing is changed:" if dry_run else "Read:")
    for word, counts in (("added", intake.added), ("changed", intake.changed), ("made along", intake.along)):
        if counts:
            say(f"  {word}: {', '.join(_counted(*one) for one in counts.items())}")
    if intake.unchanged:
        say(f"  unchanged: {intake.unchanged}")
    if intake.skipped:
        say(f"  skipped: {len(intake.skipped)}")
    if not intake.items:
        say("  nothing")
    for one in intake.skipped:
        narrate(f"skipped {one.item} in {one.file}: {one.why}")
    for note in intake.notes:
        narrate(note)


def _counted(kind: str, count: int) -> str:
    from cop_tui.practice.resolve import NAMES

    return f"{count} {NAMES.get(kind.replace('-', '_'), kind) if count == 1 else kind}"


@click.command()
@click.argument("to", type=click.Choice(FORMATS), metavar="FORMAT")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help="The file; stdout if not given.")
@past_option("--from", "From this day on.", to="since")
@past_option("--to", "Up to and with this day.", to="until")
@community_option("Only what belongs to this community.")
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
@click.pass_obj
def export(
    here: Here,
    *,
    to: str,
    output: Path | None,
    since: When | None,
    until: When | None,
    community: Community | None,
    force: bool,
) -> None:
    """Write your journal or your whole notebook.

    FORMAT is markdown (a journal to read), jrnl or jrnl-json (for jrnl: stories, and what you learned as #learned) or
    json (the whole notebook, which import gives back record for record); html, ics, vault and vdir are known and can't
    be written yet.
    """
    from cop_tui.cli.writing import STDOUT, write_whole

    data = _written(here, to, since, until, community)
    if output is None or output == STDOUT:
        _print(data, is_json=to == "json")
    else:
        write_whole(output, data, force=force)
        narrate(f"Wrote {output}")


def _print(data: bytes, *, is_json: bool) -> None:
    """Write what would be in the file to stdout; nothing in it can steer a terminal that it may come to."""
    if is_json:
        say_document(data)
    else:
        say(data.decode().rstrip("\n"))


def _written(here: Here, to: str, since: When | None, until: When | None, community: Community | None) -> bytes:
    from cop_tui.cli.days import day_of
    from cop_tui.exchange.registry import writer_of

    write = writer_of(to)
    if to != "json":
        days = {"since": day_of(since, here.now), "until": day_of(until, here.now)}
        return str(write(here.book, now=here.now, community=community, **days)).encode()
    if since or until or community:
        raise WrongUse("json is always the whole notebook", "Leave out --from, --to and -c")
    return bytes(write(here.book))
