"""`skip`, `pause`, `resume`: days without a check-in that don't break the rhythm."""

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import note_option, past_option, when_option
from cop_tui.cli.reporting import did
from cop_tui.domain.check_in import CheckIn
from cop_tui.practice.when import When


@click.command()
@past_option("--on", "The day; today if you don't say.")
@note_option("Why, if you like; - reads stdin.")
@click.pass_obj
def skip(here: Here, *, on: When | None, note: str) -> None:
    """Leave out a day's check-in without breaking the rhythm."""
    from cop_tui.cli.days import day_of
    from cop_tui.practice.check_in import skip_day

    did(here, skip_day(here.book, now=here.now, day=day_of(on, here.now), note=note), CheckIn, when=on)


@click.command()
@when_option("--until", "The last day; open if you don't say.")
@note_option("Why, if you like; - reads stdin.")
@click.pass_obj
def pause(here: Here, *, until: When | None, note: str) -> None:
    """Pause the check-ins for a while."""
    from cop_tui.cli.days import day_of
    from cop_tui.practice.check_in import pause as paused

    did(here, paused(here.book, now=here.now, until=day_of(until, here.now), note=note), CheckIn, when=until)


@click.command()
@click.pass_obj
def resume(here: Here) -> None:
    """End a pause."""
    from cop_tui.practice.check_in import resume as resumed

    did(here, resumed(here.book, now=here.now))
