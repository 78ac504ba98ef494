"""With whom it is time to be in touch."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Taker
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.record import Record, fresh
from cop_tui.practice.reconnect import due_to_reconnect, reconnect_of

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def person(name: str, ago: int | None, every: int | None = None) -> Person:
    """Return someone last spoken to so many days ago."""
    contacts = () if ago is None else (Contact(on=NOW - ago * DAY),)
    return fresh(Person, NOW - 300 * DAY, id=name, name=name, reconnect_every=every, contacts=contacts)


def due(book: Book, **fields: int) -> list[str]:
    """Return the ids of those with whom contact is due."""
    return [one.person for one in due_to_reconnect(book, NOW, **fields)]


def test_nobody_is_due_where_nobody_is_to_be_kept_up_with() -> None:
    """An empty book, or people without a wish."""
    assert [] == due(Book())
    assert [] == due(book_of(person("Ana", 400)))


def test_contact_is_shown_seven_days_ahead() -> None:
    """The most overdue first; a contact starts it anew."""
    book = book_of(person("soon", 23, 30), person("over", 40, 30), person("fresh", 22, 30), person("today", 30, 30))

    assert ["over", "today", "soon"] == due(book)
    assert ["over", "today"] == due(book, ahead=0)


def test_it_says_when_they_spoke_and_how_often_they_would_like_to() -> None:
    """With the day by which."""
    (one,) = due_to_reconnect(book_of(person("Ana", 100, 28)), NOW)

    assert (date(2026, 9, 12), date(2026, 8, 15), 28) == (one.due, one.last, one.every)
    assert "You last spoke in August; you like to be in touch every 4 weeks" == one.why


def test_whom_the_member_never_spoke_to_is_due_since_they_were_noted() -> None:
    """There is no last day then."""
    (one,) = due_to_reconnect(book_of(person("Ana", None, 30)), NOW)

    assert one.last is None
    assert "You have not spoken yet; you like to be in touch every 30 days" == one.why


def test_a_community_may_wish_for_all_its_people() -> None:
    """The shortest counts; a person's own wish goes first; archived communities wish nothing."""
    takers = tuple(Taker(person=name) for name in ("Ana", "Bo", "gone"))
    book = book_of(
        person("Ana", 20),
        person("Bo", 20, 90),
        person("Cy", 20),
        fresh(Community, NOW, name="A", reconnect_every=10, people=takers),
        fresh(Community, NOW, name="B", reconnect_every=60, people=takers),
        fresh(Community, NOW, name="C", people=(Taker(person="Cy"),)),
        fresh(Community, NOW, name="D", reconnect_every=1, archived=True, people=(Taker(person="Cy"),)),
    )

    (one,) = due_to_reconnect(book, NOW)

    assert ("Ana", 10) == (one.person, one.every)


def test_a_wish_of_ages_does_no_harm() -> None:
    """The end of all days is far enough."""
    assert [] == due(book_of(person("Ana", 20, 10**9)))


@given(st.lists(st.tuples(st.none() | st.integers(-5, 90), st.none() | st.integers(1, 60)), max_size=12))
def test_those_due_come_in_the_order_of_their_days(wishes: list[tuple[int | None, int | None]]) -> None:
    """All of them are in the book, each once, and due within the week."""
    book = book_of(*(person(f"p{number}", ago, every) for number, (ago, every) in enumerate(wishes)))

    found = due_to_reconnect(book, NOW)

    days = [one.due for one in found]
    assert sorted(days) == days
    assert all(day <= NOW.date() + 7 * DAY for day in days)
    assert len(found) == len({one.person for one in found} & book.people.keys())


def test_of_one_person_it_is_told_whether_due_or_not() -> None:
    """When it will be, however far ahead; nothing where nobody said how often."""
    ana, li = person("Ana", 3, 30), person("Li", 3)
    book = book_of(ana, li)
    found = reconnect_of(book, ana, NOW)

    assert found is not None
    assert (date(2026, 12, 20), 30) == (found.due, found.every)
    assert reconnect_of(book, li, NOW) is None
