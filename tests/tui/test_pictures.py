"""Pictures of Today and of what opens over it, compared with those that were looked at.

They are renewed with `pytest --snapshot-update` on the Textual that pyproject.toml names, and looked at again.
"""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cop_tui.domain.record import Record

Records = tuple[Record, ...]
NORMAL, NARROW, WIDE = (120, 36), (80, 24), (160, 45)


async def still(pilot: Pilot[Any]) -> None:
    """Let no cursor blink."""
    await pilot.pause()
    for box in pilot.app.screen.query(Input):
        box.cursor_blink = False
    await pilot.pause()


@pytest.mark.parametrize("theme", ["hearth", "daylight"])
@pytest.mark.parametrize("size", [NORMAL, NARROW, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_today(snap_compare: Any, opened: Any, day: Records, theme: str, size: tuple[int, int]) -> None:
    """Today in one, two and three columns, by the fire and at the window."""
    assert snap_compare(opened(*day, theme=theme).app, terminal_size=size, run_before=still)


def test_today_with_nothing_in_it(snap_compare: Any, opened: Any) -> None:
    """The first day: what this place is for, and the key that begins."""
    assert snap_compare(opened().app, terminal_size=NARROW, run_before=still)


OVER = {
    "keys": (["question_mark"], NORMAL),
    "keys-narrow": (["question_mark"], NARROW),
    "detail": (["j", "j", "enter"], NARROW),
    "another-day": (["r", *"fri 18:00"], NORMAL),
    "ask": (["a", *"Ana"], NORMAL),
    "ask-error": (["a", "enter"], NARROW),
}
"""What opens over Today: the keys that lead there, and the size."""


@pytest.mark.parametrize("name", OVER)
def test_what_opens_over_today(snap_compare: Any, opened: Any, day: Records, name: str) -> None:
    """Help, a detail, and dialogs that ask, that understand and that refuse."""
    keys, size = OVER[name]

    assert snap_compare(opened(*day).app, press=keys, terminal_size=size, run_before=still)
