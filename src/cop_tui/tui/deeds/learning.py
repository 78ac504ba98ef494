"""What a member does with something learned."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.learning import Learning
from cop_tui.domain.purpose import RUNGS
from cop_tui.practice.ask_again import comes_back
from cop_tui.tui.deeds.deed import Deed


def _may_climb(_book: Book, one: Learning, _now: datetime) -> bool:
    return one.rung is not RUNGS[one.purpose][-1]


DEEDS: tuple[Deed, ...] = (
    Deed(
        name="climb",
        kind=Learning,
        key="greater_than_sign",
        title="Climb",
        help="It came a rung further",
        word="climb",
        verb="cop_tui.practice.learn:climb",
        fits=_may_climb,
    ),
    Deed(
        name="came-of-it",
        kind=Learning,
        key="w,o",
        title="What came of it",
        help="Note whether you used it, and what came of it",
        word="what came of it",
        dialog="learn",
    ),
    Deed(
        name="not-now",
        kind=Learning,
        key="x",
        title="Not now",
        help="It came back; put it off until the next time",
        word="not now",
        verb="cop_tui.practice.learn:came_back",
        fits=lambda _book, one, now: comes_back(one, now) is not None,
    ),
)
"""The rung fits as long as there is a next one; putting off, where it came back."""
