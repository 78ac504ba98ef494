"""The writing mode and the editor: whatever happens, no text is lost."""

from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotebookError
from cop_tui.domain.record import fresh
from cop_tui.domain.story import Story
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.screens.story import StoryScreen
from cop_tui.tui.screens.writing import WritingScreen

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
SIZE = (120, 36)
STORY = fresh(Story, NOW, id="one", on=NOW, title="One", body="Begun.")


@pytest.fixture(autouse=True)
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder to which texts are kept that can go nowhere else."""
    folder = tmp_path / "texts"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def elsewhere(tmp_path: Path, change: Change) -> None:
    """Write to the notebook as another program does."""
    Notebook.open(tmp_path / "notebook.json", now=NOW).apply(change)


def kept_in(texts: Path) -> list[str]:
    """Return what was kept in files."""
    return [path.read_text(encoding="utf-8") for path in texts.iterdir()]


async def test_a_new_page_is_kept_as_it_grows(opened: Any) -> None:
    """ctrl+s keeps and goes on: one story, its heading the title; the line below counts."""
    place = opened()
    async with place.app.run_test(size=SIZE) as pilot:
        await pilot.press("8", "W", *"# T", "enter", *"a b", "ctrl+s")
        await pilot.pause()
        assert "4 words  kept" in place.shown()
        assert "Communities" not in place.shown()

        await pilot.press(*" c", "ctrl+s", "escape")
        await pilot.pause()
        assert [("T", "a b c")] == [(one.title, one.body) for one in place.book.stories.values()]
        assert isinstance(place.app.screen, StoryScreen)


async def test_what_is_not_kept_waits(opened: Any) -> None:
    """Escape leaves it as a draft of its page; another page has nothing of it."""
    place = opened(STORY)
    async with place.app.run_test(size=SIZE) as pilot:
        await pilot.press("8", "w", *"!", "escape")
        await pilot.pause()
        assert place.book.stories["one"].body == "Begun."
        await pilot.press("W")
        await pilot.pause()
        assert "Begun" not in place.shown()

        await pilot.press("escape", "w")
        await pilot.pause()
        assert "Begun.!" in place.shown()
        assert "as you left it" in place.shown()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert place.book.stories["one"].body == "Begun.!"


async def test_what_cannot_be_kept_stays_on_the_page(opened: Any, monkeypatch: pytest.MonkeyPatch, texts: Path) -> None:
    """The notebook refuses, then breaks: the text stays, in the second case in a file, too; then it works again."""
    place = opened()
    async with place.app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("8", "W", *"De", "ctrl+s")
        with monkeypatch.context() as broken:
            broken.setattr(Notebook, "apply", failing(NotebookError("The disk is full", "Make room")))
            await pilot.press(*"ar", "ctrl+s")
            await pilot.pause()
            assert "The disk is full. Make room." in place.shown()
            broken.setattr(Notebook, "apply", failing(RuntimeError("oops")))
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert ["Dear"] == kept_in(texts)
        assert isinstance(place.app.screen, WritingScreen)

        await pilot.press("ctrl+s")
        await pilot.pause()
        assert ["Dear"] == [one.body for one in place.book.stories.values()]


def failing(error: Exception) -> Any:
    """Return what fails in the place of writing to the notebook."""

    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


async def test_the_app_may_end_in_the_middle_of_a_line(opened: Any) -> None:
    """What was not kept is kept then."""
    place = opened()
    async with place.app.run_test(size=SIZE) as pilot:
        await pilot.press("8", "W", *"Hf", "ctrl+q")
        await pilot.pause()

    assert ["Hf"] == [one.body for one in place.book.stories.values()]


async def test_two_may_write_on_one_story(opened: Any, tmp_path: Path) -> None:
    """What another program wrote meanwhile stays below; a story that it removed becomes a new one."""
    place = opened(STORY)
    async with place.app.run_test(size=SIZE) as pilot:
        await pilot.press("8", "w", *" M")
        elsewhere(tmp_path, Change(sentence="x", at=NOW, put=(replace(STORY, body="Theirs", starred=True),)))
        await pilot.press("ctrl+s")
        await pilot.pause()
        one = place.book.stories["one"]
        assert ("One", "Begun. M\n\n---\n\nTheirs", True) == (one.title, one.body, one.starred)
        assert "Theirs" in place.shown()

        elsewhere(tmp_path, Change(sentence="x", at=NOW, take=(one,)))
        await pilot.press(*"!", "ctrl+s", "ctrl+s", "escape")
        await pilot.pause()
        assert [("One", "Begun. M\n\n---\n\nTheirs!")] == [
            (each.title, each.body) for each in place.book.stories.values()
        ]


def editor(place: Any, monkeypatch: pytest.MonkeyPatch, script: Path, lines: str) -> None:
    """Let the member's editor be a script, and the terminal make room for it."""
    import sys

    script.write_text(f"import sys, pathlib\nfile = pathlib.Path(sys.argv[1])\n{lines}\n", encoding="utf-8")
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{script}"')
    monkeypatch.setattr(place.app, "suspend", nullcontext)


WRITES = "file.write_text(file.read_text(encoding='utf-8') + ' More', encoding='utf-8')"


async def test_the_editor_writes_on_a_story(
    opened: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, texts: Path
) -> None:
    """Its title is the first line; afterwards no file is left."""
    place = opened(STORY)
    editor(place, monkeypatch, tmp_path / "editor.py", WRITES)
    async with place.app.run_test(size=SIZE) as pilot:
        await pilot.press("8", "E")
        await pilot.pause()
        await pilot.pause()
        assert ("One", "Begun. More") == (place.book.stories["one"].title, place.book.stories["one"].body)
        assert isinstance(place.app.screen, StoryScreen)

        await pilot.press("w", "ctrl+e")
        await pilot.pause()
        assert "Begun. More More" in place.shown()
        assert [] == kept_in(texts)


@pytest.mark.parametrize("trouble", ["editor fails", "cannot be written", "removed meanwhile"])
async def test_the_text_is_kept_whatever_happens(
    opened: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, texts: Path, trouble: str
) -> None:
    """The file is named, and the story is as it was."""
    place = opened(STORY)
    editor(place, monkeypatch, tmp_path / "editor.py", WRITES + ("\nsys.exit(3)" if trouble == "editor fails" else ""))
    async with place.app.run_test(size=(160, 36), notifications=True) as pilot:
        await pilot.press("8")
        await pilot.pause()
        if trouble == "cannot be written":
            monkeypatch.setattr(Notebook, "apply", failing(NotebookError("The disk is full")))
        if trouble == "removed meanwhile":
            monkeypatch.setattr(place.app, "suspend", lambda: removing(tmp_path))
        await pilot.press("E")
        await pilot.pause()
        await pilot.pause()

        assert ["# One\n\nBegun. More"] == kept_in(texts)
        assert any("Your text is kept in" in one.message for one in place.app._notifications)
        assert trouble == "removed meanwhile" or place.book.stories["one"].body == "Begun."


def removing(tmp_path: Path) -> Any:
    """Take the story out, as another program does while the editor is open."""
    elsewhere(tmp_path, Change(sentence="x", at=NOW, take=(STORY,)))
    return nullcontext()


async def test_without_an_editor_it_says_so(opened: Any) -> None:
    """Nothing is set: the sentence says what to do, and the place is there again."""
    place = opened(STORY)
    async with place.app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("8", "E")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(place.app.screen, StoryScreen)
        assert "Write it in the app instead." in place.shown()


async def test_what_would_steer_the_terminal_is_drawn_as_a_picture(opened: Any) -> None:
    """The page shows signs in its place, and keeps the text to the letter."""
    body = "a\x1b[2Jb\u202ec"
    place = opened(fresh(Story, NOW, id="one", on=NOW, body=body))
    async with place.app.run_test(size=SIZE) as pilot:
        await pilot.press("8", "w", "d", "ctrl+s")
        await pilot.pause()

        assert "a␛[2Jb\ufffdcd" in place.shown()
        assert place.book.stories["one"].body == f"{body}d"
