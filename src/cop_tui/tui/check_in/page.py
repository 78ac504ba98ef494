"""How the talk looks: steps that are done folded to a line, the present one open, the others faint. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.cells import cell_len
from textual.content import Content

from cop_tui.domain.book import Book
from cop_tui.domain.check_in import Step
from cop_tui.practice.agenda import next_yes
from cop_tui.practice.rhythm import Rhythm, rhythm
from cop_tui.practice.words import short_moment
from cop_tui.tui import actions
from cop_tui.tui.action import sign
from cop_tui.tui.check_in.question import Question
from cop_tui.tui.check_in.talk import Asked, Talk
from cop_tui.tui.markup import Piece, line, lines
from cop_tui.tui.tones import ALIVE, FAINT, INK, KEY, SOFT, STRONG, TITLE
from cop_tui.tui.widgets.heat_map import mark
from cop_tui.tui.widgets.rows import fitted

TITLES: dict[Step, str] = {
    Step.SHOW_UP: "Show up & say yes",
    Step.ASK: "Ask & share",
    Step.INVITE: "Invite",
    Step.LEARN: "Learn",
    Step.TELL: "Tell",
}
"""What the five steps are called."""

NOTHING: dict[Step, str] = {
    Step.SHOW_UP: "nothing is due, nobody waits",
    Step.ASK: "nobody to ask just now",
    Step.INVITE: "nothing new sparks",
}
"""What is said of a step with nothing in it."""

SEEN = 7
"""Rows of a step that are shown at once."""
LATELY = 14
"""Days of the rhythm that the last page shows."""
WHEN, WHO = 16, 22
"""Cells of those columns, of the first at most: `tomorrow 18:00`, `Tue 1 Dec 18:00`."""
WHAT, LEAST = 24, 10
"""Cells that are left for what it is about before the last column gives way, and those that either keeps."""
INDENT = "   "


def above(talk: Talk, width: int) -> Content:
    """Return the steps before the present one, folded; then the present one with what it asks."""
    now = talk.question
    folded = [_folded(talk, step, width) for step in Step if now is None or _number(step) < _number(now.step)]
    if now is None:
        return lines(*folded)
    title = line((f"{_number(now.step)} {TITLES[now.step]}", TITLE), *_count(talk, now.step))
    body = _rows(talk, width) if now.step is Step.SHOW_UP else _words(talk, now, width)
    return lines(*folded, *([Content("")] if folded else []), title, *body)


def below(talk: Talk) -> Content:
    """Return the keys that answer, and the steps that are still to come."""
    now = talk.question
    if now is None:
        return Content("")
    ahead = [line((f"{_number(step)} {TITLES[step]}", FAINT)) for step in Step if _number(step) > _number(now.step)]
    return lines(_keys(now), Content(""), *ahead)


def ending(talk: Talk, book: Book, now: datetime, width: int) -> Content:
    """Return the last page: what today added, the rhythm, the next yes."""
    did = [line(("  · ", FAINT), (fitted(one, width - 4).rstrip(), INK)) for one in talk.did]
    added = did or [line(("  Nothing new today, and that is fine. You were here.", SOFT))]
    reading = rhythm(book, now)
    coming = next_yes(book, now)
    parts = [
        line(("What today added", TITLE), (f"  {len(did) or ''}", FAINT)),
        *added,
        Content(""),
        *_rhythm(reading, now),
    ]
    if coming and coming.start:
        when = short_moment(coming.start, now, timezone=coming.timezone, all_day=coming.all_day)
        parts += [Content(""), line(("Your next yes", TITLE)), line((f"  {coming.what}", INK), (f"  {when}", SOFT))]
    return lines(*parts)


def _number(step: Step) -> int:
    return list(Step).index(step) + 1


def _of(talk: Talk, step: Step) -> list[Asked]:
    return [one for one in talk.asked if one.question.step is step and not one.question.goes_on]


def _folded(talk: Talk, step: Step, width: int) -> Content:
    asked = _of(talk, step)
    said = [one.word for one in asked if one.word]
    sign: Piece = ("✓", ALIVE) if said else ("·", FAINT)
    words = " · ".join(said) if said else "for later" if asked else NOTHING.get(step, "")
    title = f" {TITLES[step]}"
    return line(sign, (title.ljust(21), SOFT), (fitted(words, max(0, width - 22)).rstrip(), INK if said else FAINT))


def _count(talk: Talk, step: Step) -> Iterator[Piece]:
    asked = _of(talk, step)
    if len(asked) > 1:
        yield f"  {len(asked)}", FAINT


def _present(talk: Talk) -> int:
    """Return the number of the row that the present question belongs to, within its step."""
    number = talk.at
    while talk.asked[number].question.goes_on:
        number -= 1
    return _of(talk, talk.asked[number].question.step).index(talk.asked[number])


def _rows(talk: Talk, width: int) -> Iterator[Content]:
    """Return the rows around the present one, with the answers given so far."""
    asked, present = _of(talk, Step.SHOW_UP), _present(talk)
    first = max(0, min(present - SEEN // 2, len(asked) - SEEN))
    if first:
        yield line((f"{INDENT}{first} before", FAINT))
    when = min(WHEN, max(cell_len(one.question.when) for one in asked))
    for number in range(first, min(first + SEEN, len(asked))):
        yield _row(asked[number], width, when, is_present=number == present, is_said=number < present)
    if len(asked) > first + SEEN:
        yield line((f"{INDENT}{len(asked) - first - SEEN} more", FAINT))
    now = asked[present].question
    if beside := " · ".join(words for words in (now.asks, now.why) if words):
        yield Content("")
        yield line((INDENT, ""), (fitted(beside, width - 3).rstrip(), SOFT))


def _row(asked: Asked, width: int, when: int, *, is_present: bool, is_said: bool) -> Content:
    one = asked.question
    who = max(LEAST, min(WHO, width - when - WHAT - 7))
    room = max(LEAST, width - when - who - 7)
    pointer: Piece = (" ▸ ", KEY) if is_present else (INDENT, "")
    last = asked.word or ("for later" if is_said else one.who)
    tone = ALIVE if asked.word else FAINT
    what: Piece = (fitted(one.what, room), (STRONG if is_present else SOFT if is_said else INK))
    return line(pointer, what, ("  ", ""), (fitted(one.when, when), SOFT), ("  ", ""), (fitted(last, who), tone))


def _words(talk: Talk, now: Question, width: int) -> Iterator[Content]:
    """Return what one question says: its subject brightest, its reason beside it, what was said before it above."""
    for said in _of(talk, now.step)[: _present(talk)]:
        if said.word:
            yield line((" ✓ ", ALIVE), (fitted(f"{said.question.what}: {said.word}", width - 3).rstrip(), SOFT))
    who = f"  {now.who}" if now.who else ""
    yield from _wrapped(now.what, width, STRONG)
    if who:
        yield line((INDENT, ""), (fitted(who.strip(), width - 3).rstrip(), FAINT))
    if now.why:
        yield from _wrapped(now.why, width, SOFT)
    if now.asks:
        yield line((INDENT, ""), (fitted(now.asks, width - 3).rstrip(), INK))


def _wrapped(words: str, width: int, tone: str) -> Iterator[Content]:
    """Break a sentence into lines, indented; a word is never broken unless it has to be."""
    room, current = max(10, width - 3), ""
    for word in words.split():
        if current and len(current) + 1 + len(word) > room:
            yield line((INDENT, ""), (fitted(current, room).rstrip(), tone))
            current = word
        else:
            current = f"{current} {word}".strip()
    yield line((INDENT, ""), (fitted(current, room).rstrip(), tone))


def _keys(now: Question) -> Content:
    shown = [actions.BY_ID[f"check-in.{key}"] for key in now.keys]
    pieces: list[Piece] = [(INDENT, "")]
    for action in shown:
        pieces += [(action.sign, KEY), (f" {action.row}  ", FAINT)]
    if now.line:
        return line(*pieces, (sign("enter"), KEY), (" keeps it; empty goes on", FAINT))
    return line(*pieces, (actions.BY_ID["check-in.on"].sign, KEY), (" later", FAINT))


def _rhythm(reading: Rhythm, now: datetime) -> Sequence[Content]:
    lately = [day for day in reading.days if day.day <= now.date()][-LATELY:]
    days = "1 day in rhythm" if reading.streak == 1 else f"{reading.streak} days in rhythm"
    longest = f"  your longest is {reading.longest}" if reading.longest > reading.streak else ""
    marks = [piece for day in lately for piece in (mark(day, now.date()), (" ", ""))]
    return (
        line(("Your rhythm", TITLE), ("  two weeks", FAINT)),
        line(("  ", ""), *marks, ("  ", ""), (days, INK), (longest, FAINT)),
    )
