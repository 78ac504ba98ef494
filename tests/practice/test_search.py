"""Search over everything that the member keeps."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import CheckIn, Step, StepDone
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Place, Taker, Tick
from cop_tui.domain.goal import Goal
from cop_tui.domain.gone import Gone
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation, Recipient
from cop_tui.domain.learning import FollowUp, Learning
from cop_tui.domain.member import Member
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Channel, Contact, Person
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Cycle, Story, Value
from cop_tui.practice.search import search
from cop_tui.practice.words import cells

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
ANA = fresh(
    Person,
    NOW,
    id="ana",
    name="Ana Silva",
    emails=("ana@example.org",),
    organisation="Lindenwerk",
    channels=(Channel(kind="chat", address="@anas"),),
    note="plays the cello",
    contacts=(Contact(on=NOW, text="over dumplings"),),
)
RUST = fresh(
    Community,
    NOW,
    id="rust",
    name="Rust study group",
    subject="compilers",
    why="The kitchen",
    organisations=("Library",),
    people=(Taker(person="ana", part="convenes"),),
    places=(Place(kind="room", text="Back room"),),
    phases=(Tick(checklist="early-conversations", item="gain", note="Perhaps the city"),),
    occasions=(Tick(checklist="joining", item="why", note="The ladle"),),
)
TICK = Tick(checklist="after-gathering", item="take-away", note="A recipe")
FOLLOW_UP = FollowUp(on=NOW, text="Used it twice")
BOOK = Book().apply(
    Change(
        sentence="",
        at=NOW,
        put=(
            fresh(Member, NOW, name="Maya"),
            ANA,
            RUST,
            fresh(Interest, NOW, who="ana", subject="Gardens", note="roses mostly", aliases=("plots",), on=NOW),
            fresh(
                Invitation,
                NOW,
                title="Data breakfast",
                note="bring eggs",
                place="Harbour",
                link="https://example.org/x",
                community="rust",
                sender="ana",
                recipients=(Recipient(person="nobody"),),
                start=NOW,
                timezone="Europe/Berlin",
            ),
            fresh(
                Commitment,
                NOW,
                what="Water the plants",
                reflection="They live",
                occasions=(TICK,),
                start=whole_day(date(2026, 11, 27)),
                all_day=True,
            ),
            fresh(Goal, NOW, text="Give a talk", why="to be less shy", by=date(2027, 1, 1)),
            fresh(Learning, NOW, text="Ask early", on=NOW, links=("https://example.org/ask",), people=("ana", "x")),
            fresh(
                Story,
                NOW,
                title="Nobody minded",
                body="Nobody knew why\nthe borrow checker said no.",
                on=NOW,
                tags=("fun",),
                cycles=(Cycle(cycle=Value.APPLIED, text="In the shed", on=NOW),),
                follow_ups=(FOLLOW_UP,),
            ),
            fresh(
                CheckIn,
                NOW,
                day=date(2026, 11, 23),
                note="Late",
                steps=(StepDone(step=Step.ASK, did=("Asked Li about boats",)),),
            ),
            fresh(Gone, NOW, kind="people", on=NOW),
        ),
    )
)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("lindenwerk", ["people"]),
        ("ANA@EXAMPLE.ORG", ["people"]),
        ("@anas", ["people"]),
        ("cello", ["people"]),
        ("dumplings", ["people"]),
        ("kitchen", ["communities"]),
        ("compilers library convenes", ["communities"]),
        ("back room city ladle", ["communities"]),
        ("roses plots", ["people", "interests"]),
        ("cello gardens", ["people"]),
        ("eggs harbour", ["invitations"]),
        ("they live recipe", ["commitments"]),
        ("shy", ["goals"]),
        ("example.org/ask", ["learning"]),
        ("borrow checker shed twice", ["stories"]),
        ("fun", ["stories"]),
        ("boats", ["check-ins"]),
        ("late", ["check-ins"]),
        ("minded cello", []),
        ("maya", []),
        ("", []),
        (" - ", []),
    ],
)
def test_every_field_is_found(words: str, kinds: list[str]) -> None:
    """All of the words must be in one record."""
    assert kinds == [hit.kind for hit in search(BOOK, words)]


def test_what_belongs_to_someone_is_found_by_their_name() -> None:
    """Learning from Ana, an invitation of hers, her community, her interest; herself first."""
    found = [hit.kind for hit in search(BOOK, "ana silva")]

    assert {"interests", "people"} == set(found[:2])
    assert {"invitations", "learning", "communities"} == set(found[2:])


def test_a_hit_shows_where_it_is() -> None:
    """A line from around the first word that is not in the title."""
    (hit,) = search(BOOK, "nobody borrow")

    assert ("stories", "Nobody minded", date(2026, 11, 23)) == (hit.kind, hit.title, hit.on)
    assert "Nobody knew why the borrow checker said no." == hit.excerpt


def test_an_excerpt_begins_near_the_word() -> None:
    """A long text is not shown from its beginning."""
    story = fresh(Story, NOW, title="Long", body="word " * 500 + "needle " + "more " * 500, on=NOW)
    (hit,) = search(Book().apply(Change(sentence="", at=NOW, put=(story,))), "needle")

    assert hit.excerpt.startswith("…word word word word word word needle more")
    assert cells(hit.excerpt) <= 100


def test_an_excerpt_of_short_words_says_that_it_goes_on() -> None:
    """However many of them stand on a line."""
    story = fresh(Story, NOW, title="Short", body="needle " + "a " * 500, on=NOW)
    (hit,) = search(Book().apply(Change(sentence="", at=NOW, put=(story,))), "needle")

    assert hit.excerpt.endswith(" a…")


def test_a_word_across_blanks_is_found() -> None:
    """Where folding joins what the text has apart, the excerpt begins at the beginning."""
    story = fresh(Story, NOW, title="A", body="one e\u0301\u00a0two", on=NOW)
    (hit,) = search(Book().apply(Change(sentence="", at=NOW, put=(story,))), "é two")

    assert "one é two" == hit.excerpt.replace("e\u0301", "é")


def test_a_hit_in_the_title_needs_no_excerpt() -> None:
    """And comes before those in texts, the newer before the older."""
    days = [(NOW - timedelta(days=day), title) for day, title in enumerate(["x", "needle old", "needle older", "y"])]
    stories = tuple(fresh(Story, NOW, title=title, body="needle", on=on) for on, title in days)
    hits = search(Book().apply(Change(sentence="", at=NOW, put=stories)), "needle")

    assert [("needle old", ""), ("needle older", ""), ("x", "needle"), ("y", "needle")] == [
        (hit.title, hit.excerpt) for hit in hits
    ]


def test_a_community_comes_before_the_gatherings_that_bear_its_name() -> None:
    """However many of them are still to come, and newer than it."""
    ahead = (fresh(Commitment, NOW, what="Rust study group", start=NOW + timedelta(weeks=week)) for week in range(9))
    book = Book().apply(Change(sentence="", at=NOW, put=(*ahead, RUST)))

    assert "communities" == search(book, "rust")[0].kind


def test_hits_are_bounded() -> None:
    """The first ones are enough."""
    book = Book().apply(Change(sentence="", at=NOW, put=tuple(fresh(Goal, NOW, text="same") for _ in range(9))))

    assert 4 == len(search(book, "same", limit=4))


def test_two_hundred_hits_are_shown_where_nothing_else_is_said() -> None:
    """Nobody reads more."""
    book = Book().apply(Change(sentence="", at=NOW, put=tuple(fresh(Goal, NOW, text="same") for _ in range(210))))

    assert 200 == len(search(book, "same"))


LETTERS = st.text(st.characters(codec="latin-1", categories=["L", "N"]), min_size=1, max_size=12)


@given(st.lists(LETTERS, min_size=1, max_size=5), st.booleans(), st.data())
def test_every_word_of_a_title_is_found(said: list[str], loud: bool, data: st.DataObject) -> None:
    """In any case and from any part of it."""
    goal: Record = fresh(Goal, NOW, text=" ".join(said))
    book = Book().apply(Change(sentence="", at=NOW, put=(goal,)))
    word = data.draw(st.sampled_from(said))

    assert [goal.id] == [hit.id for hit in search(book, word.upper() if loud else word.lower())]


@given(st.text(st.characters()), st.text(st.characters()))
def test_any_words_can_be_looked_for(words: str, body: str) -> None:
    """In any text."""
    story: Record = fresh(Story, NOW, body=body, on=NOW)
    for hit in search(Book().apply(Change(sentence="", at=NOW, put=(story,))), words):
        assert hit.id == story.id
