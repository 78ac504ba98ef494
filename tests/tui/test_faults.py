"""Faults made real while the app is open: the form keeps the text, and the sentence says what is safe."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from cop_tui.domain.record import Record
from cop_tui.storage import lock
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.toasts import error_words
from cop_tui.tui.widgets.lines import Lines

Records = tuple[Record, ...]
Fault = Callable[[Path], AbstractContextManager[object]]

LONG = "It rained, and nobody minded. " * 40

HOLDER = """
import sys
from pathlib import Path
from cop_tui.storage.lock import held

with held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def no_room(path: Path) -> Iterator[None]:
    """Let no file that this process writes grow beyond a kilobyte."""
    resource = pytest.importorskip("resource", reason="this system has no limit on the size of a file")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    """Set the notebook to read-only."""
    path.chmod(stat.S_IRUSR)
    yield
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)


@contextmanager
def vanished(path: Path) -> Iterator[None]:
    """Take the folder away, as a disk that was pulled out."""
    away = path.parent.with_name("away")
    path.parent.rename(away)
    yield
    away.rename(path.parent)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let another program hold the lock, and live."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    yield
    holder.communicate(timeout=30)


@contextmanager
def damaged(path: Path) -> Iterator[None]:
    """Cut the file short, and bring it back."""
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    yield
    path.write_bytes(whole)


FAULTS: dict[str, tuple[Fault, str]] = {
    "full": (no_room, "There is no room to write"),
    "read-only": (read_only, "You may not write"),
    "vanished": (vanished, "is no longer there; this was not saved, and no new file was begun in its place"),
    "locked": (locked, "is writing to notebook.json; this was not saved"),
    "damaged": (damaged, "is damaged"),
}
"""What goes wrong, and a piece of the sentence that says so."""


@pytest.fixture
def in_a_folder(opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the app's notebook be in a folder that can be taken away; return where it is."""
    monkeypatch.setattr(lock, "WAIT", 0.1)
    monkeypatch.setattr("cop_tui.storage.snapshot.pause", lambda _: None)
    return tmp_path / "notebook.json"


@pytest.fixture
def temporary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where temporary files go: not where the notebook is, which may be taken away."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.mark.skipif(os.name != "posix", reason="these faults are Unix's")
@pytest.mark.parametrize("name", FAULTS)
async def test_whatever_goes_wrong_the_form_keeps_the_text_until_it_is_saved(
    *, opened: Any, day: Records, in_a_folder: Path, temporary: Path, now: Any, name: str
) -> None:
    """The sentence says what is safe and what to do; the file is as it was; put right, one key saves it.

    Should the app end before that, the text is in a file too, which is named, and gone when it is not needed.
    """
    today, path = opened(*day), in_a_folder
    fault, sentence = FAULTS[name]
    before = path.read_bytes()
    async with today.app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("t")
        await pilot.pause()
        box = today.app.screen.query_one(Lines)
        box.value = LONG
        dialog = today.app.screen

        with fault(path):
            await pilot.press("ctrl+s")
            await pilot.pause()
            shown = str(dialog.query_one("#error").content)
            assert dialog is today.app.screen
            assert sentence in shown
            assert LONG == box.value
            assert _kept(temporary, shown) == ([] if name == "full" else [LONG])
            assert len(today.book.stories) == 1
        assert before == path.read_bytes()
        assert [] == list(path.parent.glob(".*.tmp"))

        await pilot.press("ctrl+s")
        await pilot.pause()
        assert dialog is not today.app.screen
        assert [] == _kept(temporary, "")

    assert LONG.strip() in {one.body.strip() for one in Notebook.open(path, now=now).book.stories.values()}


def _kept(folder: Path, shown: str) -> list[str]:
    """Return the texts that are kept in a folder; each file must be named in what is shown."""
    files = list(folder.iterdir())
    assert all(str(one) in shown for one in files)
    return [one.read_text(encoding="utf-8") for one in files]


@pytest.mark.skipif(os.name != "posix", reason="these faults are Unix's")
@pytest.mark.parametrize("name", FAULTS)
async def test_whatever_goes_wrong_a_key_on_a_row_is_told_and_can_be_pressed_again(
    opened: Any, day: Records, in_a_folder: Path, name: str
) -> None:
    """A promise closed, an undo: a toast says why not, the row stands as it stood."""
    today, path = opened(*day), in_a_folder
    fault, sentence = FAULTS[name]
    async with today.app.run_test(size=(120, 36), notifications=True) as pilot:
        for key in ("m", "u"):
            with fault(path):
                book = today.book
                today.app.clear_notifications()
                await pilot.press(key)
                await pilot.pause()
                assert any(sentence in one.message for one in today.app._notifications), key
                assert book is today.book
            await pilot.press(key)
            await pilot.pause()
            if (
                key == "u" and len(today.notebook.history()) == 2
            ):  # the file was written beneath: it says what goes first
                await pilot.press(key)
                await pilot.pause()

    assert ["Began"] == [one.sentence for one in today.notebook.history()]


async def test_a_toast_about_damage_names_the_whole_way_back(opened: Any, day: Records, in_a_folder: Path) -> None:
    """The name of the backup is not cut off, however long the path is."""
    from cop_tui.storage.snapshot import damaged as damage

    today = opened(*day)
    backup = today.notebook.backups()[0].name

    words = error_words(damage(in_a_folder, b"{", "it is not whole JSON: " + "x" * 150))

    assert backup in words
    assert "cop-tui doctor --mend" in words
