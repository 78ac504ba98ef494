"""A calendar as a busy person's program writes it: thousands of events, some in series, with guests and zones."""

import random
from datetime import timedelta
from pathlib import Path

from tests.benchmarks.books import NOW, WORDS

EVENTS = 4778
"""How many events it has."""

_HEAD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//benchmark//EN
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
"""

_EVENT = """\
BEGIN:VEVENT
UID:{number}@example.org
DTSTAMP:20200101T000000Z
DTSTART;TZID=Europe/Berlin:{start:%Y%m%dT%H%M%S}
DTEND;TZID=Europe/Berlin:{end:%Y%m%dT%H%M%S}
SUMMARY:{title}
ORGANIZER;CN=Ana Lind:mailto:ana@example.org
ATTENDEE;PARTSTAT=ACCEPTED;CN=Maya Okafor:mailto:maya@example.org
{rule}STATUS:CONFIRMED
END:VEVENT
"""


def write_calendar(path: Path) -> Path:
    """Write the calendar; the same at every run."""
    dice = random.Random(3)  # noqa: S311 - not for secrets
    events = []
    for number in range(EVENTS):
        start = (NOW - timedelta(days=dice.randrange(-90, 3000))).replace(hour=dice.randrange(8, 20), tzinfo=None)
        rule = "RRULE:FREQ=WEEKLY;COUNT=10\n" if number % 20 == 0 else ""
        title = " ".join(dice.choices(WORDS, k=4))
        events.append(_EVENT.format(number=number, start=start, end=start + timedelta(hours=1), title=title, rule=rule))
    text = _HEAD + "".join(events) + "END:VCALENDAR\n"
    path.write_bytes(text.replace("\n", "\r\n").encode())
    return path
