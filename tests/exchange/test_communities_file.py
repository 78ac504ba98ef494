"""Many communities come in at once, out of a table or a list; nothing is doubled, nothing guessed in silence."""

import csv
import json
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.community import Community, Level, Place, Stage, StageMove, Taker
from cop_tui.domain.errors import Unreadable
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.purpose import Purpose
from cop_tui.domain.record import altered, fresh
from cop_tui.exchange.communities_file import read
from cop_tui.exchange.intake import Intake
from cop_tui.exchange.json_book import write
from cop_tui.exchange.registry import read_files, recognise
from cop_tui.practice.remove import remove
from cop_tui.practice.rhythm_words import days_of

NOW = datetime.fromisoformat("2026-11-23T09:00:00+01:00")

TABLE = """name,subject,purpose,other_purposes,stage,level,organisations,people,rhythm,places,why
Rust Lyon,Rust,helping,knowledge;innovation,maturing,core,"Acme;Bolt, Inc.","Ana Ruiz <ana@example.org> (core; convenes)
Ben",monthly - third Tuesday,"list: rust@example.org; room: 2.14; https://chat.example.org",It is fun
Tea,,,,,,,,14,,
"""


def taken(data: bytes | str, book: Book | None = None) -> Intake:
    """Read a communities file into a book, an empty one unless one is given."""
    return read(data.encode() if isinstance(data, str) else data, "all.csv", book or Book(), now=NOW)


def listed(*items: object) -> bytes:
    """Return a list in JSON."""
    return json.dumps(items).encode()


def called(intake: Intake, name: str) -> Community:
    """Return the community of this name."""
    (found,) = [one for one in intake.book.communities.values() if one.name == name]
    return found


def of(*some: Community) -> Book:
    """Return a book of these communities."""
    return Book(communities={one.id: one for one in some})


def test_every_column_finds_its_place() -> None:
    """A table says all that a community can be told of, with several things in one cell."""
    took = taken(TABLE)

    rust = called(took, "Rust Lyon")
    ana, ben = (took.book.people[one.person] for one in rust.people)
    assert ({"communities": 2}, {"people": 2}, ()) == (took.added, took.along, took.skipped)
    assert ("Rust", Purpose.HELPING, (Purpose.KNOWLEDGE, Purpose.INNOVATION), "It is fun") == (
        rust.subject,
        rust.purpose,
        rust.other_purposes,
        rust.why,
    )
    assert (Stage.MATURING, (StageMove(stage=Stage.MATURING, on=date(2026, 11, 23)),), Level.CORE) == (
        rust.stage,
        rust.stages,
        rust.level,
    )
    assert (("Acme", "Bolt, Inc."), 30, 14) == (rust.organisations, rust.rhythm, called(took, "Tea").rhythm)
    assert ("Ana Ruiz", ("ana@example.org",), "Ben") == (ana.name, ana.emails, ben.name)
    assert (Level.CORE, "convenes", Level.PERIPHERAL) == (
        rust.people[0].level,
        rust.people[0].part,
        rust.people[1].level,
    )
    assert rust.places == (
        Place(kind="list", text="rust@example.org"),
        Place(kind="room", text="2.14"),
        Place(kind="link", text="https://chat.example.org"),
        Place(kind="meets", text="monthly - third Tuesday"),
    )


def test_json_says_the_same_as_a_table() -> None:
    """Lists in place of semicolons, objects in place of brackets, a number of days."""
    rust = {
        "name": "Rust Lyon",
        "subject": "Rust",
        "purpose": "helping",
        "other_purposes": ["knowledge", "innovation"],
        "stage": "maturing",
        "level": "core",
        "organisations": ["Acme", "Bolt, Inc."],
        "people": [{"name": "Ana Ruiz", "email": "ana@example.org", "level": "core", "part": "convenes"}, "Ben"],
        "rhythm": "monthly - third Tuesday",
        "places": ["list: rust@example.org", {"kind": "room", "text": "2.14"}, "https://chat.example.org"],
        "why": "It is fun",
        "nothing": None,
    }

    took = taken(json.dumps({"communities": [rust, {"name": "Tea", "rhythm": 14}]}))

    expected = taken(TABLE).book
    assert (expected.communities, expected.people) == (took.book.communities, took.book.people)


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.replace("\n", "\r\n").encode(),
        b"Name;Rhythm\nTea;weekly\n",
        b'"name"\t"Other Purposes"\nTea\thelping\n',
        b"\n\nwhy,NAME\n,Tea\n",
        b'[{"name": "Tea"}]',
        b' {"communities": [{"name": "Tea"}]}',
        b'\xef\xbb\xbf[{"name": "Tea", "anything": 1}]',
    ],
)
def test_a_list_of_communities_is_known_by_its_content(data: bytes) -> None:
    """By a first line that names two columns, or by JSON that names communities."""
    assert "communities" == recognise(data, Path("file.bin")).name
    assert taken(data).added["communities"] > 0


@pytest.mark.parametrize(
    "data",
    [
        b"name\nTea\n",
        b"name,phone\nTea,1\n",
        b"[]",
        b'[{"title": "Tea"}]',
        b'[{"name": "Ana", "emails": []}]',
        b'{"communities": {}}',
        b'{"communities": 3}',
        b'[{"name": "Tea"',
        b"[" * 100_000,
    ],
)
def test_what_only_looks_like_one_is_not_taken(data: bytes) -> None:
    """One column, people, other lists, half a document: none of them is a list of communities."""
    with pytest.raises(Unreadable):
        recognise(data, Path("file.bin"))


def test_our_own_export_is_still_our_own() -> None:
    """A whole book holds communities too, and stays a whole book."""
    assert "json" == recognise(write(of(fresh(Community, NOW, name="Tea"))), Path("x")).name


def test_a_reader_that_is_handed_something_else_refuses() -> None:
    """A file that is no list is refused in one sentence."""
    with pytest.raises(Unreadable, match="no list of communities"):
        taken("hello")
    with pytest.raises(Unreadable, match="no first line"):
        taken('"name"",why\n')


def test_the_same_file_twice_changes_nothing() -> None:
    """All that it says is known the second time."""
    took = taken(TABLE)

    again = taken(TABLE, took.book)

    assert (2, {}, {}, {}) == (again.unchanged, again.added, again.changed, again.along)
    assert not again.change


def test_a_known_community_is_brought_up_to_date() -> None:
    """What the file says replaces or is added, what it says nothing of stays, the move of the stage is dated."""
    ana = fresh(Person, NOW, name="Ana Ruiz")
    before = fresh(
        Community,
        NOW,
        name="rust  lyon",
        subject="Old",
        purpose=Purpose.KNOWLEDGE,
        organisations=("acme", "Cave"),
        people=(Taker(person=ana.id, part="hosts"),),
        places=(Place(kind="room", text="2.14"),),
        joined_on=date(2026, 1, 1),
    )
    book = Book(communities={before.id: before}, people={ana.id: ana})

    took = taken(TABLE, book)

    after = took.book.communities[before.id]
    assert ({"communities": 1}, {"communities": 1}) == (took.changed, took.added)
    assert ("rust  lyon", "Rust", date(2026, 1, 1)) == (after.name, after.subject, after.joined_on)
    assert ("acme", "Cave", "Bolt, Inc.") == after.organisations
    assert (Taker(person=ana.id, level=Level.CORE, part="convenes"), 2) == (after.people[0], len(after.people))
    assert ([Stage.MATURING], 4) == ([one.stage for one in after.stages], len(after.places))


def test_an_active_community_goes_before_an_archived_one_of_its_name() -> None:
    """The one in sight is brought up to date."""
    old, new = fresh(Community, NOW, name="Tea", archived=True), fresh(Community, NOW, name="tea")

    took = taken("name,rhythm\nTea,weekly\n", of(old, new))

    assert (old, 7) == (took.book.communities[old.id], took.book.communities[new.id].rhythm)


def test_one_that_was_renamed_or_removed_is_neither_doubled_nor_brought_back() -> None:
    """Renamed by the member it keeps its new name; removed it stays away."""
    first = taken("name,why\nTea,\nRust,\n")
    tea, rust = called(first, "Tea"), called(first, "Rust")
    book = of(altered(tea, NOW, name="Green tea"), rust)
    book = book.apply(remove(book, rust, now=NOW))

    again = taken("name,why\nTea,nice\nRust,\n", book)

    assert [("Green tea", "nice")] == [(one.name, one.why) for one in again.book.communities.values()]
    assert ("all.csv: “Rust” was removed by you and stays so",) == again.notes


def test_the_member_among_the_people_gives_their_own_level() -> None:
    """Nobody is their own acquaintance."""
    me = Book(member={ME: fresh(Member, NOW, id=ME, emails=("sam@example.net",))})

    took = taken(listed({"name": "Tea", "people": ["Sam <SAM@example.net> (active)", ""]}), me)

    assert ((), Level.ACTIVE, {}) == (called(took, "Tea").people, called(took, "Tea").level, took.book.people)


def test_people_by_id_are_those_of_the_notebook_and_removed_ones_stay_away() -> None:
    """The ids of `list communities --json` mean people who are there; others mean nobody."""
    ana = fresh(Person, NOW, name="Ana")
    gone = taken(listed({"name": "Tea", "people": ["Ben"]}))
    (ben,) = gone.book.people.values()
    book = Book(people={ana.id: ana, ben.id: ben})
    book = book.apply(remove(book, ben, now=NOW))

    took = taken(listed({"name": "Tea", "people": [{"person": ana.id, "level": "core"}, {"person": "x"}, "Ben"]}), book)

    assert (Taker(person=ana.id, level=Level.CORE),) == called(took, "Tea").people
    assert ("all.csv: “Ben” was removed by you and stays so",) == took.notes


def test_what_became_of_words_for_a_rhythm_is_told() -> None:
    """Which words became days and which stayed words; nothing is guessed in silence."""
    took = taken("name,rhythm\nA,biweekly\nB,bimonthly\nC,7\n")

    assert [14, None, 7] == [called(took, name).rhythm for name in "ABC"]
    assert [(), (Place(kind="meets", text="bimonthly"),)] == [called(took, name).places for name in "AB"]
    assert took.notes == (
        "all.csv: words for a rhythm that became a number of days: “biweekly” 14",
        "all.csv: words for a rhythm that are kept as words, among the places under “meets”: “bimonthly” (B)",
    )


@pytest.mark.parametrize(
    ("item", "name", "why"),
    [
        ({"subject": "x"}, "row 2", "it has no name"),
        ({"name": "  "}, "row 2", "it has no name"),
        ({"name": 3}, "row 2", "its name should be text"),
        ({"name": "Bad", "subject": ["x"]}, "Bad", "its subject should be text"),
        ({"name": "Bad", "rhythm": 0}, "Bad", "its rhythm should be 1 to 3660 days"),
        ({"name": "Bad", "rhythm": True}, "Bad", "its rhythm should be text"),
        ({"name": "Bad", "people": {"a": 1}}, "Bad", "its people should be a list"),
        ({"name": "Bad", "people": [3]}, "Bad", "its people should be text"),
        ({"name": "Bad", "places": [{"kind": [], "text": "x"}]}, "Bad", "its places should be text"),
        (3, "row 2", "it is not an object"),
        ({"name": "first"}, "first", "it is in the same file a second time"),
    ],
)
def test_a_bad_item_is_named_and_its_neighbours_are_taken(item: object, name: str, why: str) -> None:
    """One that can't be taken leaves nothing behind, and costs the others nothing."""
    took = taken(listed({"name": "First"}, item, {"name": "Last"}))

    assert {"First", "Last"} == {one.name for one in took.book.communities.values()}
    assert [(name, True)] == [(one.item, one.why.startswith(why)) for one in took.skipped]


def test_a_bad_row_of_a_table_is_named() -> None:
    """A quote that never ends, a cell too many."""
    took = taken('name,why\nA,x\nB,y,z\n"C"x,y\nD,\n"E,\n')

    assert {"A", "D"} == {one.name for one in took.book.communities.values()}
    assert [
        ("B", "it has more cells than the first line names; a cell with “,” in it stands in quotes"),
        ("row 3", "it is no row of a table (',' expected after '\"')"),
        ("row 5", "it is no row of a table (unexpected end of data)"),
    ] == [(one.item, one.why) for one in took.skipped]


def test_words_that_are_no_choice_and_columns_that_are_none_are_told() -> None:
    """The community comes in without them."""
    took = taken("name,stage,purpose,colour\nA,growing,Best Practices,red\n")

    assert (Stage.POTENTIAL, Purpose.BEST_PRACTICES) == (called(took, "A").stage, called(took, "A").purpose)
    assert "“A” has the stage “growing”, which is none of potential" in took.notes[0]
    assert "left out, as a community in your notebook has no place for it: “colour” (1)" in took.notes[1]


def test_what_our_own_table_guards_is_read_back() -> None:
    """The apostrophe before what a spreadsheet would reckon is not part of the words."""
    assert "=1+1" == called(taken("name,why\nA,'=1+1\n"), "A").why


HOSTILE = [
    "[/x]",
    "[@click=app.quit]",
    "\x1b[31m",
    "a\0b",
    "\u202eevil",
    "👩‍👩‍👧",
    "../../etc/passwd",
    "x" * 10_000,
    '"\\',
    "$(id)",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_stored_as_they_are(words: str) -> None:
    """In every column, in a table and in JSON."""
    item = {
        "name": words,
        "subject": words,
        "why": words,
        "people": [words],
        "places": [words],
        "organisations": [words],
    }
    table = StringIO()
    csv.writer(table).writerows([item.keys(), [one if isinstance(one, str) else one[0] for one in item.values()]])

    for data in (json.dumps([item | {"rhythm": words, "stage": words}]), table.getvalue()):
        took = taken(data)
        one = called(took, words)
        assert (words, words, (words,)) == (one.subject, one.why, one.organisations)
        assert words == one.places[0].text
        assert words == took.book.people[one.people[0].person].name


def test_it_is_imported_like_every_other_file(tmp_path: Path) -> None:
    """By its content, and a second time in the same go without anything new."""
    path = tmp_path / "all.csv"
    path.write_text(TABLE, encoding="utf-8")

    took = read_files([path, path], Book(), now=NOW)

    assert ({"communities": 2}, 2, {"people": 2}) == (took.added, took.unchanged, took.along)


def meetings(group: Any) -> list[dict[str, str]]:
    """Return the meetings of a group, and of the groups below it, in a public list."""
    below = group.get("subprojects") or []
    return [*(group.get("meetings") or []), *(one for part in below for one in (part.get("meetings") or []))]


def kubernetes(text: str) -> list[dict[str, object]]:
    """Turn the public list of the Kubernetes project into a communities file."""
    yaml = pytest.importorskip("yaml")
    found = yaml.safe_load(text)
    groups = [one for key in ("sigs", "workinggroups", "committees") for one in found[key]]
    return [
        {
            "name": one["name"],
            "subject": one["mission_statement"],
            "organisations": sorted({who.get("company", "") for who in one["leadership"]["chairs"]}),
            "people": [
                {"name": who["name"], "organisation": who.get("company", ""), "level": "core", "part": part[:-1]}
                for part in ("chairs", "tech_leads")
                for who in one["leadership"].get(part, [])
            ],
            "rhythm": next((str(meeting["frequency"]) for meeting in one.get("meetings") or []), None),
            "places": [
                f"meets: {meeting['description']}, {meeting['day']} {meeting['time']} {meeting['tz']},"
                f" {meeting['frequency']}"
                for meeting in meetings(one)
            ],
        }
        for one in groups
    ]


def digital_gov(folder: Path) -> list[dict[str, object]]:
    """Turn the public pages of digital.gov's communities into a communities file."""
    yaml = pytest.importorskip("yaml")
    pages = [
        yaml.safe_load(one.read_text(encoding="utf-8").split("---\n")[1]) for one in sorted(folder.glob("[!_]*.md"))
    ]
    return [
        {
            "name": page["title"],
            "subject": page.get("deck") or page["summary"],
            "places": [
                f"{one['platform']}: {one['subscribe_email']}"
                for one in page.get("community_list") or []
                if one.get("subscribe_email")
            ],
        }
        for page in pages
    ]


def test_the_public_list_of_kubernetes_comes_in(cases: Path) -> None:
    """35 groups, and of each way in which a meeting says how often it is, it is told what became of it."""
    text = (cases / "communities" / "kubernetes-sigs.yaml").read_text(encoding="utf-8")
    groups = kubernetes(text)

    took = taken(json.dumps({"communities": groups}))
    again = taken(json.dumps({"communities": groups}), took.book)

    assert ({"communities": 35}, ()) == (took.added, took.skipped)
    assert (35, {}, {}, {}) == (again.unchanged, again.added, again.changed, again.along)
    assert took.along["people"] == len({one["name"] for group in groups for one in group["people"]})  # type: ignore[attr-defined]


def test_every_spelling_of_a_rhythm_in_kubernetes_is_told_of(cases: Path) -> None:
    """Each of the 35 ways to say how often becomes a number of days or is kept, and stands in the notes."""
    yaml = pytest.importorskip("yaml")
    found = yaml.safe_load((cases / "communities" / "kubernetes-sigs.yaml").read_text(encoding="utf-8"))
    groups = [one for key in ("sigs", "workinggroups", "committees") for one in found[key]]
    spellings = sorted({one["frequency"] for group in groups for one in meetings(group)})

    took = taken(listed(*({"name": f"Group {place}", "rhythm": one} for place, one in enumerate(spellings))))

    assert 35 == len(spellings)
    for place, one in enumerate(spellings):
        group = called(took, f"Group {place}")
        kept = any(words.text == " ".join(one.split()) for words in group.places)
        assert days_of(one) == group.rhythm
        assert group.rhythm is not None or kept
        assert " ".join(one.split())[:40] in " ".join(took.notes)


def test_the_public_pages_of_digital_gov_come_in(cases: Path) -> None:
    """41 communities out of a table as well as out of a list; the second time nothing is new."""
    pages = digital_gov(cases / "communities" / "digitalgov")
    table = StringIO()
    rows = csv.DictWriter(table, ["name", "subject", "places"], delimiter=";")
    rows.writeheader()
    rows.writerows(page | {"places": "; ".join(map(str, page["places"]))} for page in pages)  # type: ignore[call-overload]

    took = taken(table.getvalue())
    again = taken(json.dumps(pages), took.book)

    assert ({"communities": 41}, ()) == (took.added, took.skipped)
    assert (41, {}, {}) == (again.unchanged, again.added, again.changed)


def test_progress_is_told_to_the_end() -> None:
    """The last word is that all is read."""
    steps: list[tuple[int, int]] = []
    data = listed(*({"name": f"Group {number}"} for number in range(120)))

    read(data, "x", Book(), now=NOW, progress=lambda *step: steps.append(step))

    assert [(50, 120), (100, 120), (120, 120)] == steps
