"""The time formats that a member's own jrnl names are read, whatever they are."""

from datetime import datetime
from pathlib import Path

import platformdirs
import pytest

from cop_tui.domain.book import Book
from cop_tui.exchange.jrnl import read
from cop_tui.exchange.jrnl_settings import time_formats

JOURNAL = b"[07~03~2026 um 18.30] Tea\nWith Ana.\n\n[08~04~2026 um 09.05] Bread\n"


@pytest.fixture
def settings(nobodys_home: Path) -> Path:
    """Return where jrnl keeps its settings here."""
    folder = platformdirs.user_config_path("jrnl", appauthor=False)
    assert nobodys_home in folder.parents, "never the member's own"
    folder.mkdir(parents=True)
    return folder / "jrnl.yaml"


def test_a_format_that_nothing_else_reads_is_read_by_its_name(settings: Path, now: datetime) -> None:
    """Day and month are where the format says, although trial would not even see a date."""
    settings.write_text('timeformat: "%d~%m~%Y um %H.%M"\njournals:\n  default: x.txt\n', encoding="utf-8")

    stories = read(JOURNAL, "j.txt", Book(), now=now).book.stories.values()

    assert {("Tea", "2026-03-07 18:30"), ("Bread", "2026-04-08 09:05")} == {
        (one.title, f"{one.on:%Y-%m-%d %H:%M}") for one in stories
    }


def test_each_journal_may_have_its_own(settings: Path) -> None:
    """All of them are tried, each once, the one for all journals first."""
    settings.write_text(
        'timeformat: "%F %r"\njournals:\n  work:\n    journal: w.txt\n    timeformat: "%D %R"\n  home:\n'
        '    timeformat: "%D %R"\n  plain: p.txt\n',
        encoding="utf-8",
    )

    assert ("%F %r", "%D %R") == time_formats()


def test_short_forms_are_spelled_out_and_settle_which_comes_first(settings: Path, now: datetime) -> None:
    """%D is month first; without it 03/04/26 would be a guess."""
    settings.write_text('timeformat: "%D %R"\n', encoding="utf-8")

    intake = read(b"[03/04/26 10:00] Tea\n", "j.txt", Book(), now=now)

    (story,) = intake.book.stories.values()
    assert "2026-03-04" == f"{story.on:%Y-%m-%d}"
    assert () == intake.notes


@pytest.mark.parametrize(
    "text",
    ["", "- a\n- b", "timeformat: 3", "timeformat: nothing", "journals: [x]", "a: &a [*a]", "{", "\x00", "x" * 200_000],
)
def test_settings_that_name_none_or_are_none_change_nothing(settings: Path, now: datetime, text: str) -> None:
    """The usual formats are found by trial, as ever."""
    settings.write_text(text, encoding="utf-8")

    assert () == time_formats()
    assert 1 == len(read(b"[2026-03-04 10:00] Tea\n", "j.txt", Book(), now=now).book.stories)
