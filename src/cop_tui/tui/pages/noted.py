"""What was noted on several days, drawn: a title, then each with its day beside it, however many lines it takes."""

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content

from cop_tui.domain.learning import FollowUp
from cop_tui.tui.markup import line, lines
from cop_tui.tui.pages import around
from cop_tui.tui.pages.page import Drawing, Fact, fact
from cop_tui.tui.tones import FAINT, TITLE


def noted(title: str, parts: Sequence[Fact], *, aside: str = "") -> tuple[Drawing, ...]:
    """Return what draws parts, each with its label, under a title; nothing where there are none."""
    if not parts:
        return ()

    def drawn(width: int) -> Content:
        head = line((title, TITLE), ("  ", ""), (aside, FAINT))
        return lines(head, *(fact(label, words, width) for label, words in parts))

    return (drawn,)


def came_of_it(follow_ups: Sequence[FollowUp], now: datetime) -> tuple[Drawing, ...]:
    """Return what draws what came of something; what was only put off says so."""
    parts = [(around.short_day(one.on, now), one.text or "put off until later") for one in follow_ups]
    return noted("What came of it", parts)
