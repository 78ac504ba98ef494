"""The six communities of the sample year, each at another stage of its life."""

from collections.abc import Mapping
from dataclasses import dataclass

from cop_tui.domain.community import Community, Level, Place, Stage, StageMove, Taker, Tick
from cop_tui.domain.purpose import Purpose
from cop_tui.domain.record import altered, fresh
from cop_tui.practice.demo.days import at
from cop_tui.practice.demo.draft import Draft
from cop_tui.practice.demo.phases import TICKS

HOME_ORGANISATION = "Lindenwerk"
"""The organisation that the member brings to every community."""


@dataclass(frozen=True)
class Plan:
    """A community as it is written down here: days are days ago."""

    name: str
    """What it calls itself."""
    subject: str
    """What it is about."""
    why: str
    """Why the member is in it."""
    purposes: tuple[Purpose, ...]
    """What it is for, the first one first of all."""
    stages: tuple[tuple[int, Stage], ...]
    """How it came to where it is."""
    level: Level
    """How far in the member takes part."""
    joined: int
    """When the member joined."""
    core: Mapping[str, str]
    """Who is at the core, and the part they take."""
    active: tuple[str, ...]
    """Who takes part often."""
    edge: tuple[str, ...]
    """Who comes now and then."""
    places: tuple[tuple[str, str], ...]
    """Where it meets and talks."""
    rhythm: int | None = None
    """How many days from one gathering to the next."""
    left: int | None = None
    """When the member left it, or it ended."""
    cut_off: int | None = None
    """Hours in which a yes can't be taken back lightly."""
    reconnect_every: int | None = None
    """Days after which the member would like to hear from its people."""


PLANS: Mapping[str, Plan] = {
    "rust": Plan(
        name="Rust study group",
        subject="Rust",
        why="Because here not knowing is how an evening begins",
        purposes=(Purpose.HELPING, Purpose.INDIVIDUAL_DEVELOPMENT, Purpose.BEST_PRACTICES),
        stages=((365, Stage.POTENTIAL), (343, Stage.COALESCING), (183, Stage.MATURING)),
        level=Level.CORE,
        joined=365,
        core={"ana": "convenes", "kofi": "keeps the reading circle going"},
        active=("anh", "matteo", "ifeoma", "oleksandr"),
        edge=("li", "esi", "lukas", "stefan", "chidi"),
        places=(
            ("room", "Back room of Kaffee Kirsch, Weserstraße"),
            ("link", "https://meet.example.org/rust-study"),
            ("list", "rust-study@lists.example.org"),
        ),
        rhythm=7,
        cut_off=24,
    ),
    "access": Plan(
        name="Accessibility circle",
        subject="Accessibility",
        why="Because Tomasz once asked who of us had ever listened to our own program",
        purposes=(Purpose.BEST_PRACTICES, Purpose.KNOWLEDGE, Purpose.HELPING),
        stages=((2900, Stage.COALESCING), (1900, Stage.MATURING), (700, Stage.STEWARDSHIP)),
        level=Level.CORE,
        joined=520,
        core={"helene": "founded it, now asks the questions", "tomasz": "reads everything aloud"},
        active=("siobhan", "nomvula", "gintare", "aroha"),
        edge=("freya", "deniz", "yusuf", "zsofia", "amelie", "hannah"),
        places=(("room", "Canteen of Ponte Health, long table by the window"), ("list", "circle@ponte.example.com")),
        rhythm=14,
        cut_off=12,
        reconnect_every=90,
    ),
    "teach": Plan(
        name="Teaching with stories",
        subject="Teaching",
        why="Because people remember the mistake and who was kind about it",
        purposes=(Purpose.INNOVATION, Purpose.KNOWLEDGE, Purpose.BEST_PRACTICES),
        stages=((139, Stage.POTENTIAL), (104, Stage.COALESCING)),
        level=Level.ACTIVE,
        joined=139,
        core={"sam": "convenes from New York", "misaki": "draws the minutes", "priya": "tries everything first"},
        active=("mateo", "ngozi"),
        edge=("farida", "tala"),
        places=(("link", "https://meet.example.org/stories"), ("room", "Room 4B, Northbridge College, New York")),
        rhythm=14,
    ),
    "data": Plan(
        name="Open data breakfast",
        subject="Open data",
        why="Because the city is more interesting before nine",
        purposes=(Purpose.KNOWLEDGE, Purpose.HELPING),
        stages=((900, Stage.COALESCING), (610, Stage.MATURING), (98, Stage.COALESCING)),
        level=Level.ACTIVE,
        joined=480,
        core={"jonas": "hosted it, until his new job", "katrin": "brings a data set"},
        active=("layla", "marit", "li", "ifeoma"),
        edge=("hone", "yusuf"),
        places=(("room", "Hafenlicht Library, small reading room"), ("list", "breakfast@hafenlicht.example.org")),
        rhythm=7,
    ),
    "old": Plan(
        name="Keeping old software alive",
        subject="Software maintenance",
        why="Because Dieter kept one program whole for forty years and nobody ever asked him how",
        purposes=(Purpose.BEST_PRACTICES, Purpose.KNOWLEDGE),
        stages=((60, Stage.POTENTIAL),),
        level=Level.CORE,
        joined=60,
        core={"ruth": "knows whom to ask", "dieter": "has done it"},
        active=(),
        edge=("goran", "marit", "oleksandr", "birgit", "peter"),
        places=(),
    ),
    "map": Plan(
        name="Map the matatus",
        subject="Transit maps",
        why="Because a stop that is on no map is still a stop",
        purposes=(Purpose.KNOWLEDGE, Purpose.INNOVATION),
        stages=(
            (700, Stage.POTENTIAL),
            (640, Stage.COALESCING),
            (420, Stage.MATURING),
            (250, Stage.STEWARDSHIP),
            (102, Stage.TRANSFORMATION),
        ),
        level=Level.ACTIVE,
        joined=345,
        core={"wanjiru": "began it", "brian": "knows every stop"},
        active=("li",),
        edge=("katrin",),
        places=(("link", "https://meet.example.org/matatu"), ("list", "stops@mto.example.org")),
        rhythm=14,
        left=86,
    ),
}
"""The communities by their short names."""


def add_communities(draft: Draft) -> None:
    """Add every community as it stands today."""
    for name, plan in PLANS.items():
        community = _community(draft, name, plan)
        draft.communities[name] = community
        draft.records.append(community)


def _community(draft: Draft, name: str, plan: Plan) -> Community:
    days = draft.days
    begun = fresh(
        Community,
        at(days.ago(min(plan.joined, 365)), "20:10"),
        name=plan.name,
        subject=plan.subject,
        purpose=plan.purposes[0],
        other_purposes=plan.purposes[1:],
        level=plan.level,
        rhythm=plan.rhythm,
        places=tuple(Place(kind=kind, text=text) for kind, text in plan.places),
        why=plan.why,
        joined_on=days.ago(plan.joined),
        cut_off=plan.cut_off,
        reconnect_every=plan.reconnect_every,
    )
    return altered(
        begun,
        at(days.ago(min([ago for one, _, _, ago, _ in TICKS if one == name and ago] + [plan.stages[-1][0]])), "21:40"),
        stage=plan.stages[-1][1],
        stages=tuple(StageMove(stage=stage, on=days.ago(ago)) for ago, stage in plan.stages),
        people=_takers(draft, plan),
        organisations=_organisations(draft, plan),
        phases=_ticks(draft, name, occasions=False),
        occasions=_ticks(draft, name, occasions=True),
        archived=plan.left is not None,
        left_on=None if plan.left is None else days.ago(plan.left),
    )


def _takers(draft: Draft, plan: Plan) -> tuple[Taker, ...]:
    core = tuple(Taker(person=draft.people[who].id, level=Level.CORE, part=part) for who, part in plan.core.items())
    active = tuple(Taker(person=draft.people[who].id, level=Level.ACTIVE) for who in plan.active)
    return core + active + tuple(Taker(person=draft.people[who].id) for who in plan.edge)


def _organisations(draft: Draft, plan: Plan) -> tuple[str, ...]:
    names = [draft.people[who].organisation for who in (*plan.core, *plan.active, *plan.edge)]
    return tuple(dict.fromkeys(name for name in (HOME_ORGANISATION, *names) if name))


def _ticks(draft: Draft, name: str, *, occasions: bool) -> tuple[Tick, ...]:
    return tuple(
        Tick(checklist=checklist, item=item, on=None if ago is None else draft.days.ago(ago), note=note)
        for community, checklist, item, ago, note in TICKS
        if community == name and occasions is (checklist in ("joining", "convening", "leaving"))
    )
