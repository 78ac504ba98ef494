"""The check-ins of the sample year: a minute on most days, with what was done in it."""

from collections.abc import Mapping
from datetime import date, timedelta

from cop_tui.domain.check_in import CheckIn, DayKind, Step, StepDone
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.interest import Interest
from cop_tui.domain.invitation import Answer, Invitation, Way
from cop_tui.domain.learning import Learning
from cop_tui.domain.member import ME
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.demo.days import at
from cop_tui.practice.demo.draft import Draft
from cop_tui.practice.manners import called, named

LONGEST = range(41, 64)
"""Days ago of the longest row of check-ins."""

STREAK = 12
"""How many days in a row, up to yesterday, have their check-in."""

SKIPPED: tuple[tuple[int, str], ...] = (
    (341, "Fever. Tea"),
    (303, "Travelling, and the train has no table"),
    (302, ""),
    (255, "Too sad about Li leaving to write about it"),
    (226, "Migraine"),
    (184, "Mum's birthday; all day at the stove"),
    (157, "Slept for eleven hours"),
    (103, "No power in the house"),
    (88, "A day off from everything"),
    (64, "At the sea for a night, phone in the drawer"),
    (37, "Ill"),
    (36, "Still ill, but reading"),
    (17, ""),
)
"""Days ago, and why there was none, if she said."""

_WORDS: Mapping[Outcome, str] = {
    Outcome.KEPT: "Showed up at",
    Outcome.MISSED: "Missed",
    Outcome.EXCUSED: "Excused",
    Outcome.RELEASED: "Released",
}


def add_check_ins(draft: Draft) -> None:
    """Add a check-in for most days, the days skipped, and the two weeks away."""
    days = draft.days
    did = _deeds(draft)
    first, last = days.away
    skipped = {days.ago(ago): note for ago, note in SKIPPED}
    for ago in range(days.since(days.a_year_ago()), 0, -1):
        day = days.ago(ago)
        if first <= day <= last:
            if day == first:
                note = "Two weeks without a screen. The plants are with George"
                made = at(day - timedelta(days=1), "22:10")
                draft.records.append(fresh(CheckIn, made, day=day, kind=DayKind.PAUSED, until=last, note=note))
        elif day in skipped:
            note = skipped[day]
            draft.records.append(fresh(CheckIn, draft.evening(day), day=day, kind=DayKind.SKIPPED, note=note))
        elif _is_done(draft, ago, busy=day in did):
            draft.records.append(_done(draft, day, did.get(day, {})))


def _is_done(draft: Draft, ago: int, *, busy: bool) -> bool:
    """Tell whether a day has its check-in: busy days more often, and ever more of them over the year."""
    if ago <= STREAK or ago in LONGEST:
        return True
    if ago == STREAK + 1:
        return False
    chance = 0.45 + 0.2 * (1 - ago / 365) + (0.3 if busy else 0.0)
    return draft.dice.random() < chance


def _done(draft: Draft, day: date, did: Mapping[Step, list[str]]) -> CheckIn:
    steps = tuple(StepDone(step=step, did=tuple(did.get(step, ()))) for step in Step)
    return fresh(CheckIn, draft.evening(day, 21), day=day, steps=steps)


def _deeds(draft: Draft) -> dict[date, dict[Step, list[str]]]:
    """Return what was done on each day, step by step, as the verbs would say it."""
    deeds: dict[date, dict[Step, list[str]]] = {}
    for record in draft.records:
        found = _deed(draft, record)
        if found is not None:
            day, step, sentence = found
            deeds.setdefault(day, {}).setdefault(step, []).append(sentence)
    return deeds


def _deed(draft: Draft, record: Record) -> tuple[date, Step, str] | None:
    match record:
        case Commitment(closed_on=closed) if closed is not None:
            when, step, done = closed, Step.SHOW_UP, _WORDS[record.outcome]
            if record.outcome is Outcome.KEPT and record.kind is Promise.DO:
                done = "Did"
            sentence = f"{done} {called(record, when.astimezone(draft.days.now.tzinfo))}"
        case Learning():
            when, step, sentence = record.on, Step.LEARN, f"Learned: {named(record.text)}"
        case Story():
            when, step, sentence = record.on, Step.TELL, f"Told: {named(record.title or record.body)}"
        case Interest() if record.who != ME:
            name = draft.names[record.who]
            when, step, sentence = record.on, Step.ASK, f"Noted that {name} cares about {named(record.subject)}"
        case Invitation(way=Way.SENT):
            when, step, sentence = record.created, Step.INVITE, f"Made an invitation to {named(record.title)}"
        case Invitation(answered_on=answered) if answered is not None and record.occurrence is None:
            said = {Answer.YES: "yes", Answer.MAYBE: "perhaps", Answer.NO: "no"}[record.answer]
            when, step, sentence = answered, Step.SHOW_UP, f"Said {said} to {named(record.title)}"
        case _:
            return None
    return when.astimezone(draft.days.now.tzinfo).date(), step, sentence
