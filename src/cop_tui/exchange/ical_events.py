"""A VEVENT, understood: what, when, who asks whom. Knows nothing of the notebook."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

from cop_tui.domain.invitation import Answer
from cop_tui.domain.record import derived_id
from cop_tui.exchange.ical_lines import Component, Line, text_of
from cop_tui.exchange.ical_moments import Moment, day_of, duration_of, later, moment_of, on_clock
from cop_tui.exchange.ical_recurrence import recurrence_of
from cop_tui.exchange.ical_zones import Zones

_NAMES = (
    "UID SEQUENCE DTSTAMP LAST-MODIFIED SUMMARY DESCRIPTION LOCATION URL CONFERENCE X-GOOGLE-CONFERENCE DTSTART DTEND "
    "DURATION RECURRENCE-ID STATUS ORGANIZER ATTENDEE"
)
_WANTED = frozenset(_NAMES.split())
_ANSWERS = {
    "ACCEPTED": Answer.YES,
    "TENTATIVE": Answer.MAYBE,
    "DECLINED": Answer.NO,
    "NEEDS-ACTION": Answer.WAITING,
}
_HOUR = timedelta(hours=1)
NAMELESS = "Something without a title"
"""What an event is called that says nothing about itself."""


class Someone(msgspec.Struct, frozen=True):
    """A calendar user: an organiser or an attendee."""

    raw: str
    """The address as it came, without blanks."""
    mail: str
    """The mail address by which people are told apart; empty where it is none."""
    name: str
    """The name that came with it, else the address."""
    answer: Answer | None
    """What they say (PARTSTAT); none where that is nothing that a member could say."""


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What the letter around a calendar says; it lends its words where the calendar has none, and decides nothing."""

    title: str = ""
    """What the letter is about."""
    sender: Someone | None = None
    """Who it says that it is from."""


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One VEVENT."""

    uid: str
    """Its UID; one made of its content where it has none."""
    sequence: int
    """Which revision."""
    stamp: datetime | None
    """When it was written, in UTC."""
    title: str
    """What it is."""
    note: str
    """Its description."""
    place: str
    """Where."""
    link: str
    """Where on-line."""
    start: Moment | None
    """When it begins."""
    end: datetime | None
    """When it ends, with its offset."""
    recurrence: str
    """Its recurrence lines, on its own wall clock."""
    occurrence: datetime | None
    """Which occurrence of a series it is, in UTC."""
    reach: Literal["one", "following"]
    """Whether it stands for that occurrence alone or for all that follow too."""
    is_cancelled: bool
    """Whether its status is CANCELLED."""
    organizer: Someone | None
    """Who asks."""
    attendees: tuple[Someone, ...]
    """Who is asked."""
    sender: Someone | None = None
    """Whose letter it came in, where nobody is named who asks; anybody can write that, so it changes nothing."""

    @property
    def key(self) -> tuple[str, datetime | None]:
        """What it is known by: its UID, and which occurrence it is."""
        return self.uid, self.occurrence


def happening(component: Component, zones: Zones, note: Callable[[str], None]) -> Happening:
    """Understand a VEVENT.

    Raises:
        ValueError: a date in it is none; the sentence says which.
    """
    lines: dict[str, Line] = {}
    attendees: list[Someone] = []
    for line in component.lines(_WANTED):
        if line.name == "ATTENDEE":
            attendees.append(someone(line))
        elif line.value.strip() or line.name not in lines:
            lines.setdefault(line.name, line)
    start = moment_of(lines["DTSTART"], zones) if "DTSTART" in lines else None
    occurrence = moment_of(lines["RECURRENCE-ID"], zones) if "RECURRENCE-ID" in lines else None
    title = _said(lines, "SUMMARY") or _said(lines, "DESCRIPTION").strip().partition("\n")[0][:80] or NAMELESS
    return Happening(
        uid=_said(lines, "UID").strip() or _made_uid(lines),
        sequence=_number(lines.get("SEQUENCE")),
        stamp=_stamp(lines, zones),
        title=title,
        note=_said(lines, "DESCRIPTION"),
        place=_said(lines, "LOCATION"),
        link=_link(lines),
        start=start,
        end=_end(lines, start, zones).at if start is not None else None,
        recurrence=recurrence_of(component, start, zones, note) if start is not None and occurrence is None else "",
        occurrence=_original(occurrence, start) if occurrence is not None else None,
        reach="following" if _is_following(lines) else "one",
        is_cancelled=_said(lines, "STATUS").strip().upper() == "CANCELLED",
        organizer=someone(lines["ORGANIZER"]) if _said(lines, "ORGANIZER").strip() else None,
        attendees=tuple(attendees),
    )


def put_in_words(what: Happening, words: Words) -> Happening:
    """Return an event with the words of its letter where it has none of its own: a title, and who asks."""
    title = words.title if what.title == NAMELESS and words.title else what.title
    return msgspec.structs.replace(what, title=title, sender=words.sender if what.organizer is None else None)


def someone(line: Line) -> Someone:
    """Read an ORGANIZER or ATTENDEE line."""
    raw = "".join(line.value.split())
    mail = mail_of(raw) or mail_of(line.params.get("EMAIL", ""))
    name = " ".join(text_of(line.params.get("CN", "")).split())
    if mail and name.casefold().endswith(f"({mail})"):
        name = name[: -len(mail) - 2].strip()
    answer = _ANSWERS.get(line.params.get("PARTSTAT", "NEEDS-ACTION").strip().upper())
    return Someone(raw, mail, name or mail or raw, answer)


def mail_of(address: str) -> str:
    """Return the mail address by which people are told apart: no blanks, no `mailto:`, case folded; or nothing."""
    plain = "".join(address.split()).strip("<>\"'").casefold()
    while plain.startswith("mailto:"):
        plain = plain.removeprefix("mailto:").strip("<>\"'")
    return plain if "@" in plain and ":" not in plain else ""


def _said(lines: dict[str, Line], name: str) -> str:
    line = lines.get(name)
    return text_of(line.value) if line is not None else ""


def _link(lines: dict[str, Line]) -> str:
    for name in ("URL", "CONFERENCE", "X-GOOGLE-CONFERENCE"):
        if name in lines and lines[name].value.strip():
            return lines[name].value.strip()
    return ""


def _number(line: Line | None) -> int:
    text = line.value.strip() if line is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0


def _stamp(lines: dict[str, Line], zones: Zones) -> datetime | None:
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        if name in lines:
            try:
                return moment_of(lines[name], zones).at.astimezone(UTC)
            except ValueError:
                continue
    return None


def _made_uid(lines: dict[str, Line]) -> str:
    told = ("SUMMARY", "DTSTART", "DTEND", "DURATION", "LOCATION", "RECURRENCE-ID")
    return derived_id("no uid", *(lines[name].value if name in lines else "" for name in told))


def _is_following(lines: dict[str, Line]) -> bool:
    line = lines.get("RECURRENCE-ID")
    return line is not None and line.params.get("RANGE", "").upper() == "THISANDFUTURE"


def _end(lines: dict[str, Line], start: Moment, zones: Zones) -> Moment:
    """Return when it ends: as it says; else after an hour, or a day."""
    usual = timedelta(days=1) if start.all_day else _HOUR
    if "DTEND" in lines:
        end = moment_of(lines["DTEND"], zones)
        if start.all_day:
            return max(day_of(end.wall.date()), later(start, usual), key=lambda one: one.at)
        if end.all_day and start.zone is not None:
            end = on_clock(end.wall, start.zone)
        return end if end.at >= start.at else later(start, usual)
    if "DURATION" in lines:
        length = duration_of(lines["DURATION"].value)
        return later(start, max(length, usual) if start.all_day else length)
    return later(start, usual)


def _original(occurrence: Moment, start: Moment | None) -> datetime:
    """Return the start that an occurrence has in its series; a bare or floating one is on the clock of its start."""
    if start is None or start.zone is None:
        if start is not None and not occurrence.all_day:
            return day_of(occurrence.wall.date()).at
        return occurrence.at.astimezone(UTC)
    if occurrence.all_day:
        return on_clock(datetime.combine(occurrence.wall.date(), start.wall.time()), start.zone).at.astimezone(UTC)
    if occurrence.kind == "floating":
        return on_clock(occurrence.wall, start.zone).at.astimezone(UTC)
    return occurrence.at.astimezone(UTC)
