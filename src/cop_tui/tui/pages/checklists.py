"""Checklists on a page: a row a line, ticked or not, with what is noted beside it."""

from collections.abc import Iterable

from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community
from cop_tui.practice.checklists import Ticked, lines_of
from cop_tui.practice.field import Checklist
from cop_tui.tui.tones import SOFT
from cop_tui.tui.widgets.rows import Row, Section

DONE, OPEN = "✓", "·"
"""What stands before a line that is done, and before one that is open."""


def checklist_section(record: Community | Commitment, checklist: Checklist) -> Section:
    """Return a checklist as a section; opening a row notes something beside its line."""
    lines = tuple(lines_of(record, checklist))
    return Section(checklist.title, tuple(_row(record, line) for line in lines), count=_count(lines))


def _row(record: Community | Commitment, line: Ticked) -> Row:
    checklist, item = line.checklist.key, line.item.key
    note = line.tick.note if line.tick else ""
    sign = DONE if line.is_done else OPEN
    return Row(
        f"tick:{checklist}:{item}",
        (f"{sign} {line.item.text}", " ".join(note.split())),
        does=("tick", record.id, checklist, item),
        tone=SOFT if line.is_done else "",
    )


def _count(lines: Iterable[Ticked]) -> str:
    ticked = [line.is_done for line in lines]
    return f"{sum(ticked)} of {len(ticked)}" if any(ticked) else ""
