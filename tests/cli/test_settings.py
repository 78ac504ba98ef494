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


@pytest.mark.parametrize(
    ("text", "line", "sentence", "hint"),
    [
        ('[keys]\n"record.yse" = "k"', 2, "nothing called 'record.yse'", "Did you mean record.yes?"),
        ('[keys]\n\nrecord.quixotic = "k"', 3, "nothing called 'record.quixotic'", "record has "),
        ('[keys]\nzz = "k"', 2, "nothing called 'zz'", "A name begins with one of today, "),
        ('[keys]\n"verb.ask" = "ctrl+foo"', 2, "'ctrl+foo' is no key", "As in k, K, ctrl+k"),
        ('[keys]\n"verb.ask" = "ctrl+K"', 2, "'ctrl+K' is no key", "Write ctrl+shift+k"),
        ('[keys]\n"verb.ask" = "shift+k"', 2, "'shift+k' is no key", "Write the sign itself"),
        ('[keys]\n"verb.ask" = "cmd+k"', 2, "'cmd+k' is no key", "Held keys are ctrl, alt and shift"),
        ('[keys]\n"verb.ask" = "A,,f5"', 2, "a comma too many", "As in k,f5; the key of that sign is comma"),
        ('[keys]\n"verb.ask" = "tab"', 2, "tab goes from field to field", "Take another key"),
        ('[keys]\n"verb.ask" = "ctrl+m"', 2, "can't tell ctrl+m from enter", "Write enter"),
        ('# mine\n[keys]\n"verb.ask" = "s"', 3, "s is 'Share' already, anywhere", "Give verb.share another key"),
        ('[keys]\n"record.yes" = "j"', 2, "j is 'Down' already, in a list", "Give moving.down another key"),
        ('[keys]\n"verb.ask" = "A"\n"verb.tell" = "A"', 2, "A is 'Tell' already, anywhere", "Give verb.tell"),
        ('[keys]\n"check-in.write" = "w"', 2, "where w types itself", "Take one like ctrl+k or f5"),
        ('[keys]\n"dialog.keep" = "k"', 2, "where k types itself", "Take one like ctrl+k or f5"),
        ('[keys]\n"dialog.leave" = ""', 2, "without one you could not leave", "Its own is escape"),
        ("[keys]\nverb.ask = 3", 2, "verb.ask wants a key, in quotes", 'As in "k"'),
        ("days = 3\nkeys = 3", 2, "keys wants a table of keys", "As in keys.verb.ask"),
        ('keys.verb.ask = "s"', 1, "s is 'Share' already, anywhere", "Give verb.share"),
    ],
)
def test_a_wrong_key_is_named_with_its_line(
    cop: Cop, tmp_path: Path, *, text: str, line: int, sentence: str, hint: str
) -> None:
    """Whatever is wrong with a key of one's own: where it stands, what is wrong, what would be right; exit 2."""
    path = tmp_path / "config.toml"
    path.write_text(text)

    result = cop("--config", str(path), "today")

    assert (2, "") == (result.returncode, result.stdout)
    said, suggested = result.stderr.splitlines()
    assert said.startswith(f"error: {path}, line {line}: ")
    assert sentence in said
    assert suggested.startswith(f"hint: {hint}")


def test_right_keys_let_commands_run(cop: Cop, tmp_path: Path) -> None:
    """Keys of one's own are none of a command's business, where they can be."""
    path = tmp_path / "config.toml"
    path.write_text('[keys]\n"verb.ask" = "A,ctrl+shift+k"\nrecord.yes = "Z"\n"app.theme" = "?"\n"app.help" = "f1"\n')

    result = cop("--config", str(path), "share", "Rust")

    assert (0, "") == (result.returncode, result.stderr)


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


def test_the_keys_are_checked_without_textual(tmp_path: Path) -> None:
    """The check of a member's keys costs a command the table of keys, and no screens."""
    (tmp_path / "config.toml").write_text('keys.verb.ask = "A"')
    program = (
        "import sys\nfrom pathlib import Path\nfrom cop_tui.cli.context import Here\n"
        "here = Here()\nhere.config = Path(sys.argv[1])\nassert here.settings.keys\n"
        "print('cop_tui.tui.actions' in sys.modules, 'textual' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "config.toml")], capture_output=True, text=True, check=False
    )

    assert ("True False", "") == (done.stdout.strip(), done.stderr)
