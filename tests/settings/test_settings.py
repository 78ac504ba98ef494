"""Settings: a small file whose mistakes are named with their line."""

import dataclasses
import os
import stat
import sys
import tomllib
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_tui.domain.errors import CopError, Refused, WrongUse
from cop_tui.settings.file import changed, read, write
from cop_tui.settings.table import BY_NAME, SETTINGS, Settings, problem, settings_table
from cop_tui.tui.keymap import problems


def test_a_missing_file_sets_nothing(tmp_path: Path) -> None:
    """Nobody needs settings."""
    assert read(tmp_path / "config.toml") == Settings()


def test_every_setting_is_read(tmp_path: Path) -> None:
    """What stands in the file holds."""
    path = tmp_path / "config.toml"
    path.write_text('theme = "daylight"\ndays = 3\nnudges = 0\nwelcomed = true\n[keys]\n"a.b" = "k"\nc.d = ""\n')

    expected = Settings(theme="daylight", days=3, nudges=0, welcomed=True, keys={"a.b": "k", "c.d": ""})
    assert read(path) == expected


@pytest.mark.parametrize(
    ("text", "sentence", "hint"),
    [
        ('\ntheem = "x"', ", line 2: There is no setting 'theem'", "Did you mean theme?"),
        ("zzz = 1", ", line 1: There is no setting 'zzz'", "There is theme, days, nudges"),
        ("theme = 3", ", line 1: theme wants the name of a theme", 'As in theme = "hearth"'),
        ("days = true", ", line 1: days wants a whole number from 1 to 60", "As in days = 7"),
        ("days = 61", ", line 1: days wants a whole number from 1 to 60", "As in days = 7"),
        ('nudges = "2"', ", line 1: nudges wants a whole number from 0 to 5", "As in nudges = 2"),
        ("welcomed = 1", ", line 1: welcomed wants true or false", "As in welcomed = true"),
        ("keys = 3", ", line 1: keys wants a table of keys", "As in keys.verb.ask"),
        ('[keys]\n\n"a.b" = [\n"k"\n]', ", line 3: a.b wants a key, in quotes", 'As in "k"'),
        ("a = 1\r\ntheme = 3", ", line 1: There is no setting 'a'", "There is theme"),
        ("[today]\nx = 4", ", line 1: There is no setting 'today'", "Did you mean days?"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(tmp_path: Path, text: str, sentence: str, hint: str) -> None:
    """The member learns where to look and what would be right."""
    path = tmp_path / "config.toml"
    path.write_text(text)

    with pytest.raises(WrongUse) as caught:
        read(path)

    assert f"{path}{sentence}" in caught.value.sentence
    assert hint in (caught.value.hint or "")


@pytest.mark.parametrize("content", [b"theme = ", b"theme = 'x", b"\xff\xfe"])
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    """A file that can't be read at all is wrong use, too."""
    path = tmp_path / "config.toml"
    path.write_bytes(content)

    with pytest.raises(WrongUse, match=r"config\.toml"):
        read(path)


def test_settings_that_can_not_be_opened_are_told(tmp_path: Path) -> None:
    """A folder is no file."""
    with pytest.raises(WrongUse, match="can't be read: is a directory"):
        read(tmp_path)


def test_each_setting_is_documented_and_its_example_holds() -> None:
    """The table has a row for every field, whose default and example are right; the README's table has them all."""
    fields = [field.name for field in dataclasses.fields(Settings) if field.name != "file"]
    table = settings_table()

    assert fields == [setting.name for setting in SETTINGS]
    for setting in SETTINGS:
        example = tomllib.loads(setting.example)
        assert [setting.name] == list(example)
        assert problem(setting.name, example[setting.name]) is None
        assert problem(setting.name, setting.default) is None
        assert f"| `{setting.name}` | {setting.help} | {setting.wants} | `{setting.example}` |" in table


def test_the_example_of_a_key_can_be(tmp_path: Path) -> None:
    """What the hint suggests is accepted."""
    path = tmp_path / "config.toml"
    path.write_text(BY_NAME["keys"].example)

    assert {"verb.ask": "A"} == read(path, problems).keys


WRITTEN = """# My settings.
theme = "nord"   # for the evening

# how far I look
days=14

# Keys:
[keys]
"verb.ask" = "A"  # as at work
"""


def test_a_change_leaves_all_else_as_it_was(tmp_path: Path) -> None:
    """Comments, blanks and order stay; a new setting comes before the first table and what is said above that."""
    path = tmp_path / "config.toml"
    path.write_text(WRITTEN)

    now = write(path, theme="hearth", nudges=0)

    expected = WRITTEN.replace('"nord"', '"hearth"').replace("days=14\n", "days=14\nnudges = 0\n")
    assert expected == path.read_text()
    assert Settings(theme="hearth", days=14, nudges=0, keys={"verb.ask": "A"}) == now


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "days = 3\n"),
        ("# mine", "# mine\ndays = 3\n"),
        ("days = 9", "days = 3"),
        ("[keys]\n", "days = 3\n\n[keys]\n"),
        ("# about keys\n[keys]\n", "days = 3\n\n# about keys\n[keys]\n"),
        ('theme = "x"\r\n[keys]\r\n', 'theme = "x"\r\ndays = 3\r\n\r\n[keys]\r\n'),
        ('theme = """\n[x]"""\n[keys]', 'theme = """\n[x]"""\ndays = 3\n\n[keys]'),
        ("\ufeffdays = 9", "\ufeffdays = 3"),
        ("days = 3 # as it is", "days = 3 # as it is"),
        ('theme = "x" # a\u2028[b]', 'theme = "x" # a\u2028[b]\ndays = 3\n'),
    ],
)
def test_a_setting_finds_its_place(tmp_path: Path, before: str, after: str) -> None:
    """However the file is written: with a mark at its start, line ends of Windows, brackets in texts."""
    path = tmp_path / "config.toml"
    path.write_bytes(before.encode())

    now = write(path, days=3)

    assert after.encode() == path.read_bytes()
    assert 3 == now.days


LINES = st.lists(
    st.sampled_from(["# said", "", 'theme = "x"', "days=4 # d", "nudges = 1", "welcomed = true", "  # in"]), unique=True
)
KEYS = st.sampled_from(["", "[keys]\n", "# k\n[keys]\na.b = 'k' # k\n", 'keys.a.b = "k"\n', "[keys.a]\nb='k'\n"])


@settings(max_examples=60, deadline=None)
@given(LINES, KEYS, st.integers(1, 60), st.booleans())
def test_any_change_changes_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], keys: str, days: int, welcomed: bool
) -> None:
    """Every line that is not about a changed setting stands there afterwards, in its order."""
    path = tmp_path_factory.mktemp("settings") / "config.toml"
    text = "\n".join([*lines, keys])
    path.write_text(text)
    before = read(path)

    now = write(path, days=days, welcomed=welcomed)

    assert dataclasses.replace(before, days=days, welcomed=welcomed) == now == read(path)
    kept = [line for line in text.splitlines() if line and not line.startswith(("days", "welcomed"))]
    after = [line for line in path.read_text().splitlines() if line and not line.startswith(("days", "welcomed"))]
    assert kept == after


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_the_file_and_its_folder_are_the_members_own(tmp_path: Path) -> None:
    """A new file is read by nobody else, and neither is a new folder; nothing is left beside it."""
    path = tmp_path / "new" / "folder" / "config.toml"

    write(path, welcomed=True)

    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert 0o700 == stat.S_IMODE(path.parent.stat().st_mode)
    assert [path] == list(path.parent.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights there")
def test_a_link_is_written_through(tmp_path: Path) -> None:
    """Whoever keeps their settings elsewhere and links them has them written there."""
    real, path = tmp_path / "mine.toml", tmp_path / "config.toml"
    real.write_text("days = 9")
    path.symlink_to(real)

    write(path, days=3)

    assert path.is_symlink()
    assert "days = 3" == real.read_text()


@pytest.mark.parametrize("text", ["theem = 1\n", "days = 100", "days = ", "\xff"])
def test_a_file_with_a_mistake_is_not_touched(tmp_path: Path, text: str) -> None:
    """Somebody means something by what is wrong: it is told, and stays."""
    path = tmp_path / "config.toml"
    path.write_bytes(text.encode("latin-1"))

    with pytest.raises(WrongUse, match=r"config\.toml"):
        write(path, theme="hearth")

    assert text.encode("latin-1") == path.read_bytes()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"days": 0}, "days wants a whole number from 1 to 60"), ({"dayz": 3}, "There is no setting 'dayz'")],
)
def test_a_change_that_can_not_be_is_refused(tmp_path: Path, change: dict[str, int], sentence: str) -> None:
    """With a file and without one; nothing is written."""
    path = tmp_path / "config.toml"
    for before in (Settings(file=path), Settings()):
        with pytest.raises(WrongUse) as caught:
            changed(before, **change)

        assert sentence == caught.value.sentence
    assert not path.exists()


def test_settings_without_a_file_change_for_now() -> None:
    """Where nothing is kept, a change holds as long as the program runs."""
    before = Settings(theme="nord", keys={"a.b": "k"})

    assert Settings(theme="nord", days=3, keys={"a.b": "k"}) == changed(before, days=3)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_a_file_that_is_only_to_be_read_is_left_alone(tmp_path: Path) -> None:
    """A sentence says so, and what was there before is there still."""
    path = tmp_path / "config.toml"
    path.write_text("days = 9")
    path.chmod(0o400)

    with pytest.raises(CopError, match="can't be written: read-only; they are as they were"):
        write(path, days=3)

    assert "days = 9" == path.read_text()


def test_what_can_not_be_changed_in_place_is_left_to_the_member(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should a change ever come out as another one, nothing is written."""
    path = tmp_path / "config.toml"
    path.write_text("days = 9")
    monkeypatch.setattr("cop_tui.settings.file._with", lambda *_: "days = 4")

    with pytest.raises(Refused, match="can't be changed here"):
        write(path, days=3)

    assert "days = 9" == path.read_text()


def test_a_long_file_has_its_mistake_found_or_not_but_soon(tmp_path: Path) -> None:
    """Nobody waits for the line of a mistake."""
    path = tmp_path / "config.toml"
    path.write_text("# said\n" * 50_000 + "theem = 1")

    with pytest.raises(WrongUse, match="There is no setting 'theem'"):
        read(path)


def test_what_is_no_ordinary_file_keeps_nothing() -> None:
    """A device may stand for settings that say nothing; writing to it would keep nothing either."""
    assert Settings() == read(Path(os.devnull))

    with pytest.raises(CopError, match="no ordinary file"):
        write(Path(os.devnull), days=3)


def test_what_the_writer_does_not_understand_is_left_to_the_member(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reader and writer of TOML are two: should they ever differ, a sentence says so and nothing is written."""

    def refuse(_: str) -> None:
        raise tomlkit.exceptions.ParseError(1, 1)

    path = tmp_path / "config.toml"
    path.write_text("days = 9")
    monkeypatch.setattr(tomlkit, "parse", refuse)

    with pytest.raises(Refused, match="can't be changed here"):
        write(path, days=3)

    assert "days = 9" == path.read_text()
