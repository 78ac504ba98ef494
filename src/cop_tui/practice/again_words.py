"""How a series comes again, in words: "every 2 weeks on Thursday, until 1 Dec 2027"."""

from cop_tui.domain.errors import Refused
from cop_tui.practice.days import WEEKDAYS
from cop_tui.practice.phrases import listed
from cop_tui.practice.recurrence import Rule, rule_of
from cop_tui.practice.words import exact_day

_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), (day.title() for day in WEEKDAYS), strict=True))
_UNITS = {"YEARLY": "year", "MONTHLY": "month", "WEEKLY": "week", "DAILY": "day"}
_TOGETHER = {frozenset(_DAYS): "day", frozenset([*_DAYS][:5]): "weekday", frozenset([*_DAYS][5:]): "day of a weekend"}
_PLACES = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last", "-2": "last but one"}
_WHOLE = {str(number): number for number in range(1, 32)}


OWN = "by a rule of its own"
"""How a rule is told that words would only tell in half."""


def again_words(recurrence: str) -> str:
    """Return how a series comes again, in words; nothing where it does not."""
    lines = [line.partition(":") for line in recurrence.splitlines() if line.strip()]
    rules = [value for name, _, value in lines if name.strip().upper() == "RRULE"]
    if not rules:
        return "on dates of its own" if any(name.upper().startswith("RDATE") for name, _, _ in lines) else ""
    return "; ".join(_rule_words(value) for value in rules)


def _rule_words(value: str) -> str:
    try:
        rule = rule_of(value)
        days = _days_words(rule)
    except (Refused, LookupError):
        return OWN
    unit = _UNITS[rule.frequency]
    often = f"every {unit}" if rule.interval == 1 else f"every {rule.interval} {unit}s"
    until = f", until {exact_day(rule.until.date())}" if rule.until else ""
    times = (", once" if rule.count == 1 else f", {rule.count} times") if rule.count else ""
    return f"{often}{days}{until}{times}"


def _days_words(rule: Rule) -> str:
    """Return on which days a rule falls.

    Raises:
        LookupError: There are no words for it.
    """
    if not rule.by:
        return ""
    match {name: value.split(",") for name, value in rule.by.items()}:
        case {"BYMONTHDAY": numbers, **others} if not others:
            named = sorted(_WHOLE[number] for number in numbers if number != "-1")
            words = [f"day {listed([str(number) for number in named], most=31)}"] if named else []
            words += ["the last day"] if "-1" in numbers else []
        case {"BYDAY": [*days], "BYSETPOS": [place], **others} if not others and rule.frequency == "MONTHLY":
            words = [f"the {_PLACES[place]} {_DAYS[days[0]] if len(days) == 1 else _TOGETHER[frozenset(days)]}"]
        case {"BYDAY": days, **others} if not others:
            nth_counts = rule.frequency in ("MONTHLY", "YEARLY")
            words = [_day_words(day if nth_counts else day[-2:]) for day in days]
        case _:
            raise LookupError
    return f" on {listed(words, most=len(words))}"


def _day_words(word: str) -> str:
    place, day = word[:-2].lstrip("+"), _DAYS[word[-2:]]
    return f"the {_PLACES[place]} {day}" if place else day
