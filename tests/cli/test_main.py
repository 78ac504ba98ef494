"""One place turns errors into exit codes, and a member never sees a traceback."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import click
import pytest

import cop_tui
from cop_tui.cli import main
from cop_tui.cli.commands import SECTIONS
from cop_tui.cli.lazy import LazyGroup

Cop = Callable[..., CompletedProcess[str]]

HEAVY = {
    "textual", "rich", "icalendar", "jinja2", "dateutil", "tzlocal", "markdown_it", "recurring_ical_events", "tinydb",
    "platformdirs", "msgspec", "filelock",
}  # fmt: skip


def loaded_after(code: str) -> set[str]:
    """Return the packages that are loaded after some code ran in a process of its own."""
    script = f"import sys\n{code}\nprint('\\n' + ' '.join({{name.partition('.')[0] for name in sys.modules}}))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ran.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--version"], ["today", "--help"], ["community", "add", "-h"]])
def test_help_and_version_are_data_and_succeed(cop: Cop, words: list[str]) -> None:
    """Help and version go to stdout with exit code 0."""
    result = cop(*words)

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout


def test_every_command_says_in_the_overview_what_it_says_itself() -> None:
    """The table's line of help is the first line of the command's own help."""
    group = main.root
    assert isinstance(group, LazyGroup)

    for name, entry in group.entries.items():
        command = group.get_command(click.Context(group), name)
        assert command is not None
        assert command.name == name
        assert (command.help or "").splitlines()[0] == entry.help


def test_the_overview_lists_every_command(cop: Cop) -> None:
    """No command is missing from the overview."""
    overview = cop("--help").stdout

    assert all(f"  {name} " in overview for section in SECTIONS.values() for name in section)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["tday"], "hint: Did you mean today?\n"),
        (["xyzzy"], "hint: cop-tui --help lists the commands\n"),
        (["ask"], "hint: cop-tui ask --help shows how\n"),
        (["today", "--shrt"], "hint: Did you mean --short?\n"),
        (["list", "shoes"], "hint: cop-tui list --help shows how\n"),
        (["community", "ad"], "hint: Did you mean add?\n"),
        (["learn", "- one thing"], "hint: A text that begins with a dash goes after --\n"),
    ],
)
def test_wrong_usage_is_one_error_and_one_hint(cop: Cop, words: list[str], hint: str) -> None:
    """What is not understood ends with 2 and two lines on stderr."""
    result = cop(*words)

    assert (result.returncode, result.stdout) == (2, "")
    first, second = result.stderr.splitlines(keepends=True)
    assert first.startswith("error: ")
    assert second == hint


def test_an_interruption_ends_with_130(cop: Cop, monkeypatch: pytest.MonkeyPatch) -> None:
    """ctrl+c is no error to be told about."""
    monkeypatch.setattr("cop_tui.cli.today._say_page", _raising(KeyboardInterrupt()))

    result = cop("today")

    assert (result.returncode, result.stdout, result.stderr) == (130, "", "")


def test_an_unexpected_error_is_one_line_and_a_hint(cop: Cop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong inside, the member gets no traceback."""
    monkeypatch.setattr("cop_tui.cli.today._say_page", _raising(RuntimeError("two\nlines")))

    result = cop("today")

    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "error: Something went wrong inside cop-tui (RuntimeError: two lines)",
        "hint: Please tell us; COP_TUI_TRACEBACK=1 before the command shows where it happened",
    ]


def test_a_traceback_shows_to_those_who_ask_for_it(cop: Cop, monkeypatch: pytest.MonkeyPatch) -> None:
    """COP_TUI_TRACEBACK=1 is for mending the program."""
    monkeypatch.setenv("COP_TUI_TRACEBACK", "1")
    monkeypatch.setattr("cop_tui.cli.today._say_page", _raising(RuntimeError("no")))

    assert "Traceback" in cop("today").stderr


def test_an_error_of_the_system_names_the_file(cop: Cop, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the system that nobody foresaw is still a sentence."""
    monkeypatch.setattr("cop_tui.cli.today._say_page", _raising(PermissionError(13, "Permission denied", "/a/file")))
    monkeypatch.setattr("cop_tui.cli.guard._let_go_of_stdout", lambda: None)

    result = cop("today")

    assert (result.returncode, result.stderr) == (1, "error: /a/file: permission denied\n")


def test_a_pipe_that_is_closed_early_is_nothing_to_talk_about(notebook: Path) -> None:
    """`cop-tui today | head -0` says nothing on stderr."""
    command = [sys.executable, "-m", "cop_tui", "--help"]
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(command, stdout=writing, stderr=subprocess.PIPE) as program:
        os.close(writing)
        _, said = program.communicate()

    assert (program.returncode, said) == (0, b"")


def test_a_full_disk_under_stdout_is_told(notebook: Path) -> None:
    """What can't be printed is an error, once."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "cop_tui", "today"], stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert (ran.returncode, ran.stderr.splitlines()) == (
        1,
        [b"error: It could not be written or read: no space left on device"],
    )


def test_a_terminal_without_utf8_gets_escapes_and_no_error(notebook: Path) -> None:
    """A dot that ASCII can't say is no reason to fail."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "cop_tui", "share", "Zürich"]
    ran = subprocess.run(command, capture_output=True, check=False, env=environment)

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"Z\\xfcrich" in ran.stdout


def test_the_command_line_itself_loads_only_click() -> None:
    """Help and version stay as quick as click."""
    assert not loaded_after("import cop_tui.cli.main") & HEAVY
    assert not loaded_after("from cop_tui.cli.main import run; run(['--help'])") & HEAVY


def test_today_loads_no_screens_and_no_calendars(notebook: Path) -> None:
    """A prompt that shows `today --short` doesn't wait for what it doesn't use."""
    loaded = loaded_after("from cop_tui.cli.main import run; run(['today'])")

    assert not loaded & (HEAVY - {"msgspec", "tinydb", "filelock", "platformdirs"})


def _raising(error: BaseException) -> Callable[..., None]:
    def raises(*_: object, **__: object) -> None:
        raise error

    return raises


def test_the_version_is_the_packages() -> None:
    """What `--version` says stands in the package itself, and is the one under which it is installed."""
    from importlib.metadata import version

    assert version("cop-tui") == cop_tui.__version__
