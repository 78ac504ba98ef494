"""`list`, `show`, `remove`: records one by one and kind by kind."""

from typing import TYPE_CHECKING

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import json_option, ref_argument
from cop_tui.cli.output import columns, narrate, say_file, say_json, say_lines
from cop_tui.cli.reporting import did
from cop_tui.domain.errors import WrongUse

if TYPE_CHECKING:
    from cop_tui.domain.record import Record

KINDS = {
    "communities": "Communities that you are in, or wish there were, come here: cop-tui community add NAME",
    "people": "People whom you ask, invite or learn from come here: cop-tui ask PERSON SUBJECT",
    "interests": "What you and others care about comes here: cop-tui share SUBJECT",
    "invitations": "Invitations come here: cop-tui import FILE, or make one: cop-tui invite TITLE --to PERSON",
    "commitments": "What you say yes to comes here: cop-tui yes TEXT",
    "goals": "What you want to become able to do comes here: cop-tui goal add TEXT",
    "learning": "What you learn comes here: cop-tui learn TEXT",
    "stories": "Your story comes here: cop-tui tell TEXT",
    "check-ins": "Your check-ins come here: cop-tui checkin",
}
"""What may be listed, and what is said where there is none of it yet."""


@click.command("list")
@click.argument("kind", type=click.Choice(list(KINDS)))
@json_option()
@click.option("--csv", "as_csv", is_flag=True, help="Print a table that a spreadsheet opens.")
@click.pass_obj
def list_kind(here: Here, *, kind: str, as_json: bool, as_csv: bool) -> None:
    """Everything of one kind.

    KIND is communities, people, interests, invitations, commitments, goals, learning, stories or check-ins. In a table
    what a spreadsheet would take for a formula has an apostrophe before it; +33 1 becomes '+33 1.
    """
    if as_csv and as_json:
        raise WrongUse("It is printed as JSON or as a table", "Leave out --json or --csv")
    if as_csv:
        _print_table(here, kind)
    else:
        print_list(here, kind, as_json=as_json)


def _print_table(here: Here, kind: str) -> None:
    from cop_tui.domain.book import TABLES
    from cop_tui.exchange.tables import table

    say_file(table(TABLES[kind.replace("-", "_")], _in_order(here, kind), here.book))


def print_list(here: Here, kind: str, *, as_json: bool) -> None:
    """Print all records of a kind, as lines or as JSON."""
    records = _in_order(here, kind)
    if as_json:
        say_json(records)
    elif records:
        from cop_tui.cli.pages import row_of

        say_lines(columns([row_of(here, one) for one in records], most=(12, 60, 40), indent=0))
    else:
        narrate(KINDS[kind])


def _in_order(here: Here, kind: str) -> "list[Record]":
    """Return the records of a kind: what has a date by its date, what has a name by its name."""
    records: list[Record] = list(getattr(here.book, kind.replace("-", "_")).values())
    if kind in ("communities", "people"):
        return sorted(records, key=lambda one: (str(getattr(one, "name", "")).casefold(), one.id))
    if kind == "interests":
        return sorted(records, key=lambda one: (str(getattr(one, "subject", "")).casefold(), one.id))
    return sorted(records, key=lambda one: (_sorting(one), one.id))


def _sorting(record: "Record") -> str:
    """Return the moment in UTC by which a record is put in order; those without a date come last."""
    from datetime import UTC, date, datetime

    moment = next((getattr(record, name) for name in ("start", "on", "day", "by") if hasattr(record, name)), None)
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat()
    return moment.isoformat() if isinstance(moment, date) else "~"


@click.command()
@ref_argument()
@json_option()
@click.pass_obj
def show(here: Here, *, record: "Record", as_json: bool) -> None:
    """One record in full."""
    from cop_tui.cli.pages import page_of

    if as_json:
        say_json(record)
    else:
        say_lines(page_of(here, record))


@click.command()
@ref_argument()
@click.pass_obj
def remove(here: Here, *, record: "Record") -> None:
    """Take out a record.

    What belongs to it goes with it, and undo brings all of it back.
    """
    from cop_tui.practice.remove import remove as removed

    did(here, removed(here.book, record, now=here.now))
