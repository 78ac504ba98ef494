"""The sample book: a year that hangs together, whenever it is opened."""

import time
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.practice.demo import demo_book

BERLIN = ZoneInfo("Europe/Berlin")

NOWS = {
    "a Monday morning in November": datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN),
    "a Saturday in summer": datetime(2027, 7, 17, 11, 30, tzinfo=BERLIN),
    "29 February": datetime(2028, 2, 29, 22, 15, tzinfo=BERLIN),
    "a Friday evening after seven": datetime(2026, 1, 30, 19, 20, tzinfo=BERLIN),
    "a Sunday just after midnight": datetime(2026, 8, 9, 0, 5, tzinfo=BERLIN),
    "the night when the clocks change": datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),
    "New Year's Day": datetime(2027, 1, 1, 8, 0, tzinfo=BERLIN),
    "New York": datetime(2026, 4, 15, 21, 0, tzinfo=ZoneInfo("America/New_York")),
    "Kathmandu": datetime(2026, 6, 2, 3, 45, tzinfo=ZoneInfo("Asia/Kathmandu")),
}

LEAST = {
    "people": 42,
    "interests": 80,
    "communities": 6,
    "invitations": 30,
    "commitments": 210,
    "goals": 5,
    "learning": 130,
    "stories": 160,
    "check_ins": 200,
}


@pytest.fixture(params=NOWS.values(), ids=NOWS.keys())
def when(request: pytest.FixtureRequest) -> datetime:
    """Return one of several moments at which the book may be opened."""
    moment: datetime = request.param
    return moment.astimezone(BERLIN)


@pytest.fixture
def book(when: datetime) -> Book:
    """Return the book as it is then."""
    return demo_book(when)


def test_there_is_enough_of_everything(book: Book) -> None:
    """Screens and exports have enough of each kind to show."""
    counts = {name: len(getattr(book, name)) for name in LEAST}

    assert {name: True for name in LEAST} == {name: counts[name] >= least for name, least in LEAST.items()}, counts
