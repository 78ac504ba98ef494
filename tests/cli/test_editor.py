"""The member's editor: what was written is never lost."""

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Cop = Callable[..., CompletedProcess[str]]
Editor = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Return what sets an editor that runs these lines with `path`; temporary files go to the test's folder."""
    folder = tmp_path / "temporary files"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))

    def set_editor(lines: str) -> None:
        script = tmp_path / "my editor.py"
        script.write_text(f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n{lines}\n")
        monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{script}" --wait')

    return set_editor


def kept(tmp_path: Path) -> list[str]:
    """Return the texts of the temporary files that are left."""
    return [path.read_text(encoding="utf-8") for path in (tmp_path / "temporary files").iterdir()]


def test_what_the_editor_saved_is_told(cop: Cop, editor: Editor, book: Callable[[], Any], tmp_path: Path) -> None:
    """Without a text `tell` opens the editor, and leaves no file behind."""
    editor("assert '--wait' in sys.argv; path.write_text('# A day\\n\\nIt rained.')")

    result = cop("tell")

    assert result.returncode == 0
    (story,) = book().stories.values()
    assert (story.title, story.body.strip()) == ("A day", "It rained.")
    assert kept(tmp_path) == []


def test_the_file_is_readable_by_the_member_alone(cop: Cop, editor: Editor, book: Callable[[], Any]) -> None:
    """What is being written is nobody else's to read, and editors know it for Markdown."""
    editor("path.write_text(f'{path.stat().st_mode & 0o777:o} {path.suffix}')")

    cop("tell")

    (story,) = book().stories.values()
    assert story.body == "600 .md"


def test_nothing_written_is_nothing_told(cop: Cop, editor: Editor, notebook: Path, tmp_path: Path) -> None:
    """Who closes the editor on an empty page told nothing."""
    editor("pass")

    result = cop("tell")

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "Nothing written, nothing told\n")
    assert not notebook.exists()
    assert kept(tmp_path) == []


def test_a_text_is_kept_where_the_editor_fails(cop: Cop, editor: Editor, notebook: Path, tmp_path: Path) -> None:
    """An editor that ends with an error may have saved something."""
    editor("path.write_text('half a st'); sys.exit(3)")

    result = cop("tell")

    assert result.returncode == 1
    assert result.stderr.startswith(
        "error: The editor ended with an error (3), so nothing was taken over\nhint: Your text"
    )
    assert kept(tmp_path) == ["half a st"]
    assert not notebook.exists()


def test_a_text_is_kept_where_it_can_not_be_written_down(
    cop: Cop, editor: Editor, notebook: Path, tmp_path: Path
) -> None:
    """A notebook that was damaged meanwhile does not cost the member their words."""
    notebook.parent.mkdir()
    editor(f"path.write_text('my words'); Path({str(notebook)!r}).write_text('{{')")

    result = cop("tell")

    assert result.returncode == 1
    assert "hint: Your text is kept in " in result.stderr
    assert kept(tmp_path) == ["my words"]


def test_a_text_that_came_on_stdin_is_kept_where_it_can_not_be_written_down(
    cop: Cop, editor: Editor, notebook: Path, tmp_path: Path
) -> None:
    """What came through a pipe is nowhere else; what to do next is said as well."""
    notebook.parent.mkdir()
    notebook.write_text("{")

    result = cop("tell", "-", stdin=b"# A day\n\nIt rained.")

    assert result.returncode == 1
    assert "hint: Your text is kept in " in result.stderr
    assert "cop-tui doctor --mend" in result.stderr
    assert kept(tmp_path) == ["# A day\n\nIt rained."]


def test_where_no_temporary_file_can_be_made_it_is_one_sentence(
    cop: Cop, editor: Editor, notebook: Path, tmp_path: Path
) -> None:
    """The folder for temporary files is gone: no editor, and an error about the notebook stays what it is."""
    editor("pass")
    (tmp_path / "temporary files").rmdir()

    result = cop("tell")

    assert result.returncode == 1
    assert result.stderr.startswith("error: No file could be made for the editor to write in: no such file")
    notebook.parent.mkdir()
    notebook.write_text("{")
    assert "is damaged" in cop("tell", "words").stderr


def test_bytes_that_are_no_text_are_kept(cop: Cop, editor: Editor, tmp_path: Path) -> None:
    """What is not UTF-8 is not guessed at."""
    editor("path.write_bytes(b'\\xff\\xfe')")

    result = cop("tell")

    assert result.stderr.startswith(
        "error: What the editor saved is not UTF-8, so nothing was taken over\nhint: Your text"
    )
    assert len(list((tmp_path / "temporary files").iterdir())) == 1


def test_an_editor_that_takes_the_file_away_is_told(cop: Cop, editor: Editor) -> None:
    """There is nothing to tell then."""
    editor("path.unlink()")

    assert cop("tell").stderr == "error: The editor took the file away, so there is nothing to tell\n"


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("", "error: No editor is set\nhint: Set EDITOR, or give the text: cop-tui tell TEXT\n"),
        ("no-such-editor", "error: The editor no-such-editor could not be started: no such file or directory\n"),
        (
            "vi 'x",
            "error: The editor \"vi 'x\" can't be understood: No closing quotation\nhint: Look at VISUAL and EDITOR\n",
        ),
    ],
)
def test_without_an_editor_the_member_is_told(
    cop: Cop, monkeypatch: pytest.MonkeyPatch, command: str, sentence: str
) -> None:
    """None set, none found, none that can be understood."""
    monkeypatch.setenv("EDITOR", command)

    result = cop("tell")

    assert (result.returncode, result.stderr) == (1, sentence)
