"""Starting a community of a spark: one change with all of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Level, Stage
from cop_tui.domain.errors import Refused
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Offer, Way
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.discovery import Spark, spark_about, sparks
from cop_tui.practice.start import EARLY, drafted, start_community

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def sparking(*, mine: bool = True) -> tuple[Book, Spark]:
    """Return a book in which people care about compilers, and the spark."""
    people = [
        fresh(Person, NOW, id="ana", name="Ana", organisation="TU"),
        fresh(Person, NOW, id="li", name="Li", organisation="City"),
    ]
    cares = [
        fresh(Interest, NOW, who=who, subject="compilers", on=NOW, note=note)
        for who, note in (("ana", "errors"), ("li", ""), *([(ME, "parsers")] if mine else []))
    ]
    book = book_of(fresh(Member, NOW, id=ME, name="Maya", organisation="Library"), *people, *cares)
    return book, sparks(book, NOW)[0]


def test_one_change_makes_the_community_its_notes_and_the_proposal() -> None:
    """At stage potential, the organisations crossed, the member at the core; undo takes all of it back."""
    book, spark = sparking()
    change = start_community(book, drafted(book, spark, now=NOW), now=NOW)
    after = book.apply(change)

    (community,) = after.communities.values()
    assert ("Compilers circle", "compilers", Stage.POTENTIAL, Level.CORE) == (
        community.name,
        community.subject,
        community.stage,
        community.level,
    )
    assert ("City", "Library", "TU") == community.organisations
    assert ["ana", "li"] == [one.person for one in community.people]
    assert NOW.date() == community.joined_on
    assert [item.key for item in EARLY.items] == [one.item for one in community.phases]
    assert "Ana: errors; I: parsers" == next(one.note for one in community.phases if one.item == "issues")
    assert {(None, "early-conversations")} == {(one.on, one.checklist) for one in community.phases}

    (asked,) = after.invitations.values()
    assert (Way.SENT, Offer.PROPOSAL, community.id) == (asked.way, asked.kind, asked.community)
    assert ["ana", "li"] == [one.person for one in asked.recipients]
    assert "Ana, Li and I all care about compilers." in asked.note
    assert "Started Compilers circle, and proposed it to Ana, Li" == change.sentence
    back = after.apply(book.undoing(change))
    assert all(book.of(kind) == back.of(kind) for kind in KINDS if kind is not Gone)
    assert () == sparks(after, NOW)


def test_all_of_it_can_be_changed() -> None:
    """Other people, known or new; no notes; another title."""
    book, spark = sparking()
    start = msgspec.structs.replace(
        drafted(book, spark, now=NOW),
        name="Parsing",
        people=("Li", "Kofi Mensah"),
        notes={"issues": " ", "idea": "Meet"},
        title="",
        words="Come",
    )
    after = book.apply(start_community(book, start, now=NOW))

    (community,), (asked,) = after.communities.values(), after.invitations.values()
    assert ["Li", "Kofi Mensah"] == [after.people[one.person].name for one in community.people]
    assert [("idea", "Meet")] == [(one.item, one.note) for one in community.phases]
    assert ("Parsing: would you take part?", "Come") == (asked.title, asked.note)
    assert ("City", "Library") == community.organisations


@pytest.mark.parametrize("fields", [{"people": ()}, {"name": " "}, {"name": "Rust"}])
def test_what_can_not_be_a_community_is_refused(fields: dict[str, object]) -> None:
    """Nobody in it, no name, a name that is taken."""
    book, spark = sparking()
    book = book.apply(Change(sentence="", at=NOW, put=(fresh(Community, NOW, name="rust"),)))
    with pytest.raises(Refused):
        start_community(book, msgspec.structs.replace(drafted(book, spark, now=NOW), **fields), now=NOW)


def test_nobody_to_start_with_is_said() -> None:
    """With what is needed."""
    book, spark = sparking()
    with pytest.raises(Refused) as refused:
        start_community(book, msgspec.structs.replace(drafted(book, spark, now=NOW), people=()), now=NOW)

    assert ("A community takes more than one", "Name at least one person to start it with") == (
        refused.value.sentence,
        refused.value.hint,
    )


def test_a_draft_notes_what_is_known_already() -> None:
    """Under each line of the early conversations; the member's own organisation is no other one."""
    book, spark = sparking()
    draft = drafted(book, spark, now=NOW)

    assert "Learn compilers together" == draft.title
    assert {
        "possible": "Learn compilers together",
        "issues": "Ana: errors; I: parsers",
        "involve": "Ana and Li",
        "gain": "Others at City and TU",
        "idea": "To meet once and see what we could learn about compilers",
        "take-part": "By the proposal of Mon 23 Nov",
    } == draft.notes


def test_a_draft_leaves_open_what_nobody_said() -> None:
    """Where no organisation is known nobody else would gain; a note over several lines becomes one."""
    note = "errors\nand warnings"
    cares = [fresh(Interest, NOW, who=who, subject="compilers", on=NOW, note=note) for who in ("ana", "li")]
    book = book_of(*(fresh(Person, NOW, id=name.casefold(), name=name) for name in ("Ana", "Li")), *cares)

    notes = drafted(book, sparks(book, NOW)[0], now=NOW).notes

    assert ("", "Ana: errors and warnings; Li: errors and warnings") == (notes["gain"], notes["issues"])


@pytest.mark.parametrize(
    ("mine", "begin"),
    [
        (True, "Ana, Bo, Cy, Di, Ed and I all care about compilers."),
        (False, "Ana, Bo, Cy, Di and Ed, you care about compilers, each of you."),
    ],
)
def test_everyone_is_named_in_a_draft(*, mine: bool, begin: str) -> None:
    """However many they are: whoever reads it wants to know with whom."""
    names = ("Ana", "Bo", "Cy", "Di", "Ed")
    cares = [fresh(Interest, NOW, who=who, subject="compilers", on=NOW) for who in (*names, *([ME] if mine else []))]
    book = book_of(*(fresh(Person, NOW, id=name, name=name) for name in names), *cares)

    draft = drafted(book, sparks(book, NOW)[0], now=NOW)

    assert f"{begin} Shall we meet once, and see what we could learn together?" == draft.words
    assert "Ana, Bo, Cy, Di and Ed" == draft.notes["involve"]


def test_the_words_fit_who_cares() -> None:
    """Two others without the member; the member with one other."""
    book, spark = sparking(mine=False)
    assert drafted(book, spark, now=NOW).words.startswith("Ana and Li, you care about compilers, each of you.")

    book, _ = sparking()
    alone = book.apply(Change(sentence="", at=NOW, take=(book.people["ana"],)))
    spark = spark_about(alone, "Compilers") or pytest.fail("It could be one")
    assert drafted(alone, spark, now=NOW).words.startswith("Li and I both care about compilers.")


def test_a_subject_of_nobody_else_is_no_spark() -> None:
    """Nor one that is not there."""
    book, _ = sparking()
    assert spark_about(book, "chess") is None
    mine = book_of(fresh(Interest, NOW, who=ME, subject="Chess", on=NOW))
    assert spark_about(mine, "chess") is None
