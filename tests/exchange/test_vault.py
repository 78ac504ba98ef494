"""A vault of notes goes out and comes back; what was edited in a note arrives, and nothing else is touched."""

import random
import re
import time
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from zoneinfo import ZoneInfo

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Level, Taker
from cop_tui.domain.goal import Goal
from cop_tui.domain.learning import Learning
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.domain.story import Story
from cop_tui.exchange.folder import Leaf
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.vault import vault
from cop_tui.exchange.vault_taking import read_note, read_notes
from cop_tui.exchange.vault_values import tag_form
from cop_tui.practice.demo import demo_book
from cop_tui.practice.remove import remove

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN)
LATER = NOW + timedelta(hours=1)
FRIDAY = datetime(2026, 11, 20, 18, 0, tzinfo=BERLIN)
NOTED = (Story, Learning, Person, Community)
HOSTILE = (
    *(
        "[/x]",
        "[x]",
        "[Anna]",
        "[@click=app.quit]",
        "[[Rust]]",
        "[[x|y]]",
        "]]",
        "x" * 10_000,
        "a\nb",
        "\0",
        "\x1b[31m",
    ),
    *("---", "\n---\n", "--- \r\nid: x\n---\n", "...", "%YAML 1.1", "&a", "*a", "!!python/object:x {}", "a: b", " # c"),
    *(
        "no",
        "1e3",
        "null",
        "~",
        "0x1F",
        "2026-11-20",
        "12:30:45",
        "=",
        "<<",
        "true",
        "- x",
        "? x",
        "| x",
        "> x",
        "{",
        "@",
    ),
    *(
        "\u202ehcuot",
        "e\u0301",
        "👩\u200d👩\u200d👧",
        "\ufeff",
        "\u2028",
        "\x85",
        "\uffff",
        "\ufffe",
        "\U0001fffe",
        "\x7f",
    ),
    *(
        "\r",
        "a\r\n",
        " lead",
        "trail ",
        "\t",
        "'",
        '"',
        "\\",
        "\\n",
        ": ",
        "a: b: c",
        "id:x",
        "id:x (y)",
        "(y)",
        "#tag",
    ),
)
MOMENTS = st.datetimes(
    datetime(1970, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
PLAIN: dict[type, st.SearchStrategy[Any]] = {
    datetime: MOMENTS,
    date: st.dates(date(1970, 1, 1), date(2100, 1, 1)),
    int: st.integers(-(10**6), 10**6),
    str: st.text(max_size=8) | st.sampled_from([one for one in HOSTILE if len(one) < 100]),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for the values of a field's type."""
    inner = get_args(kind)
    if get_origin(kind) is Annotated:
        found = values(inner[0])
    elif get_origin(kind) in (Union, UnionType):
        found = st.one_of(*map(values, inner))
    elif get_origin(kind) is tuple:
        found = st.lists(values(inner[0]), max_size=2).map(tuple)
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        found = structs(kind)
    else:
        found = PLAIN[kind] if kind in PLAIN else st.from_type(kind)
    return found


def structs(kind: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    """Return a strategy for a record or a part of one."""
    fields = {one.name: values(one.type) for one in msgspec.structs.fields(kind)}
    if issubclass(kind, Record):
        fields["id"] = st.uuids().map(lambda one: one.hex)
    return st.builds(kind, **fields)


DRAWN = {kind: st.lists(structs(kind), max_size=2) for kind in NOTED}


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Draw a book with a few records of the kinds that have notes; some of their links lead to one another."""
    drawn = [record for kind in NOTED for record in draw(DRAWN[kind])]
    people = [one.id for one in drawn if isinstance(one, Person)]
    places = [one.id for one in drawn if isinstance(one, Community)]
    whom = st.lists(st.sampled_from([*people, "gone"]), max_size=4)
    joined: list[Record] = []
    for one in drawn:
        if isinstance(one, Community):
            takers = [
                Taker(person=who, level=draw(st.sampled_from(Level)), part=draw(PLAIN[str])) for who in draw(whom)
            ]
            joined.append(msgspec.structs.replace(one, people=(*one.people, *takers)))
        elif isinstance(one, (Story, Learning)):
            there = draw(st.sampled_from([*places, one.community]))
            joined.append(msgspec.structs.replace(one, people=(*one.people, *draw(whom)), community=there))
        else:
            joined.append(one)
    return book_of(*joined)


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def notes(leaves: Mapping[str, Leaf]) -> dict[str, bytes]:
    """Return the notes of a vault as its folder holds them."""
    return {leaf.path: leaf.data for leaf in leaves.values()}


def out(book: Book) -> dict[str, bytes]:
    """Return the whole vault of a book."""
    return notes(vault(book, now=NOW))


def back(found: Mapping[str, bytes], book: Book | None = None, now: datetime = LATER) -> Intake:
    """Read the notes of a folder into a book, an empty one unless one is given."""
    return read_notes(found, "Notes", book or Book(), now=now)


def told(book: Book) -> dict[str, Record]:
    """Return the records of a book that have notes, by id."""
    return {one.id: one for kind in NOTED for one in book.of(kind).values()}


ANA = fresh(Person, NOW, id="a" * 32, name="Ana Silva", contacts=(Contact(on=FRIDAY, text="Tea"),), note="Laughs.")
LI = fresh(Person, NOW, id="b" * 32, name="Li Zhang")
RUST = fresh(
    Community, NOW, id="c" * 32, name="Rust study group", people=(Taker(person=ANA.id, level=Level.CORE, part="hosts"),)
)
GOAL = fresh(Goal, NOW, id="d" * 32, text="Give a talk (short)")
STORY = fresh(
    Story,
    NOW,
    id="e" * 32,
    on=FRIDAY,
    title="Nobody minded",
    body="Li said *nothing*.\n\n# Really\n",
    community=RUST.id,
    people=(ANA.id, LI.id),
    tags=("rust", "2026", "my words"),
)
ENTRY = fresh(Learning, NOW, id="f" * 32, on=FRIDAY, text="Lifetimes are names", goal=GOAL.id, people=(LI.id,))
BOOK = book_of(ANA, LI, RUST, GOAL, STORY, ENTRY)
NOTE = "Stories/2026-11-20 Nobody minded.md"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(book=books())
def test_a_vault_out_and_in_is_the_same_book(book: Book) -> None:
    """Whatever the records hold, their vault changes nothing in their book, and gives an empty one all of them."""
    found = out(book)

    same, whole = back(found, book), back(found)

    assert (len(found), False, ()) == (same.unchanged, bool(same.change), same.skipped)
    assert told(book) == told(whole.book)
    assert (0, False) == (len(whole.skipped), bool(back(found, whole.book).change))


def test_the_sample_book_goes_out_and_comes_back() -> None:
    """Every note of the sample book is known again, soon."""
    book = demo_book(NOW)
    begun = time.process_time()

    same, whole = back(out(book), book), back(out(book))

    assert time.process_time() - begun < 3
    assert (len(told(book)), False) == (same.unchanged, bool(same.change))
    assert told(book) == told(whole.book)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_back_to_the_letter(words: str) -> None:
    """In a title, a text, a name, a tag, a line of a list: what was written is what comes back."""
    person = msgspec.structs.replace(ANA, name=words, emails=(words, ""), note=words, organisation=words)
    group = msgspec.structs.replace(RUST, name=words, why=words, people=(Taker(person=ANA.id, part=words),))
    story = msgspec.structs.replace(STORY, title=words, body=words, tags=(words, words))
    goal = msgspec.structs.replace(GOAL, text=words)
    entry = msgspec.structs.replace(ENTRY, text=words, links=(words,), commitment=words)
    book = book_of(person, LI, group, story, goal, entry)

    whole = back(out(book)).book

    assert told(book) == told(whole)


def test_other_programs_read_our_front_matter() -> None:
    """A plain YAML reader finds each property as we mean it, of one type in the whole vault."""
    types: dict[str, set[str]] = {}
    for data in out(demo_book(NOW)).values():
        assert data.startswith(b"---\n")
        for key, value in yaml.safe_load(data.decode().split("\n---\n", 1)[0].removeprefix("---\n")).items():
            types.setdefault(key, set()).add(type(value).__name__)

    assert {} == {key: found for key, found in types.items() if len(found) > 1}
    assert ["list", "list", "list"] == [*types["tags"], *types["people"], *types["contacts"]]
    assert {"date", "starred", "community", "id", "rung", "emails", "roles"} <= types.keys()


def test_a_note_reads_like_one_that_people_write() -> None:
    """Its name is its day and title; its links, tags and text are what Obsidian understands."""
    note = out(BOOK)[NOTE].decode()

    assert 'community: "[[Rust study group]]"\n' in note
    assert 'people:\n  - "[[Ana Silva]]"\n  - "[[Li Zhang]]"\n' in note
    assert 'tags:\n  - rust\n  - "_2026"\n  - my-words\n' in note.replace("_2026\n", '"_2026"\n').replace('""', '"')
    assert note.endswith("\n---\nLi said *nothing*.\n\n# Really\n\n")
    assert {"People/Ana Silva.md", "Communities/Rust study group.md", NOTE} < out(BOOK).keys()


@pytest.mark.parametrize("tag", ["2026", "a b", "#x", "[x]", "", "👩", "7/8", "über-mut", "a/b", "C++", "-", "1-2"])
def test_a_tag_is_one_for_obsidian(tag: str) -> None:
    """Letters, digits, dashes and strokes, no digit first."""
    assert re.fullmatch(r"[^\W\d][\w/-]*", tag_form(tag))
    assert re.search(r"[^\d/_-]", tag_form(tag)) or tag_form(tag).startswith("_")


def edited(old: str, new: str, path: str = NOTE) -> dict[str, bytes]:
    """Return the vault with one note edited by hand."""
    found = out(BOOK)
    text = found[path].decode()
    assert old in text
    return found | {path: text.replace(old, new, 1).encode()}


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        ("title: Nobody minded", "title: 'Somebody: minded'", "title", "Somebody: minded"),
        ("*nothing*.", "*a lot*.", "body", "Li said *a lot*.\n\n# Really"),
        ("starred: false", "starred: true", "starred", True),
        ("  - rust\n", "  - rust\n  - new\n", "tags", ("rust", "new", "2026", "my words")),
        ("  - my-words\n", "", "tags", ("rust", "2026")),
        ('community: "[[Rust study group]]"\n', "", "community", None),
        ('  - "[[Ana Silva]]"\n', "", "people", (LI.id,)),
        ('  - "[[Li Zhang]]"\n', "  - [[Li Zhang]]\n", "people", (ANA.id, LI.id)),
        ("T18:00:00+01:00", "", "on", datetime(2026, 11, 20, 12, tzinfo=BERLIN)),
        ("starred: false", "starred: false\nelement: people", "element", "people"),
    ],
)
def test_what_was_edited_in_a_note_arrives(old: str, new: str, field: str, value: object) -> None:
    """Only that field changes; read again, nothing is new."""
    found = edited(old, new)

    took = back(found, BOOK)

    story = took.book.stories[STORY.id]
    others = {name: getattr(STORY, name) for name in STORY.__struct_fields__ if name not in (field, "updated")}
    assert value == getattr(story, field)
    assert others == {name: getattr(story, name) for name in others}
    assert (() if value == getattr(STORY, field) else (story,)) == took.change.put
    assert not back(found, took.book).change


def test_people_and_communities_can_be_edited_too() -> None:
    """A contact more, a role, a name."""
    person = edited("contacts:\n", "contacts:\n  - 2026-11-22 Lunch\n", "People/Ana Silva.md")
    group = edited(" core: hosts", " active: hosts", "Communities/Rust study group.md")
    name = edited("name: Li Zhang", "name: Li Zhang-Meier", "People/Li Zhang.md")

    contacts = back(person, BOOK).book.people[ANA.id].contacts

    assert (Contact(on=datetime(2026, 11, 22, 12, tzinfo=BERLIN), text="Lunch"), *ANA.contacts) == contacts
    assert Level.ACTIVE == back(group, BOOK).book.communities[RUST.id].people[0].level
    assert "Li Zhang-Meier" == back(name, BOOK).book.people[LI.id].name


def test_a_link_to_someone_new_makes_them_known() -> None:
    """A person who is not there yet comes along, once."""
    found = edited('  - "[[Li Zhang]]"', '  - "[[Marta]]"\n  - "[[Li Zhang|Li]]"')

    took = back(found, BOOK)

    (marta,) = [one for one in took.book.people.values() if one.name == "Marta"]
    assert (ANA.id, marta.id, LI.id) == took.book.stories[STORY.id].people
    assert ({"people": 1}, {"stories": 1}) == (took.along, took.changed)
    assert not back(found, took.book).change


def test_nobody_comes_along_who_is_in_no_record() -> None:
    """Where a list of people can't be read, those named before the wrong place don't become known."""
    found = edited('  - "[[Li Zhang]]"', '  - "[[Marta]]"\n  - ""')
    found[NOTE] = found[NOTE].replace(b"minded", b"cared")

    took = back(found, BOOK)

    assert ([STORY.id], {}) == ([one.id for one in took.change.put], took.along)


def test_a_value_that_cannot_be_is_left_as_it_was_and_said() -> None:
    """The other edits of the note arrive."""
    found = edited("date: 2026-11-20T18:00:00+01:00", "date: soon")
    found[NOTE] = found[NOTE].replace(b"[[Rust study group]]", b"[[Nowhere]]").replace(b"minded", b"cared")

    took = back(found, BOOK)

    story = took.book.stories[STORY.id]
    assert (STORY.on, RUST.id, "Nobody cared") == (story.on, story.community, story.title)
    assert 2 == len(took.notes)


def test_an_older_note_takes_nothing_back() -> None:
    """What changed in the notebook since stays; an edit in the note of another field arrives beside it."""
    since = altered(STORY, LATER, title="Somebody minded", starred=True)
    book = BOOK.apply(Change(sentence="", at=LATER, put=(since,)))

    same, other = back(out(BOOK), book), back(edited("*nothing*", "*a lot*"), book, LATER + timedelta(hours=1))

    assert not same.change
    assert ("Somebody minded", True) == (other.book.stories[STORY.id].title, other.book.stories[STORY.id].starred)
    assert other.book.stories[STORY.id].body.startswith("Li said *a lot*.")
    assert 1 == len(other.notes)


def test_a_newer_note_brings_the_record_up_to_date() -> None:
    """A vault of the member's other machine, written later, is newer as a whole."""
    newer = altered(STORY, LATER, title="Somebody minded", tags=())
    found = out(BOOK.apply(Change(sentence="", at=LATER, put=(newer,))))

    took = back(found, BOOK)

    assert newer == took.book.stories[STORY.id]
    assert ({"stories": 1}, False) == (took.changed, bool(back(found, took.book).change))


def test_a_note_that_is_gone_takes_nothing_away_and_what_was_removed_stays_away() -> None:
    """An import adds and changes; it removes nothing, and brings nothing back."""
    found = out(BOOK)
    removed = BOOK.apply(remove(BOOK, STORY, now=LATER))

    fewer, again = back({key: found[key] for key in found if key != NOTE}, BOOK), back(found, removed)

    assert not fewer.change
    assert (False, 1) == (bool(again.change), len(again.notes))


def test_editors_may_tidy_a_note() -> None:
    """Other line ends, blank lines and quotes in the front matter are no edits."""
    found = out(BOOK)
    found[NOTE] = found[NOTE].replace(b"\n---\nLi", b"\n---\n\nLi").replace(b"\n", b"\r\n").rstrip() + b"\r\n"

    took = back(found, BOOK)

    assert (False, len(found)) == (bool(took.change), took.unchanged)


def test_one_change_rewrites_one_note() -> None:
    """A renamed person keeps the note's name, and the links to it stay."""
    first = vault(BOOK, now=NOW)
    renamed = altered(ANA, LATER, name="Ana Ferreira")

    known = {one: leaf.path for one, leaf in first.items()}
    second = vault(BOOK.apply(Change(sentence="", at=LATER, put=(renamed,))), known, now=LATER)

    assert [ANA.id] == [one for one, leaf in second.items() if leaf.data != first[one].data]
    assert known == {one: leaf.path for one, leaf in second.items()}
    assert b"aliases:\n  - Ana Ferreira\n" in second[ANA.id].data


def test_what_was_chosen_is_told_with_whom_it_names() -> None:
    """Days and a community choose stories and learning; people and communities are those who come up."""
    by_day = vault(BOOK, now=NOW, since=date(2026, 11, 21))
    by_place = vault(BOOK, now=NOW, community=RUST)

    assert {} == by_day
    assert {STORY.id, RUST.id, ANA.id, LI.id} == by_place.keys()


NAMES = (
    *(
        "a/b",
        "a:b",
        "a?",
        "a*",
        'a"b',
        "a<b>",
        "a|b",
        "a#b",
        "a^b",
        "[a]",
        "[[a]]",
        "a, b",
        "🎉",
        "👩\u200d👩\u200d👧",
        "x" * 300,
    ),
    *(
        "CON",
        "con",
        "aux.md",
        "..",
        ".",
        "",
        " ",
        ".hidden",
        "Ana",
        "ANA",
        "ana",
        "\0",
        "\u202ea",
        "é",
        "e\u0301",
        "a\\b",
    ),
)


def test_any_name_is_a_safe_one_of_its_own() -> None:
    """No file name is taken twice, none breaks a link or a file system, and links lead to the right one of them."""
    people = [fresh(Person, NOW, id=f"{number:032x}", name=name) for number, name in enumerate(NAMES)]
    story = msgspec.structs.replace(STORY, people=tuple(one.id for one in people), community=None)
    book = book_of(*people, story)

    found = out(book)

    assert len(people) + 1 == len({path.casefold() for path in found})
    assert [] == [path for path in found if re.search(r'[\[\]#^|:*?"<>\\\0]|(^|/)\.', path) or len(path.encode()) > 200]
    assert told(book) == told(back(found).book)


def test_two_hundred_stories_of_one_title_and_day_are_two_hundred_notes() -> None:
    """Each keeps its name in the next run, also when one of them is gone."""
    stories = [msgspec.structs.replace(STORY, id=f"{number:032x}") for number in range(200)]
    first = vault(book_of(*stories), now=NOW)

    second = vault(book_of(*stories[1:]), {one: leaf.path for one, leaf in first.items()}, now=NOW)

    assert 200 == len({leaf.path.casefold() for leaf in first.values()})
    assert all(first[one].path == leaf.path for one, leaf in second.items())


def test_no_damage_to_a_note_brings_it_down() -> None:
    """Of two thousand damaged notes each is read or refused, soon; what came in can be written and known again."""
    dice = random.Random(7)  # noqa: S311 - for damage, not for secrets
    found = out(demo_book(NOW))
    paths = sorted(found)
    begun = time.process_time()

    for _ in range(2000):
        path = dice.choice(paths)
        damaged = {path: _mutant(found[path], dice)}
        took = back(damaged, BOOK)
        msgspec.json.encode(list(told(took.book).values()))
        assert 1 == took.items
        assert not back(damaged, took.book, LATER + timedelta(hours=1)).change

    assert time.process_time() - begun < 20


_TOKENS = (
    *(
        b"---\n",
        b"\n---\n",
        b"id:\n",
        b"&a ",
        b"*a",
        b"[",
        b"{",
        b"}",
        b": ",
        b"\n  - ",
        b"!!x ",
        b"\0",
        b"\xff",
        b"'",
        b'"',
    ),
    *(
        b"\\ud800",
        b"\r",
        b"# x\n",
        b"|\n",
        b">-\n",
        b"%YAML 9.9\n",
        b"...\n",
        b"9999-12-31",
        b"0001-01-01",
        b"\t",
        b"- ",
    ),
)


def _mutant(data: bytes, dice: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        place, end = sorted(dice.choices(range(len(made) + 1), k=2))
        end = min(end, place + dice.choice((1, 4, 60)))
        match dice.randrange(4):
            case 0:
                made[place:end] = bytes(dice.randrange(256) for _ in range(min(end - place, 8)))
            case 1:
                del made[place:end]
            case 2:
                made[end:end] = made[place:end]
            case _:
                made[place:place] = dice.choice(_TOKENS)
    return bytes(made)


def test_a_note_alone_is_read_like_one_of_its_folder() -> None:
    """One note of ours, named by itself, brings its edit."""
    data = edited("title: Nobody minded", "title: Somebody minded")[NOTE]

    took = read_note(data, "/somewhere/Stories/x.md", BOOK, now=LATER)

    assert "Somebody minded" == took.book.stories[STORY.id].title
    assert datetime(2026, 11, 23, 9, 0, tzinfo=UTC) == took.book.stories[STORY.id].updated


@pytest.mark.parametrize("name", ["CBaseLoader", "BaseLoader"])
def test_both_readers_of_yaml_read_our_front_matter(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the fast reader or without it, hostile words come back."""
    monkeypatch.setattr(yaml, "CBaseLoader", getattr(yaml, name), raising=False)
    people = [
        fresh(Person, NOW, id=f"{number:032x}", name=words, emails=HOSTILE) for number, words in enumerate(HOSTILE)
    ]

    assert told(book_of(*people[:20])) == told(back(out(book_of(*people[:20]))).book)


def test_two_notes_of_one_record_are_no_two_records() -> None:
    """A note that was copied or moved is known again; what is edited in one of them arrives."""
    found = edited("title: Nobody minded", "title: Somebody minded")
    moved = {"Archive/Copy.md": found[NOTE], **out(BOOK)}

    took = back(moved, BOOK)

    assert ({"stories": 1}, {}, "Somebody minded") == (took.changed, took.added, took.book.stories[STORY.id].title)
    assert not back(moved, took.book).change


@pytest.mark.parametrize("taken", [LI.id, GOAL.id, "me"])
def test_an_id_belongs_to_one_record(taken: str) -> None:
    """A note that names the id of something else is skipped and said."""
    found = edited(f"id: {STORY.id}", f"id: {taken}")

    took = back(found, BOOK)

    assert ([NOTE], False) == ([one.item for one in took.skipped], bool(took.change))


def test_a_note_of_ours_that_lost_what_it_needs_is_named() -> None:
    """Without a day it can't come into an empty notebook; its neighbours can."""
    took = back(edited("date: 2026-11-20T18:00:00+01:00\n", ""))

    assert ([NOTE], 4) == ([one.item for one in took.skipped], len(took.change.put))


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("date: 2026-11-20T18:00:00+01:00", "date: 9999-12-31", NOTE),
        ("date: 2026-11-20T18:00:00+01:00", "date: [2026-11-20, 2026-11-21]", NOTE),
        ("starred: false", "starred: maybe", NOTE),
        ('  - "[[Li Zhang]]"', '  - "[[ ]]"', NOTE),
        ('  - "[[Li Zhang]]"', "  - [[Ana]]\n  - ''", NOTE),
        ("name: Li Zhang", "name: ''", "People/Li Zhang.md"),
        ("name: Li Zhang", "name: Li Zhang\nreconnect_every: often", "People/Li Zhang.md"),
        ("level: peripheral", "level: boss", "Communities/Rust study group.md"),
        (" core: hosts", " boss: hosts", "Communities/Rust study group.md"),
        ("stage: potential", "stage: potential\nstages:\n  - soon maturing", "Communities/Rust study group.md"),
        ("stage: potential", "stage: potential\nphases:\n  - Soup", "Communities/Rust study group.md"),
        (f"goal: Give a talk (short) ({GOAL.id})", "goal: Give a talk", "Learning/2026-11-20 Lifetimes are names.md"),
        ("Lifetimes are names\n", "\n", "Learning/2026-11-20 Lifetimes are names.md"),
    ],
)
def test_what_makes_no_sense_changes_nothing(old: str, new: str, path: str) -> None:
    """A value that is none is left as it was, with the reason; the notebook stays as it is."""
    found = out(BOOK)
    head, _, text = found[path].decode().partition("\n---\n")
    place = f"{head}\n---\n{text}".replace(old, new) if path.startswith("Learning") and old.endswith("\n") else ""
    found[path] = place.encode() or edited(old, new, path)[path]

    took = back(found, BOOK)

    assert (False, 1, len(found)) == (bool(took.change), len(took.notes), took.unchanged)
    assert path in took.notes[0]


def test_progress_is_told_to_the_end() -> None:
    """The last word is that all is read."""
    steps: list[tuple[int, int]] = []

    read_notes(out(BOOK), "Notes", Book(), now=NOW, progress=lambda *step: steps.append(step))

    assert [(5, 5)] == steps
