"""Files are known by their content; what can't be read changes nothing."""

import inspect
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from cop_tui.domain.book import Book
from cop_tui.domain.errors import Unreadable, WrongUse
from cop_tui.domain.person import Person
from cop_tui.domain.record import fresh
from cop_tui.exchange import registry
from cop_tui.exchange.json_book import write
from cop_tui.exchange.registry import FORMATS, read_files, recognise, writer_of

EVENT = "BEGIN:VEVENT\nUID:{0}\nSUMMARY:Tea {0}\nDTSTART:20261127T170000Z\nEND:VEVENT\n"
CALENDAR = f"BEGIN:VCALENDAR\n{EVENT}END:VCALENDAR\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (CALENDAR.encode(), "ics"),
        (EVENT.encode("utf-16"), "ics"),
        (b"\xef\xbb\xbf\r\n begin:vcalendar\r\n", "ics"),
        (b"BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nEND:VCARD\n", "vcard"),
        (write(Book()), "json"),
        (b'{"people": {}, "goals": {}, "stories": {}}', "json"),
        (b'{"metadata": {"version": "1.0"}, "entries": []}', "dayone"),
        (b'{"tags": {}, "entries": []}', "jrnl-json"),
        (b"From: ana@example.org\nMIME-Version: 1.0\nContent-Type: text/calendar\n\n", "mail"),
        (b"---\ntitle: Tea\n---\nWe had tea.\n", "markdown"),
        (b"[2026-11-23 09:00:00 AM] Tea *\nWe had tea.\n", "jrnl"),
    ],
)
def test_a_file_is_known_by_its_content(data: bytes, name: str) -> None:
    """Whatever it is called, what is in it tells what it is."""
    assert recognise(data, Path("file.bin")).name == name


@pytest.mark.parametrize("data", [b"hello", b"\x89PNG\r\n", b"{}", b"[1, 2]", b"BEGIN:NOTHING", b"{" * 10_000, b"null"])
def test_unknown_content_is_refused(data: bytes, tmp_path: Path, now: datetime) -> None:
    """Content in no known format is refused with what can be read."""
    path = tmp_path / "some.ics"
    path.write_bytes(data)

    with pytest.raises(Unreadable, match="no format that cop-tui knows") as refused:
        read_files([path], Book(), now=now)

    assert "iCalendar" in (refused.value.hint or "")


def test_a_writer_is_found_or_said_not_to_be_there() -> None:
    """What is read only has none; what is no format is wrong use too."""
    assert writer_of("json") is write
    for one in FORMATS:
        if one.writer is None:
            with pytest.raises(WrongUse, match="imported, but not exported"):
                writer_of(one.name)
    with pytest.raises(WrongUse, match="no format called docx"):
        writer_of("docx")


def test_every_format_of_the_interface_stands_in_the_registry() -> None:
    """What import recognises and export writes, by name, each once."""
    names = [one.name for one in FORMATS]

    assert len(names) == len(set(names))
    assert {"markdown", "html", "json", "jrnl", "ics", "vault", "vdir", "vcard", "dayone"} <= set(names)


def test_every_reader_and_writer_that_is_named_is_there() -> None:
    """A name in the registry leads to a function."""
    for one in FORMATS:
        for place in filter(None, (one.reader, one.writer)):
            assert callable(registry._loaded(place))


def test_a_writer_takes_what_its_format_says() -> None:
    """What a member may choose comes to a parameter of that name."""
    for one in FORMATS:
        if one.writer:
            parameters = inspect.signature(writer_of(one.name)).parameters
            named = {name for name, what in parameters.items() if what.kind is inspect.Parameter.KEYWORD_ONLY}
            required = {name for name in named if parameters[name].default is inspect.Parameter.empty}
            assert required <= set(one.takes) <= named


@pytest.fixture
def unreadable(tmp_path: Path) -> dict[str, tuple[Path, str]]:
    """Return what can't be read, each with a word of its sentence."""
    empty, blank, folder, pipe, loop = (tmp_path / name for name in ("empty", "blank", "folder", "pipe", "loop"))
    empty.write_bytes(b"")
    blank.write_bytes(b"\xef\xbb\xbf \r\n\0\n")
    folder.mkdir()
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    return {
        "missing": (tmp_path / "missing.ics", "no file"),
        "below a file": (empty / "x.ics", "can't be read"),
        "empty": (empty, "empty"),
        "blank": (blank, "empty"),
        "folder": (folder, "folder"),
        "pipe": (pipe, "not an ordinary file"),
        "device": (Path("/dev/zero"), "not an ordinary file"),
        "loop": (loop, "can't be read"),
        "odd name": (Path("a\0b"), "can't be read"),
        "long name": (Path("x" * 5000), "can't be read"),
    }


@pytest.mark.parametrize(
    "name",
    ["missing", "below a file", "empty", "blank", "folder", "pipe", "device", "loop", "odd name", "long name"],
)
def test_a_file_that_cannot_be_read_stops_all(
    unreadable: dict[str, tuple[Path, str]], name: str, tmp_path: Path, now: datetime
) -> None:
    """One clear sentence, and nothing is taken from the good files beside it."""
    good = tmp_path / "good.ics"
    good.write_text(CALENDAR.format(1), encoding="utf-8")
    path, words = unreadable[name]

    with pytest.raises(Unreadable, match=words) as refused:
        read_files([good, path], Book(), now=now)

    assert "nothing was changed" in refused.value.sentence


def test_a_file_without_rights_is_refused(tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """No rights, or a disk that fails, is said in one sentence."""
    path = tmp_path / "mine.ics"
    path.write_text(CALENDAR.format(1), encoding="utf-8")

    def forbidden(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbidden)

    with pytest.raises(Unreadable, match="You may not read"):
        read_files([path], Book(), now=now)


def test_an_archive_says_what_to_do_with_it(tmp_path: Path, now: datetime) -> None:
    """A zip is not read; what is in it can be."""
    path = tmp_path / "Journal.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("Journal.json", '{"metadata": {}, "entries": []}')

    with pytest.raises(Unreadable, match="is a zip archive; nothing was changed") as refused:
        read_files([path], Book(), now=now)

    assert refused.value.hint == "Unpack it and import the files in it; of Day One that is Journal.json"


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, now: datetime) -> None:
    """More than a hundred megabytes are not read into memory."""
    path = tmp_path / "large.ics"
    with path.open("wb") as file:
        file.truncate(registry.MOST_BYTES + 1)

    with pytest.raises(Unreadable, match="larger than 100 MB"):
        read_files([path], Book(), now=now)


def test_several_files_are_one_change(tmp_path: Path, now: datetime) -> None:
    """Files of different formats are read one after another, and told as one."""
    ana = fresh(Person, now, name="Ana")
    calendar, book = tmp_path / "one.ics", tmp_path / "two.json"
    calendar.write_text(CALENDAR.format(1), encoding="utf-8")
    book.write_bytes(write(Book(people={ana.id: ana})))

    took = read_files([calendar, book, calendar], Book(), now=now)

    assert ({"invitations": 1, "people": 1}, 1) == (took.added, took.unchanged)
    assert took.change.sentence == "Imported 2 items from 3 files"
    assert took.book.people == Book().apply(took.change).people == {ana.id: ana}


def test_the_registry_loads_nothing_heavy() -> None:
    """To know the formats costs neither the icalendar library nor dateutil."""
    code = "import sys, cop_tui.exchange.registry; print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not {"icalendar", "dateutil", "textual", "tinydb", "email"} & set(done.stdout.split())
