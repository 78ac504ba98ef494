"""`import` and `export`: what comes from outside, and what goes there."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import FilePath, community_option, json_option, past_option
from cop_tui.cli.output import narrate, say, say_document, say_json
from cop_tui.cli.showing import show
from cop_tui.domain.errors import WrongUse
from cop_tui.exchange import registry
from cop_tui.practice.when import When

if TYPE_CHECKING:
    from cop_tui.exchange.intake import Intake

_FLAGS = {
    "since": "--from",
    "until": "--to",
    "community": "-c",
    "stories": "--stories",
    "reflections": "--reflections",
    "discreet": "--discreet",
}
_MOST_NAMED = 20


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=FilePath(), metavar="FILE…")
@click.option("--dry-run", is_flag=True, help="Say what would come in, and change nothing.")
@json_option()
@click.pass_obj
def import_files(here: Here, *, files: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Read invitations and notebooks from files.

    Calendars and mails, address books, lists of communities, journals of jrnl and Day One, notes, notebooks: what a
    file is shows by its content. A bad item is left out and named, its neighbours come in; the same file a second time
    brings nothing new. Of a folder its notes in Markdown are read: your vault, or those of another program. Before
    anything is changed a backup is made.
    """
    with _Progress() as progress:
        intake = registry.read_files(files, here.book, now=here.now, progress=progress)
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


_FORMATS = "\n".join(f"{one.name:<10} {one.about or one.words}" for one in registry.FORMATS if one.writer)
_EXPORT = f"""Write your journal, your calendar or your whole notebook.

FORMAT is one of

\b
{_FORMATS}

PATH is the file, or the folder where FORMAT is one. A folder is brought up to date from run to run: what changed is
written, what is gone is removed, and what you or somebody else put there or edited is left alone.
"""


@click.command(help=_EXPORT)
@click.argument("to", type=click.Choice(registry.written()), metavar="FORMAT")
@click.argument("place", required=False, type=FilePath(), metavar="[PATH]")
@click.option("-o", "--output", type=FilePath(), metavar="PATH", help="The file; stdout if not given.")
@past_option("--from", "From this day on.", to="since")
@past_option("--to", "Up to and with this day.", to="until")
@community_option("Only what belongs to this community.")
@click.option("--stories", is_flag=True, help="ics, vdir: your stories too, as journal entries of their day.")
@click.option("--reflections", is_flag=True, help="ics, vdir: your own words about each promise too.")
@click.option("--discreet", is_flag=True, help="html: name people by their initials, and nobody's address.")
@click.option("--open", "is_to_show", is_flag=True, help="html: show the page in the browser, once it is written.")
@click.option("--force", is_flag=True, help="Replace the file if there is one.")
@click.option("--private", is_flag=True, help="Let nobody but you look into a folder; a file is always so.")
@click.pass_obj
def export(
    here: Here,
    /,
    *,
    to: str,
    place: Path | None,
    output: Path | None,
    force: bool,
    private: bool,
    is_to_show: bool,
    **options: object,
) -> None:
    """Write the book in a format: to stdout, into a file, or into a folder. The help is `_EXPORT`."""
    if place and output:
        raise WrongUse("There are two paths", "Name one: after the format, or with -o")
    path, chosen = output or place, registry.format_called(to)
    taken = _taken(here, chosen, options)
    if is_to_show:
        _check_page(chosen, path)
    if chosen.folder:
        _export_folder(here, chosen, path, taken, private=private)
    else:
        _export_file(here, chosen, path, taken, force=force)
    if is_to_show and path:
        show(path)


def _check_page(chosen: registry.Format, path: Path | None) -> None:
    """Refuse, before anything is written, to show what is no page or no file."""
    from cop_tui.exchange.writing import STDOUT

    if not chosen.name.endswith("html"):
        raise WrongUse("--open is for a page", "Write one: cop-tui export html")
    if path is None or path == STDOUT:
        raise WrongUse("--open shows a file", "Name it with -o")


def _taken(here: Here, chosen: registry.Format, options: Mapping[str, object]) -> dict[str, object]:
    """Return what a writer is told; what was said and means nothing to it is wrong use."""
    from cop_tui.cli.days import day_of

    foreign = [_FLAGS[name] for name, value in options.items() if value and name not in chosen.takes]
    if foreign and not chosen.takes:
        raise WrongUse(f"{chosen.name} is always the whole notebook", f"Leave out {', '.join(foreign)}")
    if foreign:
        raise WrongUse(f"{foreign[0]} means nothing for {chosen.name}", f"Leave out {', '.join(foreign)}")
    told = {"now": here.now} | {
        name: day_of(value, here.now) if isinstance(value, When) else value for name, value in options.items()
    }
    return {name: told[name] for name in chosen.takes}


def _export_file(
    here: Here, chosen: registry.Format, path: Path | None, taken: Mapping[str, object], *, force: bool
) -> None:
    from cop_tui.exchange.writing import STDOUT, write_whole

    document = registry.writer_of(chosen.name)(here.book, **taken)
    if path is None or path == STDOUT:
        _print(document, is_json=chosen.name.endswith("json"))
    else:
        write_whole(path, document.encode() if isinstance(document, str) else document, force=force)
        narrate(f"Wrote {path}")


def _print(document: str | bytes, *, is_json: bool) -> None:
    """Write what would be in the file to stdout; nothing in it can steer a terminal that it may come to.

    A file for other programs is given to them as it is, to the letter.
    """
    if is_json:
        say_document(document.encode() if isinstance(document, str) else document)
    elif isinstance(document, str) or sys.stdout.isatty():
        say((document if isinstance(document, str) else document.decode()).rstrip("\r\n"))
    else:
        click.echo(document, nl=False)


def _export_folder(
    here: Here, chosen: registry.Format, path: Path | None, taken: Mapping[str, object], *, private: bool
) -> None:
    from cop_tui.exchange.folder import bring_up_to_date, known_in
    from cop_tui.exchange.writing import STDOUT

    if path is None or path == STDOUT:
        raise WrongUse(f"{chosen.name} needs a folder", f"Name it: cop-tui export {chosen.name} FOLDER")
    leaves = registry.writer_of(chosen.name)(here.book, known_in(path), **taken)
    brought = bring_up_to_date(path, leaves, kind=chosen.name, private=private)
    counts = (("written", brought.written), ("unchanged", brought.unchanged), ("removed", brought.removed))
    narrate(f"Brought {path} up to date: {', '.join(f'{count} {word}' for word, count in counts if count) or 'empty'}")
    way_on = "import takes the edit in" if chosen.reader else "remove it to get ours"
    _name(f"edited since, and kept as it is; {way_on}", brought.edited)
    _name("not ours, and kept as it is", brought.strangers)


def _name(what: str, paths: Sequence[str]) -> None:
    for path in paths[:_MOST_NAMED]:
        narrate(f"{path}: {what}")
    if len(paths) > _MOST_NAMED:
        narrate(f"and {len(paths) - _MOST_NAMED} more: {what}")
