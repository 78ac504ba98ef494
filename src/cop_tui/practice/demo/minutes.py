"""The check-ins of the sample year: a minute on most days, with what was done in it."""

from collections.abc import Mapping
from datetime import date, timedelta

from cop_tui.domain.check_in import CheckIn, DayKind, Step, StepDone
from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.invitation import Answer, Invitation, Way
from cop_tui.domain.learning import Learning
from cop_tui.domain.record import Record, fresh
from cop_tui.domain.story import Story
from cop_tui.practice.demo.days import at
from cop_tui.practice.demo.draft import Draft

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
    Outcome.KEPT: "Showed up",
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
    if ago <= STREAK:
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
    here = draft.days.now.tzinfo
    match record:
        case Commitment(closed_on=closed) if closed is not None:
            return closed.astimezone(here).date(), Step.SHOW_UP, f"{_WORDS[record.outcome]}: {record.what}"
        case Learning():
            return record.on.date(), Step.LEARN, f"Learned: {_short(record.text)}"
        case Story():
            return record.on.date(), Step.TELL, f"Told: {record.title or _short(record.body)}"
        case Invitation(way=Way.SENT):
            return record.created.astimezone(here).date(), Step.INVITE, f"Invited to {record.title}"
        case Invitation(answered_on=answered) if answered is not None:
            said = {Answer.YES: "yes", Answer.MAYBE: "maybe", Answer.NO: "no"}[record.answer]
            return answered.astimezone(here).date(), Step.SHOW_UP, f"Said {said} to {record.title}"
        case _:
            return None


def _short(text: str) -> str:
    first = text.lstrip("# ").split("\n", 1)[0]
    return first if len(first) <= 60 else f"{first[:59].rsplit(' ', 1)[0]}…"
