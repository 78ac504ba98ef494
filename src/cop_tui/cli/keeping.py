"""`undo`, `history`, `doctor`, `backup`, `where`: looking after the notebook."""

import click

from cop_tui.cli.context import Here, machine_zone
from cop_tui.cli.lazy import Group
from cop_tui.cli.options import as_line, json_option
from cop_tui.cli.output import columns, narrate, say, say_json, say_lines
from cop_tui.domain.errors import Damaged


@click.command()
@click.pass_obj
def undo(here: Here) -> None:
    """Take back what was done last."""
    say(f"Took back: {here.notebook.undo(now=here.now)}")


@click.command()
@json_option()
@click.pass_obj
def history(here: Here, *, as_json: bool) -> None:
    """What was done, newest first."""
    done = here.notebook.history()
    if as_json:
        say_json([{"id": one.id, "at": one.at, "sentence": one.sentence} for one in done])
        return
    for one in done:
        say(f"{one.at.astimezone(here.now.tzinfo):%Y-%m-%d %H:%M}  {one.sentence}")
    if not done:
        narrate("Nothing was done yet")


@click.command()
@json_option()
@click.pass_obj
def where(here: Here, *, as_json: bool) -> None:
    """Where your files are."""
    places = {
        "notebook": here.notebook_path,
        "settings": here.settings_path,
        "backups": here.notebook_path.parent / "backups",
    }
    if as_json:
        say_json({name: str(path.absolute()) for name, path in places.items()})
        return
    rows = [(name, str(path.absolute()), "" if path.exists() else "(not there yet)") for name, path in places.items()]
    say_lines(columns(rows, most=(10, 400), indent=0))


@click.command()
@click.option("--mend", is_flag=True, help="Put right what can be put right; a copy is kept before, and undo works.")
@json_option()
@click.pass_obj
def doctor(here: Here, *, mend: bool, as_json: bool) -> None:
    """Look whether the notebook is sound.

    With --mend, put right what can be put right: what can't be read is kept in a file beside the notebook.
    """
    if mend:
        _mend(here, as_json=as_json)
        return
    from cop_tui.storage.doctor import MENDING, examine

    report = examine(here.notebook_path)
    if as_json:
        say_json(report)
    else:
        say_lines(report.lines)
    if report.exists and not report.whole:
        raise Damaged(f"{here.notebook_path} is not a whole notebook", MENDING)


def _mend(here: Here, *, as_json: bool) -> None:
    from cop_tui.storage.mending import mend

    mending = mend(here.notebook_path, now=here.moment.astimezone(machine_zone()))
    if as_json:
        say_json(mending)
    else:
        say_lines(mending.lines)


@click.group(cls=Group)
def backup() -> None:
    """Copies of the notebook: list, make, restore."""


@backup.command("list")
@json_option()
@click.pass_obj
def list_backups(here: Here, *, as_json: bool) -> None:
    """List the backups, newest first."""
    from cop_tui.storage.recovery import backups_of

    found = backups_of(here.notebook_path)
    if as_json:
        fields = ("name", "on", "why", "records", "whole")
        say_json([{name: getattr(one, name) for name in fields} for one in found])
        return
    rows = [(one.name, f"{one.records} records" if one.whole else "not whole", one.why) for one in found]
    say_lines(columns(rows, indent=0))
    if not found:
        narrate("There are no backups yet")


@backup.command("make")
@click.pass_obj
def make(here: Here) -> None:
    """Make a backup now."""
    say(str(here.notebook.back_up(now=here.now)))


@backup.command("restore")
@click.argument("name", callback=as_line)
@click.pass_obj
def restore(here: Here, *, name: str) -> None:
    """Go back to a backup.

    What is in the notebook now is backed up first, and undo takes the restoring back. A notebook that is damaged is
    kept under another name; undo then brings back what can still be read of it.
    """
    from cop_tui.storage.recovery import replace_damaged

    try:
        change = here.notebook.restore(name, now=here.now)
    except Damaged:
        replace_damaged(here.notebook_path, name, now=here.moment)
        say(f"Put the backup {name} in the place of the damaged notebook, which is kept beside it")
    else:
        say(change.sentence if change else f"All is as it was in {name} already")
