"""`invite`, `revise` and `withdraw`: invitations and proposals that the member makes."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from cop_tui.cli.context import Here
from cop_tui.cli.options import (
    FilePath,
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
from cop_tui.domain.errors import Refused, WrongUse
from cop_tui.domain.invitation import Invitation, Offer, State, Way
from cop_tui.practice.when import When

if TYPE_CHECKING:
    from datetime import datetime

    from cop_tui.domain.book import Book
    from cop_tui.domain.change import Change

F = TypeVar("F", bound=Callable[..., object])


def ics_option(help_text: str) -> Callable[[F], F]:
    """Add `--ics`, a new file for others."""
    return click.option("--ics", type=FilePath(), metavar="FILE", help=help_text)


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
@ics_option("Write it to a new file: a mail to send (.eml), or for calendars (iTIP REQUEST).")
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
    program reads, or every mail program where its name ends in .eml.
    """
    from cop_tui.cli.posting import posting
    from cop_tui.practice.invite import invite as invited

    place, link = _place_and_link(where)
    change = invited(
        here.book,
        title,
        to,
        now=here.now,
        community=community,
        start=on.start if on else None,
        all_day=bool(on and on.all_day),
        place=place,
        link=link,
        note=note,
        kind=Offer.PROPOSAL if proposal else Offer.INVITATION,
    )
    made = next(record for record in change.put if isinstance(record, Invitation))
    with posting(here, ics, "REQUEST", made, here.book.apply(change)):
        did(here, change, Invitation, when=on)


def _place_and_link(where: str | None) -> tuple[str, str]:
    """Return the place and the link that the words of `--where` are: one of them is empty."""
    words = where or ""
    return ("", words) if words.startswith(("http://", "https://")) else (words, "")


def _own(book: "Book", _now: "datetime") -> "Iterable[Invitation]":
    return [one for one in book.invitations.values() if one.way is Way.SENT and one.occurrence is None]


@click.command()
@ref_argument(Invitation, first=_own)
@line_option("--title", "TEXT", "What it is called from now on.")
@when_option("--on", "When it begins from now on; a day alone keeps the hour.")
@when_option("--of", "Of a series: the one date that changes.")
@line_option("--where", "TEXT", "The place, or a link.")
@note_option("What you say about it; - reads stdin.")
@people_option("--to", help_text="Whom you invite besides; again for each person.")
@ics_option("Write it anew to a new file: a mail to send (.eml), or for calendars (iTIP REQUEST).")
@click.pass_obj
def revise(
    here: Here,
    *,
    record: Invitation,
    title: str | None,
    on: When | None,
    of: When | None,
    where: str | None,
    note: str,
    to: tuple[str, ...],
    ics: Path | None,
) -> None:
    """Change an invitation that you made, and tell those whom you asked.

    Where the time moves, everyone is asked again. With --ics it is written to a new file for them, as an update of
    what they have; without any change, as it stands.
    """
    from cop_tui.cli.posting import posting
    from cop_tui.practice.invite import revise as revised

    if not (title or on or where or note or to or ics):
        raise WrongUse(
            "There is nothing to change", "Give --title, --on, --where, --note or --to; --ics writes it anew"
        )
    place, link = _place_and_link(where)
    given = {"title": title, "note": note, "place": place, "link": link}
    change = revised(
        here.book,
        record,
        now=here.now,
        start=on.start if on else None,
        all_day=bool(on and on.all_day),
        to=to,
        occurrence=_one_date(here, record, of),
        **{name: words for name, words in given.items() if words},
    )
    with posting(here, ics, "REQUEST", _changed(change, record), here.book.apply(change)):
        did(here, change, when=on)


@click.command()
@ref_argument(Invitation, first=_own)
@when_option("--on", "Of a series: the one date that is called off.")
@ics_option("Write it to a new file for those whom you asked: a mail (.eml), or for calendars (iTIP CANCEL).")
@click.pass_obj
def withdraw(here: Here, *, record: Invitation, on: When | None, ics: Path | None) -> None:
    """Take back an invitation that you made.

    With --ics what calls it off is written to a new file; that can be done afterwards too.
    """
    from cop_tui.cli.posting import posting
    from cop_tui.practice.gatherings import one_of
    from cop_tui.practice.invite import withdraw as withdrawn
    from cop_tui.practice.manners import nothing

    occurrence = _one_date(here, record, on)
    meant = (one_of(here.book, record, occurrence, now=here.now) if occurrence else None) or record
    if ics and meant.state is State.WITHDRAWN:
        change = nothing(f"Wrote again that {record.title} is called off", here.now)
    else:
        change = withdrawn(here.book, record, now=here.now, occurrence=occurrence)
    with posting(here, ics, "CANCEL", _changed(change, meant), here.book.apply(change)):
        did(here, change)


def _one_date(here: Here, invitation: Invitation, on: When | None) -> "datetime | None":
    """Return the start of the one gathering that is meant by a day; none where the whole is meant."""
    from cop_tui.cli.finding import occurrence_on
    from cop_tui.practice.gatherings import is_series

    if on is not None and not is_series(invitation):
        raise Refused(f"{invitation.title} is one gathering and no series", "Leave its date out")
    return occurrence_on(here, invitation, on)


def _changed(change: "Change", record: Invitation) -> Invitation:
    """Return the invitation as it is after a change: the record, or one occurrence of it."""
    put = [one for one in change.put if isinstance(one, Invitation)]
    return next((one for one in put if one.id == record.id), [*put, record][0])
