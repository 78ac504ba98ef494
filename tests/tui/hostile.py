"""Texts that somebody may have written to do harm, and a book that has one of them in every field of every record."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from cop_tui.domain.check_in import CheckIn, DayKind, Step, StepDone
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.community import Community, Level, Place, Stage, StageMove, Taker, Tick
from cop_tui.domain.goal import Goal
from cop_tui.domain.interest import Depth, Interest
from cop_tui.domain.invitation import Answer, Invitation, Offer, Recipient, Way
from cop_tui.domain.learning import Climb, FollowUp, Learning
from cop_tui.domain.member import ME, Member
from cop_tui.domain.person import Channel, Contact, Person
from cop_tui.domain.purpose import Rung
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Cycle, Story, Value

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
BERLIN = "Europe/Berlin"


@dataclass(frozen=True)
class Case:
    """A text, and a piece of it that must be seen."""

    text: str
    seen: str


CASES = {
    "closing tag": Case("[/x]", "[/x]"),
    "closing nothing": Case("[/]", "[/]"),
    "tag in front": Case("[WIP] talk", "[WIP] talk"),
    "name": Case("[Anna] said", "[Anna] said"),
    "variable": Case("[$v] costs", "[$v] costs"),
    "style": Case("[bold red]not[/]", "[bold red]not[/]"),
    "click": Case("[@click=app.quit]go[/]", "[@click=app.quit]go"),
    "open bracket": Case("a [b", "a [b"),
    "backslash": Case("\\[b] \\", "\\[b] \\"),
    "wide and combined": Case("é 你好 e\u0301 🙂", "é 你好 e\u0301 🙂"),
    "right to left": Case("שלום עולם", "שלום עולם"),
    "override": Case("abc\u202edef", "abc⟨U+202E⟩"),
    "escape": Case("\x1b[2Jx\x07", "␛[2Jx␇"),
    "lines": Case("one\ntwo\r\nthree\ttabs", "one two three"),
    "nul": Case("a\x00b", "a␀b"),
    "ten kilobytes": Case("long" * 2_500, "longlong"),
    "markdown": Case("# *a* [b](javascript:x) <script>", "script"),
    "quotes": Case("'\"`$(x)`%s{0}", "'\"`$(x)`%s{0}"),
}
"""Each text by what it is."""

STEERING = "\x00\x07\x1b\u202e"
"""What may never come to the screen."""


def everywhere(text: str) -> tuple[Record, ...]:
    """Return one record of each kind, and some more, with a text in every field that holds words."""
    at = {"start": NOW + timedelta(days=1), "end": NOW + timedelta(days=1, hours=2), "timezone": BERLIN}
    ticks = (Tick(checklist="early-conversations", item="possible", on=NOW.date(), note=text),)
    return (
        fresh(Member, NOW, id=ME, name=text, organisation=text),
        fresh(
            Person,
            NOW,
            id="person",
            name=text,
            organisation=text,
            channels=(Channel(kind=text[:20], address=text),),
            note=text,
            reconnect_every=7,
            contacts=(Contact(on=NOW - timedelta(days=30), text=text),),
        ),
        fresh(Interest, NOW, id="interest", who="person", subject=text, note=text, on=NOW, aliases=(text,)),
        fresh(Interest, NOW, id="mine", who=ME, subject=text, depth=Depth.LEARNING, on=NOW),
        fresh(
            Community,
            NOW,
            id="community",
            name=text,
            subject=text,
            why=text,
            organisations=(text,),
            stage=Stage.POTENTIAL,
            stages=(StageMove(stage=Stage.POTENTIAL, on=NOW.date()),),
            people=(Taker(person="person", level=Level.CORE, part=text),),
            rhythm=7,
            places=(Place(kind="list", text=text),),
            phases=ticks,
            occasions=(Tick(checklist="joining", item="why", note=text),),
        ),
        fresh(
            Invitation,
            NOW,
            id="waiting",
            title=text,
            note=text,
            place=text,
            link=text,
            sender="person",
            community="community",
            uid=text,
            **at,
        ),
        fresh(
            Invitation,
            NOW,
            id="sent",
            title=text,
            way=Way.SENT,
            kind=Offer.PROPOSAL,
            recipients=(Recipient(person="person", answer=Answer.MAYBE),),
        ),
        fresh(
            Commitment,
            NOW,
            id="due",
            what=text,
            community="community",
            start=NOW - timedelta(days=1),
            timezone=BERLIN,
            reflection=text,
            occasions=(Tick(checklist="after-gathering", item="try", note=text),),
        ),
        fresh(Commitment, NOW, id="kept", what=text, outcome=Outcome.KEPT, closed_on=NOW, community="community", **at),
        fresh(Goal, NOW, id="goal", text=text, why=text, by=date(2027, 1, 1)),
        fresh(
            Learning,
            NOW,
            id="learning",
            text=text,
            on=NOW - timedelta(days=31),
            community="community",
            people=("person",),
            goal="goal",
            climbs=(Climb(rung=Rung.NOTICED, on=NOW),),
            tags=(text[:40],),
            links=(text,),
            follow_ups=(FollowUp(on=NOW - timedelta(days=31), text=text),),
        ),
        fresh(
            Story,
            NOW,
            id="story",
            title=text,
            body=text,
            on=NOW.replace(year=2025),
            community="community",
            people=("person",),
            tags=(text[:40],),
            starred=True,
            cycles=(Cycle(cycle=Value.IMMEDIATE, text=text, on=NOW),),
            follow_ups=(FollowUp(on=NOW, text=text),),
        ),
        fresh(Story, NOW, id="untitled", body=text, on=NOW),
        fresh(CheckIn, NOW, id="day", day=NOW.date(), note=text, steps=(StepDone(step=Step.TELL, did=(text,)),)),
        fresh(CheckIn, NOW, id="off", day=date(2026, 11, 1), kind=DayKind.SKIPPED, note=text),
    )
