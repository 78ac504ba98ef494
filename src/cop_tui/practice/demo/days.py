"""The days of the sample year, all counted back from now: weekdays, hours, zones."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from cop_tui.domain.moment import zone_named

HOME = "Europe/Berlin"
"""Where the invented member lives."""

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


@dataclass(frozen=True)
class Days:
    """The calendar of the year that ends now."""

    now: datetime
    """The moment at which the book is made, on the member's own clock."""

    @property
    def today(self) -> date:
        """The day it is for the member."""
        return self.now.date()

    def ago(self, days: int) -> date:
        """Return the day so many days before today."""
        return self.today - timedelta(days=days)

    def since(self, day: date) -> int:
        """Return how many days ago a day was."""
        return (self.today - day).days

    def weekday(self, weekday: int, ago: int) -> date:
        """Return the latest such weekday that is at least so many days ago."""
        day = self.ago(ago)
        return day - timedelta(days=(day.weekday() - weekday) % 7)

    @property
    def away(self) -> tuple[date, date]:
        """Return the first and the last day of the two weeks of the past summer in which the member was gone."""
        year = self.today.year
        for month, day in ((7, 15), (6, 15)):
            first = date(year, month, day)
            first += timedelta(days=-first.weekday() % 7)
            if self.since(first) >= 28:
                return first, first + timedelta(days=13)
        first = date(year - 1, 7, 15)
        first += timedelta(days=-first.weekday() % 7)
        return first, first + timedelta(days=13)

    def home(self, ago: int) -> date:
        """Return the day so many days ago, or two weeks later where the member was gone then."""
        first, last = self.away
        day = self.ago(ago)
        return day + timedelta(days=14) if first <= day <= last else day

    def coming(self, weekday: int, days: int = 1) -> date:
        """Return the first such weekday that is at least so many days ahead."""
        day = self.ago(-days)
        return day + timedelta(days=(weekday - day.weekday()) % 7)

    def last(self, month: int, day: int) -> date:
        """Return the latest such day of the calendar that is over; not for 29 February."""
        this = date(self.today.year, month, day)
        return this if this < self.today else date(self.today.year - 1, month, day)

    def a_year_ago(self) -> date:
        """Return this same day of last year; 28 February for the 29th."""
        leap = (self.today.month, self.today.day) == (2, 29)
        return self.today.replace(year=self.today.year - 1, day=28 if leap else self.today.day)

    def past(self, moment: datetime) -> datetime:
        """Return the moment, or now where it is not over yet."""
        return min(moment, self.now)


def at(day: date, clock: str, timezone: str = HOME) -> datetime:
    """Return a moment on the wall clock of a zone; `clock` as 18:00."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=zone_named(timezone) or ZoneInfo("UTC"))


def utc(moment: datetime) -> datetime:
    """Return the same moment in UTC."""
    return moment.astimezone(UTC)
