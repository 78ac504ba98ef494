"""All communities at one glance."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community
from cop_tui.domain.learning import Learning
from cop_tui.domain.record import fresh
from cop_tui.practice.at_a_glance import Glance, at_a_glance
from cop_tui.practice.cultivation import elements

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def test_no_community_no_glance() -> None:
    """An empty book has none."""
    assert at_a_glance(Book(), NOW) == ()


def test_the_liveliest_come_first_and_then_by_name() -> None:
    """Each with the marks of its elements and a word; what is archived is left out."""
    names = {"b": "bees", "a": "Apples", "quiet": "Quince", "never": "Nuts", "slow": "Sloes", "old": "Oaks"}
    some = [fresh(Community, NOW, id=key, name=name, rhythm=7, archived=key == "old") for key, name in names.items()]
    days = {"b": 3, "a": 5, "slow": 10, "quiet": 90, "old": 1}
    met = [
        fresh(Commitment, NOW, what="x", community=key, start=NOW - timedelta(days=ago), outcome=Outcome.KEPT)
        for key, ago in days.items()
    ]
    learned = fresh(Learning, NOW, text="It buzzes", community="b", on=NOW - timedelta(days=3))
    book = Book().apply(Change(sentence="", at=NOW, put=(*some, *met, learned)))

    glances = at_a_glance(book, NOW)

    words = [(one.name, one.word, one.is_quiet) for one in glances]
    assert words == [
        ("Apples", "lively", False),
        ("bees", "lively", False),
        ("Sloes", "steady", False),
        ("Quince", "quiet", True),
        ("Nuts", "rhythm?", False),
    ]
    focus, people, practice = (one.marks for one in elements(book, book.communities["b"], NOW))
    assert glances[1] == Glance("b", "bees", (focus, people, practice), "lively")
    assert focus > 0
    assert practice > 0
