"""jrnl beside it: the same number of entries in its own file, called as a member would call it."""

import sys
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.books import written

NAME = "jrnl"


def is_there() -> bool:
    """Tell whether jrnl is installed."""
    return find_spec(NAME) is not None


def begin(folder: Path, size: int, *, tagged: bool) -> list[str]:
    """Write a journal of this many entries of 300 bytes, two tags in each if wanted; return the command for it."""
    folder.mkdir()
    journal, config = folder / "journal.txt", folder / "jrnl.yaml"
    tags = " @craft @graph" if tagged else ""
    entries = (f"[{on:%F %r}] {title}{tags}.\n{body}\n" for on, title, body in written(size))
    journal.write_text("\n".join(entries), encoding="utf-8")
    config.write_text(_CONFIG.format(journal=journal), encoding="utf-8")
    return [sys.executable, "-m", NAME, "--config-file", str(config)]


# What jrnl itself writes at its first start, but for the colours' names; it has no other form of dates unless asked.
_CONFIG = """\
colors: {{body: none, date: none, tags: none, title: none}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: true
indent_character: '|'
journals: {{default: {{journal: {journal}}}}}
linewrap: 79
tagsymbols: '#@'
template: false
timeformat: '%F %r'
version: '4.6'
"""
