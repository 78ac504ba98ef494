"""Settings: a small file whose mistakes are named with their line."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from cop_tui.cli.settings import Settings, read
from cop_tui.domain.errors import WrongUse

Cop = Callable[..., CompletedProcess[str]]


def test_a_missing_file_sets_nothing(tmp_path: Path) -> None:
    """Nobody needs settings."""
    assert read(tmp_path / "config.toml") == Settings()


def test_every_setting_is_read(tmp_path: Path) -> None:
    """What stands in the file holds."""
    path = tmp_path / "config.toml"
    path.write_text('theme = "daylight"\ndays = 3\nnudges = 0\n')

    expected = Settings(theme="daylight", days=3, nudges=0)
    assert read(path) == expected


@pytest.mark.parametrize(
    ("text", "sentence", "hint"),
    [
        ('\ntheem = "x"', ", line 2: There is no setting 'theem'", "Did you mean theme?"),
        ("zzz = 1", ", line 1: There is no setting 'zzz'", "There is theme, days, nudges"),
        ("theme = 3", ", line 1: theme wants the name of a theme", 'As in theme = "hearth"'),
        ("days = true", ", line 1: days wants a whole number from 1 to 60", "As in days = 7"),
        ("days = 61", ", line 1: days wants a whole number from 1 to 60", "As in days = 7"),
        ('nudges = "2"', ", line 1: nudges wants a whole number from 0 to 5", "As in nudges = 2"),
        ("[today]\nx = 4", ", line 1: There is no setting 'today'", "Did you mean days?"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(tmp_path: Path, text: str, sentence: str, hint: str) -> None:
    """The member learns where to look and what would be right."""
    path = tmp_path / "config.toml"
    path.write_text(text)

    with pytest.raises(WrongUse) as caught:
        read(path)

    assert f"{path}{sentence}" in caught.value.sentence
    assert hint in (caught.value.hint or "")


@pytest.mark.parametrize("content", [b"theme = ", b"theme = 'x", b"\xff\xfe"])
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    """A file that can't be read at all is wrong use, too."""
    path = tmp_path / "config.toml"
    path.write_bytes(content)

    with pytest.raises(WrongUse, match=r"config\.toml"):
        read(path)


def test_settings_that_can_not_be_opened_are_told(tmp_path: Path) -> None:
    """A folder is no file."""
    with pytest.raises(WrongUse, match="can't be read: is a directory"):
        read(tmp_path)


def test_wrong_settings_end_a_command_with_2(cop: Cop, notebook: Path, tmp_path: Path) -> None:
    """Nothing is written while the settings are not understood."""
    path = tmp_path / "config.toml"
    path.write_text("theem = 1")

    result = cop("--config", str(path), "share", "Rust")

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {path}, line 1: ")
    assert not notebook.exists()


def test_settings_shape_today(cop: Cop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Days ahead and nudges are as the member set them."""
    path = tmp_path / "config.toml"
    path.write_text("days = 30\nnudges = 0")
    monkeypatch.setenv("COP_TUI_CONFIG", str(path))
    cop("yes", "bake", "bread", "--on", "in 3 weeks")

    page = cop("today").stdout

    assert "The next 30 days  1" in page
    assert "Say who you are" not in page
