"""A folder of files is brought up to date: ours follow the book, others' are never touched."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_tui.domain.errors import CopError
from cop_tui.exchange import folder as module
from cop_tui.exchange.folder import LIST, Brought, Leaf, bring_up_to_date, known_in
from cop_tui.exchange.whole import put_whole

TEA, MILK, CAKE = Leaf("Tea.md", b"tea"), Leaf("more/Milk.md", b"milk"), Leaf("more/deep/Cake.md", b"cake")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder that is not there yet."""
    return tmp_path / "vault"


def bring(root: Path, *leaves: Leaf, kind: str = "vault") -> Brought:
    """Bring a folder up to date with leaves that are known by what is in them."""
    return bring_up_to_date(root, {leaf.data.split()[0].decode(): leaf for leaf in leaves}, kind=kind)


def seen(root: Path) -> dict[str, bytes]:
    """Return the files in a folder besides our list."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.name != LIST
    }


def test_a_new_folder_gets_all(root: Path) -> None:
    """The folder is made, all files are written, and the next run knows their names."""
    brought = bring(root, TEA, MILK, CAKE)

    assert Brought(written=3) == brought
    assert {"Tea.md": b"tea", "more/Milk.md": b"milk", "more/deep/Cake.md": b"cake"} == seen(root)
    assert {"tea": "Tea.md", "milk": "more/Milk.md", "cake": "more/deep/Cake.md"} == known_in(root)


def test_what_is_so_already_is_not_touched(root: Path) -> None:
    """A second run writes only what changed; the others and the list keep their times."""
    bring(root, TEA, MILK)
    for path in (root / "Tea.md", root / "more/Milk.md", root / LIST):
        os.utime(path, (1, 1))

    assert Brought(unchanged=2) == bring(root, TEA, MILK)
    assert 1 == (root / LIST).stat().st_mtime
    assert Brought(written=1, unchanged=1) == bring(root, TEA, Leaf("more/Milk.md", b"milk 2"))
    assert 1 == (root / "Tea.md").stat().st_mtime
    assert b"milk 2" == (root / "more/Milk.md").read_bytes()


def test_what_is_gone_is_removed_with_its_empty_folders(root: Path) -> None:
    """Folders in which something else is stay."""
    bring(root, TEA, MILK, CAKE)
    (root / "more" / "mine.txt").write_text("mine", encoding="utf-8")

    assert Brought(unchanged=1, removed=2) == bring(root, TEA)

    assert {"Tea.md": b"tea", "more/mine.txt": b"mine"} == seen(root)
    assert not (root / "more" / "deep").exists()


def test_a_file_that_moves_leaves_nothing_behind(root: Path) -> None:
    """Under its new path it is written, under the old one removed."""
    bring(root, TEA)

    assert Brought(written=1, removed=1) == bring(root, Leaf("new/Tea.md", b"tea"))
    assert {"new/Tea.md": b"tea"} == seen(root)


def test_what_somebody_edited_is_kept(root: Path) -> None:
    """Neither a new text nor a removal takes an edit away; it is named. Who removes the file gets ours again."""
    bring(root, TEA, MILK)
    (root / "Tea.md").write_bytes(b"with my own words")
    (root / "more/Milk.md").write_bytes(b"mine")

    first = bring(root, Leaf("Tea.md", b"tea 2"))
    second = bring(root, Leaf("Tea.md", b"tea 2"))

    assert Brought(edited=("Tea.md", "more/Milk.md")) == first
    assert Brought(edited=("Tea.md",)) == second
    assert {"Tea.md": b"with my own words", "more/Milk.md": b"mine"} == seen(root)
    (root / "Tea.md").unlink()
    assert Brought(written=1) == bring(root, Leaf("Tea.md", b"tea 2"))


def test_an_edit_that_is_known_gives_way(root: Path) -> None:
    """A leaf that knows what was edited in its file is written over it; any other edit is kept."""
    bring(root, TEA)
    knowing = Leaf("Tea.md", b"tea 2", lambda data: data == b"known")

    (root / "Tea.md").write_bytes(b"unknown")
    kept = bring(root, knowing)
    (root / "Tea.md").write_bytes(b"known")

    assert (Brought(edited=("Tea.md",)), Brought(written=1)) == (kept, bring(root, knowing))
    assert {"Tea.md": b"tea 2"} == seen(root)


def test_a_strangers_file_is_never_touched(root: Path) -> None:
    """What stands under a name that we would take stays, and is named; what is the same already is ours."""
    root.mkdir()
    (root / "Tea.md").write_bytes(b"theirs")
    (root / "more").mkdir()
    (root / "more/Milk.md").write_bytes(b"milk")
    (root / "more/deep").write_bytes(b"a file")

    assert Brought(unchanged=1, strangers=("Tea.md", "more/deep/Cake.md")) == bring(root, TEA, MILK, CAKE)
    assert {"Tea.md": b"theirs", "more/Milk.md": b"milk", "more/deep": b"a file"} == seen(root)
    assert Brought(removed=1) == bring(root)
    assert {"Tea.md": b"theirs", "more/deep": b"a file"} == seen(root)


def test_links_are_not_followed(root: Path, tmp_path: Path) -> None:
    """Neither a linked folder nor a linked file leads a write or a removal elsewhere."""
    away = tmp_path / "away"
    away.mkdir()
    bring(root, TEA, MILK)
    (root / "more/Milk.md").rename(away / "Milk.md")
    (root / "more").rmdir()
    (root / "more").symlink_to(away)
    (root / "Tea.md").rename(away / "Tea.md")
    (root / "Tea.md").symlink_to(away / "Tea.md")

    changed = bring(root, Leaf("Tea.md", b"tea 2"), Leaf("more/Milk.md", b"milk 2"))
    gone = bring(root)

    assert Brought(strangers=("Tea.md", "more/Milk.md")) == changed
    assert Brought() == gone
    assert {"Tea.md": b"tea", "Milk.md": b"milk"} == seen(away)


def test_the_folder_itself_may_be_a_link(root: Path, tmp_path: Path) -> None:
    """The member named it; it is written through."""
    (tmp_path / "real").mkdir()
    root.symlink_to(tmp_path / "real")

    bring(root, TEA)

    assert {"Tea.md": b"tea"} == seen(tmp_path / "real")


def test_a_pipe_is_not_opened(root: Path) -> None:
    """What is no ordinary file is a stranger's, and nobody waits for it."""
    root.mkdir()
    os.mkfifo(root / "Tea.md")

    assert Brought(strangers=("Tea.md",)) == bring(root, TEA)


@pytest.mark.parametrize("path", ["../Tea.md", "/Tea.md", "a/../Tea.md", ".Tea.md", "a\\b.md", "", "a//b", "con.md"])
def test_a_path_cannot_leave_the_folder(root: Path, path: str) -> None:
    """A path that is not safe is refused before anything is written."""
    with pytest.raises(CopError, match="nothing was written"):
        bring(root, Leaf(path, b"tea"))

    assert not root.exists()


def test_two_leaves_of_one_name_are_refused(root: Path) -> None:
    """Also where only some file systems take them for one."""
    with pytest.raises(CopError, match="same name"):
        bring(root, TEA, Leaf("TEA.md", b"other"))


WRONG: dict[str, Callable[[dict[str, object]], object]] = {
    "no json": lambda _: "{",
    "no object": lambda _: [],
    "another's": lambda found: found | {"format": "something else"},
    "leads out": lambda found: found | {"items": {"tea": {"path": "../Tea.md", "digest": ""}}},
    "twice": lambda found: found | {"items": {n: {"path": p, "digest": ""} for n, p in (("a", "T.md"), ("b", "t.md"))}},
    "no items": lambda found: {name: value for name, value in found.items() if name != "items"},
}


@pytest.mark.parametrize("name", WRONG)
def test_a_list_that_is_not_ours_stops_all(root: Path, name: str) -> None:
    """A damaged or foreign list is said, with what to do; nothing is written."""
    bring(root, TEA)
    wrong = WRONG[name](json.loads((root / LIST).read_text(encoding="utf-8")))
    (root / LIST).write_text(wrong if isinstance(wrong, str) else json.dumps(wrong), encoding="utf-8")

    for attempt in (lambda: bring(root, MILK), lambda: known_in(root)):
        with pytest.raises(CopError, match="nothing was written") as refused:
            attempt()
        assert "another folder" in (refused.value.hint or "")

    assert {"Tea.md": b"tea"} == seen(root)


def test_a_list_that_is_no_file_stops_all(root: Path, tmp_path: Path) -> None:
    """A link in its place is not followed."""
    root.mkdir()
    (root / LIST).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(CopError, match="nothing was written"):
        bring(root, TEA)

    assert not (tmp_path / "elsewhere").exists()


def test_a_newer_list_or_one_of_another_kind_is_refused(root: Path) -> None:
    """A folder is for one kind of export; what a newer version wrote is left alone."""
    bring(root, TEA)

    with pytest.raises(CopError, match="holds an export to vault, not to vdir"):
        bring(root, MILK, kind="vdir")

    newer = (root / LIST).read_text(encoding="utf-8").replace('"version": 1', '"version": 2')
    (root / LIST).write_text(newer, encoding="utf-8")
    with pytest.raises(CopError, match="newer cop-tui"):
        bring(root, MILK)


def test_where_no_folder_can_be_is_said(tmp_path: Path) -> None:
    """A file in its place, or no place for it."""
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(CopError, match="is not a folder"):
        bring(tmp_path / "file", TEA)
    with pytest.raises(CopError, match="There is no folder"):
        bring(tmp_path / "no" / "where", TEA)
    with pytest.raises(CopError, match="could not be brought up to date"):
        bring(tmp_path / ("x" * 300), TEA)


@pytest.mark.parametrize("fails_at", [1, 2, 3, 4])
def test_a_run_that_breaks_off_is_gone_on_with(root: Path, fails_at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever a run ends, a later one with other texts takes nothing of ours for an edit, and leaves no litter."""
    bring(root, TEA, MILK)
    put, calls = put_whole, 0

    def full(path: Path, data: bytes, *, replace: bool) -> None:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise OSError(28, "No space left on device")
        put(path, data, replace=replace)

    with monkeypatch.context() as patch:
        patch.setattr(module, "put_whole", full)
        with pytest.raises(CopError, match="no space left on device"):
            bring(root, Leaf("Tea.md", b"tea 2"), Leaf("more/Milk.md", b"milk 2"))
        calls = 0
        with pytest.raises(CopError, match="no space left on device"):
            bring(root, Leaf("Tea.md", b"tea 3"), Leaf("more/Milk.md", b"milk 3"))

    brought = bring(root, Leaf("Tea.md", b"tea 4"), CAKE)

    assert ((), ()) == (brought.edited, brought.strangers)
    assert {"Tea.md": b"tea 4", "more/deep/Cake.md": b"cake"} == seen(root)


def test_a_file_that_appears_meanwhile_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody puts there between our look and our writing is a stranger's."""
    put = put_whole

    def slow(path: Path, data: bytes, *, replace: bool) -> None:
        if path.name == "Tea.md":
            path.write_bytes(b"theirs")
        put(path, data, replace=replace)

    monkeypatch.setattr(module, "put_whole", slow)

    assert Brought(strangers=("Tea.md",)) == bring(root, TEA)
    assert {"Tea.md": b"theirs"} == seen(root)
    assert {} == known_in(root)


def test_an_edit_between_our_look_and_our_writing_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that saves in that moment loses nothing."""
    bring(root, TEA)

    def noting(path: Path, data: bytes, *, replace: bool) -> None:
        put_whole(path, data, replace=replace)
        if path.name == LIST:
            (root / "Tea.md").write_bytes(b"an edit")

    monkeypatch.setattr(module, "put_whole", noting)

    assert Brought(strangers=("Tea.md",)) == bring(root, Leaf("Tea.md", b"tea 2"))
    assert {"Tea.md": b"an edit"} == seen(root)


def test_a_file_system_without_links_keeps_what_is_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What can't be linked is moved into its place, but not over another file."""

    def no_links(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    bring(root, TEA)

    with pytest.raises(FileExistsError):
        put_whole(root / "Tea.md", b"other", replace=False)

    assert {"Tea.md": b"tea"} == seen(root)


RUNS = st.lists(st.dictionaries(st.sampled_from("abc"), st.sampled_from([b"1", b"2"])), max_size=5)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(runs=RUNS, edits=st.lists(st.sampled_from("abcd"), max_size=5))
def test_no_edit_is_ever_lost(
    tmp_path_factory: pytest.TempPathFactory, runs: list[dict[str, bytes]], edits: str
) -> None:
    """Runs and edits in turn: every edit is there at the end, and all the rest is what the last run says."""
    root = tmp_path_factory.mktemp("runs")
    edited: set[str] = set()
    for index, run in enumerate([*runs, {}]):
        bring_up_to_date(root, {one: Leaf(f"{one}.md", data) for one, data in run.items()}, kind="vault")
        expected = {f"{one}.md": data for one, data in run.items()} | dict.fromkeys(edited, b"edit")
        assert expected == seen(root)
        for one in edits[index : index + 1]:
            (root / f"{one}.md").write_bytes(b"edit")
            edited.add(f"{one}.md")
