"""Whatever a TZID says becomes a zone, a fixed offset, or honestly nothing."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.invitation import Invitation
from cop_tui.exchange.ical_zones import iana_name
from cop_tui.exchange.icalendar import read
from cop_tui.exchange.intake import Intake

NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Berlin"))


def zone(
    tzid: str, standard: str, daylight: str = "", rules: tuple[str, str] = ("10;BYDAY=-1SU", "3;BYDAY=-1SU")
) -> str:
    """Return a VTIMEZONE with these offsets, changing by these yearly rules."""
    parts = [("STANDARD", "19701025T030000", standard, daylight or standard, rules[0])]
    parts += [("DAYLIGHT", "19700329T020000", daylight, standard, rules[1])] if daylight else []
    lines = ["BEGIN:VTIMEZONE", f"TZID:{tzid}"]
    for name, start, offset, before, rule in parts:
        lines += [f"BEGIN:{name}", f"DTSTART:{start}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{offset}"]
        lines += [f"RRULE:FREQ=YEARLY;BYMONTH={rule}"] if daylight else []
        lines += [f"END:{name}"]
    return "\r\n".join([*lines, "END:VTIMEZONE", ""])


def taken(start: str, zones: str = "", head: str = "") -> Intake:
    """Read one event that begins at this line, in a calendar with these zones."""
    event = f"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Tea\r\n{start}\r\nEND:VEVENT\r\n"
    text = f"BEGIN:VCALENDAR\r\n{head}{zones}{event}END:VCALENDAR"
    return read(text.encode(), "file.ics", Book(), now=NOW)


def only(took: Intake) -> Invitation:
    """Return the one invitation that came in."""
    (invitation,) = took.book.invitations.values()
    return invitation


@pytest.mark.parametrize(
    ("tzid", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ('"Europe/Berlin"', "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("Europe_London", "Europe/London"),
        ("America_New_York", "America/New_York"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
        ("/mozilla.org/20070129_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("Eastern Standard Time", "America/New_York"),
        ("Eastern Standard Time 1", "America/New_York"),
        ("Pacific Daylight Time", "America/Los_Angeles"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Pacific Standard Time (Mexico)", "America/Tijuana"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(GMT-08:00) Pacific Time (US & Canada)", "America/Los_Angeles"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"),
        ("(UTC-07:00) Arizona", "America/Phoenix"),
        ("(UTC) Coordinated Universal Time", "UTC"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("UTC", "UTC"),
        ("Customized Time Zone", ""),
        ("FOO", ""),
        ("(UTC+05:30) Nowhere", ""),
        ("", ""),
        ("x" * 5000, ""),
        ("../../etc/passwd", ""),
    ],
)
def test_a_name_is_known_by_what_it_means(tzid: str, name: str) -> None:
    """IANA names in every spelling, Windows names, what Windows shows; others have no name."""
    assert iana_name(tzid) == name


@pytest.mark.parametrize(
    ("zones", "name"),
    [
        (zone("Custom", "+0100", "+0200"), "Europe/Berlin"),
        (zone("Custom", "-0500", "-0400", ("11;BYDAY=1SU", "3;BYDAY=2SU")), "America/New_York"),
        (zone("Custom", "+0530"), "Asia/Kolkata"),
        (zone("Custom", "+0300"), "Etc/GMT-3"),
        (zone("Custom", "-1100"), "Etc/GMT+11"),
        (zone("Custom", "+0000"), "UTC"),
        (zone("Custom", "+0100").replace("TZID:Custom", "TZID:Custom\r\nX-LIC-LOCATION:Africa/Lagos"), "Africa/Lagos"),
    ],
)
def test_a_zone_of_its_own_is_known_by_its_hours(zones: str, name: str) -> None:
    """A VTIMEZONE whose name says nothing is the zone that keeps the same hours."""
    took = taken("DTSTART;TZID=Custom:20261127T180000", zones)

    assert (only(took).timezone, took.skipped) == (name, ())
    assert only(took).start is not None
    assert [note for note in took.notes if name in note] == list(took.notes)


def test_hours_that_no_zone_keeps_are_a_fixed_offset() -> None:
    """What nobody else keeps is read with its offset, and said so."""
    took = taken("DTSTART;TZID=Custom:20261127T180000", zone("Custom", "+0113"))

    assert (only(took).timezone, str(only(took).start)) == ("", "2026-11-27 18:00:00+01:13")
    assert took.notes == ("file.ics: nobody knows the zone “Custom”; its times are read as UTC+01:13",)


def test_an_impossible_offset_costs_nobody_anything() -> None:
    """A VTIMEZONE with an offset that can't be is passed over; its name still counts."""
    bad = zone("Europe/Berlin", "+5328")

    took = taken("DTSTART;TZID=Europe/Berlin:20261127T180000", bad)

    assert (only(took).timezone, str(only(took).start)) == ("Europe/Berlin", "2026-11-27 18:00:00+01:00")


def test_a_name_counts_for_more_than_the_hours_beside_it() -> None:
    """A Windows name is read by its name, though the file gives it other hours; that is said."""
    took = taken(
        "DTSTART;TZID=New Zealand Standard Time:20261127T180000", zone("New Zealand Standard Time", "+0100", "+0200")
    )

    assert only(took).timezone == "Pacific/Auckland"
    assert len(took.notes) == 1
    assert "Pacific/Auckland" in took.notes[0]


def test_a_zone_that_nobody_knows_floats() -> None:
    """A TZID without meaning is on the member's clock, and said so once."""
    took = taken("DTSTART;TZID=FOO:20261127T180000\r\nDTEND;TZID=FOO:20261127T190000")

    assert str(only(took).start) == "2026-11-27 18:00:00+01:00"
    assert took.notes == ("file.ics: nobody knows the zone “FOO”; its times are read on your own clock",)


@pytest.mark.parametrize(
    ("tzid", "offset"), [("UTC+11", "+11:00"), ("GMT-05:00", "-05:00"), ("GMT-0530", "-05:30"), ("+0200", "+02:00")]
)
def test_an_offset_for_a_name_is_that_offset(tzid: str, offset: str) -> None:
    """`UTC+11` is eleven hours ahead."""
    assert str(only(taken(f"DTSTART;TZID={tzid}:20261127T180000")).start) == f"2026-11-27 18:00:00{offset}"


@pytest.mark.parametrize("quote", ['"', ""])
def test_a_name_with_a_colon_is_read_with_quotes_and_without(quote: str) -> None:
    """What Windows shows has a colon in it; some programs forget the quotes that it needs."""
    name = f"{quote}(UTC-05:00) Eastern Time (US & Canada){quote}"

    took = taken(f"DTSTART;TZID={name}:20261127T180000\r\nRRULE:FREQ=DAILY\r\nEXDATE;TZID={name}:20261128T180000")

    assert (only(took).timezone, took.notes) == ("America/New_York", ())
    assert only(took).recurrence == "RRULE:FREQ=DAILY\nEXDATE:20261128T180000"


def test_the_calendars_own_zone_is_where_utc_times_are_shown() -> None:
    """X-WR-TIMEZONE: a time in UTC is kept on that clock, so that a series stays at its hour there."""
    took = taken("DTSTART:20261127T170000Z", head="X-WR-TIMEZONE:America/New_York\r\n")

    assert (only(took).timezone, str(only(took).start)) == ("America/New_York", "2026-11-27 12:00:00-05:00")


def test_an_unknown_zone_is_the_calendars_own_where_it_has_one() -> None:
    """A TZID without meaning in a calendar that names its zone is read in that zone."""
    took = taken("DTSTART;TZID=FOO:20261127T180000", head="X-WR-TIMEZONE:America/New_York\r\n")

    assert only(took).timezone == "America/New_York"
    assert "the calendar's own zone" in took.notes[0]
