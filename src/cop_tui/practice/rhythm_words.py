"""How often a community meets, said in words ("every two weeks", "third Tuesday"), as a number of days.

Only what can mean one thing becomes a number. "Bimonthly" and "every second Tuesday" may mean two things, "irregularly"
none that can be reckoned with: they have no number here, and whoever reads them keeps the words.
"""

import math
import re

from cop_tui.domain.interest import folded

LONGEST = 3660
"""The most days that a rhythm may have: ten years."""

MOST_LETTERS = 200
"""How long words may be that are looked at; a rhythm is said shortly."""

_MONTH = 365.25 / 12
_UNITS = {"day": 1.0, "week": 7.0, "month": _MONTH, "quarter": 3 * _MONTH, "year": 365.25}
_TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_TO_TWELVE, start=1)}
_COUNTS = {"once": 1, "twice": 2, "thrice": 3}
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tue|wed|thu|fri|sat|sun)\b"
_ORDINAL = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"
_NUMBER = rf"(?P<number>\d{{1,4}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<unit>day|week|month|quarter|year)s?"

_UNSURE = re.compile(
    r"\b(no|not|never|former|formerly|used to|irregular|irregularly|as needed|ad hoc|on demand|paused|varies|varying"
    r"|sometimes|roughly|until|or|bimonthly|bi monthly|biannually|bi annually|tbd|tba)\b"
)
_BROKEN = re.compile(r"\d[.,]\d|(?<!\S)-\d|(?<![\d-])\d{1,2}\s*[-–]\s*\d{1,2}(?![\d-])")
"""Fractions, numbers below nothing, and "2-3"."""
_SINGLE = (
    (re.compile(r"\b(bi ?weekly|fortnightly|every fortnight)\b"), 14.0),
    (re.compile(r"\b(semi monthly|semimonthly)\b"), _MONTH / 2),
    (re.compile(r"\b(semi annually|semiannually|half yearly)\b"), 6 * _MONTH),
    (re.compile(r"\b(daily|every weekday)\b"), 1.0),
    (re.compile(r"\bweekly\b"), 7.0),
    (re.compile(r"\bmonthly\b"), _MONTH),
    (re.compile(r"\bquarterly\b"), 3 * _MONTH),
    (re.compile(r"\b(yearly|annually)\b"), 365.25),
)
_EVERY_SO_MANY = re.compile(rf"\bevery {_NUMBER} {_UNIT}\b")
_EVERY_OTHER = re.compile(rf"\bevery (?:other|second|2nd) {_UNIT}\b")
_EVERY = re.compile(rf"\b(?:every|each) {_UNIT}\b")
_SO_OFTEN = re.compile(rf"\b(?P<count>once|twice|thrice|{_NUMBER} times) (?:a|an|per|every|each|in a) {_UNIT}\b")
_OTHER_WEEKDAY = re.compile(rf"\bevery other (?:{_WEEKDAY})")
_EVERY_WEEKDAY = re.compile(rf"\b(?:every|each) (?:{_WEEKDAY})")
_SO_MANY = re.compile(rf"{_NUMBER} {_UNIT}")
_WHOLE = (*(pattern for pattern, _ in _SINGLE), _EVERY_SO_MANY, _EVERY_OTHER, _EVERY, _SO_OFTEN, _SO_MANY)
_POSSIBLE = frozenset(range(1, LONGEST + 1))
_OF_THE_MONTH = r"\b(?: (?:of|in) (?:the|a|each|every) month| every month| each month)"
_ORDINALS = re.compile(
    rf"(?P<every>\bevery )?(?P<ordinals>\b{_ORDINAL}(?:,? (?:and )?{_ORDINAL})*) (?:{_WEEKDAY})"
    rf"(?P<month>{_OF_THE_MONTH})?"
)


def days_of(words: str) -> int | None:
    """Return the days from one meeting to the next that words mean: "biweekly" 14, "monthly" 30, "quarterly" 91.

    None where they mean none, or more than one: of "weekly or monthly" nothing can be reckoned.
    """
    text = folded(words).replace("&", "and").replace(".", " ")
    if words.strip().isdecimal():
        return int(text) if len(text) <= 4 and 1 <= int(text) <= LONGEST else None
    if len(words) > MOST_LETTERS or _UNSURE.search(text) or _BROKEN.search(words):
        return None
    found = _found(" ".join(text.split()))
    days = {math.floor(one + 0.5) for one in found or ()}
    return next(iter(days)) if len(days) == 1 and days <= _POSSIBLE else None


def is_whole(words: str) -> bool:
    """Tell whether the number of days says all that words say: of "monthly - third Tuesday" it does not."""
    text = " ".join(folded(words).split())
    return text.isdecimal() or any(pattern.fullmatch(text) for pattern in _WHOLE)


def _found(text: str) -> list[float] | None:
    """Return every rhythm that the text says, in days; none where one of them may mean two things."""
    whole = _SO_MANY.fullmatch(text)
    found = [_every_so_many(whole)] if whole else []

    def take(pattern: re.Pattern[str], text: str) -> tuple[list[re.Match[str]], str]:
        return list(pattern.finditer(text)), pattern.sub(" ", text)

    ordinals, text = take(_ORDINALS, text)
    for one in ordinals:
        if one["every"] and not one["month"] and one["ordinals"] not in ("first", "1st", "last"):
            return None
    for pattern, read in ((_EVERY_SO_MANY, _every_so_many), (_EVERY_OTHER, _every_other), (_SO_OFTEN, _so_often)):
        matches, text = take(pattern, text)
        found += map(read, matches)
    for pattern, days in ((_OTHER_WEEKDAY, 14.0), (_EVERY_WEEKDAY, 7.0), *_SINGLE):
        matches, text = take(pattern, text)
        found += [days] * len(matches)
    matches, text = take(_EVERY, text)
    found += [_UNITS[one["unit"]] for one in matches]
    if ordinals:
        times = sum(len(re.findall(_ORDINAL, one["ordinals"])) for one in ordinals)
        found = [one for one in found if one != _MONTH] + [_MONTH / times]
    return found


def _every_so_many(found: re.Match[str]) -> float:
    return _number(found["number"]) * _UNITS[found["unit"]]


def _every_other(found: re.Match[str]) -> float:
    return 2 * _UNITS[found["unit"]]


def _so_often(found: re.Match[str]) -> float:
    count = _COUNTS.get(found["count"]) or _number(found["number"])
    return _UNITS[found["unit"]] / max(1, count)


def _number(words: str) -> int:
    return _NUMBERS.get(words) or int(words)
