"""`goal`: development goals."""

import click

from cop_tui.cli.context import Here
from cop_tui.cli.lazy import Group
from cop_tui.cli.options import as_title, line_option, ref_argument, text_argument, when_option
from cop_tui.cli.reporting import did
from cop_tui.domain.goal import Goal
from cop_tui.practice.when import When


@click.group(cls=Group)
def goal() -> None:
    """Your development goals: add, reached, drop."""


@goal.command("add")
@text_argument(callback=as_title)
@when_option("--by", "The day by which.")
@line_option("--why", "TEXT", "What for.")
@click.pass_obj
def add(here: Here, *, text: str, by: When | None, why: str | None) -> None:
    """Write down something that you want to become able to do."""
    from cop_tui.cli.days import day_of
    from cop_tui.practice.goals import add_goal

    did(here, add_goal(here.book, text, now=here.now, why=why or "", by=day_of(by, here.now)), Goal, when=by)


@goal.command("reached")
@ref_argument(Goal)
@click.pass_obj
def reached(here: Here, *, record: Goal) -> None:
    """Say that you reached a goal."""
    from cop_tui.practice.goals import reach_goal

    did(here, reach_goal(here.book, record, now=here.now))


@goal.command("drop")
@ref_argument(Goal)
@click.pass_obj
def drop(here: Here, *, record: Goal) -> None:
    """Let a goal go."""
    from cop_tui.practice.goals import let_go

    did(here, let_go(here.book, record, now=here.now))
