"""Our storage under TinyDB itself: whole writes, nobody written over, nothing that is no JSON."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from cop_tui.domain.book import TABLES
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Busy, Damaged, NotebookError, Refused
from cop_tui.domain.person import Person
from cop_tui.storage.disk import footprint, write_whole
from cop_tui.storage.json_storage import JsonStorage
from cop_tui.storage.notebook import Notebook


def test_tinydb_works_on_it(path: Path) -> None:
    """Insert, search, update, remove, drop; opened again each time."""
    with TinyDB(path, storage=JsonStorage) as db:
        assert set() == db.tables()
        db.table("pets").insert_multiple([{"name": "Rex"}, {"name": "Mia"}])
    assert not (path.parent / "backups").exists()
    with TinyDB(path, storage=JsonStorage) as db:
        assert 1 == db.table("pets").count(where("name") == "Rex")
        db.table("pets").update({"name": "Max"}, where("name") == "Rex")
        db.table("pets").remove(where("name") == "Mia")
    with TinyDB(path, storage=JsonStorage) as db:
        assert [{"name": "Max"}] == db.table("pets").all()
        db.drop_table("pets")
        assert set() == db.tables()


def test_the_tables_of_a_notebook_are_readable(
    path: Path, notebook: Notebook, adding: Callable[..., Change], person: Callable[[str], Person], now: datetime
) -> None:
    """And what is written through it is in the notebook."""
    notebook.apply(adding(person("Ana")))

    with TinyDB(path, storage=JsonStorage) as db:
        assert set(TABLES) < db.tables()
        db.table("people").update({"note": "met"}, where("name") == "Ana")

    assert notebook.refresh()
    assert ["met"] == [one.note for one in notebook.book.people.values()]


def test_what_is_read_is_the_callers_own(path: Path) -> None:
    """Altering it alters nothing that another read gives."""
    storage = JsonStorage(path)
    storage.write({"pets": {"1": {"names": ["Rex"]}}})

    first = storage.read()
    assert first is not None
    first["pets"]["1"]["names"].append("Mia")

    assert {"pets": {"1": {"names": ["Rex"]}}} == storage.read()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud83d", object()])
def test_what_is_no_json_is_refused_before_the_file_is_touched(path: Path, value: object) -> None:
    """The stock storage writes NaN, which nobody else can read."""
    storage = JsonStorage(path)
    storage.write({"pets": {}})
    before = path.read_bytes()

    with pytest.raises(Refused, match=r"^This cannot be kept in JSON \(.*(JSON|surrogates).*\); nothing was written$"):
        storage.write({"pets": {"1": {"age": value}}})

    assert before == path.read_bytes()


def test_what_another_program_wrote_in_between_is_not_written_over(path: Path) -> None:
    """A write goes onto what was read, or not at all."""
    mine, theirs = JsonStorage(path), JsonStorage(path)
    mine.write({"pets": {}})
    theirs.read()
    theirs.write({"pets": {"1": {"name": "Rex"}}})

    with pytest.raises(Busy) as caught:
        mine.write({"pets": {}})

    assert (f"Another program wrote {path} in between; nothing was written", "Read it again") == (
        caught.value.sentence,
        caught.value.hint,
    )
    assert {"pets": {"1": {"name": "Rex"}}} == mine.read()


def test_a_damaged_file_is_not_read(path: Path) -> None:
    """It is named."""
    path.parent.mkdir()
    path.write_bytes(b"{")

    with pytest.raises(Damaged, match=r"notebook.json is not whole JSON: Expecting .* column 2") as caught:
        JsonStorage(path).read()

    assert "cop-tui doctor tells more" == caught.value.hint


def test_an_empty_file_has_no_tables(path: Path) -> None:
    """As TinyDB expects it."""
    path.parent.mkdir()
    path.write_bytes(b"")

    assert JsonStorage(path).read() is None


def test_a_folder_is_not_written_over(path: Path) -> None:
    """It stands where the file should be."""
    path.mkdir(parents=True)

    with pytest.raises(NotebookError, match="is a folder"):
        write_whole(path, b"{}")

    assert path.is_dir()


def test_temporary_files_of_the_dead_are_swept_and_others_are_not(path: Path) -> None:
    """By the first write; a folder of such a name, and other notebooks' files, stay."""
    path.parent.mkdir()
    left = [path.parent / f".notebook.json.{pid}-0123abcd.tmp" for pid in (12, 345)]
    left += [path.parent / f".notebook.{kind}-0123abcd.json.6-0123abcd.tmp" for kind in ("damaged", "set-aside")]
    others = [path.parent / name for name in (".other.json.12-0123abcd.tmp", ".notebook.json.tmp", "notes.tmp")]
    for one in (*left, *others):
        one.write_bytes(b"half")
    folder = path.parent / ".notebook.json.67-0123abcd.tmp"
    folder.mkdir()

    storage = JsonStorage(path)
    storage.write({})
    storage.write({})

    assert [False] * 4 == [one.exists() for one in left]
    assert [True] * 4 == [one.exists() for one in (*others, folder)]


def test_what_is_written_takes_no_more_room_than_it_needs(path: Path) -> None:
    """No blanks, and every letter as itself."""
    JsonStorage(path).write({"pets": {"1": {"name": "Zoë", "age": 3}}})

    assert '{"pets":{"1":{"name":"Zoë","age":3}}}'.encode() == path.read_bytes()


def test_a_file_is_another_once_somebody_else_wrote_it(path: Path) -> None:
    """Its own writes are known to a storage, and so is that there is no file."""
    mine, theirs = JsonStorage(str(path)), JsonStorage(path)
    assert (None, False) == (mine.load(), mine.changed_since(None))

    seen = mine.replace(b"{}")
    assert [False, True] == [mine.changed_since(one) for one in (seen, None)]
    assert ((b"{}", seen), seen) == (theirs.load(), footprint(path))
    theirs.write({"pets": {}})
    assert mine.changed_since(seen)


def test_a_link_is_written_through(path: Path) -> None:
    """It stays a link; the file that it leads to is the one."""
    path.parent.mkdir()
    link = path.with_name("link.json")
    link.symlink_to(path)

    storage = JsonStorage(link)
    storage.write({"pets": {}})

    assert (path.resolve(), True, b'{"pets":{}}') == (storage.path, link.is_symlink(), path.read_bytes())


@pytest.mark.parametrize(
    ("left", "stays"),
    [
        (".notebook.json.1-0123abcd.tmp", False),
        (".notebook.damaged-0123abcd.json.1-0123abcd.tmp", False),
        (".notebook.set-aside-0123abcd.json.1-0123abcd.tmp", False),
        (".notebook.damaged-0123.json.1-0123abcd.tmp", True),
        (".notebookXjson.1-0123abcd.tmp", True),
        (".my.notebook.json.1-0123abcd.tmp", True),
        (".notebook.json.bak.1-0123abcd.tmp", True),
    ],
)
def test_only_what_a_dead_writer_left_of_this_notebook_is_swept(path: Path, left: str, *, stays: bool) -> None:
    """Of the file itself and of the copies that are kept beside it; of nothing that is called otherwise."""
    path.parent.mkdir()
    path.with_name(left).write_bytes(b"half")

    JsonStorage(path).write({})

    assert stays is path.with_name(left).exists()


def test_once_swept_a_folder_is_not_swept_again(path: Path) -> None:
    """Whoever writes often does not look over the whole folder each time."""
    storage = JsonStorage(path)
    storage.write({})
    left = path.with_name(".notebook.json.1-0123abcd.tmp")
    left.write_bytes(b"half")

    storage.write({})

    assert left.exists()
