"""The blanks of invitations and promises."""

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta

from cop_tui.domain.commitment import Commitment
from cop_tui.domain.errors import Refused
from cop_tui.domain.invitation import Invitation, Recipient
from cop_tui.domain.moment import seen_from
from cop_tui.practice.manners import placed
from cop_tui.practice.when import understand
from cop_tui.practice.words import person_words
from cop_tui.tui.dialogs import fields
from cop_tui.tui.dialogs.forms import kinds
from cop_tui.tui.dialogs.forms.blank import Blank, Given
from cop_tui.tui.dialogs.naming import shown

_HOUR = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_DAY = timedelta(days=1)


def sender() -> Blank:
    """Return the blank for who invites."""

    def reads(given: Given) -> Mapping[str, object]:
        found = kinds.named(given, given.words.replace(",", " "), (given.record.sender or "",))
        return {"sender": found[0].id if found else None}

    return Blank(
        label="from",
        name="sender",
        hint="who invites",
        commas=False,
        shows=lambda book, one, _now: shown(person_words(one.sender, book)) if one.sender in book.people else "",
        reads=reads,
        completes=fields.people,
    )


def recipients() -> Blank:
    """Return the blank for who is asked; what they answered stays with them."""

    def reads(given: Given) -> Mapping[str, object]:
        known = {one.person: one for one in given.record.recipients}
        found = kinds.named(given, given.words, known)
        return {"recipients": tuple(known.get(one.id, Recipient(person=one.id)) for one in found)}

    return Blank(
        label="whom",
        name="recipients",
        hint="a name, another",
        shows=lambda book, one, _now: ", ".join(shown(person_words(each.person, book)) for each in one.recipients),
        reads=reads,
        completes=fields.people,
    )


def last_moment() -> Blank:
    """Return the blank for when something ends: an hour, or a date of its own; of days, the last one."""

    def reads(given: Given) -> Mapping[str, object]:
        words, one = given.words.strip(), given.record
        if not words:
            return {"end": None}
        if one.start is None:
            raise Refused("It has an end and no start", "Give the start first, and keep it")
        if _HOUR.fullmatch(words):
            return {"end": kinds.on_its_clock(_at(words, _seen(one, given.now)), one.timezone)}
        when = understand(words, given.now)
        if one.all_day:
            return {"end": placed(when.start + _DAY, given.now, all_day=True)[0]}
        if when.all_day:
            raise Refused("It begins at an hour and would end without one", "Write it as in 20:00 or 28 nov 20:00")
        return {"end": kinds.on_its_clock(when.start, one.timezone)}

    def shows(_book: object, one: object, now: datetime) -> str:
        end: datetime | None = getattr(one, "end", None)
        if end is None:
            return ""
        if getattr(one, "all_day", False):
            return f"{end.date() - _DAY:%Y-%m-%d}"
        return f"{seen_from(end, now, timezone=str(getattr(one, 'timezone', ''))):%Y-%m-%d %H:%M}"

    return Blank(label="until", name="end", hint="20:00, or a date", shows=shows, reads=reads)


def series() -> Blank:
    """Return the blank for how a series comes again, as calendars write it."""
    return Blank(
        label="again",
        name="recurrence",
        hint="RRULE:FREQ=WEEKLY;BYDAY=TH",
        has_lines=True,
        shows=lambda _book, one, _now: one.recurrence,
        reads=lambda given: {"recurrence": _rules(given.words)},
    )


def _rules(words: str) -> str:
    from cop_tui.practice.recurrence import rule_of

    lines = [line.strip() for line in words.splitlines() if line.strip()]
    for line in lines:
        name, _, value = line.partition(":")
        if name.split(";")[0].upper() not in ("RRULE", "RDATE", "EXDATE") or not value:
            raise Refused(f"{shown(line)[:60]} is no rule of a calendar", "As in RRULE:FREQ=WEEKLY;BYDAY=TH")
        if name.upper() == "RRULE":
            rule_of(value)
    return "\n".join(lines)


def _seen(one: Invitation | Commitment, now: datetime) -> datetime:
    """Return the start as the form shows it.

    Raises:
        Refused: It has no hour.
    """
    if one.start is None or one.all_day:
        raise Refused("It lasts whole days", "Give its last day, as in 28 nov")
    return seen_from(one.start, now, timezone=one.timezone)


def _at(words: str, start: datetime) -> datetime:
    found = _HOUR.fullmatch(words)
    hour, minute = (int(found[1]), int(found[2])) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise Refused(f"{words} is no hour", "Write it as in 20:00")
    end = datetime.combine(start.date(), time(hour, minute), tzinfo=start.tzinfo)
    return end if end >= start else end + _DAY
