"""`export`: a text, a file for other programs, or a folder; what means nothing is refused, what is there is kept."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from cop_tui.exchange.registry import FORMATS

Cop = Callable[..., CompletedProcess[str]]
Did = Callable[..., str]


@pytest.fixture
def tea(did: Did) -> None:
    """Promise tea and a walk, in no community and in one."""
    did("community", "add", "Walkers")
    did("yes", "Tea", "--on", "2026-11-27 18:00")
    did("yes", "Walk", "--on", "2026-11-28", "-c", "walkers")


@pytest.mark.usefixtures("tea")
def test_a_calendar_goes_to_stdout_to_the_letter(cop: Cop, did: Did, tmp_path: Path) -> None:
    """What other programs read has the line ends that they ask for, in a pipe as in a file."""
    out = tmp_path / "mine.ics"

    assert cop("export", "ics", str(out)).stderr == f"Wrote {out}\n"

    text = did("export", "ics")
    assert out.read_bytes().decode() == text
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert ["SUMMARY:Tea", "SUMMARY:Walk"] == [line for line in text.splitlines() if line.startswith("SUMMARY")]


@pytest.mark.usefixtures("tea")
def test_days_and_community_choose_what_goes_out(did: Did) -> None:
    """As for the journal."""
    assert "SUMMARY:Tea" not in did("export", "ics", "--from", "2026-11-28")
    assert "SUMMARY:Walk" not in did("export", "ics", "--to", "2026-11-27")
    assert "SUMMARY:Tea" not in did("export", "ics", "-c", "walkers")


@pytest.mark.usefixtures("tea")
def test_own_words_go_out_only_when_asked_for(did: Did) -> None:
    """Reflections and stories stay at home unless their options are given."""
    did("showed-up", "tea", "--note", "I was shy")
    did("tell", "We had tea")

    plain = did("export", "ics")
    all_of_it = did("export", "ics", "--reflections", "--stories")

    assert ("shy" in plain, "VJOURNAL" in plain) == (False, False)
    assert ("shy" in all_of_it, "VJOURNAL" in all_of_it) == (True, True)


@pytest.mark.usefixtures("tea")
def test_a_folder_is_brought_up_to_date(cop: Cop, did: Did, tmp_path: Path) -> None:
    """It says what it did, and names what it left alone."""
    folder = tmp_path / "vdir"

    assert f"Brought {folder} up to date: 2 written\n" == cop("export", "vdir", str(folder)).stderr
    assert "2 unchanged" in cop("export", "vdir", "-o", str(folder)).stderr
    (folder / "2026-11-27 Tea.ics").write_bytes(b"edited")
    did("remove", "walk")
    again = cop("export", "vdir", str(folder))

    assert (0, "") == (again.returncode, again.stdout)
    assert again.stderr.splitlines() == [
        f"Brought {folder} up to date: 1 removed",
        "2026-11-27 Tea.ics: edited since, and kept as it is; remove it to get ours",
    ]


def test_many_that_are_left_alone_are_counted(cop: Cop, did: Did, tmp_path: Path) -> None:
    """Twenty are named, the others counted."""
    for number in range(23):
        did("yes", f"Tea {number:02}", "--on", "2026-11-27 18:00")
        (tmp_path / f"2026-11-27 Tea {number:02}.ics").write_bytes(b"theirs")

    lines = cop("export", "vdir", str(tmp_path)).stderr.splitlines()

    assert 22 == len(lines)
    assert "and 3 more: not ours, and kept as it is" == lines[-1]


def test_a_year_is_a_page(did: Did) -> None:
    """This year, or that of --from."""
    did("learn", "Bees dance", "--on", "2025-06-01")

    assert did("export", "yearly").startswith("# 2026, looked back on")
    assert "1 June, learned: Bees dance" in did("export", "yearly", "--from", "2025-01-01")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["markdown", "--stories"], "--stories means nothing for markdown"),
        (["markdown", "--reflections"], "--reflections means nothing for markdown"),
        (["yearly", "-c", "bees"], "-c means nothing for yearly"),
        (["json", "--to", "today"], "always the whole notebook"),
        (["vdir"], "vdir needs a folder"),
        (["vdir", "-"], "vdir needs a folder"),
        (["json", "a.json", "-o", "b.json"], "two paths"),
        (["dayone"], "dayone"),
    ],
)
def test_what_means_nothing_is_wrong_use(cop: Cop, words: list[str], said: str) -> None:
    """One clear sentence, and nothing is written."""
    cop("community", "add", "Bees")

    result = cop("export", *words)

    assert (2, "") == (result.returncode, result.stdout)
    assert said in result.stderr


def test_a_folder_that_cannot_be_is_said(cop: Cop, did: Did, tmp_path: Path) -> None:
    """A file in its place, or somebody else's list in it."""
    did("yes", "Tea")
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / ".cop-tui.json").write_text("{}", encoding="utf-8")

    for name, said in (("file", "is not a folder"), ("other", "is not the list"), ("no/where", "There is no folder")):
        result = cop("export", "vdir", str(tmp_path / name))

        assert (1, True) == (result.returncode, said in result.stderr)


def test_the_help_tells_of_every_format_that_can_be_written(did: Did) -> None:
    """Whoever asks `export --help` learns what there is."""
    words = did("export", "--help")

    assert [] == [one.name for one in FORMATS if one.writer and one.name not in words]
