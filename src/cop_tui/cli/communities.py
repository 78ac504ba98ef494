"""`community`: the communities of practice that the member is in, or wishes there were."""

from collections.abc import Callable
from typing import TypeVar

import click

from cop_tui.cli.completion import offer_communities, offer_people
from cop_tui.cli.context import Here
from cop_tui.cli.lazy import Group
from cop_tui.cli.options import (
    as_any_community,
    as_community,
    as_line,
    as_lines,
    as_title,
    json_option,
    line_option,
    past_option,
    text_argument,
)
from cop_tui.cli.reporting import did
from cop_tui.domain.community import Community, Level, Stage
from cop_tui.domain.purpose import Purpose
from cop_tui.practice.when import When

F = TypeVar("F", bound=Callable[..., object])

_PURPOSES = click.Choice([one.value for one in Purpose])
_STAGES = click.Choice([one.value for one in Stage])
_LEVELS = click.Choice([one.value for one in Level])


def _ref(*, archived: bool = False) -> Callable[[F], F]:
    callback = as_any_community if archived else as_community
    return click.argument(
        "record", nargs=-1, required=True, callback=callback, metavar="REF…", shell_complete=offer_communities
    )


@click.group(cls=Group)
def community() -> None:
    """Your communities: add, stage, show and more."""


@community.command("add")
@text_argument("name", callback=as_title)
@line_option("--subject", "SUBJECT", "What it is about.")
@click.option("--purpose", type=_PURPOSES, help="What it is for first of all.")
@click.option(
    "--stage", type=_STAGES, default=Stage.POTENTIAL.value, show_default=True, help="Where it is in its life."
)
@click.option(
    "--crosses", multiple=True, callback=as_lines, metavar="ORG", help="An organisation in it; again for each."
)
@click.option(
    "--level", type=_LEVELS, default=Level.PERIPHERAL.value, show_default=True, help="How far in you take part."
)
@click.option("--rhythm", type=click.IntRange(1, 3660), metavar="DAYS", help="It meets one time in so many days.")
@click.pass_obj
def add(
    here: Here,
    *,
    name: str,
    subject: str | None,
    purpose: str | None,
    stage: str,
    crosses: tuple[str, ...],
    level: str,
    rhythm: int | None,
) -> None:
    """Write down a community, one that is or one that could be."""
    from cop_tui.practice.community import add_community

    change = add_community(
        here.book,
        name,
        now=here.now,
        subject=subject or "",
        purpose=Purpose(purpose) if purpose else None,
        stage=Stage(stage),
        level=Level(level),
        organisations=crosses,
        rhythm=rhythm,
    )
    did(here, change, Community)


@community.command("stage")
@_ref()
@click.argument("stage", type=_STAGES)
@past_option("--on", "The day it came there; today if you don't say.")
@click.pass_obj
def stage(here: Here, *, record: Community, stage: str, on: When | None) -> None:
    """Move a community to another stage of its life, on or back."""
    from cop_tui.cli.days import day_of
    from cop_tui.practice.community import move_stage

    did(here, move_stage(here.book, record, Stage(stage), now=here.now, on=day_of(on, here.now)), when=on)


@community.command("show")
@_ref(archived=True)
@json_option()
@click.pass_obj
def show(here: Here, *, record: Community, as_json: bool) -> None:
    """Show a community: what it is about, how it is doing, who is in it."""
    from cop_tui.cli.output import say_json, say_lines
    from cop_tui.cli.pages import community_page

    if as_json:
        say_json(record)
    else:
        say_lines(community_page(here, record))


@community.command("list")
@json_option()
@click.pass_obj
def list_all(here: Here, *, as_json: bool) -> None:
    """List your communities."""
    from cop_tui.cli.lists import print_list

    print_list(here, "communities", as_json=as_json)


@community.command("level")
@_ref()
@click.argument("level", type=_LEVELS)
@click.pass_obj
def level(here: Here, *, record: Community, level: str) -> None:
    """Choose how far in you take part."""
    from cop_tui.practice.community import set_level

    did(here, set_level(here.book, record, Level(level), now=here.now))


@community.command("rhythm")
@_ref()
@click.argument("days", type=click.IntRange(1, 3660))
@click.pass_obj
def rhythm(here: Here, *, record: Community, days: int) -> None:
    """Say how often it meets: one time in so many days."""
    from cop_tui.practice.people import edit

    did(here, edit(here.book, record, now=here.now, rhythm=days))


@community.command("with")
@_ref()
@click.option("--person", required=True, callback=as_line, metavar="PERSON", shell_complete=offer_people, help="Who.")
@click.option("--level", type=_LEVELS, default=Level.PERIPHERAL.value, show_default=True, help="How far in they are.")
@line_option("--part", "TEXT", "What they do in it.")
@click.pass_obj
def with_person(here: Here, *, record: Community, person: str, level: str, part: str | None) -> None:
    """Write down who else takes part."""
    from cop_tui.practice.community import add_taker

    did(here, add_taker(here.book, record, person, now=here.now, level=Level(level), part=part or ""))


@community.command("join")
@_ref(archived=True)
@line_option("--why", "TEXT", "Why you are in it, in one sentence.")
@click.pass_obj
def join(here: Here, *, record: Community, why: str | None) -> None:
    """Join a community, or come back to it."""
    from cop_tui.practice.community import join as joined

    did(here, joined(here.book, record, now=here.now, why=why or ""))


@community.command("leave")
@_ref()
@line_option("--why", "TEXT", "Why, if you like.")
@click.pass_obj
def leave(here: Here, *, record: Community, why: str | None) -> None:
    """Leave a community; its story is kept and put out of sight."""
    from cop_tui.practice.community import leave as left

    did(here, left(here.book, record, now=here.now, why=why or ""))


@community.command("archive")
@_ref()
@click.pass_obj
def archive(here: Here, *, record: Community) -> None:
    """Put a community out of sight that is over."""
    from cop_tui.practice.community import archive as archived

    did(here, archived(here.book, record, now=here.now))
