"""What the member said yes to, as a calendar: one file of all of it, or a folder with a file each (vdir).

Every promise is an event with a UID of its own, made of its id, and not with that of its invitation: a calendar that
took the invitation from the host's mail keeps the host's event, with its guests and its answer, and ours is never put
in its place; RELATED-TO names it. An occurrence of a series is an event like any other, since many programs pass over
occurrences whose series is in another file. A promise to do something, and one without a date, is a task.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from cop_tui.domain.book import Book
from cop_tui.domain.commitment import Commitment, Outcome, Promise
from cop_tui.domain.community import Community
from cop_tui.domain.invitation import Answer, Invitation, Way
from cop_tui.domain.moment import in_zone, seen_from, zone_named
from cop_tui.domain.record import Record
from cop_tui.domain.story import Story
from cop_tui.exchange.folder import Leaf, names_for
from cop_tui.exchange.ical_clocks import FIRST_YEAR, LAST_YEAR, add_clocks
from cop_tui.exchange.itip import OWN_UID, PRODUCT, clean
from cop_tui.practice.words import title_of, whole_title

_CALLED_OFF = (Outcome.EXCUSED, Outcome.RELEASED)
_DONE = {Outcome.OPEN: "NEEDS-ACTION", Outcome.KEPT: "COMPLETED"}


def write(
    book: Book,
    *,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
    community: Community | None = None,
    stories: bool = False,
    reflections: bool = False,
) -> bytes:
    """Return one calendar of all promises; the same for the same book.

    Args:
        book: What is told of.
        now: The moment of writing, in the member's zone: days are the member's.
        since: The first day; from the beginning, where none is given. With a first or last day what has no date is
            left out.
        until: The last day; to the end, where none is given.
        community: Only what belongs to this community.
        stories: Whether stories are in it too, as journal entries of their day.
        reflections: Whether the member's own words about a promise are in it.
    """
    chosen = _chosen(book, _meant(now, since, until, community), stories=stories)
    return _calendar([_component(one, book, reflections=reflections) for one in chosen], "X-WR-CALNAME")


def leaves(
    book: Book,
    known: Mapping[str, str],
    *,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
    community: Community | None = None,
    stories: bool = False,
    reflections: bool = False,
) -> dict[str, Leaf]:
    """Return the files of a vdir by record id: what `write` puts into one calendar, each in a file of its own.

    Args:
        book: As in `write`, like all that is not named here.
        known: The paths that the files had in the last run, by record id: they keep them.
        now: See `write`.
        since: See `write`.
        until: See `write`.
        community: See `write`.
        stories: See `write`.
        reflections: See `write`.
    """
    chosen = {one.id: one for one in _chosen(book, _meant(now, since, until, community), stories=stories)}
    paths = names_for({one.id: _stem(one, book) for one in chosen.values()}, known, ".ics")
    return {
        key: Leaf(paths[key], _calendar([_component(one, book, reflections=reflections)]))
        for key, one in chosen.items()
    }


def _meant(
    now: datetime, since: date | None, until: date | None, community: Community | None
) -> Callable[[Commitment | Story], bool]:
    """Return what tells whether a record is among those that were asked for."""

    def is_meant(one: Commitment | Story) -> bool:
        if community is not None and one.community != community.id:
            return False
        day = _day(one, now)
        return (since or date.min) <= day <= (until or date.max) if day else not (since or until)

    return is_meant


def _day(one: Commitment | Story, now: datetime) -> date | None:
    if isinstance(one, Story):
        return one.on.date()
    return one.start and seen_from(one.start, now, timezone=one.timezone, all_day=one.all_day).date()


def _chosen(
    book: Book, is_meant: Callable[[Commitment | Story], bool], *, stories: bool
) -> Iterator[Commitment | Story]:
    soonest = sorted(book.commitments.values(), key=lambda one: (one.start is None, one.start or one.created, one.id))
    told = sorted(book.stories.values(), key=lambda one: (one.on, one.id)) if stories else ()
    return filter(is_meant, (*soonest, *told))


def _stem(one: Commitment | Story, book: Book) -> str:
    moment = one.on if isinstance(one, Story) else one.start
    day = f"{_shown(one, moment):%Y-%m-%d} " if moment else ""
    return day + whole_title(one, book).replace("/", " ")


def _calendar(components: Iterable[Any], *named: str) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for name in named:
        calendar.add(name, "What I said yes to")
    parts = list(components)
    add_clocks(calendar, parts)
    for part in parts:
        calendar.add_component(part)
    written: bytes = calendar.to_ical()
    return written


def _component(one: Commitment | Story, book: Book, *, reflections: bool) -> Any:
    if isinstance(one, Story):
        return _journal(one, book)
    invitation = book.invitations.get(one.invitation or "")
    is_task = one.kind is Promise.DO or one.start is None
    part = _task(one, invitation) if is_task else _event(one, invitation)
    _add_around(part, invitation)
    said = (invitation.note if invitation else "", one.reflection if reflections else "")
    if any(said):
        part.add("description", clean("\n\n".join(filter(None, said))))
    outcome = "" if one.outcome is Outcome.OPEN else one.outcome.value
    _add_categories(part, outcome, _community(one, book))
    return part


def _event(one: Commitment, invitation: Invitation | None) -> Any:
    from icalendar import Event

    part = _begun(Event(), one, invitation, title=one.what)
    start, end = _written(one, one.start), _written(one, one.end)
    part.add("dtstart", start)
    if end is not None and one.start is not None and one.end is not None and one.end > one.start:
        part.add("dtend", end)
    is_off = one.outcome in _CALLED_OFF
    part.add("status", "CANCELLED" if is_off else "TENTATIVE" if _is_doubtful(one, invitation) else "CONFIRMED")
    part.add("transp", "TRANSPARENT" if is_off else "OPAQUE")
    return part


def _is_doubtful(one: Commitment, invitation: Invitation | None) -> bool:
    """Tell whether a yes waits to be said again: the host moved the gathering, or the member only said perhaps."""
    if invitation is None or one.outcome is not Outcome.OPEN or invitation.way is not Way.RECEIVED:
        return False
    return invitation.answer in (Answer.WAITING, Answer.MAYBE)


def _task(one: Commitment, invitation: Invitation | None) -> Any:
    from icalendar import Todo

    part = _begun(Todo(), one, invitation, title=one.what)
    if one.start is not None:
        part.add("due", _written(one, one.start))
    part.add("status", _DONE.get(one.outcome, "CANCELLED"))
    if one.outcome is Outcome.KEPT:
        part.add("percent-complete", 100)
        part.add("completed", (one.closed_on or one.updated).astimezone(UTC))
    return part


def _journal(one: Story, book: Book) -> Any:
    from icalendar import Journal

    part = _begun(Journal(), one, title=whole_title(one, book) if one.title else title_of(one, book))
    part.add("dtstart", one.on.date())
    text = "\n\n".join(filter(None, (one.body, *(cycle.text for cycle in one.cycles))))
    if text:
        part.add("description", clean(text))
    part.add("status", "FINAL")
    _add_categories(part, *one.tags, _community(one, book))
    return part


def _begun(part: Any, one: Commitment | Story, along: Record | None = None, *, title: str) -> Any:
    """Begin a component; it counts as changed when its record or one that it tells of changed."""
    changed = max(one.updated, along.updated if along else one.updated).astimezone(UTC)
    part.add("uid", clean(one.id) + OWN_UID)
    part.add("dtstamp", changed)
    part.add("last-modified", changed)
    part.add("created", one.created.astimezone(UTC))
    part.add("summary", clean(title))
    return part


def _add_around(part: Any, invitation: Invitation | None) -> None:
    if invitation is None:
        return
    if invitation.place:
        part.add("location", clean(invitation.place))
    if invitation.link:
        part.add("url", "".join(clean(invitation.link).split()))
    if invitation.uid:
        part.add("related-to", clean(invitation.uid))


def _add_categories(part: Any, *words: str) -> None:
    said = [clean(word) for word in words if word]
    if said:
        part.add("categories", said)


def _community(one: Commitment | Story, book: Book) -> str:
    found = book.communities.get(one.community or "")
    return found.name if found else ""


def _written(one: Commitment, moment: datetime | None) -> date | datetime | None:
    """Return a moment as a calendar takes it: a day, the clock of its zone where that is clear, else UTC."""
    if moment is None:
        return None
    shown = _shown(one, moment)
    if one.all_day:
        return shown.date()
    zone = zone_named(one.timezone)
    if zone is None or not FIRST_YEAR < shown.year < LAST_YEAR:
        return shown.astimezone(UTC)
    wall, moment = shown.replace(tzinfo=None, fold=0), shown.astimezone(UTC)
    plain = wall.replace(tzinfo=zone)
    is_clear = plain.astimezone(UTC) == moment and moment.astimezone(zone).replace(tzinfo=None) == wall
    return plain if is_clear else moment


def _shown(one: Commitment | Story, moment: datetime) -> datetime:
    return moment if isinstance(one, Story) or one.all_day else in_zone(moment, one.timezone)
