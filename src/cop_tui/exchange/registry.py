"""All formats of the world around, in one place: what each is called, what it looks like, who reads and writes it.

Readers and writers are named and not imported, so that nothing heavy loads before it is used.
"""

import os
import stat
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from cop_tui.domain.book import Book
from cop_tui.domain.change import Change
from cop_tui.domain.errors import Unreadable, WrongUse
from cop_tui.exchange import marks
from cop_tui.exchange.intake import Intake, Progress, sentence_of, together

MOST_BYTES = 100_000_000
"""How large a file may be that is read."""
MOST_ITEMS = 200_000
"""How many items may begin in a file that is read; ten years of ten entries a day are 36,500."""
MOST_OBJECTS = 1_000_000
"""How many objects a JSON document may have; an entry of Day One has about ten."""
MOST_VALUES = 10_000_000
"""How many values a JSON document may have; in memory each takes many times what it takes in the file."""


CHOOSING = ("now", "since", "until", "community")
"""What most writers want to be told."""


_FOLDER_READER = "cop_tui.exchange.vault_taking:read_notes"


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format of files."""

    name: str
    """What `export` calls it."""
    words: str
    """What it is called in a sentence."""
    recognises: Callable[[bytes], bool] = marks.never
    """Tells by a file's content whether it is in this format."""
    mark: bytes = b""
    """What each item begins with, in capitals: a file with too many is refused before it is read."""
    reader: str | None = None
    """What reads it, as `module:function`; none where it is written only."""
    writer: str | None = None
    """What writes it, as `module:function`; none where it is read only.

    It is called with the book and, by name, what it `takes`, and returns a text or bytes. The writer of a folder is
    called with the book and the known paths by record id, and returns the leaves by record id (`exchange.folder`).
    """
    about: str = ""
    """What is written, in a few words of the help; `words` where that is said with them."""
    folder: bool = False
    """Whether it is a folder of files, brought up to date from run to run."""
    takes: tuple[str, ...] = CHOOSING
    """What its writer wants to be told: the moment, and what a member may choose."""


FORMATS: tuple[Format, ...] = (
    Format(
        name="ics",
        words="an iCalendar file",
        recognises=marks.is_calendar,
        mark=b"BEGIN:",
        reader="cop_tui.exchange.icalendar:read",
        writer="cop_tui.exchange.calendar_out:write",
        about="what you said yes to, as a calendar",
        takes=(*CHOOSING, "stories", "reflections"),
    ),
    Format(
        name="vcard",
        words="an address book (vCard)",
        recognises=marks.is_card,
        mark=b"BEGIN:VCARD",
        reader="cop_tui.exchange.vcard:read",
        writer="cop_tui.exchange.vcard_out:write",
        about="your people, or those of one community, as an address book",
        takes=("now", "community"),
    ),
    Format(
        name="json",
        words="a cop-tui notebook in JSON",
        recognises=marks.is_own_json,
        reader="cop_tui.exchange.json_book:read",
        writer="cop_tui.exchange.json_book:write",
        about="the whole notebook, which import gives back record for record",
        takes=(),
    ),
    Format(
        name="communities",
        words="a list of communities (CSV or JSON)",
        recognises=marks.is_communities,
        mark=b"\n",
        reader="cop_tui.exchange.communities_file:read",
    ),
    Format(
        name="dayone",
        words="a Day One journal",
        recognises=marks.is_day_one,
        reader="cop_tui.exchange.day_one:read",
    ),
    Format(
        name="jrnl-json",
        words="a jrnl journal in JSON",
        recognises=marks.is_jrnl_json,
        reader="cop_tui.exchange.jrnl:read_json",
        writer="cop_tui.exchange.jrnl_out:write_json",
        about="stories and what you learned, for jrnl, in JSON",
    ),
    Format(
        name="mail", words="a mail with an invitation", recognises=marks.is_mail, reader="cop_tui.exchange.mail:read"
    ),
    Format(
        name="markdown",
        words="a note in Markdown",
        recognises=marks.is_note,
        reader="cop_tui.exchange.vault_taking:read_note",
        writer="cop_tui.exchange.markdown:journal",
        about="a journal to read",
    ),
    Format(
        name="jrnl",
        words="a jrnl journal",
        recognises=marks.is_jrnl,
        mark=b"\n[",
        reader="cop_tui.exchange.jrnl:read",
        writer="cop_tui.exchange.jrnl_out:write",
        about="stories and what you learned, for jrnl",
    ),
    Format(
        name="yearly",
        words="a page about a year",
        writer="cop_tui.exchange.yearly:page",
        about="a page about this year, or that of --from",
        takes=("now", "since"),
    ),
    Format(
        name="yearly-html",
        words="a page about a year in HTML",
        writer="cop_tui.exchange.html_page:year_page",
        about="the page about a year, in HTML",
        takes=("now", "since", "discreet"),
    ),
    Format(
        name="html",
        words="a page in HTML",
        writer="cop_tui.exchange.html_page:page",
        about="the journal as one page to search, print and send",
        takes=(*CHOOSING, "discreet"),
    ),
    Format(
        name="vault",
        words="a vault of notes",
        reader=_FOLDER_READER,
        writer="cop_tui.exchange.vault:vault",
        about="a folder of linked notes, which Obsidian opens and import reads back with what you edited",
        folder=True,
    ),
    Format(
        name="vdir",
        words="a folder of calendar files (vdir)",
        writer="cop_tui.exchange.calendar_out:leaves",
        about="the calendar as a folder, for vdirsyncer to take to a server",
        folder=True,
        takes=(*CHOOSING, "stories", "reflections"),
    ),
)
"""Every format of INTERFACE, in the order in which content is tried."""


def recognise(data: bytes, path: Path) -> Format:
    """Return the format that a file's content is in.

    Raises:
        Unreadable: it is in none that is known, or packed, or there is more in it than can be looked through.
    """
    if marks.is_zip(data):
        raise Unreadable(
            f"{path} is a zip archive; nothing was changed",
            "Unpack it and import the files in it; of Day One that is Journal.json",
        )
    is_json = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"["))
    if is_json and (data.count(b"{") > MOST_OBJECTS or sum(map(data.count, (b",", b"["))) > MOST_VALUES):
        raise _too_much(path)
    for one in FORMATS:
        if one.reader and one.recognises(data):
            if one.mark and data.replace(b"\0", b"").upper().count(one.mark) > MOST_ITEMS:
                raise _too_much(path)
            return one
    known = ", ".join(one.words for one in FORMATS if one.reader)
    raise Unreadable(f"{path} is in no format that cop-tui knows; nothing was changed", f"It reads {known}")


def _too_much(path: Path) -> Unreadable:
    return Unreadable(
        f"{path} has more in it than can be looked through; nothing was changed", "Divide it and import the parts"
    )


def read_files(paths: Sequence[Path], book: Book, *, now: datetime, progress: Progress | None = None) -> Intake:
    """Read files, and the notes in folders, into a book: all of them, or none if one can't be read at all.

    Args:
        paths: The files and folders, in the order in which they are read.
        book: What is known already.
        now: The moment of reading, in the member's zone.
        progress: Told how many items of how many of a file are read.

    Raises:
        Unreadable: one of the files can't be read, or is in no format that is known.
    """
    readers = [(path, *_opened(path)) for path in paths]
    intake = Intake(book=book, change=Change(sentence=sentence_of(0, _names(paths)), at=now))
    for path, data, reader in readers:
        read = reader(data, str(path), intake.book, now=now, progress=progress)
        count = sum(map(_new, (intake, read)))
        intake = together(intake, read, sentence_of(count, _names(paths)))
    return intake


def format_called(name: str) -> Format:
    """Return the format of this name.

    Raises:
        WrongUse: there is no such format.
    """
    found = next((one for one in FORMATS if one.name == name), None)
    if found is None:
        raise WrongUse(f"There is no format called {name}", f"Choose one of {', '.join(written())}")
    return found


def written() -> tuple[str, ...]:
    """Return the names of all formats that can be written."""
    return tuple(one.name for one in FORMATS if one.writer)


def writer_of(name: str) -> Callable[..., Any]:
    """Return what writes a format.

    Raises:
        WrongUse: there is no such format, or it is one that is read and not written.
    """
    writer = format_called(name).writer
    if writer is None:
        raise WrongUse(f"{name} can be imported, but not exported", f"Choose one of {', '.join(written())}")
    return _loaded(writer)


def bytes_of(path: Path) -> bytes:
    """Return what is in a file.

    Raises:
        Unreadable: it is none, or not to be read, or has nothing in it, or too much.
    """
    try:
        mode, size = (found := path.stat()).st_mode, found.st_size
        if stat.S_ISDIR(mode):
            raise Unreadable(f"{path} is a folder; nothing was changed", "Name the files in it")
        if not stat.S_ISREG(mode):
            raise Unreadable(f"{path} is not an ordinary file; nothing was changed")
        if size > MOST_BYTES:
            raise Unreadable(f"{path} is larger than {MOST_BYTES // 1_000_000} MB; nothing was changed")
        data = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"There is no file {path}; nothing was changed") from None
    except PermissionError:
        raise Unreadable(f"You may not read {path}; nothing was changed") from None
    except (OSError, ValueError) as wrong:
        reason = wrong.strerror if isinstance(wrong, OSError) and wrong.strerror else wrong
        raise Unreadable(f"{path} can't be read ({reason}); nothing was changed") from None
    if not data.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise Unreadable(f"{path} is empty; nothing was changed")
    return data


def _opened(path: Path) -> tuple[bytes | dict[str, bytes], Callable[..., Intake]]:
    """Return what is in a file, or in the notes of a folder, and what reads it."""
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a path is too long
        from cop_tui.exchange.note_folder import notes_in

        return notes_in(path), _loaded(_FOLDER_READER)
    data = bytes_of(path)
    reader = recognise(data, path).reader
    assert reader is not None  # noqa: S101 - only what can be read is recognised
    return data, _loaded(reader)


def _loaded(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    loaded: Callable[..., Any] = getattr(import_module(module), function)
    return loaded


def _new(intake: Intake) -> int:
    return sum(intake.added.values()) + sum(intake.changed.values())


def _names(paths: Sequence[Path]) -> tuple[str, ...]:
    return tuple(path.absolute().name for path in paths)
