"""`doctor --mend` on the command line: what it says, what it gives to a script, what undo does with it."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from cop_tui.domain.book import Book

Did = Callable[..., str]
Cop = Callable[..., CompletedProcess[str]]


def spoil(notebook: Path) -> None:
    """Make the first of the learning entries unreadable, and let the other refer to nothing."""
    tables = json.loads(notebook.read_bytes())
    first, second = tables["learning"].values()
    first["text"] = 7
    second["community"] = "nowhere"
    notebook.write_text(json.dumps(tables), encoding="utf-8")


def test_a_notebook_that_cannot_be_opened_is_mended(
    did: Did, cop: Cop, book: Callable[[], Book], notebook: Path
) -> None:
    """The doctor names the way; each thing done is one line; undo takes back what it can."""
    did("learn", "knots")
    did("learn", "bees")
    spoil(notebook)

    looked = cop("doctor")
    mended = did("doctor", "--mend")

    assert looked.returncode == 1
    assert "cop-tui doctor --mend" in looked.stderr
    assert "Record 1 of learning could not be read" in mended
    assert "“knots” of learning came back from notebook-" in mended
    assert "“bees” of learning referred to what is not there; that was cleared" in mended
    assert "cop-tui undo takes it back" in mended
    assert ["bees", "knots"] == sorted(one.text for one in book().learning.values())
    assert did("doctor").splitlines()[1].strip().startswith("whole")
    assert did("history").splitlines()[0].endswith("Mended the notebook")
    assert did("undo") == "Took back: Mended the notebook\n"
    assert did("doctor", "--mend") != ""


def test_a_script_is_told_what_was_mended(did: Did, data: Callable[..., Any], notebook: Path) -> None:
    """The same as JSON; where nothing was wrong, with nothing in it."""
    did("learn", "knots")
    assert data("doctor", "--mend") == {"done": [], "copy": "", "aside": "", "undo": False}
    assert did("doctor", "--mend") == "There is nothing to mend\n"
    did("learn", "bees")
    spoil(notebook)

    told = data("doctor", "--mend")

    assert (3, True) == (len(told["done"]), told["undo"])
    assert (notebook.parent / told["copy"]).exists()
    assert (notebook.parent / told["aside"]).exists()
