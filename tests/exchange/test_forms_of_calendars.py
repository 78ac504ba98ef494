"""Calendar files as they are found: every way to write bytes, lines, dates and rules."""

import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.invitation import Invitation, State
from cop_tui.domain.moment import seen_from
from cop_tui.exchange import ical_draft
from cop_tui.exchange.icalendar import read
from cop_tui.exchange.intake import Intake
from cop_tui.practice.series import occurrences

NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Berlin"))


def calendar(*lines: str, head: tuple[str, ...] = ("VERSION:2.0",), kind: str = "VEVENT") -> str:
    """Return a calendar with one event of these lines."""
    return "\r\n".join(["BEGIN:VCALENDAR", *head, f"BEGIN:{kind}", *lines, f"END:{kind}", "END:VCALENDAR", ""])


def taken(data: str | bytes, now: datetime = NOW) -> Intake:
    """Read a file into an empty book."""
    return read(data if isinstance(data, bytes) else data.encode(), "file.ics", Book(), now=now)


def one(data: str | bytes, now: datetime = NOW) -> Invitation:
    """Return the one invitation that a file brings."""
    took = taken(data, now)
    assert took.skipped == ()
    (invitation,) = took.book.invitations.values()
    return invitation


def event(*lines: str, now: datetime = NOW) -> Invitation:
    """Return the invitation that an event of these lines becomes."""
    return one(calendar("UID:1", "SUMMARY:Tea", *lines), now)


TEA = calendar("UID:1", "SUMMARY:Café ☕", "DTSTART:20261127T170000Z", "DESCRIPTION:Läuft")


@pytest.mark.parametrize(
    "data",
    [
        TEA.encode(),
        TEA.replace("\r\n", "\n").encode(),
        TEA.replace("\r\n", "\r").encode(),
        TEA.replace("\r\n", "\n\n").encode(),
        b"\xef\xbb\xbf" + TEA.encode(),
        b"\r\n \r\n" + TEA.encode(),
        TEA.encode("utf-16"),
        TEA.encode("utf-16-le"),
        TEA.encode("utf-16-be"),
        TEA.encode("utf-32"),
        TEA.replace("BEGIN", "begin").replace("VEVENT", "vevent").replace("SUMMARY", "Summary").encode(),
        TEA.replace("VERSION:2.0\r\n", "").encode(),
        TEA.replace("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "").replace("END:VCALENDAR\r\n", "").encode(),
        TEA.removesuffix("END:VCALENDAR\r\n").encode(),
        TEA.replace("DTSTART", "DTSTART;VALUE=DATE-TIME;X-ODD").encode(),
    ],
)
def test_every_form_of_a_file_is_read(data: bytes) -> None:
    """Line ends, byte order marks, encodings, letters' case and missing wrappers make no difference."""
    tea = one(data)

    assert ("Café ☕", "Läuft", datetime(2026, 11, 27, 17, tzinfo=UTC)) == (tea.title, tea.note, tea.start)


@pytest.mark.parametrize("end", ["\r\n ", "\n\t", "\r "])
def test_a_line_folded_at_every_byte_is_read(end: str) -> None:
    """A fold in the middle of a character, a parameter or a name is undone."""
    title = "SUMMARY:Café ☕ für alle".encode()
    folded = end.encode().join(title[place : place + 1] for place in range(len(title)))

    tea = one(TEA.encode().replace("SUMMARY:Café ☕".encode(), folded).replace(b"\r\nDT", b"\nDT"))

    assert tea.title == "Café ☕ für alle"


def test_latin_letters_are_read_and_said_so() -> None:
    """A file that is not UTF-8 is read as Latin-1, which is noted."""
    took = taken(calendar("UID:1", "SUMMARY:Café", "DTSTART:20261127T170000Z").encode("latin-1"))

    assert [invitation.title for invitation in took.book.invitations.values()] == ["Café"]
    assert took.notes == ("file.ics: it is not in UTF-8; read as Latin-1",)


def test_several_calendars_in_a_file_are_all_read() -> None:
    """Two VCALENDARs one after another are two calendars."""
    second = TEA.replace("UID:1", "UID:2")

    assert taken(TEA + second).added == {"invitations": 2}


def test_what_is_cut_off_is_named_and_its_neighbours_are_taken() -> None:
    """An event without its END is skipped; what was whole before it and what begins after it comes in."""
    cut = TEA.replace("UID:1", "UID:2").replace("END:VEVENT\r\nEND:VCALENDAR\r\n", "")

    took = taken(TEA + cut + TEA.replace("UID:1", "UID:3"))
    last = taken(TEA[:-40])

    assert ({"invitations": 2}, ["it is cut off"]) == (took.added, [skipped.why for skipped in took.skipped])
    assert [(skipped.item, skipped.why) for skipped in last.skipped] == [("Café ☕", "it is cut off")]


def test_tasks_and_journals_are_named() -> None:
    """What is no event is skipped with what it is."""
    for kind, word in (("VTODO", "a task"), ("VJOURNAL", "a journal entry"), ("VFREEBUSY", "busy times")):
        took = taken(calendar("UID:1", "SUMMARY:Other", kind=kind))

        assert word in took.skipped[0].why
        assert (took.items, took.skipped[0].item, bool(took.change)) == (1, "Other", False)


def test_whatever_raises_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even an error that nobody thought of skips its component and takes the next."""

    def broken(draft: ical_draft.Draft, record: object) -> None:
        if getattr(record, "uid", "") == "1":
            raise ZeroDivisionError("unheard of")
        kept(draft, record)  # type: ignore[arg-type]

    kept = ical_draft.Draft.put
    monkeypatch.setattr(ical_draft.Draft, "put", broken)

    took = taken(TEA + TEA.replace("UID:1", "UID:2"))

    assert ({"invitations": 1}, "it can't be taken: unheard of") == (took.added, took.skipped[0].why)


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (("DTSTART:20261127T170000Z",), "2026-11-27T17:00+00:00", "2026-11-27T18:00+00:00"),
        (("DTSTART:20261127T170000Z", "DTEND:20261127T190000Z"), "2026-11-27T17:00+00:00", "2026-11-27T19:00+00:00"),
        (("DTSTART:20261127T170000Z", "DURATION:PT1H30M"), "2026-11-27T17:00+00:00", "2026-11-27T18:30+00:00"),
        (("DTSTART:20261127T170000Z", "DTEND:20261127T160000Z"), "2026-11-27T17:00+00:00", "2026-11-27T18:00+00:00"),
        (("DTSTART:20261127T180000",), "2026-11-27T18:00+01:00", "2026-11-27T19:00+01:00"),
        (("DTSTART;TZID=Asia/Kolkata:20261127T180000",), "2026-11-27T18:00+05:30", "2026-11-27T19:00+05:30"),
        (
            ("DTSTART;TZID=Asia/Kolkata:20261127T180000", "DTEND;TZID=Europe/Berlin:20261127T160000"),
            "2026-11-27T18:00+05:30",
            "2026-11-27T16:00+01:00",
        ),
        (("DTSTART;VALUE=DATE:20261127",), "2026-11-27T00:00+00:00", "2026-11-28T00:00+00:00"),
        (("DTSTART:20261127",), "2026-11-27T00:00+00:00", "2026-11-28T00:00+00:00"),
        (
            ("DTSTART;VALUE=DATE:20261127", "DTEND;VALUE=DATE:20261127"),
            "2026-11-27T00:00+00:00",
            "2026-11-28T00:00+00:00",
        ),
        (
            ("DTSTART;VALUE=DATE:20261127", "DTEND;VALUE=DATE:20261130"),
            "2026-11-27T00:00+00:00",
            "2026-11-30T00:00+00:00",
        ),
        (("DTSTART;VALUE=DATE:20261127", "DURATION:P2D"), "2026-11-27T00:00+00:00", "2026-11-29T00:00+00:00"),
        (("DTSTART;VALUE=DATE:20261127", "DURATION:P1W"), "2026-11-27T00:00+00:00", "2026-12-04T00:00+00:00"),
        (
            ("DTSTART;TZID=Europe/Berlin:20270327T180000", "DURATION:P1D"),
            "2027-03-27T18:00+01:00",
            "2027-03-28T18:00+02:00",
        ),
        (("DTSTART;TZID=Europe/Berlin:20270328T023000",), "2027-03-28T03:30+02:00", "2027-03-28T04:30+02:00"),
        (("DTSTART:2026-11-27T17:00:00Z",), "2026-11-27T17:00+00:00", "2026-11-27T18:00+00:00"),
    ],
)
def test_times_are_understood(lines: tuple[str, ...], start: str, end: str) -> None:
    """UTC, zones, floating times and days; DTEND, DURATION or neither."""
    tea = event(*lines)

    assert (datetime.fromisoformat(start), datetime.fromisoformat(end)) == (tea.start, tea.end)
    assert tea.start is not None
    assert tea.start.utcoffset() == datetime.fromisoformat(start).utcoffset()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("DTSTART:soon", "“soon” is no date"),
        ("DTSTART:20261399T990000Z", "month must be in 1..12"),
        ("DTSTART:00010101T000000Z", "the year 1 is out of reach"),
        ("DTSTART:99991231T235959Z", "the year 9999 is out of reach"),
        ("X-DTSTART:20261127", "it has no date"),
        ("DTSTART:20261127T170000Z\r\nDTEND:later", "“later” is no date"),
        ("DTSTART:20261127T170000Z\r\nDURATION:P999999D", "it lasts longer than ten years"),
        ("DTSTART:20261127T170000Z\r\nDURATION:long", "“long” is no duration"),
        ("DTSTART:20261127T170000Z\r\nRECURRENCE-ID:once", "“once” is no date"),
    ],
)
def test_an_event_without_a_date_that_can_be_is_named(line: str, why: str) -> None:
    """A date that is none skips its event with the reason."""
    took = taken(calendar("UID:1", "SUMMARY:Tea", line))

    assert [(skipped.item, skipped.why) for skipped in took.skipped] == [("Tea", why)]
    assert not took.change


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland"])
def test_a_whole_day_does_not_move(zone: str) -> None:
    """An all-day event is on the same day in every zone."""
    now = NOW.astimezone(ZoneInfo(zone))
    day = event("DTSTART;VALUE=DATE:20261127", now=now)

    assert day.start is not None
    assert (day.all_day, day.timezone) == (True, "")
    assert seen_from(day.start, now, all_day=True).date().isoformat() == "2026-11-27"


def test_a_floating_time_is_on_the_members_clock() -> None:
    """18:00 without a zone is 18:00 where the member is, and stays so over a change of the clocks."""
    now = NOW.astimezone(ZoneInfo("America/New_York"))
    tea = event("DTSTART:20270310T180000", "RRULE:FREQ=DAILY;COUNT=9", now=now)

    assert tea.timezone == "America/New_York"
    assert {found.start.hour for found in occurrences(tea, now, now + timedelta(days=200))} == {18}


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York"])
def test_a_weekly_meeting_in_berlin_stays_at_six(zone: str) -> None:
    """A series at 18:00 in Berlin is at 18:00 in Berlin after 2027-03-28, seen from New York too."""
    now = datetime(2027, 3, 1, 9, tzinfo=ZoneInfo(zone))
    tea = event("DTSTART;TZID=Europe/Berlin:20270302T180000", "RRULE:FREQ=WEEKLY", now=now)

    found = occurrences(tea, now, now + timedelta(days=90))

    assert {each.start.astimezone(ZoneInfo("Europe/Berlin")).hour for each in found} == {18}
    assert {later.start - earlier.start for earlier, later in pairwise(found)} == {timedelta(days=7)}


@pytest.mark.parametrize(
    ("lines", "recurrence"),
    [
        (("RRULE:FREQ=DAILY;UNTIL=20261201T170000Z",), "RRULE:FREQ=DAILY;UNTIL=20261201T180000"),
        (("RRULE:FREQ=DAILY;UNTIL=20261201T180000",), "RRULE:FREQ=DAILY;UNTIL=20261201T180000"),
        (("RRULE:FREQ=DAILY;UNTIL=20261201",), "RRULE:FREQ=DAILY;UNTIL=20261201T235959"),
        (("rrule:freq=weekly; byday=mo",), "RRULE:FREQ=WEEKLY;BYDAY=MO"),
        (("EXDATE;TZID=America/New_York:20261127T120000",), "EXDATE:20261127T180000"),
        (("EXDATE:20261127T170000Z,20261204T170000Z",), "EXDATE:20261127T180000,20261204T180000"),
        (("EXDATE:20261127T180000",), "EXDATE:20261127T180000"),
        (("EXDATE;VALUE=DATE:20261127",), "EXDATE:20261127"),
        (("RDATE;TZID=America/New_York:20261128T120000",), "RDATE:20261128T180000"),
        (("RDATE;VALUE=DATE:20261128",), "RDATE:20261128T180000"),
        (("RDATE;VALUE=PERIOD:20261128T170000Z/PT1H",), "RDATE:20261128T180000"),
        (("RDATE:20261128T170000Z", "RDATE:20261129T170000Z"), "RDATE:20261128T180000,20261129T180000"),
    ],
)
def test_recurrence_stands_on_the_wall_clock_of_its_series(lines: tuple[str, ...], recurrence: str) -> None:
    """Rules and dates, in whichever zone they are written, are kept on the series' own clock."""
    assert event("DTSTART;TZID=Europe/Berlin:20261127T180000", *lines).recurrence == recurrence


@pytest.mark.parametrize(
    ("lines", "recurrence"),
    [
        (("RRULE:FREQ=DAILY;UNTIL=20261201T170000Z",), "RRULE:FREQ=DAILY;UNTIL=20261201"),
        (("RRULE:FREQ=DAILY;UNTIL=20261201",), "RRULE:FREQ=DAILY;UNTIL=20261201"),
        (("EXDATE:20261128T000000Z", "RDATE;VALUE=DATE:20261224"), "RDATE:20261224\nEXDATE:20261128"),
    ],
)
def test_recurrence_of_days_is_in_days(lines: tuple[str, ...], recurrence: str) -> None:
    """An all-day series keeps days, even where its rule has hours."""
    assert event("DTSTART;VALUE=DATE:20261127", *lines).recurrence == recurrence


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=HOURLY;COUNT=5",
        "RRULE:nonsense",
        "RRULE:FREQ=DAILY;UNTIL=never",
        "RRULE:FREQ=WEEKLY;BYDAY=XX",
        "RRULE:RSCALE=HEBREW;FREQ=YEARLY",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD",
        "EXRULE:FREQ=WEEKLY",
        "RDATE:whenever",
    ],
)
def test_a_recurrence_that_cannot_be_read_leaves_the_event(rule: str) -> None:
    """The event comes in without it, which is noted; nothing hangs."""
    begun = time.process_time()

    took = taken(calendar("UID:1", "SUMMARY:Tea", "DTSTART:20261127T170000Z", rule))

    (tea,) = took.book.invitations.values()
    assert (tea.recurrence, tea.state, len(took.notes)) == ("", State.OPEN, 1)
    assert took.notes[0].startswith("file.ics: “Tea” ")
    assert time.process_time() - begun < 1


def test_an_event_without_uid_is_the_same_every_time() -> None:
    """A UID is made of what the event says; the same event again changes nothing."""
    text = calendar("SUMMARY:Tea", "DTSTART:20261127T170000Z")
    first = taken(text)

    again = read(text.encode(), "other.ics", first.book, now=NOW)

    assert ({"invitations": 1}, 1, False) == (first.added, again.unchanged, bool(again.change))


def test_two_events_of_one_uid_are_both_kept() -> None:
    """Different events that share a UID are two; the second's UID is the same at every reading."""
    other = calendar("UID:1", "SUMMARY:Coffee", "DTSTART:20261127T170000Z")
    first = taken(one_calendar(TEA, other))

    again = read(one_calendar(TEA, other).encode(), "file.ics", first.book, now=NOW)

    assert ({"invitations": 2}, 2, False) == (first.added, again.unchanged, bool(again.change))
    assert sorted(invitation.title for invitation in first.book.invitations.values()) == ["Café ☕", "Coffee"]
    assert first.notes == ("file.ics: “Coffee” has the UID of “Café ☕”; both are kept",)


def one_calendar(*texts: str) -> str:
    """Return one calendar with the events of several."""
    return "".join(texts).replace("END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "")


@pytest.mark.parametrize(
    ("line", "why", "title"),
    [
        ("SEQUENCE:1", "it is an older revision of one in the same file", "Newer"),
        ("DTSTAMP:20261120T080000Z", "it is in the same file a second time", "Café ☕"),
    ],
)
def test_revisions_of_one_event_in_a_file_are_one_event(line: str, why: str, title: str) -> None:
    """Of two revisions in one file the newer counts; the other is named."""
    second = TEA.replace("UID:1", f"UID:1\r\n{line}").replace("Café ☕", title)

    for texts in ((TEA, second), (second, TEA)):
        took = taken(one_calendar(*texts))

        assert [skipped.why for skipped in took.skipped] == [why]
        assert [invitation.title for invitation in took.book.invitations.values()] == [title]


@pytest.mark.parametrize(
    "text",
    ["[/x] [b]bold", "\x1b[31mred", "a\x00b", "e\u0301\u202egnp", "x" * 10_000, "`rm -rf`; $(id)", "<script>"],
)
def test_the_text_of_others_is_kept_as_it_is(text: str) -> None:
    """Markup, control characters and long lines are stored, byte for byte."""
    tea = event(f"DESCRIPTION:{text}", "DTSTART:20261127T170000Z", "X-ALT-DESC;FMTTYPE=text/html:<b>other</b>")

    assert tea.note == text


def test_an_event_that_says_nothing_has_a_name_all_the_same() -> None:
    """Without a SUMMARY it is called by the first line of its description, or by what it is."""
    start = "DTSTART:20261127T170000Z"

    assert one(calendar("UID:1", start, r"DESCRIPTION:First\nSecond")).title == "First"
    assert one(calendar("UID:1", start, "SUMMARY:")).title == "Something without a title"


def test_where_it_is_online_is_its_link() -> None:
    """URL, CONFERENCE or Google's own property is the link, the first that there is."""
    start = "DTSTART:20261127T170000Z"

    assert event(start, "CONFERENCE;VALUE=URI;LABEL=a:https://meet.example/x").link == "https://meet.example/x"
    assert event(start, "X-GOOGLE-CONFERENCE:https://g.example", "URL:https://u.example").link == "https://u.example"
