"""The small questions about a community: its stage, your level, joining and leaving, who takes part."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from cop_tui.domain.change import Change
from cop_tui.domain.community import Community, Level, Stage, Taker
from cop_tui.domain.errors import Refused, gone
from cop_tui.practice.checklists import ticks_of
from cop_tui.practice.community import add_taker, join, leave, move_stage, set_level, tick
from cop_tui.practice.field import JOINING, LEAVING, Checklist, ChecklistItem
from cop_tui.practice.people import someone
from cop_tui.practice.words import title_of
from cop_tui.tui.dialogs.base import Dialog
from cop_tui.tui.dialogs.fields import ChoiceField, Field, WhenField, people_field
from cop_tui.tui.dialogs.forms.communities import LEVEL_OPTIONS, STAGE_OPTIONS
from cop_tui.tui.dialogs.naming import people_in, shown
from cop_tui.tui.widgets.choice import Option


class CommunityDialog(Dialog):
    """What these questions share: the community that they are about."""

    def heading(self) -> tuple[str, str]:
        """Say which community it is."""
        community = self.desk.book.communities.get(self.about[0])
        return self.TITLE_WORDS, title_of(community, self.desk.book) if community else ""

    def community(self) -> Community:
        """Return the community as it is now.

        Raises:
            NotFound: It is gone.
        """
        found = self.desk.book.communities.get(self.about[0])
        if found is None:
            raise gone()
        return found


class StageDialog(CommunityDialog):
    """Where it is in its life, and since when."""

    TITLE_WORDS: ClassVar[str] = "Which stage is it at?"

    def fields(self) -> Iterable[Widget]:
        """Return the stages, the one after the present one chosen, and the day."""
        order = list(Stage)
        community = self.desk.book.communities.get(self.about[0])
        place = order.index(community.stage) if community else 0
        following = order[place + 1 if place + 1 < len(order) else place - 1]
        yield ChoiceField("it came to", "stage", STAGE_OPTIONS, value=following.value)
        yield WhenField("on", "when", self.desk.now, hint="today; or yesterday, 3 nov")

    def make(self) -> Change:
        """Return the change that moves it, on or back."""
        when = self.moment("when")
        on = when.start.date() if when else None
        stage = Stage(self.words("stage"))
        return move_stage(self.desk.book, self.community(), stage, now=self.desk.now(), on=on)


class LevelDialog(CommunityDialog):
    """How far in you take part: a choice, not a grade."""

    TITLE_WORDS: ClassVar[str] = "How far in are you?"

    def fields(self) -> Iterable[Widget]:
        """Return the levels, yours chosen."""
        community = self.desk.book.communities.get(self.about[0])
        yield ChoiceField("you are", "level", LEVEL_OPTIONS, value=community.level.value if community else None)

    def make(self) -> Change:
        """Return the change that notes it."""
        return set_level(self.desk.book, self.community(), Level(self.words("level")), now=self.desk.now())


class JoinDialog(CommunityDialog):
    """You are in it, or come back to it: so that you arrive well."""

    TITLE_WORDS: ClassVar[str] = "You join"

    def fields(self) -> Iterable[Widget]:
        """Return the lines of the checklist of joining, and your level."""
        community = self.desk.book.communities.get(self.about[0])
        yield Field("why", "why", value=community.why if community else "", hint="in one sentence", commas=False)
        yield ChoiceField("you are", "level", LEVEL_OPTIONS, value=community.level.value if community else None)
        yield from _lines(community, JOINING, JOINING.items[1:])

    def make(self) -> Change:
        """Return the change that joins, with what was noted."""
        book, now = self.desk.book, self.desk.now()
        level = self.touched("level")
        change = join(
            book,
            self.community(),
            now=now,
            why=self.touched("why") or "",
            level=Level(level) if level else None,
        )
        notes = {item.key: self.words(item.key) for item in JOINING.items}
        return _noted(self, change, JOINING.key, notes)


class LeaveDialog(CommunityDialog):
    """You leave it: so that you part well."""

    TITLE_WORDS: ClassVar[str] = "You leave"

    def fields(self) -> Iterable[Widget]:
        """Return the lines of the checklist of leaving."""
        yield from _lines(self.desk.book.communities.get(self.about[0]), LEAVING, LEAVING.items)

    def make(self) -> Change:
        """Return the change that leaves, with what was noted."""
        change = leave(self.desk.book, self.community(), now=self.desk.now(), why=self.words("why"))
        notes = {item.key: self.words(item.key) for item in LEAVING.items if item.key != "why"}
        return _noted(self, change, LEAVING.key, notes)


class TakersDialog(CommunityDialog):
    """Who else takes part, how far in, and what they do."""

    TITLE_WORDS: ClassVar[str] = "Who takes part?"
    LEVELS: ClassVar = (
        Option("", "as noted", "what was noted before stays; whoever is new is peripheral"),
        *(Option(one.value, one.value) for one in reversed(Level)),
    )

    def fields(self) -> Iterable[Widget]:
        """Return who, how far in, and their part."""
        yield people_field(self.desk.book, "who")
        yield ChoiceField("they are", "level", self.LEVELS)
        yield Field("their part", "part", hint="convenes, hosts, keeps the notes", commas=False)

    def make(self) -> Change:
        """Return the change that notes them; what is not said here stays as it was noted."""
        book, now, community = self.desk.book, self.desk.now(), self.community()
        noted = {one.person: one for one in community.people}
        people = people_in(book, self.words("people"))
        if not people:
            raise Refused("Nobody is named yet", "Write a name, or several with commas")
        done = Change(sentence="", at=now)
        for person in people:
            sofar = book.apply(done)
            who = someone(sofar, person, now=now)
            before = noted.get(who.id, Taker(person=who.id))
            level, part = Level(self.words("level") or before.level), self.words("part") or before.part
            change = add_taker(sofar, community, who, now=now, level=level, part=part)
            done = done.then(change, change.sentence)
        more = f" and {len(people) - 1} more" if len(people) > 1 else ""
        return Change(sentence=done.sentence + more, at=now, put=done.put)


_SHORT = {
    "welcomed": "welcomed by",
    "runs": "run by",
    "talks": "it talks",
    "first-thing": "first thing",
    "first-date": "first date",
    "why": "why",
    "keep": "you keep",
    "in-touch": "in touch",
}
"""The label of each line of the checklists of joining and leaving."""


def _lines(community: Community | None, checklist: Checklist, items: Iterable[ChecklistItem]) -> Iterable[Field]:
    """Return a field for each line of a checklist, with what is noted beside it already."""
    ticks = ticks_of(community) if community else ()
    known = {tick.item: shown(tick.note) for tick in ticks if tick.checklist == checklist.key}
    for item in items:
        yield Field(_SHORT[item.key], item.key, value=known.get(item.key, ""), hint=item.text, commas=False)


def _noted(dialog: CommunityDialog, change: Change, checklist: str, notes: dict[str, str]) -> Change:
    """Return a change with what was noted on the lines of a checklist; those that were left as they were stay so."""
    book, now = dialog.desk.book, dialog.desk.now()
    for item, note in notes.items():
        if dialog.touched(item) is not None or (note and item == "why"):
            sofar = book.apply(change)
            community, done = sofar.communities[dialog.about[0]], bool(note)
            later = tick(sofar, community, checklist, item, now=now, note=note, done=done, clear=True)
            change = change.then(later, change.sentence)
    return change
