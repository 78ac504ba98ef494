"""How a series comes again, in words: "every 2 weeks on Thursday, until 1 Dec 2027"."""

import re

from cop_tui.domain.errors import Refused
from cop_tui.practice.days import WEEKDAYS
from cop_tui.practice.phrases import listed
from cop_tui.practice.recurrence import Rule, rule_of
from cop_tui.practice.words import exact_day

_DAYS = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), (day.title() for day in WEEKDAYS), strict=True))
_UNITS = {"YEARLY": "year", "MONTHLY": "month", "WEEKLY": "week", "DAILY": "day"}
_PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
_DAY = re.compile("([+-]?[0-9]+)?([A-Z]{2})")


def again_words(recurrence: str) -> str:
    """Return how a series comes again, in words; nothing where it does not.

    A rule with parts that words would only tell in half is "by a rule of its own".
    """
    lines = [line.partition(":") for line in recurrence.splitlines() if line.strip()]
    rules = [value for name, _, value in lines if name.strip().upper() == "RRULE"]
    if not rules:
        return "on dates of its own" if any(name.upper().startswith("RDATE") for name, _, _ in lines) else ""
    return "; ".join(_rule_words(value) for value in rules)


def _rule_words(value: str) -> str:
    try:
        rule = rule_of(value)
    except Refused:
        return "by a rule of its own"
    if set(rule.by) - {"BYDAY", "BYMONTHDAY", "BYSETPOS"}:
        return "by a rule of its own"
    unit = _UNITS[rule.frequency]
    often = f"every {unit}" if rule.interval == 1 else f"every {rule.interval} {unit}s"
    until = f", until {exact_day(rule.until.date())}" if rule.until else ""
    times = f", {rule.count} times" if rule.count else ""
    return f"{often}{_days_words(rule)}{until}{times}"


def _days_words(rule: Rule) -> str:
    if numbers := rule.by.get("BYMONTHDAY", ""):
        return f" on day {listed(numbers.split(','), most=31)}"
    found = [match for word in rule.by.get("BYDAY", "").split(",") if (match := _DAY.fullmatch(word.strip()))]
    if not found:
        return ""
    only = _PLACES.get(int(rule.by["BYSETPOS"])) if rule.by.get("BYSETPOS", "").lstrip("+-").isdigit() else None
    days = [_day_words(match[1], match[2], only) for match in found]
    return f" on {listed(days, most=7)}"


def _day_words(place: str | None, day: str, only: str | None) -> str:
    number = int(place) if place else 0
    word = _PLACES.get(number, f"{number}." if number else "") or only or ""
    return f"the {word} {_DAYS[day]}" if word else _DAYS[day]
