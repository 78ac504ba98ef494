"""`yes`, `maybe` and `no`: answers to invitations, and promises of one's own."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from cop_tui.cli.completion import offer_records
from cop_tui.cli.context import Here
from cop_tui.cli.options import FilePath, as_title, community_option, ref_argument, when_option
from cop_tui.cli.reporting import did
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community
from cop_tui.domain.errors import NotFound, WrongUse
from cop_tui.domain.interest import folded
from cop_tui.domain.invitation import Answer, Invitation, State, Way
from cop_tui.practice.when import When

if TYPE_CHECKING:
    from cop_tui.domain.change import Change

F = TypeVar("F", bound=Callable[..., object])


def reply_option() -> Callable[[F], F]:
    """Add `--reply`."""
    return click.option(
        "--reply",
        type=FilePath(),
        metavar="FILE",
        help="Write your answer for the host to a new file: a mail to send (.eml), or for calendars (iTIP REPLY).",
    )


@click.command()
@click.argument(
    "text", nargs=-1, required=True, callback=as_title, metavar="REF|TEXT…", shell_complete=offer_records(Invitation)
)
@when_option("--on", "When: the date of a promise, or of a proposal without one.")
@community_option()
@reply_option()
@click.pass_obj
def yes(here: Here, *, text: str, on: When | None, community: Community | None, reply: Path | None) -> None:
    """Say yes to an invitation, or make a promise of your own.

    Words that name an open invitation say yes to it; any other words are what you promise. The id of a promise says
    that you are still coming.
    """
    match _meant(here, text, replying=reply is not None):
        case Invitation() as invitation:
            _accept(here, invitation, on, community, reply)
        case Commitment() as commitment:
            _still_coming(here, commitment, given=bool(on or community or reply))
        case _:
            _promise(here, text, on, community, reply)


@click.command()
@ref_argument(Invitation)
@when_option("--on", "Of a series: the one date that you answer.")
@reply_option()
@click.pass_obj
def maybe(here: Here, *, record: Invitation, on: When | None, reply: Path | None) -> None:
    """Say maybe to an invitation."""
    from cop_tui.cli.finding import occurrence_on
    from cop_tui.practice.say_yes import say_maybe

    change = say_maybe(here.book, record, now=here.now, occurrence=occurrence_on(here, record, on))
    _answer(here, record, change, reply, on)


@click.command()
@ref_argument(Invitation)
@when_option("--on", "Of a series: the one date that you answer.")
@reply_option()
@click.pass_obj
def no(here: Here, *, record: Invitation, on: When | None, reply: Path | None) -> None:
    """Say no to an invitation.

    After a yes, its open promises are excused: you said so in time.
    """
    from cop_tui.cli.finding import occurrence_on
    from cop_tui.practice.say_yes import say_no

    change = say_no(here.book, record, now=here.now, occurrence=occurrence_on(here, record, on))
    _answer(here, record, change, reply, on)


def _meant(here: Here, text: str, *, replying: bool) -> Invitation | Commitment | None:
    """Return the invitation or promise that the words refer to; none where they are a promise of one's own."""
    from cop_tui.cli.finding import looks_like_an_id
    from cop_tui.practice.resolve import resolve

    is_id = looks_like_an_id(text)
    received = [one for one in here.book.invitations.values() if one.way is Way.RECEIVED]
    among = received if replying else [one for one in received if _may_be_meant(one, text, here.now)]
    try:
        if is_id:
            found = resolve(here.book, text, Invitation, Commitment, among=among)
        else:
            found = resolve(here.book, text, Invitation, among=among)
    except NotFound as error:
        if is_id:
            hint = "If it is a promise of your own, say it in more than one word"
            raise NotFound(f"There is no invitation with an id that begins with {text}", hint) from error
        return None
    return found if isinstance(found, Invitation | Commitment) else None


def _may_be_meant(invitation: Invitation, text: str, now: datetime) -> bool:
    """Tell whether words can say yes to this invitation rather than be a promise of one's own.

    Parts of a title are enough where the invitation is ahead and not said yes to. The whole title is needed where it
    is past, was withdrawn or said yes to; what is past and answered is over.
    """
    last = invitation.end or invitation.start
    ahead = last is None or last >= now or bool(invitation.recurrence)
    if ahead and invitation.state is State.OPEN and invitation.answer is not Answer.YES:
        return True
    over = not ahead and invitation.answer in (Answer.YES, Answer.NO)
    return not over and folded(invitation.title) == folded(text)


def _accept(
    here: Here, invitation: Invitation, on: When | None, community: Community | None, reply: Path | None
) -> None:
    from cop_tui.cli.finding import occurrence_on
    from cop_tui.practice.people import edit
    from cop_tui.practice.say_yes import say_yes

    placed = edit(here.book, invitation, now=here.now, community=community.id) if community else None
    book = here.book.apply(placed) if placed else here.book
    known = book.invitations[invitation.id]
    occurrence = occurrence_on(here, known, on)
    if on is None or occurrence:
        change = say_yes(book, known, now=here.now, occurrence=occurrence)
    else:
        change = say_yes(book, known, now=here.now, start=on.start, all_day=on.all_day)
    _answer(here, invitation, placed.then(change, change.sentence) if placed else change, reply, on)


def _answer(here: Here, invitation: Invitation, change: "Change", reply: Path | None, on: When | None) -> None:
    """Write down an answer, and with it the reply for the host where one is wanted."""
    from cop_tui.cli.posting import posting

    answered = [one for one in change.put if isinstance(one, Invitation)]
    about = next((one for one in answered if one.id == invitation.id), [*answered, invitation][0])
    with posting(here, reply, "REPLY", about, here.book.apply(change)):
        did(here, change, Commitment, when=on)


def _still_coming(here: Here, commitment: Commitment, *, given: bool) -> None:
    from cop_tui.practice.say_yes import still_coming

    if given or commitment.outcome is not Outcome.OPEN:
        raise WrongUse(f"{commitment.what!r} is a promise that you made already", "cop-tui move gives it another day")
    did(here, still_coming(here.book, commitment, now=here.now))


def _promise(here: Here, text: str, on: When | None, community: Community | None, reply: Path | None) -> None:
    from cop_tui.practice.say_yes import promise

    if reply:
        raise WrongUse(f"No invitation fits {text!r}, so there is nobody to reply to", "See: cop-tui list invitations")
    start, all_day = (on.start, on.all_day) if on else (None, False)
    change = promise(here.book, text, now=here.now, start=start, all_day=all_day, community=community)
    did(here, change, Commitment, when=on)
