"""The figures: what is measured, what stands beside it in the same run, and how much more it may cost at most."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import msgspec
from tests.benchmarks import headless, journals
from tests.benchmarks.books import DUE, NOW, WORD, write_book
from tests.benchmarks.calendars import write_calendar

from cop_tui.domain.change import Change
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.storage.codec import decode_tables
from cop_tui.storage.notebook import Notebook

if TYPE_CHECKING:
    from tests.benchmarks.terminal import Shown

OURS = [sys.executable, "-m", "cop_tui"]
"""How the program is called."""

TODAY = (DUE, "Did you show up?", "Your rhythm", "Communities")
"""What stands on the screen when Today's content is painted."""

DOOIT = [sys.executable, "-m", "dooit"]
"""How a peer is called: tasks in the terminal, on Textual."""

WELCOME = ("Welcome to Dooit!", "NORMAL")
"""What stands on its screen when it has painted."""

PRESSED: Mapping[str, tuple[headless.Presses, int]] = {
    "a key in a list": (headless.in_a_list, 33),
    "a switch of places": (headless.between_places, 80),
    "a place, the first time": (headless.to_new_places, 80),
    "a letter in search": (headless.in_search, 33),
}
"""What is pressed in the app without a terminal, with the milliseconds within which it is painted."""

MANY = 9
"""Runs of what is quick."""
FEW = 3
"""Runs of what takes long."""


@dataclass(frozen=True)
class Figure:
    """One figure."""

    name: str
    """What is measured."""
    beside: str
    """What stands beside it; empty where the limit is a time of its own."""
    at_most: float
    """How many times that it may cost; or milliseconds, where nothing stands beside it."""
    ours: Callable[[], float]
    """Measures it once: seconds, or megabytes."""
    theirs: Callable[[], float] | None = None
    """Measures once what stands beside it."""
    runs: int = MANY
    """How often both are measured."""
    unit: str = "ms"
    """In what both are told: `ms`, or `MB` of what is measured in megabytes."""


class Bench:
    """The files that the figures work on, made when they are first needed, in a folder of their own."""

    def __init__(self, folder: Path, size: int, calendar: Path | None = None) -> None:
        """Work in this folder with books of this many records; import this calendar, or one that is made up."""
        self.folder = folder
        self.size = size
        self._calendar = calendar
        self._numbers = count()

    @cached_property
    def book(self) -> Path:
        """The book."""
        return self.book_of(self.size)

    def book_of(self, size: int) -> Path:
        """Return a book of another size."""
        path = self.folder / f"book-{size}.json"
        return path if path.exists() else write_book(path, size)

    @cached_property
    def calendar(self) -> Path:
        """The calendar that is imported."""
        return self._calendar or write_calendar(self.folder / "calendar.ics")

    @cached_property
    def tagged(self) -> list[str]:
        """The command for a journal of jrnl with two tags in each entry."""
        return journals.begin(self.folder / "tagged", self.size, tagged=True)

    @cached_property
    def plain(self) -> list[str]:
        """The command for a journal of jrnl without tags."""
        return journals.begin(self.folder / "plain", self.size, tagged=False)

    def copy(self, size: int | None = None) -> Path:
        """Return a book of its own for a run that writes."""
        folder = self.folder / f"run-{next(self._numbers)}"
        folder.mkdir()
        return Path(shutil.copyfile(self.book_of(size or self.size), folder / "notebook.json"))

    def environment(self, book: Path) -> dict[str, str]:
        """Return the environment of the program on a book, at the moment at which the book ends."""
        ours = {"COP_TUI_DATA": str(book), "COP_TUI_CONFIG": str(self.folder / "none.toml")}
        fixed = {"COP_TUI_NOW": NOW.isoformat(), "TERM": "xterm-256color", "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8"}
        return {**member_environment(), **ours, **fixed}

    def call(self, command: Sequence[str], *, env: Mapping[str, str] | None = None) -> float:
        """Run a command to its end and return the seconds.

        Raises:
            RuntimeError: It failed; a figure of it would mean nothing.
        """
        env = env or member_environment()
        begun = perf_counter()
        done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        taken = perf_counter() - begun
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} failed: {done.stderr.decode()[-500:]}")
        return taken

    def ours(self, *words: str, size: int | None = None, writes: bool = False) -> Callable[[], float]:
        """Return what runs one of our commands; one that writes gets a copy of the book."""

        def run() -> float:
            book = self.copy(size) if writes else self.book_of(size or self.size)
            return self.call([*OURS, *words], env=self.environment(book))

        return run

    def jrnl(self, *words: str, tagged: bool = False) -> Callable[[], float]:
        """Return what runs jrnl on its journal."""
        return lambda: self.call([*(self.tagged if tagged else self.plain), *words])

    def opened(self, size: int | None = None) -> "Shown":
        """Open the app until Today stands on the screen, and return what that took."""
        from tests.benchmarks.terminal import first_frame

        return first_frame(OURS, TODAY, self.environment(self.book_of(size or self.size)))


def member_environment() -> dict[str, str]:
    """Return this environment without what would keep Python from writing its bytecode: members have it written."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def has_terminal() -> bool:
    """Tell whether an app can be shown in a terminal here."""
    return find_spec("pty") is not None and find_spec("pyte") is not None


def has_dooit() -> bool:
    """Tell whether that peer is installed."""
    return find_spec("dooit") is not None


def dooit_environment(folder: Path) -> dict[str, str]:
    """Return the environment of that peer, with settings and tasks of its own: none."""
    own = {f"XDG_{kind}_HOME": str(folder / f"dooit-{kind.lower()}") for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    return {**member_environment(), **own, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


def figures(bench: Bench) -> Iterator[Figure]:
    """Go through the figures in the order of the table."""
    if has_terminal():
        yield from _shown(bench)
    yield from _starts(bench)
    if journals.is_there():
        yield from _beside_jrnl(bench)
    yield from _saves(bench)
    yield from _keys(bench)
    calendar = str(bench.calendar)
    code = f"import icalendar; icalendar.Calendar.from_ical(open({calendar!r}, 'rb').read())"
    parsing = [sys.executable, "-c", code]
    yield Figure(
        "import of 4,778 events", "icalendar parsing it", 2.5,
        bench.ours("import", calendar, writes=True), lambda: bench.call(parsing), FEW,
    )  # fmt: skip


def growing(bench: Bench, size: int) -> Iterator[Figure]:
    """Go through what a book of another size costs beside the same at the first size."""
    beside = f"at {bench.size:,}"
    commands: tuple[tuple[str, ...], ...] = (
        ("today",), ("tell", "A thing happened."), ("search", WORD), ("export json",), ("export markdown",),
        ("import", str(bench.calendar)),
    )  # fmt: skip
    for name, *words in commands:
        call, writes = (*name.split(), *words), name in ("tell", "import")
        ours, theirs = bench.ours(*call, size=size, writes=writes), bench.ours(*call, writes=writes)
        yield Figure(f"{name} at {size:,}", beside, 6, ours, theirs, FEW)
    yield Figure(f"saved change at {size:,}", beside, 6, _change(bench, size), _change(bench), 25)
    for name, (presses, _) in PRESSED.items():
        yield Figure(f"{name} at {size:,}", beside, 6, _late(bench, presses, size), _late(bench, presses), FEW)
    if has_terminal():
        seconds, megabytes = (lambda: bench.opened(size).seconds), (lambda: bench.opened(size).megabytes)
        yield Figure(f"Today's content at {size:,}", beside, 6, seconds, lambda: bench.opened().seconds, FEW)
        yield Figure(f"its memory at {size:,}", beside, 6, megabytes, lambda: bench.opened().megabytes, FEW, "MB")


def _shown(bench: Bench) -> Iterator[Figure]:
    from tests.benchmarks.terminal import first_frame

    env, bare = bench.environment(bench.book), [sys.executable, "-m", "tests.benchmarks.bare_app"]
    seen = ("Nothing to see", "Leave it")
    yield Figure(
        "Today's content painted", "a bare Textual app", 1.25,
        lambda: bench.opened().seconds, lambda: first_frame(bare, seen, env).seconds, 2 * MANY,
    )  # fmt: skip
    yield Figure(
        "its memory then", "the bare app", 2.2,
        lambda: bench.opened().megabytes, lambda: first_frame(bare, seen, env).megabytes, FEW, "MB",
    )  # fmt: skip
    if has_dooit():
        empty = dooit_environment(bench.folder)
        yield Figure(
            "Today's content painted", "dooit, nothing in it", 1,
            lambda: bench.opened().seconds, lambda: first_frame(DOOIT, WELCOME, empty).seconds, MANY,
        )  # fmt: skip


def _starts(bench: Bench) -> Iterator[Figure]:
    click = [sys.executable, "-c", "import click"]
    for option in ("--version", "--help"):
        yield Figure(option, "import click", 1.5, bench.ours(option), lambda: bench.call(click), 2 * MANY)


def _beside_jrnl(bench: Bench) -> Iterator[Figure]:
    jrnl, ours = bench.jrnl, bench.ours
    entry, tagged = "A thing happened. It was good.", "A thing happened @craft @graph. It was good."
    yield Figure("today", "jrnl -n 5", 0.2, ours("today"), jrnl("-n", "5"), MANY)
    telling = ours("tell", tagged.replace("@", "#"), writes=True)
    yield Figure("tell", "jrnl, with tags", 0.02, telling, jrnl(tagged, tagged=True), 1)
    yield Figure("tell", "jrnl, without", 0.2, ours("tell", entry, writes=True), jrnl(entry), FEW)
    yield Figure("search", "jrnl -contains", 0.2, ours("search", WORD), jrnl("-contains", WORD), MANY)
    written = ours("export", "json")
    yield Figure("export json", "jrnl, with tags", 0.03, written, jrnl("--format", "json", tagged=True), 1)
    yield Figure("export json", "jrnl, without", 0.3, written, jrnl("--format", "json"), FEW)
    yield Figure("export markdown", "jrnl", 0.6, ours("export", "markdown"), jrnl("--format", "markdown"), FEW)


def _saves(bench: Bench) -> Iterator[Figure]:
    book = bench.copy()
    tables = decode_tables(book.read_bytes())

    def floor() -> float:
        begun = perf_counter()
        data = msgspec.json.encode(tables)
        with book.with_name("bare.tmp").open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        book.with_name("bare.tmp").replace(book.with_name("bare.json"))
        return perf_counter() - begun

    yield Figure("one saved change, in process", "encode, write, fsync, rename", 1.5, _change(bench), floor, 25)


def _change(bench: Bench, size: int | None = None) -> Callable[[], float]:
    """Return what writes a change to an open notebook; the first one, which keeps the day's backup, does not count."""
    opened: list[Notebook] = []

    def change() -> float:
        put = (fresh(Person, NOW, name="Ana"),)
        if not opened:
            opened.append(Notebook.open(bench.copy(size), now=NOW))
            opened[0].apply(Change(sentence="Added Ana", at=NOW, put=put))
        begun = perf_counter()
        opened[0].apply(Change(sentence="Added Ana", at=NOW, put=put))
        return perf_counter() - begun

    return change


def _keys(bench: Bench) -> Iterator[Figure]:
    for name, (presses, at_most) in PRESSED.items():
        yield Figure(f"{name} (p95)", "", at_most, _late(bench, presses), runs=FEW)


def _late(bench: Bench, presses: headless.Presses, size: int | None = None) -> Callable[[], float]:
    return lambda: _p95(headless.measure(bench.copy(size), presses))


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
