"""The text in a file of somebody else's, whichever encoding and line ends it came in."""

import codecs

GUESSED = "it is not in UTF-8; read as Latin-1"
"""What a member is told where the letters had to be guessed."""

_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def text_of(data: bytes) -> tuple[str, str]:
    """Return the text with newlines as its line ends, and a note where its letters had to be guessed.

    Whatever else is in it stays, control characters too. A lone carriage return ends a line only where nothing else
    does.
    """
    text, note = _decoded(data)
    text = text.replace("\r\n", "\n")
    return (text if "\n" in text else text.replace("\r", "\n")), note


def _decoded(data: bytes) -> tuple[str, str]:
    wide = next((name for mark, name in _WIDE.items() if data.startswith(mark)), None)
    if wide:
        return data.decode(wide, errors="replace"), ""
    for name, note in (("utf-8-sig", ""), ("cp1252", GUESSED)):
        try:
            return data.decode(name), note
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), GUESSED
