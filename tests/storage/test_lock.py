"""One writer at a time, and the name of whoever writes."""

import os
import sys
from pathlib import Path

import pytest

from cop_tui.domain.errors import Busy, NotebookError
from cop_tui.storage import lock

ANOTHER = "Another program is writing to notebook.json; this was not saved"
MOMENT = "Try again in a moment"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait no longer than a moment for whoever holds the lock."""
    monkeypatch.setattr(lock, "WAIT", 0.01)


def refusal(path: Path) -> tuple[str, str | None]:
    """Return what somebody reads who wants to write as well."""
    with pytest.raises(Busy) as caught, lock.held(path):
        pass
    return caught.value.sentence, caught.value.hint


def holder(path: Path) -> Path:
    """Return the file in which the holder signs."""
    return path.with_name(".notebook.json.holder")


@pytest.mark.parametrize("signature", ["", "x", "-1 cop-tui", "9" * 11, "12\n13", "\x00", "12cop-tui"])
def test_a_signature_that_is_none_names_nobody(path: Path, signature: str) -> None:
    """Somebody may have written anything there."""
    with lock.held(path):
        holder(path).write_text(signature, encoding="utf-8")

        assert (ANOTHER, MOMENT) == refusal(path)


@pytest.mark.parametrize(
    ("signature", "name", "number"),
    [
        ("12", "Another program", "12"),
        (" 12 cop-tui\n", "cop-tui", "12"),
        ("12 cop-tui and more", "cop-tui", "12"),
        ("9876543210 my_own.program-2", "my_own.program-2", "9876543210"),
        ("12 " + "a" * 40, "a" * 40, "12"),
        ("12 " + "a" * 41, "Another program", "12"),
        ("12 2nd", "Another program", "12"),
        ("12 caf\N{LATIN SMALL LETTER E WITH ACUTE}", "Another program", "12"),
        ("12 \x1b[31m", "Another program", "12"),
        ("12 cop-tui " + "x" * 5000, "cop-tui", "12"),
    ],
)
def test_whoever_signed_is_named(path: Path, signature: str, name: str, number: str) -> None:
    """By a name that can be shown, and by the number by which it can be ended."""
    with lock.held(path):
        holder(path).write_text(signature, encoding="utf-8")

        assert (
            f"{name} (process {number}) is writing to notebook.json; this was not saved",
            f"Try again in a moment, or end process {number} if it hangs",
        ) == refusal(path)


def test_whoever_did_not_sign_is_another_program(path: Path) -> None:
    """The lock holds all the same."""
    with lock.held(path):
        holder(path).unlink()

        assert (ANOTHER, MOMENT) == refusal(path)


@pytest.mark.parametrize(
    ("arguments", "program"),
    [
        (["/usr/bin/cop-tui", "today"], "cop-tui"),
        (["/lib/cop_tui/__main__.py"], "cop-tui"),
        (["script.py"], "script"),
        (["/bin/caf\N{LATIN SMALL LETTER E WITH ACUTE}"], "caf?"),
        ([""], ""),
        ([], ""),
    ],
)
def test_a_holder_signs_with_its_number_and_its_name(
    path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], program: str
) -> None:
    """In the place of whoever signed before, and only while it holds the lock."""
    monkeypatch.setattr(sys, "argv", arguments)
    path.parent.mkdir()
    holder(path).write_text("12 somebody with a very long name, who is gone", encoding="utf-8")

    with lock.held(path):
        assert f"{os.getpid()} {program}" == holder(path).read_text(encoding="utf-8")

    assert [".notebook.json.lock"] == [one.name for one in path.parent.iterdir()]


@pytest.mark.skipif(os.name != "posix", reason="modes are Unix's")
def test_nobody_else_may_look_at_the_lock(path: Path) -> None:
    """Neither at the folder nor at the two files that are made in it."""
    with lock.held(path):
        made = [path.parent, holder(path), path.with_name(".notebook.json.lock")]

        assert [0o700, 0o600, 0o600] == [one.stat().st_mode & 0o777 for one in made]


def test_a_lock_is_free_again_after_a_fault(path: Path) -> None:
    """Whatever went wrong while it was held."""
    with pytest.raises(KeyError), lock.held(path):
        raise KeyError

    with lock.held(path):
        assert holder(path).exists()


def test_a_lock_in_a_folder_that_is_none_is_said(path: Path) -> None:
    """A file stands where the folder should be."""
    path.parent.write_bytes(b"")

    with pytest.raises(NotebookError) as caught, lock.held(path):
        pass

    assert f"{path} leads through a file that is no folder" == caught.value.sentence


def test_whoever_cannot_sign_writes_all_the_same(path: Path) -> None:
    """A folder stands where the name should be; to others it is another program."""
    holder(path).mkdir(parents=True)

    with lock.held(path):
        assert (ANOTHER, MOMENT) == refusal(path)
