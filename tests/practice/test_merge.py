"""Merging two people who are one: nothing of either is lost, nothing dangles, undo gives the book back."""

from datetime import UTC, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Level, Taker
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Answer, Invitation, Recipient
from cop_tui.domain.learning import Learning
from cop_tui.domain.person import Channel, Contact, Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.merge import merge_people, seem_one
from cop_tui.practice.subjects import key_of, same

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
SUBJECTS = ["Rust", "rust", "rust-lang", "Chess", "Bread"]
WHO = st.sampled_from(["one", "two", "third"])
WORDS = st.sampled_from(["", "first words", "other words", "a third"])
MOMENTS = st.integers(0, 9).map(lambda days: NOW - timedelta(days=days))


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def tables(book: Book) -> dict[str, dict[str, Record]]:
    """Return what the book holds besides tombstones."""
    return {kind.table: dict(book.of(kind)) for kind in KINDS if kind is not Gone}


@st.composite
def people(draw: st.DrawFn) -> list[Record]:
    """Draw three people with something of everything."""

    def person(key: str) -> Person:
        return fresh(
            Person,
            NOW,
            id=key,
            name=draw(st.sampled_from(["Ana Lind", "ana lind", "A. Lind"])),
            emails=tuple(draw(st.lists(st.sampled_from(["a@x.org", "A@x.org", "b@x.org"]), max_size=2))),
            organisation=draw(st.sampled_from(["", "TU", "City"])),
            channels=tuple(Channel(kind="phone", address=one) for one in draw(st.lists(WORDS, max_size=2))),
            note=draw(WORDS),
            reconnect_every=draw(st.sampled_from([None, 7, 30])),
            contacts=tuple(Contact(on=one, text=draw(WORDS)) for one in sorted(draw(st.lists(MOMENTS, max_size=3)))),
        )

    interests = [
        fresh(
            Interest,
            NOW,
            id=f"interest-{number}",
            who=draw(WHO),
            subject=draw(st.sampled_from(SUBJECTS)),
            depth=draw(st.sampled_from(Depth)),
            note=draw(WORDS),
            on=draw(MOMENTS),
            aliases=draw(st.sampled_from([(), ("rust-lang",)])),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    return [*(person(key) for key in ("one", "two", "third")), *interests, *draw(gatherings())]


@st.composite
def gatherings(draw: st.DrawFn) -> list[Record]:
    """Draw a community, an invitation, learning and a story with some of the people."""
    several = st.lists(WHO, unique=True).map(tuple)
    takers = tuple(
        Taker(person=one, level=draw(st.sampled_from(Level)), part=draw(st.sampled_from(["", "hosts", "writes"])))
        for one in draw(several)
    )
    recipients = tuple(
        Recipient(person=one, answer=draw(st.sampled_from(Answer)), stamp=draw(st.none() | MOMENTS))
        for one in draw(several)
    )
    sender = draw(st.none() | WHO)
    return [
        fresh(Community, NOW, id="rust", name="Rust", people=takers),
        fresh(Invitation, NOW, id="evening", title="Evening", sender=sender, recipients=recipients),
        fresh(Learning, NOW, id="loan", text="A borrow", on=NOW, people=draw(several)),
        fresh(Story, NOW, id="rain", body="Rain", on=NOW, people=draw(several)),
    ]


@settings(max_examples=60, deadline=None)
@given(people())
def test_nothing_is_lost_and_nothing_dangles(records: list[Record]) -> None:
    """Whatever either had, the kept one has; everything that named the other names the kept one; undo leads back."""
    before = book_of(*records)
    one, two = before.people["one"], before.people["two"]
    change = merge_people(before, one, two, now=NOW)
    after = before.apply(change)
    kept = after.people["one"]

    assert {"one", "third"} == set(after.people)
    assert "'two'" not in repr(list(after.records()))
    assert {each.casefold() for each in (*one.emails, *two.emails)} == {each.casefold() for each in kept.emails}
    assert {*one.channels, *two.channels} == set(kept.channels)
    assert {*one.contacts, *two.contacts} == set(kept.contacts)
    assert sorted(kept.contacts, key=lambda each: each.on) == list(kept.contacts)
    told = f"{kept.note}\n{kept.name}\n{kept.organisation}".casefold()
    for words in (one.note, two.note, one.name, two.name, one.organisation, two.organisation):
        assert words.casefold() in told
    assert_interests_are_whole(before, after)
    for name in ("communities", "invitations", "learning", "stories"):
        for record_id in getattr(before, name):
            assert renamed(getattr(before, name)[record_id]) == renamed(getattr(after, name)[record_id])
    assert tables(before) == tables(after.apply(before.undoing(change)))


def assert_interests_are_whole(before: Book, after: Book) -> None:
    """Hold that each subject, depth and note that either had is there, and that others' are untouched."""
    said = [one for who in ("one", "two") for one in before.interests_by_person.get(who, ())]
    now = after.interests_by_person.get("one", ())
    steps = list(Depth)
    for one in said:
        found = [each for each in now if key_of(before, each.subject) == key_of(before, one.subject)]
        assert any(steps.index(each.depth) >= steps.index(one.depth) for each in found)
        assert one.note in "\n".join(each.note for each in found)
    for a, b in combinations(SUBJECTS, 2):
        assert same(after, a, b) or not same(before, a, b)
    assert before.interests_by_person.get("third", ()) == after.interests_by_person.get("third", ())


def renamed(record: Record) -> set[str]:
    """Return the ids of the people in a record, the other counted as the kept one."""
    held = (*getattr(record, "people", ()), *getattr(record, "recipients", ()))
    ids = [*(getattr(one, "person", one) for one in held), getattr(record, "sender", None)]
    return {"one" if one == "two" else one for one in ids if one}


def test_what_both_have_is_joined() -> None:
    """The deeper interest, both notes, the nearer level, both parts, the answer given last, the shorter wish."""
    one = fresh(Person, NOW, id="one", name="Ana Lind", organisation="TU", reconnect_every=30, note="Met at TU")
    two = fresh(Person, NOW, id="two", name="A. Lind", organisation="City", reconnect_every=14)
    rust = fresh(Interest, NOW, id="a", who="one", subject="Rust", on=NOW, note="lifetimes")
    lang = fresh(
        Interest, NOW, id="b", who="two", subject="rust", on=NOW, depth=Depth.CAN_HELP, note="macros", aliases=("rs",)
    )
    takers = (Taker(person="one", part="hosts"), Taker(person="two", level=Level.CORE, part="writes"))
    asked = (
        Recipient(person="one", answer=Answer.NO, stamp=NOW - timedelta(days=1)),
        Recipient(person="two", answer=Answer.YES, stamp=NOW),
    )
    book = book_of(
        *(one, two, rust, lang),
        fresh(Community, NOW, id="group", name="Group", people=takers),
        fresh(Invitation, NOW, id="evening", title="Evening", sender="two", recipients=asked),
    )
    after = book.apply(merge_people(book, one, two, now=NOW))

    (interest,) = after.interests.values()
    assert ("a", Depth.CAN_HELP, "lifetimes\nmacros", ("rs",)) == (
        interest.id,
        interest.depth,
        interest.note,
        interest.aliases,
    )
    assert (Taker(person="one", level=Level.CORE, part="hosts, writes"),) == after.communities["group"].people
    evening = after.invitations["evening"]
    assert ("one", (Recipient(person="one", answer=Answer.YES, stamp=NOW),)) == (evening.sender, evening.recipients)
    kept = after.people["one"]
    assert (14, "TU", "Met at TU\n\nAlso known as A. Lind\n\nAlso at City") == (
        kept.reconnect_every,
        kept.organisation,
        kept.note,
    )


def test_nobody_is_merged_with_themselves_or_with_nobody() -> None:
    """Both have to be there, and to be two."""
    one, two = fresh(Person, NOW, name="Ana"), fresh(Person, NOW, name="Ana")
    with pytest.raises(Refused):
        merge_people(book_of(one), one, one, now=NOW)
    with pytest.raises(NotFound):
        merge_people(book_of(one), one, two, now=NOW)


def test_who_may_be_the_same_is_found_by_name_and_by_address() -> None:
    """The one known longest comes first."""
    one = fresh(Person, NOW, id="one", name="Ana Lind", emails=("ana@x.org",))
    later = fresh(Person, NOW, id="later", name="ana  lind")
    first = fresh(Person, datetime(2020, 1, 1, tzinfo=UTC), id="first", name="A.", emails=("ANA@x.org",))
    book = book_of(one, later, first, fresh(Person, NOW, name="Li"))

    assert ["first", "later"] == [each.id for each in seem_one(book, one)]
