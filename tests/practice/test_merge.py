"""Two records of one person become one: nothing of either is lost, nothing dangles, undo takes them apart again."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Level, Taker
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Depth, Interest, folded
from cop_tui.domain.invitation import Answer, Invitation, Recipient
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME
from cop_tui.domain.person import Channel, Contact, Person
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.merge import merge_people, perhaps_same
from cop_tui.practice.subjects import same

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
LATER = NOW + timedelta(hours=1)
DAY = timedelta(days=1)
IDS = ("kept", "other", "li")


def book_of(*records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def merged(*records: Record) -> Book:
    """Return the book with these records after the other was taken for the kept one."""
    book = book_of(*records)
    return book.apply(merge_people(book, book.people["kept"], book.people["other"], now=LATER))


def person(key: str, name: str = "Ana Lind", **fields: object) -> Person:
    """Return a person with this id."""
    return altered(fresh(Person, NOW, id=key, name=name), NOW, **fields)


def test_what_is_known_of_the_other_is_known_of_the_kept_one() -> None:
    """Addresses and channels once, contacts by day, notes after one another, another name and place noted."""
    kept = person(
        "kept",
        emails=("a@x.org",),
        organisation="TU",
        channels=(Channel(kind="phone", address="1"),),
        note="Plays the cello.",
        contacts=(Contact(on=NOW, text="lunch"),),
    )
    other = person(
        "other",
        "A. Lind",
        emails=("A@x.org", "b@x.org"),
        organisation="City",
        channels=(Channel(kind="Phone", address="1"), Channel(kind="chat", address="@a")),
        note="Likes tea.",
        reconnect_every=30,
        contacts=(Contact(on=NOW - DAY, text="call"), Contact(on=NOW, text="lunch")),
        created=(NOW - DAY).astimezone(UTC),
    )
    after = merged(kept, other)

    (ana,) = after.people.values()
    assert ("kept", "Ana Lind", "TU", 30) == (ana.id, ana.name, ana.organisation, ana.reconnect_every)
    assert ("a@x.org", "b@x.org") == ana.emails
    assert ["1", "@a"] == [channel.address for channel in ana.channels]
    assert ["call", "lunch"] == [contact.text for contact in ana.contacts]
    assert "Plays the cello.\n\nAlso called A. Lind\n\nAlso at City\n\nLikes tea." == ana.note
    assert other.created == ana.created
    assert list(after.gone) == ["other"]


def test_a_subject_that_both_care_about_is_one_interest() -> None:
    """As deep as the deeper, with both notes, the later day and every name; what only one cares about stays."""
    after = merged(
        person("kept"),
        person("other"),
        fresh(Interest, NOW, id="1", who="kept", subject="Rust", note="traits", on=NOW - DAY, aliases=("rust-lang",)),
        fresh(
            Interest,
            NOW,
            id="2",
            who="other",
            subject="rust lang",
            note="async",
            depth=Depth.CAN_HELP,
            on=NOW,
            aliases=("ferris",),
        ),
        fresh(Interest, NOW, id="3", who="other", subject="Sailing", on=NOW),
        fresh(Interest, NOW, id="4", who=ME, subject="Rust", on=NOW),
    )

    rust = after.interests["1"]
    assert (Depth.CAN_HELP, "traits; async", NOW) == (rust.depth, rust.note, rust.on)
    assert ("rust-lang", "ferris") == rust.aliases
    assert same(after, "rust-lang", "Rust")
    assert "kept" == after.interests["3"].who
    assert {"1", "3", "4"} == set(after.interests)


def test_in_a_community_and_an_invitation_they_stand_once() -> None:
    """The deeper level and both parts; the answer that was given, and of two the later."""
    first, second = NOW.astimezone(UTC), LATER.astimezone(UTC)
    after = merged(
        person("kept"),
        person("other"),
        fresh(
            Community,
            NOW,
            id="rust",
            name="Rust",
            people=(
                Taker(person="other", part="host"),
                Taker(person="li"),
                Taker(person="kept", level=Level.CORE, part="scribe"),
            ),
        ),
        fresh(
            Invitation,
            NOW,
            id="a",
            title="A",
            sender="other",
            recipients=(Recipient(person="kept"), Recipient(person="other", answer=Answer.YES)),
        ),
        fresh(
            Invitation,
            NOW,
            id="b",
            title="B",
            recipients=(
                Recipient(person="kept", answer=Answer.YES, stamp=first),
                Recipient(person="other", answer=Answer.NO, stamp=second),
            ),
        ),
    )

    assert (Taker(person="kept", level=Level.CORE, part="host, scribe"), Taker(person="li")) == after.communities[
        "rust"
    ].people
    assert ("kept", (Recipient(person="kept", answer=Answer.YES),)) == (
        after.invitations["a"].sender,
        after.invitations["a"].recipients,
    )
    assert [Answer.NO] == [one.answer for one in after.invitations["b"].recipients]


def test_one_alone_and_one_who_is_gone_can_not_be_merged() -> None:
    """It says so; nothing changes."""
    ana, gone = person("kept"), person("other")

    with pytest.raises(Refused) as refused:
        merge_people(book_of(ana), ana, ana, now=NOW)
    assert ("That is the same person already", "Name the other entry of the same person") == (
        refused.value.sentence,
        refused.value.hint,
    )
    with pytest.raises(NotFound):
        merge_people(book_of(ana), ana, gone, now=NOW)


def test_those_of_one_name_or_address_are_perhaps_one() -> None:
    """However it is spelled; nobody else is, and nobody is so without a name."""
    ana = person("kept", emails=("a@x.org",))
    book = book_of(ana, person("other", "ana  LIND"), person("b", "A. L.", emails=("A@X.org",)), person("c", "Li"))

    assert ["b", "other"] == [one.id for one in perhaps_same(book, ana)]
    assert () == perhaps_same(book, book.people["c"])
    assert () == perhaps_same(book_of(person("x", "_"), person("y", "_")), person("x", "_"))


WORDS = st.text(alphabet="ab ", max_size=4)
ID = st.sampled_from(IDS)
MOMENT = st.integers(0, 9).map(lambda days: NOW - days * DAY)
SOMEBODY = st.fixed_dictionaries(
    {
        "emails": st.lists(st.sampled_from(["a@x.org", "A@x.org", "b@x.org"]), max_size=2).map(tuple),
        "organisation": WORDS,
        "channels": st.lists(st.builds(Channel, kind=WORDS, address=WORDS), max_size=2).map(tuple),
        "note": WORDS,
        "contacts": st.lists(st.builds(Contact, on=MOMENT, text=WORDS), max_size=3).map(
            lambda found: tuple(sorted(found, key=lambda one: one.on))
        ),
    }
)
IDS_HELD = st.lists(ID, max_size=4).map(tuple)
TAKERS = st.lists(st.builds(Taker, person=ID, level=st.sampled_from(Level), part=WORDS), max_size=4).map(tuple)
ASKED = st.lists(st.builds(Recipient, person=ID, answer=st.sampled_from(Answer)), max_size=4).map(tuple)
ABOUT: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        lambda **fields: fresh(Interest, NOW, **fields),
        who=st.sampled_from((*IDS, ME)),
        subject=st.sampled_from(["Rust", "rust", "Sailing", "rust-lang"]),
        note=WORDS,
        depth=st.sampled_from(Depth),
        on=MOMENT,
        aliases=st.sampled_from([(), ("rust-lang",)]),
    ),
    st.builds(lambda people: fresh(Community, NOW, name="C", people=people), TAKERS),
    st.builds(
        lambda who, asked: fresh(Invitation, NOW, title="I", sender=who, recipients=asked), st.none() | ID, ASKED
    ),
    st.builds(lambda ids: fresh(Learning, NOW, text="L", on=NOW, people=ids), IDS_HELD),
    st.builds(lambda ids: fresh(Story, NOW, body="S", on=NOW, people=ids), IDS_HELD),
)


@settings(max_examples=60, deadline=None)
@given(kept=SOMEBODY, other=SOMEBODY, names=st.tuples(WORDS, WORDS), records=st.lists(ABOUT, max_size=6, unique_by=id))
def test_nothing_is_lost_nothing_dangles_and_undo_gives_the_book_back(
    kept: dict[str, object], other: dict[str, object], names: tuple[str, str], records: list[Record]
) -> None:
    """Whatever two people have, and whatever refers to them."""
    one, two = person("kept", names[0], **kept), person("other", names[1], **other)
    book = book_of(one, two, person("li", "Li"), *records)
    change = merge_people(book, one, two, now=LATER)
    after = book.apply(change)

    ana = after.people["kept"]
    assert {email.casefold() for email in (*one.emails, *two.emails)} == {email.casefold() for email in ana.emails}
    assert {each.address for each in (*one.channels, *two.channels)} == {each.address for each in ana.channels}
    assert {*one.contacts, *two.contacts} == set(ana.contacts)
    told = folded(f"{ana.name}\n{ana.organisation}\n{ana.note}")
    assert all(folded(words) in told for each in (one, two) for words in (each.name, each.organisation))
    assert all(each.note.strip() in ana.note for each in (one, two))
    assert not any("'other'" in repr(record) for record in after.records())
    assert {_key(each) for each in book.interests.values()} <= {
        (each.who, folded(word)) for each in after.interests.values() for word in (each.subject, *each.aliases)
    }
    notes = "; ".join(each.note for each in after.interests.values())
    assert all(each.note.strip() in notes for each in book.interests.values())
    for table in (book.communities, book.learning, book.stories, book.invitations):
        for record in table.values():
            now_held = _held(after.of(type(record))[record.id])
            assert {"kept" if held == "other" else held for held in _held(record)} == set(now_held)
            assert len(now_held) == len(set(now_held)) or now_held == _held(record)
    assert _tables(book) == _tables(after.apply(book.undoing(change)))


def _key(one: Interest) -> tuple[str, str]:
    return "kept" if one.who == "other" else one.who, folded(one.subject)


def _held(record: Record) -> list[str]:
    held: tuple[object, ...] = (*getattr(record, "people", ()), *getattr(record, "recipients", ()))
    return [str(getattr(each, "person", each)) for each in held]


def _tables(book: Book) -> dict[str, dict[str, Record]]:
    return {kind.table: dict(book.of(kind)) for kind in KINDS if kind is not Gone}


def test_a_name_is_noted_once_however_it_is_spelled() -> None:
    """The same name in other letters is no other name; an address that stands for a name is none either."""
    kept = person("kept", name="Ana Ruiz", organisation="TU", note="Also called Annabel")
    for name in ("ana ruiz", "ANNABEL", "a@x.org"):
        other = person("other", name=name, organisation="tu", emails=("a@x.org",))
        assert "Also called Annabel" == merged(kept, other).people["kept"].note, name

    anna = merged(kept, person("other", name="Anna")).people["kept"]
    assert "Also called Annabel\n\nAlso called Anna" == anna.note


def test_what_is_one_for_both_already_is_not_written_again() -> None:
    """An interest of the kept one alone stays untouched; the sentence names both people."""
    mine = fresh(Interest, NOW, id="1", who="kept", subject="Rust", on=NOW)
    book = book_of(person("kept"), person("other", "A. Lind"), mine)

    change = merge_people(book, book.people["kept"], book.people["other"], now=LATER)

    assert ("Took A. Lind and Ana Lind for one person", LATER) == (change.sentence, change.at)
    assert ["kept"] == [one.id for one in change.put]


def test_somebody_without_a_name_gives_no_other_name() -> None:
    """There is nothing to call them."""
    assert "" == merged(person("kept"), person("other", "")).people["kept"].note


def test_what_only_the_other_has_the_kept_one_has_from_then_on() -> None:
    """Their organisation, and how often the member wants to be in touch."""
    after = merged(person("kept"), person("other", organisation="City", reconnect_every=30)).people["kept"]

    assert ("City", 30, "") == (after.organisation, after.reconnect_every, after.note)
