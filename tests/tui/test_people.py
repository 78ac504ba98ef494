"""People: the place's whole job with keys alone, and with the mouse."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Level, Taker
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME
from cop_tui.domain.person import Channel, Contact, Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.tui import clipboard
from cop_tui.tui.pages.person import told
from cop_tui.tui.screens.people import PeopleScreen
from cop_tui.tui.screens.people_rows import by_organisation, everyone, in_touch
from cop_tui.tui.screens.record import RecordScreen
from cop_tui.tui.widgets.views import Views

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
NARROW, NORMAL = (80, 24), (120, 36)

Records = tuple[Record, ...]


def ago(days: int) -> datetime:
    """Return the moment so many days ago."""
    return NOW - timedelta(days=days)


@pytest.fixture
def known() -> Records:
    """Return people of whom one is due, one soon; Ana is there twice, once with what one has to do with her."""
    return (
        fresh(
            Person,
            NOW,
            id="ana",
            name="Ana Lind",
            organisation="TU",
            emails=("ana@example.org", "lind@example.org"),
            channels=(Channel(kind="phone", address="+49 30 1234"), Channel(kind="chat", address="@ana")),
            note="Brings tea.",
            contacts=(Contact(on=ago(40), text="over lunch"), Contact(on=ago(20), text="by phone")),
        ),
        fresh(Person, NOW, id="twin", name="A. Lind", emails=("ANA@example.org",), contacts=(Contact(on=ago(3)),)),
        fresh(
            Person,
            NOW,
            id="li",
            name="Li Zhang",
            organisation="TU",
            reconnect_every=30,
            contacts=(Contact(on=ago(50)),),
        ),
        fresh(Person, NOW, id="kofi", name="Kofi Mensah", reconnect_every=30, contacts=(Contact(on=ago(26)),)),
        fresh(
            Community,
            NOW,
            id="rust",
            name="Rust study group",
            people=(Taker(person="ana", level=Level.CORE, part="hosts"),),
        ),
        fresh(
            Interest, NOW, id="ana-rust", who="ana", subject="Rust", on=ago(60), note="lifetimes", depth=Depth.CAN_HELP
        ),
        fresh(Interest, NOW, id="my-rust", who=ME, subject="rust", on=ago(60)),
        fresh(Interest, NOW, id="twin-chess", who="twin", subject="Chess", on=ago(60)),
        fresh(Learning, NOW, id="loan", text="A borrow is a loan", on=ago(30), people=("ana",)),
        fresh(Story, NOW, id="rain", title="The rain", on=ago(31), people=("twin",)),
        fresh(Invitation, NOW, id="walk", title="A walk", sender="ana", start=ago(-3)),
    )


async def go(pilot: Pilot[Any], *keys: str) -> PeopleScreen:
    """Go to the place, press more keys there, and return it."""
    await pilot.press("6", *keys)
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, PeopleScreen)
    return screen


def mark(screen: PeopleScreen, row_id: str) -> None:
    """Move the highlight to a row."""
    index = screen.rows.page.index(row_id)
    assert index is not None, row_id
    screen.rows.cursor = index


def marked(screen: PeopleScreen) -> str:
    """Return the id of the highlighted row."""
    assert screen.rows.row is not None
    return screen.rows.row.id


async def test_its_whole_job_with_keys_alone(opened: Any, known: Records) -> None:
    """Be in touch with who is due, say how often, ask, merge two who are one, remove, and take it back."""
    place = opened(*known)
    async with place.app.run_test(size=NORMAL) as pilot:
        screen = await go(pilot, "v")
        assert "in touch 1" in place.shown()
        assert "li" == marked(screen)
        await pilot.press("b", "tab", *"a letter", "enter")
        await pilot.pause()
        assert "a letter" == place.book.people["li"].contacts[-1].text
        assert "Good to be in touch again" not in place.shown()

        await pilot.press("V")
        mark(screen, "ana")
        await pilot.press("h", *"14", "enter")
        await pilot.pause()
        assert 14 == place.book.people["ana"].reconnect_every

        await pilot.press("a", "tab", *"Bread", "enter")
        await pilot.pause()
        assert ["Bread", "Rust"] == sorted(one.subject for one in place.book.interests_by_person["ana"])

        await pilot.press("M")
        await pilot.pause()
        assert "A. Lind" == place.app.screen.query_one("#other", Input).value
        await pilot.press("enter")
        await pilot.pause()
        assert "twin" not in place.book.people
        assert ("ana",) == place.book.stories["rain"].people
        assert "Also known as A. Lind" in place.book.people["ana"].note

        await pilot.press("D")
        await pilot.pause()
        assert {"li", "kofi"} == set(place.book.people)
        assert (["my-rust"], (), None) == (
            list(place.book.interests),
            place.book.communities["rust"].people,
            place.book.invitations["walk"].sender,
        )
        await pilot.press("u", "u")
        await pilot.pause()
        assert {"ana", "twin", "li", "kofi"} == set(place.book.people)
        assert "ana" == place.book.invitations["walk"].sender


async def test_someone_new_is_noted_and_invited(opened: Any) -> None:
    """The place says how to begin; the invitation knows whom it is to."""
    place = opened()
    async with place.app.run_test(size=NARROW) as pilot:
        await go(pilot)
        assert "n notes someone" in place.shown()
        await pilot.press("n", *"Ada Byron", "enter")
        await pilot.pause()
        await pilot.press("i")
        await pilot.pause()
        assert "Ada Byron" == place.app.screen.query_one("#people", Input).value
        await pilot.press("escape", "v")
        await pilot.pause()
        assert "Nobody is due. h says how often" in place.shown()
        await pilot.press("v")
        await pilot.pause()
        assert "Belonging nowhere that you noted" in place.shown()


async def test_the_page_leads_on_and_the_mouse_works(opened: Any, known: Records) -> None:
    """A click marks, a second one opens the page; a row of it opens the interest, a contact the form."""
    place = opened(*known)
    async with place.app.run_test(size=NORMAL) as pilot:
        screen = await go(pilot)
        views = screen.query_one(Views)
        await pilot.click(views, offset=("all   in touch 1   by".index("by"), 0))
        await pilot.pause()
        assert place.shown().index("TU") < place.shown().index("Belonging nowhere")
        await pilot.click(screen.rows, offset=(5, 1), times=2)
        await pilot.pause()
        assert isinstance(place.app.screen, RecordScreen)
        assert "over lunch" in place.shown()
        await pilot.press("enter")
        await pilot.pause()
        assert "lifetimes" in place.shown()


async def test_the_first_address_is_copied(opened: Any, known: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the letter; of someone without one the key does nothing."""
    copied: list[tuple[str, str]] = []
    monkeypatch.setattr(clipboard, "copy", lambda _app, words, what: copied.append((words, what)))
    place = opened(*known)
    async with place.app.run_test(size=NORMAL) as pilot:
        screen = await go(pilot)
        mark(screen, "kofi")
        await pilot.press("at")
        mark(screen, "ana")
        await pilot.press("at")
        await pilot.pause()

    assert [("ana@example.org", "the address of Ana Lind")] == copied


async def test_the_filter_finds_people_by_what_they_care_about(opened: Any, known: Records) -> None:
    """And by their communities."""
    place = opened(*known)
    async with place.app.run_test(size=NORMAL) as pilot:
        screen = await go(pilot, "f", *"chess", "enter")
        assert [1, "twin"] == [screen.rows.page.rows, marked(screen)]
        await pilot.press("escape", "f", *"+Rust study group", "enter")
        await pilot.pause()
        assert [1, "ana"] == [screen.rows.page.rows, marked(screen)]


def test_a_page_tells_all_about_a_person(known: Records) -> None:
    """How to reach them, when last and why due, what is shared, and every record around them as a row."""
    book = Book().apply(Change(sentence="", at=NOW, put=known))
    page = told(book, book.people["ana"], NOW)
    facts = [words for _, words in page.facts]

    assert "ana@example.org, lind@example.org" in facts
    assert ["phone: +49 30 1234", "chat: @ana"] == facts[2:4]
    assert "2 weeks ago, Tue 3 Nov" in facts
    assert "Rust" in facts
    assert [
        ("Cares about", ["ana-rust"]),
        ("Takes part in", ["rust"]),
        ("In touch", ["contact:0", "contact:1"]),
        ("You learned from them", ["loan"]),
        ("Invitations and promises", ["walk"]),
    ] == [(section.title, [row.id for row in section.rows]) for section in page.sections]
    assert ["by phone", "over lunch"] == [row.cells[0] for row in page.sections[2].rows]
    li = dict(told(book, book.people["li"], NOW).facts)
    assert ("to be in touch every 30 days", "since Tue 3 Nov") == (li["wish"], li["due"])


def test_views_put_people_in_order(known: Records) -> None:
    """By name; by when they are due; by the organisation with most people, none last."""
    book = Book().apply(Change(sentence="", at=NOW, put=known))

    def ids(sections: Any) -> list[tuple[str, list[str]]]:
        return [(section.title, [row.id for row in section.rows]) for section in sections]

    assert [("People you know", ["twin", "ana", "kofi", "li"])] == ids(everyone(book, NOW, lambda _: True))
    touch = in_touch(book, NOW, lambda _: True)
    assert [("Good to be in touch again", ["li"]), ("Within seven days", ["kofi"])] == ids(touch)
    assert ("Li Zhang", "for 2 weeks", "7 weeks ago", "every 30 days") == touch[0].rows[0].cells
    assert ["TU", "Belonging nowhere that you noted"] == [
        one for one, _ in ids(by_organisation(book, NOW, lambda _: True))
    ]
