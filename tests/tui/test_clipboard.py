"""Copying: by the program that is there, else by asking the terminal, and never more claimed than is known."""

import os
import stat
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from cop_tui.tui import clipboard
from cop_tui.tui.clipboard import copied, copy

NORMAL = (120, 36)
PROGRAMS = ("pbcopy", "termux-clipboard-set", "wl-copy", "xclip", "xsel", "clip.exe")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are scripts of a POSIX shell")


class Tools:
    """A PATH with fake programs on it."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        self.folder = folder

    def add(self, name: str, *, ends: int = 0, hangs: bool = False) -> None:
        """Put a program there that notes what it is given."""
        wait = "exec /bin/sleep 30" if hangs else f"exit {ends}"
        path = self.folder / name
        path.write_text(
            f'#!/bin/sh\necho "$@" > {self.folder}/{name}.said\n/bin/cat > {self.folder}/{name}.got\n{wait}\n',
            encoding="utf-8",
        )
        path.chmod(0o700)

    def got(self, name: str) -> bytes:
        """Return what a program was given."""
        return (self.folder / f"{name}.got").read_bytes()


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tools:
    """Let there be no programs but those that a test adds, on a screen with Wayland and X."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name in ("SSH_CONNECTION", "SSH_TTY", "TERMUX_VERSION", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return Tools(folder)


WORDS = "é 你好 ␛\x1b[2J\nsecond line\n\ttabs\x00 $(touch x) 'quotes'"


def test_the_program_gets_the_words_to_the_letter(tools: Tools) -> None:
    """UTF-8, line ends and control characters as they are, and nothing of it is run."""
    tools.add("wl-copy")

    assert "wl-copy" == copied(WORDS)
    assert WORDS.encode() == tools.got("wl-copy")


@pytest.mark.parametrize(
    ("there", "environment", "platform", "expected"),
    [
        (PROGRAMS, {}, "linux", "wl-copy"),
        (PROGRAMS, {"WAYLAND_DISPLAY": ""}, "linux", "xclip"),
        (("xsel",), {"WAYLAND_DISPLAY": ""}, "linux", "xsel"),
        (PROGRAMS, {"WAYLAND_DISPLAY": "", "DISPLAY": ""}, "linux", None),
        (PROGRAMS, {}, "darwin", "pbcopy"),
        (PROGRAMS, {"TERMUX_VERSION": "0.118"}, "linux", "termux-clipboard-set"),
        (("clip.exe",), {"WSL_DISTRO_NAME": "Debian"}, "linux", "clip.exe"),
        (("clip.exe",), {}, "linux", None),
        (PROGRAMS, {"SSH_CONNECTION": "a b", "DISPLAY": ""}, "darwin", None),
        (PROGRAMS, {"SSH_TTY": "/dev/pts/1", "DISPLAY": "localhost:10.0"}, "linux", "xclip"),
        ((), {}, "linux", None),
    ],
)
def test_the_program_is_the_one_of_the_screen_before_the_member(
    tools: Tools,
    monkeypatch: pytest.MonkeyPatch,
    there: tuple[str, ...],
    environment: dict[str, str],
    *,
    platform: str,
    expected: str | None,
) -> None:
    """Whichever reaches their clipboard; over SSH none that would fill the clipboard of another machine."""
    for name in there:
        tools.add(name)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)

    assert expected == copied("words")


def test_windows_gets_the_words_in_its_own_encoding(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its program knows UTF-16 by the mark at the start."""
    tools.add("clip.exe")
    monkeypatch.setenv("WSL_DISTRO_NAME", "Debian")
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name)

    copied("é 你")

    assert "é 你" == tools.got("clip.exe").decode("utf-16")


def test_on_windows_only_the_systems_own_program_is_run(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of that name in the present folder, or anywhere else, is not."""
    tools.add("clip.exe")
    monkeypatch.chdir(tools.folder)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("SYSTEMROOT", str(tools.folder / "Windows"))
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name)
    assert copied("words") is None

    (tools.folder / "Windows" / "System32").mkdir(parents=True)
    (tools.folder / "clip.exe").rename(tools.folder / "Windows" / "System32" / "clip.exe")
    assert "clip.exe" == copied("words")


def test_a_program_that_fails_or_hangs_is_passed_over(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next one is asked, soon; what could not even be started is passed over, too."""
    monkeypatch.setattr(clipboard, "PATIENCE", 0.2)
    tools.add("wl-copy", hangs=True)
    tools.add("xclip", ends=1)
    tools.add("xsel")
    begun = time.monotonic()

    assert "xsel" == copied("words")
    assert time.monotonic() - begun < 2

    (tools.folder / "xsel").write_bytes(b"\x7fELF no program")
    assert copied("words") is None


async def test_the_toast_tells_who_took_it(opened: Any, tools: Tools) -> None:
    """The name of the program; what was copied is shown with its control characters visible."""
    tools.add("wl-copy")
    today = opened()
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        copy(today.app, WORDS, "[/x] \x1b[2J\nthe story")
        await today.app.workers.wait_for_complete()
        await pilot.pause()

        assert "Copied [/x] ␛[2J the story, by wl-copy." in today.shown()
        assert WORDS.encode() == tools.got("wl-copy")


async def test_where_no_program_is_the_terminal_is_asked_and_nothing_claimed(opened: Any, tools: Tools) -> None:
    """The toast says that it may not work and where the words lie: a file of the member's own, until they leave."""
    today = opened()
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        copy(today.app, WORDS + "\ud800", "the story")
        await today.app.workers.wait_for_complete()
        await pilot.pause()
        shown = " ".join(today.shown().split())
        (file,) = tools.folder.parent.glob("cop-tui-*/copied.txt")

        assert "Asked the terminal to copy the story, which not every terminal does" in shown
        assert "Copied" not in shown
        assert f"{WORDS}?" == today.app.clipboard
        assert f"{WORDS}?".encode() == file.read_bytes()
        assert 0o600 == stat.S_IMODE(file.stat().st_mode)
        assert 0o700 == stat.S_IMODE(file.parent.stat().st_mode)


async def test_without_room_for_a_file_none_is_named(
    opened: Any, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the terminal alone was asked, and that is what is told."""
    monkeypatch.setattr("tempfile.tempdir", str(tools.folder / "gone"))
    today = opened()
    async with today.app.run_test(size=NORMAL, notifications=True) as pilot:
        copy(today.app, "words", "the story")
        await today.app.workers.wait_for_complete()
        await pilot.pause()

        assert "which not every terminal does." in " ".join(today.shown().split())


def test_the_file_is_gone_when_the_app_is(tools: Tools) -> None:
    """Nothing of what was copied stays behind."""

    class Owner:
        """Stands for the app."""

    owner: Any = Owner()
    file = clipboard._laid_down(owner, "words")
    assert file is not None
    assert file.is_file()

    del owner
    assert not os.path.lexists(file.parent)
