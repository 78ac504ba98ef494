"""The Notebook: what goes in comes out, what goes wrong changes nothing, what was done can be undone."""

import json
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from cop_tui.domain.book import KINDS, TABLES, Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Damaged, NotebookError, NotFound, Refused
from cop_tui.domain.goal import Goal
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered, fresh
from cop_tui.storage import disk
from cop_tui.storage.history import LENGTH
from cop_tui.storage.notebook import Notebook

Adding = Callable[..., Change]
Named = Callable[[str], Person]


def content(book: Book) -> dict[str, dict[str, object]]:
    """Return all records of a book but the tombstones, comparable."""
    return {kind.table: dict(book.of(kind)) for kind in KINDS if kind.table != "gone"}


def test_a_missing_file_is_an_empty_notebook_and_is_not_created(path: Path, notebook: Notebook) -> None:
    """Looking creates nothing, not even the folder."""
    assert [] == list(notebook.book.records())
    assert not notebook.refresh()
    assert not path.parent.exists()


def test_what_is_put_in_is_there_when_it_is_opened_again(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """The book in memory and the book in the file are the same."""
    ana = person("Ana")

    book = notebook.apply(adding(ana))

    assert {ana.id: ana} == book.people
    assert content(book) == content(Notebook.open(path, now=now).book)


def test_every_table_stands_in_the_file(path: Path, notebook: Notebook, adding: Adding, person: Named) -> None:
    """Also those in which nothing is kept yet."""
    notebook.apply(adding(person("Ana")))

    assert {"meta", "history", *TABLES} == set(json.loads(path.read_bytes()))


def test_records_in_memory_are_as_they_will_be_read(
    path: Path, notebook: Notebook, adding: Adding, now: datetime
) -> None:
    """A list given for a tuple, a zone given for an offset: memory has what the file has."""
    goal = fresh(Goal, now, text="Speak Dutch", closed_on=now)

    notebook.apply(adding(goal))

    read = Notebook.open(path, now=now).book.goals[goal.id]
    kept = notebook.book.goals[goal.id]
    assert read == kept
    assert repr(read.closed_on) == repr(kept.closed_on)


def test_a_change_that_does_nothing_writes_nothing(path: Path, notebook: Notebook, now: datetime) -> None:
    """No file, no history, no backup, and nobody is told."""
    told: list[Book] = []
    notebook.subscribe(told.append)

    book = notebook.apply(Change(sentence="Nothing", at=now), back_up_first=True)

    assert book is notebook.book
    assert not path.exists()
    assert [] == told


def test_whoever_subscribed_is_told_until_they_leave(notebook: Notebook, adding: Adding, person: Named) -> None:
    """Leaving twice does no harm."""
    told: list[Book] = []
    leave = notebook.subscribe(told.append)

    first = notebook.apply(adding(person("Ana")))
    leave()
    leave()
    notebook.apply(adding(person("Ben")))

    assert [first] == told


def test_undo_takes_back_the_last_change_first(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Last in, first out, with the sentence of each; also after the file was opened again."""
    ana = person("Ana")
    books = [notebook.book]
    books.append(notebook.apply(adding(ana, sentence="Added Ana")))
    books.append(notebook.apply(adding(altered(ana, now, note="met"), sentence="Changed Ana")))
    books.append(notebook.apply(Change(sentence="Removed Ana", at=now, take=(ana,))))

    for sentence in ("Removed Ana", "Changed Ana", "Added Ana"):
        books.pop()
        again = Notebook.open(path, now=now)
        assert sentence == again.undo(now=now)
        assert content(books[-1]) == content(again.book)

    with pytest.raises(Refused, match=r"^There is nothing to undo$"):
        Notebook.open(path, now=now).undo(now=now)


def test_undo_gives_back_the_tombstone_that_a_change_took(
    notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Someone removed, then added again: undoing the adding leaves them removed as they were."""
    ana = person("Ana")
    notebook.apply(adding(ana))
    gone = notebook.apply(Change(sentence="Removed Ana", at=now, take=(ana,))).gone
    notebook.apply(adding(ana, at=now + timedelta(days=1)))
    assert {} == notebook.book.gone

    notebook.undo(now=now + timedelta(days=2))

    assert gone == notebook.book.gone
    assert {} == notebook.book.people


def test_undo_of_a_removal_takes_the_tombstone_away(
    notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Who is there is not among the gone."""
    ana = person("Ana")
    notebook.apply(adding(ana))
    notebook.apply(Change(sentence="Removed Ana", at=now, take=(ana,)))

    notebook.undo(now=now)

    assert ({ana.id: ana}, {}) == (notebook.book.people, notebook.book.gone)


def test_a_hundred_changes_can_be_undone_and_no_more(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """The history is a hundred deep, newest first, across restarts."""
    for number in range(LENGTH + 5):
        notebook.apply(adding(person(f"P{number}"), sentence=f"Added P{number}"))

    again = Notebook.open(path, now=now)
    sentences = [done.sentence for done in again.history()]
    undone = [again.undo(now=now) for _ in range(LENGTH)]

    assert [f"Added P{number}" for number in range(LENGTH + 4, 4, -1)] == sentences == undone
    assert {f"P{number}" for number in range(5)} == {one.name for one in again.book.people.values()}
    with pytest.raises(Refused):
        again.undo(now=now)


def test_doing_it_again_after_an_undo_leads_to_the_same(notebook: Notebook, adding: Adding, person: Named) -> None:
    """What was undone can be done again, as if nothing had been between."""
    change = adding(person("Ana"), person("Ben"))
    before = content(notebook.apply(change))

    notebook.undo(now=change.at)
    notebook.apply(change)

    assert before == content(notebook.book)
    assert {} == notebook.book.gone


def test_text_that_no_file_can_hold_is_refused_before_anything_is_opened(
    path: Path, notebook: Notebook, adding: Adding, person: Named
) -> None:
    """Half a surrogate pair, a number that is none, a moment without an offset, a word for a number."""
    ana = person("Ana")
    bad: tuple[Person | Goal, ...] = (
        msgspec.structs.replace(ana, name="\ud83d"),
        msgspec.structs.replace(ana, reconnect_every=float("nan")),
        msgspec.structs.replace(ana, created=datetime(2026, 1, 1)),  # noqa: DTZ001 - that is the point
        msgspec.structs.replace(ana, note=7),
        msgspec.structs.replace(ana, note=object()),
    )

    for record in bad:
        with pytest.raises(Refused, match="nothing was changed"):
            notebook.apply(adding(record))

    assert {} == notebook.book.people
    assert not path.exists()


def test_a_write_that_fails_leaves_memory_as_the_file_is(
    *, path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sync that fails, as a broken disk would: neither file nor memory has the half of it, and nobody is told."""
    notebook.apply(adding(person("Ana")))
    before, told = path.read_bytes(), list[Book]()
    notebook.subscribe(told.append)

    def broken(_: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        with pytest.raises(NotebookError, match=r"could not be written .* is safe") as caught:
            notebook.apply(adding(person("Ben")))
        with pytest.raises(NotebookError):
            notebook.undo(now=now)

    assert caught.value.hint
    assert (before, ["Ana"], []) == (path.read_bytes(), [one.name for one in notebook.book.people.values()], told)
    assert [] == list(path.parent.glob(".*.tmp"))
    notebook.apply(adding(person("Ben")))
    assert 2 == len(Notebook.open(path, now=now).book.people)


def test_an_interrupt_while_writing_leaves_no_temporary_file(
    path: Path, notebook: Notebook, adding: Adding, person: Named, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C is no error, and the lock is let go."""
    notebook.apply(adding(person("Ana")))

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            notebook.apply(adding(person("Ben")))

    assert {"notebook.json", ".notebook.json.lock", "backups"} == {one.name for one in path.parent.iterdir()}
    notebook.apply(adding(person("Ben")))


def test_a_notebook_that_vanishes_is_not_begun_anew(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """A disk pulled out, a folder moved away: the rest of the records would be missing from a new file."""
    notebook.apply(adding(person("Ana")))
    path.parent.rename(path.parent.with_name("elsewhere"))

    with pytest.raises(NotebookError, match="no longer there"):
        notebook.apply(adding(person("Ben")))

    assert not notebook.refresh()
    assert not path.parent.exists()
    path.parent.with_name("elsewhere").rename(path.parent)
    notebook.apply(adding(person("Ben")))
    assert 2 == len(Notebook.open(path, now=now).book.people)


def test_a_notebook_that_vanishes_while_the_lock_is_taken_is_not_begun_anew(
    path: Path, notebook: Notebook, adding: Adding, person: Named, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in the moment between looking and locking."""
    notebook.apply(adding(person("Ana")))
    real = disk.footprint
    first = iter([real(path)])
    monkeypatch.setattr("cop_tui.storage.notebook.footprint", lambda path: next(first, None) or real(path))
    path.unlink()

    with pytest.raises(NotebookError, match="no longer there"):
        notebook.apply(adding(person("Ben")))

    assert not path.exists()


def test_a_read_only_notebook_is_not_written(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """A rename would go through; but who takes the right to write away means it."""
    notebook.apply(adding(person("Ana")))
    path.chmod(0o400)

    with pytest.raises(NotebookError, match="may not write"):
        notebook.apply(adding(person("Ben")))

    assert 1 == len(Notebook.open(path, now=now).book.people)


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as Unix has them")
def test_a_link_is_written_through(tmp_path: Path, adding: Adding, person: Named, now: datetime) -> None:
    """The link stays a link, and what it leads to is the notebook, even before that is there."""
    target, link = tmp_path / "synced" / "mine.json", tmp_path / "notebook.json"
    link.symlink_to(target)

    first = Notebook.open(link, now=now)
    first.apply(adding(person("Ana")))
    first.apply(adding(person("Ben")))

    assert link.is_symlink()
    assert 2 == len(Notebook.open(target, now=now).book.people)
    assert link == first.path


@pytest.mark.skipif(os.name != "posix", reason="links and pipes as Unix has them")
@pytest.mark.parametrize("where", ["folder", "file/below.json", "pipe", "loop"])
def test_what_cannot_be_a_notebook_is_named(tmp_path: Path, now: datetime, where: str) -> None:
    """A folder, a path through a file, a pipe, a link that leads to itself: one sentence each, nothing made."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(NotebookError) as caught:
        Notebook.open(tmp_path / where, now=now)

    assert caught.value.hint
    assert "\n" not in caught.value.sentence
    assert before == sorted(tmp_path.rglob("*"))


def test_restoring_a_backup_is_a_change_that_can_be_undone(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Altered, removed and added since: all as it was; undo brings it forward again; a backup was made before."""
    ana, ben, cem = person("Ana"), person("Ben"), person("Cem")
    then = content(notebook.apply(adding(ana, ben)))
    name = notebook.back_up(now=now).name
    notebook.apply(
        Change(sentence="Much", at=now, put=(altered(ana, now + timedelta(hours=1), note="new"), cem), take=(ben,))
    )
    since, graves = content(notebook.book), notebook.book.gone

    change = notebook.restore(name, now=now + timedelta(days=1))

    assert then == content(Notebook.open(path, now=now).book)
    assert f"Restored the backup {name}" == change.sentence == notebook.history()[0].sentence
    assert "restore" in {one.why for one in notebook.backups()}
    assert {cem.id} == set(notebook.book.gone)
    notebook.undo(now=now + timedelta(days=1))
    assert since == content(notebook.book)
    assert set(graves) <= set(notebook.book.gone)


def test_what_this_version_does_not_know_comes_back_with_a_restored_record(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """A field that a newer version wrote is in the backup too."""
    ana = person("Ana")
    notebook.apply(adding(ana))
    path.write_bytes(path.read_bytes().replace(b'"name":"Ana"', b'"name":"Ana","star":"sign"'))
    notebook.refresh()
    name = notebook.back_up(now=now).name
    notebook.apply(Change(sentence="Removed Ana", at=now, take=(ana,)))

    notebook.restore(name, now=now + timedelta(days=1))

    assert ["sign"] == [one.get("star") for one in json.loads(path.read_bytes())["people"].values()]


def test_restoring_what_is_there_already_changes_nothing(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """No entry in the history, no backup."""
    notebook.apply(adding(person("Ana")))
    name = notebook.back_up(now=now).name
    before = path.read_bytes()

    assert not notebook.restore(name.removesuffix(".json"), now=now)
    assert before == path.read_bytes()


def test_a_backup_that_is_not_there_or_not_whole_is_not_restored(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """The notebook stays as it is."""
    notebook.apply(adding(person("Ana")))
    backup = notebook.back_up(now=now)
    backup.write_bytes(backup.read_bytes()[:-9])
    before = path.read_bytes()

    with pytest.raises(NotFound, match="no backup"):
        notebook.restore("yesterday", now=now)
    with pytest.raises(Damaged) as damaged:
        notebook.restore(backup.name, now=now)
    assert f"The backup {backup.name} is not whole; nothing was changed" == damaged.value.sentence
    assert "cop-tui backup list shows the others" == damaged.value.hint

    assert before == path.read_bytes()


def test_there_is_nothing_to_back_up_before_the_first_change(notebook: Notebook, now: datetime) -> None:
    """An empty backup would be worse than none."""
    with pytest.raises(Refused, match=r"^There is nothing to back up yet$"):
        notebook.back_up(now=now)


def test_an_import_is_backed_up_first(notebook: Notebook, adding: Adding, person: Named) -> None:
    """The backup holds what was there before it; before the first change there is nothing to keep."""
    notebook.apply(adding(person("Ana")), back_up_first=True)
    assert ["daily"] == [one.why for one in notebook.backups()]

    notebook.apply(adding(person("Ben")), back_up_first=True)

    newest = notebook.backups()[0]
    assert ("import", 1, True) == (newest.why, newest.records, newest.whole)
