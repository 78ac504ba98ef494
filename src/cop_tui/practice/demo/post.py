"""From the written letters and promises of the sample year to invitations and commitments."""

from datetime import date, datetime, timedelta
from typing import Any

from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Tick
from cop_tui.domain.invitation import Answer, Invitation, Offer, Recipient, State, Way
from cop_tui.domain.moment import whole_day
from cop_tui.domain.record import altered, derived_id, fresh
from cop_tui.practice.demo.days import HOME, Days, at, utc
from cop_tui.practice.demo.draft import Draft
from cop_tui.practice.demo.gatherings import MY_MAIL, due_friday
from cop_tui.practice.demo.letters import PROMISES, RECEIVED, SENT
from cop_tui.practice.demo.phases import BESIDE
from cop_tui.practice.demo.told import Entry, entries


def add_post(draft: Draft) -> None:
    """Add every single invitation, received and sent, and every promise of the member's own."""
    for entry in entries(RECEIVED):
        _add_received(draft, entry)
    for entry in entries(SENT):
        _add_sent(draft, entry)
    for entry in entries(PROMISES):
        draft.records.append(_promise(draft, entry))


def _add_received(draft: Draft, entry: Entry) -> None:
    sender = draft.people[entry.values["from"]]
    came = _when(draft, entry, "got")
    answer = Answer(entry.values["answer"])
    asked = fresh(
        Invitation,
        came,
        **_common(draft, entry, came),
        sender=sender.id,
        stamp=utc(came),
        organizer=f"mailto:{sender.emails[0]}",
        attendee=f"mailto:{MY_MAIL}",
    )
    if answer is not Answer.WAITING:
        said = draft.days.past(came + timedelta(hours=20))
        asked = altered(asked, said, answer=answer, answered_on=utc(said))
    over = State(entry.values.get("state", "open"))
    if over is not State.OPEN:
        asked = altered(asked, draft.days.past((asked.start or came) - timedelta(hours=30)), state=over)
    draft.records.append(asked)
    if answer is Answer.YES:
        commitment = _yes(draft, asked, entry)
        draft.note_over(entry.title, commitment)
        draft.records.append(commitment)


def _add_sent(draft: Draft, entry: Entry) -> None:
    wrote = _when(draft, entry, "got")
    said = [word.split(":") for word in entry.names("to")]
    invitation = fresh(Invitation, wrote, **_common(draft, entry, wrote), way=Way.SENT, organizer=f"mailto:{MY_MAIL}")
    later = draft.days.past(wrote + timedelta(hours=31))
    over = State(entry.values.get("state", "open"))
    draft.records.append(
        altered(
            invitation,
            later,
            state=over,
            recipients=tuple(
                Recipient(
                    person=draft.people[name].id,
                    answer=Answer(answer),
                    stamp=None if answer == "waiting" else utc(later - timedelta(hours=number)),
                )
                for number, (name, answer) in enumerate(said)
            ),
        )
    )


def _common(draft: Draft, entry: Entry, came: datetime) -> dict[str, Any]:
    start, end = _span(draft.days, entry)
    place = entry.values.get("place", "").replace("-", " ")
    uid = derived_id("demo", entry.title, came.date().isoformat())
    return {
        "kind": Offer(entry.values.get("kind", "invitation")),
        "title": entry.title,
        "note": entry.text,
        "community": draft.community_id(entry.values["c"]),
        "start": start,
        "end": end,
        "timezone": "" if start is None else entry.values.get("zone", HOME),
        "place": place,
        "link": entry.values.get("link", ""),
        "uid": f"{uid[:16]}@example.org",
    }


def _span(days: Days, entry: Entry) -> tuple[datetime, datetime | None] | tuple[None, None]:
    minutes = timedelta(minutes=int(entry.values.get("min", "60")))
    if "soon" in entry.values:
        early = days.now.hour < 15
        start = at(days.today if early else days.ago(-1), "17:30" if early else "08:30")
    elif "clock" in entry.values:
        start = at(_day(days, entry), entry.values["clock"], entry.values.get("zone", HOME))
    else:
        return None, None
    return start, start + minutes


def _day(days: Days, entry: Entry) -> date:
    """Return the day that is meant: in so many days, or so many days ago, on its weekday where it has one."""
    if "ahead" in entry.values:
        return days.coming(int(entry.values["wd"]), int(entry.values["ahead"]))
    ago = int(entry.values["day"])
    return days.home(days.since(days.weekday(int(entry.values["wd"]), ago)) if "wd" in entry.values else ago)


def _yes(draft: Draft, invitation: Invitation, entry: Entry) -> Commitment:
    said = invitation.answered_on or invitation.created
    commitment = fresh(
        Commitment,
        said,
        id=derived_id("commitment", invitation.uid, ""),
        what=invitation.title,
        community=invitation.community,
        invitation=invitation.id,
        start=invitation.start,
        end=invitation.end,
        timezone=invitation.timezone,
    )
    beside = [(checklist, item, note) for what, checklist, item, note in BESIDE if what == entry.title]
    day = None if invitation.start is None or invitation.start > draft.days.now else invitation.start.date()
    ticks = tuple(Tick(checklist=checklist, item=item, on=day, note=note) for checklist, item, note in beside)
    return _closed(draft, altered(commitment, said, occasions=ticks), entry)


def _promise(draft: Draft, entry: Entry) -> Commitment:
    days = draft.days
    day = None
    if "due" in entry.values:
        day = due_friday(days) + timedelta(days=1)
    elif "ahead" in entry.values or "day" in entry.values:
        day = _day(days, entry)
    commitment = fresh(
        Commitment,
        _when(draft, entry, "made"),
        what=entry.title,
        community=draft.community_id(entry.values["c"]),
        start=None if day is None else whole_day(day),
        all_day=day is not None,
        kind=Promise.DO,
    )
    return _closed(draft, commitment, entry)


def _closed(draft: Draft, commitment: Commitment, entry: Entry) -> Commitment:
    """Return the commitment with what came of it, the evening of its day or, excused, the day before."""
    outcome = Outcome(entry.values.get("outcome", "open"))
    if outcome is Outcome.OPEN or commitment.start is None:
        return commitment
    early = outcome in (Outcome.EXCUSED, Outcome.RELEASED)
    when = at(commitment.start.date() - timedelta(days=early), "21:30") + timedelta(hours=3 * (not early))
    moment = max(draft.days.past(when), commitment.created)
    reflection = entry.marks[0].text if entry.marks else ""
    return altered(commitment, moment, outcome=outcome, closed_on=utc(moment), reflection=reflection)


def _when(draft: Draft, entry: Entry, key: str) -> datetime:
    """Return a moment of the day on which a letter came or a promise was made."""
    return draft.evening(draft.days.ago(int(entry.values[key])), 9)
