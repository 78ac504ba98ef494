"""A monkey at the keyboard: keys, clicks, sizes, hostile words, another program's changes and other days, by a seed.

Run it by hand: `python tests/tui/monkey.py --seeds 20 --steps 300`. It tells of every seed that brought the app down.
"""

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import msgspec
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, TextArea

from cop_tui.domain.change import Change
from cop_tui.domain.errors import CopError, NotebookError
from cop_tui.domain.record import Record
from cop_tui.settings.table import Settings
from cop_tui.storage.notebook import Notebook
from cop_tui.tui import actions
from cop_tui.tui.app import CopApp
from cop_tui.tui.deeds.table import DEEDS, fits
from cop_tui.tui.desk import Desk
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.new import KINDS
from cop_tui.tui.widgets.choice import Choice

SIZES = ((60, 20), (80, 24), (120, 36), (160, 45))
"""The terminals that it tries, in cells."""

WRITING = ("escape", "enter", "tab", "shift+tab", "space", "pageup", "pagedown", "up", "down", "home", "end", "ctrl+s")
"""Keys that come often, so that it gets into things and out of them."""

LETTERS = tuple("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

HOSTILE = (
    "[/x]",
    "[@click=app.quit]go[/]",
    "\x1b[2Jx\x07",
    "a\x00b",
    "abc\u202edef",
    "e\u0301 你好 🙂 שלום",
    "long" * 500,
    "'\"`$(x)`%s{0}",
    "-1",
    "99999999999999999999",
    "٣",
    "²",
    "31.2.2027",
    "29 Feb 2027",
    "24:61",
    "9999-12-31 23:59",
    "0001-01-01",
    "tomorrow 18:00",
    "29 Mar 2026 02:30",
    "in 99999999 years",
    "every second day",
    "a, b,, c,",
    ",",
    "a@b, @, x@",
    "me",
    "Nowhere/Else",
    "../../etc/passwd",
    "BEGIN:VCALENDAR\nEND:VCALENDAR",
    "\ud800",
    "#tag @li /",
    "is:open to:me with:li",
    '"',
    "(",
    "\\",
)
"""Words that it types."""

ABOUT_NONE = ("ask", "share", "invite", "yes", "learn", "tell", "search", "me", "you", "settings")
"""Dialogs that are about nothing in particular."""

JUMPS = (timedelta(minutes=1), timedelta(hours=5), timedelta(days=1), timedelta(days=40), timedelta(days=-1))
"""How the clock moves on."""


@dataclass
class Told:
    """What a monkey did, and what it came to."""

    seed: int
    steps: list[str] = field(default_factory=list)
    error: str = ""


@dataclass
class Monkey:
    """One monkey at one app."""

    app: CopApp
    other: Notebook
    """The same notebook, as another program has it open."""
    time: list[datetime]
    seed: int
    chance: random.Random = field(init=False)
    told: Told = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the seed."""
        self.chance = random.Random(self.seed)  # noqa: S311 - it shall do the same again
        self.told = Told(self.seed)

    async def play(self, steps: int) -> Told:
        """Do this many things; what brings the app down is told."""
        try:
            async with self.app.run_test(size=self.chance.choice(SIZES)) as pilot:
                for _ in range(steps):
                    await self._step(pilot)
        except (Exception, SystemExit):  # noqa: BLE001 - whatever it is, it is a find
            self.told.error = traceback.format_exc()
        return self.told

    async def _step(self, pilot: Pilot[int]) -> None:
        kinds = (
            *(self._key, self._often, self._letter, self._type, self._click),
            *(self._size, self._meanwhile, self._wait, self._dialog),
        )
        kind = self.chance.choices(kinds, (40, 25, 8, 8, 8, 2, 5, 3, 8))[0]
        await kind(pilot)

    async def _key(self, pilot: Pilot[int]) -> None:
        await self._press(pilot, self.chance.choice(KEYS))

    async def _often(self, pilot: Pilot[int]) -> None:
        await self._press(pilot, self.chance.choice(WRITING))

    async def _letter(self, pilot: Pilot[int]) -> None:
        await self._press(pilot, self.chance.choice(LETTERS))

    async def _press(self, pilot: Pilot[int], key: str) -> None:
        self.told.steps.append(f"press {key}")
        await pilot.press(key)

    async def _type(self, pilot: Pilot[int]) -> None:
        """Put words where the cursor is, as a paste does."""
        words, box = self.chance.choice(HOSTILE), self.app.focused
        self.told.steps.append(f"type {words[:40]!r} into {box!r}")
        if isinstance(box, Input):
            box.insert_text_at_cursor(words)
        elif isinstance(box, TextArea):
            box.insert(words)
        await pilot.pause()

    async def _click(self, pilot: Pilot[int]) -> None:
        width, height = self.app.size
        place = (self.chance.randrange(width), self.chance.randrange(height))
        times = self.chance.choice((1, 1, 2))
        self.told.steps.append(f"click {place} {times}")
        await pilot.click(offset=place, times=times)

    async def _size(self, pilot: Pilot[int]) -> None:
        size = self.chance.choice(SIZES)
        self.told.steps.append(f"resize {size}")
        await pilot.resize_terminal(*size)

    async def _wait(self, pilot: Pilot[int]) -> None:
        jump = self.chance.choice(JUMPS)
        self.told.steps.append(f"time {jump}")
        self.time[0] += jump
        self.app._look()
        await pilot.pause()

    async def _dialog(self, pilot: Pilot[int]) -> None:
        """Open a dialog about a record, write into it and keep it; what it is about may go or change meanwhile."""
        if isinstance(self.app.screen, Dialog):
            await self._press(pilot, "escape")
        self.app.action_open(*self._door())
        await pilot.pause()
        for _ in range(self.chance.randrange(4)):
            boxes = [one for one in self.app.screen.query("*") if isinstance(one, Input | TextArea | Choice)]
            if boxes:
                self._write(self.chance.choice(boxes))
                await pilot.pause()
        if self.chance.random() < 0.2:
            await self._meanwhile(pilot)
        if isinstance(self.app.screen, Dialog):
            await self._press(pilot, self.chance.choice(("ctrl+s", "ctrl+s", "enter", "escape")))

    def _write(self, box: Widget) -> None:
        words = self.chance.choice(HOSTILE)
        self.told.steps.append(f"write {words[:40]!r} into {box!r}")
        match box:
            case Choice():
                box.action_choose(self.chance.randrange(5))
            case Input():
                box.value = words if self.chance.random() < 0.6 else box.value + words
            case TextArea():
                box.text = words

    def _door(self) -> tuple[str, tuple[str, ...]]:
        """Return a dialog that the app would open now: about some record, or about none."""
        book, now = self.app.desk.book, self.time[0]
        doors: list[tuple[str, tuple[str, ...]]] = [
            *((name, ()) for name in ABOUT_NONE),
            *(("new", (table,)) for table in KINDS),
        ]
        records = sorted(book.records(), key=lambda one: one.id)
        if records and self.chance.random() < 0.8:
            record = self.chance.choice(records)
            meant = [deed.dialog for deed in DEEDS.values() if deed.dialog and fits(deed, book, record, now)]
            doors = [(name, (record.id,)) for name in meant] or doors
        dialog, about = self.chance.choice(doors)
        self.told.steps.append(f"dialog {dialog} {about}")
        return dialog, about

    async def _meanwhile(self, pilot: Pilot[int]) -> None:
        """Let another program remove, change or take back something; the app sees it soon, or later."""
        self.other.refresh()
        change = self._change(sorted(self.other.book.records(), key=lambda one: one.id))
        self.told.steps.append(f"meanwhile {change.sentence if change else 'undo'}")
        try:
            if change:
                self.other.apply(change)
            else:
                self.other.undo(now=self.time[0])
        except CopError as error:
            self.told.steps.append(f"  refused: {error}")
        if self.chance.random() < 0.7:
            self.app._look()
        await pilot.pause()

    def _change(self, records: list[Record]) -> Change | None:
        shown = [one for one in records if one.id in self._at_hand()] or records
        if not records or self.chance.random() < 0.2:
            return None
        record, now = self.chance.choice(shown), self.time[0]
        if self.chance.random() < 0.4:
            return Change(sentence=f"Removed {record.id}", at=now, take=(record,))
        words = [name for name in ("name", "what", "title", "body", "text", "subject", "note") if hasattr(record, name)]
        if not words:
            return Change(sentence=f"Removed {record.id}", at=now, take=(record,))
        other = msgspec.structs.replace(record, **{self.chance.choice(words): self.chance.choice(HOSTILE[:8])})
        return Change(sentence=f"Changed {record.id}", at=now, put=(other,))

    def _at_hand(self) -> set[str]:
        ids: set[str] = set()
        for screen in self.app.screen_stack:
            ids |= set(getattr(screen, "about", ()))
            look = getattr(screen, "record_in_hand", None)
            record = look() if look else None
            ids |= {record.id} if record else set()
        return ids


def _keys() -> Iterator[str]:
    for action in actions.ACTIONS:
        yield from (key for key in action.key.split(",") if key)


KEYS = tuple(dict.fromkeys(_keys()))
"""Every key that does something somewhere."""


@contextmanager
def caged() -> Iterator[None]:
    """Keep the app from leaving, and from starting any program."""

    @contextmanager
    def made_up(start: str) -> Iterator[str]:
        yield f"{start}\nmore"

    @contextmanager
    def room(_: CopApp) -> Iterator[None]:
        yield

    async def stay(_: CopApp) -> None:
        return None

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no programs here")

    def unwritten(path: Path, _: bytes) -> None:
        raise NotebookError(f"{path} can't be written")

    with ExitStack() as stack:
        stack.enter_context(patch("cop_tui.tui.dialogs.post.write_whole", unwritten))
        stack.enter_context(patch("subprocess.run", refuse))
        stack.enter_context(patch("subprocess.Popen", refuse))
        stack.enter_context(patch("webbrowser.open", lambda *_, **__: True))
        stack.enter_context(patch("cop_tui.tui.editor.written_in_editor", made_up))
        for name, instead in (("suspend", room), ("action_quit", stay)):
            stack.enter_context(patch.object(CopApp, name, instead))
        for name in ("open_url", "action_suspend_process", "deliver_screenshot", "deliver_text", "deliver_binary"):
            stack.enter_context(patch.object(CopApp, name, lambda *_, **__: None))
        yield


def monkey(folder: Path, records: Iterable[Record], now: datetime, seed: int) -> Monkey:
    """Return a monkey at an app on a new notebook with these records in it."""
    path = folder / f"{seed}.json"
    notebook = Notebook.open(path, now=now)
    notebook.apply(Change(sentence="Began", at=now, put=tuple(records)))
    time_ = [now]
    chosen = Settings(welcomed=True)
    app = CopApp(Desk(lambda: notebook, _clock(time_), chosen), start="today")
    app.animation_level = "none"
    return Monkey(app, Notebook.open(path, now=now), time_, seed)


def _clock(time_: list[datetime]) -> Callable[[], datetime]:
    return lambda: time_[0]


def main() -> int:
    """Run monkeys, one seed after the other, on the demo's book."""
    from cop_tui.practice.demo import demo_book

    parser = argparse.ArgumentParser(description="Random keys at the app")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--show", type=int, default=12, help="steps to show before a fall")
    options = parser.parse_args()
    now = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
    from zoneinfo import ZoneInfo

    now = now.astimezone(ZoneInfo("Europe/Berlin"))
    records = tuple(demo_book(now).records())
    fallen = 0
    for seed in range(options.first, options.first + options.seeds):
        with tempfile.TemporaryDirectory() as folder, caged():
            os.chdir(folder)
            began = time.perf_counter()
            told = asyncio.run(monkey(Path(folder), records, now, seed).play(options.steps))
            took = time.perf_counter() - began
            os.chdir("/")
        print(f"seed {seed}: {len(told.steps)} steps, {took:.1f} s {'FELL' if told.error else ''}", flush=True)  # noqa: T201
        if told.error:
            fallen += 1
            print("\n".join(told.steps[-options.show :]), told.error[-6000:], sep="\n", flush=True)  # noqa: T201
    return bool(fallen)


if __name__ == "__main__":
    sys.exit(main())
