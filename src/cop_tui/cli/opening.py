"""`checkin` and `demo`: the app on the check-in, or on a sample notebook."""

from pathlib import Path

import click

from cop_tui.cli import app
from cop_tui.cli.context import Here, machine_zone
from cop_tui.cli.options import FilePath
from cop_tui.cli.output import say
from cop_tui.exchange.writing import write_whole


@click.command()
@click.pass_obj
def checkin(here: Here) -> None:
    """Open the app on the check-in."""
    _leave(app.open_app(here, start="check-in"))


@click.command()
@click.option("--to", type=FilePath(), metavar="FILE", help="Write the sample notebook to a new file.")
@click.pass_obj
def demo(here: Here, *, to: Path | None) -> None:
    """Open the app on a sample notebook.

    It is a year in the life of an invented member, in a temporary folder that is gone afterwards; your own notebook
    stays closed. With --to it is written to a new file instead, whose path is printed.
    """
    if to is not None:
        write_whole(to, sample_file(here))
        say(str(to))
        return
    app.need_a_terminal("cop-tui demo --to FILE writes the sample notebook to a file")
    import tempfile

    with tempfile.TemporaryDirectory(prefix="cop-tui-demo-", ignore_cleanup_errors=True) as folder:
        sample = Here()
        sample.config, sample.data = _copied(here, Path(folder)), Path(folder) / "notebook.json"
        write_whole(sample.data, sample_file(here))
        _leave(app.run_app(sample, "today"))


def _leave(code: int) -> None:
    if code:
        raise click.exceptions.Exit(code)


def _copied(here: Here, folder: Path) -> Path:
    """Return a copy of the member's settings: what is tried in the demo changes them no more than the notebook."""
    copy = folder / "config.toml"
    if here.settings and here.settings_path.is_file():
        copy.write_bytes(here.settings_path.read_bytes())
    return copy


def sample_file(here: Here) -> bytes:
    """Return the sample notebook as the bytes of a file, told as of now; the member's own stays closed."""
    import msgspec

    from cop_tui.practice.demo import demo_book
    from cop_tui.storage.codec import empty_tables, encode, encode_tables
    from cop_tui.storage.migrations import current_schema

    tables = empty_tables(current_schema())
    for record in demo_book(here.moment.astimezone(machine_zone())).records():
        table = tables[record.table]
        table[str(len(table) + 1)] = msgspec.Raw(encode(record))
    return encode_tables(tables)
