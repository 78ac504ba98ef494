"""What a member does with an interest."""

from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.interest import Depth, Interest
from cop_tui.practice.discovery import spark_about, taken_subjects
from cop_tui.practice.subjects import key_of
from cop_tui.tui.deeds.deed import Deed


def _could_start(book: Book, one: Interest, _now: datetime) -> bool:
    return key_of(book, one.subject) not in taken_subjects(book) and spark_about(book, one.subject) is not None


DEEDS: tuple[Deed, ...] = (
    Deed(
        name="deeper",
        kind=Interest,
        key="plus",
        title="Deeper",
        help="You, or they, are one step deeper in it",
        word="deeper",
        verb="cop_tui.practice.share:deeper",
        fits=lambda _book, one, _now: one.depth is not Depth.CAN_HELP,
    ),
    Deed(
        name="less-deep",
        kind=Interest,
        key="minus",
        title="Less deep",
        help="You, or they, are one step less deep in it",
        word="less",
        verb="cop_tui.practice.share:less_deep",
        fits=lambda _book, one, _now: one.depth is not Depth.CURIOUS,
    ),
    Deed(
        name="start",
        kind=Interest,
        key="S",
        title="Start a community",
        help="Make a community of those who care about it, and propose it to them",
        word="start",
        dialog="start",
        fits=_could_start,
    ),
    Deed(
        name="same-subject",
        kind=Interest,
        key="M",
        title="The same subject",
        help="Another word for a subject, so that the two are one for everybody",
        word="merge",
        dialog="merge-subject",
    ),
)
"""They fit by how deep someone is in it, and by who else cares about it."""
