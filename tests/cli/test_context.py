"""Where a command runs: files, clock, zone."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from cop_tui.cli.context import Here, clock_reading, machine_zone
from cop_tui.domain.errors import WrongUse

Cop = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize("place", ["before", "after", "inside"])
def test_the_notebook_may_be_named_anywhere(cop: Cop, tmp_path: Path, place: str) -> None:
    """--data stands before a command, after it, or between a group and its command."""
    option = ["--data", str(tmp_path / "other.json")]
    words = {
        "before": [*option, "community", "add", "Bees"],
        "after": ["community", "add", "Bees", *option],
        "inside": ["community", *option, "add", "Bees"],
    }[place]

    result = cop(*words)

    assert result.returncode == 0
    assert (tmp_path / "other.json").exists()


def test_an_option_goes_before_the_environment(cop: Cop, notebook: Path, tmp_path: Path) -> None:
    """What the member types counts more than what is set."""
    cop("share", "Rust", "--data", str(tmp_path / "other.json"))

    assert not notebook.exists()


def test_without_option_or_environment_the_system_says_where(
    monkeypatch: pytest.MonkeyPatch, nobodys_home: Path
) -> None:
    """The user's own data and configuration folders are taken, each with the program's name."""
    monkeypatch.delenv("COP_TUI_DATA", raising=False)
    here = Here()

    assert here.notebook_path.name == "notebook.json"
    assert here.settings_path.name == "config.toml"
    assert all(
        nobodys_home in path.parents and "cop-tui" in path.parts for path in (here.notebook_path, here.settings_path)
    )


def test_the_clock_may_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """COP_TUI_NOW stands in for the clock."""
    monkeypatch.setenv("COP_TUI_NOW", "2026-11-23T09:00:00+01:00")

    assert clock_reading() == datetime(2026, 11, 23, 8, tzinfo=UTC)


@pytest.mark.parametrize("words", ["2026-11-23T09:00:00", "tomorrow", "2026-13-01T00:00:00Z"])
def test_a_clock_without_an_offset_is_refused(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """A moment that could be anywhere on earth is none."""
    monkeypatch.setenv("COP_TUI_NOW", words)

    with pytest.raises(WrongUse, match="COP_TUI_NOW"):
        clock_reading()


def test_without_a_set_clock_the_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """By itself now is now."""
    monkeypatch.delenv("COP_TUI_NOW")

    assert abs(clock_reading() - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize(("words", "key"), [("America/New_York", "America/New_York"), (":Asia/Tokyo", "Asia/Tokyo")])
def test_tz_names_the_zone(monkeypatch: pytest.MonkeyPatch, words: str, key: str) -> None:
    """$TZ is taken where it names a zone, with or without the colon."""
    monkeypatch.setenv("TZ", words)

    assert machine_zone().key == key


def test_a_tz_that_names_no_zone_still_gives_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever $TZ holds, there is a zone."""
    monkeypatch.setenv("TZ", "Nowhere/AtAll")

    assert machine_zone().key


def test_without_a_name_the_offset_gives_the_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that names no zone has an offset all the same."""

    def unknown() -> str:
        raise LookupError

    monkeypatch.setenv("TZ", "XYZ-3")
    monkeypatch.setattr("tzlocal.get_localzone_name", unknown)
    time.tzset()

    assert machine_zone().key == "Etc/GMT-3"
    monkeypatch.setenv("TZ", "XYZ-3:30")
    time.tzset()
    assert machine_zone().key == "UTC"
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()


def test_the_members_zone_goes_before_the_machines(did: Callable[..., str], data: Callable[..., Any]) -> None:
    """Who set a zone sees the day in it."""
    did("me", "--timezone", "America/New_York")

    assert data("today")["now"] == "2026-11-23T03:00:00-05:00"


def test_reading_writes_nothing(cop: Cop, notebook: Path) -> None:
    """No reading command makes a file or a folder."""
    for words in (
        ["today"],
        ["list", "people"],
        ["search", "x"],
        ["sparks"],
        ["history"],
        ["where"],
        ["me"],
        ["doctor"],
    ):
        cop(*words)

    assert not notebook.parent.exists()


def test_what_the_days_add_to_a_series_goes_to_the_file_with_the_next_change(
    did: Callable[..., str],
    data: Callable[..., Any],
    asked: Callable[..., str],
    book: Callable[[], Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Time passing is seen at once and written later; undo takes back what the member did."""
    now = clock_reading()
    ref = asked("Weekly", now + timedelta(days=1), recurrence="RRULE:FREQ=WEEKLY")
    did("yes", ref)
    before = len(book().commitments)
    monkeypatch.setenv("COP_TUI_NOW", (now + timedelta(days=21)).isoformat())

    seen = len(data("list", "commitments"))
    assert seen > before == len(book().commitments)

    did("share", "Rust")
    assert len(book().commitments) == seen

    assert did("undo") == "Took back: Noted that you care about Rust\n"
    assert len(data("list", "commitments")) == seen
