"""What is printed: aligned, bounded, styled on a terminal only."""

import io
import os
from collections.abc import Callable

import pytest

from cop_tui.cli.output import columns, narrate, one, say


class Terminal(io.StringIO):
    """Something that says that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Return what puts a terminal of 40 cells in the place of stdout."""

    def put() -> Terminal:
        stream = Terminal()
        monkeypatch.setattr("sys.stdout", stream)
        monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((40, 24)))
        return stream

    return put


def test_columns_stand_under_each_other_by_cells() -> None:
    """Wide letters count twice, and no line ends in blanks."""
    assert columns([("東京", "a"), ("Ana", "")], indent=0) == ["東京  a", "Ana"]


def test_columns_of_nothing_are_nothing() -> None:
    """No rows, no lines."""
    assert columns([]) == []


def test_a_column_keeps_to_its_bound() -> None:
    """What is longer ends in an ellipsis."""
    assert columns([("abcdefgh", "x")], most=(5,), indent=1) == [" abcd…  x"]


def test_on_a_narrow_terminal_the_widest_column_gives_way(terminal: Callable[[], Terminal]) -> None:
    """Every line fits, down to a column of twelve cells."""
    terminal()

    (line,) = columns([("a" * 60, "Wed 18:00", "1a2b3c4d")])
    assert line == f"  {'a' * 16}…  Wed 18:00  1a2b3c4d"

    (line,) = columns([("a" * 60, "b" * 30)])
    assert line == f"  {'a' * 11}…  {'b' * 30}"


def test_style_shows_on_a_terminal_unless_the_member_says_no_colour(
    terminal: Callable[[], Terminal], monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR holds."""
    stream = terminal()

    say("one", style="bold")
    monkeypatch.setenv("NO_COLOR", "1")
    say("two", style="dim")

    assert stream.getvalue() == "\x1b[1mone\x1b[0m\ntwo\n"


def test_nothing_is_styled_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    """In a file or a pipe words are words."""
    say("one", style="bold")
    narrate("two \x1b[31m")

    assert capsys.readouterr() == ("one\n", "two ␛[31m\n")


def test_a_sentence_is_one_line_without_its_full_stop() -> None:
    """Whoever wrote it."""
    assert one("It is\n damaged.") == "It is damaged"
