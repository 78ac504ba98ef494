"""Where a command runs: its files, its clock, its notebook. Everything is looked up when it is first needed."""

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cop_tui.domain.errors import WrongUse

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from cop_tui.domain.book import Book
    from cop_tui.domain.change import Change
    from cop_tui.settings.table import Settings
    from cop_tui.storage.notebook import Notebook

APP = "cop-tui"
"""The name of the folders that a system keeps for the program."""


class Here:
    """The surroundings of one command.

    Note: Reading never writes. What the passing days add to a series that the member said yes to is reckoned in
    memory (`book`) and goes to the file together with the next change (`apply`), as one step to undo.
    """

    def __init__(self) -> None:
        """Begin without having looked at anything."""
        self.data: Path | None = None
        """The notebook that the member named, if they did."""
        self.config: Path | None = None
        """The settings that the member named, if they did."""

    @cached_property
    def notebook_path(self) -> Path:
        """The notebook: named by option or environment, or where the system keeps a user's data."""
        return self.data or _from_environment("COP_TUI_DATA") or _system_folder("data") / "notebook.json"

    @cached_property
    def settings_path(self) -> Path:
        """The settings: named by option or environment, or where the system keeps a user's configuration."""
        return self.config or _from_environment("COP_TUI_CONFIG") or _system_folder("config") / "config.toml"

    @cached_property
    def settings(self) -> "Settings":
        """What the member set; how things are by themselves where there is no file."""
        from cop_tui.settings.file import read

        return read(self.settings_path, _wrong_keys)

    @cached_property
    def notebook(self) -> "Notebook":
        """The notebook, opened; settings that are wrong are told before."""
        from cop_tui.storage.notebook import Notebook

        _ = self.settings
        return Notebook.open(self.notebook_path, now=self.moment.astimezone(machine_zone()))

    @cached_property
    def book(self) -> "Book":
        """Everything the member keeps, series topped up to now."""
        return self.notebook.book.apply(self._days_passed)

    @cached_property
    def _days_passed(self) -> "Change":
        from cop_tui.practice.say_yes import top_up

        return top_up(self.notebook.book, now=self.now)

    @cached_property
    def moment(self) -> datetime:
        """Now, aware, in whatever zone; the same as long as the command runs."""
        return clock_reading()

    @cached_property
    def now(self) -> datetime:
        """Now in the member's zone."""
        return self.moment.astimezone(self.zone)

    @cached_property
    def zone(self) -> "ZoneInfo":
        """The member's zone, else the machine's."""
        return zone_of(self.notebook.book)

    def clock(self) -> datetime:
        """Read the clock anew, in the member's zone: for what runs longer than a command."""
        return now_of(self.notebook.book)

    def apply(self, change: "Change", *, back_up_first: bool = False) -> "Book":
        """Write a change to the notebook and return the book after it."""
        whole = self._days_passed.then(change, change.sentence) if change else change
        self.book = self.notebook.apply(whole, back_up_first=back_up_first)
        return self.book


def clock_reading() -> datetime:
    """Return the moment that `$COP_TUI_NOW` names, else the system's.

    Raises:
        WrongUse: The variable holds no moment with an offset.
    """
    words = os.environ.get("COP_TUI_NOW", "").strip()
    if not words:
        return datetime.now(UTC)
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise WrongUse(
            f"COP_TUI_NOW is {words!r}, which is no moment with an offset", "as in 2026-11-23T09:00:00+01:00"
        )
    return moment


def now_of(book: "Book") -> datetime:
    """Read the clock, in the zone of the member whose book this is."""
    return clock_reading().astimezone(zone_of(book))


def zone_of(book: "Book") -> "ZoneInfo":
    """Return the zone of the member whose book this is, else the machine's."""
    from cop_tui.domain.moment import zone_named

    return zone_named(book.me.timezone) or machine_zone()


def machine_zone() -> "ZoneInfo":
    """Return the machine's zone: `$TZ` where it names one, else what the system says."""
    from zoneinfo import ZoneInfo

    from cop_tui.domain.moment import zone_named

    named = zone_named(os.environ.get("TZ", "").removeprefix(":"))
    if named is not None:
        return named
    import warnings

    import tzlocal

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            name = tzlocal.get_localzone_name()
    except (LookupError, ValueError, OSError):
        name = ""
    return zone_named(name or "") or _zone_of_offset() or ZoneInfo("UTC")


def _zone_of_offset() -> "ZoneInfo | None":
    """Return a zone with the machine's present offset, where that is a number of hours."""
    from cop_tui.domain.moment import zone_named

    offset = datetime.now(UTC).astimezone().utcoffset()
    hours, rest = divmod(int(offset.total_seconds()), 3600) if offset else (0, 0)
    return zone_named(f"Etc/GMT{-hours:+d}") if hours and not rest else None


def _wrong_keys(keys: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    """Tell what is wrong with the member's own keys; the table of keys is looked up only where there are any."""
    from cop_tui.tui.keymap import problems

    return problems(keys)


def _from_environment(name: str) -> Path | None:
    value = os.environ.get(name, "")
    return Path(value).expanduser() if value else None


def _system_folder(kind: str) -> Path:
    import platformdirs

    folder = platformdirs.user_data_path if kind == "data" else platformdirs.user_config_path
    return folder(APP, appauthor=False)
