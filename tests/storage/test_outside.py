"""Other programs write the same file: a second window, a sync tool, another TinyDB, a text editor."""

import json
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB, where

from cop_tui.domain.book import TABLES, Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Damaged, Refused
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered
from cop_tui.storage.notebook import Notebook

Adding = Callable[..., Change]
Named = Callable[[str], Person]


def names(book: Book) -> list[str]:
    """Return the names of all people in a book."""
    return [one.name for one in book.people.values()]


def rewrite(path: Path, alter: Callable[[dict[str, dict[str, dict[str, object]]]], None]) -> None:
    """Replace the file as a sync tool does: by another one, renamed over it."""
    tables = json.loads(path.read_bytes())
    alter(tables)
    other = path.with_name("incoming")
    other.write_text(json.dumps(tables, indent=1), encoding="utf-8")
    other.replace(path)


def test_two_windows_lose_nothing(path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime) -> None:
    """Each change is made on what the file holds then, and a refresh shows it once."""
    other = Notebook.open(path, now=now)
    told: list[Book] = []
    other.subscribe(told.append)

    notebook.apply(adding(person("Ana")))
    other.apply(adding(person("Ben")))

    assert ["Ana", "Ben"] == names(other.book)
    assert (True, False) == (notebook.refresh(), notebook.refresh())
    assert ["Ana", "Ben"] == names(notebook.book)
    assert not other.refresh()
    assert [other.book] == told


def test_both_windows_change_the_same_person(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Field by field: what each of them altered stays."""
    ana = person("Ana")
    notebook.apply(adding(ana))
    other = Notebook.open(path, now=now)

    other.apply(adding(altered(ana, now, note="met in Ghent")))
    notebook.apply(adding(altered(ana, now, organisation="UZ")))

    kept = Notebook.open(path, now=now).book.people[ana.id]
    assert ("met in Ghent", "UZ") == (kept.note, kept.organisation)


def test_a_change_begun_before_a_refresh_keeps_what_the_refresh_brought(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """A dialog stands open while the other window writes; its change says on which book it was made."""
    ana = person("Ana")
    begun = notebook.apply(adding(ana))
    Notebook.open(path, now=now).apply(adding(altered(ana, now, note="met in Ghent")))
    notebook.refresh()

    notebook.apply(adding(altered(ana, now, organisation="UZ")), base=begun)

    kept = notebook.book.people[ana.id]
    assert ("met in Ghent", "UZ") == (kept.note, kept.organisation)


def test_the_last_change_is_undone_whichever_window_made_it(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """There is one history, in the file."""
    notebook.apply(adding(person("Ana"), sentence="Added Ana"))
    Notebook.open(path, now=now).apply(adding(person("Ben"), sentence="Added Ben"))

    assert ["Added Ben", "Added Ana"] == [notebook.undo(now=now), notebook.undo(now=now)]
    assert [] == names(Notebook.open(path, now=now).book)


def test_undo_keeps_what_another_program_changed_since(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Only the fields that the undone change altered go back."""
    ana = person("Ana")
    notebook.apply(adding(ana))
    notebook.apply(adding(altered(ana, now, note="met"), sentence="Changed Ana"))
    with TinyDB(path) as stock:
        stock.table("people").update({"organisation": "UZ"}, where("id") == ana.id)

    assert "Changed Ana" == notebook.undo(now=now)

    kept = Notebook.open(path, now=now).book.people[ana.id]
    assert ("", "UZ") == (kept.note, kept.organisation)


def test_undo_leaves_what_was_added_and_then_changed_elsewhere(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """The rest of the change is undone; where there is no rest, it is said, and the next undo goes on before it."""
    ana, ben = person("Ana"), person("Ben")
    notebook.apply(adding(ana, sentence="Added Ana"))
    notebook.apply(adding(ben, sentence="Added Ben"))
    with TinyDB(path) as stock:
        stock.table("people").update({"note": "mine"}, where("id") == ben.id)

    with pytest.raises(Refused, match="another program changed it since"):
        notebook.undo(now=now)

    assert ["Ana", "Ben"] == names(notebook.book)
    assert "Added Ana" == notebook.undo(now=now)
    assert ["Ben"] == names(Notebook.open(path, now=now).book)


def test_undo_of_a_second_coming_leaves_who_was_changed_elsewhere_without_a_tombstone(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Who is there cannot be among the gone."""
    ana, ben = person("Ana"), person("Ben")
    notebook.apply(adding(ana))
    notebook.apply(Change(sentence="Removed Ana", at=now, take=(ana,)))
    notebook.apply(adding(ana, ben, sentence="Added both"))
    with TinyDB(path) as stock:
        stock.table("people").update({"note": "mine"}, where("id") == ana.id)

    assert "Added both" == notebook.undo(now=now)

    assert (["Ana"], {ben.id}) == (names(notebook.book), set(notebook.book.gone))


def test_undo_of_a_removal_leaves_who_was_brought_back_elsewhere(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """The other program's version stays."""
    ana = person("Ana")
    notebook.apply(adding(ana))
    notebook.apply(Change(sentence="Removed Ana", at=now, take=(ana,)))
    back = {**json.loads(msgspec.json.encode(ana)), "note": "theirs"}
    with TinyDB(path) as stock:
        stock.table("people").insert(back)

    with pytest.raises(Refused) as stays:
        notebook.undo(now=now)

    assert "“Removed Ana” stays: another program changed it since" == stays.value.sentence
    assert "The next undo goes on with what was done before it" == stays.value.hint
    assert "theirs" == Notebook.open(path, now=now).book.people[ana.id].note


def test_undo_of_adding_who_was_removed_elsewhere_does_nothing(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """They are gone already."""
    notebook.apply(adding(person("Ana"), sentence="Added Ana"))
    with TinyDB(path) as stock:
        stock.table("people").truncate()

    assert "Added Ana" == notebook.undo(now=now)
    assert {} == notebook.book.people


def test_a_file_replaced_from_outside_is_seen(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """A rename over the file, with nobody's lock: the next change is made on what came."""
    ana = person("Ana")
    notebook.apply(adding(ana))

    def rename_ana(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        tables["people"]["1"]["note"] = "from the other machine"

    rewrite(path, rename_ana)
    notebook.apply(adding(altered(ana, now + timedelta(hours=1), organisation="UZ"), person("Ben")))

    kept = Notebook.open(path, now=now).book.people[ana.id]
    assert ("from the other machine", "UZ") == (kept.note, kept.organisation)
    assert ["Ana", "Ben"] == names(notebook.book)


def test_a_stock_tinydb_finds_every_table_and_document(
    path: Path, notebook: Notebook, adding: Adding, person: Named
) -> None:
    """The file is TinyDB's: any program with TinyDB can read it."""
    ana, ben = person("Ana"), person("Ben")
    notebook.apply(adding(ana, ben))

    with TinyDB(path) as stock:
        assert {"meta", "history", *TABLES} == stock.tables()
        assert [ana.id, ben.id] == [document["id"] for document in stock.table("people")]
        assert [1] == [document["schema"] for document in stock.table("meta")]
        found = stock.table("people").get(where("name") == "Ben")
        assert ben == msgspec.convert(found, Person)


def test_what_a_stock_tinydb_wrote_is_read_and_kept(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """A new document in our table, a table of its own, a field that we know nothing of."""
    ana, ben = person("Ana"), person("Ben")
    notebook.apply(adding(ana))
    with TinyDB(path) as stock:
        stock.insert({"theirs": True})
        stock.table("people").insert(json.loads(msgspec.json.encode(ben)) | {"shoe size": 42})

    assert notebook.refresh()
    notebook.apply(adding(altered(ben, now, note="met"), person("Cem")))

    with TinyDB(path) as stock:
        assert [{"theirs": True}] == list(stock)
        assert [None, 42, None] == [document.get("shoe size") for document in stock.table("people")]
        assert [1, 2, 3] == [document.doc_id for document in stock.table("people")]
    assert "met" == notebook.book.people[ben.id].note


def test_a_field_that_we_know_nothing_of_comes_back_with_undo(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """It went with the record, so it comes with the record."""
    ana = person("Ana")
    notebook.apply(adding(ana))
    with TinyDB(path) as stock:
        stock.table("people").update({"shoe size": 42})
    notebook.apply(Change(sentence="Removed Ana", at=now, take=(ana,)))

    notebook.undo(now=now)

    with TinyDB(path) as stock:
        assert [42] == [document["shoe size"] for document in stock.table("people")]


def test_an_empty_file_that_a_stock_tinydb_made_is_an_empty_notebook(
    path: Path, adding: Adding, person: Named, now: datetime
) -> None:
    """TinyDB makes the file when it is opened, and writes `{}` when all tables are dropped."""
    TinyDB(path, create_dirs=True).close()
    assert [] == list(Notebook.open(path, now=now).book.records())
    with TinyDB(path) as stock:
        stock.drop_tables()

    Notebook.open(path, now=now).apply(adding(person("Ana")))

    assert ["Ana"] == names(Notebook.open(path, now=now).book)


def test_a_record_that_stands_twice_counts_once(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """The one updated last counts; when it is changed the other goes; when it is removed both do."""
    ana, ben = person("Ana"), person("Ben")
    notebook.apply(adding(ana, ben))
    newer = json.loads(msgspec.json.encode(altered(ana, now + timedelta(days=1), note="newer")))
    older = json.loads(msgspec.json.encode(altered(ben, now - timedelta(days=1), note="older")))
    with TinyDB(path) as stock:
        stock.table("people").insert_multiple([newer, older])

    book = Notebook.open(path, now=now).book
    assert ("newer", "") == (book.people[ana.id].note, book.people[ben.id].note)

    notebook.refresh()
    notebook.apply(adding(altered(book.people[ana.id], now, organisation="UZ")))
    notebook.apply(Change(sentence="Removed Ben", at=now, take=(book.people[ben.id],)))
    with TinyDB(path) as stock:
        documents = list(stock.table("people"))
    assert [("newer", "UZ")] == [(one["note"], one["organisation"]) for one in documents]


def test_a_document_number_that_is_no_number_is_kept(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Somebody edited the file by hand."""
    notebook.apply(adding(person("Ana")))

    def renumber(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        tables["people"]["ana"] = tables["people"].pop("1")

    rewrite(path, renumber)
    notebook.apply(adding(person("Ben")))

    assert ["Ana", "Ben"] == names(Notebook.open(path, now=now).book)
    assert ["ana", "1"] == list(json.loads(path.read_bytes())["people"])


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 300, "٣", "²", ""])
def test_a_document_number_beyond_all_numbers_stops_nothing(
    *, path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime, number: str
) -> None:
    """It is kept, and the next document has a number that anybody can read."""
    notebook.apply(adding(person("Ana")))

    def renumber(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        tables["people"][number] = tables["people"].pop("1")

    rewrite(path, renumber)
    notebook.apply(adding(person("Ben")))

    assert ["Ana", "Ben"] == names(Notebook.open(path, now=now).book)
    assert [number, "1"] == list(json.loads(path.read_bytes())["people"])


def test_a_table_that_is_missing_is_empty(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Another program dropped it; the next change brings it back."""
    notebook.apply(adding(person("Ana")))
    with TinyDB(path) as stock:
        stock.drop_table("people")
        stock.drop_table("history")

    notebook.apply(adding(person("Ben")))

    assert ["Ben"] == names(Notebook.open(path, now=now).book)
    assert {"meta", "history", *TABLES} == set(json.loads(path.read_bytes()))


def test_a_byte_order_mark_does_no_harm(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Some editors put one at the beginning."""
    notebook.apply(adding(person("Ana")))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert ["Ana"] == names(Notebook.open(path, now=now).book)


def test_a_refresh_of_a_damaged_file_says_so_and_keeps_the_book(
    path: Path, notebook: Notebook, adding: Adding, person: Named
) -> None:
    """What is open stays to be read; the file is not written over."""
    notebook.apply(adding(person("Ana")))
    path.write_bytes(path.read_bytes()[:-20])
    damaged = path.read_bytes()

    for act in (notebook.refresh, lambda: notebook.apply(adding(person("Ben")))):
        with pytest.raises(Damaged, match="damaged"):
            act()

    assert (["Ana"], damaged) == (names(notebook.book), path.read_bytes())


def test_a_file_that_is_just_being_written_in_place_is_waited_for(
    *, path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stock TinyDB writes in place: for a moment the file is not whole, and then it is."""
    notebook.apply(adding(person("Ana")))
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])

    def finish_writing(_: float) -> None:
        path.write_bytes(whole)
        os.utime(path, ns=(0, 0))

    monkeypatch.setattr("cop_tui.storage.snapshot.pause", finish_writing)

    assert ["Ana"] == names(Notebook.open(path, now=now).book)
    assert [] == list(path.parent.glob("*damaged*"))


def test_a_file_that_changes_while_it_is_read_is_read_again(
    *, path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read is what stood there at one moment, if there is such a moment at all."""
    notebook.apply(adding(person("Ana")))
    real, looks = os.fstat, iter(range(100))

    def moving(descriptor: int) -> os.stat_result:
        os.utime(path, ns=(0, next(looks)))
        return real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fstat", moving)
        assert ["Ana"] == names(Notebook.open(path, now=now).book)
    assert 10 == next(looks)


def test_taking_out_who_is_gone_already_is_undone_to_nothing(
    path: Path, notebook: Notebook, adding: Adding, person: Named, now: datetime
) -> None:
    """Two windows remove the same person; the second removal had nothing to remove, and nothing to bring back."""
    ana = person("Ana")
    notebook.apply(adding(ana))
    other = Notebook.open(path, now=now)
    removal = Change(sentence="Removed Ana", at=now, take=(ana,))
    notebook.apply(removal)

    other.apply(removal)

    assert "Removed Ana" == other.undo(now=now)
    assert {} == other.book.people
    other.undo(now=now)
    assert {ana.id: ana} == other.book.people
