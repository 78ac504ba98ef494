"""`invite` and `withdraw`: invitations and proposals that the member makes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import (
    as_title,
    community_option,
    line_option,
    note_option,
    people_option,
    ref_argument,
    when_option,
)
from cop_tui.cli.reporting import did
from cop_tui.domain.community import Community
from cop_tui.domain.invitation import Invitation, Offer
from cop_tui.practice.when import When

if TYPE_CHECKING:
    from cop_tui.domain.book import Book


class Inviting(click.Command):
    """A command that also understands `TITLE --to ANA LI`: several people after one `--to`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Give each of the people who follow a title and a `--to` a `--to` of their own."""
        with_value = {
            name for one in self.params if isinstance(one, click.Option) and not one.is_flag for name in one.opts
        }
        return super().parse_args(ctx, _one_to_each(args, with_value))


def _one_to_each(args: Sequence[str], with_value: set[str]) -> list[str]:
    spread: list[str] = []
    option, wants, titled = "", False, False
    for index, word in enumerate(args):
        if word == "--":
            return [*spread, *args[index:]]
        if word.startswith("-") and len(word) > 1:
            option, wants = word, word in with_value
        elif wants:
            wants = False
        elif titled and option == "--to":
            spread.append("--to")
        else:
            titled = True
        spread.append(word)
    return spread


@click.command(cls=Inviting)
@click.argument("title", nargs=-1, required=True, callback=as_title, metavar="TITLE…")
@people_option("--to", help_text="Whom you invite; again for each person.", required=True)
@community_option()
@when_option("--on", "When it begins.")
@line_option("--where", "TEXT", "The place, or a link.")
@note_option("What you say about it; - reads stdin.")
@click.option("--proposal", is_flag=True, help="An idea to talk about rather than a date to come to.")
@click.option("--ics", type=click.Path(path_type=Path), metavar="FILE", help="Write it for calendars (iTIP REQUEST).")
@click.pass_obj
def invite(
    here: Here,
    *,
    title: str,
    to: tuple[str, ...],
    community: Community | None,
    on: When | None,
    where: str | None,
    note: str,
    proposal: bool,
    ics: Path | None,
) -> None:
    """Write down an invitation or proposal that you make.

    People who are not in the notebook yet come into it. With --ics it is written to a new file that every calendar
    program reads.
    """
    from cop_tui.cli.writing import beside
    from cop_tui.practice.invite import invite as invited

    is_link = (where or "").startswith(("http://", "https://"))
    change = invited(
        here.book,
        title,
        to,
        now=here.now,
        community=community,
        start=on.start if on else None,
        all_day=bool(on and on.all_day),
        place="" if is_link else where or "",
        link=where or "" if is_link else "",
        note=note,
        kind=Offer.PROPOSAL if proposal else Offer.INVITATION,
    )
    made = next(record for record in change.put if isinstance(record, Invitation))
    with beside(ics, lambda: _request(here, made, here.book.apply(change))):
        did(here, change, Invitation, when=on)


def _request(here: Here, invitation: Invitation, book: "Book") -> bytes:
    from cop_tui.exchange.itip import request

    return request(invitation, book, now=here.now)


@click.command()
@ref_argument(Invitation)
@click.pass_obj
def withdraw(here: Here, *, record: Invitation) -> None:
    """Take back an invitation that you made."""
    from cop_tui.practice.invite import withdraw as withdrawn

    did(here, withdrawn(here.book, record, now=here.now))
