"""The checklists: four phases of getting started, and the occasions of a community's life.

Keys never change: the ticks in members' notebooks refer to them. A line's words may.
"""

from collections.abc import Mapping
from types import MappingProxyType

from cop_tui.practice.field.shapes import Checklist, ChecklistItem

_Item = ChecklistItem

PHASES: tuple[Checklist, ...] = (
    Checklist(
        "early-conversations",
        "Early conversations",
        "Talk with people who might form the core.",
        (
            _Item("possible", "What might be possible together?"),
            _Item("issues", "Which issues do they care about?"),
            _Item("involve", "Whom would they like to see in it?"),
            _Item("gain", "Who else might gain from it?"),
            _Item("idea", "Say what your idea is"),
            _Item("take-part", "Ask them to take part"),
        ),
    ),
    Checklist(
        "design-meeting",
        "Design meeting",
        "Before the launch: plan with the core group a meeting to explore the idea.",
        (
            _Item("core", "Bring the core group together"),
            _Item("plan", "Plan a meeting that explores the idea"),
            _Item("whom", "Agree whom to invite"),
            _Item("taste", "Find how guests get a first taste of what it is worth"),
        ),
    ),
    Checklist(
        "launch-meeting",
        "Launch meeting",
        "Be a good host, and make the day itself worth coming for.",
        (
            _Item("invite", "Invite people, in person where you can"),
            _Item("host", "See to a warm welcome: room, food, names"),
            _Item("know-each-other", "Let people get to know each other"),
            _Item("needs", "Find out which needs, interests and worries they share"),
            _Item("value", "Give them something of real value on the day"),
        ),
    ),
    Checklist(
        "next-steps",
        "Next steps",
        "Follow up on what came out of it, and keep it light.",
        (
            _Item("follow-up", "Follow up on what came out of the launch"),
            _Item("dates", "Set the next dates"),
            _Item("on-line", "Give people a place on-line to find each other"),
            _Item("contacts", "Share a list of contacts"),
            _Item("resources", "Look for the few resources that a start needs, no more"),
        ),
    ),
)
"""The four phases of getting started; each line has room for a note."""

JOINING = Checklist(
    "joining",
    "Joining a community",
    "So that you arrive well.",
    (
        _Item("why", "Why am I in it? One sentence"),
        _Item("welcomed", "Who welcomed me?"),
        _Item("runs", "Who runs it?"),
        _Item("talks", "Where does it talk?"),
        _Item("first-thing", "A first thing to do that risks little"),
        _Item("first-date", "A first date to go to"),
    ),
)
"""What to find out when joining."""

BEFORE = Checklist(
    "before-gathering",
    "Before a gathering",
    "A minute beforehand.",
    (_Item("bring", "What do I bring?"),),
)
"""What to think of before a gathering."""

AT = Checklist(
    "at-gathering",
    "At a gathering",
    "While you are there.",
    (
        _Item("met", "Whom did I meet?"),
        _Item("answered", "Which question was answered?"),
    ),
)
"""What to notice at a gathering."""

AFTER = Checklist(
    "after-gathering",
    "After a gathering",
    "Before it fades.",
    (
        _Item("take-away", "What do I take away?"),
        _Item("try", "What will I try, and by when? Promise it to yourself, with a day"),
    ),
)
"""What to keep after a gathering."""

CONVENING = Checklist(
    "convening",
    "Convening",
    "When you are the one who calls people together.",
    (
        _Item("next-date", "The next date is set"),
        _Item("reminder", "The reminder is sent"),
        _Item("agenda", "Members said what they want on the agenda"),
        _Item("newcomers", "Newcomers are greeted"),
        _Item("notes", "Notes and links are sent"),
        _Item("stories", "Stories are collected"),
    ),
)
"""What to see to when convening."""

WEEKLY = Checklist(
    "weekly",
    "Once a week",
    "A look around.",
    (
        _Item("quiet", "Is a community quieter than its rhythm?"),
        _Item("no-word", "Did I miss a promise without a word to the host?"),
        _Item("introduce", "One introduction to make"),
    ),
)
"""What to look at once a week."""

MONTHLY = Checklist(
    "monthly",
    "Once a month",
    "Is it still so?",
    (
        _Item("stage", "Is the stage of each community still right?"),
        _Item("level", "Am I in each as far as I want to be?"),
    ),
)
"""What to look at once a month."""

YEARLY = Checklist(
    "yearly",
    "Once a year",
    "A page to keep, and to share if you like.",
    (
        _Item("knowledge", "What do I know that I didn't?"),
        _Item("skill", "What can I do that I couldn't?"),
        _Item("ties", "Whom do I know now?"),
        _Item("differently", "What do I do differently?"),
        _Item("passed-on", "What did I pass on?"),
    ),
)
"""What to look at once a year."""

LEAVING = Checklist(
    "leaving",
    "Leaving a community",
    "So that you part well.",
    (
        _Item("why", "Why do I leave?"),
        _Item("keep", "What do I keep?"),
        _Item("in-touch", "With whom do I stay in touch?"),
    ),
)
"""What to settle when leaving."""

OCCASIONS: tuple[Checklist, ...] = (
    JOINING,
    BEFORE,
    AT,
    AFTER,
    CONVENING,
    WEEKLY,
    MONTHLY,
    YEARLY,
    LEAVING,
)
"""The occasions, in the order in which they come."""

CHECKLISTS: Mapping[str, Checklist] = MappingProxyType({one.key: one for one in (*PHASES, *OCCASIONS)})
"""Every checklist by its key."""


def checklist_line(checklist: str, item: str) -> ChecklistItem | None:
    """Return the line that a tick refers to; none where this version knows none such."""
    known = CHECKLISTS.get(checklist)
    return known.item(item) if known else None
