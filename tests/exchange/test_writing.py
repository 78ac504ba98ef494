"""Files for others are written whole or not at all, and never over one that is there."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from cop_tui.domain.errors import CopError
from cop_tui.exchange import writing
from cop_tui.exchange.writing import beside, write_whole

Cop = Callable[..., CompletedProcess[str]]


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    """The file holds what was given, and nothing else is left in the folder."""
    write_whole(tmp_path / "a.md", b"text")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == {"a.md": b"text"}


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    """Nothing is overwritten unless the member says so."""
    path = tmp_path / "a.md"
    path.write_bytes(b"mine")

    with pytest.raises(CopError, match="is there already"):
        write_whole(path, b"new")

    assert path.read_bytes() == b"mine"
    write_whole(path, b"new", force=True)
    assert path.read_bytes() == b"new"


def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path) -> None:
    """A dangling link is something that is there."""
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")

    with pytest.raises(CopError, match="is there already"):
        write_whole(link, b"new")

    assert not (tmp_path / "nowhere").exists()


def test_a_file_that_appears_meanwhile_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even between the look and the writing nothing is overwritten."""
    path = tmp_path / "a.md"
    path.write_bytes(b"theirs")
    monkeypatch.setattr(writing, "_check", lambda *_, **__: None)

    with pytest.raises(CopError, match="is there already"):
        write_whole(path, b"mine")

    assert path.read_bytes() == b"theirs"


@pytest.mark.parametrize(("name", "sentence"), [("", "is a folder"), ("no/a.md", "There is no folder")])
def test_where_no_file_can_be_is_said(tmp_path: Path, name: str, sentence: str) -> None:
    """A folder, or a file in a folder that is not there."""
    with pytest.raises(CopError, match=sentence):
        write_whole(tmp_path / name, b"text")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error in the middle leaves the folder as it was."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(CopError, match="no space left on device"):
        write_whole(tmp_path / "a.md", b"text")

    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


def test_a_file_system_without_links_works_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no link can be made the file is moved into its place."""

    def no_links(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", no_links)

    write_whole(tmp_path / "a.md", b"text")

    assert (tmp_path / "a.md").read_bytes() == b"text"
    with pytest.raises(CopError, match="is there already"):
        write_whole(tmp_path / "a.md", b"new")


def test_a_file_beside_a_deed_is_gone_where_the_deed_fails(tmp_path: Path) -> None:
    """Both are done, or neither."""
    path = tmp_path / "r.ics"

    def fail() -> None:
        with beside(path, lambda: b"reply"):
            assert path.read_bytes() == b"reply"
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert not path.exists()


def test_without_a_file_beside_it_the_deed_is_just_done() -> None:
    """Nothing is asked of the content."""
    with beside(None, lambda: pytest.fail("nobody wants it")):
        pass


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no such devices")
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_what_is_no_file_is_written_to_and_never_replaced(cop: Cop, force: list[str]) -> None:
    """A device stays the device that it is; a full one is told."""
    assert cop("export", "json", "-o", "/dev/null", *force).returncode == 0

    full = cop("export", "json", "-o", "/dev/full", *force)

    assert (full.returncode, "no space left" in full.stderr) == (1, True)
    assert Path("/dev/null").is_char_device()
    assert Path("/dev/full").is_char_device()


def test_a_link_is_written_through(cop: Cop, tmp_path: Path) -> None:
    """With --force the file that a link leads to is written anew; the link stays one."""
    (tmp_path / "real.json").write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "real.json")

    assert cop("export", "json", "-o", str(link), "--force").returncode == 0

    assert link.is_symlink()
    assert (tmp_path / "real.json").read_text(encoding="utf-8").startswith("{")
