"""Ten years of daily use, day by day: everything that must still be true at the end.

The invariants, each a test below: every id is there once and every reference leads somewhere; a series said yes to has
one promise for each of its gatherings, at its hour on its own clock; the outcomes add up; the rhythm is what a naive
reckoning says; the history has its hundred; undo leads back; the file opens again and is what the member saw; JSON
gives it all back; the journal tells every story.
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import process_time
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cop_tui.cli.main import run
from cop_tui.domain.book import KINDS, Book
from cop_tui.domain.change import Change
from cop_tui.domain.check_in import DayKind, Step, StepDone
from cop_tui.domain.commitment import Outcome
from cop_tui.domain.community import Stage
from cop_tui.domain.errors import CopError
from cop_tui.domain.invitation import Answer, Invitation, State, Way
from cop_tui.domain.record import fresh
from cop_tui.exchange import registry
from cop_tui.exchange.json_book import read, write
from cop_tui.practice import check_in, community, goals, invite, learn, people, say_yes, show_up, tell
from cop_tui.practice.ask import ask
from cop_tui.practice.member import set_me
from cop_tui.practice.remove import remove
from cop_tui.practice.rhythm import rhythm
from cop_tui.practice.share import share
from cop_tui.settings.table import Settings
from cop_tui.storage.history import LENGTH
from cop_tui.storage.notebook import Notebook
from cop_tui.tui.app import CopApp
from cop_tui.tui.desk import Desk

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
BEGIN = date(2026, 11, 23)
DAYS = 3653
"""Ten years, with the leap days of 2028, 2032 and 2036 in them."""
LONG = bool(os.environ.get("COP_TUI_LONG"))
"""Whether the life is a full one; it takes a quarter of an hour."""
A_DAY = 30 if LONG else 2
"""How much is done on a day."""
SEEN_EVERY = 30 if LONG else 1800
"""After how many days the member tells something by a command, and something by the keys of the app, on the file."""
WRITTEN_EVERY = 18
"""After how many days what was done goes to the file, as one change: 203 writes of a growing notebook."""
AWAY = range(1500, 1610)
"""A time without the program, longer than the days that a series is promised ahead."""
TRAVELS = range(2000, 2100)
"""A time on another continent, over a change of the clocks here and there."""

SERIES: dict[str, tuple[datetime, str]] = {
    "weekly": (datetime(2026, 11, 26, 18, tzinfo=BERLIN), "RRULE:FREQ=WEEKLY"),
    "at night": (datetime(2026, 11, 29, 2, 30, tzinfo=BERLIN), "RRULE:FREQ=WEEKLY"),
    "third tuesday": (datetime(2026, 12, 15, 9, tzinfo=NEW_YORK), "RRULE:FREQ=MONTHLY;BYDAY=3TU"),
    "leap day": (datetime(2028, 2, 29, 12, tzinfo=BERLIN), "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
}
"""Series that the member says yes to in the first days: their first gathering and their rule."""


class Welcomed(Settings):
    """Settings of a member who knows the app."""


class Life:
    """One member's life with the program; the dice decide what is done, the verbs what comes of it."""

    def __init__(self, path: Path, seed: int) -> None:
        """Begin with an empty notebook."""
        self.dice = random.Random(seed)  # noqa: S311 - for a life, not for secrets
        self.now = self.at(0, 8)
        self.path = path
        self.notebook = Notebook.open(path, now=self.now)
        self.book = Book()
        self.waiting = Change(sentence="Lived", at=self.now)
        self.told: set[str] = set()
        self.count = 0
        self.refused = 0
        self.before: list[Book] = []
        self.deeds: list[Callable[[], Change]] = list(self._deeds())

    def at(self, day: int, hour: int, minute: int = 0) -> datetime:
        """Return a time of a day on the clock of where the member is."""
        zone = NEW_YORK if day in TRAVELS else BERLIN
        return datetime.combine(BEGIN + timedelta(days=day), time(hour, minute), tzinfo=zone)

    def live(self) -> None:
        """Live ten years."""
        self._settle()
        for day in range(DAYS):
            if day in AWAY:
                continue
            self._day(day)
            if day % WRITTEN_EVERY == 0 or day == DAYS - 1:
                self._write()
            if day % SEEN_EVERY == 0:
                self._visit()

    def _settle(self) -> None:
        self.do(lambda: set_me(self.book, now=self.now, name="Sam", timezone="Europe/Berlin"))
        self.do(lambda: community.add_community(self.book, "Bees", now=self.now, rhythm=7))
        for name, (start, rule) in SERIES.items():
            invitation = fresh(
                Invitation, self.now, title=name, start=start, end=start + timedelta(hours=2),
                timezone=str(start.tzinfo), recurrence=rule, uid=name,
            )  # fmt: skip
            self.do(lambda one=invitation: Change(sentence="Was invited", at=self.now, put=(one,)))  # type: ignore[misc]
            self.do(lambda one=invitation: say_yes.say_yes(self.book, one, now=self.now))  # type: ignore[misc]

    def _day(self, day: int) -> None:
        self.now = self.at(day, self.dice.choice((0, 2, 3, 8, 23)), self.dice.choice((0, 30, 59)))
        self.do(lambda: say_yes.top_up(self.book, now=self.now))
        self._close()
        if self.dice.random() < 0.85:
            steps = (StepDone(step=Step.TELL, did=("told",)),)
            self.do(lambda: check_in.check_in(self.book, steps, now=self.now))
        elif self.dice.random() < 0.6:
            self.do(lambda: check_in.skip_day(self.book, now=self.now))
        for _ in range(A_DAY):
            self.now += timedelta(seconds=1)
            self.do(self.dice.choice(self.deeds))

    def _close(self) -> None:
        """Say what came of what is over, but for what is forgotten."""
        for one in [one for one in self.book.commitments.values() if one.outcome is Outcome.OPEN]:
            if one.start is not None and one.start < self.now - timedelta(hours=3) and self.dice.random() < 0.9:
                verb = self.dice.choice((show_up.showed_up, show_up.missed, show_up.excuse, show_up.release))
                self.do(lambda one=one, verb=verb: verb(self.book, one, now=self.now, note="so it went"))  # type: ignore[misc]

    def do(self, deed: Callable[[], Change]) -> None:
        """Do something; what is refused changes nothing."""
        try:
            change = deed()
        except CopError:
            self.refused += 1
            return
        self.count += 1
        self.book = self.book.apply(change)
        self.waiting = self.waiting.then(change, f"Lived until {self.now.date()}")

    def _write(self) -> None:
        self.before.append(self.notebook.book)
        self.notebook.apply(self.waiting)
        self.waiting = Change(sentence="Lived", at=self.now)

    def _visit(self) -> None:
        """Tell a story by a command, as another program that writes to the file, and one by keys in the app."""
        if self.waiting:
            self._write()
        with pytest.MonkeyPatch.context() as shell:
            shell.setenv("COP_TUI_DATA", str(self.path))
            shell.setenv("COP_TUI_CONFIG", str(self.path.with_name("none.toml")))
            shell.setenv("COP_TUI_NOW", self.now.isoformat())
            self._told(lambda title: run(["tell", "--title", title, "By a command."]))
        self.now += timedelta(minutes=1)
        self._told(lambda title: asyncio.run(self._by_keys(title)))
        self.book = self.notebook.book

    def _told(self, tell_it: Callable[[str], int]) -> None:
        self.before.append(self.notebook.book)
        title = f"Visit {len(self.before)} of {self.now:%Y-%m-%d}"
        assert tell_it(title) == 0
        self.notebook.refresh()
        self.told.add(title)
        self.count += 1

    async def _by_keys(self, title: str) -> int:
        """Go through all places and tell a story by its title."""
        app = CopApp(Desk(lambda: self.notebook, lambda: self.now, Welcomed(welcomed=True)))
        app.animation_level = "none"
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.press(*"2345678", "t", "tab", *title, "enter")
            await pilot.pause()
        return app.return_code or 0

    def any_of(self, kind: str) -> Any:
        """Return one of the records of a kind, the later ones rather."""
        found = list(getattr(self.book, kind).values())
        if not found:
            raise CopError("There is none yet")
        return found[-1 - int(self.dice.random() ** 2 * len(found))]

    def _deeds(self) -> Iterator[Callable[[], Change]]:
        yield lambda: ask(self.book, f"Person {self.dice.randrange(60)}", [self._subject()], now=self.now)
        yield lambda: share(self.book, [self._subject()], now=self.now)
        yield lambda: people.in_touch(self.book, self.any_of("people"), "talked", now=self.now)
        yield self._tell
        yield self._tell
        yield lambda: learn.learn(self.book, f"Lesson {self.count}", now=self.now, people=[self.any_of("people")])
        yield lambda: learn.climb(self.book, self.any_of("learning"), now=self.now)
        yield lambda: goals.add_goal(self.book, f"Goal {self.count}", now=self.now)
        yield lambda: goals.reach_goal(self.book, self.any_of("goals"), now=self.now)
        yield lambda: say_yes.promise(self.book, f"Do {self.count}", now=self.now, start=self.now + timedelta(days=3))
        yield lambda: invite.invite(
            self.book, f"Tea {self.count}", [f"Person {self.dice.randrange(60)}"], now=self.now,
            start=self.now + timedelta(days=9), community=self.any_of("communities"),
        )  # fmt: skip
        yield lambda: invite.withdraw(self.book, self._own(), now=self.now)
        yield lambda: show_up.another_day(self.book, self.any_of("commitments"), self.now + timedelta(2), now=self.now)
        yield lambda: show_up.reopen(self.book, self.any_of("commitments"), now=self.now)
        yield lambda: community.move_stage(
            self.book, self.any_of("communities"), self.dice.choice(list(Stage)), now=self.now
        )
        yield lambda: community.add_taker(self.book, self.any_of("communities"), self.any_of("people"), now=self.now)
        yield lambda: check_in.pause(self.book, now=self.now, until=self.now.date() + timedelta(days=4))
        yield lambda: check_in.resume(self.book, now=self.now)
        yield lambda: remove(self.book, self.any_of(self.dice.choice(("people", "learning", "goals"))), now=self.now)

    def _own(self) -> Invitation:
        found: Invitation = self.any_of("invitations")
        if found.way is Way.RECEIVED:
            raise CopError("That is the host's to call off")
        return found

    def _subject(self) -> str:
        return f"subject {self.dice.randrange(40)}"

    def _tell(self) -> Change:
        title = f"Story {self.count} of {self.now:%Y-%m-%d}"
        change = tell.tell(
            self.book, "As it was.", now=self.now, title=title, people=[self.any_of("people")],
            community=self.any_of("communities"),
        )  # fmt: skip
        self.told.add(title)
        return change


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    """Return ten years, lived once for all tests here."""
    life = Life(tmp_path_factory.mktemp("life") / "notebook.json", seed=11)
    life.live()
    return life


pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("ten years")]


def test_much_was_done(life: Life) -> None:
    """The life is one: most of what was tried was done, and of every kind something is there."""
    assert life.count > 0.8 * A_DAY * (DAYS - len(AWAY))
    assert all(life.book.of(kind) for kind in KINDS)
    assert {one.outcome for one in life.book.commitments.values()} == set(Outcome)
    assert {one.kind for one in life.book.check_ins.values()} == set(DayKind)


def test_the_file_opens_again_and_is_what_the_member_saw(life: Life) -> None:
    """Record for record, in another program as here."""
    assert told(life.book) == told(Notebook.open(life.path, now=life.now).book)


def told(book: Book) -> dict[str, dict[str, Any]]:
    """Return every record by its id, as it is written down: a time that no clock shows is equal to none, in Python."""
    return {one.id: msgspec.to_builtins(one) for one in book.records()}


def test_every_id_is_there_once(life: Life) -> None:
    """In all tables together, but for those of the stones for what is gone."""
    ids = Counter(one.id for kind in KINDS if kind.table != "gone" for one in life.book.of(kind).values())

    assert not [one for one, count in ids.items() if count > 1]
    assert not ids.keys() & life.book.gone.keys()


def test_every_reference_leads_somewhere(life: Life) -> None:
    """Whatever names an id names one that is there, though much was removed."""
    names = {"community", "invitation", "commitment", "goal", "sender", "person", "people", "recipients", "who"}
    known = {one.id for kind in KINDS if kind.table != "gone" for one in life.book.of(kind).values()} | {"me"}

    assert not {
        (type(record).table, one)
        for record in life.book.records()
        if record.table != "gone"
        for one in ids_in(msgspec.to_builtins(record), names)
        if one not in known
    }


def ids_in(value: Any, names: set[str], inside: bool = False) -> Iterator[str]:
    """Go through the ids that stand under these names."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from ids_in(one, names, name in names)
    elif isinstance(value, list):
        for one in value:
            yield from ids_in(one, names, inside)
    elif isinstance(value, str) and inside:
        yield value


def naive(name: str, life: Life) -> set[datetime]:
    """Return when a series meets from its first gathering until now, reckoned on its own wall clock day by day."""
    start = SERIES[name][0]
    fits: dict[str, Callable[[date], bool]] = {
        "weekly": lambda day: day.weekday() == start.weekday(),
        "at night": lambda day: day.weekday() == start.weekday(),
        "third tuesday": lambda day: day.weekday() == 1 and 15 <= day.day <= 21,
        "leap day": lambda day: (day.month, day.day) == (2, 29),
    }
    days = (start.date() + timedelta(days=number) for number in range(DAYS + 10))
    moments = (
        datetime.combine(day, start.time(), tzinfo=start.tzinfo).astimezone(UTC) for day in days if fits[name](day)
    )
    return {moment for moment in moments if moment <= life.now}


@pytest.mark.parametrize("name", SERIES)
def test_a_series_has_one_promise_for_each_gathering(life: Life, name: str) -> None:
    """Topped up day by day, over 20 changes of the clocks, a journey and a time without the program."""
    (series,) = (one for one in life.book.invitations.values() if one.uid == name and one.occurrence is None)
    promised = [one for one in life.book.commitments.values() if one.invitation == series.id]
    away = [life.at(day, 12) for day in (AWAY.start - 1, AWAY.stop)]

    found = Counter(one.occurrence for one in promised if one.occurrence is not None)

    expected = naive(name, life)
    assert (series.answer, series.state) == (Answer.YES, State.OPEN)
    assert not [moment for moment, count in found.items() if count > 1]
    assert not {moment for moment in found if moment <= life.now} - expected
    assert not {moment for moment in expected - found.keys() if not away[0] <= moment <= away[1]}
    assert len(expected) < len(found) + 10


def test_the_outcomes_add_up(life: Life) -> None:
    """Kept, missed, excused, released and open are all the promises there are."""
    counted = rhythm(life.book, life.now)
    by_hand = Counter(one.outcome.value for one in life.book.commitments.values())

    assert by_hand == Counter({one.value: getattr(counted, one.value) for one in Outcome})
    assert all((one.closed_on is None) == (one.outcome is Outcome.OPEN) for one in life.book.commitments.values())


def test_the_streak_is_what_a_naive_reckoning_says(life: Life) -> None:
    """Day by day: done counts, spoken for goes on, anything else begins anew."""
    kinds: dict[date, set[DayKind]] = {}
    today = life.now.date()
    for one in life.book.check_ins.values():
        last = min(one.until or today, today) if one.kind is DayKind.PAUSED else one.day
        for number in range(max((last - one.day).days, 0) + 1):
            kinds.setdefault(one.day + timedelta(days=number), set()).add(one.kind)
    streak = longest = 0
    for number in range(DAYS):
        day = BEGIN + timedelta(days=number)
        if day > today or (day == today and not kinds.get(day)):
            break
        streak = streak + (DayKind.DONE in kinds[day]) if kinds.get(day) else 0
        longest = max(longest, streak)

    counted = rhythm(life.book, life.now)

    assert (counted.streak, counted.longest) == (streak, longest)
    assert longest > 20


def test_json_gives_everything_back(life: Life) -> None:
    """Into an empty notebook, record for record."""
    back = read(write(life.book), "book.json", Book(), now=life.now).book

    assert told(life.book) == told(back)


def test_the_journal_tells_every_story(life: Life) -> None:
    """Each title that was given stands in the Markdown, and in the journal for jrnl."""
    for name in ("markdown", "jrnl"):
        journal = registry.writer_of(name)(life.book, now=life.now, since=None, until=None, community=None)

        assert len(life.told) > 0.03 * life.count
        assert not {title for title in life.told if title not in journal}


def test_undo_leads_back_a_hundred_steps(life: Life, tmp_path: Path) -> None:
    """The history has its hundred; each undo leads to the book of the step before, and says what it took back."""
    path = tmp_path / "notebook.json"
    path.write_bytes(life.path.read_bytes())
    notebook = Notebook.open(path, now=life.now)
    assert len(notebook.history()) == LENGTH

    for steps, book in enumerate(reversed(life.before[-LENGTH:]), start=1):
        assert notebook.undo(now=life.now).startswith(("Lived until", "Told"))
        if steps in (1, 2, 50, LENGTH):
            live, then = (
                {one: record for one, record in told(each).items() if one not in each.gone}
                for each in (notebook.book, book)
            )
            assert live == then
    with pytest.raises(CopError):
        notebook.undo(now=life.now)


COMMANDS = (
    "me --name Samuel",
    "invite Tea --to Ana --on tomorrow",
    "learn knots",
    "tell words",
    "yes walk --on tomorrow",
    "showed-up walk",
    "goal add swim",
    "undo",
    "today",
    "today --json",
    "list commitments",
    "list people --csv",
    "search story",
    "sparks",
    "history",
    "doctor",
    "backup make",
    "export markdown",
    "export ics",
    "export json",
)
"""What is done on the day after."""


def test_every_command_still_works_and_soon(
    life: Life, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After ten years the commands do what they did on the first day, each in a second or two; doctor finds nothing."""
    path = tmp_path / "notebook.json"
    path.write_bytes(life.path.read_bytes())
    monkeypatch.setenv("COP_TUI_DATA", str(path))
    monkeypatch.setenv("COP_TUI_NOW", (life.now + timedelta(hours=1)).isoformat())

    for line in COMMANDS:
        begun = process_time()
        assert run(line.split()) == 0, (line, capsys.readouterr().err)
        assert process_time() - begun < 5, line

    capsys.readouterr()
    assert run(["doctor"]) == 0
    assert "nothing to mend" in capsys.readouterr().out
