"""A vault in a folder, as a member keeps it: written by the command, edited by hand, read again."""

import os
import random
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Unreadable
from cop_tui.domain.person import Person
from cop_tui.domain.record import altered, fresh
from cop_tui.domain.story import Story
from cop_tui.exchange import note_folder
from cop_tui.exchange.folder import Brought, bring_up_to_date, known_in
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.registry import read_files
from cop_tui.exchange.vault import vault
from cop_tui.practice.demo import demo_book
from cop_tui.practice.remove import remove

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN)
LATER = datetime(2026, 11, 23, 10, 0, tzinfo=BERLIN)
LI = fresh(Person, NOW, id="b" * 32, name="Li Zhang")
STORY = fresh(Story, NOW, id="e" * 32, on=NOW, title="Tea", body="We had tea.", people=(LI.id,))
BOOK = Book().apply(Change(sentence="", at=NOW, put=(LI, STORY)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of the vault; it is not there yet."""
    return tmp_path / "Notes"


def export(root: Path, book: Book) -> Brought:
    """Bring the folder up to date, as the command does."""
    return bring_up_to_date(root, vault(book, known_in(root), now=LATER), kind="vault")


def take(root: Path, book: Book | None = None) -> Intake:
    """Read the folder, as the command does."""
    return read_files([root], book or Book(), now=LATER)


def test_a_vault_in_a_folder_comes_back(root: Path) -> None:
    """The sample book goes out into files and comes back from them; a second run writes nothing."""
    book = demo_book(NOW)

    first, second, took = export(root, book), export(root, book), take(root)

    assert (365, 365, 0) == (first.written, second.unchanged, second.written)
    assert (book.stories, book.learning, book.people) == (took.book.stories, took.book.learning, took.book.people)
    assert book.communities == took.book.communities
    assert "Imported 365 items from Notes" == took.change.sentence
    assert not take(root, book).change


def test_one_edit_in_the_notebook_rewrites_one_file(root: Path) -> None:
    """The others are not touched."""
    export(root, BOOK)
    renamed = altered(LI, LATER, name="Li Zhang-Meier")

    assert Brought(written=1, unchanged=1) == export(root, BOOK.apply(Change(sentence="", at=LATER, put=(renamed,))))


def test_an_edit_by_hand_goes_round(root: Path) -> None:
    """An edited note is kept until it is imported, and is brought up to date from then on."""
    export(root, BOOK)
    note = root / "Stories/2026-11-23 Tea.md"
    note.write_text(note.read_text(encoding="utf-8").replace("had tea", "had cake"), encoding="utf-8")

    kept = export(root, BOOK)
    took = take(root, BOOK)
    again = export(root, took.book)

    assert ("Stories/2026-11-23 Tea.md",) == kept.edited
    assert ("We had cake.", {"stories": 1}) == (took.book.stories[STORY.id].body, took.changed)
    assert Brought(written=1, unchanged=1) == again
    assert not take(root, took.book).change


NOTES = {
    "With front.md": "---\ntitle: Tea\ndate: 2024-12-19 14:00:00 -0500\ntags: [rust, '#talk']\n---\nWe had tea.\n",
    "2026-11-20 Evening.md": "A quiet one. #evening\n",
    "Daily/2026-11-21.md": "# Rain\n\nAll day.\n",
    "20261122.md": "Sun.",
    "Links.md": '---\nwith: ["[[Li Zhang]]", "[[Nobody]]"]\ncommunity: "[[No]]"\ncreated: 2026-01-02T03:04\n---\nx',
    "Broken.md": "---\ntitle: [\n---\nStill a text.\n",
}


def write(root: Path, notes: dict[str, str]) -> None:
    """Write notes into a folder."""
    for name, text in notes.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def test_notes_of_others_become_stories(root: Path) -> None:
    """Title, day, tags and people come from the front matter, a heading or the name; a second time adds nothing."""
    write(root, NOTES)

    took = take(root, BOOK)

    stories = {one.title: one for one in took.book.stories.values() if one.id != STORY.id}
    assert {"Tea", "Evening", "Rain", "", "Links", "Broken"} == stories.keys()
    assert (datetime.fromisoformat("2024-12-19T14:00-05:00"), ("rust", "talk")) == (
        stories["Tea"].on,
        stories["Tea"].tags,
    )
    assert (datetime(2026, 11, 20, 12, tzinfo=BERLIN), ("evening",)) == (stories["Evening"].on, stories["Evening"].tags)
    assert ("All day.", 21) == (stories["Rain"].body, stories["Rain"].on.day)
    assert (datetime(2026, 11, 22, 12, tzinfo=BERLIN), "Sun.") == (stories[""].on, stories[""].body)
    assert ((LI.id,), None, 3) == (stories["Links"].people, stories["Links"].community, stories["Links"].on.hour)
    assert ("---\ntitle: [\n---\nStill a text.", 1) == (stories["Broken"].body, len(took.notes))
    assert not take(root, took.book).change


def test_a_note_of_others_that_changed_is_brought_up_to_date(root: Path) -> None:
    """One that the member changed in the notebook since stays as it is there, and that is said."""
    write(root, NOTES)
    first = take(root).book
    evening = next(one for one in first.stories.values() if one.title == "Evening")
    write(root, {"2026-11-20 Evening.md": "A loud one."})

    changed = take(root, first)
    own = take(
        root, first.apply(Change(sentence="", at=LATER, put=(altered(evening, LATER.replace(hour=11), starred=True),)))
    )

    assert ({"stories": 1}, "A loud one.") == (changed.changed, changed.book.stories[evening.id].body)
    assert (False, 2) == (bool(own.change), len(own.notes))


def test_a_story_that_was_removed_is_not_brought_back(root: Path) -> None:
    """Its note may stay where it is."""
    write(root, {"Tea.md": "Tea."})
    first = take(root).book
    (story,) = first.stories.values()

    assert not take(root, first.apply(remove(first, story, now=LATER))).change


def test_a_note_is_the_same_alone_and_in_its_folder(root: Path) -> None:
    """One that is read by itself is known again when its folder is."""
    write(root, {"Tea.md": "# Tea\nHot."})

    alone = read_files([root / "Tea.md"], Book(), now=LATER)

    assert ({"stories": 1}, False) == (alone.added, bool(take(root, alone.book).change))


@pytest.mark.parametrize(
    "front",
    [
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
        "\n".join(["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]),
        "a: " + "[" * 100_000,
        "a: " + "{a: " * 50_000,
        "a:\n" + "- " * 50_000 + "x",
        "a: " + "x" * 2_000_000,
    ],
    ids=["anchors", "laughs", "brackets", "braces", "dashes", "long"],
)
def test_what_would_grow_without_bound_is_refused_soon(front: str, root: Path) -> None:
    """The note is left out, or its text is taken as it stands, with the reason; its neighbours are taken."""
    write(root, {"Bomb.md": f"---\n{front}\n---\nBoom", "Tea.md": "Tea"})
    begun = time.process_time()

    took = take(root)

    assert time.process_time() - begun < 2
    assert "Tea" in {one.title for one in took.book.stories.values()}
    assert 1 == len(took.skipped) + len(took.notes)
    assert not take(root, took.book).change


@pytest.mark.parametrize(
    "front",
    [
        "a: b: c",
        "x",
        "- x",
        "a: 1\na: 2",
        "[a]: b",
        "'a",
        "\0: x",
        '"\\ud800": x',
        'a: "\\ud800"',
        "a: '\\\n\tb",
        "? " * 50_000 + "x",
        "a: b\n...\nc: d",
    ],
)
def test_a_note_with_broken_front_matter_keeps_its_text_whole(front: str, root: Path) -> None:
    """Nothing of it is lost; the reason is said. One of ours is named instead, so that it does not come in twice."""
    ours = f"---\nkind: story\nid: {'e' * 32}\nseal: x\n{front}\n{front}\n---\nOurs"
    write(root, {"Broken.md": f"---\n{front}\n---\nText"})

    took = take(root)
    (story,) = took.book.stories.values()
    write(root, {"Broken.md": ours})

    assert (f"---\n{front}\n---\nText", 1) == (story.body, len(took.notes))
    assert [{}, 1] == [take(root).added, len(take(root).skipped)]


def test_only_notes_of_the_folder_itself_are_read(root: Path, tmp_path: Path) -> None:
    """Folders and files of programs are left alone, other files too, and no link is followed."""
    write(tmp_path, {"outside/Secret.md": "Secret"})
    write(
        root,
        {"Tea.md": "Tea", ".obsidian/x.md": "x", ".hidden.md": "x", "picture.png": "x", "deep/down/Milk.MD": "Milk"},
    )
    (root / "link.md").symlink_to(tmp_path / "outside/Secret.md")
    (root / "folder").symlink_to(tmp_path / "outside", target_is_directory=True)
    (root / "loop").symlink_to(root, target_is_directory=True)
    os.mkfifo(root / "pipe.md")

    assert ["Milk", "Tea"] == sorted(one.title for one in take(root).book.stories.values())


def test_empty_notes_and_other_encodings_are_named(root: Path) -> None:
    """A note that is no text is skipped; UTF-16 and a byte order mark are read."""
    write(root, {"Empty.md": "", "Blank.md": "---\n---\n \n"})
    (root / "Latin.md").write_bytes("Grüße".encode("latin-1"))
    (root / "Wide.md").write_bytes("# Grüße\nhier".encode("utf-16"))
    (root / "Marked.md").write_bytes("\ufeff---\ntitle: Grüß\n---\ndich".encode())

    took = take(root)

    assert {"Grüße", "Grüß"} == {one.title for one in took.book.stories.values()}
    assert ["Blank.md", "Empty.md", "Latin.md"] == sorted(one.item for one in took.skipped)


def test_a_name_that_is_not_utf_8_is_a_name_all_the_same(root: Path) -> None:
    """Whatever bytes a file is called, its note comes in and can be written down."""
    write(root, {"Tea.md": "Tea"})
    try:
        Path(os.fsdecode(os.fsencode(root) + b"/caf\xe9.md")).write_text("Coffee", encoding="utf-8")
    except OSError:
        pytest.skip("this file system has names in UTF-8 only")

    assert {"Tea", "caf?"} == {one.title for one in take(root).book.stories.values()}


def test_a_folder_without_notes_or_with_too_many_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is changed then."""
    root.mkdir()
    with pytest.raises(Unreadable, match="without notes"):
        take(root)
    write(root, {"a.md": "a", "b.md": "b"})
    monkeypatch.setattr(note_folder, "MOST_NOTES", 1)

    with pytest.raises(Unreadable, match="more than 1 notes"):
        take(root)


def test_no_damage_to_a_note_of_others_brings_it_down(root: Path) -> None:
    """Any bytes are a story or are named."""
    dice = random.Random(3)  # noqa: S311 - for damage, not for secrets
    samples = [text.encode() for text in NOTES.values()]
    root.mkdir()

    for number in range(300):
        data = bytearray(dice.choice(samples))
        for _ in range(4):
            data[dice.randrange(len(data))] = dice.randrange(256)
        (root / f"{number}.md").write_bytes(data)
    took = take(root)

    assert 300 == took.items
    assert not take(root, took.book).change


def test_real_pages_with_front_matter_are_read(cases: Path) -> None:
    """Forty pages of others: each is a story with its own title and day, and none is told twice."""
    took = read_files([cases / "communities" / "digitalgov"], Book(), now=LATER)

    stories = took.book.stories.values()
    assert (0, ()) == (len(took.skipped), took.notes)
    assert len(stories) == took.items > 30
    assert all(one.title for one in stories)
    assert 30 < sum(one.on < LATER for one in stories)
    assert not read_files([cases / "communities" / "digitalgov"], took.book, now=LATER).change


@pytest.mark.parametrize(
    ("wrong", "words"),
    [(PermissionError(13, "Permission denied"), "You may not read"), (OSError(5, "Bad disk"), "Bad disk")],
)
def test_a_folder_that_cannot_be_read_is_refused(
    wrong: OSError, words: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One clear sentence, and nothing is changed."""
    write(root, {"Tea.md": "Tea"})

    def fails(_: object) -> bytes:
        raise wrong

    monkeypatch.setattr(Path, "read_bytes", fails)

    with pytest.raises(Unreadable, match=words) as refused:
        take(root)

    assert "nothing was changed" in refused.value.sentence
