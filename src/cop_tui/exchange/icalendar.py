"""iCalendar in (RFC 5545, RFC 5546): invitations, answers and what is called off, component by component.

Whatever is wrong with one component is its own matter: it is skipped and named, its neighbours are taken.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.errors import CopError
from cop_tui.domain.record import Record, derived_id
from cop_tui.exchange.ical_draft import Draft
from cop_tui.exchange.ical_events import Happening, Words, happening, put_in_words
from cop_tui.exchange.ical_lines import KINDS, Component, components, text_of
from cop_tui.exchange.ical_replies import take_reply
from cop_tui.exchange.ical_taking import Taking
from cop_tui.exchange.ical_text import lines_of
from cop_tui.exchange.ical_zones import Zones
from cop_tui.exchange.intake import Intake, Progress, Tally, sentence_of, word_for
from cop_tui.exchange.itip import OWN_UID
from cop_tui.practice.say_yes import say_yes

_WHAT = {"VTODO": "a task", "VJOURNAL": "a journal entry", "VFREEBUSY": "a list of free and busy times"}
_METHODS = {
    "COUNTER": "it proposes another time; talk to whoever sent it",
    "REFRESH": "it asks to have the invitation sent again",
    "ADD": "it adds single gatherings to a series, which is not read yet",
    "DECLINECOUNTER": "it declines another time that was proposed",
}


def read(
    data: bytes,
    path: str,
    book: Book,
    *,
    now: datetime,
    progress: Progress | None = None,
    words: Words | None = None,
) -> Intake:
    """Read a calendar file into a book.

    Args:
        data: The bytes of the file.
        path: Its name, for what is skipped.
        book: What is known already; invitations are matched by the addresses of its member.
        now: The moment of reading, in the member's zone; floating times are on that clock.
        progress: Told how many components of how many are read.
        words: What the letter says that the calendar came in, if any.
    """
    tally = Tally(path)
    lines, note = lines_of(data)
    if note:
        tally.note(note)
    calendars = components(lines)
    steps = _Steps(calendars, progress)
    words = words or Words()
    draft = Draft(book, now)
    taking = Taking(draft, tally)
    for calendar in calendars:
        _take(calendar, taking, steps, words)
    count = sum(tally.added.values()) + sum(tally.changed.values())
    change = _with_commitments(book, taking, sentence_of(count, (tally.file,)))
    return tally.intake(book.apply(change), change, dict(draft.along))


class _Steps:
    """Tells how far the reading is, now and then."""

    def __init__(self, calendars: list[Component], progress: Progress | None) -> None:
        self._progress = progress
        self._done = 0
        self._all = sum(one.name in KINDS for calendar in calendars for one in calendar.walk())

    def step(self) -> None:
        """Count one more."""
        self._done += 1
        if self._progress is not None and (self._done % 50 == 0 or self._done == self._all):
            self._progress(self._done, self._all)


def _take(calendar: Component, taking: Taking, steps: _Steps, words: Words) -> None:
    line = calendar.first("METHOD")
    method = line.value.strip().upper() if line is not None else ""
    found = [put_in_words(what, words) for what in _understood(calendar, taking, steps)]
    if method != "REPLY":
        found = _each_once(found, taking.tally)
    for what in sorted(found, key=lambda one: one.occurrence is not None):
        try:
            _one(method, what, taking)
        except Exception as wrong:  # noqa: BLE001 - whatever a stranger's event does, its neighbours are taken
            taking.tally.skip(what.title, f"it can't be taken: {wrong}")


def _one(method: str, what: Happening, taking: Taking) -> None:
    match method:
        case "REPLY":
            take_reply(taking, what)
        case "CANCEL":
            taking.call_off(what)
        case "" | "REQUEST" | "PUBLISH":
            taking.offer(what)
        case _:
            taking.tally.skip(what.title, _METHODS.get(method, f"it is a message of an unknown kind ({method[:40]})"))


def _understood(calendar: Component, taking: Taking, steps: _Steps) -> Iterator[Happening]:
    tally = taking.tally
    zones = Zones(calendar, taking.draft.now, tally.note)
    for place, component in enumerate((one for one in calendar.walk() if one.name in KINDS), start=1):
        steps.step()
        item = _item(component, place)
        if _is_own(component, taking.draft.book):
            tally.unchanged += 1
            tally.note("what went out from this notebook is known already")
        elif component.name != "VEVENT":
            tally.skip(item, f"it is {_WHAT[component.name]}, not an event")
        elif not component.is_whole:
            tally.skip(item, "it is cut off")
        else:
            try:
                yield happening(component, zones, _noting(tally, item))
            except Exception as wrong:  # noqa: BLE001 - whatever a stranger's event does, its neighbours are taken
                tally.skip(item, str(wrong) if isinstance(wrong, ValueError) else f"it can't be understood: {wrong}")


def _is_own(component: Component, book: Book) -> bool:
    """Tell whether a component is a promise or a story of this very notebook, as its export writes them."""
    line = component.first("UID")
    uid = line.value.strip() if line is not None else ""
    known = uid.removesuffix(OWN_UID)
    return known != uid and (known in book.commitments or known in book.stories)


def _noting(tally: Tally, item: str) -> Callable[[str], None]:
    return lambda text: tally.note(f"“{item}” {text}")


def _item(component: Component, place: int) -> str:
    line = component.first("SUMMARY")
    return (text_of(line.value).strip() if line is not None else "") or f"{component.name} number {place}"


def _each_once(found: list[Happening], tally: Tally) -> list[Happening]:
    """Settle which of several events of one UID count: the newest revision, and each that is another event."""
    kept: dict[tuple[str, datetime | None], Happening] = {}
    for what in found:
        first = kept.get(what.key)
        if first is None:
            kept[what.key] = what
        elif _is_other(first, what):
            other = msgspec.structs.replace(what, uid=_other_uid(what))
            if other.key in kept:
                tally.skip(what.title, _TWICE)
            kept.setdefault(other.key, other)
            tally.note(f"“{what.title}” has the UID of “{first.title}”; both are kept")
        else:
            older, newer = sorted((first, what), key=_revision)
            twice = msgspec.structs.replace(older, sequence=newer.sequence, stamp=newer.stamp) == newer
            tally.skip(older.title, _TWICE if twice else _OLDER)
            kept[what.key] = newer
    return list(kept.values())


_TWICE = "it is in the same file a second time"
_OLDER = "it is an older revision of one in the same file"


def _revision(what: Happening) -> tuple[int, datetime]:
    return what.sequence, what.stamp or datetime.min.replace(tzinfo=UTC)


def _is_other(first: Happening, second: Happening) -> bool:
    """Tell whether two events of one UID are two events, and not two revisions of one."""
    if first.occurrence is not None or first.sequence != second.sequence:
        return False
    same_title, same_start = first.title == second.title, first.start == second.start
    if same_title and same_start:
        return False
    return first.stamp is None or second.stamp is None or not (same_title or same_start) or first.stamp == second.stamp


def _other_uid(what: Happening) -> str:
    start = what.start.at.isoformat() if what.start is not None else ""
    return f"{what.uid}#{derived_id('other event', what.uid, what.title, start)[:12]}"


def _with_commitments(book: Book, taking: Taking, sentence: str) -> Change:
    """Return the change, with the yeses that the file tells of said: they make the coming commitments."""
    change = taking.draft.change(sentence)
    if not taking.accepted:
        return change
    after = book.apply(change)
    made: dict[str, Record] = {}
    for one in taking.accepted:
        invitation = after.invitations[one]
        try:
            made.update((record.id, record) for record in say_yes(after, invitation, now=taking.draft.now).put)
        except CopError as no:
            taking.tally.note(f"“{invitation.title}” stays without your yes: {no.sentence}")
    new = sum(isinstance(record, Commitment) and not after.holds(record) for record in made.values())
    taking.draft.along[word_for(Commitment)] += new
    return change.then(Change(sentence=sentence, at=change.at, put=tuple(made.values())))
