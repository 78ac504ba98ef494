"""The Book: changes lead from one to another, and back."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import KINDS, TABLES, Book, tombstone
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, altered, fresh

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
IDS = st.sampled_from("abcdef")
PEOPLE = st.builds(lambda one, name: fresh(Person, NOW, id=one, name=name), IDS, st.sampled_from(["Ana", "Ben", "Cem"]))


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Draw a change that puts some in and takes others out."""
    put = draw(st.lists(PEOPLE, max_size=4, unique_by=lambda one: one.id))
    taken = draw(st.lists(PEOPLE, max_size=3, unique_by=lambda one: one.id))
    kept = {one.id for one in put}
    return Change(sentence="Did it", at=NOW, put=tuple(put), take=tuple(one for one in taken if one.id not in kept))


BOOKS = st.lists(changes(), max_size=3).map(lambda made: made_of(*made))


def made_of(*changes: Change) -> Book:
    """Return the book that these changes make."""
    book = Book()
    for change in changes:
        book = book.apply(change)
    return book


def adding(*records: Record) -> Change:
    """Return the change that adds these."""
    return Change(sentence="Added", at=NOW, put=records)


def test_every_kind_has_its_table() -> None:
    """The tables of a book and the kinds of records are the same."""
    assert set(TABLES) == set(Book.__dataclass_fields__)
    assert list(KINDS) == list(TABLES.values())
    assert all({} == Book().of(kind) for kind in KINDS)


def test_a_change_leaves_the_book_before_it_as_it_was() -> None:
    """A book is never altered."""
    before = made_of(adding(fresh(Person, NOW, id="a", name="Ana")))

    after = before.apply(adding(fresh(Person, NOW, id="b", name="Ben")))

    assert (["a"], ["a", "b"]) == (list(before.people), list(after.people))
    assert before.goals is after.goals


def test_a_change_that_does_nothing_gives_the_same_book() -> None:
    """Not even a copy."""
    book = Book()

    assert book is book.apply(Change(sentence="Nothing", at=NOW))


def test_what_is_taken_out_leaves_a_tombstone_until_it_comes_back() -> None:
    """So that a merge with another copy does not bring it back by itself."""
    ana = fresh(Person, NOW, id="a", name="Ana")
    later = NOW + timedelta(days=1)

    gone = made_of(adding(ana)).apply(Change(sentence="Removed Ana", at=later, take=(ana,)))

    assert {"a": Gone(id="a", created=NOW, updated=later, kind="people", on=later)} == gone.gone
    assert tombstone(ana, later) == gone.gone["a"]
    assert ({"a": ana}, {}) == (gone.apply(adding(ana)).people, gone.apply(adding(ana)).gone)


def test_taking_out_what_is_not_there_leaves_no_tombstone() -> None:
    """Nor does taking out a tombstone leave another one."""
    ana = fresh(Person, NOW, id="a", name="Ana")
    grave = tombstone(ana, NOW)

    assert {} == Book().apply(Change(sentence="Removed", at=NOW, take=(ana,))).gone
    assert {} == made_of(adding(grave)).apply(Change(sentence="Removed", at=NOW, take=(grave,))).gone


def test_a_tombstone_can_be_put_in_by_itself() -> None:
    """A merge brings them."""
    grave = tombstone(fresh(Person, NOW, id="a", name="Ana"), NOW)

    assert {"a": grave} == made_of(adding(grave), adding(grave)).gone


@given(book=BOOKS, change=changes())
def test_undoing_a_change_gives_back_every_record(book: Book, change: Change) -> None:
    """Nobody is lost, nobody is left over, and no tombstone that was there is missing."""
    after = book.apply(change)

    again = after.apply(book.undoing(change))

    assert dict(book.people) == dict(again.people)
    assert book.gone.items() <= again.gone.items()
    assert not again.people.keys() & again.gone.keys()
    assert change.sentence == book.undoing(change).sentence


@given(book=BOOKS, change=changes())
def test_undoing_the_undoing_does_it_again(book: Book, change: Change) -> None:
    """There and back and there."""
    after = book.apply(change)
    back = book.undoing(change)

    again = after.apply(back).apply(after.undoing(back))

    assert dict(after.people) == dict(again.people)


@given(book=BOOKS, change=changes())
def test_who_is_there_is_not_among_the_gone(book: Book, change: Change) -> None:
    """Whatever is done."""
    after = book.apply(change)

    assert not after.people.keys() & after.gone.keys()


def test_a_record_is_found_by_its_id_whatever_its_kind() -> None:
    """A tombstone is not a record."""
    ana = fresh(Person, NOW, id="a", name="Ana")
    care = fresh(Interest, NOW, id="i", who="a", subject="Rust", on=NOW)
    book = made_of(adding(ana, care), Change(sentence="Removed", at=NOW, take=(ana,)))

    assert (care, None, None) == (book.find("i"), book.find("a"), book.find("nobody"))
    assert (True, False) == (book.holds(care), book.holds(ana))
    assert [care] == list(book.records())


def test_the_member_is_nobody_until_they_say_who_they_are() -> None:
    """There is one all the same."""
    me = fresh(Member, NOW, id=ME, name="Ana")

    assert (ME, "") == (Book().me.id, Book().me.name)
    assert me == made_of(adding(me)).me


def test_invitations_stand_together_by_their_uid() -> None:
    """The series first, then its occurrences in their order; one without a UID stands nowhere."""

    def invitation(one: str, uid: str, days: int | None) -> Invitation:
        occurrence = None if days is None else NOW + timedelta(days=days)
        return fresh(Invitation, NOW, id=one, title=one, uid=uid, occurrence=occurrence)

    second, first, series, alone, other = (
        invitation("2", "u", 2),
        invitation("1", "u", 1),
        invitation("s", "u", None),
        invitation("n", "", None),
        invitation("o", "v", None),
    )

    book = made_of(adding(second, first, series, alone, other))

    assert {"u": (series, first, second), "v": (other,)} == book.invitations_by_uid


def test_what_came_of_an_invitation_and_what_someone_cares_about_is_found() -> None:
    """By the invitation, by the person; a promise of one's own belongs to no invitation."""
    came = fresh(Commitment, NOW, id="c", what="Go", invitation="i")
    own = fresh(Commitment, NOW, id="o", what="Write")
    mine = fresh(Interest, NOW, id="m", who=ME, subject="Rust", on=NOW)
    also = fresh(Interest, NOW, id="n", who=ME, subject="Go", on=NOW)

    book = made_of(adding(came, own, mine, also))

    assert {"i": (came,)} == book.commitments_by_invitation
    assert {ME: (mine, also)} == book.interests_by_person


@given(book=BOOKS, first=changes(), second=changes())
def test_two_changes_as_one_lead_to_the_same_records(book: Book, first: Change, second: Change) -> None:
    """`then` is doing one after the other."""
    one_by_one = book.apply(first).apply(second)

    at_once = book.apply(first.then(second))

    assert dict(one_by_one.people) == dict(at_once.people)


def test_the_later_change_wins_and_the_sentence_may_be_another() -> None:
    """On a record that both touch, whether put or taken."""
    ana = fresh(Person, NOW, id="a", name="Ana")
    later = altered(ana, NOW + timedelta(hours=1), note="met")
    removed = Change(sentence="Removed", at=NOW + timedelta(hours=1), take=(ana,))

    both = adding(ana).then(Change(sentence="Changed", at=later.updated, put=(later,)))

    assert ("Added", (later,), later.updated) == (both.sentence, both.put, both.at)
    assert ((), (ana,)) == (adding(ana).then(removed).put, adding(ana).then(removed).take)
    assert ((ana,), ()) == (removed.then(adding(ana)).put, removed.then(adding(ana)).take)
    assert "Both" == adding(ana).then(removed, "Both").sentence


def test_a_change_is_true_where_it_changes_something() -> None:
    """Put or taken."""
    ana = fresh(Person, NOW, id="a", name="Ana")

    assert adding(ana)
    assert Change(sentence="Removed", at=NOW, take=(ana,))
    assert not Change(sentence="Nothing", at=NOW)
