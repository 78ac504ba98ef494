"""The Notebook against a plain dict: whatever is done, in whichever order, by whichever program."""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cop_tui.domain.change import Change
from cop_tui.domain.errors import NotFound, Refused
from cop_tui.domain.goal import Goal
from cop_tui.domain.person import Person
from cop_tui.domain.record import Record, fresh
from cop_tui.storage.history import LENGTH
from cop_tui.storage.notebook import Notebook

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
IDS = st.sampled_from("abcde")
GOALS = st.sampled_from("xyz")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
Model = dict[str, dict[str, Record]]


class Windows(RuleBasedStateMachine):
    """Two windows on one notebook, and a model of what must be in it."""

    @initialize()
    def open_both(self) -> None:
        """Begin with an empty notebook."""
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "notebook.json"
        self.now = START
        self.model: Model = {"people": {}, "goals": {}}
        self.past: list[tuple[str, Model]] = []
        self.kept: dict[str, Model] = {}
        self.windows = [Notebook.open(self.path, now=self.now) for _ in range(2)]

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @rule(
        which=st.integers(0, 1),
        put=st.dictionaries(IDS, TEXTS, max_size=3),
        goals=st.dictionaries(GOALS, TEXTS, max_size=2),
        take=st.sets(IDS, max_size=2),
        back_up=st.booleans(),
    )
    def change(self, which: int, put: dict[str, str], goals: dict[str, str], take: set[str], *, back_up: bool) -> None:
        """Put some in and take some out, in either window, on what it shows after a refresh."""
        window = self.windows[which]
        window.refresh()
        people: list[Record] = [fresh(Person, self.now, id=one, name=name) for one, name in put.items()]
        pursued: list[Record] = [fresh(Goal, self.now, id=one, text=text) for one, text in goals.items()]
        taken = tuple(window.book.people[one] for one in take - set(put) if one in window.book.people)
        sentence = f"Change {len(self.past)}"
        change = Change(sentence=sentence, at=self.now, put=(*people, *pursued), take=taken)
        window.apply(change, back_up_first=back_up)
        if change:
            self.past.append((sentence, self.model))
            gone = {one.id for one in taken}
            kept = {one: person for one, person in self.model["people"].items() if one not in gone}
            self.model = {
                "people": kept | {one.id: one for one in people},
                "goals": self.model["goals"] | {one.id: one for one in pursued},
            }

    @rule(which=st.integers(0, 1))
    def undo(self, which: int) -> None:
        """Undo in either window, refreshed or not; at most a hundred deep."""
        if not self.past:
            with pytest.raises(Refused):
                self.windows[which].undo(now=self.now)
            return
        sentence, self.model = self.past.pop()
        assert sentence == self.windows[which].undo(now=self.now)

    @rule(which=st.integers(0, 1))
    def open_again(self, which: int) -> None:
        """Close a window and open it anew."""
        self.windows[which] = Notebook.open(self.path, now=self.now)

    @rule(days=st.integers(1, 3))
    def wait(self, days: int) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)

    @precondition(lambda self: self.past)
    @rule(which=st.integers(0, 1))
    def back_up_and_restore(self, which: int) -> None:
        """Going back to where one is changes nothing."""
        name = self.windows[which].back_up(now=self.now).name
        assert not self.windows[which].restore(name, now=self.now)

    @precondition(lambda self: self.past)
    @rule(which=st.integers(0, 1))
    def keep_a_backup(self, which: int) -> None:
        """What is there now may be gone back to later."""
        self.windows[which].refresh()
        self.kept[self.windows[which].back_up(now=self.now).name] = self.model

    @precondition(lambda self: self.kept)
    @rule(which=st.integers(0, 1), dice=st.randoms())
    def go_back(self, which: int, dice: Random) -> None:
        """To any backup that is still kept; that is one step more, and can be undone."""
        window, name = self.windows[which], dice.choice(sorted(self.kept))
        window.refresh()
        try:
            change = window.restore(name, now=self.now)
        except NotFound:
            del self.kept[name]
            return
        assert bool(change) == (self.kept[name] != self.model)
        if change:
            self.past.append((change.sentence, self.model))
            self.model = self.kept[name]

    @rule(which=st.integers(0, 1))
    def start_anew(self, which: int) -> None:
        """A window is closed and another one opened."""
        self.windows[which] = Notebook.open(self.path, now=self.now)

    @precondition(lambda self: self.past)
    @rule()
    def replace_underneath(self) -> None:
        """A sync tool puts another file of the same content in its place."""
        copy = self.folder / "copy"
        shutil.copyfile(self.path, copy)
        copy.replace(self.path)

    @invariant()
    def both_windows_show_the_model(self) -> None:
        """After a refresh, in memory as in the file; who is there is not gone; the history tells all."""
        if not hasattr(self, "windows"):
            return
        for window in (*self.windows, Notebook.open(self.path, now=self.now)):
            window.refresh()
            book = window.book
            assert self.model == {"people": dict(book.people), "goals": dict(book.goals)}
            assert not (book.people.keys() | book.goals.keys()) & book.gone.keys()
            told = [done.sentence for done in window.history()]
            assert [sentence for sentence, _ in reversed(self.past[-LENGTH:])] == told
        assert not list(self.folder.rglob("*.tmp"))


TestWindows = Windows.TestCase
TestWindows.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
