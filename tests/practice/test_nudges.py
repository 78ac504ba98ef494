"""Small next steps and the commands that do them."""

import shlex
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_tui.cli.commands import SECTIONS
from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.community import Community, Level, Stage, Taker
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Invitation, State, Way
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import Member
from cop_tui.domain.moment import whole_day
from cop_tui.domain.person import Contact, Person
from cop_tui.domain.purpose import Rung
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Cycle, Story, Value
from cop_tui.practice.nudges import Nudge, besides_promises, command, new_sparks, nudges

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = timedelta(days=1)
NOON_IN_NEW_YORK = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("America/New_York"))
ME = fresh(Member, NOW, id="me", name="Maya")
MINE = fresh(Interest, NOW, who="me", subject="knots", on=NOW)
ANA = fresh(Person, NOW, id="ana", name="Ana")
LI = fresh(Person, NOW, id="li", name="Li O'Neill")


def book_of(*records: Record) -> Book:
    """Return a book that holds these records."""
    return Book().apply(Change(sentence="", at=NOW, put=records))


def community(name: str = "Rust", **fields: Any) -> Community:
    """Return a community that meets every week."""
    return fresh(Community, NOW, **{"name": name, "rhythm": 7, **fields})


def steps(*records: Record, limit: int = 50) -> tuple[Nudge, ...]:
    """Return the steps of a member who has begun already."""
    return nudges(book_of(ME, MINE, *records), NOW, limit=limit)


def words(nudge: Nudge) -> list[str]:
    """Return the words of a nudge's command as the shell hands them on."""
    return shlex.split(nudge.command)


def test_besides_promises_stands_what_is_about_none() -> None:
    """Of the first six; those who ask about a yes are told elsewhere."""
    tonight = fresh(Commitment, NOW, what="Circle", start=NOW + timedelta(hours=9))
    quiet = [community(f"Quiet {number}", stage=Stage.MATURING) for number in range(9)]
    told = [fresh(Story, NOW, on=NOW - 60 * DAY, body="x", community=one.id) for one in quiet]
    book = book_of(ME, MINE, tonight, *quiet, *told)
    six = nudges(book, NOW, limit=6)
    assert six[0].about == (tonight.id,)

    assert besides_promises(book, NOW) == six[1:]
    assert len(six) == 6


def test_an_empty_book_is_shown_how_to_begin() -> None:
    """Who you are, a first community, what you care about: one after another as they are done."""
    assert ["Say who you are.", "Add a first community, or one that you wish there were."] == [
        one.text for one in nudges(Book(), NOW)
    ]
    assert ["me", "community", "share"] == [words(one)[1] for one in nudges(Book(), NOW, limit=9)]
    assert ["Share what you care about."] == [one.text for one in nudges(book_of(ME, community()), NOW, limit=9)[1:]]


def test_each_beginning_has_its_reason_and_its_command() -> None:
    """Its example can be typed as it stands, and the app does the same where it has an action for it."""
    assert [
        (
            "Invitations find you by your name and addresses",
            "cop-tui me --name 'Your Name' --email you@example.com",
            "me",
        ),
        ("What you learn and tell gathers around it", "cop-tui community add 'Its name'", ""),
        ("It shows whom you share it with", "cop-tui share 'A subject'", "share"),
    ] == [(one.why, one.command, one.act) for one in nudges(Book(), NOW, limit=9)]


def test_there_are_two_at_most_unless_more_are_asked_for() -> None:
    """None is possible too."""
    assert 2 == len(nudges(Book(), NOW))
    assert () == nudges(Book(), NOW, limit=0)


def test_a_yes_at_its_cut_off_comes_first() -> None:
    """With the command that says so."""
    soon = fresh(Commitment, NOW, id="abcdef1234", what="Rust night", start=NOW + timedelta(hours=9))

    first = steps(community(rhythm=None), soon)[0]

    assert "Still coming to Rust night, Mon 23 Nov 18:00?" == first.text
    assert ["cop-tui", "yes", "abcdef12"] == words(first)
    assert ("yes", (soon.id,)) == (first.act, first.about)
    assert "It begins soon: if you can't, a word now helps whoever hosts" == first.why


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ({"start": NOON_IN_NEW_YORK, "timezone": "America/New_York"}, "Mon 23 Nov 18:00 (12:00 in New York)"),
        ({"start": whole_day(NOW.date() + DAY), "all_day": True}, "Tue 24 Nov"),
    ],
)
def test_a_yes_at_its_cut_off_says_when(fields: dict[str, Any], when: str) -> None:
    """With the hour that its own place has; without one where it is about a day."""
    first = steps(community(), fresh(Commitment, NOW, what="Rust night", **fields))[0]

    assert f"Still coming to Rust night, {when}?" == first.text


def test_a_spark_can_be_proposed() -> None:
    """To all who care, quoted for the shell."""
    cares = [fresh(Interest, NOW, who=who, subject="Rust", on=NOW) for who in ("ana", "li")]

    (one,) = (nudge for nudge in steps(ANA, LI, *cares) if nudge.act == "invite")

    assert ("Ana and Li O'Neill care about Rust.", "No community yet") == (one.text, one.why)
    assert ["invite", "--to", "Ana", "--to", "Li O'Neill", "--proposal", "Learn Rust together"] == words(one)[1:]
    assert ("ana", "li") == one.about


def test_a_spark_is_new_until_it_was_proposed() -> None:
    """By its whole words, whatever stands beside them; a proposal that was withdrawn does not count."""
    cares = [fresh(Interest, NOW, who=who, subject="Go", on=NOW) for who in ("ana", "li")]

    def found(title: str, **fields: Any) -> int:
        sent = fresh(Invitation, NOW, title=title, **{"way": Way.SENT, **fields})
        return len(new_sparks(book_of(ANA, LI, *cares, sent), NOW))

    assert 0 == found("Shall we learn “go”?")
    assert 1 == found("Good morning")
    assert 1 == found("Learn Go together", state=State.WITHDRAWN)
    assert 1 == found("Learn Go together", way=Way.RECEIVED)


def test_someone_to_be_in_touch_with_is_named() -> None:
    """With the command that notes it; a name may begin with a dash."""
    person = fresh(Person, NOW, name="-Bo", reconnect_every=7, contacts=(Contact(on=NOW - 9 * DAY),))

    (one,) = (nudge for nudge in steps(person, community()) if nudge.act == "contact")

    assert ("It is a good time to be in touch with -Bo.", (person.id,)) == (one.text, one.about)
    assert ["cop-tui", "contact", "--", "-Bo"] == words(one)
    assert "You last spoke a week ago; you like to be in touch every week" == one.why


def test_a_quiet_community_is_offered_a_date() -> None:
    """To those nearest to its core; to nobody who is not in the book."""
    names = ("Cy", "Di", "Ed", "Flo")
    people = [fresh(Person, NOW, id=name, name=name) for name in names]
    takers = [Taker(person=name) for name in (*names, "gone")] + [Taker(person="ana", level=Level.CORE)]
    quiet = community(people=tuple(takers))
    story = fresh(Story, NOW, on=NOW - 30 * DAY, community=quiet.id)

    (one,) = (nudge for nudge in steps(ANA, *people, quiet, story) if "quiet" in nudge.text)

    assert "Rust has gone quiet. You could offer a date." == one.text
    assert ["invite", "--to", "Ana", "--to", "Cy", "--to", "Di", "-c", "Rust"] == words(one)[1:-1]
    assert "Rust: shall we meet again?" == words(one)[-1]
    assert ("invite", (quiet.id,)) == (one.act, one.about)


def test_where_nobody_is_known_the_step_is_a_promise_to_oneself() -> None:
    """An invitation needs somebody to go to."""
    quiet = community()
    story = fresh(Story, NOW, on=NOW - 30 * DAY, community=quiet.id)

    (one,) = (nudge for nudge in steps(quiet, story) if "quiet" in nudge.text)

    assert ["cop-tui", "yes", "-c", "Rust", "Find someone to meet in Rust"] == words(one)


def test_a_community_is_called_by_its_id_where_its_name_is_not_enough() -> None:
    """Another community has the same words in its name."""
    rust = community(id="0123456789", rhythm=None)
    longer = community("The other Rust", rhythm=None)

    found = {nudge.about: words(nudge)[-2] for nudge in steps(rust, longer) if nudge.act == "rhythm"}

    assert {(rust.id,): "01234567", (longer.id,): "The other Rust"} == found


def test_entries_come_back() -> None:
    """Learning climbs a rung while there is one, else what came of it is told; so it is with a value story."""
    on = NOW - 40 * DAY
    cycle = Cycle(cycle=Value.IMMEDIATE, text="x", on=on)
    learned = fresh(Learning, NOW, id="aaaaaaaaaa", text="Tie a bowline", on=on)
    at_the_top = fresh(Learning, NOW, text="Tie a reef", on=on, rung=Rung.REACHED)
    titled = fresh(Story, NOW, title="Knots", on=on, cycles=(cycle,))
    untitled = fresh(Story, NOW, body="# A rope\n\nand more", on=on, cycles=(cycle,))

    found = {nudge.about[0]: nudge for nudge in steps(learned, at_the_top, titled, untitled, community())}

    assert "You learned “Tie a bowline”." == found[learned.id].text
    assert ["climb", "aaaaaaaa"] == words(found[learned.id])[1:]
    assert ["tell", "--title", "What came of “Tie a reef”"] == words(found[at_the_top.id])[1:]
    assert ["You told “Knots”.", "You told “A rope”."] == [found[one.id].text for one in (titled, untitled)]
    assert ["learn", "learn", "tell", "tell"] == [found[one.id].act for one in (learned, at_the_top, titled, untitled)]


@pytest.mark.parametrize(
    ("stage", "act"),
    [
        (Stage.POTENTIAL, "invite"),
        (Stage.COALESCING, "invite"),
        (Stage.MATURING, "tell"),
        (Stage.STEWARDSHIP, "invite"),
        (Stage.TRANSFORMATION, "tell"),
    ],
)
def test_every_stage_has_its_small_step(stage: Stage, act: str) -> None:
    """With the community's name as it is."""
    (one,) = steps(community("Rust {x} [b]", stage=stage))

    assert act == one.act
    assert "Rust {x} [b]" in one.text
    assert "Rust {x} [b]" in words(one)


@pytest.mark.parametrize(
    ("stage", "typed"),
    [
        (Stage.POTENTIAL, "cop-tui invite --to Ana -c Rust 'Rust: what would you want of it?'"),
        (Stage.COALESCING, "cop-tui invite --to Ana -c Rust 'Rust: a small gathering'"),
        (Stage.MATURING, "cop-tui tell --title 'What works in Rust' -c Rust"),
        (Stage.STEWARDSHIP, "cop-tui invite --to Ana -c Rust 'Rust: come and see'"),
        (Stage.TRANSFORMATION, "cop-tui tell --title 'The story of Rust' -c Rust"),
    ],
)
def test_the_step_of_a_stage_is_one_command(stage: Stage, typed: str) -> None:
    """To the people of the community, or about it, under a title that can stay."""
    rust = community(stage=stage, people=(Taker(person=ANA.id),))

    (one,) = steps(ANA, rust)

    assert (typed, (rust.id,)) == (one.command, one.about)


def test_a_community_without_rhythm_is_asked_for_one() -> None:
    """An archived one is left alone."""
    asked = community(rhythm=None)

    found = [nudge for nudge in steps(asked, community("Over", rhythm=None, archived=True)) if nudge.act == "rhythm"]

    assert [("How often does Rust meet?", (asked.id,))] == [(one.text, one.about) for one in found]
    assert ["cop-tui community rhythm Rust 30"] == [one.command for one in found]


def test_the_kinds_take_turns_by_the_day() -> None:
    """What comes first today comes later tomorrow; within a day it stays."""
    book = book_of(ME, MINE, community(rhythm=None))

    first = [nudges(book, NOW + number * DAY, limit=1)[0].act for number in range(4)]

    assert first[0] != first[1]
    assert first[:2] == first[2:]
    assert nudges(book, NOW) == nudges(book, NOW.replace(hour=23))


COMMANDS = {name for section in SECTIONS.values() for name in section}
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


@given(NAMES, NAMES)
def test_any_name_comes_through_the_shell_as_it_is(one: str, other: str) -> None:
    """Quotes, dashes, blanks and brackets are the member's."""
    assert ["cop-tui", "contact", "--on", one] == shlex.split(command("contact", "--on", one))
    assert other == shlex.split(command("contact", texts=(other,)))[-1]


@given(st.sampled_from(Stage), NAMES, st.none() | st.integers(-3, 90), st.lists(st.integers(0, 120), max_size=4))
def test_every_nudge_has_all_it_needs(stage: Stage, name: str, rhythm: int | None, ages: list[int]) -> None:
    """A sentence, a reason, a command of ours, and only records of the book."""
    group = community(name, stage=stage, rhythm=rhythm)
    entries = [fresh(Learning, NOW, text=name, on=NOW - age * DAY, community=group.id) for age in ages]
    book = book_of(group, *entries)

    for nudge in nudges(book, NOW, limit=50):
        assert nudge.text.endswith((".", "?"))
        assert nudge.why
        assert "!" not in nudge.why
        assert "cop-tui" == words(nudge)[0]
        assert words(nudge)[1] in COMMANDS
        assert all(book.find(record) for record in nudge.about)
