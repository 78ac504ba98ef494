"""Files made to cost time, memory or patience: read or refused in bounded time and memory, always in a sentence."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="what a child took is counted by Unix")

MB = 1_000_000
SECONDS = 15
"""What reading one of these files may take; most take a quarter of a second."""
MEGABYTES = 1_000
"""What it may take of memory."""

CHILD = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
from cop_tui.cli.main import run
code = run(["import", *sys.argv[1:]])
sys.stdout.flush()
took = resource.getrusage(resource.RUSAGE_SELF)
peak = took.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
print(json.dumps([code, took.ru_utime + took.ru_stime, peak]), file=sys.stderr)
"""

Took = Callable[[Path], tuple[int, str]]


@pytest.fixture
def took(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Took:
    """Return what imports a file in a process of its own, checks what that cost, and gives its code and words."""
    monkeypatch.setenv("COP_TUI_DATA", str(tmp_path / "mine" / "notebook.json"))

    def read(path: Path) -> tuple[int, str]:
        with (tmp_path / "said").open("w+", encoding="utf-8") as said:
            subprocess.run([sys.executable, "-c", CHILD, str(path)], stdout=said, stderr=said, check=False, timeout=60)
            said.seek(0)
            *words, cost = said.read().splitlines()
        code, seconds, peak = json.loads(cost)
        assert seconds < SECONDS, path
        assert peak < MEGABYTES, path
        assert "Traceback" not in "".join(words)
        assert "inside cop-tui" not in "".join(words)
        assert not code or words[0].startswith("error: ")
        return code, words[0]

    return read


def event(lines: str) -> bytes:
    """Return a calendar with one event that the member said yes to, and lines in it."""
    return (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Tea\nDTSTART:20261127T180000Z\n"
        f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:sam@example.net\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    ).encode()


def filled(head: bytes, part: bytes, tail: bytes = b"", size: int = 100 * MB) -> bytes:
    """Return a file of a size, with one part again and again."""
    return head + part * ((size - len(head) - len(tail)) // len(part)) + tail


def each(format_string: str, count: int) -> str:
    """Return a list of numbers as a rule has it."""
    return ",".join(format_string.format(number) for number in range(count))


EVERY_SECOND = f"BYHOUR={each('{}', 24)};BYMINUTE={each('{}', 60)};BYSECOND={each('{}', 60)}"
MOMENTS = ",".join(
    f"202612{d:02}T{h:02}{m:02}{s:02}Z" for d in range(1, 29) for h in range(24) for m, s in ((0, 1), (30, 2))
)
ANCHORS = "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))

CHEAP: dict[str, bytes] = {
    "every second for ever": event("RRULE:FREQ=SECONDLY"),
    "a rule that never fits": event("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"),
    "two thousand million times": event("RRULE:FREQ=SECONDLY;COUNT=2000000000"),
    "every minute since long ago": event("RRULE:FREQ=MINUTELY").replace(b"20261127T", b"19000101T"),
    "every second of a year": event(f"RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;{EVERY_SECOND}"),
    "many rules": event("RRULE:FREQ=SECONDLY\n" * 20_000),
    "many dates": event("\n".join([f"RDATE:{MOMENTS}"] * 40)),
    "an alarm that repeats": event(
        "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER:PT0S\nREPEAT:2147483647\nDURATION:PT0S\nEND:VALARM"
    ),
    "a long duration": event("DURATION:P99999999999999999999999W"),
    "a large number": event("SEQUENCE:" + "9" * 5 * MB),
    "a zone of seconds": b"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:C\n"
    + b"".join(
        b"BEGIN:%b\nDTSTART:00010101T000000\nRRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0%d00\nTZOFFSETTO:+0%d00\nEND:%b\n"
        % (kind, before, after, kind)
        for kind, before, after in ((b"STANDARD", 2, 1), (b"DAYLIGHT", 1, 2))
    )
    + event("").removeprefix(b"BEGIN:VCALENDAR\n").replace(b"DTSTART:", b"DTSTART;TZID=C:"),
    "anchors upon anchors": f"---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n{ANCHORS}---\nx\n".encode(),
    "deep front matter": b"---\na: " + b"[" * 200_000 + b"\n---\nx",
    "deep object": b'{"metadata":{},"entries":' + b'{"a":' * 300_000,
    "deep tables": b'{"cop-tui":{"schema":1},"people":' + b"[" * 5 * MB,
    "a long number": b'{"cop-tui":{"schema":' + b"9" * 5 * MB + b"}}",
    "items that are none": b'{"cop-tui":{"schema":1},"people":[' + b"{}," * 300_000 + b"{}]}",
    "entries that are none": b'{"tags":{},"entries":[' + b"{}," * 300_000 + b"{}]}",
    "days that are none": b'{"metadata":{},"entries":[' + b"{}," * 300_000 + b"{}]}",
    "rows of one name": b"name,purpose,stage\n" + b"a,b,c\n" * 25_000,
    "cards without a name": b"BEGIN:VCARD\nEND:VCARD\n" * 25_000,
}
"""Small files; what they could cost is in what they ask for."""

LARGE: dict[str, tuple[bytes, bytes]] = {
    "noise": (b"", bytes(range(256)) * 4),
    "one line": (b"", b"x"),
    "one array": (b"", b"["),
    "one calendar": (b"BEGIN:VCALENDAR\n", b"BEGIN:VEVENT\n"),
    "one event": (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", b"DESCRIPTION:" + b"x" * 500 + b"\n"),
    "one card": (b"BEGIN:VCARD\nFN:Ana\n", b"NOTE:foo\n"),
    "many cards": (b"", b"BEGIN:VCARD\nEND:VCARD\n"),
    "many records": (b'{"cop-tui":{"schema":1},"people":[', b"{},"),
    "many entries": (b'{"metadata":{},"entries":[', b"{},"),
    "many rows": (b"name,purpose,stage\n", b"a,b,c\n"),
    "one cell": (b'name,purpose\n"', b"x"),
    "many days": (b"", b"[2026-01-01 10:00] x\n"),
    "many brackets": (b"[2026-01-01 10:00] x\n", b"[20"),
    "one mail": (b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain\n\n", b"x\n"),
    "many headers": (b"From: a@example.org\n", b"X-H: a\n"),
    "many parts": (
        b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n",
        b"--b\nContent-Type: text/calendar\n\n",
    ),
    "one note": (b"# x\n", b"[[a]] *b_ "),
    "one front matter": (b"---\n", b"a: x\n"),
}
"""Files of 100 MB: what they begin with, and what goes on and on."""

DAILY = ("noise", "many records", "many rows", "many days")
"""Those of the large ones that are tried in every run; the others with COP_TUI_LONG=1."""
NOW_AND_THEN = bool(os.environ.get("COP_TUI_LONG"))


@pytest.mark.slow
@pytest.mark.parametrize("name", CHEAP)
def test_a_file_that_asks_for_much_gets_little(took: Took, tmp_path: Path, name: str) -> None:
    """Rules without end, depth, anchors, numbers, items that are none."""
    path = tmp_path / "file"
    path.write_bytes(CHEAP[name])

    code, words = took(path)

    assert (code, words) == (0, "Read:") or words.startswith("error: ")


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGE if NOW_AND_THEN else DAILY)
def test_a_hundred_megabytes_are_read_or_refused_soon(took: Took, tmp_path: Path, name: str) -> None:
    """Nonsense, and what looks like something for as long as it can."""
    path = tmp_path / "file"
    path.write_bytes(filled(*LARGE[name]))

    took(path)

    path.unlink()


def made(folder: Path, what: str) -> Path:
    """Make something that is no file to be read, and return where it is."""
    path = folder / what
    match what:
        case "pipe":
            os.mkfifo(path)
        case "zero" | "full" | "tty" | "stdin":
            return Path("/dev") / what
        case "loop":
            path.symlink_to(path)
        case "circle":
            (path / "a" / "b").mkdir(parents=True)
            (path / "a" / "b" / "c").symlink_to(path)
        case "pipes":
            path.mkdir()
            os.mkfifo(path / "note.md")
            (path / "zero.md").symlink_to("/dev/zero")
        case "packed":
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("Journal.json", b"\0" * 50 * MB)
        case "deep":
            deepest = path.joinpath(*"x" * 200)
            deepest.mkdir(parents=True)
            (deepest / "note.md").write_text("# x\n")
    return path


@pytest.mark.slow
@pytest.mark.parametrize(
    "what", ["pipe", "zero", "full", "tty", "stdin", "loop", "circle", "pipes", "packed", "deep", "missing"]
)
def test_what_is_no_file_is_refused_at_once(took: Took, tmp_path: Path, what: str) -> None:
    """A pipe that nobody writes to, a device without end, links in a circle: nothing waits, nothing is followed."""
    code, words = took(made(tmp_path, what))

    assert code == 1
    assert "nothing was changed" in words


@pytest.mark.parametrize("count", [999, 1_001])
def test_items_are_counted_before_they_are_read(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """As many as may be are read; of one more nothing is."""
    from cop_tui.domain.errors import Unreadable
    from cop_tui.exchange import registry

    monkeypatch.setattr(registry, "MOST_ITEMS", 1_000)
    monkeypatch.setattr(registry, "MOST_OBJECTS", 1_000)
    files: dict[str, bytes] = {
        "vcard": b"begin:vcard\r\nFN:x\r\nend:vcard\r\n" * count,
        "ics": b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * (count - 1),
        "jrnl": b"x" + b"\n[2026-01-01 10:00] y" * count,
        "communities": b"name,purpose,stage" + b"\nx,y,z" * count,
        "json": b'{"cop-tui":' + json.dumps([{"id": n} for n in range(count - 1)]).encode() + b"}",
    }
    for name, data in files.items():
        try:
            found: Any = registry.recognise(data, Path("x")).name
        except Unreadable as wrong:
            found = wrong.sentence

        assert found == (name if count == 999 else "x has more in it than can be looked through; nothing was changed")
