"""Today's steps: what the check-in asks about, each with its reason."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import CheckIn, DayKind
from cop_tui.domain.commitment import Commitment
from cop_tui.domain.invitation import Invitation
from cop_tui.domain.person import Person
from cop_tui.practice.activity import last_touch
from cop_tui.practice.agenda import agenda
from cop_tui.practice.ask_again import AskAgain, ask_again
from cop_tui.practice.discovery import Spark, shared_interests
from cop_tui.practice.nudges import new_sparks
from cop_tui.practice.phrases import counted, since
from cop_tui.practice.prompts import Prompt, prompt_for
from cop_tui.practice.reconnect import due_to_reconnect

JUST_SPOKEN = 14
"""Days after a contact in which someone is not picked to be asked again."""


class PersonToAsk(Struct, frozen=True, kw_only=True):
    """Someone to ask what they care about now."""

    person: Person
    """Who."""
    why: str
    """Why them."""


class Steps(Struct, frozen=True, kw_only=True):
    """What the five steps of today's check-in begin with."""

    due: tuple[Commitment, ...] = ()
    """Promises whose time has come."""
    waiting: tuple[Invitation, ...] = ()
    """Invitations that wait for an answer."""
    still_coming: tuple[Commitment, ...] = ()
    """Yeses at their cut-off."""
    person: PersonToAsk | None = None
    """Someone to ask; none where there is nobody to ask just now."""
    spark: Spark | None = None
    """A community that could be; none where nothing sparks."""
    prompt: Prompt
    """The question under which to tell something."""
    again: tuple[AskAgain, ...] = ()
    """Entries that came back to be asked about."""
    done_today: CheckIn | None = None
    """Today's check-in, where it is done already."""


def todays_steps(book: Book, now: datetime) -> Steps:
    """Return what today's check-in asks about."""
    plate = agenda(book, now)
    done = (one for one in book.check_ins.values() if one.day == now.date() and one.kind is DayKind.DONE)
    return Steps(
        due=plate.due,
        waiting=plate.waiting,
        still_coming=plate.still_coming,
        person=person_to_ask(book, now),
        spark=next(iter(new_sparks(book, now)), None),
        prompt=prompt_for(book, now),
        again=ask_again(book, now),
        done_today=next(done, None),
    )


def person_to_ask(book: Book, now: datetime) -> PersonToAsk | None:
    """Return one person to ask: someone it is time to be in touch with, else who shares most, was silent longest."""
    shared = shared_interests(book)
    for reconnect in due_to_reconnect(book, now, ahead=0):
        person = book.people[reconnect.person]
        return PersonToAsk(person=person, why=_why(shared.get(person.id, ()), reconnect.last, now.date()))
    quiet_since = now.date() - timedelta(days=JUST_SPOKEN)
    last = {person_id: last_touch(book, person_id, now) for person_id in book.people}
    candidates = [one for one in book.people.values() if (last[one.id] or date.min) <= quiet_since]
    if not candidates:
        return None
    person = min(candidates, key=lambda one: _order(one, len(shared.get(one.id, ())), last[one.id]))
    return PersonToAsk(person=person, why=_why(shared.get(person.id, ()), last[person.id], now.date()))


def _order(person: Person, shared: int, last: date | None) -> tuple[int, bool, date, str, str]:
    return -shared, last is None, last or date.min, person.name.casefold(), person.id


def _why(shared: tuple[str, ...], last: date | None, today: date) -> str:
    spoke = f"last spoke {since(last, today)}" if last else "have not spoken yet"
    match len(shared):
        case 0:
            return f"You {spoke}"
        case 1:
            return f"You both care about {shared[0]} and {spoke}"
        case many:
            return f"You share {counted(many, 'interest')} and {spoke}"
