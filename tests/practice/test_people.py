"""People: found by name or address, made once, kept in touch with; and the editing of any record."""

from datetime import datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community
from cop_tui.domain.errors import Ambiguous, NotFound, Refused
from cop_tui.domain.goal import Goal
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.learning import Learning
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.people import (
    add_person,
    edit,
    in_touch,
    met,
    person_called,
    someone,
    unknown_yet,
)


def holding(now: datetime, *records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=now, put=records))


def test_a_person_is_found_by_name_however_it_is_spelled(now: datetime) -> None:
    """Case and blanks make nobody else of someone."""
    ana = fresh(Person, now, name="Ana Silva")

    assert ana == person_called(holding(now, ana), "  ana   SILVA ")


@pytest.mark.parametrize("words", ["ana@example.org", "ANA@example.org", "Somebody <ana@example.org>"])
def test_a_person_is_found_by_mail_address(now: datetime, words: str) -> None:
    """An address says more than the name beside it."""
    ana = fresh(Person, now, name="Ana Silva", emails=("Ana@Example.org",))

    assert ana == person_called(holding(now, ana), words)


def test_of_two_people_of_one_name_the_one_known_longest_is_meant(now: datetime) -> None:
    """The answer does not depend on the order in the file."""
    older = fresh(Person, now - timedelta(days=1), name="Ana")
    newer = fresh(Person, now, name="Ana")

    assert older == person_called(holding(now, newer, older), "Ana")


@pytest.mark.parametrize("words", ["", "  ", "Li"])
def test_nobody_is_found_where_nobody_is_called_so(now: datetime, words: str) -> None:
    """No words name nobody, also not a person without a name."""
    assert person_called(holding(now, fresh(Person, now, name="Ana"), fresh(Person, now, name="")), words) is None


def test_someone_new_is_not_in_the_book_yet(now: datetime) -> None:
    """What the member said about them is on the record that comes back."""
    new = someone(Book(), " Ana Silva <ana@example.org> ", now=now, organisation=" Initech ")

    assert ("Ana Silva", ("ana@example.org",), "Initech") == (new.name, new.emails, new.organisation)


def test_someone_known_by_an_address_alone_is_called_by_it(now: datetime) -> None:
    """There is no other name to go by."""
    new = someone(Book(), "ana@example.org", now=now)

    assert ("ana@example.org", ("ana@example.org",)) == (new.name, new.emails)


def test_what_is_new_about_someone_is_noted(now: datetime) -> None:
    """An address or organisation not known before goes onto the person, once."""
    ana = fresh(Person, now, name="Ana", emails=("a@x.org",), organisation="Initech")
    book = holding(now, ana)

    assert ana is someone(book, "Ana <A@x.org>", now=now)
    assert ("a@x.org", "b@x.org") == someone(book, "Ana <b@x.org>", now=now).emails
    assert "Hooli" == someone(book, "Ana", now=now, organisation="Hooli").organisation


def test_a_person_needs_a_name(now: datetime) -> None:
    """Blanks name nobody."""
    for verb in (someone, add_person):
        with pytest.raises(Refused) as refused:
            verb(Book(), " \n", now=now)
        assert ("A person needs a name", "Say whom you mean") == (refused.value.sentence, refused.value.hint)


def test_the_same_name_twice_is_one_person(now: datetime) -> None:
    """Also where both are new, and where one is named and one is given as a record."""
    li = fresh(Person, now, name="Li")
    people = met(holding(now, li), ["Ana", " ana ", li, "Li"], now=now)

    assert ["Ana", "Li"] == [one.name for one in people]
    assert people[:1] == unknown_yet(holding(now, li), people)


def test_adding_someone_twice_is_refused(now: datetime) -> None:
    """Two people of one name need to be told apart."""
    change = add_person(Book(), "Ana <ana@example.org>", now=now, organisation="Initech")
    book = Book().apply(change)

    assert ("Added Ana", now) == (change.sentence, change.at)
    assert () == getattr(add_person(book, "Li", now=now).put[0], "emails", None)
    assert ["ana@example.org"] == [email for person in book.people.values() for email in person.emails]
    assert ["Initech"] == [person.organisation for person in book.people.values()]
    for name, called in (("ANA", "ANA"), ("ana@example.org", "ana@example.org"), ("A <ana@example.org>", "A")):
        with pytest.raises(Refused) as refused:
            add_person(book, name, now=now)
        assert (f"{called} is already among your people", "Add a surname to tell two apart") == (
            refused.value.sentence,
            refused.value.hint,
        )


def test_being_in_touch_is_kept_in_the_order_of_the_days(now: datetime) -> None:
    """One told late goes where it belongs; someone who is not in the book comes into it."""
    new = someone(Book(), "Ana", now=now)
    book = Book().apply(in_touch(Book(), new, " called ", now=now))
    change = in_touch(book, new, now=now, on=now - timedelta(days=3))

    (ana,) = book.apply(change).people.values()
    assert [Contact(on=now - timedelta(days=3)), Contact(on=now, text="called")] == list(ana.contacts)
    assert ("Was in touch with Ana", now) == (change.sentence, change.at)
    assert "Was in touch with Ana: called" == in_touch(Book(), new, "called", now=now).sentence


def test_a_record_that_a_caller_holds_may_be_older_or_newer_than_the_book(now: datetime) -> None:
    """Nothing that was noted meanwhile is lost, nor what was just found out."""
    old = fresh(Person, now - timedelta(days=1), name="Ana")
    book = holding(now, old)
    book = book.apply(in_touch(book, old, "first", now=now))
    (ana,) = book.apply(in_touch(book, old, "second", now=now)).people.values()

    assert ["first", "second"] == [contact.text for contact in ana.contacts]
    found = someone(book, "Ana <ana@x.org>", now=now)
    (ana,) = book.apply(in_touch(book, found, now=now)).people.values()
    assert ("ana@x.org",) == ana.emails


def test_any_record_can_be_changed(now: datetime) -> None:
    """The newest version in the book is what changes, and what stays the same changes nothing."""
    rust = fresh(Community, now, name="Rust")
    book = holding(now, rust)
    change = edit(book, rust, now=now + timedelta(hours=1), name="Rust\x1b\nBerlin")

    assert "Rust\x1b\nBerlin" == book.apply(change).communities[rust.id].name
    assert "\n" not in change.sentence
    assert not edit(book, rust, now=now, name="Rust")
    assert edit(book.apply(change), rust, now=now, subject="Rust").put[0] != rust


def test_a_story_may_be_changed_freely(now: datetime) -> None:
    """It has no field that it can't be without."""
    story = fresh(Story, now, on=now, title="A day")

    assert edit(holding(now, story), story, now=now, title="")


@pytest.mark.parametrize("fields", [{"title": " "}, {"end": "before"}, {"end": "alone", "start": None}])
def test_a_change_that_leaves_no_sound_record_is_refused(now: datetime, fields: dict[str, object]) -> None:
    """Without a title, with an end before its start or without a start."""
    ends: dict[object, datetime] = {"before": now - timedelta(hours=1), "alone": now}
    told = {name: ends.get(value, value) for name, value in fields.items()}
    invitation = fresh(Invitation, now, title="Rust", start=now)

    with pytest.raises(Refused):
        edit(holding(now, invitation), invitation, now=now, **told)


def test_what_is_gone_cannot_be_changed(now: datetime) -> None:
    """It says so, and what may bring it back."""
    with pytest.raises(NotFound, match="no longer in your notebook"):
        edit(Book(), fresh(Person, now, name="Ana"), now=now, name="Anna")


@pytest.mark.parametrize("name", ["_", "-", " _/ "])
def test_a_name_of_dashes_alone_is_a_name_too(now: datetime, name: str) -> None:
    """Nothing is left of it where spellings are folded, and it still means its one person, and nobody else."""
    (known,) = met(Book(), [name, name], now=now)

    assert known == person_called(holding(now, known, fresh(Person, now, name="--")), name)


@example(names=["_"])
@example(names=["-", "_"])
@given(names=st.lists(st.text(max_size=12).filter(str.strip), max_size=6))
def test_whoever_is_met_is_met_once(names: list[str]) -> None:
    """No list of names, said twice over, makes two people of one name."""
    now = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
    people = met(Book(), [*names, *names], now=now)
    again = met(holding(now, *people), names, now=now)

    assert {one.id for one in people} == {one.id for one in again}
    assert not unknown_yet(holding(now, *people), again)


def test_a_first_name_alone_means_the_one_person_who_has_it(now: datetime) -> None:
    """Of two it can't tell which, and lists them; a whole name is always taken as it is."""
    ana, other = fresh(Person, now, name="Ana Lind"), fresh(Person, now, name="Ana Ruiz")

    assert someone(Book(people={ana.id: ana}), "ana", now=now).id == ana.id
    assert someone(Book(people={ana.id: ana}), "Ana Ruiz", now=now).id != ana.id
    with pytest.raises(Ambiguous) as ambiguous:
        someone(Book(people={ana.id: ana, other.id: other}), "Ana", now=now)
    assert ("2 people are called Ana", ("Ana Lind", "Ana Ruiz"), "Say the surname too") == (
        ambiguous.value.sentence,
        ambiguous.value.candidates,
        ambiguous.value.hint,
    )


REMOVED = "Undo brings a removed record back; to take it out, remove it"


@pytest.mark.parametrize(
    ("kind", "field", "sentence"),
    [
        (Person, "name", "It needs a name"),
        (Interest, "subject", "It needs a subject"),
        (Community, "name", "It needs a name"),
        (Invitation, "title", "It needs a title"),
        (Commitment, "what", "It needs a few words on what was promised"),
        (Goal, "text", "It needs a few words on what it is"),
        (Learning, "text", "It needs a few words on what was learned"),
    ],
)
def test_what_a_record_cannot_be_without_is_not_left_empty(
    now: datetime, kind: type[Record], field: str, sentence: str
) -> None:
    """It says what is needed, and how to take the record out instead."""
    others = {"who": "me", "on": now} if kind is Interest else {"on": now} if kind is Learning else {}
    record = fresh(kind, now, **{field: "Rust"}, **others)

    with pytest.raises(Refused) as refused:
        edit(holding(now, record), record, now=now, **{field: " "})

    assert (sentence, REMOVED) == (refused.value.sentence, refused.value.hint)


def test_a_change_of_a_record_is_said_and_dated(now: datetime) -> None:
    """By its new title, an invitation too; where nothing changes, that is said."""
    ana = fresh(Person, now, name="Ana")
    care = fresh(Interest, now, who=ana.id, subject="Rust", on=now)
    tea = fresh(Invitation, now, title="Tea", start=now)
    book, later = holding(now, ana, care, tea), now + timedelta(hours=1)

    changes = [
        edit(book, care, now=later, note="async"),
        edit(book, care, now=later, subject="Rust"),
        edit(book, tea, now=later, title="Tea and cake"),
    ]

    assert ["Changed Rust (Ana)", "Nothing changed in Rust (Ana)", "Changed Tea and cake"] == [
        change.sentence for change in changes
    ]
    assert {later} == {change.at for change in changes}


def test_what_was_found_out_about_someone_goes_with_their_record(now: datetime) -> None:
    """It comes beside what the book has; what the book has since is not taken back."""
    old = fresh(Person, now - timedelta(days=1), name="Ana", organisation="Initech", emails=("a@x.org",))
    book = holding(now, old)
    found = someone(book, "Ana <b@x.org>", now=now, organisation="Hooli")
    later = now + timedelta(hours=1)

    assert found == someone(book, found, now=later)
    assert "Initech" == someone(book, altered(found, now, organisation=""), now=later).organisation
    moved_on = holding(now, altered(found, later, organisation="TU"))
    assert moved_on.people[old.id] == someone(moved_on, found, now=later)


def test_somebody_without_a_name_is_nobody_else(now: datetime) -> None:
    """An address alone, or a name of several words, does not mean them."""
    nameless = fresh(Person, now, name="")
    book = holding(now, nameless)

    for words in ("new@x.org", "Ana Lind"):
        assert nameless.id != someone(book, words, now=now).id
    assert () == someone(book, "Ana Lind", now=now).emails


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ('"Ana Lind" <a@x.org>', "Ana Lind"),
        ("'Ana' <a@x.org>", "Ana"),
        ("X Æ X <a@x.org>", "X Æ X"),
        ('" Ana " <a@x.org>', "Ana"),
    ],
)
def test_a_name_is_taken_out_of_its_quotes(now: datetime, words: str, name: str) -> None:
    """As mail programs put it into them."""
    new = someone(Book(), words, now=now)

    assert (name, ("a@x.org",)) == (new.name, new.emails)
