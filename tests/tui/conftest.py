"""What the tests of the screens stand on: a small book by hand, an app that is open on it, what it shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from textual.widgets import Input, TextArea

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community, Stage, Taker
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation, Offer
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.settings.table import Settings
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.app import CopApp
from cop_tui.tui.desk import Desk

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
BERLIN = "Europe/Berlin"


@dataclass(frozen=True)
class Chosen(Settings):
    """Settings, as a member may have chosen them."""


@dataclass
class Opened:
    """An app that is open on a notebook."""

    app: CopApp
    notebook: Notebook
    time: list[datetime]
    """What the app's clock shows; a test may set the one entry."""

    @property
    def book(self) -> Book:
        """The book as it was written."""
        return self.notebook.book

    def shown(self) -> str:
        """Return what the screen shows, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


Open = Callable[..., Opened]


@pytest.fixture(autouse=True)
def steady_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the cursors of text boxes from blinking, so that a picture is the same at any moment."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _: None)
    monkeypatch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda _: None)


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Return what opens an app on a book, or on records."""

    def open_app(
        *records: Record,
        theme: str = "hearth",
        days: int = 7,
        nudges: int = 2,
        start: str = "today",
        keys: Mapping[str, str] | None = None,
        file: Path | None = None,
        welcomed: bool = True,
    ) -> Opened:
        path = tmp_path / "notebook.json"
        notebook = Notebook.open(path, now=NOW)
        notebook.apply(Change(sentence="Began", at=NOW, put=records))
        time = [NOW]
        chosen = Chosen(theme=theme, days=days, nudges=nudges, keys=keys or {}, file=file, welcomed=welcomed)
        desk = Desk(lambda: notebook, lambda: time[0], chosen)
        app = CopApp(desk, start=start)
        app.animation_level = "none"
        return Opened(app, notebook, time)

    return open_app


@pytest.fixture(scope="session")
def day() -> tuple[Record, ...]:
    """Return the records of a small book with something of everything, each with the id that a test knows it by."""
    return (*_people(), *_communities(), *_promises(), *_invitations(), *_pages())


def _at(days: int, hour: int = 18, minute: int = 0) -> datetime:
    return (NOW + timedelta(days=days)).replace(hour=hour, minute=minute)


def _people() -> tuple[Record, ...]:
    me = fresh(Member, NOW, id=ME, name="Maya Okafor", emails=("maya@example.org",))
    known = {"ana": ("Ana Lind", "TU"), "li": ("Li Zhang", "City"), "kofi": ("Kofi Mensah", "")}
    people = [
        fresh(Person, NOW, id=key, name=name, organisation=place, contacts=(Contact(on=_at(-90)),))
        for key, (name, place) in known.items()
    ]
    cares = [fresh(Interest, NOW, id=f"{who}-compilers", who=who, subject="compilers", on=_at(-9)) for who in known]
    return me, *people, *cares


def _communities() -> tuple[Record, ...]:
    rust = fresh(
        Community,
        NOW,
        id="rust",
        name="Rust study group",
        rhythm=7,
        stage=Stage.MATURING,
        people=(Taker(person="ana"), Taker(person="li")),
    )
    quiet = fresh(Community, NOW, id="stories", name="Teaching with stories", rhythm=7, stage=Stage.MATURING)
    return rust, quiet


def _promises() -> tuple[Record, ...]:
    open_ones = (
        fresh(Commitment, NOW, id="circle", what="Compiler circle", community="rust", start=_at(-3), timezone=BERLIN),
        fresh(Commitment, NOW, id="notes", what="Send Ana the notes", start=_at(-2), kind=Promise.DO, timezone=BERLIN),
        fresh(Commitment, NOW, id="tonight", what="Rust evening", community="rust", start=_at(0), timezone=BERLIN),
        fresh(Commitment, NOW, id="lunch", what="Accessibility lunch", start=_at(1, 12, 30), timezone=BERLIN),
    )
    closed = tuple(
        fresh(
            Commitment,
            NOW,
            id=f"closed-{number}",
            what="Rust study group",
            community="rust",
            start=_at(-7 * number - 5),
            timezone=BERLIN,
            outcome=Outcome.MISSED if number % 5 == 4 else Outcome.KEPT,
            closed_on=_at(-7 * number - 5, 20).astimezone(UTC),
        )
        for number in range(10)
    )
    return *open_ones, *closed


def _invitations() -> tuple[Record, ...]:
    return (
        fresh(
            Invitation,
            NOW,
            id="breakfast",
            title="Open data breakfast",
            sender="li",
            start=_at(2, 8, 30),
            timezone=BERLIN,
            place="Town hall",
            note="We read the data about the city's trees.",
        ),
        fresh(Invitation, NOW, id="launch", title="Launch: stories", start=_at(8), timezone=BERLIN),
        fresh(Invitation, NOW, id="reviews", title="Swap reviews?", sender="kofi", kind=Offer.PROPOSAL),
    )


def _pages() -> tuple[Record, ...]:
    body = "Nobody knew why the borrow checker said no, and nobody minded. Li brought dumplings."
    story = fresh(Story, NOW, id="dumplings", body=body, on=_at(-365, 20), community="rust")
    learned = [
        fresh(Learning, NOW, id=f"learned-{n}", text="A thing", on=_at(-n * n), community="rust") for n in range(9)
    ]
    days = [fresh(CheckIn, NOW, id=f"day-{n}", day=_at(-n).date()) for n in range(1, 13)]
    return story, *learned, *days
