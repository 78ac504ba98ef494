"""Calendar files as text: whichever bytes they came in, whichever line ends, folded wherever.

Lines are unfolded as bytes, before decoding: some programs fold in the middle of a UTF-8 character.
"""

import codecs
import re

_FOLD = re.compile(rb"(?:\r\n|\r|\n)[ \t]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BEGIN = "BEGIN:"


def lines_of(data: bytes) -> tuple[list[str], str]:
    """Return the unfolded content lines of a calendar file, and a note where its letters had to be guessed."""
    plain, note = in_utf8(data)
    text = _FOLD.sub(b"", plain)
    try:
        return _split(text.decode("utf-8-sig")), note
    except UnicodeDecodeError:
        return _split(text.decode("cp1252", errors="replace")), "it is not in UTF-8; read as Latin-1"


def looks_like(data: bytes, *names: str) -> bool:
    """Tell whether the first content of a file is the beginning of one of these components."""
    plain, _ = in_utf8(data[:4096])
    head = plain.decode("utf-8-sig", errors="replace").lstrip("\ufeff\0 \t\r\n").upper()
    return any(re.match(rf"{_BEGIN}\s*{name}\b", head) for name in names)


def in_utf8(data: bytes) -> tuple[bytes, str]:
    """Return data in UTF-16 or UTF-32 as UTF-8, and other data as it is."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return data.decode("utf-32", errors="replace").encode(), ""
    for mark, name in _UTF16:
        bare = _BEGIN.encode(name)
        if data.startswith(mark) or data[: len(bare)].upper() == bare:
            return data.removeprefix(mark).decode(name, errors="replace").encode(), ""
    return data, ""


def _split(text: str) -> list[str]:
    return [line for line in _LINE_END.split(text) if line.strip()]
