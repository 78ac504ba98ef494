"""What a member does with an invitation."""

from collections.abc import Callable
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.invitation import Answer, Invitation, State, Way
from cop_tui.tui.deeds.deed import Deed


def _unless(answer: Answer) -> Callable[[Book, Invitation, datetime], bool]:
    def fits(_book: Book, one: Invitation, _now: datetime) -> bool:
        return one.way is Way.RECEIVED and one.state is not State.WITHDRAWN and one.answer is not answer

    return fits


def _can_be_posted(_book: Book, one: Invitation, _now: datetime) -> bool:
    if one.way is Way.RECEIVED:
        return one.answer is not Answer.WAITING
    return one.start is not None and bool(one.recipients)


DEEDS: tuple[Deed, ...] = (
    Deed(
        name="yes",
        kind=Invitation,
        key="y",
        title="Say yes",
        help="You will be there",
        word="yes",
        verb="cop_tui.practice.say_yes:say_yes",
        fits=_unless(Answer.YES),
    ),
    Deed(
        name="perhaps",
        kind=Invitation,
        key="p",
        title="Say perhaps",
        help="You would like to and can't promise it",
        word="perhaps",
        verb="cop_tui.practice.say_yes:say_maybe",
        fits=_unless(Answer.MAYBE),
    ),
    Deed(
        name="no",
        kind=Invitation,
        key="n",
        title="Say no",
        help="Not this time",
        word="no",
        verb="cop_tui.practice.say_yes:say_no",
        fits=_unless(Answer.NO),
    ),
    Deed(
        name="withdraw",
        kind=Invitation,
        key="w",
        title="Withdraw",
        help="Take back what you invited to; its promises are released",
        word="withdraw",
        verb="cop_tui.practice.invite:withdraw",
        fits=lambda _book, one, _now: one.way is Way.SENT and one.state is not State.WITHDRAWN,
    ),
    Deed(
        name="post",
        kind=Invitation,
        key="P",
        title="As a mail",
        help="Write your answer or your invitation as a file to send; the address is copied",
        word="as a mail",
        dialog="post",
        fits=_can_be_posted,
    ),
)
"""They fit what was received, by what was answered."""
