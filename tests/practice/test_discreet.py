"""A book told discreetly names nobody, and keeps everything else."""

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Place, Taker
from cop_tui.domain.invitation import Invitation, Offer, Recipient, Way
from cop_tui.domain.member import Member
from cop_tui.domain.person import Channel, Contact, Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.demo import demo_book
from cop_tui.practice.discreet import discreet, initials

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def told(text: str, *names: str) -> str:
    """Return how a story of this text is told discreetly, with people of these names in the book."""
    people = [fresh(Person, NOW, id=f"p{number}", name=name) for number, name in enumerate(names)]
    story = fresh(Story, NOW, id="s", body=text, on=NOW, people=tuple(one.id for one in people))
    return discreet(book_of(story, *people)).stories["s"].body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Lima came.", "A. L. came."),
        ("Ana came, and ANA sang; ana too.", "A. L. came, and A. L. sang; A. L. too."),
        ("Ana's kitchen, Ana’s stove", "A. L.’s kitchen, A. L.’s stove"),
        ("I met Ana.", "I met A. L."),
        ("I met Ana. Then “Ana.” again", "I met A. L. Then “A. L.” again"),
        ("With Ana... and so on", "With A. L.... and so on"),
        ("Ms Lima and Lima, Ana", "Ms A. L. and A. L."),
        (
            "**Ana** [Ana](https://example.org/page) #ana @ana",
            "**A. L.** [A. L.](https://example.org/page) #A. L. @A. L.",
        ),
        ("Anatomy, banana, Analysis, Limap, Diana", "Anatomy, banana, Analysis, Limap, Diana"),
        ("Ána\u0301 and A\u0301na", "A. L. and A. L."),
        ("Write to ana.lima@example.org or ask@example.org", "Write to … or …"),
        ("[mail](mailto:ana@example.org) https://example.org/ana-lima", "[mail](…) …"),
        ("https://example.org/analysis", "https://example.org/analysis"),
        ("ana_lima and Ana-Lima", "A. L. and A. L."),
        ("Nobody was there.", "Nobody was there."),
        ("", ""),
    ],
)
def test_a_name_in_a_text_becomes_initials(text: str, expected: str) -> None:
    """Whole, by the first or the last name, possessive, in any case; a word that merely contains it stays."""
    assert expected == told(text, "Ana Lima")


def test_two_people_with_the_same_initials_stay_tellable() -> None:
    """The second one has a small number; a first name that only one has is enough to tell."""
    text = told("Ana Lima met Aki Lund; Aki left first.", "Ana Lima", "Aki Lund")
    labels = initials(book_of(*(fresh(Person, NOW, id=name, name=name) for name in ("Ana Lima", "Aki Lund", "Al Li"))))

    assert "A. L.² met A. L.; A. L. left first." == text
    assert {"Aki Lund": "A. L.", "Al Li": "A. L.²", "Ana Lima": "A. L.³"} == labels


def test_a_name_that_two_have_is_not_given_to_one() -> None:
    """It becomes its first letter: nobody is named, and nobody is taken for another."""
    assert "A. saw A. S. and L." == told("Ana saw Ana Silva and Lima.", "Ana Silva", "Ana Lima", "Bo Lima")


def test_a_name_that_is_a_word_is_a_name_where_it_is_written_as_one() -> None:
    """A will, a rose and a mark are no people; Will and Rose are."""
    assert "W. M. will mark it with a rose" == told("Will will mark it with a rose", "Will Mark")
    assert "L. Z. lives at li and Lin" == told("Li lives at li and Lin", "Li Zhang")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dr. Ana Maria de Souza", "A. M. d. S."),
        ("Jean-Luc O'Brien", "J. L. O. B."),
        ("maya", "M."),
        ("佐藤 美咲", "佐. 美."),
        ("ليلى حدّاد", "ل. ح."),
        ("…", "N. N."),
        ("Dr.", "D."),
        ("Ana Bea Cora Dora Eva", "A. B. C. D."),
        ("ana@example.org", "A. E. O."),
    ],
)
def test_initials_are_of_the_words_of_a_name(name: str, expected: str) -> None:
    """Titles go, particles stay small, scripts of every kind have a first letter."""
    person = fresh(Person, NOW, id="p", name=name)

    assert expected == initials(book_of(person))["p"]


def test_a_name_in_a_script_without_spaces_is_found_in_a_sentence() -> None:
    """There a word has no ends to go by."""
    assert "今日は佐. 美.さんと会った" == told("今日は美咲さんと会った", "佐藤 美咲")


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("The van of Vincent left, said the Dr", ["Dr Vincent van Gogh"], "The van of V. v. G. left, said the Dr"),
        ("Van came", ["Van"], "V. came"),
        ("Plan B with Ana", ["Ana B"], "Plan B with A. B."),
        ("Ana Lima Sol and Ana Lima", ["Ana Lima", "Ana Lima Sol"], "A. L. S. and A. L."),
        ("Ana Lima Sol and Ana Lima", ["Ana Lima Sol", "Ana Lima"], "A. L. S. and A. L."),
        ("佐藤美咲さんと佐藤さん", ["佐藤", "佐藤 美咲"], "佐. 美.さんと佐.さん"),
        ("佐藤美咲さんと佐藤さん", ["佐藤 美咲", "佐藤"], "佐. 美.さんと佐.さん"),
        ("佐藤さんと美咲さん", ["佐藤 美咲", "佐藤 太郎"], "佐.さんと佐. 美.さん"),
        ("佐藤美咲さん", ["佐藤 美咲", "佐藤 美咲"], "佐.さん"),
        ("美咲と太郎", ["佐藤 美咲", "山田 太郎"], "佐. 美.と山. 太."),
        ("行李と小龙", ["李 小龙"], "行李と李. 小."),
    ],
)
def test_of_a_name_that_is_what_means_somebody(text: str, names: list[str], expected: str) -> None:
    """Not its particle, its title or its letter; the longer name goes before the shorter one that it begins with."""
    assert expected == told(text, *names)


def test_a_middle_name_may_be_left_out() -> None:
    """Its parts beside each other are one name."""
    assert "A. M. L. and I" == told("Ana Lima and I", "Ana Maria Lima")


def test_names_go_from_every_field_and_ids_stay() -> None:
    """Communities, invitations, contacts, and whoever takes part; ways to reach people and notes on them are empty."""
    ana = fresh(
        Person,
        NOW,
        id="ana",
        name="Ana Lima",
        emails=("ana@example.org",),
        organisation="Acme",
        note="Ana sings",
        channels=(Channel(kind="phone", address="+49 30 1234"),),
        contacts=(Contact(on=NOW, text="Ana rang"),),
    )
    club = fresh(
        Community,
        NOW,
        id="club",
        name="Ana's club",
        people=(Taker(person="ana", part="Ana hosts"),),
        places=(Place(text="At Ana's"),),
        organisations=("Acme",),
    )
    invitation = fresh(
        Invitation,
        NOW,
        id="i",
        way=Way.SENT,
        kind=Offer.INVITATION,
        title="Tea with Ana",
        sender="ana",
        recipients=(Recipient(person="ana"),),
        organizer="mailto:ana@example.org",
    )
    me = fresh(Member, NOW, id="me", name="Maya Moon", emails=("maya@example.org",), organisation="Moonworks")
    story = fresh(Story, NOW, id="s", on=NOW, body="Ana", people=("ana",))

    book = discreet(book_of(ana, club, invitation, me, story))
    whole = msgspec.json.encode([*book.records()]).decode()

    assert not [name for name in ("Ana", "Lima", "Maya", "Moon", "example.org", "1234") if name in whole]
    assert ("A. L.", "", "", "A. L. rang") == (
        book.people["ana"].name,
        book.people["ana"].organisation,
        book.people["ana"].note,
        book.people["ana"].contacts[0].text,
    )
    assert ((), (), "") == (book.people["ana"].emails, book.people["ana"].channels, book.invitations["i"].organizer)
    assert ("M. M.", "", ()) == (book.me.name, book.me.organisation, book.me.emails)
    assert ("A. L.", ("ana",)) == (book.stories["s"].body, book.stories["s"].people)
    assert "ana" == book.communities["club"].people[0].person == book.invitations["i"].recipients[0].person
    assert ("A. L.’s club", ("Acme",)) == (book.communities["club"].name, book.communities["club"].organisations)


def test_a_member_without_a_name_has_no_initials() -> None:
    """There is nothing to hide."""
    assert "" == discreet(book_of(fresh(Member, NOW, id="me", organisation="Acme"))).me.name


def test_the_demo_book_names_nobody() -> None:
    """No whole name and no part of one that only names: the year is told all the same."""
    book = demo_book(NOW)
    names = {one.name for one in book.people.values()} | {book.me.name}
    parts = {part for name in names for part in name.split() if len(part) > 2 and part.isalpha()}
    words = set(_words(discreet(book)))

    assert set() == parts & words
    assert len(words) > 2000


def _words(book: Book) -> list[str]:
    text = msgspec.json.encode([*book.records()]).decode()
    return "".join(letter if letter.isalpha() else " " for letter in text).split()


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=80), names=st.lists(st.text(min_size=1, max_size=20), max_size=4))
def test_any_text_and_any_names_are_taken(text: str, names: list[str]) -> None:
    """Whatever the letters, it ends; a text without letters and addresses stays as it is."""
    answer = told(text, *names)

    assert (answer == text) or names or "@" in text or "http" in text.lower()


def test_many_people_and_long_texts_take_no_longer_than_their_sum() -> None:
    """A text is gone over once, however many people there are."""
    names = [f"Name{number} Family{number}" for number in range(3000)]
    text = "Name7 met Family8 somewhere and nobody else. " * 2000
    start = datetime.now(tz=NOW.tzinfo)

    answer = told(text, *names)

    assert datetime.now(tz=NOW.tzinfo) - start < timedelta(seconds=5)
    assert "Name7" not in answer


@pytest.mark.parametrize("part", ["x", "x.", "a@", "猫", "http://"])
def test_a_word_of_a_hundred_thousand_letters_costs_no_time(part: str) -> None:
    """It is looked through for addresses once, and not anew from each of its letters."""
    text = part * (100_000 // len(part))
    begun = time.process_time()

    told(text, "Ana Lima")

    assert time.process_time() - begun < 5


def test_a_long_address_is_hidden() -> None:
    """As long as one may be that a mail can be sent to, and what is written right behind another."""
    long = "a" * 64 + "@example.org"

    assert told(f"x {long} {long}+{long} x") == "x … …… x"
