"""What is the member's stays theirs: nobody else reads it, no test looks at it, nothing calls anywhere."""

import os
import pkgutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

import cop_tui
from cop_tui.exchange import registry

Cop = Callable[..., CompletedProcess[str]]

FILES = [one.name for one in registry.FORMATS if one.writer and not one.folder]
FOLDERS = [one.name for one in registry.FORMATS if one.folder]


@pytest.fixture
def lax_umask() -> Iterator[None]:
    """Let everybody do everything, as a careless shell does."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> tuple[set[int], set[int]]:
    """Return the modes of the files in a folder, and of the folder and those in it."""
    found = [(one.is_dir(), stat.S_IMODE(one.lstat().st_mode)) for one in (folder, *folder.rglob("*"))]
    return {mode for is_folder, mode in found if not is_folder}, {mode for is_folder, mode in found if is_folder}


@pytest.mark.skipif(os.name != "posix", reason="modes are Unix's")
@pytest.mark.usefixtures("lax_umask")
def test_whatever_a_command_writes_is_the_members_own(cop: Cop, tmp_path: Path) -> None:
    """Notebook, lock, backups, settings' folder, exports, replies, invitations: 0600, in folders of 0700."""
    out = tmp_path / "out"
    out.mkdir(0o700)
    lines = [
        ("me", "--name", "Sam", "--email", "sam@example.net"),
        ("tell", "Bees"),
        ("invite", "Tea", "--to", "Ana <ana@example.org>", "--on", "2026-12-01 18:00", "--ics", str(out / "a.ics")),
        ("revise", "Tea", "--where", "here", "--ics", str(out / "b.eml")),
        ("withdraw", "Tea", "--ics", str(out / "c.ics")),
        ("backup", "make"),
        ("undo",),
        ("demo", "--to", str(out / "demo.json")),
        ("import", str(out / "demo.json")),
    ]
    lines += [("export", one, "-o", str(out / one), "--private") for one in FILES]
    lines += [("export", FILES[0], "-o", str(out / FILES[0]), "--force")]
    lines += [("export", one, str(out / one), "--private") for one in FOLDERS]

    assert [] == [line for line in lines if cop(*line).returncode]

    assert modes(tmp_path / "mine") == ({0o600}, {0o700})
    assert modes(out) == ({0o600}, {0o700})


@pytest.mark.skipif(os.name != "posix", reason="modes are Unix's")
@pytest.mark.usefixtures("lax_umask")
def test_a_folder_becomes_private_when_that_is_said(cop: Cop, tmp_path: Path) -> None:
    """A folder of notes shows people's names in its files' names; the notes themselves are private in any case."""
    out = tmp_path / "out"
    cop("ask", "Ana", "bees")
    cop("export", "vault", str(out))
    before = stat.S_IMODE(out.stat().st_mode)

    result = cop("export", "vault", str(out), "--private")

    assert (0, 0o777, 0o700) == (result.returncode, before, stat.S_IMODE(out.stat().st_mode))
    assert modes(out)[0] == {0o600}


@pytest.mark.skipif(os.name != "posix", reason="modes are Unix's")
@pytest.mark.usefixtures("lax_umask")
def test_what_the_editor_works_on_is_the_members_own(cop: Cop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is open, and where it is kept because the editor failed."""
    drafts, told = tmp_path / "other", tmp_path / "in"
    drafts.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(drafts))
    editor = (
        "import os, sys; f = sys.argv[-1]; "
        f"open({str(told)!r}, 'w').write(oct(os.stat(f).st_mode & 0o777)); open(f, 'w').write('words'); sys.exit(1)"
    )
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" -c "{editor}"')

    result = cop("tell")

    assert "Your text is kept in" in result.stderr
    assert told.read_text(encoding="utf-8") == "0o600"
    assert modes(drafts)[0] == {0o600}


WATCHED = """
import os, sys
from pathlib import Path

ALLOWED = [Path(one).resolve() for one in sys.argv[1].split(os.pathsep)]
NET = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
wrong = []

def is_theirs(place):
    try:
        path = Path(os.fsdecode(place)).absolute()
    except (TypeError, ValueError):
        return isinstance(place, int)  # what is open already
    return path.is_relative_to(ALLOWED[0]) or str(path) in ("/dev/null", "/dev/tty")

def watch(event, args):
    if event in NET and not (event == "socket.bind" and isinstance(args[1], str)):
        wrong.append((event, str(args[1:])))
        raise PermissionError("no test opens the network")
    if event == "open" and not isinstance(args[0], int):
        writing = isinstance(args[2], int) and args[2] & WRITES
        if not is_theirs(args[0]) and (writing or is_at_home(args[0])):
            wrong.append((event, os.fsdecode(args[0])))
    if event in ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.chmod") and not is_theirs(args[0]):
        wrong.append((event, str(args[0])))

def is_at_home(place):
    path = Path(os.fsdecode(place)).absolute()
    return path.is_relative_to(HOME) and not any(path.is_relative_to(one) for one in ALLOWED)

try:
    import pwd
    HOME = Path(pwd.getpwuid(os.getuid()).pw_dir)
except ImportError:
    HOME = Path("~").expanduser()
sys.dont_write_bytecode = True
sys.addaudithook(watch)
"""

SESSION = """
import importlib
for name in sys.argv[2].split():
    importlib.import_module(name)
from cop_tui.cli.main import run
out = sys.argv[1].split(os.pathsep)[0] + "/out"
os.mkdir(out)
lines = ["me --name Sam --email sam@example.net", "demo --to OUT/demo.json", "import OUT/demo.json", "ask Ana bees",
    "tell words", "yes walk --on tomorrow", "today", "history", "doctor", "sparks", "search bees", "list stories",
    "invite Tea --to Ana --where https://198.51.100.1/x --on tomorrow --ics OUT/tea.ics", "backup make",
    "undo", "where",
    *("export %s -o OUT/%s" % (one, one) for one in sys.argv[3].split()), *("import OUT/" + one for one in
    ("ics", "vcard", "json", "jrnl", "jrnl-json", "vault", "tea.ics"))]
codes = {line: code for line in lines if (code := run(line.replace("OUT", out).split()))}
sys.stdout.flush()
print("wrong", wrong, codes, file=sys.stderr)
"""


def modules() -> list[str]:
    """Return the names of all modules of the program."""
    found = pkgutil.walk_packages(cop_tui.__path__, "cop_tui.")
    return [one.name for one in found if not one.name.endswith("__main__")]


def test_nothing_calls_anywhere_nor_looks_at_anybodys_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All modules, commands, exports and imports, in a process that notes every file, folder and address asked for."""
    monkeypatch.setenv("COP_TUI_DATA", str(tmp_path / "mine" / "notebook.json"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    allowed = os.pathsep.join(map(str, (tmp_path, sys.prefix, sys.base_prefix, *Path(cop_tui.__file__).parents[1:4])))

    done = subprocess.run(
        [sys.executable, "-c", WATCHED + SESSION, allowed, " ".join(modules()), " ".join([*FILES, *FOLDERS])],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        cwd=tmp_path,
    )

    assert done.stderr.splitlines()[-1] == "wrong [] {}", done.stderr[-2_000:]


def test_the_watch_notices_what_it_is_for(tmp_path: Path) -> None:
    """Asking for an address, and writing elsewhere, is noted: the test before can fail."""
    program = (
        "import socket, contextlib\n"
        "with contextlib.suppress(OSError):\n    socket.create_connection(('198.51.100.1', 9), timeout=1)\n"
        "with contextlib.suppress(OSError):\n    open(sys.argv[2], 'w').close()\n"
        "print([event for event, _ in wrong])"
    )
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()

    done = subprocess.run(
        [sys.executable, "-c", WATCHED + program, str(inside), str(outside)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert "socket.getaddrinfo" in done.stdout or "socket.connect" in done.stdout, done
    assert "'open'" in done.stdout
