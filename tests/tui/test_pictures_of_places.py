"""Pictures of every place, of open records and of every dialog, compared with those that were looked at.

They are renewed with `pytest --snapshot-update` on the Textual that pyproject.toml names, and looked at again.
"""

from datetime import date, datetime
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from textual.pilot import Pilot

from cop_tui.domain.goal import Goal
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Answer, Invitation, Recipient, Way
from cop_tui.domain.member import ME
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Cycle, Story, Value
from cop_tui.tui.dialogs.table import DIALOGS
from cop_tui.tui.messages import OpenRecord
from cop_tui.tui.places import PLACES

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
NORMAL, NARROW = (120, 36), (80, 24)
LOOKS = pytest.mark.parametrize(
    "look", product(["hearth", "daylight"], [NORMAL, NARROW]), ids=lambda look: f"{look[0]}-{look[1][0]}x{look[1][1]}"
)

Records = tuple[Record, ...]


@pytest.fixture(scope="session")
def full(day: Records) -> Records:
    """Return the small book with some more in it: interests of one's own, a goal, a series, what one sent, value."""
    return (
        *day,
        fresh(Interest, NOW, id="mine", who=ME, subject="compilers", depth=Depth.CAN_HELP, on=NOW),
        fresh(Interest, NOW, id="birds", who="ana", subject="birds", depth=Depth.PRACTISING, on=NOW, note="Owls"),
        fresh(Interest, NOW, id="birds-li", who="li", subject="birds", on=NOW),
        fresh(Goal, NOW, id="talk", text="Give a talk in June", why="To be less afraid", by=date(2027, 6, 1)),
        fresh(
            Invitation,
            NOW,
            id="weekly",
            title="Rust evening",
            sender="li",
            start=datetime(2026, 11, 26, 18, 0, tzinfo=ZoneInfo("Europe/Berlin")),
            timezone="Europe/Berlin",
            recurrence="RRULE:FREQ=WEEKLY",
            uid="weekly@example.org",
            answer=Answer.YES,
            organizer="mailto:li@example.org",
        ),
        fresh(
            Invitation,
            NOW,
            id="sent",
            title="An evening on compilers",
            way=Way.SENT,
            start=datetime(2026, 12, 3, 18, 0, tzinfo=ZoneInfo("Europe/Berlin")),
            timezone="Europe/Berlin",
            recipients=(Recipient(person="li", answer=Answer.YES), Recipient(person="ana")),
        ),
        fresh(
            Story,
            NOW,
            id="value",
            title="Begin with the mistake",
            body="# A heading\n\nSome *words*, and:\n\n- one\n- two\n\n> said",
            on=NOW,
            community="rust",
            people=("li",),
            starred=True,
            tags=("talk",),
            cycles=(Cycle(cycle=Value.IMMEDIATE, text="It was good to be there.", on=NOW),),
        ),
    )


async def still(pilot: Pilot[Any]) -> None:
    """Let everything come to rest."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@LOOKS
@pytest.mark.parametrize("place", PLACES[1:], ids=lambda place: place.id)
def test_a_place(snap_compare: Any, opened: Any, full: Records, place: Any, look: tuple[str, tuple[int, int]]) -> None:
    """Each place in its first view, narrow and with the page beside it, by the fire and at the window."""
    theme, size = look
    app = opened(*full, theme=theme).app

    assert snap_compare(app, press=[place.key], terminal_size=size, run_before=still)


VIEWS = {
    "month": ("4", "v"),
    "kept": ("4", "v", "v"),
    "by-stage": ("2", "v"),
    "sent": ("3", "v", "v"),
    "sparks": ("5", "v", "v"),
    "in-touch": ("6", "v"),
    "goals": ("7", "v", "v"),
    "value": ("8", "v"),
    "prompts": ("8", "v", "v", "v", "v"),
    "filter": ("8", "f", *"#talk @Li"),
}
"""Views that are drawn in ways of their own: the keys that lead there."""


@pytest.mark.parametrize("name", VIEWS)
def test_a_view(snap_compare: Any, opened: Any, full: Records, name: str) -> None:
    """What a place shows from another side."""
    assert snap_compare(opened(*full).app, press=VIEWS[name], terminal_size=NORMAL, run_before=still)


@pytest.mark.parametrize("record", ["rust", "ana", "weekly", "circle", "mine", "talk", "learned-3", "value"])
def test_an_open_record(snap_compare: Any, opened: Any, full: Records, record: str) -> None:
    """The page of one record of each kind, where there is little room."""

    async def lead(pilot: Pilot[Any]) -> None:
        pilot.app.post_message(OpenRecord(record))
        await still(pilot)
        await still(pilot)

    assert snap_compare(opened(*full).app, terminal_size=NARROW, run_before=lead)


DIALOGS_ABOUT: dict[str, tuple[str, ...]] = {
    "how-often": ("ana",),
    "merge": ("ana",),
    "merge-subject": ("birds",),
    "start": ("birds", "ana", "li"),
    "edit": ("weekly",),
    "stage": ("rust",),
    "level": ("rust",),
    "join": ("rust",),
    "leave": ("rust",),
    "takers": ("rust",),
    "behind": ("rust", "focus"),
    "you": (),
    "welcome": (),
    "new": ("communities",),
    "search": (),
    "settings": (),
    "checklists": ("rust",),
    "reflect": ("closed-1",),
    "tick": ("rust", "joining", "why"),
    "post": ("weekly",),
    "their-answer": ("sent", "ana"),
    "one-date": ("weekly", "2026-11-26T17:00:00+00:00"),
    "value": ("value",),
    "day-off": (),
    "pause": (),
    "resume": (),
    "link": ("https://example.org/a",),
    "write": (),
}
"""Every dialog that has no picture elsewhere, with what it is about."""

ELSEWHERE = {"ask", "share", "invite", "yes", "learn", "tell", "contact", "me", "rhythm", "another-day"}
"""Dialogs whose pictures are in test_dialogs and test_pictures."""

NO_PICTURE = {"editor"}
"""What gives the screen away."""


def test_every_dialog_has_its_picture() -> None:
    """None was forgotten."""
    assert DIALOGS.keys() == DIALOGS_ABOUT.keys() | ELSEWHERE | NO_PICTURE


@pytest.mark.parametrize("name", DIALOGS_ABOUT)
def test_a_dialog(snap_compare: Any, opened: Any, full: Records, name: str) -> None:
    """Each once, where there is little room."""

    async def lead(pilot: Pilot[Any]) -> None:
        app: Any = pilot.app
        app.action_open(name, DIALOGS_ABOUT[name])
        await still(pilot)

    assert snap_compare(opened(*full).app, terminal_size=NARROW, run_before=lead)
