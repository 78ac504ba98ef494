"""`showed-up`, `missed`, `excuse`, `release`, `move`: what came of a promise."""

from datetime import datetime

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import as_when, note_option, ref_argument
from cop_tui.cli.reporting import did
from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment
from cop_tui.practice.when import When


def _due(book: Book, now: datetime) -> tuple[Commitment, ...]:
    """Return the promises whose time has come: of a series, its words mean these and not the gatherings ahead."""
    from cop_tui.practice.agenda import agenda

    return agenda(book, now).due


@click.command("showed-up")
@ref_argument(Commitment, first=_due)
@note_option()
@click.pass_obj
def showed_up(here: Here, *, record: Commitment, note: str) -> None:
    """You were there, or you did it."""
    from cop_tui.practice.show_up import showed_up as closed

    did(here, closed(here.book, record, now=here.now, note=note))


@click.command()
@ref_argument(Commitment, first=_due)
@note_option()
@click.pass_obj
def missed(here: Here, *, record: Commitment, note: str) -> None:
    """You were not there."""
    from cop_tui.practice.show_up import missed as closed

    did(here, closed(here.book, record, now=here.now, note=note))


@click.command()
@ref_argument(Commitment)
@note_option()
@click.pass_obj
def excuse(here: Here, *, record: Commitment, note: str) -> None:
    """You said in time that you can't come."""
    from cop_tui.practice.show_up import excuse as closed

    did(here, closed(here.book, record, now=here.now, note=note))


@click.command()
@ref_argument(Commitment)
@note_option()
@click.pass_obj
def release(here: Here, *, record: Commitment, note: str) -> None:
    """It was called off by the host."""
    from cop_tui.practice.show_up import release as closed

    did(here, closed(here.book, record, now=here.now, note=note))


@click.command()
@ref_argument(Commitment)
@click.option("--on", required=True, callback=as_when, metavar="WHEN", help="The other day.")
@click.pass_obj
def move(here: Here, *, record: Commitment, on: When) -> None:
    """Give a promise another day."""
    from cop_tui.practice.show_up import another_day

    did(here, another_day(here.book, record, on.start, now=here.now, all_day=on.all_day), when=on)
