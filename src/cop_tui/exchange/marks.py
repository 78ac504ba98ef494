"""What a file is, by its content: the marks that each format begins with or can't be without."""

import re

import msgspec

from cop_tui.domain.book import TABLES
from cop_tui.exchange.community_rows import is_list, is_table
from cop_tui.exchange.ical_lines import KINDS
from cop_tui.exchange.ical_text import looks_like
from cop_tui.exchange.plain_text import text_of

OWN = "cop-tui"
"""The key under which our own JSON says what it is."""

_FIELD = re.compile(rb"[A-Za-z][\w-]*:")
_ANYWHERE = re.IGNORECASE | re.MULTILINE
_OF_MAIL = re.compile(rb"^(?:Return-Path|Delivered-To|Received|From|MIME-Version|Message-ID)[ \t]*:", _ANYWHERE)
_HEADERS_END = re.compile(rb"\r\n\r\n|\n\n|\r\r")
_MAILBOX = re.compile(rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) +[A-Z][a-z]{2} +\d")
_JRNL = re.compile(r"^\[(?=[^\]\n]{7,80}\] )[^\]\n]*?[0-9]", re.MULTILINE)
_JRNL_DATE = re.compile(r"^\[(?:[0-9]{4}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2})[-/.][^\]\n]{1,40}\] ", re.MULTILINE)
_TOP = msgspec.json.Decoder(dict[str, msgspec.Raw])
_HEAD = 4096


def is_calendar(data: bytes) -> bool:
    """Tell whether a file holds a calendar, or an event that stands bare."""
    return looks_like(data, "VCALENDAR", "VTIMEZONE", *KINDS)


def is_card(data: bytes) -> bool:
    """Tell whether a file holds address cards."""
    return looks_like(data, "VCARD")


def is_mail(data: bytes) -> bool:
    """Tell whether a file is a mail, whatever is in it, or a whole mailbox."""
    head = data[: 16 * _HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    headers = _HEADERS_END.split(head, maxsplit=1)[0].replace(b"\r", b"\n")
    return is_mailbox(head) or (_FIELD.match(head) is not None and _OF_MAIL.search(headers) is not None)


def is_mailbox(data: bytes) -> bool:
    """Tell whether a file is a mailbox (mbox): mails one after the other, before each a line of who sent it when."""
    return _MAILBOX.match(_head(data)) is not None


def is_own_json(data: bytes) -> bool:
    """Tell whether a file is a whole book of ours: an export, or a notebook."""
    keys = _keys(data)
    return OWN in keys or len(keys & TABLES.keys()) > 2 or f'"{OWN}"'.encode() in _head(data)[:100]


def is_communities(data: bytes) -> bool:
    """Tell whether a file is a table or a JSON list of communities, and no book of ours."""
    return is_table(data) or (is_list(data) and not is_own_json(data))


def is_day_one(data: bytes) -> bool:
    """Tell whether a file is a journal that Day One exported."""
    return _keys(data) >= {"metadata", "entries"}


def is_jrnl_json(data: bytes) -> bool:
    """Tell whether a file is a journal that jrnl exported as JSON."""
    return _keys(data) >= {"tags", "entries"}


def is_jrnl(data: bytes) -> bool:
    """Tell whether a file is a journal of jrnl: lines that begin with a date in brackets."""
    return not _head(data).startswith(b"{") and _JRNL.search(_beginning(data)) is not None


def is_note(data: bytes) -> bool:
    """Tell whether a file is a note in Markdown with front matter, or with a heading first that heads no journal."""
    head = _head(data)
    is_headed = head.startswith(b"# ") and _JRNL_DATE.search(_beginning(data)) is None
    return is_headed or head.startswith((b"---\n", b"---\r\n"))


def is_zip(data: bytes) -> bool:
    """Tell whether a file is a zip archive."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def never(_: bytes) -> bool:
    """Say no: the format is only written, or is a folder."""
    return False


def _beginning(data: bytes) -> str:
    """Return the first part of a text; a letter that the end of the part cuts in two doesn't matter."""
    return text_of(data[: 16 * _HEAD].removeprefix(b"\xef\xbb\xbf"))[0]


def _head(data: bytes) -> bytes:
    return data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()


def _keys(data: bytes) -> frozenset[str]:
    if not _head(data).startswith(b"{"):
        return frozenset()
    try:
        return frozenset(_TOP.decode(data.removeprefix(b"\xef\xbb\xbf")))
    except (ValueError, RecursionError):
        return frozenset()
