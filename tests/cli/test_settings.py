"""Settings on the command line: what is wrong with them ends every command before anything is written."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Cop = Callable[..., CompletedProcess[str]]


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


def test_a_command_without_keys_of_its_own_looks_up_no_table_of_keys(tmp_path: Path) -> None:
    """Reading the settings stays quick: neither the table of keys nor Textual nor the writer of TOML is imported."""
    (tmp_path / "config.toml").write_text("days = 3")
    program = (
        "import sys\nfrom pathlib import Path\nfrom cop_tui.cli.context import Here\n"
        "here = Here()\nhere.config = Path(sys.argv[1])\nassert here.settings.days == 3\n"
        "print([name for name in ('textual', 'tomlkit', 'cop_tui.tui') if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "config.toml")], capture_output=True, text=True, check=False
    )

    assert ("[]", "") == (done.stdout.strip(), done.stderr)
