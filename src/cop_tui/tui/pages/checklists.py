"""Checklists on a page: a row a line, ticked or not, with what is noted beside it."""

from collections.abc import Iterable
from datetime import datetime

from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community
from cop_tui.practice.checklists import Ticked, lines_of
from cop_tui.practice.field import Checklist
from cop_tui.tui.pages import around
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Section

DONE, OPEN = "✓", "·"
"""What stands before a line that is done, and before one that is open."""


COLUMNS = (Column(tone=INK), Column(most=28, tone=SOFT), Column(most=8, tone=FAINT))
"""A line, what is noted beside it, the day it was done."""


def checklist_section(record: Community | Commitment, checklist: Checklist, now: datetime) -> Section:
    """Return a checklist as a section; opening a row notes something beside its line."""
    lines = tuple(lines_of(record, checklist))
    return Section(
        checklist.title, tuple(_row(record, line, now) for line in lines), count=_count(lines), columns=COLUMNS
    )


def _row(record: Community | Commitment, line: Ticked, now: datetime) -> Row:
    checklist, item = line.checklist.key, line.item.key
    note = line.tick.note if line.tick else ""
    sign = DONE if line.is_done else OPEN
    return Row(
        f"tick:{checklist}:{item}",
        (
            f"{sign} {line.item.text}",
            " ".join(note.split()),
            around.short_day(line.tick.on if line.tick else None, now),
        ),
        does=("tick", record.id, checklist, item),
        tone=SOFT if line.is_done else "",
    )


def _count(lines: Iterable[Ticked]) -> str:
    ticked = [line.is_done for line in lines]
    return f"{sum(ticked)} of {len(ticked)}" if any(ticked) else ""
