"""Take the pictures of the README from the demo book at a fixed moment, never by hand.

Usage: python screenshots/take_pictures.py [FOLDER]   (default: the folder of this script)
"""  # noqa: INP001 - a script, no package

import asyncio
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from cop_tui.domain.change import Change
from cop_tui.practice.demo import demo_book
from cop_tui.settings.table import Settings
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.app import CopApp
from cop_tui.tui.desk import Desk

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
"""The moment at which all pictures are taken."""
SIZE = (120, 36)
"""Columns and lines of a picture."""


@dataclass(frozen=True)
class Picture:
    """One picture: what it is called, in which theme, and the keys that lead there."""

    name: str
    theme: str = "hearth"
    start: str = "today"
    keys: tuple[str, ...] = ()


PICTURES = (
    Picture("today-hearth"),
    Picture("today-daylight", theme="daylight"),
    Picture("check-in", start="check-in"),
    Picture("communities", keys=("2", "j")),
    Picture("community", keys=("2", "j", "enter")),
    Picture("invitations", theme="daylight", keys=("3",)),
    Picture("commitments", keys=("4",)),
    Picture("month", theme="daylight", keys=("4", "v")),
    Picture("kept", keys=("4", "v", "v")),
    Picture("discover", keys=("5", "down", "down", "right", "right")),
    Picture("people", theme="daylight", keys=("6", "j")),
    Picture("learning", keys=("7",)),
    Picture("story", theme="daylight", keys=("8", "j", "j")),
    Picture("writing", keys=("8", "W", *"Nobody knew why the borrow checker said no.")),
    Picture("search", keys=("slash", *"borrow")),
)
"""Every picture."""


async def take(picture: Picture, notebook: Notebook, folder: Path) -> Path:
    """Take one picture and return where it is."""
    app = CopApp(Desk(notebook, lambda: NOW, Settings(theme=picture.theme)), start=picture.start)
    app.animation_level = "none"
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in picture.keys:
            await pilot.press("space" if key == " " else key)
            await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        svg = app.export_screenshot(title="cop-tui")
    path = folder / f"{picture.name}.svg"
    path.write_text(svg, encoding="utf-8")
    return path


def main() -> None:
    """Take every picture, each on a notebook of its own."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as kept:
            notebook = Notebook.open(Path(kept) / "notebook.json", now=NOW)
            notebook.apply(Change(sentence="The demo book", at=NOW, put=tuple(demo_book(NOW).records())))
            print(asyncio.run(take(picture, notebook, folder)))  # noqa: T201 - a script tells what it did


if __name__ == "__main__":
    main()
