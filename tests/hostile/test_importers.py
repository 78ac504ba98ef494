"""Whatever somebody else's file says, it comes in as words, or is named and left out; nothing in it is obeyed."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from cop_tui.storage.notebook import Notebook

Cop = Callable[..., CompletedProcess[str]]


def escaped(text: str) -> str:
    """Return a text as the value of a line in a calendar or a card."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def files_with(text: str) -> Iterator[tuple[str, bytes]]:
    """Go through files of every format that have a text wherever one may stand, by their names."""
    line, rows = escaped(text), io.StringIO()
    name = line.replace('"', "'")
    event = (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:{line}\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:{line}\r\n"
        f"SUMMARY:{line}\r\nDESCRIPTION:{line}\r\nLOCATION:{line}\r\nURL:{line}\r\nCONFERENCE:{line}\r\nCATEGORIES:{line}\r\n"
        f'DTSTART;TZID="{name}":20261127T180000\r\nORGANIZER;CN="{name}":mailto:ana@example.org\r\n'
        f'ATTENDEE;CN="{name}";PARTSTAT=NEEDS-ACTION:mailto:sam@example.net\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    )
    yield "a.ics", event.encode()
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{0}\r\nFN:{0}\r\nORG:{0}\r\nNOTE:{0}\r\nURL:{0}\r\nTEL;TYPE=x:{0}\r\n"
    yield "a.vcf", (card + "EMAIL:{0}\r\nX-ABLABEL:{0}\r\nEND:VCARD\r\n").format(line).encode()
    entry: dict[str, object] = {"title": text, "body": text, "date": "2026-01-01", "time": "10:00", "tags": [text]}
    yield "a.json", json.dumps({"tags": {text: 1}, "entries": [entry]}).encode()
    day: dict[str, object] = {
        "uuid": text,
        "creationDate": "2026-01-01T10:00:00Z",
        "text": text,
        "tags": [text],
        "timeZone": text,
    }
    day |= {"location": {"placeName": text}, "photos": [{"identifier": text}]}
    yield "day.json", json.dumps({"metadata": {"version": text}, "entries": [day]}).encode()
    community: dict[str, object] = {
        "name": text,
        "subject": text,
        "why": text,
        "people": [{"name": text, "part": text}],
    }
    community |= {"places": [{"kind": "link", "text": text}], "organisations": [text], text: text}
    yield "list.json", json.dumps({"communities": [community]}).encode()
    writer = csv.writer(rows)
    writer.writerows([["name", "purpose", "people", "places", "why"], [text, text, text, text, text]])
    yield "a.csv", rows.getvalue().encode(errors="replace")
    yield "a.txt", f"[2026-01-01 10:00] {text}\n{text}\n".encode(errors="replace")
    front = json.dumps({"title": text, "tags": [text], "aliases": text, "people": [f"[[{text}]]"], "date": text})
    yield "note.md", f"---\n{front}\n---\n{text}\n[[{text}]]\n".encode(errors="replace")
    records = [{"id": text, "created": "2026-01-01T00:00:00Z", "updated": "2026-01-01T00:00:00Z", "name": text}]
    yield "own.json", json.dumps({"cop-tui": {"schema": 1}, "people": records, text: []}).encode()
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "ana@example.org", " ".join(text.split()).encode("ascii", "replace").decode()
    mail.set_content("hello")
    mail.add_attachment(event.encode(), maintype="text", subtype="calendar", filename="../../x")
    yield "a.eml", mail.as_bytes()


@pytest.mark.usefixtures("untouched")
def test_every_importer_takes_a_text_or_names_it(
    cop: Cop, written: dict[str, str], tmp_path: Path, now: datetime
) -> None:
    """One file of each format for each text; what came in is shown, searched and taken back like anything else."""
    folder = tmp_path / "in"
    folder.mkdir()
    cop("me", "--name", "Sam", "--email", "sam@example.net")

    for text in written.values():
        for name, data in files_with(text):
            (folder / name).write_bytes(data)
            result = cop("import", str(folder / name))
            assert result.returncode == 0 or "nothing was changed" in result.stderr, (name, result)
            (folder / name).unlink()
    for kind in ("people", "communities", "invitations", "stories"):
        assert cop("list", kind).returncode == 0
    assert cop("history").returncode == cop("today").returncode == cop("doctor").returncode == 0

    book = Notebook.open(tmp_path / "mine" / "notebook.json", now=now).book
    assert len(book.stories) > len(written)
    assert len(book.people) > len(written) / 2
    assert len(book.invitations) > len(written) / 2


NAMES = (
    "NUL.md",
    "con.md",
    "..\\..\\x.md",
    "a\x1b[2J.md",
    "\u202egpj.md",
    "a\nb.md",
    "=1+1.md",
    "[b]x[/b].md",
    "é" * 120 + ".md",
)
"""Names that a folder of notes may have in it, where the system takes them."""


@pytest.mark.usefixtures("untouched")
def test_names_of_files_are_words_too(cop: Cop, tmp_path: Path) -> None:
    """A name is a title and nothing else; it is told so that no terminal obeys it."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in NAMES:
        try:
            (folder / name).write_text("word\n", encoding="utf-8")
        except OSError:
            continue
    (folder / "\x1b]0;x\x07.md").write_bytes(b"\xff\xfe\x00")

    assert cop("import", str(folder)).returncode == 0
    assert cop("import", *map(str, sorted(folder.iterdir()))).returncode in (0, 1)
    assert cop("list", "stories").returncode == 0
    assert cop("export", "vault", str(tmp_path / "out")).returncode == 0
