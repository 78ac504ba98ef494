"""The shell's completion offers what is in the notebook, and never an error."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Cop = Callable[..., CompletedProcess[str]]
Did = Callable[..., str]


@pytest.fixture
def offered(cop: Cop, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Return what gives the words that the shell is offered for the last of these."""

    def offer(*words: str, into: str = "zsh") -> list[str]:
        with monkeypatch.context() as set_up:
            set_up.setenv("_COP_TUI_COMPLETE", f"{into}_complete")
            set_up.setenv("COMP_WORDS", " ".join(["cop-tui", *words]))
            set_up.setenv("COMP_CWORD", words[-1] if into == "fish" else str(len(words)))
            result = cop()
        assert (result.returncode, result.stderr) == (0, "")
        return result.stdout.splitlines()

    return offer


def test_commands_are_offered(offered: Callable[..., list[str]]) -> None:
    """By their beginning, with what they do."""
    lines = offered("sea")

    assert "search" in lines


def test_communities_people_and_promises_are_offered(did: Did, offered: Callable[..., list[str]]) -> None:
    """Where an option or argument names one."""
    did("community", "add", "Bees")
    did("ask", "Li", "Rust")
    ref = did("yes", "bake", "bread").partition("(")[2][:8]
    did("showed-up", ref)
    still_open = did("yes", "eat", "bread").partition("(")[2][:8]

    assert "Bees" in offered("learn", "x", "-c", "be")
    assert "Li" in offered("contact", "l")
    assert still_open in offered("showed-up", "")
    assert ref not in offered("showed-up", "")


def test_bash_gets_its_blanks_escaped(did: Did, offered: Callable[..., list[str]]) -> None:
    """A name of two words stays one word."""
    did("ask", "Li Wei", "Rust")

    assert "plain,Li\\ Wei" in offered("contact", "L", into="bash")
    assert "Li Wei" in offered("contact", "L")


def test_titles_help_to_choose_and_nonsense_is_let_be(did: Did, offered: Callable[..., list[str]]) -> None:
    """What is no command completes nothing."""
    did("yes", "bake", "bread")

    assert "bake bread" in offered("showed-up", "")
    assert offered("nonsense", "x") == offered("nonsense", "x")


def test_values_are_not_read_while_a_line_is_completed(did: Did, offered: Callable[..., list[str]]) -> None:
    """Neither dates nor references nor stdin."""
    did("community", "add", "Bees")

    assert "Bees" in offered("tell", "-", "--on", "whenever", "--at", "nothing", "--with", "Li", "-c", "B")
    assert "Bees" in offered("community", "stage", "B")
    assert "Bees" in offered("community", "show", "B")


def test_a_damaged_notebook_offers_nothing(notebook: Path, offered: Callable[..., list[str]]) -> None:
    """Completion is no place for errors."""
    notebook.parent.mkdir()
    notebook.write_text("{")

    assert offered("contact", "L") == [""]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(cop: Cop, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    """Click's own."""
    monkeypatch.setenv("_COP_TUI_COMPLETE", f"{shell}_source")

    result = cop()

    assert result.returncode == 0
    assert "_COP_TUI_COMPLETE" in result.stdout
