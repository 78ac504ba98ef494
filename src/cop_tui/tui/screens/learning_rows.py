"""What the views of Learning show: by purpose and rung, the newest, goals, what comes back. Pure."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from cop_tui.domain.book import Book
from cop_tui.domain.goal import Goal, Pursuit
from cop_tui.domain.learning import Learning
from cop_tui.domain.purpose import RUNGS, Purpose
from cop_tui.domain.story import Story
from cop_tui.practice.ask_again import AskAgain, ask_again
from cop_tui.practice.field import PURPOSES
from cop_tui.practice.narrowing import Keeps
from cop_tui.practice.phrases import counted, span
from cop_tui.practice.words import title_of
from cop_tui.tui.pages import around
from cop_tui.tui.pages.marks import ladder, strip
from cop_tui.tui.screens.months import month_of, month_words
from cop_tui.tui.screens.today_rows import keys_for
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import Column, Row, Rows, Section, filled

COLUMNS = (Column(tone=INK), Column(most=16, tone=SOFT), Column(most=8, tone=SOFT))
"""What, how far, when."""

GOALS = (Column(tone=INK), Column(most=16, tone=SOFT), Column(most=12, tone=SOFT), Column(most=20, tone=FAINT))
"""What, by when, how much serves it, what for."""

BEGIN = "Nothing written down yet. n begins, with one line."
"""What is said where there is nothing at all."""

_RUNG = {rung: number for ladder_ in RUNGS.values() for number, rung in enumerate(ladder_)}


def by_purpose(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return the entries of each purpose by rung, newest first within one; what other purposes are for, faint."""
    found = _newest(book, is_kept)
    if not found:
        return _nothing()
    of: dict[Purpose, list[Learning]] = {purpose: [] for purpose in Purpose}
    for one in found:
        of[one.purpose].append(one)
    for ones in of.values():
        ones.sort(key=lambda one: _RUNG[one.rung])
    full = tuple(_of_purpose(purpose, ones, now) for purpose, ones in of.items() if ones)
    bare = tuple(purpose for purpose, ones in of.items() if not ones)
    is_whole = len(found) == len(book.learning)
    return (_depth(found), *full, *(_unused(purpose) for purpose in bare if is_whole))


def newest(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return everything learned, month by month, the newest first."""
    found = _newest(book, is_kept)
    months = groupby(found, key=lambda one: month_of(one.on, now))
    sections = tuple(_of_month(month_words(*month, now), list(ones), now) for month, ones in months)
    return sections or _nothing()


def goals(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return the goals that are pursued, the soonest first, then those reached and those let go."""
    serve = Counter(one.goal or "" for one in book.learning.values())
    found = [one for one in book.goals.values() if is_kept(one)]
    sections = (_of_state(found, state, serve, now) for state in Pursuit)
    return filled(*sections, empty="No goal yet. n sets one.")


def comes_back(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return what comes back after 30 and 90 days: was it used, what came of it?"""
    again = {one.record.id: one for one in ask_again(book, now) if is_kept(one.record)}
    learned = [one.record for one in again.values() if isinstance(one.record, Learning)]
    told = [one.record for one in again.values() if isinstance(one.record, Story)]
    return filled(
        _asked(book, "Was it used?", learned, again, now),
        _asked(book, "What came of the story?", told, again, now),
        empty="Nothing comes back just now.",
    )


def _newest(book: Book, is_kept: Keeps) -> list[Learning]:
    found = [one for one in book.learning.values() if is_kept(one)]
    found.sort(key=lambda one: (one.on.timestamp(), one.id), reverse=True)
    return found


def _nothing() -> Sequence[Section]:
    return (Section("", empty=BEGIN),)


def _depth(found: Sequence[Learning]) -> Section:
    """Return how many came to their second and third rung: a line, nothing to be measured by."""
    counts = Counter(_RUNG[one.rung] for one in found)
    second, third = counts[1] + counts[2], counts[2]
    words = f"{second} came to a second rung" if second else "All of it is still fresh"
    more = f", {third} to the third" if third else ""
    return Section("", empty=f"{words}{more}.")


def _of_purpose(purpose: Purpose, ones: Sequence[Learning], now: datetime) -> Section:
    counts = Counter(one.rung for one in ones)
    words = " → ".join(f"{counts[rung]} {rung.value}" if counts[rung] else rung.value for rung in RUNGS[purpose])
    return Section(PURPOSES[purpose].title, Rows(ones, lambda one: _row(one, now)), count=words)


def _unused(purpose: Purpose) -> Section:
    text = PURPOSES[purpose]
    return Section("", empty=f"{text.title}: {text.text[:1].lower()}{text.text[1:]}")


def _of_month(title: str, ones: Sequence[Learning], now: datetime) -> Section:
    return Section(title, Rows(ones, lambda one: _row(one, now)), count=str(len(ones)))


def _row(one: Learning, now: datetime) -> Row:
    return Row(one.id, (one.text, ladder(one), around.short_day(one.on, now)))


def _of_state(found: Sequence[Goal], state: Pursuit, serve: Counter[str], now: datetime) -> Section:
    titles = {Pursuit.PURSUING: "You pursue", Pursuit.REACHED: "Reached", Pursuit.LET_GO: "Let go"}
    ones = sorted((one for one in found if one.state is state), key=lambda one: (one.by is None, one.by, one.id))
    return Section(titles[state], Rows(ones, lambda one: _goal_row(one, serve, now)), count=str(len(ones)))


def _goal_row(one: Goal, serve: Counter[str], now: datetime) -> Row:
    entries = counted(serve[one.id], "entry", "entries") if serve[one.id] else ""
    if one.state is not Pursuit.PURSUING:
        return Row(one.id, (one.text, around.short_day(one.closed_on, now), entries, one.why), tone=SOFT)
    return Row(one.id, (one.text, f"by {around.short_day(one.by, now)}" if one.by else "", entries, one.why))


def _asked(
    book: Book,
    title: str,
    records: Sequence[Learning | Story],
    again: dict[str, AskAgain],
    now: datetime,
) -> Section:
    def row(one: Learning | Story) -> Row:
        far = ladder(one) if isinstance(one, Learning) else strip(one)
        return Row(one.id, (title_of(one, book), far, span(again[one.id].after)))

    return Section(title, Rows(records, row), count=str(len(records)), keys=keys_for(book, records, now))
