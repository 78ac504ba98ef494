"""The sample book: a year that hangs together, whenever it is opened."""

import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import DayKind
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Element, Level, Stage
from cop_tui.domain.goal import Pursuit
from cop_tui.domain.interest import Depth
from cop_tui.domain.invitation import Answer, Invitation, Offer, State, Way
from cop_tui.domain.member import ME
from cop_tui.domain.moment import in_zone
from cop_tui.domain.purpose import RUNGS, Purpose, Rung
from cop_tui.domain.record import Record, derived_id
from cop_tui.domain.story import Value
from cop_tui.practice.agenda import agenda
from cop_tui.practice.cultivation import Beat, pulse
from cop_tui.practice.demo import demo_book
from cop_tui.practice.demo.told import entries
from cop_tui.practice.discovery import sparks
from cop_tui.practice.field import CHECKLISTS
from cop_tui.practice.gatherings import HORIZON
from cop_tui.practice.on_this_day import on_this_day
from cop_tui.practice.rhythm import rhythm
from cop_tui.practice.say_yes import top_up
from cop_tui.practice.series import occurrences

BERLIN = ZoneInfo("Europe/Berlin")

NOVEMBER = datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN)

NOWS = {
    "a Monday morning in November": NOVEMBER,
    "a Saturday in summer": datetime(2027, 7, 17, 11, 30, tzinfo=BERLIN),
    "29 February": datetime(2028, 2, 29, 22, 15, tzinfo=BERLIN),
    "a Friday evening after seven": datetime(2026, 1, 30, 19, 20, tzinfo=BERLIN),
    "a Sunday just after midnight": datetime(2026, 8, 9, 0, 5, tzinfo=BERLIN),
    "the night when the clocks change": datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),
    "New Year's Day": datetime(2027, 1, 1, 8, 0, tzinfo=BERLIN),
    "a Wednesday in the middle of a gathering": datetime(2026, 12, 2, 18, 45, tzinfo=BERLIN),
    "a Thursday at noon": datetime(2026, 4, 16, 12, 0, tzinfo=BERLIN),
    "New York": datetime(2026, 4, 15, 21, 0, tzinfo=ZoneInfo("America/New_York")),
    "Kathmandu": datetime(2026, 6, 2, 3, 45, tzinfo=ZoneInfo("Asia/Kathmandu")),
}

BOOKS = {name: demo_book(now) for name, now in NOWS.items()}

LEAST = {
    "member": 1,
    "people": 42,
    "interests": 80,
    "communities": 6,
    "invitations": 40,
    "commitments": 210,
    "goals": 5,
    "learning": 130,
    "stories": 160,
    "check_ins": 200,
}

KITCHEN = "Nobody knew why the borrow checker said no, and nobody minded. Li brought dumplings."


@pytest.fixture(params=list(NOWS))
def name(request: pytest.FixtureRequest) -> str:
    """Return the name of one of several moments at which the book may be opened."""
    return str(request.param)


@pytest.fixture
def when(name: str) -> datetime:
    """Return that moment on the member's own clock."""
    return NOWS[name].astimezone(BERLIN)


@pytest.fixture
def book(name: str) -> Book:
    """Return the book as it is then."""
    return BOOKS[name]


def _plain(book: Book) -> bytes:
    return msgspec.json.encode([(record.table, record) for record in book.records()])


def _called(book: Book, title: str) -> str:
    return next(one.id for one in book.communities.values() if one.name == title)


def _moments(value: object) -> Iterator[datetime]:
    """Go through every moment that a record and its parts tell of."""
    if isinstance(value, datetime):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _moments(getattr(value, field))
    elif isinstance(value, tuple):
        for one in value:
            yield from _moments(one)


def test_there_is_enough_of_everything(book: Book) -> None:
    """Screens and exports have enough of each kind to show."""
    counts = {table: len(getattr(book, table)) for table in LEAST}

    assert {table: max(count, LEAST[table]) for table, count in counts.items()} == counts


def test_the_same_moment_gives_the_same_book(name: str) -> None:
    """Pictures and tests that rest on the book come out the same twice."""
    assert _plain(BOOKS[name]) == _plain(demo_book(NOWS[name]))


def test_the_same_moment_in_another_zone_gives_the_same_book() -> None:
    """The member lives in Berlin, wherever the program runs."""
    there = NOVEMBER.astimezone(ZoneInfo("Pacific/Auckland"))

    assert _plain(demo_book(NOVEMBER)) == _plain(demo_book(there))


def test_it_takes_well_under_a_second() -> None:
    """Opening the demo is as quick as opening a notebook."""
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        demo_book(NOVEMBER)
        taken.append(time.perf_counter() - begun)

    assert min(taken) < 0.5


def test_ids_are_used_once(book: Book) -> None:
    """No two records of whatever kind have one id, and each stands under its own."""
    ids = [record.id for record in book.records()]

    assert len(ids) == len(set(ids))
    assert all(book.find(record.id) is record for record in book.records())


def test_every_reference_leads_somewhere(book: Book) -> None:
    """What a record points to is in the book."""
    for interest in book.interests.values():
        assert interest.who == ME or interest.who in book.people
    for community in book.communities.values():
        assert {taker.person for taker in community.people} <= book.people.keys()
    for table in (book.invitations, book.commitments, book.learning, book.stories):
        places = {getattr(record, "community", None) for record in table.values()}
        assert places - {None} <= book.communities.keys()
    for invitation in book.invitations.values():
        assert {one.person for one in invitation.recipients} <= book.people.keys()
        assert (invitation.sender in book.people) is (invitation.way is Way.RECEIVED)
    for commitment in book.commitments.values():
        assert commitment.invitation is None or commitment.invitation in book.invitations
    told = [(one.people, one.commitment) for one in book.learning.values()]
    told += [(one.people, one.commitment) for one in book.stories.values()]
    for people, gathering in told:
        assert set(people) <= book.people.keys()
        assert gathering is None or gathering in book.commitments
    assert {entry.goal for entry in book.learning.values()} - {None} == set(book.goals)


def test_every_record_can_be_written_and_read_again(book: Book) -> None:
    """What the file keeps is what there was."""
    for record in book.records():
        assert msgspec.json.decode(msgspec.json.encode(record), type=type(record)) == record


def test_nothing_is_told_before_it_happened(book: Book, when: datetime) -> None:
    """Only gatherings and due days lie ahead; all that was done or said is in the past."""
    for record in book.records():
        ahead = isinstance(record, Commitment | Invitation)
        told = [getattr(record, field, None) for field in ("closed_on", "answered_on", "stamp", "confirmed_on")]
        moments = [record.created, record.updated, *told] if ahead else list(_moments(record))

        assert record.created <= record.updated
        assert all(moment.tzinfo is not None for moment in _moments(record))
        assert max(moment for moment in moments if moment) <= when


def test_lists_within_records_are_in_their_order(book: Book) -> None:
    """Contacts, climbs, cycles, follow-ups and moves stand oldest first."""
    lists: list[list[datetime]] = [[contact.on for contact in person.contacts] for person in book.people.values()]
    for entry in book.learning.values():
        lists += [[one.on for one in entry.climbs], [one.on for one in entry.follow_ups]]
    for story in book.stories.values():
        lists += [[one.on for one in story.cycles], [one.on for one in story.follow_ups]]
    moves = [[move.on for move in community.stages] for community in book.communities.values()]

    assert all(first <= second for moments in lists for first, second in pairwise(moments))
    assert all(first < second for days in moves for first, second in pairwise(days))


def test_learning_climbed_rung_by_rung(book: Book) -> None:
    """The dated climbs lead from the first rung of the purpose to the one it stands on, without a gap."""
    for entry in book.learning.values():
        climbed = tuple(climb.rung for climb in entry.climbs)

        assert climbed == RUNGS[entry.purpose][: len(climbed)]
        assert entry.rung is climbed[-1]
        assert entry.climbs[0].on == entry.on


def test_communities_stand_where_their_history_ends(book: Book) -> None:
    """The stage is the one of the last move; who left says when."""
    for community in book.communities.values():
        assert community.stage is community.stages[-1].stage
        assert community.archived is (community.left_on is not None)
        assert community.joined_on is not None
        assert community.why
        assert len(community.organisations) > 1


def test_ticks_belong_to_the_field_s_checklists(book: Book) -> None:
    """Every tick names a checklist and a line that there is."""
    lines = {(one.key, item.key) for one in CHECKLISTS.values() for item in one.items}
    ticks = [tick for community in book.communities.values() for tick in (*community.phases, *community.occasions)]
    ticks += [tick for commitment in book.commitments.values() for tick in commitment.occasions]

    assert {(tick.checklist, tick.item) for tick in ticks} <= lines
    assert len(ticks) > 40


def test_a_promise_is_closed_when_something_came_of_it(book: Book, when: datetime) -> None:
    """Open promises have no closing moment; nothing is kept or missed that has not begun."""
    for commitment in book.commitments.values():
        assert (commitment.closed_on is None) is (commitment.outcome is Outcome.OPEN)
        if commitment.outcome in (Outcome.KEPT, Outcome.MISSED) and commitment.start is not None:
            assert commitment.start.date() <= when.date()
        if commitment.end is not None:
            assert commitment.start is not None
            assert commitment.start < commitment.end


def test_a_yes_has_its_promises_and_a_promise_its_yes(book: Book, when: datetime) -> None:
    """Of every invitation answered yes there are the promises that the yes makes, under their derived ids."""
    expected = set()
    for invitation in book.invitations.values():
        if invitation.answer is not Answer.YES or invitation.occurrence is not None:
            continue
        found = occurrences(invitation, invitation.created, when + HORIZON) if invitation.recurrence else ()
        expected |= {derived_id("commitment", invitation.uid, one.original.isoformat()) for one in found}
        if not invitation.recurrence:
            expected.add(derived_id("commitment", invitation.uid, ""))

    assert {one.id for one in book.commitments.values() if one.invitation} == expected


def test_nothing_is_missing_of_the_coming_sixty_days(book: Book, when: datetime) -> None:
    """The series that were said yes to have all their promises already."""
    assert not top_up(book, now=when)


def test_two_promises_wait_for_a_word(book: Book, when: datetime) -> None:
    """Since Friday the reading circle and the notes for Ana are due."""
    due = agenda(book, when).due

    assert ["Compiler reading circle", "Send Ana the notes"] == [one.what for one in due]
    assert [4, 5] == [one.start.weekday() for one in due if one.start]
    assert due[0].start is not None
    assert "18:00" == f"{due[0].start:%H:%M}"


def test_three_invitations_wait_for_an_answer(book: Book, when: datetime) -> None:
    """A breakfast, a launch and a proposal, the soonest first."""
    waiting = {one.title: one for one in agenda(book, when).waiting}
    breakfast, launch, swap = (
        waiting[title] for title in ("Open data breakfast", "Launch: teaching by stories", "Swap code reviews?")
    )

    assert 3 == len(waiting)
    assert breakfast.start is not None
    assert (3, "08:30") == (breakfast.start.weekday(), f"{breakfast.start:%H:%M}")
    assert launch.start is not None
    assert (1, "12:00", "America/New_York") == (launch.start.weekday(), f"{launch.start:%H:%M}", launch.timezone)
    assert (Offer.PROPOSAL, None) == (swap.kind, swap.start)


def test_there_is_something_in_the_next_days_and_one_thing_to_confirm(book: Book, when: datetime) -> None:
    """The week ahead is not empty, and one yes is near enough to be asked about once more."""
    ahead = agenda(book, when)

    assert len(ahead.upcoming) >= 5
    assert "Turn the talk into a page" in [one.what for one in ahead.still_coming]


def test_on_the_sketched_monday_today_looks_as_sketched() -> None:
    """On the tests' own Monday the days are those that the pictures show."""
    book = BOOKS["a Monday morning in November"]
    ahead = agenda(book, NOVEMBER)

    assert ["2026-11-20", "2026-11-21"] == [str(one.start.date()) for one in ahead.due if one.start]
    assert ["2026-11-26", "2026-12-01"] == [str(one.start.date()) for one in ahead.waiting if one.start]
    assert {
        "Accessibility lunch": "2026-11-24",
        "Rust study group": "2026-11-25",
        "Draft the invitation on compilers": "2026-11-27",
    }.items() <= {one.what: str(one.start.date()) for one in ahead.upcoming if one.start}.items()


def test_series_meet_on_their_weekday_at_their_hour(book: Book) -> None:
    """The wall clock of the host's zone counts the whole year, over every change of the clocks."""
    hours = {
        "Rust study group": (2, "18:00", "Europe/Berlin"),
        "Accessibility lunch": (1, "12:30", "Europe/Berlin"),
        "Open data breakfast": (3, "08:30", "Europe/Berlin"),
        "Teaching with stories: core group": (3, "12:00", "America/New_York"),
        "Mapping night: matatu stops": (0, "17:00", "Africa/Nairobi"),
    }
    moved = {one.id for one in book.invitations.values() if one.occurrence}
    found: dict[str, set[tuple[int, str, str]]] = {}
    for one in book.commitments.values():
        if one.start and one.occurrence and one.invitation not in moved:
            start = in_zone(one.start, one.timezone)
            found.setdefault(one.what, set()).add((start.weekday(), f"{start:%H:%M}", one.timezone))

    assert hours.items() <= {what: next(iter(hour)) for what, hour in found.items() if len(hour) == 1}.items()


def test_streak_is_twelve_days_and_today_is_still_free(book: Book, when: datetime) -> None:
    """The member checked in on each of the last twelve days, and not yet today."""
    now = rhythm(book, when)

    assert 12 == now.streak
    assert not now.checked_in_today
    assert now.longest >= 12
    assert len(book.check_ins) == len({one.day for one in book.check_ins.values()})


def test_there_are_skips_and_two_weeks_away_in_summer(book: Book, when: datetime) -> None:
    """Days off are said, and the pause lies in summer, over, with nothing kept in it."""
    kinds = Counter(one.kind for one in book.check_ins.values())
    pause = next(one for one in book.check_ins.values() if one.kind is DayKind.PAUSED)
    assert pause.until is not None
    inside = [one for one in book.commitments.values() if one.start and pause.day <= one.start.date() <= pause.until]

    assert kinds[DayKind.SKIPPED] >= 8
    assert 1 == kinds[DayKind.PAUSED]
    assert timedelta(days=13) == pause.until - pause.day
    assert pause.day.month in (6, 7)
    assert timedelta(days=13) < when.date() - pause.until < timedelta(days=370)
    assert Outcome.KEPT not in {one.outcome for one in inside}
    assert not any(pause.day <= one.on.date() <= pause.until for one in book.stories.values())


def test_compilers_are_the_first_spark(book: Book, when: datetime) -> None:
    """Ana, Li and Kofi care about compilers as the member does, and no community is about it."""
    first = sparks(book, when)[0]

    assert ("Compilers", True) == (first.subject, first.mine)
    assert {"Ana Ferreira", "Li Zhang", "Kofi Mensah"} == {book.people[one].name for one in first.people}


def test_a_year_ago_they_sat_in_the_kitchen(book: Book, when: datetime) -> None:
    """The story of a year ago today is the first one of all."""
    first = min(book.stories.values(), key=lambda story: story.on)

    assert KITCHEN == first.body
    assert first.starred
    if (when.month, when.day) == (2, 29):
        assert date(when.year - 1, 2, 28) == first.on.date()
    else:
        assert first in on_this_day(book, when)


def test_the_breakfast_is_quiet_and_the_study_group_is_not(book: Book, when: datetime) -> None:
    """The communities' pulses differ as their stories do."""
    pulses = {one.name: pulse(book, one, when).word for one in book.communities.values()}

    assert Beat.QUIET is pulses["Open data breakfast"]
    assert Beat.LIVELY is pulses["Rust study group"]
    assert Beat.UNKNOWN is pulses["Keeping old software alive"]


def test_every_choice_of_the_product_is_made_somewhere(book: Book) -> None:
    """Whatever a screen has to show, the book has one of it."""
    seen = {
        Stage: {one.stage for one in book.communities.values()},
        Level: {taker.level for one in book.communities.values() for taker in one.people},
        Purpose: {one.purpose for one in book.learning.values()},
        Rung: {one.rung for one in book.learning.values()},
        Element: {one.element for one in book.stories.values()} - {None},
        Outcome: {one.outcome for one in book.commitments.values()},
        Answer: {one.answer for one in book.invitations.values() if one.way is Way.RECEIVED},
        State: {one.state for one in book.invitations.values()},
        Offer: {one.kind for one in book.invitations.values() if one.way is Way.SENT},
        Pursuit: {one.state for one in book.goals.values()},
        Depth: {one.depth for one in book.interests.values() if one.who == ME},
        DayKind: {one.kind for one in book.check_ins.values()},
        Value: {cycle.cycle for one in book.stories.values() for cycle in one.cycles},
    }
    answers = {each.answer for one in book.invitations.values() for each in one.recipients}

    assert {kind: set(kind) for kind in seen} == seen
    assert set(Answer) == answers


def test_most_promises_are_kept(book: Book) -> None:
    """It is the year of somebody who comes, and who sometimes does not."""
    outcomes = Counter(one.outcome for one in book.commitments.values())

    assert outcomes[Outcome.KEPT] > 130
    assert all(outcomes[kind] >= 8 for kind in (Outcome.MISSED, Outcome.EXCUSED, Outcome.RELEASED))
    assert outcomes[Outcome.KEPT] > 6 * outcomes[Outcome.MISSED]


def test_there_are_series_of_weeks_and_of_months_and_single_moves(book: Book) -> None:
    """Weekly, fortnightly and monthly rules, days left out, and gatherings that the host moved."""
    rules = "\n".join(one.recurrence for one in book.invitations.values())
    moved = [one for one in book.invitations.values() if one.occurrence]

    assert "FREQ=WEEKLY;BYDAY=WE" in rules
    assert "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" in rules
    assert "FREQ=MONTHLY;BYDAY=1TH" in rules
    assert "UNTIL=" in rules
    assert "EXDATE:" in rules
    assert 2 == len(moved)
    assert all(len(book.invitations_by_uid[one.uid]) > 1 for one in moved)


def test_value_stories_go_through_several_cycles(book: Book) -> None:
    """Four threads are followed from the day itself to what it changed."""
    cycles = [len({cycle.cycle for cycle in story.cycles}) for story in book.stories.values() if story.cycles]

    assert 4 == len(cycles)
    assert min(cycles) >= 3


def test_people_come_from_many_places(book: Book) -> None:
    """Twelve organisations, names in several scripts, and addresses that nobody has."""
    names = "".join(person.name for person in book.people.values())
    emails = [address for person in book.people.values() for address in person.emails]

    assert len({person.organisation for person in book.people.values()} - {""}) >= 12
    assert re.search(r"[\u4e00-\u9fff]", names)
    assert re.search(r"[\u0600-\u06ff]", names)
    assert all(re.fullmatch(r"[a-z.]+@([a-z]+\.)?example\.(org|com|net)", address) for address in emails)
    assert all(person.contacts and person.note for person in book.people.values())


def _texts(record: Record) -> str:
    return "\n".join(str(getattr(record, name, "")) for name in ("text", "title", "body", "note", "what", "reflection"))


def test_what_is_told_is_told_once_and_plainly(book: Book) -> None:
    """No story or lesson stands there twice, and nothing of the notation is left in a text."""
    for words in (
        [story.body for story in book.stories.values()],
        [entry.text for entry in book.learning.values()],
    ):
        assert len(words) == len(set(words))
        assert all(words)
    for record in book.records():
        assert not re.search(r"[{}|]|^@ |\b\w+=\w|^[+~] ", _texts(record), re.MULTILINE)


def test_stories_of_a_gathering_are_told_after_it(book: Book) -> None:
    """A story follows its gathering within the day, and in its community where the gathering has one."""
    for story in book.stories.values():
        gathering = book.commitments.get(story.commitment or "")
        if gathering is not None and gathering.start is not None:
            assert timedelta(0) < story.on - gathering.start < timedelta(days=1)
            assert story.community == gathering.community


def test_a_text_in_the_notation_is_read_as_it_is_meant() -> None:
    """Heads go on, paragraphs are joined, lists and blank lines stay, marks are told apart."""
    first, second = entries(
        "@ 12 rust star with=ana,li\n  | A title\nOne line\ngoes on.\n\n- a list\n  of one\n- and two\n"
        "+ applied 3 Used.\n~ 30 Still.\n@ 3 -\nShort."
    )

    assert (("12", "rust", "star"), ("ana", "li"), "A title") == (first.words, first.names("with"), first.title)
    assert "One line goes on.\n\n- a list of one\n- and two" == first.text
    assert [("applied", 3, "Used."), ("", 30, "Still.")] == [(one.word, one.after, one.text) for one in first.marks]
    assert ("", "Short.") == (second.title, second.text)
