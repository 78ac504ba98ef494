"""Copying words out of the app: by the system's own program where it is known to work, else by asking the terminal.

A terminal may pass over the request (OSC 52) and never says so. Then nothing is claimed, and the words also lie in a
file of the member's own until the app is left.
"""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterator
from pathlib import Path

from textual.app import App

from cop_tui.practice.words import one_line
from cop_tui.tui.toasts import tell

PATIENCE = 1.5
"""Seconds that a program has to take the words."""

WHAT = 60
"""Cells that a toast has for what was copied."""


def copy(app: "App[int]", words: str, what: str) -> None:
    """Copy words and tell by a toast what became of it; the app goes on meanwhile.

    Args:
        app: The app that is open.
        words: What to copy, to the letter.
        what: What that is, for the toast: "the story", "the address of Ana Lind".

    Note: Starts the system's clipboard program, or writes a private file that is gone when the app is.
    """
    app.run_worker(_copy(app, words, what), group="clipboard", exclusive=True, exit_on_error=False)


def copied(words: str) -> str | None:
    """Give words to the system's clipboard program and return its name; none where no program took them."""
    for name, command, encoding in _programs():
        try:
            done = subprocess.run(  # noqa: S603 - a program of the system, its path looked up, no shell
                command,
                input=words.encode(encoding, "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        if done.returncode == 0:
            return name
    return None


async def _copy(app: "App[int]", words: str, what: str) -> None:
    short = one_line(what, WHAT)
    if program := await asyncio.to_thread(copied, words):
        tell(app, f"Copied {short}, by {program}")
        return
    app.copy_to_clipboard(words.encode("utf-8", "replace").decode("utf-8"))
    asked = f"Asked the terminal to copy {short}, which not every terminal does"
    file = _laid_down(app, words)
    tell(app, f"{asked}; it also lies in {file} until you leave" if file else asked)


def _laid_down(app: "App[int]", words: str) -> Path | None:
    """Return a file with these words that only the member may read; none where there is no room for one."""
    try:
        folder = Path(tempfile.mkdtemp(prefix="cop-tui-"))
        weakref.finalize(app, shutil.rmtree, folder, ignore_errors=True)
        file = folder / "copied.txt"
        file.touch(mode=0o600)
        file.write_bytes(words.encode("utf-8", "replace"))
    except OSError:
        return None
    return file


def _programs() -> Iterator[tuple[str, list[str], str]]:
    """Go through the programs that reach the clipboard of the screen before the member: name, command, encoding.

    Over SSH only a display that came along is theirs; any other clipboard is one of the machine at the other end.
    """
    is_here = not (os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"))
    wanted: list[tuple[str, bool, tuple[str, ...]]] = [
        ("pbcopy", is_here and sys.platform == "darwin", ()),
        ("termux-clipboard-set", is_here and "TERMUX_VERSION" in os.environ, ()),
        ("wl-copy", is_here and bool(os.environ.get("WAYLAND_DISPLAY")), ()),
        ("xclip", bool(os.environ.get("DISPLAY")), ("-selection", "clipboard")),
        ("xsel", bool(os.environ.get("DISPLAY")), ("--clipboard", "--input")),
        ("clip.exe", is_here and (sys.platform == "win32" or "WSL_DISTRO_NAME" in os.environ), ()),
    ]
    for name, fits, options in wanted:
        path = _found(name) if fits else None
        if path:
            yield name, [path, *options], "utf-16" if name == "clip.exe" else "utf-8"


def _found(name: str) -> str | None:
    """Return where a program is: on Windows only in the system's own folder, for it looks first in the present one."""
    if sys.platform == "win32":
        program = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", name)
        return str(program) if program.is_file() else None
    return shutil.which(name)
