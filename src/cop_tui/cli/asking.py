"""`ask`, `share` and `contact`: what people care about, and being in touch with them."""

import click

from cop_tui.cli.completion import offer_people
from cop_tui.cli.context import Here
from cop_tui.cli.options import as_line, as_lines, as_text, line_option, note_option, past_option
from cop_tui.cli.reporting import did
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.person import Person
from cop_tui.practice.when import When

_DEPTHS = click.Choice([depth.value for depth in Depth])


@click.command()
@click.argument("person", callback=as_line, shell_complete=offer_people)
@click.argument("subjects", nargs=-1, required=True, callback=as_lines, metavar="SUBJECT…")
@line_option("--org", "ORG", "Where they work or belong.")
@note_option("What exactly, in their words; - reads stdin.")
@click.option("--depth", type=_DEPTHS, default=Depth.CURIOUS.value, show_default=True, help="How deep they are in it.")
@click.pass_obj
def ask(here: Here, *, person: str, subjects: tuple[str, ...], org: str | None, note: str, depth: str) -> None:
    """Note what someone cares about.

    A person who is not in the notebook yet comes into it.
    """
    from cop_tui.practice.ask import ask as asked

    change = asked(here.book, person, subjects, now=here.now, organisation=org or "", note=note, depth=Depth(depth))
    did(here, change, Person, Interest)


@click.command()
@click.argument("subjects", nargs=-1, required=True, callback=as_lines, metavar="SUBJECT…")
@click.option("--depth", type=_DEPTHS, help="How deep you are in it.")
@note_option("What exactly; - reads stdin.")
@click.pass_obj
def share(here: Here, *, subjects: tuple[str, ...], depth: str | None, note: str) -> None:
    """Note what you care about."""
    from cop_tui.practice.share import share as shared

    change = shared(here.book, subjects, now=here.now, depth=Depth(depth) if depth else None, note=note)
    did(here, change, Interest)


@click.command()
@click.argument("person", callback=as_line, shell_complete=offer_people)
@click.argument("text", nargs=-1, callback=as_text, metavar="[TEXT…]")
@past_option("--on", "When it was; now if you don't say.")
@click.pass_obj
def contact(here: Here, *, person: str, text: str, on: When | None) -> None:
    """Write down that you were in touch with someone."""
    from cop_tui.cli.days import moment_of
    from cop_tui.practice.people import in_touch, someone

    friend = someone(here.book, person, now=here.now)
    did(here, in_touch(here.book, friend, text, now=here.now, on=moment_of(on, here.now)), Person, when=on)
