"""What the views of Story show: entries, value stories, starred ones, this day, prompts, days. Pure."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import groupby

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import CheckIn, DayKind
from cop_tui.domain.learning import Learning
from cop_tui.domain.moment import seen_from
from cop_tui.domain.story import Story
from cop_tui.practice.narrowing import Keeps, Narrowing
from cop_tui.practice.on_this_day import on_this_day
from cop_tui.practice.phrases import counted
from cop_tui.practice.prompts import Prompt, prompts
from cop_tui.practice.words import WEEKDAYS, fold, title_of
from cop_tui.tui.pages import around
from cop_tui.tui.pages.marks import ladder, strip
from cop_tui.tui.screens.months import month_of, month_words
from cop_tui.tui.tones import FAINT, INK, SOFT
from cop_tui.tui.widgets.rows import NONE_LEFT, Column, Row, Rows, Section

ENTRIES = (Column(most=8, tone=SOFT), Column(tone=INK), Column(most=16, tone=FAINT))
"""When, what, where."""
VALUE = (Column(most=8, tone=SOFT), Column(tone=INK), Column(most=18, tone=SOFT), Column(most=16, tone=FAINT))
"""When, what, in which cycles value showed, where."""
PROMPTS = (Column(tone=INK),)
"""The question."""
DAYS = (Column(most=8, tone=SOFT), Column(tone=INK))
"""Which day, what was done in it."""

BEGIN = "Nothing told yet. t tells a line, W gives you a page."
"""What is said where nothing is told yet."""
STAR = "★ "
"""What stands before one to come back to."""


def entries(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return everything told, month by month, the newest first."""
    return _told(book, now, is_kept, BEGIN)


def starred(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return the stories to come back to."""
    empty = "No star yet. * gives one to a story."
    return _told(book, now, lambda one: isinstance(one, Story) and one.starred and is_kept(one), empty)


def value(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return the stories of value, the newest first, each with the cycles in which something showed."""
    found = _newest(one for one in book.stories.values() if one.cycles and is_kept(one))
    empty = "No story of value yet. > begins one on any story."
    rows = Rows(found, lambda one: _value_row(book, one, now))
    count = str(len(found)) if found else ""
    return (Section("What came of it", rows, count=count, empty="" if found else empty),)


def this_day(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return what was told and learned on this day in earlier years."""
    found = [one for one in on_this_day(book, now) if is_kept(one)]
    years = groupby(found, key=lambda one: now.year - seen_from(one.on, now).year)
    sections = tuple(_of_year(book, count, list(ones)) for count, ones in years)
    return sections or (Section("", empty="Nothing is from this day in earlier years."),)


def asked(book: Book, now: datetime, narrowed: Narrowing) -> tuple[Sequence[Section], dict[str, Prompt]]:
    """Return every prompt that the filter keeps, and the same by the id of its row."""
    found = {f"prompt:{number}": one for number, one in enumerate(prompts(book, now)) if _is_kept(one, narrowed)}
    groups = groupby(found.items(), key=lambda pair: pair[1].group)
    sections = tuple(Section(title, tuple(_prompt_row(*pair) for pair in pairs)) for title, pairs in groups)
    return sections or (Section("", empty=NONE_LEFT),), found


def days(book: Book, now: datetime, is_kept: Keeps) -> Sequence[Section]:
    """Return what can be said for today, and the days with a check-in or without one that were spoken for."""
    found = [one for one in book.check_ins.values() if is_kept(one)]
    found.sort(key=lambda one: (one.day, one.id), reverse=True)
    months = groupby(found, key=lambda one: (one.day.year, one.day.month))
    sections = (_of_days(month_words(*month, now), list(ones), now) for month, ones in months)
    return (_today(book, now), *sections)


def _told(book: Book, now: datetime, is_kept: Keeps, empty: str) -> Sequence[Section]:
    found = _newest(one for one in book.stories.values() if is_kept(one))
    months = groupby(found, key=lambda one: month_of(one.on, now))
    sections = tuple(_of_month(book, month_words(*month, now), list(ones), now) for month, ones in months)
    return sections or (Section("", empty=empty),)


def _newest(stories: Iterable[Story]) -> list[Story]:
    return sorted(stories, key=lambda one: (one.on.timestamp(), one.id), reverse=True)


def _of_month(book: Book, title: str, ones: Sequence[Story], now: datetime) -> Section:
    return Section(title, Rows(ones, lambda one: _row(book, one, now)), count=str(len(ones)))


def _row(book: Book, one: Story, now: datetime) -> Row:
    day = seen_from(one.on, now).date()
    return Row(one.id, (_day(day, now.date()), _titled(book, one), around.community(book, one.community)))


def _value_row(book: Book, one: Story, now: datetime) -> Row:
    return Row(
        one.id, (around.short_day(one.on, now), _titled(book, one), strip(one), around.community(book, one.community))
    )


def _titled(book: Book, one: Story) -> str:
    return f"{STAR if one.starred else ''}{title_of(one, book)}"


def _day(day: date, today: date) -> str:
    return "today" if day == today else f"{WEEKDAYS[day.weekday()]} {day.day}"


def _of_year(book: Book, years: int, ones: Sequence[Story | Learning]) -> Section:
    def row(one: Story | Learning) -> Row:
        is_told = isinstance(one, Story)
        words = _titled(book, one) if isinstance(one, Story) else f"{one.text} ({ladder(one)})"
        return Row(one.id, ("told" if is_told else "learned", words, around.community(book, one.community)))

    return Section("A year ago today" if years == 1 else f"{counted(years, 'year')} ago today", Rows(ones, row))


def _is_kept(one: Prompt, narrowed: Narrowing) -> bool:
    return (
        (narrowed.community is None or one.community == narrowed.community)
        and (narrowed.element is None or one.element is narrowed.element)
        and all(word in fold(f"{one.text} {one.why}") for word in narrowed.words)
    )


def _prompt_row(row_id: str, one: Prompt) -> Row:
    does = ("write", "prompt", one.text, one.community or "", one.element.value if one.element else "")
    return Row(row_id, (one.text,), does=does)


def _today(book: Book, now: datetime) -> Section:
    """Return what can be said for today, as rows that ask for the rest."""
    rests = any(
        one.kind is DayKind.PAUSED and one.day <= now.date() and (one.until is None or now.date() <= one.until)
        for one in book.check_ins.values()
    )
    is_done = any(one.day == now.date() and one.kind is not DayKind.PAUSED for one in book.check_ins.values())
    doors: list[tuple[str, str]] = [] if is_done else [("day-off", "Take today off")]
    doors += [("resume", "Come back from the pause")] if rests else [("pause", "Pause for a while")]
    rows = tuple(Row(name, ("", words), does=(name,)) for name, words in doors)
    return Section("Rest", rows, count="your rhythm holds")


def _of_days(title: str, ones: Sequence[CheckIn], now: datetime) -> Section:
    row: Callable[[CheckIn], Row] = lambda one: Row(  # noqa: E731 - it needs the day
        one.id,
        (_day(one.day, now.date()), _done(one, now)),
        tone="" if one.kind is DayKind.DONE else FAINT,
    )
    return Section(title, Rows(ones, row), count=str(len(ones)))


def _done(one: CheckIn, now: datetime) -> str:
    """Return what was done in a day, in one line."""
    note = f": {one.note}" if one.note else ""
    if one.kind is DayKind.SKIPPED:
        return f"a day off{note}"
    if one.kind is DayKind.PAUSED:
        return f"a pause until {around.near(one.until, now) if one.until else 'you come back'}{note}"
    return "; ".join(sentence for step in one.steps for sentence in step.did) or "checked in"
