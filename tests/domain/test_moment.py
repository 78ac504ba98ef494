"""Moments and days: a wall clock stays what it was, a day is the same day everywhere."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from cop_tui.domain.moment import in_zone, seen_from, whole_day, zone_name, zone_named

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "UTC"])
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds


def test_a_zone_is_found_by_its_name() -> None:
    """What is no zone is none, whatever it is: empty, unknown, a path, a folder of zones."""
    assert BERLIN == zone_named("Europe/Berlin")
    assert [None] * 5 == [zone_named(name) for name in ("", "Mars/Base", "../../etc/passwd", "Europe", "a\0b")]


def test_a_moment_tells_the_name_of_its_zone() -> None:
    """A bare offset has none."""
    assert "Europe/Berlin" == zone_name(datetime(2026, 11, 23, tzinfo=BERLIN))
    assert ["", ""] == [zone_name(datetime(2026, 11, 23, tzinfo=zone)) for zone in (UTC, timezone(timedelta(hours=1)))]


@given(day=DAYS, zone=ZONES)
def test_a_whole_day_is_the_same_day_in_every_zone(day: date, zone: str) -> None:
    """It is never converted."""
    now = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo(zone))

    seen = seen_from(whole_day(day), now, all_day=True)

    assert (day, 0, now.tzinfo) == (seen.date(), seen.hour, seen.tzinfo)


def test_a_meeting_stays_at_its_hour_over_the_change_of_clocks() -> None:
    """Six in the evening in Berlin is six in the evening, before and after; in New York it moves for two weeks."""
    now = datetime(2027, 3, 1, 12, 0, tzinfo=NEW_YORK)
    weekly = [datetime(2027, 3, day, 18, 0, tzinfo=BERLIN) for day in (11, 18, 29)]
    kept = [datetime.fromisoformat(moment.isoformat()) for moment in weekly]

    assert [18, 18, 18] == [in_zone(moment, "Europe/Berlin").hour for moment in kept]
    assert [12, 13, 12] == [seen_from(moment, now, timezone="Europe/Berlin").hour for moment in kept]


def test_the_wall_clock_counts_where_the_rules_have_changed() -> None:
    """Written down with an offset that the zone no longer has then: what was agreed was the hour."""
    kept = datetime(2026, 7, 1, 18, 0, tzinfo=timezone(timedelta(hours=1)))

    assert datetime(2026, 7, 1, 18, 0, tzinfo=BERLIN) == in_zone(kept, "Europe/Berlin")
    assert 20 == in_zone(datetime(2026, 7, 1, 18, 0, tzinfo=UTC), "Europe/Berlin").hour


def test_a_moment_at_the_ends_of_the_calendar_stays_as_it_is() -> None:
    """No other clock can show it."""
    first, last = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    here, there = datetime(2026, 11, 23, tzinfo=BERLIN), datetime(2026, 11, 23, tzinfo=NEW_YORK)

    assert (first, last) == (in_zone(first, "America/New_York"), in_zone(last, "Europe/Berlin"))
    assert (first, last) == (seen_from(first, there), seen_from(last, here))


def test_a_moment_without_a_known_zone_stays_as_it_is() -> None:
    """There is nothing to go by."""
    kept = datetime(2026, 7, 1, 18, 0, tzinfo=timezone(timedelta(hours=1)))

    assert kept is in_zone(kept, "")
    assert kept is in_zone(kept, "Mars/Base")


@given(moment=MOMENTS, zone=ZONES, there=ZONES)
def test_looking_from_elsewhere_does_not_move_a_moment(moment: datetime, zone: str, there: str) -> None:
    """It is the same instant on another clock."""
    kept = moment.astimezone(ZoneInfo(zone))
    now = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo(there))

    seen = seen_from(kept, now, timezone=zone)

    assert kept.astimezone(UTC) == seen.astimezone(UTC)
    assert now.tzinfo == seen.tzinfo
