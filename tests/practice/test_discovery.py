"""What people care about and the communities that this could spark."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.member import Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.discovery import interest_map, said_by, shared_interests, sparks

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)
ANA = fresh(Person, NOW, id="ana", name="Ana", organisation="Uni")
LI = fresh(Person, NOW, id="li", name="Li", organisation="Library")
KOFI = fresh(Person, NOW, id="kofi", name="Kofi", organisation="Library")


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def cares(who: Person | None, subject: str, **fields: Any) -> Interest:
    """Return an interest of a person, or of the member."""
    return fresh(Interest, NOW, who=who.id if who else "me", subject=subject, **{"on": NOW, **fields})


def test_an_empty_book_sparks_nothing() -> None:
    """Nor has it a map."""
    assert () == sparks(Book(), NOW)
    assert () == interest_map(Book())


def test_two_others_spark() -> None:
    """With their organisations, by name, and the reason."""
    (spark,) = sparks(book_of(LI, ANA, cares(LI, "Compilers"), cares(ANA, "compilers")), NOW)

    assert (("ana", "li"), ("Library", "Uni"), False) == (spark.people, spark.organisations, spark.mine)
    assert "Ana and Li care about Compilers; no community yet, and 2 organisations between them" == spark.why


def test_one_other_and_the_member_spark() -> None:
    """The member's own organisation counts where they care too."""
    me = fresh(Member, NOW, id="me", name="Maya", organisation="Library")
    (spark,) = sparks(book_of(me, LI, cares(LI, "rust"), cares(None, "rust")), NOW)

    assert (("li",), ("Library",), True) == (spark.people, spark.organisations, spark.mine)
    assert "Li and you care about rust; no community yet" == spark.why


def test_a_spark_of_the_members_own_says_you() -> None:
    """Where it would cross their organisation and another one."""
    me = fresh(Member, NOW, id="me", name="Maya", organisation="Museum")
    (spark,) = sparks(book_of(me, LI, cares(LI, "rust"), cares(None, "rust")), NOW)

    assert ("Library", "Museum") == spark.organisations
    assert "Li and you care about rust; no community yet, and 2 organisations between you" == spark.why


def test_the_members_organisation_counts_only_where_they_care_too() -> None:
    """Organisations stand by name, great letters or small; whoever has none counts for none."""
    me = fresh(Member, NOW, id="me", name="Maya", organisation="Museum")
    bo, cy = (fresh(Person, NOW, id=name, name=name, organisation=place) for name, place in (("bo", "abc"), ("cy", "")))
    (spark,) = sparks(book_of(me, LI, bo, cy, *(cares(who, "rust") for who in (LI, bo, cy))), NOW)

    assert ("abc", "Library") == spark.organisations


def test_what_someone_said_last_about_a_subject_counts() -> None:
    """Whatever was written down first; none where they said nothing."""
    early, late, middle = (cares(LI, "rust", on=NOW - ago * DAY) for ago in (9, 0, 5))
    book = book_of(LI, ANA, early, late, middle, cares(LI, "go", on=NOW + DAY))

    assert late == said_by(book, "rust", "li")
    assert [None, None, None] == [said_by(book, "rust", who) for who in ("ana", "nobody", "me")]


def test_one_alone_does_not_spark() -> None:
    """Neither the member nor somebody else, also if they said it twice."""
    assert () == sparks(book_of(LI, cares(LI, "rust"), cares(LI, "Rust"), cares(None, "go"), cares(None, "Go")), NOW)


def test_a_subject_that_has_a_community_sparks_no_more() -> None:
    """By its subject or its name; one that is archived does not count."""
    interests = (cares(LI, "rust"), cares(ANA, "Rust"), cares(LI, "teaching"), cares(ANA, "teaching"))
    by_subject = fresh(Community, NOW, name="Crabs", subject="RUST")
    by_name = fresh(Community, NOW, name="Teaching")
    over = fresh(Community, NOW, name="Rust", subject="teaching", archived=True)

    assert () == sparks(book_of(LI, ANA, *interests, by_subject, by_name), NOW)
    assert 2 == len(sparks(book_of(LI, ANA, *interests, over), NOW))


def test_the_most_shared_comes_first() -> None:
    """Then the one that crosses more organisations, then by name."""
    interests = [cares(who, "b") for who in (ANA, LI, KOFI)]
    interests += [cares(who, "c") for who in (LI, KOFI)]
    interests += [cares(who, "d") for who in (LI, ANA)]
    interests += [cares(who, "a") for who in (KOFI, LI)]

    assert ["b", "d", "a", "c"] == [spark.subject for spark in sparks(book_of(ANA, LI, KOFI, *interests), NOW)]


def test_those_who_are_not_in_the_book_are_passed_over() -> None:
    """An interest may have outlived its person."""
    assert () == interest_map(book_of(fresh(Interest, NOW, who="gone", subject="rust", on=NOW)))


def test_the_map_says_how_deep_everyone_is_now() -> None:
    """The latest word counts; the subject is called what most call it."""
    book = book_of(
        LI,
        cares(LI, "Rust", depth=Depth.CAN_HELP),
        cares(LI, "rust", depth=Depth.CURIOUS, on=NOW - DAY),
        cares(None, "rust", depth=Depth.LEARNING),
        cares(None, "go"),
    )

    rust, go = interest_map(book)

    assert ("rust", {"li": Depth.CAN_HELP, "me": Depth.LEARNING}) == (rust.subject, rust.depths)
    assert ("go", (), True) == (go.subject, go.people, go.mine)


def test_shared_interests_are_those_that_the_member_has_too() -> None:
    """By person."""
    book = book_of(LI, ANA, cares(LI, "rust"), cares(None, "rust"), cares(ANA, "go"), cares(LI, "go"))

    assert {"li": ("rust",)} == shared_interests(book)


@given(st.lists(st.tuples(st.sampled_from(["ana", "li", "kofi", "me", "gone"]), st.sampled_from("abc")), max_size=20))
def test_sparks_name_people_of_the_book_and_are_the_same_in_any_order(said: list[tuple[str, str]]) -> None:
    """At least two care, all exist, and the more shared stand before the less."""
    interests = [fresh(Interest, NOW, who=who, subject=subject, on=NOW) for who, subject in said]
    book = book_of(ANA, LI, KOFI, *interests)

    found = sparks(book, NOW)

    assert found == sparks(book_of(KOFI, LI, ANA, *reversed(interests)), NOW)
    assert all(person in book.people for spark in found for person in spark.people)
    sizes = [len(spark.people) + spark.mine for spark in found]
    assert all(size >= 2 for size in sizes)
    assert all(one >= other for one, other in pairwise(sizes))
