"""The house keeps its floors: what the pure parts may touch, and what an import may do."""

import ast
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import cop_tui

PACKAGE = Path(cop_tui.__file__).parent
PURE = sorted([*PACKAGE.glob("domain/**/*.py"), *PACKAGE.glob("practice/**/*.py")])
SCREENS = sorted(PACKAGE.glob("tui/**/*.py"))

CLOCKS = {"now", "today", "utcnow", "time", "monotonic", "time_ns", "localtime"}
WORLD = {"os", "subprocess", "socket", "time", "platform", "shutil", "tempfile", "pathlib", "io"}


def modules() -> list[str]:
    """Name every module of the package but the one that runs when it is imported as a program."""
    found = pkgutil.walk_packages([str(PACKAGE)], prefix="cop_tui.")
    return [module.name for module in found if not module.name.endswith("__main__")]


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_pure_parts_read_no_clock_and_touch_no_file(path: Path) -> None:
    """Domain and practice get the time passed in, and know no environment and no file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    clocks = [
        call.attr
        for call in calls
        if isinstance(call, ast.Attribute)
        and call.attr in CLOCKS
        and isinstance(call.value, ast.Name)
        and call.value.id in {"datetime", "date", "time"}
    ]
    opened = [call.id for call in calls if isinstance(call, ast.Name) and call.id in {"open", "print", "input"}]
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert ([], [], set()) == (clocks, opened, imported & WORLD)


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_toast_never_reads_markup(path: Path) -> None:
    """Every `notify` says `markup=False`, because what a member wrote may look like markup."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    toasts = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "notify"
    ]
    careless = [
        toast.lineno
        for toast in toasts
        if not any(
            keyword.arg == "markup" and isinstance(keyword.value, ast.Constant) and keyword.value.value is False
            for keyword in toast.keywords
        )
    ]

    assert [] == careless


def test_importing_everything_writes_nothing_and_makes_no_folder(tmp_path: Path) -> None:
    """An import is not an act: no file is written, no folder made, no process started."""
    program = (
        "import sys, importlib\n"
        "seen = []\n"
        "def watch(event, args):\n"
        "    writes = event == 'open' and isinstance(args[1], str) and set(args[1]) & set('wax+')\n"
        "    if writes or event in ('os.mkdir', 'subprocess.Popen', 'socket.connect'):\n"
        "        seen.append((event, str(args[0])))\n"
        "sys.addaudithook(watch)\n"
        f"for name in {modules()!r}:\n"
        "    importlib.import_module(name)\n"
        "print(seen)\n"
    )
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )

    assert ("[]", "") == (done.stdout.strip(), done.stderr)


def test_the_house_keeps_its_budgets() -> None:
    """Modules, classes and functions stay small, typed and documented, without cycles."""
    tool = PACKAGE.parents[1].parent / "shared" / "tools" / "house.py"
    if not tool.is_file():
        pytest.skip("the measuring tool is not here")

    done = subprocess.run(
        [sys.executable, str(tool), str(PACKAGE)], capture_output=True, text=True, check=False, encoding="utf-8"
    )

    assert 0 == done.returncode, done.stdout
