"""The texts that somebody with bad manners writes, in one place, and what no output may have in it."""

import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from cop_tui.cli.main import run

TEXTS = {
    "escape": "a\x1b[2J\x1b]0;title\x07b\x1b]52;c;ZXZpbA==\x07",
    "eight-bit escape": "a\x9b2Jb\x9d0;title\x9cc\x85d",
    "controls": "".join(map(chr, (*range(0x20), 0x7F))) + "x",
    "overrides": "\u202eabc\u202c \u2066def\u2069 \u200egh\u200f",
    "unseen": "a\u2028b\u2029c\ufeffd\u200be\U000e0041f",
    "carriage return": "good news\rerror: none\r\nsecond line",
    "half a character": "a\ud800b\udfffc",
    "undecoded byte": "a\udcffb",
    "no blank": "x" * 10_000,
    "wide without blank": "猫" * 5_000,
    "many marks": "e" + "\u0301" * 2_000,
    "textual": "[/x] [Anna] [@click=app.quit]go[/] [$primary]a[/]",
    "rich": "[bold red]b[/bold red] [link=file:///etc/passwd]c[/link] :warning:",
    "markdown": "# h\n---\n- [ ] t\n![i](http://198.51.100.1/i.png)\n[l](javascript:alert(1))\n```\n~~~\n</details>",
    "front matter": "---\ntags: [x]\n---\n!!python/object/apply:os.system ['true']",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)><!-- </style></title></textarea>",
    "attribute": "\"><svg/onload=alert(1)> ' onmouseover='alert(1)",
    "template": "{{ 7 * 7 }} {% raw %} ${HOME} $(true) `true` %s %(x)s {0}",
    "formula": '=HYPERLINK("http://198.51.100.1";"x")',
    "other formulas": "+1+1",
    "formula behind a tab": "\t=1+1",
    "at formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "path up": "../../../../x",
    "path from the root": "/etc/passwd",
    "path of windows": "..\\..\\C:\\x|y?z*",
    "device": "NUL",
    "device with an ending": "con.md",
    "300 bytes": "é" * 150,
    "full stops": "...",
    "dash": "--force",
    "script": "javascript:alert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "file": "file:///etc/passwd",
    "disguised script": " java\nscript:alert(1)",
    "network path": "//198.51.100.1/x",
    "calendar lines": "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:eve@example.org\r\n",
    "card lines": "x\nEND:VCARD\nBEGIN:VCARD\nFN:Eve",
    "mail lines": "x\r\nBcc: eve@example.org\r\n\r\n.",
    "mailbox line": "\nFrom eve Mon Nov 23 09:00:00 2026\n",
    "journal line": "x\n[2026-11-23 09:00] Not mine\n",
    "json": '"}],"people":[{"name":"Eve"}]',
    "quotes": "'\"`\\",
}
"""Every text by what is wrong with it."""

NO_TEXT = ("half a character", "undecoded byte")
"""Those that are no Unicode text: refused wherever they may come in."""

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no output to a terminal may have in it."""

ALL = bool(os.environ.get("COP_TUI_LONG"))
"""Whether every text is tried everywhere; otherwise each of them somewhere, and everywhere some of them."""

Cop = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """Return every hostile text by what is wrong with it."""
    return TEXTS


@pytest.fixture(scope="session")
def written() -> dict[str, str]:
    """Return every hostile text that can stand in a file of UTF-8."""
    return {name: text for name, text in TEXTS.items() if name not in NO_TEXT}


@pytest.fixture
def some() -> Callable[[int], list[str]]:
    """Return what picks the texts for the place with this number: all of them, where there is time for that."""

    def picked(place: int) -> list[str]:
        names = list(TEXTS)
        return list(TEXTS.values()) if ALL else [TEXTS[names[(3 * place + step) % len(names)]] for step in range(3)]

    return picked


@pytest.fixture
def cop(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cop:
    """Return what runs one command in this process and checks that its output is harmless."""
    monkeypatch.setenv("COP_TUI_DATA", str(tmp_path / "mine" / "notebook.json"))

    def ran(*words: str, stdin: bytes = b"") -> CompletedProcess[str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = run(list(words))
        said = capsys.readouterr()
        assert code in (0, 1, 2), (words, said)
        assert not STEERING.search(said.out), (words, said.out)
        assert not STEERING.search(said.err), (words, said.err)
        assert "Traceback" not in said.err, (words, said.err)
        assert "inside cop-tui" not in said.err, (words, said.err)
        return CompletedProcess(words, code, said.out, said.err)

    return ran


@pytest.fixture
def untouched(tmp_path: Path) -> Iterator[None]:
    """Check that nothing came to be outside the folders that a test made or named."""
    around = tmp_path.parent
    before = set(around.iterdir())
    yield
    assert before == set(around.iterdir())
    allowed = {"home", "mine", "out", "in", "other"}
    assert allowed >= {one.name for one in tmp_path.iterdir()}


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in a folder so deep that a path that leads up stays with the test."""
    deep = tmp_path / "out" / "far" / "out" / "of" / "the" / "way"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
