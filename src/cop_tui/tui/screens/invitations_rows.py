"""What the views of Invitations show: waiting, answered, sent, proposals. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from cop_tui.domain.book import Book
from cop_tui.domain.invitation import Answer, Invitation, Offer, State, Way
from cop_tui.practice.agenda import agenda
from cop_tui.practice.narrowing import Keeps
from cop_tui.tui.screens.today_rows import commitment_row, invitation_row, keys_for
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Rows, Section, filled

COLUMNS = (Column(tone=INK), Column(most=16, tone=SOFT), Column(most=18, tone=SOFT), Column(most=16, tone=FAINT))
"""What, when, what was answered, from or to whom."""

SAID: dict[Answer, str] = {
    Answer.WAITING: "not answered",
    Answer.YES: "yes",
    Answer.MAYBE: "perhaps",
    Answer.NO: "no",
}
"""What an answer is called here."""


def waiting(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return what waits for an answer, and the yeses that are asked about once more."""
    found = agenda(book, now)
    still = [one for one in found.still_coming if is_kept(one)]
    asked = [one for one in found.waiting if is_kept(one)]
    return filled(
        Section(
            "Still coming?",
            tuple(commitment_row(book, one, now) for one in still),
            count=str(len(still)),
            keys=keys_for(book, still, now),
        ),
        Section(
            "Waiting for your answer",
            Rows(asked, lambda one: invitation_row(book, one, now)),
            count=str(len(asked)),
            keys=keys_for(book, asked, now),
        ),
        empty="Nobody waits for your answer. i invites somebody yourself.",
    )


def answered(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return what you answered, the latest first, and what lapsed or was withdrawn before you did."""
    received = [one for one in book.invitations.values() if one.way is Way.RECEIVED and is_kept(one)]
    mine = [one for one in received if one.answer is not Answer.WAITING]
    gone = [one for one in received if one.answer is Answer.WAITING and _is_over(one, now)]
    return filled(
        _section(book, "You answered", mine, now, lambda one: one.answered_on or one.start or one.created),
        _section(book, "Went by without an answer", gone, now, lambda one: one.start or one.created),
        empty="You have answered nothing yet.",
    )


def sent(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return whom you invited, with who answered what."""
    mine = [one for one in book.invitations.values() if _is_sent(one, Offer.INVITATION) and is_kept(one)]
    ahead = [one for one in mine if not _is_over(one, now)]
    over = [one for one in mine if _is_over(one, now)]
    return filled(
        _section(book, "You invited", ahead, now, lambda one: one.start or one.created),
        _section(book, "Gone by", over, now, lambda one: one.start or one.created),
        empty="You have invited nobody yet. i makes an invitation.",
    )


def proposals(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return what was proposed, by you and to you."""
    found = [one for one in book.invitations.values() if one.kind is Offer.PROPOSAL and is_kept(one)]
    mine = [one for one in found if one.way is Way.SENT]
    theirs = [one for one in found if one.way is Way.RECEIVED]
    return filled(
        _section(book, "You proposed", mine, now, lambda one: one.created),
        _section(book, "Proposed to you", theirs, now, lambda one: one.created),
        empty="Nothing is proposed just now. i without a date makes a proposal.",
    )


def answers_words(one: Invitation) -> str:
    """Return who many answered what to an invitation that was sent: "2 yes, 1 waiting"."""
    if one.state is State.WITHDRAWN:
        return "withdrawn"
    counts = Counter(taker.answer for taker in one.recipients)
    words = {**SAID, Answer.WAITING: "waiting"}
    return ", ".join(f"{counts[answer]} {words[answer]}" for answer in _ORDER if counts[answer]) or "nobody asked"


_ORDER = (Answer.YES, Answer.MAYBE, Answer.NO, Answer.WAITING)


def _section(
    book: Book,
    title: str,
    found: list[Invitation],
    now: datetime,
    latest: Callable[[Invitation], datetime],
) -> Section:
    found.sort(key=lambda one: (latest(one), one.id), reverse=True)
    return Section(title, Rows(found, lambda one: _row(book, one, now)), count=str(len(found)))


def _row(book: Book, one: Invitation, now: datetime) -> Row:
    what, when, sender = invitation_row(book, one, now).cells
    if one.way is Way.RECEIVED:
        said = "withdrawn" if one.state is State.WITHDRAWN else SAID[one.answer]
        return Row(one.id, (what, when, said, sender))
    names = [book.people[taker.person].name for taker in one.recipients if taker.person in book.people]
    more = f" and {len(names) - 1}" if len(names) > 1 else ""
    return Row(one.id, (what, when, answers_words(one), f"to {names[0]}{more}" if names else ""))


def _is_sent(one: Invitation, kind: Offer) -> bool:
    return one.way is Way.SENT and one.kind is kind


def _is_over(one: Invitation, now: datetime) -> bool:
    from cop_tui.practice.gatherings import is_ahead, is_series
    from cop_tui.practice.series import next_start

    if one.state is State.WITHDRAWN:
        return True
    if is_series(one):
        return next_start(one, now) is None
    return not is_ahead(one.start, one.end, now, one)
