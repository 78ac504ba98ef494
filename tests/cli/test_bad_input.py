"""Bad input: one clear line each, the exit code as promised, nothing changed."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Cop = Callable[..., CompletedProcess[str]]
Did = Callable[..., str]


BAD: list[tuple[list[str], int, list[str]]] = [
    (["import", "no.ics"], 1, ["no.ics"]),
    (["import", "."], 1, ["folder"]),
    (["import", "noise.bin"], 1, ["noise.bin"]),
    (["import", "half.json"], 1, ["half.json"]),
    (["import", "newer.json"], 1, ["newer"]),
    (["import", "empty.ics"], 1, ["empty.ics"]),
    (["import", "good.ics", "no.ics"], 1, ["no.ics"]),
    (["learn", "x", "-c", "Beez"], 1, ["There is no community 'Beez'", "hint: Did you mean Bees or Beetles?"]),
    (["learn", "x", "-c", "Zzz"], 1, ["There is no community 'Zzz'", "hint: There is Bees, Beetles"]),
    (["learn", "x", "-c", "bee"], 1, ["could be any of these", "Bees", "Beetles"]),
    (["learn", "x", "--goal", "nothing"], 1, ["No goal fits"]),
    (["learn", "x", "--purpose", "fun"], 2, ["fun"]),
    (["learn", "x", "--on", "2026-02-30"], 2, ["2026-02-30"]),
    (["learn", "x", "--on", "03/04/2027"], 2, ["two different days"]),
    (["learn", "x", "--on", "whenever"], 2, ["whenever"]),
    (["yes", "x y", "--on", "2026-13-01"], 2, ["2026-13-01"]),
    (["goal", "add", "x", "--by", "31 feb"], 2, ["31 feb"]),
    (["showed-up", "bread"], 1, ["could be any of these", "bake bread", "eat bread"]),
    (["showed-up", "zebra"], 1, ["No commitment fits"]),
    (["maybe", "abcd1234"], 1, ["No invitation fits"]),
    (["show", "abcd1234"], 1, ["No record fits"]),
    (["remove", "zebra"], 1, ["No record fits"]),
    (["yes", "nobody asked", "--reply", "r.ics"], 2, ["nobody to reply to"]),
    (["me", "--timezone", "Mars/Olympus"], 1, ["Mars/Olympus"]),
    (["me", "--name", "  "], 2, ["empty"]),
    (["learn", ""], 2, ["empty"]),
    (["ask", "Li"], 2, ["SUBJECT"]),
    (["invite", "Tea"], 2, ["--to"]),
    (["share", "x", "--depth", "deep"], 2, ["deep"]),
    (["community", "add", "x", "--rhythm", "0"], 2, ["--rhythm"]),
    (["community", "stage", "bees", "flying"], 2, ["flying"]),
    (["community", "stage", "bees", "potential"], 1, ["potential"]),
    (["export", "pdf"], 2, ["pdf"]),
    (["export", "json", "-o", "."], 1, ["is a folder"]),
    (["export", "json", "-o", "no/where.json"], 1, ["There is no folder"]),
    (["export", "json", "-o", "good.ics"], 1, ["is there already"]),
    (["export", "json", "--from", "today"], 2, ["whole notebook"]),
    (["backup", "restore", "none"], 1, ["none"]),
    (["tell"], 1, ["No editor is set"]),
    (["demo"], 1, ["needs a terminal"]),
    ([], 1, ["needs a terminal"]),
    (["checkin"], 1, ["needs a terminal"]),
]
"""What a member may type that can't be done: the words, the exit code, and parts of what is said."""


def content(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder, but for locks."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def assert_one_clear_line(result: CompletedProcess[str], code: int, *parts: str) -> None:
    """Check that an error is told as INTERFACE.md promises."""
    assert (result.returncode, result.stdout) == (code, ""), result
    lines = result.stderr.splitlines()
    assert lines[0].startswith("error: ")
    assert all(part in result.stderr for part in parts), result.stderr
    assert "Traceback" not in result.stderr
    assert sum(line.startswith("error: ") for line in lines) == 1
    assert sum(line.startswith("hint: ") for line in lines) <= 1


@pytest.mark.parametrize("bad", BAD, ids=[" ".join(row[0]) or "nothing" for row in BAD])
def test_bad_input_is_one_clear_line_and_changes_nothing(
    cop: Cop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: tuple[list[str], int, list[str]]
) -> None:
    """Whatever is wrong, the notebook stays as it is, byte for byte."""
    words, code, parts = bad
    monkeypatch.chdir(tmp_path)
    for line in (
        ["community", "add", "Bees"],
        ["community", "add", "Beetles"],
        ["yes", "bake bread"],
        ["yes", "eat bread"],
    ):
        cop(*line)
    Path("noise.bin").write_bytes(bytes(range(256)))
    Path("half.json").write_text('{"cop-tui": {"schema": 1}, "people": [{')
    Path("newer.json").write_text('{"cop-tui": {"schema": 999}, "people": []}')
    Path("empty.ics").write_text("")
    Path("good.ics").write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Tea\nDTSTART:20261127T180000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    before = content(tmp_path)

    result = cop(*words)

    assert_one_clear_line(result, code, *parts)
    assert content(tmp_path) == before


@pytest.mark.parametrize(
    ("stdin", "part"), [(b"\xff\xfe", "not UTF-8 (byte 1)"), (b"good \xc3", "not UTF-8 (byte 6)"), (b" \n", "empty")]
)
def test_what_is_no_text_on_stdin_is_told(cop: Cop, notebook: Path, stdin: bytes, part: str) -> None:
    """Nothing is guessed at."""
    result = cop("tell", "-", stdin=stdin)

    assert result.returncode in (1, 2)
    assert part in result.stderr
    assert not notebook.exists()


def test_a_closed_stdin_is_told(cop: Cop, monkeypatch: pytest.MonkeyPatch) -> None:
    """`tell - <&-` has nothing to read."""
    from cop_tui.cli.options import from_stdin
    from cop_tui.domain.errors import CopError

    monkeypatch.setattr("sys.stdin", None)

    with pytest.raises(CopError, match="stdin is closed"):
        from_stdin()


def test_bytes_that_are_no_text_are_refused(cop: Cop, notebook: Path) -> None:
    """What a shell hands over undecoded never comes into the notebook."""
    for words in (
        ["tell", "a\udcff"],
        ["me", "--name", "a\udcff"],
        ["share", "a\udcff"],
        ["tell", "x", "--title", "a\udcff"],
    ):
        assert_one_clear_line(cop(*words), 2, "not UTF-8")

    assert not notebook.exists()


@pytest.mark.parametrize(
    ("made", "part"),
    [
        ("folder", "folder"),
        ("half", "damaged"),
        ("other", ""),
        ("newer", "newer"),
    ],
)
@pytest.mark.parametrize("words", [["today"], ["learn", "knots"], ["export", "json"], ["list", "people", "--json"]])
def test_a_notebook_that_is_none_is_left_alone(
    cop: Cop, notebook: Path, words: list[str], made: str, part: str
) -> None:
    """A folder, half a file, something else, a newer schema: told, not touched."""
    notebook.parent.mkdir()
    if made == "folder":
        notebook.mkdir()
    else:
        texts = {"half": '{"meta": {"1"', "other": "[1, 2]", "newer": '{"meta": {"1": {"schema": 999}}, "people": {}}'}
        notebook.write_text(texts[made])
    before = content(notebook.parent)

    result = cop(*words)

    assert_one_clear_line(result, 1, part)
    assert before.items() <= content(notebook.parent).items()


@contextmanager
def nobody() -> Iterator[None]:
    """Be somebody without rights for a while, where whoever runs this has all of them."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="folders have no such rights here")
@pytest.mark.parametrize("words", [("learn", "knots"), ("today",), ("list", "stories")])
@pytest.mark.parametrize("rights", [0o555, 0o000])
def test_a_folder_without_rights_is_told(cop: Cop, words: tuple[str, ...], rights: int) -> None:
    """Nothing can be written where nobody may write, nor read where nobody may read."""
    cop(*words)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        elsewhere = Path(folder) / "elsewhere"
        elsewhere.mkdir()
        elsewhere.chmod(rights)
        with nobody():
            config = str(Path(folder) / "config.toml")
            result = cop("--config", config, "--data", str(elsewhere / "notebook.json"), *words)
        elsewhere.chmod(0o700)

        if words[0] == "learn" or not rights:
            assert_one_clear_line(result, 1)
        else:
            assert result.returncode == 0
        assert content(elsewhere) == {}


def test_a_folder_that_can_not_be_made_is_told(cop: Cop, tmp_path: Path) -> None:
    """A file stands where the folder would be."""
    (tmp_path / "file").write_text("mine")

    result = cop("--data", str(tmp_path / "file" / "notebook.json"), "learn", "knots")

    assert_one_clear_line(result, 1)
    assert content(tmp_path)["file"] == b"mine"


def test_a_full_disk_changes_nothing(cop: Cop, did: Did, notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notebook stays as it was, byte for byte."""
    did("learn", "knots")
    before = notebook.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    assert_one_clear_line(cop("learn", "bees"), 1)
    assert notebook.read_bytes() == before


def test_a_clock_without_an_offset_is_wrong_use(cop: Cop, notebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """COP_TUI_NOW must say where on earth."""
    monkeypatch.setenv("COP_TUI_NOW", "2026-11-23T09:00:00")

    assert_one_clear_line(cop("learn", "knots"), 2, "COP_TUI_NOW")
    assert not notebook.exists()
