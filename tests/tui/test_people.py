"""People: whom you know, from all sides; what can be done about one of them; the form and the page of a person."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Level, Taker
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Invitation, Recipient
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Channel, Contact, Person
from cop_tui.domain.record import Record, altered, fresh
from cop_tui.domain.story import Story
from cop_tui.tui import clipboard
from cop_tui.tui.dialogs.forms.blank import Blank, Given
from cop_tui.tui.dialogs.forms.people import channels, contacts
from cop_tui.tui.dialogs.merge import MergeDialog
from cop_tui.tui.pages.page import head
from cop_tui.tui.pages.telling import page_of
from cop_tui.tui.screens import people_rows as rows
from cop_tui.tui.screens.people import PeopleScreen
from cop_tui.tui.screens.record import RecordScreen
from cop_tui.tui.widgets.rows import Section

Records = tuple[Record, ...]
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)
NORMAL, NARROW = (120, 36), (80, 24)


def everybody(_record: Record) -> bool:
    """Leave nobody out."""
    return True


def book_of(*records: Record) -> Book:
    """Return a book with these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def person(key: str, name: str, ago: int | None = None, **fields: object) -> Person:
    """Return someone, last spoken to so many days ago."""
    said = () if ago is None else (Contact(on=NOW - ago * DAY, text="lunch"),)
    return altered(fresh(Person, NOW - 400 * DAY, id=key, name=name, contacts=said), NOW, **fields)


def cares(who: str, subject: str, depth: Depth = Depth.CURIOUS) -> Interest:
    """Return what someone cares about."""
    return fresh(Interest, NOW, id=f"{who}-{subject}", who=who, subject=subject, depth=depth, on=NOW - 5 * DAY)


def shown(sections: Sequence[Section]) -> dict[str, list[tuple[str, ...]]]:
    """Return what sections show, by their titles."""
    return {section.title: [row.cells for row in section.rows] for section in sections}


async def write(pilot: Pilot[Any], *texts: str) -> None:
    """Type texts, going from field to field in between, and keep them."""
    driver = pilot.app._driver
    assert driver is not None
    for number, text in enumerate(texts):
        await pilot.press(*(["tab"] if number else []))
        for letter in text:
            key = Key(_character_to_key(letter), letter)
            key.set_sender(pilot.app)
            driver.send_message(key)
        await pilot.pause()
    await pilot.press("ctrl+s")
    await pilot.pause()


async def test_the_whole_of_people_by_keys_alone(opened: Any, day: Records) -> None:
    """Someone new, what they care about, being in touch, how often; narrowed, removed and brought back."""
    at = opened(*day)
    async with at.app.run_test(size=NORMAL) as pilot:
        await pilot.press("6", "n")
        await write(pilot, "Zoe Adler", "zoe@x.org")
        (zoe,) = (one for one in at.book.people.values() if one.name == "Zoe Adler")
        await pilot.press("G", "a")
        await write(pilot, "", "Wasps, Honey")
        await pilot.press("b")
        await write(pilot, "", "over tea", "yesterday")
        await pilot.press("h")
        await write(pilot, "1")

        zoe = at.book.people[zoe.id]
        assert ("zoe@x.org",) == zoe.emails
        assert {"Wasps", "Honey"} == {one.subject for one in at.book.interests_by_person[zoe.id]}
        assert ["over tea", "cares about Wasps, Honey"] == [one.text for one in zoe.contacts]
        assert 1 == zoe.reconnect_every

        await pilot.press("f", *"honey", "enter")
        assert "Zoe Adler" in at.shown()
        assert "Ana Lind" not in at.shown()
        await pilot.press("D")
        await pilot.pause()
        assert zoe.id not in at.book.people
        assert zoe.id not in at.book.interests_by_person
        await pilot.press("u")
        await pilot.pause()
        assert zoe == at.book.people[zoe.id]
        assert 2 == len(at.book.interests_by_person[zoe.id])


async def test_removing_someone_takes_what_refers_to_them(opened: Any, day: Records) -> None:
    """Their place in a community and what they care about go along, and come back with one key."""
    at = opened(*day)
    async with at.app.run_test(size=NARROW) as pilot:
        await pilot.press("6", "D")
        await pilot.pause()
        assert ["li"] == [taker.person for taker in at.book.communities["rust"].people]
        assert not any("'ana'" in repr(record) for record in at.book.records())

        await pilot.press("u")
        await pilot.pause()
        assert ["ana", "li"] == [taker.person for taker in at.book.communities["rust"].people]
        assert "ana" in at.book.interests_by_person


async def test_two_that_are_one_are_merged_by_keys_and_taken_apart_again(opened: Any, day: Records) -> None:
    """The name is completed; all goes to the one in hand; one key takes it back."""
    at = opened(*day, person("twin", "Ana L.", emails=("ana@x.org",)), cares("twin", "Sailing"))
    before = {one.id: one for one in at.book.records()}
    async with at.app.run_test(size=NORMAL) as pilot:
        await pilot.press("6", "down", "M")
        await write(pilot, "ana l.")
        await pilot.pause()

        assert "twin" not in at.book.people
        assert ("ana@x.org",) == at.book.people["ana"].emails
        assert {"compilers", "Sailing"} == {one.subject for one in at.book.interests_by_person["ana"]}
        await pilot.press("u")
        await pilot.pause()
        assert before == {one.id: one for one in at.book.records()}


async def test_two_of_one_name_are_found_and_told_apart(opened: Any, day: Records) -> None:
    """The page asks about the other one, and the dialog means them although they are called the same."""
    twin = person("twin", "Ana Lind", created=NOW.astimezone(UTC))
    at = opened(*day, twin)
    async with at.app.run_test(size=NARROW) as pilot:
        await pilot.press("6", "enter")
        await pilot.pause()
        assert "Perhaps the same person" in at.shown()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(at.app.screen, MergeDialog)
        await pilot.press("enter")
        await pilot.pause()

        assert 1 == sum(one.name == "Ana Lind" for one in at.book.people.values())


@pytest.mark.parametrize(
    ("typed", "words"), [("", "Nobody is named"), ("nobody at all", "no person"), ("Ana Lind", "no person")]
)
async def test_merging_with_nobody_is_explained(opened: Any, day: Records, typed: str, words: str) -> None:
    """Without a name, with an unknown one, with one's own; what was typed stays."""
    at = opened(*day)
    async with at.app.run_test(size=NORMAL) as pilot:
        await pilot.press("6", "M")
        await write(pilot, typed)

        assert words in at.shown().casefold() or words in at.shown()
        assert isinstance(at.app.screen, MergeDialog)
        assert 3 == len(at.book.people)


async def test_of_two_with_one_name_the_one_in_hand_is_asked(opened: Any, day: Records) -> None:
    """The older one would be meant by the name alone."""
    at = opened(*day, person("twin", "Ana Lind"))
    async with at.app.run_test(size=NORMAL) as pilot:
        for _ in range(2):
            await pilot.press("6", "a")
            await write(pilot, "", "Tides")
            await pilot.press("down")

        assert all("Tides" in {one.subject for one in at.book.interests_by_person[who]} for who in ("ana", "twin"))


async def test_the_first_address_is_copied(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its key, on whoever has one; on others the key does nothing."""
    taken: list[str] = []

    def take(words: str) -> str:
        taken.append(words)
        return "the test"

    monkeypatch.setattr(clipboard, "copied", take)
    at = opened(person("ana", "Ana Lind", emails=("ana@x.org", "b@x.org")), person("li", "Li Zhang"))
    async with at.app.run_test(size=NORMAL, notifications=True) as pilot:
        await pilot.press("6", "at")
        await at.app.workers.wait_for_complete()
        await pilot.press("down", "at")
        await at.app.workers.wait_for_complete()
        await pilot.pause()

        assert ["ana@x.org"] == taken
        assert "Copied the address of Ana Lind" in at.shown()


async def test_people_by_mouse(opened: Any, day: Records) -> None:
    """A click looks from another side and marks a row, a second opens it; keys in the footer are pressed."""
    at = opened(*day, person("old", "Old Friend", 100, reconnect_every=30))
    async with at.app.run_test(size=NORMAL) as pilot:
        await pilot.press("6")
        await pilot.click("#rows", offset=(6, 3))
        assert "li" == at.app.screen.rows.row.id
        lines = at.shown().splitlines()
        line = next(number for number, text in enumerate(lines) if "in touch" in text)
        await pilot.click(offset=(lines[line].index("in touch"), line))
        await pilot.pause()
        assert "Time to be in touch" in at.shown()
        await pilot.click("#rows", offset=(6, 1), times=2)
        await pilot.pause()
        assert isinstance(at.app.screen, RecordScreen)
        lines = at.shown().splitlines()
        await pilot.click(offset=(lines[-1].index("how often"), len(lines) - 1))
        await pilot.pause()

        assert "How often do you like to be in touch?" in at.shown()


async def test_an_empty_place_says_what_it_is_for(opened: Any) -> None:
    """And the one key that begins; it does."""
    at = opened()
    async with at.app.run_test(size=NORMAL) as pilot:
        await pilot.press("6")
        await pilot.pause()
        assert "n notes someone you know" in at.shown()
        assert "Here are the people you know" in at.shown()
        await pilot.press("v")
        await pilot.pause()
        assert "Nobody is due within seven days" in at.shown()

        await pilot.press("n")
        await write(pilot, "Li")
        assert ["Li"] == [one.name for one in at.book.people.values()]


async def test_a_row_far_down_is_in_sight_in_another_view(opened: Any) -> None:
    """Who was marked stays marked and is seen, wherever they stand there."""
    people = [person(f"p{number}", f"Person {number:02}", organisation="B") for number in range(60)]
    at = opened(*people, person("z", "Zoe", organisation="A"))
    async with at.app.run_test(size=NARROW) as pilot:
        await pilot.press("6", "down", "v", "v", "v")
        await pilot.pause()
        await pilot.press("v", "G", "V")
        await pilot.pause()
        screen = at.app.screen
        assert isinstance(screen, PeopleScreen)
        assert "▸ Zoe" in at.shown()


def test_everyone_stands_by_name_with_what_they_care_about() -> None:
    """The deepest first, roughly when you last spoke, where they belong."""
    book = book_of(
        person("li", "Li", 80, organisation="City"),
        person("ana", "ana", 400),
        cares("li", "Rust"),
        cares("li", "Maps", Depth.CAN_HELP),
    )

    assert {"People you know": [("ana", "", "Oct 2025", ""), ("Li", "Maps, Rust", "18 Nov", "City")]} == shown(
        rows.everyone(book, NOW, everybody)
    )


def test_who_is_due_comes_before_who_soon_is() -> None:
    """Each with the day, when you last spoke and how often; who is filtered out is not there."""
    book = book_of(
        person("a", "Ana", 40, reconnect_every=30),
        person("b", "Li", 28, reconnect_every=30),
        person("c", "Kofi", 1, reconnect_every=30),
        person("d", "Deniz", reconnect_every=7),
    )

    assert {
        "Time to be in touch": [
            ("Deniz", "Sun 26 Oct 2025, not spoken yet, every week"),
            ("Ana", "Fri 13 Nov, last spoke 5 weeks ago, every 30 days"),
        ],
        "Within seven days": [("Li", "Wed, last spoke 4 weeks ago, every 30 days")],
    } == shown(rows.due(book, NOW, everybody))
    assert ["Within seven days"] == list(shown(rows.due(book, NOW, lambda one: one.id == "b")))


def test_who_shares_most_comes_first() -> None:
    """With the subjects, and the communities they are in; who shares nothing is not there."""
    book = book_of(
        *(cares(who, subject) for who, subject in ((ME, "Rust"), (ME, "Maps"), ("a", "rust"), ("b", "Rust"))),
        *(cares("b", subject) for subject in ("Maps", "Tea")),
        cares("c", "Tea"),
        *(person(key, name) for key, name in (("a", "Ana"), ("b", "Li"), ("c", "Kofi"))),
        fresh(Community, NOW, name="Walks", people=(Taker(person="a"),)),
    )

    (found,) = shown(rows.sharing(book, NOW, everybody)).values()
    assert [("Li", "Maps, Rust"), ("Ana", "Rust · Walks")] == [
        (name, ", ".join(sorted(words.split(", "))) if "," in words else words) for name, words in found
    ]


def test_people_stand_where_they_belong() -> None:
    """However it is spelled; those who belong nowhere come last."""
    book = book_of(
        person("a", "Ana"), person("b", "Li", organisation="TU"), person("c", "Kofi", organisation="city lab"),
        person("d", "Deniz", organisation="tu "),
    )  # fmt: skip

    assert {"city lab": ["Kofi"], "tu": ["Deniz", "Li"], "Nowhere in particular": ["Ana"]} == {
        title: [cells[0] for cells in found]
        for title, found in shown(rows.by_organisation(book, NOW, everybody)).items()
    }


def ana_and_all() -> tuple[Person, Book]:
    """Return someone about whom there is something of everything."""
    ana = person(
        "ana",
        "Ana Lind",
        3,
        organisation="TU",
        emails=("a@x.org", "b@x.org"),
        channels=(Channel(kind="chat", address="@ana"), Channel(kind="the phone at work", address="[/x]")),
        note="Plays the cello.",
        reconnect_every=2,
    )
    asked = fresh(Invitation, NOW, id="walk", title="Walk", recipients=(Recipient(person="ana"),), start=NOW - DAY)
    host = (Taker(person="ana", level=Level.CORE, part="host"),)
    book = book_of(
        ana,
        cares("ana", "Rust", Depth.CAN_HELP),
        cares(ME, "rust"),
        fresh(Community, NOW, id="rust", name="Rust group", people=host),
        fresh(Learning, NOW, id="pin", text="Pins", on=NOW - 2 * DAY, people=("ana",)),
        fresh(Story, NOW, id="told", body="We walked.", on=NOW - 4 * DAY, people=("ana",)),
        asked,
    )
    return ana, book


def test_the_page_of_a_person_tells_who_they_are() -> None:
    """How to reach them, when you spoke and will, what you share, and what is good to remember."""
    ana, book = ana_and_all()

    assert [
        "Ana Lind",
        "",
        "at         TU",
        "mail       a@x.org, b@x.org",
        "chat       @ana",
        "reach by   the phone at work: [/x]",
        "last spoke Sat 21 Nov",
        "in touch   every 2 days, next today",
        "you share  Rust",
        "",
        "Plays the cello.",
    ] == head(page_of(book, ana, NOW)).plain.splitlines()


def test_the_page_of_a_person_tells_what_belongs_to_them() -> None:
    """Each row opens what it is about."""
    ana, book = ana_and_all()
    sections = page_of(book, ana, NOW).sections

    assert {
        "Cares about": [("Rust", "can help")],
        "In communities": [("Rust group, host", "helps carry it")],
        "In touch": [("lunch", "Fri 20 Nov")],
        "You learned from them": [("Pins", "Sat 21 Nov")],
        "Stories with them": [("We walked.", "Thu 19 Nov")],
        "Invitations and promises": [("Walk", "yesterday")],
    } == {title: [cells[:2] for cells in found] for title, found in shown(sections).items()}
    assert ["ana-Rust", "rust", "contact:0", "pin", "told", "walk"] == [section.rows[0].id for section in sections]


def test_someone_of_whom_little_is_known_is_told_in_few_lines() -> None:
    """And what to ask."""
    li = person("li", "Li")
    page = page_of(book_of(li), li, NOW)

    assert ["Li", "", "last spoke not yet, as far as is written here"] == head(page).plain.splitlines()
    assert ["You have not asked yet. a notes what they care about."] == [one.empty for one in page.sections]


def test_the_page_of_the_member_tells_who_you_are() -> None:
    """Name, addresses, place, zone, and what you care about."""
    me = fresh(Member, NOW, id=ME, name="Maya", emails=("m@x.org",), organisation="TU", timezone="Europe/Berlin")
    page = page_of(book_of(me, cares(ME, "Rust")), me, NOW)

    assert ["Maya", "", "mail       m@x.org", "at         TU", "time zone  Europe/Berlin"] == head(
        page
    ).plain.splitlines()
    assert {"You care about": [("Rust", "curious")]} == shown(page.sections)


TEXT = st.text(alphabet=st.sampled_from("ab:,@ \n\r\t\x00é你"), max_size=8)
SOMETIME = st.builds(
    lambda minutes, zone: (NOW - timedelta(minutes=minutes)).astimezone(zone),
    st.integers(0, 20_000_000),
    st.sampled_from([UTC, ZoneInfo("Pacific/Auckland")]),
)
SAID = st.lists(st.builds(Contact, on=SOMETIME, text=TEXT), max_size=4)


def read(blank: Blank, one: Person, line: str) -> Any:
    """Return the field that a blank makes of what it shows of a person, with a line below."""
    words = "\n".join(filter(None, (blank.shows(Book(), one, NOW), line)))
    return blank.reads(Given(Book(), words, NOW, one))[blank.name]


@settings(max_examples=60, deadline=None)
@given(
    said=SAID.map(lambda them: sorted(them, key=lambda one: one.on)),
    ways=st.lists(st.builds(Channel, kind=TEXT, address=TEXT), max_size=4),
)
def test_in_the_form_what_is_not_touched_stays_to_the_letter(said: list[Contact], ways: list[Channel]) -> None:
    """Whatever is in the contacts and channels, beside a line that is new."""
    one = person("ana", "Ana", contacts=tuple(said), channels=tuple(ways))

    assert tuple(said) == read(contacts(), one, "")
    *before, tea = read(contacts(), one, "2026-11-24 tea")
    assert (said, "tea", NOW.date() + DAY) == (before, tea.text, tea.on.astimezone(NOW.tzinfo).date())
    assert tuple(ways) == read(channels(), one, "")
    assert (*ways, Channel(kind="phone", address="+49: 30")) == read(channels(), one, "phone: +49: 30")


def test_twenty_thousand_people_are_shown_at_once() -> None:
    """Each view of them is filled quickly once the book is read."""
    people = tuple(person(f"p{n}", f"Person {n:05}", n % 300, organisation=f"Place {n % 400}") for n in range(20_000))
    book = book_of(*people, *(cares(one.id, f"Subject {n % 900}") for n, one in enumerate(people)))
    for view in (rows.everyone, rows.sharing, rows.by_organisation, rows.due):
        view(book, NOW, everybody)
        began = perf_counter()
        sections = view(book, NOW, everybody)
        taken = perf_counter() - began

        assert sections
        assert taken < 0.5, view.__name__
