"""Nobody else may look inside: 0600 and 0700, also under a lax umask."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from cop_tui.domain.change import Change
from cop_tui.domain.errors import Damaged, NotebookError
from cop_tui.domain.person import Person
from cop_tui.storage import snapshot
from cop_tui.storage.disk import write_whole
from cop_tui.storage.notebook import Notebook

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are Unix's")


@pytest.fixture(autouse=True)
def lax_umask() -> Iterator[None]:
    """Let everybody do everything, as a careless shell does."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_files_and_folders_are_the_members_own(
    tmp_path: Path,
    adding: Callable[..., Change],
    person: Callable[[str], Person],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The notebook, its lock, its backups, a damaged copy; every folder that was made for them."""
    monkeypatch.setattr(snapshot, "pause", lambda _: None)
    path = tmp_path / "deep" / "down" / "notebook.json"
    notebook = Notebook.open(path, now=now)
    notebook.apply(adding(person("Ana")))
    notebook.back_up(now=now)
    path.write_bytes(b"{")
    with pytest.raises(Damaged):
        notebook.refresh()

    found = {one.relative_to(tmp_path): one.stat().st_mode & 0o777 for one in (tmp_path / "deep").rglob("*")}

    files = {name: mode for name, mode in found.items() if (tmp_path / name).is_file()}
    assert {0o600} == set(files.values())
    assert {0o700} == set(found.values()) - {0o600}
    assert 5 == len(files), files
    assert 0o700 == (tmp_path / "deep").stat().st_mode & 0o777


def test_a_file_that_others_could_read_becomes_private_when_it_is_written(
    path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person]
) -> None:
    """A stock TinyDB may have made it so."""
    notebook.apply(adding(person("Ana")))
    path.chmod(0o644)

    notebook.apply(adding(person("Ben")))

    assert 0o600 == path.stat().st_mode & 0o777


def test_a_folder_of_the_members_own_keeps_its_mode(tmp_path: Path) -> None:
    """It was there before; what they share there is theirs to say."""
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)

    write_whole(folder / "notebook.json", b"{}")

    assert 0o755 == folder.stat().st_mode & 0o777


LOCKED_OUT = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from cop_tui.domain.errors import NotebookError
from cop_tui.storage.notebook import Notebook

if os.geteuid() == 0:
    os.seteuid(65534)
try:
    Notebook.open(Path(sys.argv[1]), now=datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
except NotebookError as error:
    print(error.sentence)
"""


def test_a_folder_without_rights_is_one_sentence(tmp_path: Path, run_python: Callable[..., str]) -> None:
    """Not even root's tests may pass for the wrong reason: the program gives up its rights first."""
    path = tmp_path / "locked" / "notebook.json"
    path.parent.mkdir(mode=0o000)

    assert f"You may not read {path}" == run_python(LOCKED_OUT, path)


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_a_file_that_cannot_be_read_is_one_sentence(
    path: Path, notebook: Notebook, now: datetime, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    """No rights, a broken disk; the same where only its footprint is asked for."""

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "stat", refuse)

    for act in (lambda: Notebook.open(path, now=now), notebook.refresh):
        with pytest.raises(NotebookError, match=r"You may not read|could not be read") as caught:
            act()
        assert caught.value.hint


def test_a_place_to_which_nobody_may_write_is_one_sentence(
    notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said by the system, and passed on in words."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "open", refuse)

    with pytest.raises(NotebookError, match="may not write"):
        notebook.apply(adding(person("Ana")))
