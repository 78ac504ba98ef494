"""What the tests of the formats share: jrnl itself, started as a program."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CONFIG = """version: v4.6
journals: {{default: {}}}
editor: ''
encrypt: false
template: false
default_hour: 9
default_minute: 0
timeformat: '{}'
tagsymbols: '#@'
highlight: false
linewrap: 79
indent_character: '|'
colors: {{body: none, date: none, tags: none, title: none}}
"""


@pytest.fixture
def of_jrnl(tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    """Return what tells the entries that jrnl finds in a journal, by their dates; skip where jrnl is not installed."""
    pytest.importorskip("jrnl")
    folder = tmp_path / "jrnl"
    folder.mkdir()
    settings, journal = folder / "jrnl.yaml", folder / "j.txt"
    command = [sys.executable, "-m", "jrnl", "--config-file", str(settings), "--format", "json", "-999999"]

    def entries(content: bytes, timeformat: str = "%F %r") -> list[dict[str, Any]]:
        journal.write_bytes(content)
        settings.write_text(CONFIG.format(journal, timeformat), encoding="utf-8")
        done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8", cwd=folder)
        found: list[dict[str, Any]] = json.loads(done.stdout[done.stdout.index("{") :])["entries"]
        return found

    return entries
