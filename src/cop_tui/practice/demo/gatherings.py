"""The gatherings of the sample year: the series that the member said yes to, and what came of each evening."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from cop_tui.domain.commitment import Commitment, Outcome
from cop_tui.domain.invitation import Answer, Invitation, State
from cop_tui.domain.record import altered, derived_id, fresh
from cop_tui.practice.demo.days import FRI, HOME, MON, THU, TUE, WED, Days, at, utc
from cop_tui.practice.demo.draft import Draft
from cop_tui.practice.demo.words_after import CALLED_OFF, EXCUSED, MISSED, REFLECTIONS
from cop_tui.practice.series import Occurrence, occurrences

HORIZON = timedelta(days=60)
"""How far ahead a yes to a series makes commitments."""

CIRCLE = "Compiler reading circle"
"""The series whose latest evening still waits for a word."""

HOLIDAYS = ((1, 1), (12, 24), (12, 25), (12, 26), (12, 31))
"""Months and days on which nothing meets."""

AWAY = "Away for two weeks, and said so before I left"
"""What is said of gatherings in the two weeks away."""

MY_MAIL = "maya@example.org"
"""The address under which the member was invited."""


@dataclass(frozen=True)
class Plan:
    """A series as it is written down here: days are days ago, `until` the last day on which it meets."""

    title: str
    """What it invites to."""
    community: str
    """The short name of its community, or a dash."""
    sender: str
    """Who invites."""
    weekday: int
    """The day of the week, Monday being 0."""
    clock: str
    """The hour on the wall clock of `zone`."""
    minutes: int
    """How long it takes."""
    weeks: int
    """How many weeks from one to the next; 0 for the first such weekday of each month."""
    first: int
    """About when it began."""
    until: int | None = None
    """When it ended, if it did."""
    zone: str = HOME
    """Whose wall clock counts."""
    place: str = ""
    """Where."""
    link: str = ""
    """Where on-line."""
    note: str = ""
    """What was said about it."""
    called_off: tuple[int, ...] = ()
    """Which gatherings, counted from the first, the host called off."""
    excused: tuple[int, ...] = ()
    """Which ones the member excused themselves from."""
    missed: tuple[int, ...] = ()
    """Which ones they missed."""
    moved: Mapping[int, tuple[int, str, str]] = field(default_factory=dict)
    """Which ones the host moved: by how many days, to which hour, and why."""
    ahead: int | None = None
    """In how many days, at least, the next one is; none where the week does not matter."""


SERIES: Mapping[str, Plan] = {
    "rust": Plan(
        "Rust study group", "rust", "ana", WED, "18:00", 120, 1, 356,
        place="Back room of Kaffee Kirsch", link="https://meet.example.org/rust-study",
        note="Bring what does not compile. There is soup.",
        called_off=(5, 24, 25), excused=(9, 19, 33, 41), missed=(13, 29, 38),
        moved={
            46: (1, "18:30", "The choir has the back room on Wednesday. Thursday, then; the soup does not mind."),
            52: (0, "19:00", "An hour later this once: Ana's train."),
        },
    ),
    "lunch": Plan(
        "Accessibility lunch", "access", "helene", TUE, "12:30", 60, 2, 360,
        place="Canteen of Ponte Health", note="The long table by the window. Somebody will wave, somebody will call.",
        called_off=(2,), excused=(6, 15), missed=(11,), ahead=1,
    ),
    "circle": Plan(
        CIRCLE, "rust", "kofi", FRI, "18:00", 75, 2, 313,
        link="https://meet.example.org/patient", note="Ten pages. If we manage nine, we have managed nine.",
        called_off=(3, 14), excused=(8,), missed=(12, 17),
    ),
    "breakfast": Plan(
        "Open data breakfast", "data", "jonas", THU, "08:30", 60, 1, 345, 137,
        place="Hafenlicht Library, small reading room", note="Rolls from eight, data from half past.",
        called_off=(10, 23), excused=(6, 14, 20), missed=(8, 12, 17, 25),
    ),
    "map": Plan(
        "Mapping night: matatu stops", "map", "wanjiru", MON, "17:00", 90, 2, 341, 102, zone="Africa/Nairobi",
        link="https://meet.example.org/matatu", note="One route a night. Bring tea.",
        called_off=(2,), excused=(9,), missed=(5, 13),
    ),
    "clinic": Plan(
        "Open clinic: bring a broken page", "access", "tomasz", THU, "17:00", 90, 0, 270,
        place="Brightwater Radio, studio 2", note="First Thursday. We listen before we look.",
        excused=(7,), missed=(3,),
    ),
    "mentor": Plan(
        "Mondays with Ifeoma", "rust", "ifeoma", MON, "19:00", 60, 2, 302,
        place="Hafenlicht Library, after closing", note="You bring the questions, I bring the biscuits.",
        called_off=(6,), excused=(4, 12), missed=(9,), ahead=2,
    ),
    "core": Plan(
        "Teaching with stories: core group", "teach", "sam", THU, "12:00", 60, 2, 104, zone="America/New_York",
        link="https://meet.example.org/stories", note="Noon in New York, evening where you are. Bring one mistake.",
        excused=(2,), ahead=5,
    ),
}  # fmt: skip
"""The series by their short names."""


def add_series(draft: Draft) -> None:
    """Add every series with all the gatherings that came of it."""
    for name, plan in SERIES.items():
        invitation = _invitation(draft, plan)
        draft.records.append(invitation)
        notes = _Notes(name)
        for number, one in enumerate(occurrences(invitation, _begin(invitation), draft.days.now + HORIZON)):
            said, promised = invitation, one
            if number in plan.moved:
                later, clock, why = plan.moved[number]
                said = _moved(draft.days, invitation, one, start=(later, clock), why=why)
                promised = Occurrence(start=said.start or one.start, end=said.end, original=one.original)
                draft.records.append(said)
            commitment = _promise(draft, said, promised)
            closed = _closed(draft.days, plan, commitment, number, notes)
            draft.note_over(name, closed)
            draft.records.append(closed)


class _Notes:
    """The hand-written words for one series, each used once."""

    def __init__(self, series: str) -> None:
        self.after: Iterator[str] = iter(REFLECTIONS.get(series, ()))
        self.excused: Iterator[str] = iter(EXCUSED.get(series, ()))
        self.missed: Iterator[str] = iter(MISSED.get(series, ()))
        self.called_off: Iterator[str] = iter(CALLED_OFF.get(series, ()))


def _begin(invitation: Invitation) -> datetime:
    return invitation.start or invitation.created


def _first(days: Days, plan: Plan) -> datetime:
    """Return the start of the first gathering, so that the next one falls when the sample wants it."""
    if plan.weeks == 0:
        month = days.ago(plan.first).replace(day=1)
        return at(month + timedelta(days=(plan.weekday - month.weekday()) % 7), plan.clock, plan.zone)
    if plan.title == CIRCLE:
        anchor = due_friday(days)
    elif plan.ahead is not None:
        anchor = days.coming(plan.weekday, plan.ahead)
    else:
        anchor = days.weekday(plan.weekday, 1)
    step = timedelta(weeks=plan.weeks)
    return at(anchor - step * ((plan.first - days.since(anchor)) // step.days), plan.clock, plan.zone)


def due_friday(days: Days) -> date:
    """Return the latest Friday whose Saturday is over too: what is due since then waits for a word."""
    return days.weekday(FRI, 2)


def _rule(days: Days, plan: Plan, start: datetime) -> str:
    """Return the recurrence of a series on its own wall clock; over the holidays it does not take place."""
    word = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[plan.weekday]
    step = "" if plan.weeks == 1 else f";INTERVAL={plan.weeks}"
    end = "" if plan.until is None else f";UNTIL={days.ago(plan.until):%Y%m%d}T235900"
    rule = f"FREQ=MONTHLY;BYDAY=1{word}" if plan.weeks == 0 else f"FREQ=WEEKLY{step};BYDAY={word}{end}"
    off = [date(year, month, day) for year in range(start.year, start.year + 3) for month, day in HOLIDAYS]
    without = ",".join(
        f"{day:%Y%m%d}T{start:%H%M}00" for day in off if day.weekday() == plan.weekday and day != due_friday(days)
    )
    return f"RRULE:{rule}\nEXDATE:{without}" if off else f"RRULE:{rule}"


def _invitation(draft: Draft, plan: Plan) -> Invitation:
    start = _first(draft.days, plan)
    came = start - timedelta(days=9, hours=5)
    sender = draft.people[plan.sender]
    asked = fresh(
        Invitation,
        came,
        title=plan.title,
        note=plan.note,
        community=draft.community_id(plan.community),
        sender=sender.id,
        start=start,
        end=start + timedelta(minutes=plan.minutes),
        timezone=plan.zone,
        recurrence=_rule(draft.days, plan, start),
        place=plan.place,
        link=plan.link,
        uid=f"{derived_id('demo', plan.title)[:16]}@{sender.emails[0].partition('@')[2]}",
        stamp=utc(came),
        organizer=f"mailto:{sender.emails[0]}",
        attendee=f"mailto:{MY_MAIL}",
    )
    answered = came + timedelta(hours=26)
    return altered(asked, answered, answer=Answer.YES, answered_on=utc(answered), state=State.OPEN)


def _moved(days: Days, series: Invitation, one: Occurrence, *, start: tuple[int, str], why: str) -> Invitation:
    """Return the invitation by which the host moved one gathering of a series; the member said yes to that too."""
    later, clock = start
    begin = at(one.start.date() + timedelta(days=later), clock, series.timezone)
    came = min(one.start - timedelta(days=25, hours=7), days.now - timedelta(hours=50))
    asked = fresh(
        Invitation,
        came,
        id=derived_id("invitation", series.uid, one.original.isoformat()),
        title=series.title,
        note=why,
        community=series.community,
        sender=series.sender,
        start=begin,
        end=begin + ((one.end or one.start) - one.start),
        timezone=series.timezone,
        place=series.place,
        link=series.link,
        uid=series.uid,
        sequence=1,
        occurrence=one.original,
        stamp=utc(came),
        organizer=series.organizer,
        attendee=series.attendee,
    )
    answered = came + timedelta(hours=3)
    return altered(asked, answered, answer=Answer.YES, answered_on=utc(answered))


def _promise(draft: Draft, invitation: Invitation, one: Occurrence) -> Commitment:
    """Return the commitment that a yes makes of one gathering."""
    made = max(invitation.answered_on or invitation.created, one.original - HORIZON)
    return fresh(
        Commitment,
        draft.days.past(made),
        id=derived_id("commitment", invitation.uid, one.original.isoformat()),
        what=invitation.title,
        community=invitation.community,
        invitation=invitation.id,
        start=one.start,
        end=one.end,
        timezone=invitation.timezone,
        occurrence=one.original,
    )


def _closed(days: Days, plan: Plan, promise: Commitment, number: int, notes: _Notes) -> Commitment:
    """Return the commitment with what came of it; as it is where it is still to come or waits for a word."""
    start = promise.start or days.now
    if start >= days.now or (plan.title == CIRCLE and start.date() == due_friday(days)):
        return promise
    outcome, words, when = Outcome.KEPT, notes.after, (promise.end or start) + timedelta(hours=2, minutes=number % 50)
    if number in plan.called_off:
        outcome, words, when = Outcome.RELEASED, notes.called_off, start - timedelta(hours=20)
    elif days.away[0] <= start.date() <= days.away[1]:
        outcome, words, when = Outcome.EXCUSED, iter((AWAY,)), at(days.away[0] - timedelta(days=3), "19:30")
    elif number in plan.excused:
        outcome, words, when = Outcome.EXCUSED, notes.excused, start - timedelta(hours=27)
    elif number in plan.missed:
        outcome, words, when = Outcome.MISSED, notes.missed, start + timedelta(hours=25)
    note = next(words, "") if outcome is not Outcome.KEPT or number % 3 != 1 else ""
    moment = max(days.past(when), promise.created)
    asked = utc(start - timedelta(hours=19)) if outcome is Outcome.KEPT and number % 4 == 0 else None
    return altered(promise, moment, outcome=outcome, closed_on=utc(moment), reflection=note, confirmed_on=asked)
