"""The doctor mends: what can be read is saved, what can't is kept beside, a copy comes first, undo takes it back."""

import json
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Taker
from cop_tui.domain.errors import Damaged, NewerNotebook, NotebookError
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered, derived_id, fresh
from cop_tui.domain.story import Story
from cop_tui.storage import mending, migrations, snapshot
from cop_tui.storage.doctor import examine
from cop_tui.storage.mending import MOST_TOLD, Mending, mend
from cop_tui.storage.notebook import Notebook
from cop_tui.storage.recovery import bring_back
from cop_tui.storage.torn import MOST

Tables = dict[str, dict[str, dict[str, object]]]
ANA, RUST, STORY = derived_id("Ana"), derived_id("Rust"), derived_id("Story")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else is writing here, so there is nothing to wait for."""
    monkeypatch.setattr(snapshot, "pause", lambda _: None)


@pytest.fixture
def filled(path: Path, notebook: Notebook, now: datetime) -> Path:
    """Return a notebook with a backup of all but what was told last."""
    ana, ben = (fresh(Person, now, id=derived_id(name), name=name) for name in ("Ana", "Ben"))
    rust = fresh(Community, now, id=RUST, name="Rust", people=(Taker(person=ana.id),))
    cares = fresh(Interest, now, id=derived_id("cares"), who=ana.id, subject="compilers", on=now)
    notebook.apply(Change(sentence="Began", at=now, put=(ana, ben, rust, cares)))
    notebook.back_up(now=now + timedelta(minutes=1))
    told = fresh(Story, now, id=STORY, on=now, body="It went well", community=RUST, people=(ana.id, ben.id))
    notebook.apply(Change(sentence="Told", at=now, put=(told,)))
    return path


def alter(path: Path, change: Callable[[Tables], object]) -> bytes:
    """Alter the tables in the file by hand; return its bytes."""
    tables = json.loads(path.read_bytes())
    change(tables)
    path.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")
    path.chmod(0o600)
    return path.read_bytes()


def mended(path: Path, now: datetime, before: bytes) -> tuple[Mending, Book]:
    """Mend the notebook; it must be sound then, and what it was must be kept. Return what was done, and the book."""
    done = mend(path, now=now)
    copies = [one for one in path.parent.rglob(done.copy) if done.copy]
    assert [before] == [one.read_bytes() for one in copies]
    report = examine(path)
    assert report.whole
    assert [] == [one.text for one in report.findings if "--mend" in one.hint]
    assert Mending() == mend(path, now=now)
    return done, Notebook.open(path, now=now).book


def names(book: Book) -> set[str]:
    """Return the names of all people in a book."""
    return {one.name for one in book.people.values()}


def test_a_sound_notebook_is_left_alone(filled: Path, now: datetime) -> None:
    """Nothing is written, not even a copy; where there is no file, none comes."""
    before = {one: one.read_bytes() for one in filled.parent.rglob("*") if one.is_file()}

    done = mend(filled, now=now)

    assert ("There is nothing to mend",) == done.lines
    assert before == {one: one.read_bytes() for one in filled.parent.rglob("*") if one.is_file()}
    assert Mending() == mend(filled.with_name("none") / "none.json", now=now)
    assert not filled.with_name("none").exists()
    empty = filled.with_name("empty.json")
    empty.write_bytes(b" ")
    (filled.parent / "backups").rename(filled.parent / "elsewhere")
    assert Mending() == mend(empty, now=now)


def test_references_to_nothing_are_cleared_and_undo_brings_them_back(filled: Path, now: datetime) -> None:
    """Of one record and of many; what a nobody cares about is taken out, and kept beside."""

    def stray(tables: Tables) -> None:
        tables["stories"]["1"].update(community="nowhere", people=[ANA, "nobody"])
        tables["communities"]["1"]["people"] = [{"person": "nobody"}]
        tables["interests"]["1"]["who"] = "nobody"

    before = alter(filled, stray)
    was = Notebook.open(filled, now=now).book

    done, book = mended(filled, now, before)

    assert (None, (ANA,)) == (book.stories[STORY].community, book.stories[STORY].people)
    assert ((), {}) == (book.communities[RUST].people, book.interests)
    assert ["nobody is there who cared about it"] == [
        one["why"] for one in json.loads((filled.parent / done.aside).read_bytes())
    ]
    assert "mend" in {one.why for one in Notebook.open(filled, now=now).backups()}
    again = Notebook.open(filled, now=now)
    assert ("Mended the notebook", "Told") == tuple(one.sentence for one in again.history())[:2]
    assert "Mended the notebook" == again.undo(now=now)
    assert (was.stories, was.communities, was.interests) == (
        again.book.stories,
        again.book.communities,
        again.book.interests,
    )


def test_who_is_referred_to_comes_back_from_the_newest_backup(filled: Path, now: datetime) -> None:
    """Rather than that the reference is cleared; unless they were removed, as the tombstone tells."""
    before = alter(filled, lambda tables: tables["people"].pop("1"))

    done, book = mended(filled, now, before)

    assert {"Ana", "Ben"} == names(book)
    assert any(line.startswith("“Ana” of people came back from notebook-") for line in done.done)


def test_a_record_that_cannot_be_read_is_kept_beside_and_comes_back_from_the_backup(
    filled: Path, now: datetime
) -> None:
    """As it was there, with all that refers to it; one that no backup has is only kept."""

    def break_two(tables: Tables) -> None:
        tables["people"]["1"]["name"] = 7
        tables["stories"]["1"]["on"] = "yesterday"

    before = alter(filled, break_two)
    with pytest.raises(Damaged) as caught:
        Notebook.open(filled, now=now)

    done, book = mended(filled, now, before)

    assert "cop-tui doctor --mend saves what can be read" in str(caught.value.hint)
    assert ({"Ana", "Ben"}, {}, ANA) == (names(book), book.stories, book.communities[RUST].people[0].person)
    kept = json.loads((filled.parent / done.aside).read_bytes())
    assert [("people", "1"), ("stories", "1")] == [(one["table"], one["number"]) for one in kept]
    assert "It went well" in kept[1]["text"]
    assert done.copy.startswith("notebook.damaged-")
    assert any("Record 1 of stories could not be read" in line for line in done.lines)
    if os.name == "posix":
        assert {0o600} == {one.stat().st_mode & 0o777 for one in filled.parent.glob("notebook*")}


def test_what_undo_takes_back_after_a_record_was_set_aside_opens_again(filled: Path, now: datetime) -> None:
    """Undo brings back the book that could be read, never the document that could not."""
    before = alter(filled, lambda tables: tables["people"]["1"].update(name=7))
    mended(filled, now, before)

    again = Notebook.open(filled, now=now)
    again.undo(now=now)

    assert {"Ben"} == names(Notebook.open(filled, now=now).book)
    assert "Told" == again.undo(now=now)


def test_two_records_with_one_id_are_both_kept(filled: Path, now: datetime) -> None:
    """The newer has the id, the older a new one; where they are the same, one is enough."""
    ana = json.loads(filled.read_bytes())["people"]["1"]
    older = ana | {"name": "Anna", "updated": "2026-01-01T00:00:00Z"}
    before = alter(filled, lambda tables: tables["people"].update({"7": older, "8": ana}))

    done, book = mended(filled, now, before)

    assert ("Ana", {"Ana", "Anna", "Ben"}) == (book.people[ANA].name, names(book))
    assert 3 == len(json.loads(filled.read_bytes())["people"])
    assert any("the older, “Anna” of people, has a new one" in line for line in done.done)
    assert any("“Ana” of people stood there twice; one is enough" in line for line in done.done)


def test_of_what_there_can_be_only_once_the_newer_stays(filled: Path, now: datetime) -> None:
    """The member, a day: the older is kept beside."""
    day = fresh(CheckIn, now, id="day", day=now.date(), note="older")
    newer = altered(day, now + timedelta(hours=1), note="newer")
    both = {str(number): json.loads(msgspec.json.encode(one)) for number, one in enumerate((newer, day), start=1)}
    before = alter(filled, lambda tables: tables["check_ins"].update(both))

    done, book = mended(filled, now, before)

    assert ["newer"] == [one.note for one in book.check_ins.values()]
    assert "older" in (filled.parent / done.aside).read_text(encoding="utf-8")


def test_who_is_there_is_no_longer_noted_as_removed(filled: Path, now: datetime) -> None:
    """A tombstone of the living goes."""
    ana = json.loads(filled.read_bytes())["people"]["1"]
    grave = ana | {"kind": "people", "on": "2026-11-23T08:00:00Z"}
    before = alter(filled, lambda tables: tables["gone"].update({"1": grave}))

    _, book = mended(filled, now, before)

    assert ({"Ana", "Ben"}, {}) == (names(book), book.gone)


def test_documents_without_a_number_are_numbered(filled: Path, now: datetime) -> None:
    """So that a stock TinyDB can open the table again."""
    before = alter(filled, lambda tables: tables["people"].update(ana=tables["people"].pop("1")))
    assert "A document of people has no number, and TinyDB wants one" in [one.text for one in examine(filled).findings]

    mended(filled, now, before)

    with TinyDB(filled) as stock:
        assert [1, 2] == sorted(one.doc_id for one in stock.table("people"))


def test_a_damaged_note_of_the_history_goes_and_undo_goes_on(filled: Path, now: datetime) -> None:
    """What was done before it can be undone again."""
    before = alter(filled, lambda tables: tables["history"].update({"9": {"sentence": 7}}))
    assert ["Note 9 of the history cannot be read"] == [one.text for one in examine(filled).findings]

    done, _ = mended(filled, now, before)

    assert "Told" == Notebook.open(filled, now=now).undo(now=now)
    assert not done.undo
    assert "cop-tui undo takes it back" not in done.lines


def test_a_table_that_is_missing_or_none_comes_back_from_the_backup(filled: Path, now: datetime) -> None:
    """One was dropped, one became a word, one a list: that one is read as it is."""

    def disorder(tables: Tables) -> None:
        del tables["communities"]
        tables["interests"] = "none"  # type: ignore[assignment]
        tables["people"] = list(tables["people"].values())  # type: ignore[assignment]

    before = alter(filled, disorder)

    _, book = mended(filled, now, before)

    assert ({"Ana", "Ben"}, {RUST}, 1, 1) == (
        names(book),
        set(book.communities),
        len(book.interests),
        len(book.stories),
    )


def test_a_file_that_does_not_say_its_schema_is_read_in_this_one(filled: Path, now: datetime) -> None:
    """Each record tells by itself whether it fits."""
    before = alter(filled, lambda tables: tables["meta"].clear())

    _, book = mended(filled, now, before)

    assert ({"Ana", "Ben"}, 1) == (names(book), len(book.stories))


@pytest.mark.parametrize("spoil", ['"', "}", "{", ",", "\n", "\\"])
def test_a_character_that_fell_over_costs_one_record_at_most(filled: Path, now: datetime, spoil: str) -> None:
    """Wherever it stands: what the backup has is there afterwards, and all stories but the one that it hit."""
    stories = [fresh(Story, now, id=f"s{number}", on=now, body=f"Day {number}") for number in range(5)]
    Notebook.open(filled, now=now).apply(Change(sentence="Told more", at=now, put=tuple(stories)))
    whole = filled.read_bytes()
    start, end = whole.index(b'"stories":'), whole.index(b'"history":')

    for at in range(start, end, 61):
        filled.write_bytes(whole[:at] + spoil.encode() + whole[at + 1 :])
        mend(filled, now=now)
        book = Notebook.open(filled, now=now).book
        assert {"Ana", "Ben"} == names(book)
        assert len(book.stories) >= 5, (at, whole[at - 20 : at + 20])


@pytest.mark.parametrize("data", [b"", b"{", b"Dear diary", b"\x00" * 5000, b"[" * 100_000, b'{"people":{' * 5000])
def test_nonsense_is_mended_from_the_backup(filled: Path, now: datetime, data: bytes) -> None:
    """All of it comes from there; nothing could be read."""
    filled.write_bytes(data)

    done, book = mended(filled, now, data)

    assert ({"Ana", "Ben"}, {RUST}, {}) == (names(book), set(book.communities), book.stories)
    assert any("was not whole JSON" in line for line in done.done)


def test_what_is_newer_or_another_programs_is_not_mended(filled: Path, now: datetime) -> None:
    """It is left alone."""
    newer = alter(filled, lambda tables: tables["meta"]["1"].update(schema=9))
    with pytest.raises(NewerNotebook):
        mend(filled, now=now)
    assert newer == filled.read_bytes()

    filled.write_bytes(b'{"_default":{"1":{"todo":"milk"}}}')
    with pytest.raises(NotebookError, match="another program"):
        mend(filled, now=now)
    assert b'{"_default":{"1":{"todo":"milk"}}}' == filled.read_bytes()


def test_nothing_is_mended_that_could_not_be_kept_first(
    filled: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No room for the copy: the file stays as it is."""
    before = alter(filled, lambda tables: tables["people"]["1"].update(name=7))
    monkeypatch.setattr(mending, "set_aside", lambda *_: None)

    with pytest.raises(NotebookError, match="nothing was changed"):
        mend(filled, now=now)

    assert before == filled.read_bytes()


def test_a_backup_put_in_the_place_of_a_damaged_notebook_can_be_taken_back(filled: Path, now: datetime) -> None:
    """Undo brings what could still be read of it, with the history; nothing has to be mended first."""
    alter(filled, lambda tables: tables["people"]["2"].update(name=7))
    name = examine(filled).newest_backup
    assert name

    again = bring_back(filled, name, now=now)

    assert ({"Ana", "Ben"}, {}) == (names(again.book), again.book.stories)
    assert f"Restored the backup {name}" == again.undo(now=now)
    assert ({"Ana"}, {STORY}) == (names(again.book), set(again.book.stories))
    assert "Told" == again.undo(now=now)


def test_a_backup_put_in_the_place_of_nonsense_brings_its_history(filled: Path, now: datetime) -> None:
    """The restoring is undone first, to nothing; it can be done once more."""
    filled.write_bytes(b"")
    name = str(examine(filled).newest_backup)

    again = bring_back(filled, name, now=now)

    assert [f"Restored the backup {name}", "Began"] == [one.sentence for one in again.history()]
    again.undo(now=now)
    assert [] == list(again.book.records())
    again.restore(name, now=now)
    assert {"Ana", "Ben"} == names(again.book)


def test_what_went_without_a_trace_is_told_and_comes_back(filled: Path, now: datetime) -> None:
    """Whoever is removed leaves a tombstone; a record of the backup that left none was lost."""
    before = alter(filled, lambda tables: tables["interests"].clear())

    told = [one.text for one in examine(filled).findings]
    _, book = mended(filled, now, before)

    assert any("1 of the records in notebook-" in one and "nothing says that they were removed" in one for one in told)
    assert 1 == len(book.interests)


def test_what_the_member_removed_does_not_come_back(filled: Path, now: datetime) -> None:
    """Its tombstone says so, whatever else is wrong."""
    notebook = Notebook.open(filled, now=now)
    notebook.apply(Change(sentence="Removed", at=now, take=tuple(notebook.book.interests.values())))
    before = alter(filled, lambda tables: tables["people"]["1"].update(name=7))

    _, book = mended(filled, now, before)

    assert ({"Ana", "Ben"}, {}) == (names(book), book.interests)


def test_a_table_whose_name_was_damaged_is_put_back(filled: Path, now: datetime) -> None:
    """By the fields of what is in it; a table of somebody else's stays where it is, whatever it holds."""

    def rename(tables: Tables) -> None:
        tables["stOries"] = tables.pop("stories")
        tables["_default"] = {"1": {"theirs": True}}
        tables["odd"] = {"1": 7}  # type: ignore[dict-item]
        tables["none"] = {}

    before = alter(filled, rename)
    told = [one.text for one in examine(filled).findings]

    _, book = mended(filled, now, before)

    assert "The table stories is missing" in told
    assert {STORY} == set(book.stories)
    tables = json.loads(filled.read_bytes())
    assert {"_default", "odd", "none"} <= set(tables)
    assert "stOries" not in tables


def test_without_a_backup_only_what_is_in_the_file_is_mended(filled: Path, now: datetime) -> None:
    """References to what is gone are cleared, since nothing can come back."""
    (filled.parent / "backups").rename(filled.parent / "elsewhere")
    alter(filled, lambda tables: tables["people"].pop("1"))

    done = mend(filled, now=now)

    book = Notebook.open(filled, now=now).book
    assert ({"Ben"}, (derived_id("Ben"),)) == (names(book), book.stories[STORY].people)
    assert {} == book.interests
    assert "“compilers” of interests was of someone who is not there; it was set aside" in done.done


def test_of_two_promises_for_one_date_of_a_series_the_newer_stays(filled: Path, now: datetime) -> None:
    """A promise of the member's own is kept twice; one that came of an invitation would only stand there twice."""
    invited = fresh(Invitation, now, id="invited", title="Circle")
    own = fresh(Commitment, now, id="own", what="Bring cake")
    came = fresh(Commitment, now, id="came", what="Circle", invitation="invited")
    Notebook.open(filled, now=now).apply(Change(sentence="Promised", at=now, put=(invited, own, came)))
    older = {"updated": "2026-01-01T00:00:00Z", "reflection": "older"}

    def double(tables: Tables) -> None:
        promises = tables["commitments"]
        tables["commitments"] = promises | {f"{n}9": one | older for n, one in promises.items()}

    before = alter(filled, double)

    _, book = mended(filled, now, before)

    assert ["Bring cake", "Bring cake", "Circle"] == sorted(one.what for one in book.commitments.values())
    assert "" == book.commitments["came"].reflection


def test_an_older_notebook_is_mended_on_its_way_or_left_alone(
    filled: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the way to this schema fails there is nothing to mend with; a backup takes its place all the same."""

    def stumble(tables: migrations.Plain) -> None:
        tables["people"]["1"]["name"] = tables["people"]["1"]["name"].upper()

    alter(filled, lambda tables: tables["stories"]["1"].update(community="nowhere"))
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", [stumble])
        before = filled.read_bytes()
        _, book = mended(filled, now, before)
        assert {"ANA", "Ben"} == names(book)
        assert 2 == json.loads(filled.read_bytes())["meta"]["1"]["schema"]

        backup = str(examine(filled).newest_backup)
        filled.write_bytes(before.replace(b'"name": "Ana"', b'"name": 7'))
        with pytest.raises(Damaged, match="cannot be mended: it could not be brought from schema 1 to 2"):
            mend(filled, now=now)
        assert names(bring_back(filled, backup, now=now).book)


def test_a_file_of_nothing_but_broken_pieces_is_given_up_in_time(filled: Path, now: datetime) -> None:
    """After a thousand pieces nothing more is looked for; the rest is in the copy."""
    pieces = ",".join(f'"{number}":{{"id":"{number}",' for number in range(3000))
    filled.write_bytes(f'{{"meta":{{"1":{{"schema":1}}}},"people":{{{pieces}'.encode())

    done = mend(filled, now=now)

    assert {"Ana", "Ben"} == names(Notebook.open(filled, now=now).book)
    assert f"And {len(done.done) - MOST_TOLD} more like these" in done.lines
    assert MOST == len(json.loads((filled.parent / done.aside).read_bytes()))


def test_numbers_that_stand_twice_in_a_torn_file_are_two_documents(filled: Path, now: datetime) -> None:
    """Somebody copied a line, and the file was cut short after it."""
    whole = filled.read_bytes()
    told = whole[whole.index(b'"1":{"id":"' + STORY.encode()) : whole.index(b'},"check_ins"')]
    other = told.replace(STORY.encode(), b"0" * 32).replace(b"It went well", b"It rained")
    filled.write_bytes(whole.replace(told, told + b"," + other).rstrip(b"}"))

    mend(filled, now=now)

    stories = Notebook.open(filled, now=now).book.stories.values()
    assert ["It rained", "It went well"] == sorted(one.body for one in stories)
    assert ["1", "2"] == sorted(json.loads(filled.read_bytes())["stories"])


def test_what_is_kept_beside_is_told_by_the_doctor(filled: Path, now: datetime) -> None:
    """Until the member removes it."""
    alter(filled, lambda tables: tables["people"]["1"].update(name=7))

    done = mend(filled, now=now)

    told = [one.text for one in examine(filled).findings]
    assert f"What could not be read is kept as {done.aside}" in told
    assert f"A damaged state is kept as {done.copy}" in told
