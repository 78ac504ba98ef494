"""What a member does with a promise."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.practice.agenda import asks_once, is_due
from cop_tui.tui.deeds.deed import Deed


def _may_be_kept(_book: Book, one: Commitment, now: datetime) -> bool:
    return one.outcome is not Outcome.KEPT and (one.kind is Promise.DO or _is_over(one, now))


def _may_be_missed(_book: Book, one: Commitment, now: datetime) -> bool:
    return one.outcome is not Outcome.MISSED and _is_over(one, now)


def _is_over(one: Commitment, now: datetime) -> bool:
    return one.outcome is not Outcome.OPEN or is_due(one, now)


def _is_asked_about(book: Book, one: Commitment, now: datetime) -> bool:
    return one.outcome is Outcome.OPEN and asks_once(book, one, now)


DEEDS: tuple[Deed, ...] = (
    Deed(
        name="still-coming",
        kind=Commitment,
        key="y",
        title="Still coming",
        help="You said yes, and you are on your way",
        word="still coming",
        verb="cop_tui.practice.say_yes:still_coming",
        fits=_is_asked_about,
    ),
    Deed(
        name="showed-up",
        kind=Commitment,
        key="y",
        title="Showed up",
        help="You were there, or you did it",
        word="showed up",
        verb="cop_tui.practice.show_up:showed_up",
        fits=lambda book, one, now: _may_be_kept(book, one, now) and not _is_asked_about(book, one, now),
    ),
    Deed(
        name="missed",
        kind=Commitment,
        key="m",
        title="Missed",
        help="You were not there and had not said so",
        word="missed",
        verb="cop_tui.practice.show_up:missed",
        fits=_may_be_missed,
    ),
    Deed(
        name="excused",
        kind=Commitment,
        key="x",
        title="Excused",
        help="You said in time that you can't",
        word="excused",
        verb="cop_tui.practice.show_up:excuse",
        fits=lambda _book, one, _now: one.outcome is not Outcome.EXCUSED,
    ),
    Deed(
        name="another-day",
        kind=Commitment,
        key="r",
        title="Another day",
        help="It moved, or you move it",
        word="another day",
        dialog="another-day",
        fits=lambda _book, one, _now: one.outcome is Outcome.OPEN,
    ),
    Deed(
        name="reflect",
        kind=Commitment,
        key="w",
        title="How it was",
        help="Write how it was and what you take away",
        word="how it was",
        dialog="reflect",
        fits=lambda _book, one, now: _is_over(one, now),
    ),
)
"""They fit by what came of the promise, and by whether its time has come."""
